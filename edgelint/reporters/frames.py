"""The frame of a finding: its line with the marks below, the lines of the related places, and the help."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from edgelint.reporters.cells import Line, crop
from edgelint.reporters.width import printable
from edgelint.text import LineIndex, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from edgelint.findings import Finding, Location
    from edgelint.reporters.text_style import Paint


class Page(NamedTuple):
    """A file that frames are drawn of; `secrets` are characters of the file, in order."""

    lines: LineIndex
    secrets: Sequence[Span]


class Screen(NamedTuple):
    """What frames are drawn on: its width in columns, its encoding and its colours."""

    columns: int
    encoding: str
    paint: Paint


class _Mark(NamedTuple):
    """What is underlined: characters of its line, counted from 0."""

    span: Span
    symbol: str
    role: str
    label: str


class _Piece(NamedTuple):
    """A line and its marks; all of them stand inside `reach`."""

    line: Line
    reach: Span
    marks: tuple[_Mark, ...]


def frame(finding: Finding, page: Page, screen: Screen) -> Iterator[str]:
    """Yield the rows below the header of a finding; a related place too far away on its line is told in words."""
    places = (finding.location, *(related.location for related in finding.related))
    digits = len(str(max(place.start.line for place in places)))
    room = screen.columns - digits - len(" | ")
    pieces, notes = _pieces(finding, page, screen.encoding, room)
    for number, piece in pieces.items():
        yield screen.paint("line", f"{'':{digits}} |")
        yield from _rows(piece, f"{number:>{digits}} |", room, screen)
    notes += [f"help: {finding.help}"] if finding.help else []
    for note in notes:
        yield from _wrapped(printable(note, screen.encoding), digits, screen.columns)


def _wrapped(note: str, digits: int, columns: int) -> list[str]:
    """Return a note in rows of at most `columns`, those behind the first one set in below its text."""
    from textwrap import wrap

    head, _, _ = note.partition(": ")
    behind = f"{'':{digits + len(' = ') + len(head) + len(': ')}}"
    return wrap(note, columns, initial_indent=f"{'':{digits}} = ", subsequent_indent=behind, break_on_hyphens=False)


def _pieces(finding: Finding, page: Page, encoding: str, room: int) -> tuple[dict[int, _Piece], list[str]]:
    """Return the pieces by the number of their line, the finding's own first, and what no piece has room for."""
    own = _Mark(_on_line(finding.location, page), "^", finding.severity, "")
    number = finding.location.start.line
    pieces = {number: _Piece(_line(number, page, encoding), own.span, (own,))}
    notes = []
    for label, place in finding.related:
        number, column = place.start
        mark = _Mark(_on_line(place, page), "-", "line", label)
        piece = pieces.get(number) or _Piece(_line(number, page, encoding), mark.span, ())
        reach = Span(min(piece.reach.start, mark.span.start), max(piece.reach.end, mark.span.end))
        if not piece.marks or crop(piece.line, reach, room).holds(reach):
            pieces[number] = _Piece(piece.line, reach, (*piece.marks, mark))
        else:
            notes.append(f"{label}: line {number}, column {column}")
    return pieces, notes


def _line(number: int, page: Page, encoding: str) -> Line:
    text, start = page.lines.line(number), page.lines.start(number)
    secrets = [Span(max(secret.start - start, 0), min(secret.end - start, len(text))) for secret in page.secrets]
    return Line(text, tuple(secret for secret in secrets if secret.start < secret.end), encoding)


def _on_line(place: Location, page: Page) -> Span:
    """Return which characters of its first line a place covers."""
    start, length = page.lines.start(place.start.line), len(page.lines.line(place.start.line))
    return Span(min(place.span.start - start, length), min(place.span.end - start, length))


def _rows(piece: _Piece, gutter: str, room: int, screen: Screen) -> Iterator[str]:
    window = crop(piece.line, piece.reach, room)
    yield f"{screen.paint('line', gutter)} {window.text()}".rstrip()
    bar = screen.paint("line", f"{'|':>{len(gutter)}}")
    for mark in piece.marks:
        blanks, underline = window.underline(mark.span, mark.symbol)
        yield f"{bar} {blanks}{screen.paint(mark.role, underline)} {printable(mark.label, screen.encoding)}".rstrip()
