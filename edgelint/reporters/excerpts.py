"""A line around several places: in one piece where there is room for it, else a part around each of them."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from edgelint.json_text.text import Span
from edgelint.reporters.cells import Cell, Line, Window, crop, ends, near
from edgelint.reporters.width import columns, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class _Part(NamedTuple):
    """The cells around a place, of which it takes those from `first` to before `last`."""

    cells: Sequence[Cell]
    first: int
    last: int

    def shown(self, longest: int, context: int) -> Sequence[Cell]:
        """Return at most `longest` cells of the place and, where that is all of it, `context` ones on each side."""
        end = min(self.last, self.first + longest)
        return self.cells[max(self.first - context, 0) : end + context * (end == self.last)]


def reach(spans: Sequence[Span]) -> Span:
    """Return from where to where the spans stand."""
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def around(line: Line, spans: Sequence[Span], room: int) -> Window:
    """Return the line around the spans in at most `room` columns; of those that are too long their beginning.

    Where they lie too far apart, `…` stands for what is between the parts, in a cell of no characters.
    """
    whole = crop(line, reach(spans), room)
    if len(spans) == 1 or whole.holds(reach(spans)):
        return whole
    parts = [_part(line, span, room) for span in spans]

    def window(longest: int, context: int) -> Window:
        return _joined(line, [part.shown(longest, context) for part in parts])

    longest = _most(lambda number: window(number, 0), room)
    return window(longest, _most(lambda number: window(longest, number), room))


def _part(line: Line, span: Span, room: int) -> _Part:
    cells = near(line, span.start, room)
    first = sum(cell.end <= span.start for cell in cells)
    return _Part(cells, first, max(first, sum(cell.start < span.end for cell in cells)))


def _most(window: Callable[[int], Window], room: int) -> int:
    """Return up to which number the window keeps its room."""
    return bisect_left(range(1, room), True, key=lambda number: columns(window(number).text()) > room)


def _joined(line: Line, parts: Sequence[Sequence[Cell]]) -> Window:
    """Return the cells of all parts once, with what stands for those that are left out."""
    cut = printable("…", line.encoding)
    cells: list[Cell] = []
    for cell in sorted({cell.start: cell for part in parts for cell in part}.values()):
        if not cells or cell.start >= cells[-1].end:
            cells.append(cell)
    gaps = [Cell(left.end, left.end, cut, len(cut)) for left, right in pairwise(cells) if left.end < right.start]
    at_start, at_end = ends(cells, line)
    return Window("" if at_start else cut, sorted([*cells, *gaps]), "" if at_end else cut)
