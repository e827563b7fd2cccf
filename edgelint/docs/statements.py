"""The statements of the source article, and which rules and examples go back to each."""

from __future__ import annotations

from typing import Any, NamedTuple

from edgelint.docs.checkout import read
from edgelint.rule_files.yaml_reader import read_yaml


class Statement(NamedTuple):
    """A statement: its id, such as S3; what it asks for (change, keep or advice); what it says, in our own words."""

    id: str
    kind: str
    text: str


class Coverage(NamedTuple):
    """What goes back to a statement: rules that name it as a source, and how many of their examples are bad and good.

    `keepers` are the rules with a good example that names the statement itself.
    """

    statement: Statement
    rules: list[dict[str, Any]]
    keepers: list[dict[str, Any]]
    bad: int
    good: int

    def is_open(self) -> bool:
        """Tell whether nothing covers the statement: no rule, nor a good example where all must stay as it is."""
        return not self.rules and not (self.statement.kind == "keep" and self.keepers)


def read_statements() -> list[Statement]:
    """Return the statements of docs/article-statements.yaml, in its order."""
    return [Statement(**data) for data in read_yaml(read("article-statements.yaml")).data]


def coverage(statement: Statement, rules: list[dict[str, Any]]) -> Coverage:
    """Return what covers a statement among the data of rule files."""
    covering = [rule for rule in rules if _rests_on(rule, statement.id)]
    keepers = [rule for rule in rules if _naming(rule, statement.id)]
    others = [rule for rule in keepers if rule not in covering]
    bad = sum(_count(rule, "bad") for rule in covering)
    good = sum(_count(rule, "good") for rule in covering) + sum(len(_naming(rule, statement.id)) for rule in others)
    return Coverage(statement, covering, keepers, bad, good)


def _rests_on(rule: dict[str, Any], statement: str) -> bool:
    return any(source.get("statement") == statement for source in rule.get("sources", ()))


def _naming(rule: dict[str, Any], statement: str) -> list[dict[str, Any]]:
    """Return the good examples that name a statement."""
    return [example for example in rule.get("examples", ()) if example.get("statement") == statement]


def _count(rule: dict[str, Any], kind: str) -> int:
    return sum(kind in example for example in rule.get("examples", ()))
