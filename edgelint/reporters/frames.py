"""The frame of a finding: the lines of its places in one picture, what is meant underlined, and the help."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from edgelint.json_text.text import Span
from edgelint.reporters.cells import Line, crop
from edgelint.reporters.excerpts import around, reach
from edgelint.reporters.pages import Page, line_of, on_line
from edgelint.reporters.underlines import Underline, underlined
from edgelint.reporters.width import columns, printable
from edgelint.reporters.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from edgelint.findings import Finding
    from edgelint.reporters.cells import Window
    from edgelint.reporters.screen import Screen

_BAR = " | "
_PARTS = 4
"""How many places of one line are shown that lie too far apart to be shown in one piece."""


class _Mark(NamedTuple):
    """What is underlined: characters of its line, counted from 0."""

    span: Span
    symbol: str
    role: str
    label: str


class _Piece(NamedTuple):
    """A line and what is underlined in it."""

    line: Line
    marks: tuple[_Mark, ...]

    def spans(self) -> list[Span]:
        """Return what is underlined; of a line without marks its beginning."""
        return [mark.span for mark in self.marks] or [Span(0, 0)]

    def has_room(self, room: int) -> bool:
        """Tell whether all that is underlined can be shown."""
        whole = reach(self.spans())
        return len(self.marks) <= _PARTS or crop(self.line, whole, room).holds(whole)


def frame(finding: Finding, page: Page, screen: Screen, question: str = "") -> Iterator[str]:
    """Yield the rows below the header of a finding: the lines of all its places in the order of the file, and the help.

    `question` is the answer that its fix waits for.
    """
    places = (finding.location, *(related.location for related in finding.related))
    digits = len(str(max(place.start.line for place in places)))
    pieces, notes = _pieces(finding, page, screen.encoding, screen.columns - digits - len(_BAR))
    yield screen.paint("line", f"{'':{digits}} |")
    for number in _numbers(sorted(pieces)):
        if number is None:
            yield screen.paint("line", "...")
        else:
            piece = pieces.get(number) or _Piece(line_of(number, page, screen.encoding), ())
            yield from _rows(piece, f"{number:>{digits}}", screen)
    notes += [f"help: {finding.help}"] if finding.help else []
    notes += [f"fix: needs the answer {question} (--answers)"] if question else []
    for note in notes:
        yield from _note(printable(note, screen.encoding), digits, screen)


def _numbers(numbers: Sequence[int]) -> Iterator[int | None]:
    """Yield the numbers of lines, the one between two lines too, None in the place of more of them."""
    yield numbers[0]
    for before, number in pairwise(numbers):
        if number - before > 1:
            yield None if number - before > 2 else number - 1
        yield number


def _note(note: str, digits: int, screen: Screen) -> list[str]:
    """Return a note in rows that the screen has room for, those behind the first one set in below its text."""
    head, _, text = note.partition(": ")
    first = f"{'':{digits}} = {head}: "
    rows = wrapped(text, screen.columns, first, " " * columns(first))
    bold = f"{'':{digits}} {screen.paint('line', '=')} {screen.paint('code', head)}: "
    return [bold + rows[0][len(first) :], *rows[1:]]


def _pieces(finding: Finding, page: Page, encoding: str, room: int) -> tuple[dict[int, _Piece], list[str]]:
    """Return the pieces by the number of their line, the finding's own first, and what no piece has room for."""
    own = _Mark(on_line(finding.location, page), "^", finding.severity, "")
    number = finding.location.start.line
    pieces = {number: _Piece(line_of(number, page, encoding), (own,))}
    notes = []
    for label, place in finding.related:
        number, column = place.start
        mark = _Mark(on_line(place, page), "-", "line", label)
        piece = pieces.get(number) or _Piece(line_of(number, page, encoding), ())
        fuller = piece._replace(marks=(*piece.marks, mark))
        if fuller.has_room(room):
            pieces[number] = fuller
        else:
            notes.append(f"{label}: line {number}, column {column}")
    return pieces, notes


def _rows(piece: _Piece, number: str, screen: Screen) -> Iterator[str]:
    room = screen.columns - len(number) - len(_BAR)
    window = around(piece.line, piece.spans(), room)
    yield f"{screen.paint('line', f'{number} |')} {window.text()}".rstrip()
    bar = screen.paint("line", f"{'':{len(number)}} |")
    underlines = [_underline(mark, window, screen.encoding) for mark in piece.marks]
    yield from (f"{bar} {row}".rstrip() for row in underlined(underlines, room, screen.paint))


def _underline(mark: _Mark, window: Window, encoding: str) -> Underline:
    blanks, symbols = window.underline(mark.span, mark.symbol)
    return Underline(len(blanks), symbols, mark.role, printable(mark.label, encoding))
