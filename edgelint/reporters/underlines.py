"""What stands below a line of a frame: what is meant underlined, and the labels of that."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edgelint.json_text.text import Span
from edgelint.reporters.cells import Line, crop
from edgelint.reporters.width import columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from edgelint.reporters.text_style import Paint

_BETWEEN = 2
"""The blanks that stand at least between a label and the underline to its right."""


class Underline(NamedTuple):
    """Symbols below a line from a column (from 0) on, and a printable label or ""; `role` is their colour."""

    column: int
    symbols: str
    role: str
    label: str

    def end(self) -> int:
        """Return the column behind the symbols."""
        return self.column + len(self.symbols)

    def labelled(self) -> str:
        """Return the symbols with the label behind them."""
        return f"{self.symbols} {self.label}" if self.label else self.symbols


class _Text(NamedTuple):
    column: int
    text: str
    role: str


def underlined(underlines: Sequence[Underline], room: int, paint: Paint) -> Iterator[str]:
    """Yield the rows of underlines in at most `room` columns; one that meets an earlier one has a row of its own.

    A label stands behind its underline where there is room up to the next one, else below it, at the end of a bar.
    """
    for row in _rows(underlines):
        limits = [*(each.column - _BETWEEN for each in row[1:]), room]
        fits = [each.column + columns(each.labelled()) <= limit for each, limit in zip(row, limits, strict=True)]
        shown = [each.labelled() if fit else each.symbols for each, fit in zip(row, fits, strict=True)]
        yield _painted([_Text(each.column, text, each.role) for each, text in zip(row, shown, strict=True)], paint)
        yield from _below([each for each, fit in zip(row, fits, strict=True) if each.label and not fit], room, paint)


def _rows(underlines: Sequence[Underline]) -> list[list[Underline]]:
    """Return underlines that do not meet together, from left to right."""
    rows: list[list[Underline]] = []
    for each in underlines:
        free = (row for row in rows if all(each.end() <= other.column or other.end() <= each.column for other in row))
        row = next(free, None)
        if row is None:
            rows.append([each])
        else:
            row.append(each)
    return [sorted(row) for row in rows]


def _below(underlines: Sequence[Underline], room: int, paint: Paint) -> Iterator[str]:
    """Yield the labels that have no room behind their underlines, the rightmost first."""
    bars = [_Text(each.column, "|", each.role) for each in underlines]
    if bars:
        yield _painted(bars, paint)
    for index in reversed(range(len(underlines))):
        label = crop(Line(underlines[index].label, (), "utf-8"), Span(0, 0), room).text()
        column = max(0, min(underlines[index].column, room - columns(label)))
        left = [bar for bar in bars[:index] if bar.column < column - 1]
        yield _painted([*left, _Text(column, label, underlines[index].role)], paint)


def _painted(texts: Iterable[_Text], paint: Paint) -> str:
    """Return texts, from left to right, at their columns."""
    row, end = "", 0
    for column, text, role in texts:
        row += " " * (column - end) + paint(role, text)
        end = column + columns(text)
    return row
