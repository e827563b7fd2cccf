"""The trace of a rule as plain text of at most 100 columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from edgelint.engine.check import Checked
from edgelint.engine.scope import Hit
from edgelint.findings import Finding
from edgelint.reporters.width import columns, printable
from edgelint.rule_files.rules import SEVERITIES, Rule
from edgelint.tracing.rule_trace import RuleTrace, Selection, Traced
from edgelint.tracing.sight import Sight
from edgelint.tracing.spots import Spot
from edgelint.tracing.tracing import Step, counted

_COLUMNS = 100
_LISTED = 5
_DEEPEST = 20
_MARKS = {True: "✓", False: "✗", None: "·"}
_INDENT = "  "


class Row(NamedTuple):
    """A text that begins a line, and what stands before it there."""

    text: str = ""
    indent: str = ""


def lines(rows: Iterable[Row], encoding: str) -> Iterator[str]:
    """Yield the rows in lines that fit and that a stream can show.

    What goes on in further lines hangs there. A word that fits no line is broken, and no blank inside a line is lost.
    """
    for row in rows:
        yield from _wrapped(printable(row.text, encoding), row.indent)


def trace_rows(rule: Rule, trace: RuleTrace, checked: Checked, file: str, spot: Spot, sight: Sight) -> Iterator[Row]:
    """Yield the rows that tell what a rule did on a line of a file."""
    place = f"{file}:{':'.join(str(number) for number in spot if number)}"
    severities = [severity for severity in SEVERITIES if any(case.severity == severity for case in rule.cases)]
    yield Row(f"{place} {rule.code} {rule.name} ({' or '.join(severities)})")
    for module in trace.skipped:
        yield Row()
        yield Row(f"In module {module.name}")
        yield Row(f"{_MARKS[False]} scope: {rule.scope} — a {module.kind} module", "> ")
        yield Row("Not reported: the rule does not look at this module.", _INDENT)
    yield from _selections(trace.selections, sight)
    if not trace.values and trace.selections:
        yield Row("Not reported: the rule finds nothing to look at.", _INDENT)
    if trace.values and not trace.near:
        yield Row()
        yield Row(f"None of them stands at {place}; the nearest does at {sight.position(trace.values[0].hit)}.")
    for traced in trace.values:
        yield from _traced(rule, traced, checked, sight)
    yield from _more(trace.more, file, sight)


def _selections(selections: Sequence[Selection], sight: Sight) -> Iterator[Row]:
    scope = None
    for selection in selections:
        if selection.scope is not scope:
            scope = selection.scope
            yield Row()
            yield Row(f"In module {scope.name}" if scope.module and scope.name else "In the manifest")
        yield Row(f"select {selection.path}: {_found(selection)}", _INDENT)
        for hit in selection.found[:_LISTED]:
            yield Row(sight.marked(hit), 2 * _INDENT)
        if len(selection.found) > _LISTED:
            yield Row(f"and {len(selection.found) - _LISTED} more", 2 * _INDENT)


def _found(selection: Selection) -> str:
    if selection.end is not None:
        return f"nothing, for {selection.end}"
    number, of = len(selection.found), selection.of
    return counted(of, "value") if number == of else f"{number} of {counted(of, 'value')}"


def _traced(rule: Rule, traced: Traced, checked: Checked, sight: Sight) -> Iterator[Row]:
    yield Row()
    yield Row(f"At {sight.position(traced.hit)}: {sight.hit(traced.hit)}")
    marked = traced.case is None
    yield from _steps([*traced.filters, *traced.where], 1, marked=marked)
    for case, steps in zip(rule.cases, traced.cases, strict=False):
        if len(rule.cases) > 1:
            yield Row(f"case: {case.message}", _INDENT)
        yield from _steps(steps, 1 if len(rule.cases) == 1 else 2, marked=marked)
    yield Row(_verdict(rule, traced, checked), _INDENT)


def _steps(steps: Iterable[Step], depth: int, *, marked: bool) -> Iterator[Row]:
    """Yield the rows of steps and of those that they are made of; what fails of the outer ones is `marked` in front."""
    indent = min(depth, _DEEPEST) * _INDENT
    for step in steps:
        front = f">{indent[1:]}" if marked and step.held is False else indent
        saw = f" — {step.saw}" if step.saw else ""
        yield Row(f"{_MARKS[step.held]} {step.said}{saw}", front)
        yield from _steps(step.below, depth + 1, marked=False)


def _verdict(rule: Rule, traced: Traced, checked: Checked) -> str:
    if traced.finding:
        return _told(traced.finding, checked)
    if traced.case:
        return f"Not reported: the rule has once: {rule.once}, and something before this counts."
    if any(step.held is False for step in traced.filters):
        return "Not reported: the filter marked > leaves it out."
    if any(step.held is False for step in traced.where):
        return "Not reported: the condition marked > does not hold."
    return "Not reported: " + ("no case holds." if len(rule.cases) > 1 else "the condition marked > does not hold.")


def _told(finding: Finding, checked: Checked) -> str:
    """Return what became of a finding."""
    place = ":".join(map(str, finding.location.start))
    for left_out in checked.left_out:
        if left_out.finding == finding:
            why = "the baseline holds it" if left_out.reason is None else f"suppressed, {left_out.reason}"
            return f"Found at {place} and left out ({why}): {finding.message}"
    return f"Reported at {place} as {finding.severity}: {finding.message}"


def _more(hits: Sequence[Hit], file: str, sight: Sight) -> Iterator[Row]:
    if hits:
        places = ", ".join(f"{file}:{sight.position(hit)}" for hit in hits[:_LISTED])
        rest = f" and {len(hits) - _LISTED} more" if len(hits) > _LISTED else ""
        yield Row()
        yield Row(f"Not shown, but as near: {places}{rest}")


def _wrapped(text: str, indent: str) -> Iterator[str]:
    line, hanging = indent, " " * len(indent) + 2 * _INDENT
    for index, word in enumerate(text.split(" ")):
        if index and columns(f"{line} {word}") > _COLUMNS:
            yield line.rstrip()
            line = hanging
        elif index:
            line += " "
        while columns(line + word) > _COLUMNS:
            length = _fitting(word, _COLUMNS - columns(line))
            yield line + word[:length]
            line, word = hanging, word[length:]
        line += word
    yield line.rstrip()


def _fitting(word: str, room: int) -> int:
    """Return how many characters of a word fit."""
    length = 0
    while length < len(word) and columns(word[: length + 1]) <= room:
        length += 1
    return length
