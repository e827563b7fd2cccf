"""Expected findings and those that came, paired in any order; what is left over, in words."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

from edgelint.testing.expectations import Expected, Seen, agrees, is_at, marked
from edgelint.testing.outcome import MISSING, NOISY
from edgelint.testing.places import UNKNOWN

_LONGEST = 80


class Difference(NamedTuple):
    """What is missing or noisy: the word, what is expected and what came instead (each in one line, or "")."""

    word: str
    expected: str
    found: str


def differences(expected: Sequence[Expected], seen: Sequence[Seen]) -> list[Difference]:
    """Return in what the findings differ from the expected ones."""
    missing, left = _unmatched(expected, seen)
    found: list[Difference] = []
    for item in missing:
        near = next((each for each in left if is_at(item, each) or item.message == each.finding.message), None)
        if near is not None:
            left.remove(near)
        found.append(Difference(MISSING, _expectation(item), _finding(item.spot.inside, near) if near else ""))
    return found + [Difference(NOISY, "", _finding(None, each)) for each in left]


def _unmatched(expected: Sequence[Expected], seen: Sequence[Seen]) -> tuple[list[Expected], list[Seen]]:
    """Return what is left of both; a finding that says the same of the same characters again stays over."""
    left, missing = list(seen), []
    taken: set[object] = set()
    for item in expected:
        match = next((each for each in left if _identity(each) not in taken and agrees(item, each)), None)
        if match is None:
            missing.append(item)
        else:
            left.remove(match)
            taken.add(_identity(match))
    return missing, left


def _identity(seen: Seen) -> object:
    return seen.finding.location.span, seen.finding.message


def _expectation(expected: Expected) -> str:
    severity, fix = expected.severity or "finding", f" ({expected.fix} fix)" if expected.fix else ""
    return f'{severity} "{expected.message}"{fix} under {_wanted(expected)} at {expected.at}'


def _wanted(expected: Expected) -> str:
    if expected.text is not None:
        return _short(json.dumps(expected.text, ensure_ascii=False))
    if expected.key:
        return f"the key {_short(json.dumps(expected.spot.key, ensure_ascii=False))}"
    if expected.spot.value is UNKNOWN:
        return "any text"
    return _short(json.dumps(expected.spot.value, ensure_ascii=False))


def _finding(inside: bool | None, seen: Seen) -> str:
    finding = seen.finding
    fix = f" ({finding.fix.applicability} fix)" if finding.fix else ""
    text = _short(json.dumps(marked(seen, inside=inside)[-1], ensure_ascii=False))
    place = f"{finding.location.start.line}:{finding.location.start.column} {finding.location.path}"
    return f'{finding.severity} "{finding.message}"{fix} under {text} at {place}'


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
