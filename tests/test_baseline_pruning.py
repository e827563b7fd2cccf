"""What is dropped from a baseline."""

from collections.abc import Sequence

import pytest
from command_line import BINDS, IMAGES, PORTS, write

from edgelint.baselines.baseline import Baseline, Entry, record
from edgelint.baselines.pruning import Found, pruned
from edgelint.findings import Finding, Location
from edgelint.json_text.text import Position, Span
from edgelint.rule_files.rule_pack import load_rules
from edgelint.rule_files.rules import Rule


@pytest.fixture
def rules(folder: object) -> list[Rule]:
    for index, text in enumerate((BINDS, PORTS, IMAGES)):
        write(f"r/{index}.yaml", text)
    return load_rules(["r"])


def finding(value: str, code: str = "TST101") -> Finding:
    place = Location(Span(1, 2), Position(1, 2), Position(1, 3), "/a")
    return Finding(code, "x", "error", f"{value} is wrong", "", "", place, None, value, "")


A, B, C, PORT = finding("a"), finding("b"), finding("c"), finding("5000", "TST201")


def entries(*findings: Finding) -> tuple[Entry, ...]:
    return record(findings)


def after(
    recorded: dict[str, tuple[Entry, ...]],
    found: dict[str, Sequence[Finding]],
    rules: list[Rule],
    gone: str = "",
    far: str = "",
) -> dict[str, tuple[Entry, ...]]:
    """Return the entries that are left, of the files that have any."""
    looked = {name: Found(findings, rules) for name, findings in found.items()}
    left = pruned(Baseline(recorded), looked, lambda name: name in gone.split(), lambda name: name not in far.split())
    return {name: kept for name, kept in left.files.items() if kept}


def test_what_no_longer_occurs_is_dropped_and_nothing_is_added(rules: list[Rule]) -> None:
    assert after({"x": entries(A, B)}, {"x": [B, C]}, rules) == {"x": entries(B)}


def test_a_file_that_is_no_manifest_any_more_has_no_findings(rules: list[Rule]) -> None:
    assert after({"x": entries(A)}, {"x": []}, rules) == {}


def test_a_new_file_gets_no_entries_of_one_that_is_there(rules: list[Rule]) -> None:
    assert after({"x": entries(A)}, {"x": [A], "y": [A]}, rules) == {"x": entries(A)}


def test_what_was_not_looked_at_is_kept(rules: list[Rule]) -> None:
    assert after({"x": entries(A), "y": entries(B)}, {"x": []}, rules) == {"y": entries(B)}


def test_what_a_rule_found_that_did_not_run_is_kept(rules: list[Rule]) -> None:
    assert after({"x": entries(A, PORT)}, {"x": []}, rules[:1]) == {"x": entries(PORT)}
    assert after({"x": entries(A, PORT)}, {"x": []}, rules[:1], gone="x") == {"x": entries(PORT)}


def test_a_file_that_is_gone_takes_its_entries_along(rules: list[Rule]) -> None:
    assert after({"x": entries(A), "y": entries(B)}, {"y": [B]}, rules, gone="x") == {"y": entries(B)}


def test_a_file_that_is_gone_where_the_run_did_not_look_keeps_them(rules: list[Rule]) -> None:
    recorded = {"x": entries(A), "y": entries(B)}
    assert after(recorded, {"y": [B]}, rules, gone="x", far="x") == recorded


def test_entries_go_with_a_file_that_was_renamed(rules: list[Rule]) -> None:
    recorded = {"x": entries(A, B)}
    assert after(recorded, {"y": [B, C]}, rules, gone="x") == {"y": entries(B)}
    assert after(recorded, {"y": [B, C]}, rules, gone="x", far="x") == {"x": entries(A), "y": entries(B)}


def test_an_entry_goes_to_one_file_alone(rules: list[Rule]) -> None:
    assert after({"x": entries(A)}, {"y": [A], "z": [A]}, rules, gone="x") == {"y": entries(A)}


def test_two_renamed_files_keep_their_own(rules: list[Rule]) -> None:
    recorded = {"v": entries(A, B), "w": entries(A)}
    assert after(recorded, {"y": [A, B], "z": [A]}, rules, gone="v w") == {"y": entries(A, B), "z": entries(A)}


def test_what_was_gone_before_and_is_there_again_is_looked_at(rules: list[Rule]) -> None:
    assert after({"x": entries(A)}, {"x": [A]}, rules, gone="x") == {"x": entries(A)}
