"""Rules as the engine runs them: compiled, every path parsed, every text as in its file."""

from __future__ import annotations

from typing import Any, NamedTuple

from edgelint.expressions.walking import Steps

SEVERITIES = ("error", "warning", "info")


class Selector(NamedTuple):
    """A JSONPath and its steps; None where only jsonpath-ng can run it."""

    source: str
    steps: Steps | None

    def unfiltered(self) -> Selector:
        """Return the path without its filters, which finds all that they choose from; it must have steps."""
        steps = [["all"] if step[0] == "filter" else step for step in self.steps or ()]
        return Selector(f"{self.source} without filters", steps)

    def beginning(self, length: int) -> Selector:
        """Return the path as far as its first steps go; it must have steps."""
        return Selector(f"{self.source} up to {length}", (self.steps or [])[:length])


class Reference(NamedTuple):
    """What `at` names: `root` is @ (the selected value), $ (the scope) or the name of a capture."""

    root: str
    selector: Selector | None


class Related(NamedTuple):
    """A further place to show: `mark` is key, the name of a part of a row, or None for the value."""

    at: Reference
    label: str
    mark: str | None


class Fix(NamedTuple):
    """One alternative of a fix: it applies where its conditions hold."""

    title: str
    applicability: str
    where: list[Any]
    steps: list[Any]
    then: list[str]
    needs: str | None


class Case(NamedTuple):
    """What a finding says where the conditions hold."""

    where: list[Any]
    severity: str
    message: str
    help: str
    mark: str | None
    related: list[Related]
    fixes: list[Fix]


class Rule(NamedTuple):
    """A rule: where it looks, when it speaks, what it says. `once` is module, manifest or None."""

    code: str
    name: str
    family: str
    summary: str
    severity: str
    scope: str
    select: list[Selector]
    where: list[Any]
    cases: list[Case]
    once: str | None
    url: str
    status: str


def rule_from_json(data: dict[str, Any]) -> Rule:
    """Return the rule that `compiler.compile_rule` made plain data of."""
    return Rule(
        **{
            **data,
            "select": [Selector(*selector) for selector in data["select"]],
            "cases": [_case(case) for case in data["cases"]],
        }
    )


def reference(data: Any) -> Reference:
    """Return the reference of a compiled `at`."""
    root, selector = data
    return Reference(root, None if selector is None else Selector(*selector))


def _case(data: dict[str, Any]) -> Case:
    related = [Related(reference(item["at"]), item["label"], item["mark"]) for item in data["related"]]
    return Case(**{**data, "related": related, "fixes": [Fix(**fix) for fix in data["fixes"]]})
