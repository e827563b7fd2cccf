"""What the fixes change in a file, as a unified diff for people: secrets masked, long common parts of lines left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edgelint.reporters.cells import masked
from edgelint.reporters.diff import head, hunks, lines
from edgelint.reporters.html.element import NEWLINE, Markup, join, tag
from edgelint.reporters.html.words import Piece, compared, shortened
from edgelint.reporters.pages import Page, line_of, page_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from edgelint.report import Change
    from edgelint.reporters.diff import Hunk

_ROWS = {"-": ("del", "gone"), "+": ("ins", "new"), " ": ("span", "same")}


def diff(change: Change) -> Markup:
    """Return the diff, nothing where nothing changes."""
    found = hunks(lines(change.before), lines(change.after))
    old, new = page_of(change.before, change.secrets), page_of(change.after, change.new_secrets)
    rows = [row for hunk in found for row in _hunk(hunk, old, new)]
    return tag("pre", *rows, class_="diff") if rows else join()


def _hunk(hunk: Hunk, old: Page, new: Page) -> Iterator[Markup]:
    yield tag("span", head(hunk), NEWLINE, class_="at")
    at = hunk.start
    for start, end, new_start, new_end in hunk.changes:
        yield from (_row(" ", [Piece(line)]) for line in _lines(old, at, start))
        yield from _changed(_lines(old, start, end), _lines(new, new_start, new_end))
        at = end
    yield from (_row(" ", [Piece(line)]) for line in _lines(old, at, hunk.end))


def _lines(page: Page, start: int, end: int) -> list[str]:
    return [masked(line_of(number + 1, page, "utf-8")) for number in range(start, end)]


def _changed(gone: list[str], new: list[str]) -> Iterator[Markup]:
    """Yield the lines of a change; what differs in them is told where as many come as go."""
    if len(gone) != len(new):
        pairs = [[Piece(line)] for line in gone], [[Piece(line)] for line in new]
    else:
        both = [compared(*pair) for pair in zip(gone, new, strict=True)]
        pairs = [pair[0] for pair in both], [pair[1] for pair in both]
    for sign, rows in zip("-+", pairs, strict=True):
        yield from (_row(sign, row) for row in rows)


def _row(sign: str, pieces: Sequence[Piece]) -> Markup:
    name, kind = _ROWS[sign]
    shown = pieces if sign != " " and len(pieces) == 1 else shortened(pieces)
    return tag(name, sign, *map(_piece, shown), NEWLINE, class_=kind)


def _piece(piece: Piece) -> Markup:
    text = tag("mark", piece.text) if piece.differs else join(piece.text)
    return join(text, tag("i", f"… {piece.left_out:,} characters …")) if piece.left_out else text
