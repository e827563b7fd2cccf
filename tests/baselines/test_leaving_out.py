"""What is left out of the findings of a file."""

import pytest
from command_line import BINDS, manifest, rule, write

from edgelint.baselines.baseline import record
from edgelint.baselines.leaving_out import Filter
from edgelint.config.model import Suppression
from edgelint.engine.check import Checked, check
from edgelint.files.source import Source
from edgelint.findings import Finding, LeftOut
from edgelint.json_text.text import Position
from edgelint.rule_files.rule_pack import load_rules
from edgelint.rule_files.selection import Word

BOTH = {"HostConfig": {"Binds": ["/a:/b", "/c:/d"]}}

pytestmark = pytest.mark.usefixtures("folder")


def checked(text: str = manifest(BOTH)) -> Checked:
    rules = load_rules(
        [write("r/a.yaml", BINDS), write("r/b.yaml", rule("TST102", "image", "$.settings.image", "An image"))]
    )
    result = check(Source(text, "utf-8", b"", None), rules, "a.json")
    assert result
    return result


def entry(word: str, reason: str, path: str | None = None) -> Suppression:
    return Suppression(Word(word, ""), (), None, path, reason, None, "", Position(1, 1))


def messages(checked: Checked) -> list[str]:
    assert [judged.finding for judged in checked.fixes] == checked.findings
    return [finding.message for finding in checked.findings]


ALL = ["An image", "Binds entry /a:/b", "Binds entry /c:/d"]


def test_without_entries_nothing_is_left_out() -> None:
    before = checked()
    assert Filter().apply(before) is before
    assert messages(before) == ALL


def test_what_is_suppressed_is_kept_apart_with_the_reason() -> None:
    before = checked()
    after = Filter([entry("image", "mine"), entry("TST101", "one", "Binds/1"), entry("TST101", "other")]).apply(before)
    assert messages(after) == []
    assert after.left_out == tuple(
        LeftOut(finding, reason) for finding, reason in zip(before.findings, ["mine", "other", "one"], strict=True)
    )


def test_what_is_recorded_is_kept_apart_without_one() -> None:
    before = checked()
    after = Filter((), record(before.findings[:2])).apply(before)
    assert messages(after) == ["Binds entry /c:/d"]
    assert after.left_out == tuple(LeftOut(finding) for finding in before.findings[:2])


def test_a_suppression_weighs_more_than_the_baseline() -> None:
    before = checked()
    after = Filter([entry("image", "mine")], record(before.findings)).apply(before)
    assert [each.reason for each in after.left_out] == ["mine", None, None]


def test_a_finding_is_known_as_it_stood_before_and_told_as_it_stands() -> None:
    old, now = checked(), checked(manifest({"HostConfig": {"Binds": ["/a:/x"]}}))

    def before(finding: Finding) -> Finding:
        return finding._replace(value=finding.value.replace("/x", "/b"))

    after = Filter((), record(old.findings)).apply(now, before)
    assert messages(after) == []
    assert [each.finding.message for each in after.left_out] == ["An image", "Binds entry /a:/x"]
    assert messages(Filter((), record(old.findings)).apply(now)) == ["Binds entry /a:/x"]
