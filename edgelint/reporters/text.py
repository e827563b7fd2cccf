"""The text report, for people: the findings with the lines they stand on, then what is left to do."""

from __future__ import annotations

import os
from itertools import groupby
from typing import TYPE_CHECKING, TextIO

from edgelint.reporters.concise import header
from edgelint.reporters.digest import Block, digest
from edgelint.reporters.frames import Page, Screen, frame
from edgelint.reporters.text_style import painter, use_color
from edgelint.reporters.text_summary import summary
from edgelint.reporters.width import columns, printable, stream_columns, stream_encoding
from edgelint.text import LineIndex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from edgelint.findings import Finding
    from edgelint.report import Report

_ROWS = 40
"""The rows of a screen that the report of a file should fit."""


def write(report: Report, stream: TextIO) -> None:
    """Write the findings that are left, framed while they are few, and a summary unless the report is quiet."""
    paint = painter(use_color(stream, report.no_color, os.environ))
    screen = Screen(stream_columns(stream), stream_encoding(stream), paint)
    behind = [] if report.quiet else [printable(row, screen.encoding) for row in summary(report)]
    blocks = list(_blocks(report, screen, _ROWS - _height(behind, screen)))
    stream.writelines(f"{row}\n" for row in _spaced(blocks))
    stream.writelines(f"{row}\n" for row in ([""] if blocks and behind else []) + behind)


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
        pages[file] = Page(LineIndex(report.texts[file]), sorted(report.secrets(file)))
    return pages[file]


def _spaced(blocks: list[list[str]]) -> Iterator[str]:
    """Yield the rows of all blocks, with a blank line before and after a frame."""
    framed = False
    for index, rows in enumerate(blocks):
        if index and (framed or len(rows) > 1):
            yield ""
        yield from rows
        framed = len(rows) > 1
