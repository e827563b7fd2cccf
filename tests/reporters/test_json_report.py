"""The JSON report."""

import json
from importlib.resources import files
from typing import Any

import jsonschema  # type: ignore[import-untyped] # jsonschema ships no types
import pytest
from report_builders import finding, place, related, report, written

from edgelint import __version__
from edgelint.baselines.fingerprints import fingerprints
from edgelint.findings import FixOffer
from edgelint.report import Report

TEXT = '{"a": "b",\n"c": "카"}'
PLAIN = finding(place(TEXT, "b"), severity="warning")
FULL = finding(
    place(TEXT, "카", "/c"),
    message="카메라",
    help="Do it",
    module="camera",
    url="https://example.org/x",
    related=(related("the first", place(TEXT, "b", "/a")),),
    fix=FixOffer("safe", "Use Mounts", ("Create it",)),
)
SCHEMA: dict[str, Any] = json.loads(files("edgelint").joinpath("schemas/report.json").read_text("utf-8"))

WHOLE = """\
{
  "version": 1,
  "tool": {
    "name": "edgelint",
    "version": "VERSION"
  },
  "findings": [
    {
      "code": "ASE101",
      "rule": "docker-binds",
      "severity": "error",
      "message": "카메라",
      "help": "Do it",
      "file": "deploy/deployment.json",
      "line": 2,
      "column": 7,
      "end_line": 2,
      "end_column": 8,
      "module": "camera",
      "path": "/c",
      "related": [
        {
          "label": "the first",
          "line": 1,
          "column": 8,
          "end_line": 1,
          "end_column": 9,
          "path": "/a"
        }
      ],
      "fix": {
        "applicability": "safe",
        "title": "Use Mounts",
        "then": [
          "Create it"
        ]
      },
      "fixed": false,
      "url": "https://example.org/x",
      "fingerprint": "FINGERPRINT"
    }
  ],
  "files": {
    "checked": 1,
    "skipped": 3,
    "fixed": 0,
    "unreadable": 2
  },
  "summary": {
    "error": 1,
    "warning": 0,
    "info": 0,
    "fixable": 1
  }
}
"""


def test_the_whole_report() -> None:
    full = report(TEXT, FULL, checked=1, skipped=3, fixed=0, unreadable=2)
    (fingerprint,) = fingerprints([FULL])
    assert written("json", full) == WHOLE.replace("VERSION", __version__).replace("FINGERPRINT", fingerprint)


REPORTS = [
    pytest.param(report(TEXT), id="no finding"),
    pytest.param(report(TEXT, PLAIN, FULL), id="findings with and without everything"),
    pytest.param(report(TEXT, FULL._replace(fixed=True), fixed=1), id="a fixed finding"),
    pytest.param(report(TEXT, PLAIN._replace(message="\ud800\u202e\x00", file="a\udcff.json")), id="odd characters"),
]


@pytest.mark.parametrize("encoding", ["utf-8", "cp949", "ascii"])
@pytest.mark.parametrize("case", REPORTS)
def test_the_report_follows_its_schema_and_loses_nothing(case: Report, encoding: str) -> None:
    data = json.loads(written("json", case, encoding, "strict"))
    jsonschema.validate(data, SCHEMA, jsonschema.Draft202012Validator)
    assert [entry["message"] for entry in data["findings"]] == [entry.message for entry in case.findings]


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"severity": "fatal"}, id="a severity that there is not"),
        pytest.param({"line": 0}, id="a line below 1"),
        pytest.param({"value": "geheim"}, id="a member that there is not"),
        pytest.param({"path": "a/b"}, id="a path that is no JSON Pointer"),
        pytest.param({"fix": {"applicability": "safe"}}, id="half a fix"),
    ],
)
def test_the_schema_refuses(change: dict[str, Any]) -> None:
    data = json.loads(written("json", report(TEXT, FULL)))
    data["findings"][0].update(change)
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(data)


def test_the_summary_counts_what_is_left() -> None:
    unsafe = FULL._replace(severity="info", fix=FixOffer("unsafe", "Drop it"))
    counted = report(TEXT, FULL, FULL._replace(fixed=True), unsafe, PLAIN)
    assert json.loads(written("json", counted))["summary"] == {"error": 1, "warning": 1, "info": 1, "fixable": 1}


def test_a_lone_surrogate_is_escaped_and_the_rest_kept() -> None:
    odd = written("json", report(TEXT, PLAIN._replace(message="카\ud800")), errors="strict")
    assert '"message": "카\\ud800"' in odd
