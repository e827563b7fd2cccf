"""The removal of children with their commas and their own comments, so that the rest stands as if they had not been."""

from __future__ import annotations

from typing import NamedTuple

from edgelint.editing import gaps
from edgelint.editing.edits import Edit
from edgelint.json_text.text import Span


class Run(NamedTuple):
    """Removed children that stand side by side, from the first to the end of the last.

    `floor` is where the child before them ends, `ceiling` where the next one starts; where they are the `first` or the
    `last` ones, the inside of the container ends there.
    """

    span: Span
    floor: int
    ceiling: int
    first: bool
    last: bool


def removal(text: str, run: Run) -> list[Edit]:
    """Return the edits that remove a run."""
    front = gaps.marks(text, run.floor, run.span.start)
    comma = gaps.comma(text, run.span.end)
    end = gaps.behind_note(text, comma.end) if comma else gaps.behind_own(text, run.span.end)
    behind = [mark.kind for mark in gaps.marks(text, end, run.ceiling)]
    if not run.last or "odd" in behind:
        return [_up_to_next(text, run, end, front)]
    if run.first and not behind and all(mark.kind == "comma" for mark in front):
        return [Edit(Span(run.floor, run.ceiling), "")]
    return _last(text, run, end, front, trailing=comma is not None)


def _up_to_next(text: str, run: Run, end: int, front: list[gaps.Mark]) -> Edit:
    """Remove what something follows; where that stands on a line of its own and the run does not, the line end stays."""
    shares_line = not run.first and "\n" not in text[run.floor : run.span.start]
    if shares_line and gaps.ends_line(text, end):
        return Edit(Span(front[-1].span.end if front else run.floor, end), "")
    return Edit(Span(run.span.start, gaps.behind_blanks(text, end)), "")


def _last(text: str, run: Run, end: int, front: list[gaps.Mark], *, trailing: bool) -> list[Edit]:
    """Remove the last children and the comma in front of them; with a `trailing` comma behind them, that instead."""
    odd = max((index for index, mark in enumerate(front) if mark.kind == "odd"), default=-1)
    commas = [index for index, mark in enumerate(front) if mark.kind == "comma" and index > odd and not trailing]
    if commas and commas[-1] == len(front) - 1:
        return [Edit(Span(_blanks_before(text, run, front[:-1], front[-1].span.start, end), end), "")]
    cut = Edit(Span(_blanks_before(text, run, front, run.span.start, end), end), "")
    return [*(Edit(front[index].span, "") for index in commas[-1:]), cut]


def _blanks_before(text: str, run: Run, front: list[gaps.Mark], offset: int, end: int) -> int:
    """Return where the blanks in front of `offset` start, or `offset` where a comment up to the line's end needs them."""
    if not front:
        return run.floor
    return offset if front[-1].kind == "line" and not gaps.ends_line(text, end) else front[-1].span.end
