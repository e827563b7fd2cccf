"""The text report, for people: the findings with the lines they stand on, then what is left to do."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING, TextIO

from edgelint.reporters.concise import header
from edgelint.reporters.frames import Page, Screen, frame
from edgelint.reporters.text_style import painter, use_color
from edgelint.reporters.text_summary import summary
from edgelint.reporters.width import printable, stream_columns, stream_encoding
from edgelint.text import LineIndex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edgelint.findings import Finding
    from edgelint.report import Report

_FRAMES = 3
"""How many findings of a rule get a frame in a file."""


def write(report: Report, stream: TextIO) -> None:
    """Write the findings that are left, framed while they are few, and a summary unless the report is quiet."""
    paint = painter(use_color(stream, report.no_color, os.environ))
    screen = Screen(stream_columns(stream), stream_encoding(stream), paint)
    blocks = list(_blocks(report, screen))
    stream.writelines(f"{row}\n" for row in _spaced(blocks))
    if report.quiet:
        return
    rows = [printable(row, screen.encoding) for row in summary(report)]
    stream.writelines(f"{row}\n" for row in ([""] if blocks else []) + rows)


def _blocks(report: Report, screen: Screen) -> Iterator[list[str]]:
    """Yield the rows of each finding; one row is a finding without a frame."""
    pages: dict[str, Page] = {}
    drawn: Counter[tuple[str, str]] = Counter()
    for finding in report.left():
        rows = [header(finding, screen.encoding, screen.paint)]
        if finding.file in report.texts and drawn[finding.file, finding.code] < _FRAMES:
            drawn[finding.file, finding.code] += 1
            rows += frame(finding, _page(finding, report, pages), screen)
        yield rows


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
