"""The statements of the article: their data, what covers each, and the page that says so."""

import os
from pathlib import Path
from typing import Any

import pytest

from edgelint.docs.coverage_page import coverage_page
from edgelint.docs.statements import Statement, coverage, read_statements
from edgelint.rule_files.rule_pack import shipped_documents
from edgelint.rule_files.yaml_reader import read_yaml

FACTS = os.environ.get("EDGELINT_FACTS")
CHANGE, KEEP = Statement("S1", "change", "A thing"), Statement("S2", "keep", "A <thing>")


def rule(code: str, *sources: str, good: str = "", fix: str = "[]") -> dict[str, Any]:
    """Return a rule with one bad and two good examples, of which one may name a statement."""
    named = f", statement: {good}" if good else ""
    stated = ", ".join(f"{{statement: {source}}}" for source in sources)
    data: dict[str, Any] = read_yaml(
        f"code: {code}\nseverity: error\nmessage: x\nsources: [{stated}]\nfix: {fix}\n"
        f"examples: [{{bad: {{}}}}, {{good: {{}}{named}}}, {{good: {{}}}}]\n"
    ).data
    return data


def test_the_statements_are_numbered_and_said_in_one_phrase() -> None:
    statements = read_statements()
    assert [statement.id for statement in statements] == [f"S{number}" for number in range(1, len(statements) + 1)]
    assert {statement.kind for statement in statements} == {"change", "keep", "advice"}
    assert [text for _, _, text in statements if text.endswith(".") or text != " ".join(text.split())] == []


@pytest.mark.skipif(FACTS is None, reason="EDGELINT_FACTS is not set")
def test_no_statement_is_missing_and_none_is_made_up() -> None:
    facts = read_yaml((Path(FACTS or "") / "statements.yaml").read_text(encoding="utf-8")).data
    assert [(s.id, s.kind) for s in read_statements()] == [(fact["id"], fact["kind"]) for fact in facts]
    assert {s.text for s in read_statements()} & {fact["text"] for fact in facts} == set()


def test_every_statement_is_covered() -> None:
    rules = shipped_documents()
    assert [s.id for s in read_statements() if coverage(s, rules).is_open()] == []


def test_no_rule_names_a_statement_that_there_is_not() -> None:
    named = {
        entry["statement"]
        for rule in shipped_documents()
        for entry in [*rule["sources"], *rule["examples"]]
        if "statement" in entry
    }
    assert named <= {statement.id for statement in read_statements()}


def test_a_statement_is_covered_by_the_rules_that_rest_on_it() -> None:
    covered = coverage(CHANGE, [rule("TST101", "S1", "S3"), rule("TST102", "S1"), rule("TST103", "S2")])
    assert [found["code"] for found in covered.rules] == ["TST101", "TST102"]
    assert (covered.keepers, covered.bad, covered.good, covered.is_open()) == ([], 2, 4, False)


def test_a_good_example_covers_what_is_kept() -> None:
    covered = coverage(KEEP, [rule("TST101", "S1", good="S2"), rule("TST102", "S1")])
    assert [found["code"] for found in covered.keepers] == ["TST101"]
    assert (covered.rules, covered.bad, covered.good, covered.is_open()) == ([], 0, 1, False)


def test_a_good_example_of_a_rule_that_rests_on_the_statement_counts_once() -> None:
    assert coverage(KEEP, [rule("TST101", "S2", good="S2")]).good == 2


def test_a_good_example_alone_does_not_cover_a_change() -> None:
    assert coverage(CHANGE, [rule("TST101", "S2", good="S1")]).is_open()


def test_a_statement_without_rules_and_examples_is_open() -> None:
    assert coverage(CHANGE, [rule("TST101", "S2")]).is_open()
    assert coverage(KEEP, [rule("TST101", "S1")]).is_open()


def test_the_page_has_a_row_for_each_statement() -> None:
    fix = "{title: t, applicability: safe, steps: []}"
    page = coverage_page([CHANGE, KEEP], [rule("TST101", "S1", good="S2", fix=fix), rule("TST102", "S1")])
    changes = "[TST101](rules/TST101.md) error; safe<br>[TST102](rules/TST102.md) error; no fix"
    keeps = "silent, by an example of [TST101](rules/TST101.md)"
    assert page.splitlines()[-2:] == [
        f'| <a id="s1"></a>S1 | A thing | change | {changes} | 2 | 4 |',
        rf'| <a id="s2"></a>S2 | A \<thing> | keep | {keeps} | 0 | 1 |',
    ]
