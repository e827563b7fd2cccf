"""A baseline as a file, and what is no baseline."""

import pytest

from edgelint.baselines.baseline import Baseline, Entry
from edgelint.baselines.baseline_file import BaselineError, baseline_text, read_baseline

ENTRY = Entry("0123456789abcdef", "TST101", "카메라", "/a/b", (), 'It "is" wrong')
BASELINE = Baseline(
    {
        "b.json": (Entry("f" * 16, "TST201", None, "", ("/x", "/y"), ""),),
        "a.json": (ENTRY, ENTRY._replace(fingerprint="0" * 16)),
    }
)
TEXT = """\
{
  "version": 1,
  "files": {
    "a.json": [
      {"fingerprint": "0123456789abcdef", "code": "TST101", "module": "카메라", "path": "/a/b", "message": "It \\"is\\" wrong"},
      {"fingerprint": "0000000000000000", "code": "TST101", "module": "카메라", "path": "/a/b", "message": "It \\"is\\" wrong"}
    ],
    "b.json": [
      {"fingerprint": "ffffffffffffffff", "code": "TST201", "module": null, "path": "", "related": ["/x", "/y"], "message": ""}
    ]
  }
}
"""


def test_a_baseline_is_sorted_text_with_an_entry_a_line() -> None:
    assert baseline_text(BASELINE) == TEXT


def test_what_is_written_is_read() -> None:
    assert read_baseline(TEXT) == BASELINE


@pytest.mark.parametrize("files", [{}, {"a.json": ()}])
def test_an_empty_baseline(files: dict[str, tuple[Entry, ...]]) -> None:
    text = baseline_text(Baseline(files))
    assert text == '{\n  "version": 1,\n  "files": {}\n}\n'
    assert read_baseline(text) == Baseline({})


@pytest.mark.parametrize("text", ["", "\n"])
def test_an_empty_text_is_a_baseline_without_findings(text: str) -> None:
    assert read_baseline(text) == Baseline({})


def test_a_message_is_not_needed() -> None:
    text = TEXT.replace(', "message": ""', "")
    assert text != TEXT
    assert read_baseline(text) == BASELINE


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<<<<<<< HEAD\n" + TEXT, "is no baseline: Expecting value: line 1 column 1 (char 0)"),
        ("[" * 100000, "is no baseline: maximum recursion depth exceeded"),
        ("[]", 'is no baseline: it has no object "files"'),
        ('{"modulesContent": {}}', 'is no baseline: it has no object "files"'),
        ('{"version": 1, "files": []}', 'is no baseline: it has no object "files"'),
        ('{"files": {}}', "is a baseline of version null; this edgelint knows 1"),
        ('{"version": "1", "files": {}}', 'is a baseline of version "1"; this edgelint knows 1'),
        ('{"version": 2, "files": {}}', "is a baseline of version 2; this edgelint knows 1"),
        ('{"version": 1, "files": {"a": [{"code": "x"}]}}', "is no baseline: an entry of it lacks something"),
        ('{"version": 1, "files": {"a": ["x"]}}', "is no baseline: an entry of it lacks something"),
        ('{"version": 1, "files": {"a": 1}}', "is no baseline: an entry of it lacks something"),
    ],
)
def test_what_is_no_baseline(text: str, message: str) -> None:
    with pytest.raises(BaselineError) as caught:
        read_baseline(text)
    assert str(caught.value).startswith(message)
