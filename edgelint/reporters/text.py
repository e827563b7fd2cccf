"""The text report, for people: the findings with the lines they stand on or how many there are, then what is left to do."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, TextIO

from edgelint.reporters.concise import header
from edgelint.reporters.digest import Block, digest
from edgelint.reporters.frames import frame
from edgelint.reporters.pages import Page, page_of
from edgelint.reporters.screen import Screen, screen_of
from edgelint.reporters.text_summary import summary
from edgelint.reporters.width import columns, printable
from edgelint.reporters.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from edgelint.findings import Finding
    from edgelint.report import Report

_ROWS = 40
"""The rows of a screen that the report of a file should fit."""


def write(report: Report, stream: TextIO) -> None:
    """Write the findings that are left, framed while they are few, or their counts; and a summary unless it is quiet."""
    screen = screen_of(stream, no_color=report.no_color)
    behind = [] if report.quiet else list(_summary(report, screen))
    rows = _counts(report, screen) if report.statistics else _list(report, screen, _ROWS - _height(behind, screen))
    stream.writelines(f"{row}\n" for row in [*rows, *([""] if rows and behind else []), *behind])


def _counts(report: Report, screen: Screen) -> list[str]:
    from edgelint.reporters.statistics import statistics

    return list(statistics(report, screen.paint))


def _list(report: Report, screen: Screen, room: int) -> list[str]:
    """Return the findings, for each file in the room there is while it can be told in so few rows."""
    return list(_spaced(list(_blocks(report, screen, room))))


def _summary(report: Report, screen: Screen) -> Iterator[str]:
    for row in summary(report):
        yield from wrapped(printable(row, screen.encoding), screen.columns, behind="  " if row.startswith("- ") else "")


def _blocks(report: Report, screen: Screen, room: int) -> Iterator[list[str]]:
    """Yield the rows of each block; one row is a block without a frame."""
    pages: dict[str, Page] = {}

    def drawn(block: Block) -> list[str]:
        rows = [header(block.finding, screen.encoding, screen.paint) + printable(block.tail(), screen.encoding)]
        if block.framed and block.finding.file in report.texts:
            rows += frame(block.finding, _page(block.finding, report, pages), screen)
        return rows

    def height(blocks: Sequence[Block]) -> int:
        return _height(list(_spaced([drawn(block) for block in blocks])), screen)

    for _, findings in groupby(report.shown(), key=lambda finding: finding.file):
        yield from map(drawn, digest(list(findings), height, room))


def _height(rows: Sequence[str], screen: Screen) -> int:
    """Return how many rows of the screen the rows take, those that are too long for it broken."""
    return sum(max(1, -(-columns(row) // screen.columns)) for row in rows)


def _page(finding: Finding, report: Report, pages: dict[str, Page]) -> Page:
    file = finding.file
    if file not in pages:
        pages[file] = page_of(report.texts[file], report.secrets(file))
    return pages[file]


def _spaced(blocks: list[list[str]]) -> Iterator[str]:
    """Yield the rows of all blocks, with a blank line before and after a frame."""
    framed = False
    for index, rows in enumerate(blocks):
        if index and (framed or len(rows) > 1):
            yield ""
        yield from rows
        framed = len(rows) > 1
