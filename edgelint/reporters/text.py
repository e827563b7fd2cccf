"""The text report, for people: the findings with the lines they stand on or how many there are, then what is left to do."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, TextIO

from edgelint.reporters.concise import header
from edgelint.reporters.digest import Block, digest
from edgelint.reporters.frames import frame
from edgelint.reporters.pages import Page, page_of
from edgelint.reporters.screen import Screen, screen_of
from edgelint.reporters.text_style import plain
from edgelint.reporters.text_summary import summary
from edgelint.reporters.width import columns, inert, printable
from edgelint.reporters.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from edgelint.findings import Finding
    from edgelint.report import Report

_ROWS = 40
"""The rows of a screen that the report of a file should fit."""

_INDENT = "    "
"""What stands before the further rows of a message."""

_ANSWERS = 4
"""How many answers a line for a whole rule names."""

_ROOM_FOR_WORDS = 30
"""The columns behind a place that are worth being filled."""


class _Drawn(NamedTuple):
    """The rows of a block, and whether a frame is among them."""

    rows: list[str]
    framed: bool = False


def write(report: Report, stream: TextIO) -> None:
    """Write the findings that are left, framed while they are few, or their counts; and a summary unless it is quiet."""
    screen = screen_of(stream, no_color=report.no_color)
    behind = [] if report.quiet else ["", *_summary(report, screen)]
    rows = _counts(report, screen) if report.statistics else _list(report, screen, _ROWS - _height(behind, screen))
    stream.writelines(f"{inert(row)}\n" for row in ([*rows, *behind] if rows else behind[1:]))


def _counts(report: Report, screen: Screen) -> list[str]:
    from edgelint.reporters.statistics import statistics

    return list(statistics(report, screen.paint))


def _list(report: Report, screen: Screen, room: int) -> list[str]:
    """Return the findings, for each file in the room there is while it can be told in so few rows."""
    return list(_spaced(_blocks(report, screen, room)))


def _summary(report: Report, screen: Screen) -> Iterator[str]:
    for row in summary(report):
        yield from wrapped(printable(row, screen.encoding), screen.columns, behind="  " if row.startswith("- ") else "")


def _blocks(report: Report, screen: Screen, room: int) -> Iterator[_Drawn]:
    pages: dict[str, Page] = {}

    def drawn(block: Block) -> _Drawn:
        if not block.framed or block.finding.file not in report.texts:
            return _Drawn(_header(block, screen, _answers(block, report)))
        question, behind = ("", _answers(block, report)) if block.more else (report.question(block.finding), "")
        page = _page(block.finding, report, pages)
        return _Drawn([*_header(block, screen, behind), *frame(block.finding, page, screen, question)], True)

    def height(blocks: Sequence[Block]) -> int:
        return _height(list(_spaced([drawn(block) for block in blocks])), screen)

    for _, findings in groupby(report.shown(), key=lambda finding: finding.file):
        yield from map(drawn, digest(list(findings), height, room))


def _answers(block: Block, report: Report) -> str:
    """Return what a line says of the answers that the fixes of its findings wait for; where there is none, ""."""
    questions = list(dict.fromkeys(filter(None, map(report.question, (block.finding, *block.more)))))
    if not questions:
        return ""
    named = ", ".join(questions[:_ANSWERS]) + (", …" if len(questions) > _ANSWERS else "")
    return f" (needs the {'answer' if len(questions) == 1 else 'answers'} {named})"


def _header(block: Block, screen: Screen, behind: str = "") -> list[str]:
    """Return the rows that say where and what a finding is, broken where the screen ends; a place is never broken.

    `behind` stands at their end.
    """
    message = printable(block.finding.message, screen.encoding)
    place, painted = (
        header(block.finding, screen.encoding, paint).removesuffix(f" {message}") for paint in (plain, screen.paint)
    )
    said = message + printable(block.tail() + behind, screen.encoding)
    if columns(place) + _ROOM_FOR_WORDS > screen.columns:
        return [painted, *wrapped(said, screen.columns, _INDENT, _INDENT)]
    first, *further = wrapped(said, screen.columns, f"{place} ", _INDENT)
    return [painted + first.removeprefix(place), *further]


def _height(rows: Sequence[str], screen: Screen) -> int:
    """Return how many rows of the screen the rows take, those that are too long for it broken."""
    return sum(max(1, -(-columns(row) // screen.columns)) for row in rows)


def _page(finding: Finding, report: Report, pages: dict[str, Page]) -> Page:
    file = finding.file
    if file not in pages:
        pages[file] = page_of(report.texts[file], report.secrets(file))
    return pages[file]


def _spaced(blocks: Iterable[_Drawn]) -> Iterator[str]:
    """Yield the rows of all blocks, with a blank line before and after a frame."""
    before: _Drawn | None = None
    for block in blocks:
        if before and (before.framed or block.framed):
            yield ""
        yield from block.rows
        before = block
