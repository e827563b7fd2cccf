"""The table of rules that `edgelint rules` prints."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from edgelint.reporters.width import printable
from edgelint.reporters.wrapping import wrapped
from edgelint.rule_files.rules import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from edgelint.reporters.screen import Screen
    from edgelint.rule_files.rules import Rule

_HEAD = ("Code", "Severity", "Fix", "Name")
_LEAST = 30
_BELOW = " " * 8
_MARKS = {"safe": "[*]", "unsafe": "[!]", "needs-input": "[?]", "": ""}


def rule_table(rules: Sequence[Rule], screen: Screen) -> Iterator[str]:
    """Yield the rows of a table of rules, and a line that counts them and says what the marks are."""
    rows = [(rule.code, rule.severity, _MARKS[surest_fix(rule)], rule.name) for rule in rules]
    widths = [max(map(len, column)) for column in zip(_HEAD, *rows, strict=True)]
    room = screen.columns - sum(widths) - 2 * len(widths)
    if rules:
        head = "  ".join([*_padded(_HEAD, widths), *(["What it finds"] if room >= _LEAST else [])])
        yield screen.paint("heading", head.rstrip())
    for rule, row in zip(rules, rows, strict=True):
        code, severity, fix, name = _padded(row, widths)
        painted = (screen.paint("code", code), screen.paint(rule.severity, severity), fix, name)
        yield from _row("  ".join(painted), _found(rule, screen.encoding), room, screen.columns)
    yield from [""] if rules else []
    yield from wrapped(_counted(rules), screen.columns)


def _row(cells: str, found: str, room: int, columns: int) -> Iterator[str]:
    """Yield what a rule finds behind its other cells, or where these leave little room below them."""
    if room < _LEAST:
        yield cells.rstrip()
        yield from wrapped(found, columns, _BELOW, _BELOW)
    else:
        first, *more = wrapped(found, room)
        yield f"{cells}  {first}"
        yield from (" " * (columns - room) + each for each in more)


def surest_fix(rule: Rule) -> str:
    """Return how sure the surest fix of a rule is; "" where it has none."""
    found = {fix.applicability for case in rule.cases for fix in case.fixes}
    return next((word for word in _MARKS if word in found), "")


def _found(rule: Rule, encoding: str) -> str:
    return printable(rule.summary + ("" if rule.status == "stable" else f" ({rule.status})"), encoding)


def _padded(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    return [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]


def _counted(rules: Sequence[Rule]) -> str:
    severities, fixes = Counter(rule.severity for rule in rules), Counter(map(surest_fix, rules))
    kinds = [_number(severities[word], word) for word in SEVERITIES if severities[word]]
    offers = [f"{mark} {fixes[word]} {word}" for word, mark in _MARKS.items() if word and fixes[word]]
    number = _number(len(rules), "rule") + (f": {', '.join(kinds)}" if kinds else "")
    return "; ".join([number, *([f"fixes: {', '.join(offers)}"] if offers else [])]) + "."


def _number(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
