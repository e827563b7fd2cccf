"""Lines of a file that somebody asks about, and what is on them or near."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from edgelint.findings import Location
from edgelint.json_text.text import Span
from edgelint.json_text.views import outer_span
from edgelint.manifests.manifest import Module
from edgelint.tracing.sight import Sight

ON_LINE, AROUND, ELSEWHERE = range(3)


class Spot(NamedTuple):
    """A line of a file, or one character of it; both count from 1."""

    line: int
    column: int | None = None


class NoModuleError(Exception):
    """No module stands on a line, for a rule that looks at modules; the message says so."""


def stands_on(module: Module, spot: Spot, sight: Sight) -> bool:
    """Tell whether a part of a module is on the line, or the character in the module."""
    if spot.column is None:
        first, last = _lines(module, sight)
        return first <= spot.line <= last
    span = _span(module)
    return span.start <= sight.lines.start(spot.line) + spot.column - 1 < span.end


def where_modules_are(modules: Sequence[Module], spot: Spot, sight: Sight) -> str:
    """Return where modules stand, if not on the line."""
    if not modules:
        return "no module stands there, nor anywhere in the file"
    distances = {id(module): min(abs(line - spot.line) for line in _lines(module, sight)) for module in modules}
    nearest = min(modules, key=lambda module: distances[id(module)])
    first, last = _lines(nearest, sight)
    return f"no module stands there; {nearest.name}, the nearest one, is on lines {first} to {last}"


def _lines(module: Module, sight: Sight) -> tuple[int, int]:
    start, end = _span(module)
    return sight.lines.position(start).line, sight.lines.position(max(start, end - 1)).line


def _span(module: Module) -> Span:
    """Return the characters of a module from its key to its end."""
    place = module.origin.place
    return Span(outer_span(place._replace(mark="key")).start, outer_span(place).end)


def distance(spot: Spot, location: Location, sight: Sight) -> tuple[int, int]:
    """Return how far a place is: on the line or around it, the smaller the nearer, or elsewhere."""
    if spot.column is None:
        first, last = location.start.line, location.end.line
        if first == spot.line:
            return ON_LINE, 0
        return (AROUND, last - first) if first < spot.line <= last else (ELSEWHERE, abs(first - spot.line))
    (start, end), offset = location.span, sight.lines.start(spot.line) + spot.column - 1
    if start <= offset < max(end, start + 1):
        return AROUND, end - start
    return ELSEWHERE, max(start - offset, offset - end)
