"""The examples of a rule as a terminal shows them: what is found, before and after a fix, and what is left alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import takewhile, zip_longest
from typing import TYPE_CHECKING, Any

from edgelint.explaining.example_texts import fragment_lines, json_lines
from edgelint.json_text.placeholders import has_placeholder
from edgelint.json_text.reading import read_object
from edgelint.json_text.text import Span
from edgelint.reporters.cells import Line, crop
from edgelint.reporters.width import printable
from edgelint.reporters.wrapping import wrapped
from edgelint.rule_files.rule_content import examples, said

if TYPE_CHECKING:
    from edgelint.reporters.screen import Screen

_NEAR_MISSES = 3
_OPTIONS = (("needs-input", "--fix --answers FILE"), ("unsafe", "--fix --unsafe-fixes"), ("safe", "--fix"))


def found(rule: dict[str, Any], screen: Screen) -> Iterator[str]:
    """Yield an example of what a rule finds and what is said of it; one that a fix changes as a diff, if there is one."""
    bad = examples(rule, "bad")
    example = next((each for each in bad if "fixed" in each), bad[0] if bad else None)
    if example is None:
        return
    if "fixed" in example:
        yield from _diff(example, screen)
    else:
        yield from (_cut(line, screen) for line in _fragment(example["bad"], screen.columns))
    messages = said(rule, example)
    yield from [""] if messages else []
    for severity, message in messages:
        first, *more = wrapped(printable(f"{severity}: {message}", screen.encoding), screen.columns, behind="  ")
        yield screen.paint(severity, severity) + first.removeprefix(severity)
        yield from more
    if "fixed" in example:
        yield from ("", *wrapped(printable(_made(example), screen.encoding), screen.columns))


def left_alone(rule: dict[str, Any], screen: Screen) -> Iterator[str]:
    """Yield near misses: what a rule leaves alone and why, rather examples without a placeholder, which say more."""
    good = sorted(examples(rule, "good"), key=lambda example: has_placeholder(json.dumps(example["good"])))
    for index, example in enumerate(good[:_NEAR_MISSES]):
        yield from [""] if index else []
        yield from (_cut(line, screen) for line in _fragment(example["good"], screen.columns))
        if "because" in example:
            because = printable(" ".join(example["because"].split()), screen.encoding)
            yield from wrapped(f"because {because}", screen.columns, behind="  ")


def _made(example: dict[str, Any]) -> str:
    """Return what turns an example into what it is fixed."""
    kinds = {find.get("fix") for find in example.get("finds", ())}
    options = next((options for kind, options in _OPTIONS if kind in kinds), "--fix")
    answers = f", with `{json.dumps(example['answers'], ensure_ascii=False)}` in FILE" if "answers" in example else ""
    return f"{options} turns the lines with - into those with +{answers}."


def _fragment(fragment: dict[str, Any], columns: int, *, spread: bool = False) -> list[str]:
    """Return a fragment as lines; the text of a file stays as it is where it fits or is no JSON."""
    lines = fragment_lines(fragment, columns, spread=spread)
    if set(fragment) == {"text"} and max(map(len, lines), default=0) > columns:
        data = read_object(fragment["text"])
        lines = lines if data is None else json_lines(data, columns, spread=spread)
    return lines


def _diff(example: dict[str, Any], screen: Screen) -> Iterator[str]:
    """Yield an example before and after a fix, line by line."""
    from difflib import SequenceMatcher

    narrow = screen._replace(columns=screen.columns - len("- "))
    old, new = _compared(example, narrow.columns)
    for kind, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from (f"  {_cut(line, narrow)}" for line in old[start:end])
            continue
        pairs = zip_longest(old[start:end], new[new_start:new_end], fillvalue="")
        changes = [_alike(*pair) for pair in pairs]
        for mark, role, lines in (("-", "removed", old[start:end]), ("+", "added", new[new_start:new_end])):
            shown = (_cut(line, narrow, change) for line, change in zip(lines, changes, strict=False))
            yield from (screen.paint(role, f"{mark} {line}") for line in shown)


def _alike(line: str, other: str) -> int:
    """Return how many characters at the beginning of two lines are the same."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(line, other, strict=False)))


def _compared(example: dict[str, Any], columns: int) -> list[list[str]]:
    """Return an example before and after a fix, in such lines that equal parts have equal ones."""
    short = [_fragment(example[kind], columns) for kind in ("bad", "fixed")]
    if all(len(lines) == 1 for lines in short):
        return short
    return [_fragment(example[kind], columns, spread=True) for kind in ("bad", "fixed")]


def _cut(line: str, screen: Screen, anchor: int = 0) -> str:
    """Return a line as the screen shows it; one that is too long around a character (from 0)."""
    start = min(anchor, len(line))
    return crop(Line(line, (), screen.encoding), Span(start, start), screen.columns).text()
