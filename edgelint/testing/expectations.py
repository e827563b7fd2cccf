"""What an example expects of a finding, and whether a finding is that."""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple

from edgelint.findings import Finding
from edgelint.json_text.text import Position, Span
from edgelint.testing.places import UNKNOWN, Spot

_SEAM = re.compile(r'"\s*,\s*"createOptions\d+"\s*:\s*"')
_REST_OF_STRING = re.compile(r'(?:[^"\\]|\\.)*')
_COLON = re.compile(r'"\s*:')


class Expected(NamedTuple):
    """An entry of `finds` and what stands at its place; `key` where the caret must stand under the key."""

    at: str
    spot: Spot
    text: str | None
    message: str
    severity: str | None
    fix: str | None
    key: bool


class Seen(NamedTuple):
    """A finding and the text of its file."""

    finding: Finding
    text: str


def expect(found: dict[str, Any], spot: Spot, *, key: bool) -> Expected:
    """Return what an entry of `finds` expects."""
    return Expected(
        found["at"], spot, found.get("text"), found["message"], found.get("severity"), found.get("fix"), key
    )


def agrees(expected: Expected, seen: Seen) -> bool:
    """Tell whether a finding is the expected one: place, marked text, message, severity, kind of fix, line and column."""
    finding = seen.finding
    return (
        is_at(expected, seen)
        and expected.message == finding.message
        and expected.severity in (None, finding.severity)
        and expected.fix in (None, finding.fix and finding.fix.applicability)
        and _is_marked(expected, seen)
        and _is_counted(seen)
    )


def is_at(expected: Expected, seen: Seen) -> bool:
    """Tell whether a finding stands at the expected JSON Pointer; anywhere, where a whole file is the example."""
    return expected.spot.pointer in (None, seen.finding.location.path)


def marked(seen: Seen, *, inside: bool | None) -> list[str]:
    """Return what the characters under the caret say: `inside` in a text in a string, None where that is unknown."""
    raw = _joined(seen)
    if inside is not None:
        return [unescaped(unescaped(raw) if inside else raw)]
    return [raw, unescaped(raw), unescaped(unescaped(raw))]


def unescaped(raw: str) -> str:
    """Return what the characters between two quotes say; what is no such thing as it is, of an empty string nothing."""
    if raw == '""':
        return ""
    try:
        return str(json.loads(f'"{raw}"', strict=False))
    except ValueError:
        return raw


def _characters(seen: Seen) -> str:
    span = seen.finding.location.span
    return seen.text[span.start : span.end]


def _joined(seen: Seen) -> str:
    """Return the characters of the finding without the seams of chunks that it crosses."""
    return _SEAM.sub("", _characters(seen))


def _is_marked(expected: Expected, seen: Seen) -> bool:
    spot = expected.spot
    if expected.text is not None:
        return expected.text in marked(seen, inside=spot.inside)
    if spot.value is UNKNOWN:
        return True
    return _is_key(spot, seen) or (not expected.key and _is_value(spot, seen))


def _is_key(spot: Spot, seen: Seen) -> bool:
    if spot.key not in marked(seen, inside=spot.inside):
        return False
    rest = _SEAM.sub("", seen.text[seen.finding.location.span.end :])
    if spot.inside:
        string = _REST_OF_STRING.match(rest)
        rest = unescaped(string[0]) if string else ""
    return _COLON.match(rest) is not None


def _is_value(spot: Spot, seen: Seen) -> bool:
    if isinstance(spot.value, str):
        return spot.value in marked(seen, inside=spot.inside)
    try:
        value = json.loads(unescaped(_joined(seen)) if spot.inside else _characters(seen))
    except ValueError:
        return False
    return json.dumps(value, sort_keys=True) == json.dumps(spot.value, sort_keys=True)


def _is_counted(seen: Seen) -> bool:
    """Tell whether lines and columns are those of the finding's characters."""
    location = seen.finding.location
    return (location.start, location.end) == _positions(seen.text, location.span)


def _positions(text: str, span: Span) -> tuple[Position, Position]:
    start, end = (Position(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)) for offset in span)
    return start, end
