"""A trace says what the engine says: of every example of the shipped rules, on every fourth line."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

import pytest

from edgelint.engine.check import Checked, check
from edgelint.files.source import decode
from edgelint.rule_files.rule_pack import shipped_documents, shipped_rules
from edgelint.rule_files.rules import Rule
from edgelint.testing.subjects import Subject, subjects
from edgelint.tracing.rule_trace import RuleTrace, trace_rule
from edgelint.tracing.sight import Sight
from edgelint.tracing.spots import NoModuleError, Spot
from edgelint.tracing.trace_text import lines, trace_rows

RULES = {rule.code: rule for rule in shipped_rules()}
EXAMPLES = [(rule["code"], example) for rule in shipped_documents() for example in rule.get("examples", ())]
IDS = [f"{code}-{number}" for number, (code, _) in enumerate(EXAMPLES)]


def files(code: str, example: dict[str, Any]) -> Iterator[Checked]:
    """Yield an example as a file of many lines and, where that can be, as one with createOptions as a text."""
    found = [each for each in subjects(example) if isinstance(each, Subject)]
    for subject in [*found[:1], *(each for each in found[1:] if each.name == "string")]:
        checked = check(decode(subject.data), [RULES[code]], "a.json", standard_input=True)
        if checked:
            yield checked


def traces(rule: Rule, checked: Checked, spots: list[Spot]) -> Iterator[RuleTrace]:
    sight = Sight(checked.manifests, checked.text)
    for spot in spots:
        try:
            trace = trace_rule(rule, checked, spot, sight)
        except NoModuleError:
            continue
        shown = lines(trace_rows(rule, trace, checked, "a.json", spot, sight), "ascii")
        assert [line for line in shown if len(line) > 100 or line != line.rstrip()] == []
        yield trace


@pytest.mark.parametrize(("code", "example"), EXAMPLES, ids=IDS)
def test_what_is_found_is_traced_to_its_end(code: str, example: dict[str, Any]) -> None:
    for checked in files(code, example):
        spots = [Spot(*finding.location.start) for finding in checked.findings]
        for finding, trace in zip(checked.findings, traces(RULES[code], checked, spots), strict=True):
            assert finding in [value.finding for value in trace.values]


@pytest.mark.parametrize(("code", "example"), EXAMPLES, ids=IDS)
def test_what_all_steps_hold_for_is_found_and_nothing_else(code: str, example: dict[str, Any]) -> None:
    for checked in islice(files(code, example), 1):
        spots = [Spot(line) for line in range(1, checked.text.count("\n") + 1, 4)]
        for value in (value for trace in traces(RULES[code], checked, spots) for value in trace.values):
            first = all(step.held for step in (*value.filters, *value.where))
            speaks = first and any(all(step.held for step in case) for case in value.cases)
            assert (value.case is not None) == speaks
            assert (value.finding is not None) == (speaks and not (RULES[code].once and value.finding is None))
            assert value.finding is None or value.finding in checked.findings
