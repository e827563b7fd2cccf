"""A line of a file as the stream shows it, character by character, and the part of it that a frame has room for."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from edgelint.reporters.width import columns, printable
from edgelint.secrecy.secrets import MASK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from edgelint.json_text.text import Span

_TAB = 4


class Line(NamedTuple):
    """A line without its line end; `secrets` are characters of it, in order, that are shown masked."""

    text: str
    secrets: tuple[Span, ...]
    encoding: str


class Cell(NamedTuple):
    """Characters of a line that are shown together, how they are shown, and in how many columns."""

    start: int
    end: int
    text: str
    columns: int


class Window(NamedTuple):
    """The part of a line that is shown, between what stands for the parts that are cut."""

    left: str
    cells: Sequence[Cell]
    right: str

    def text(self) -> str:
        """Return the row."""
        return self.left + "".join(cell.text for cell in self.cells) + self.right

    def underline(self, span: Span, symbol: str) -> tuple[str, str]:
        """Return the blanks and the symbols, one at least, that stand below the characters of `span`."""
        before = len(self.left) + _total(cell for cell in self.cells if cell.end <= span.start)
        under = _total(cell for cell in self.cells if cell.end > span.start and cell.start < span.end)
        return " " * before, symbol * max(under, 1)

    def holds(self, span: Span) -> bool:
        """Tell whether all of the span is shown; its start is, where the window was made for it."""
        return not self.cells or self.cells[-1].end >= span.end


def crop(line: Line, span: Span, room: int) -> Window:
    """Return the line around `span` in at most `room` columns; of a span that is longer its beginning."""
    cells = near(line, span.start, room)
    if _total(cells) <= room and ends(cells, line) == (True, True):
        return Window("", cells, "")
    cut = printable("…", line.encoding)
    spare = room - 2 * len(cut)
    first = sum(cell.end <= span.start for cell in cells)
    last = sum(cell.start < span.end for cell in cells)
    last = first + _count(cells[first:last], spare)
    spare -= _total(cells[first:last])
    before, behind = cells[first - 1 :: -1] if first else [], cells[last:]
    right = _count(behind, spare - _total(before[: _count(before, spare // 2)]))
    left = _count(before, spare - _total(behind[:right]))
    shown = cells[first - left : last + right]
    at_start, at_end = ends(shown, line)
    return Window("" if at_start else cut, shown, "" if at_end else cut)


def near(line: Line, anchor: int, room: int) -> list[Cell]:
    """Return the cells that a window around the character `anchor` may show, not many more."""
    found, behind = [], 0
    for cell in _cells(line, _reach(line, anchor, room)):
        found.append(cell)
        behind += cell.columns if cell.end > anchor else 0
        if behind > room:
            break
    return found


def _reach(line: Line, anchor: int, room: int) -> int:
    """Return the character from which on `room` columns lie before `anchor`; a secret is never begun in its middle."""
    secrets, offset = [secret for secret in line.secrets if secret.start < anchor], anchor
    while offset > 0 and room > 0:
        while secrets and secrets[-1].start >= offset:
            secrets.pop()
        hidden = bool(secrets) and secrets[-1].end >= offset
        offset = secrets[-1].start if hidden else offset - 1
        room -= len(MASK) if hidden else 1
    return offset


def _cells(line: Line, start: int) -> Iterator[Cell]:
    """Yield the cells from the character `start` on; a tab ends at every fourth column counted from there."""
    secrets, offset, column = [secret for secret in line.secrets if secret.end > start], start, 0
    while offset < len(line.text):
        while secrets and secrets[0].end <= offset:
            secrets.pop(0)
        limit = secrets[0].start if secrets else len(line.text)
        end = _character_end(line, offset, limit) if offset < limit else secrets[0].end
        shown = _shown(line, offset, end, column) if offset < limit else printable(MASK, line.encoding)
        yield Cell(offset, end, shown, columns(shown))
        offset, column = end, column + columns(shown)


def _shown(line: Line, start: int, end: int, column: int) -> str:
    text = line.text[start:end]
    return " " * (_TAB - column % _TAB) if text == "\t" else printable(text, line.encoding)


def _character_end(line: Line, start: int, limit: int) -> int:
    """Return where the character at `start` ends, with the characters without width that belong to it."""
    end = start + 1
    while end < limit and columns(printable(line.text[end], line.encoding)) == 0:
        end += 1
    return end


def ends(shown: Sequence[Cell], line: Line) -> tuple[bool, bool]:
    """Tell whether the cells begin with the line and whether they end with it."""
    return (shown[0].start == 0, shown[-1].end == len(line.text)) if shown else (True, True)


def _count(cells: Sequence[Cell], room: int) -> int:
    """Return how many of the cells have room."""
    return sum(used <= room for used in accumulate(cell.columns for cell in cells))


def _total(cells: Iterable[Cell]) -> int:
    return sum(cell.columns for cell in cells)


def masked(line: Line) -> str:
    """Return the whole line with its secrets masked."""
    shown, offset = [], 0
    for secret in line.secrets:
        if secret.end > offset:
            shown += [line.text[offset : secret.start], MASK]
            offset = secret.end
    return "".join([*shown, line.text[offset:]])
