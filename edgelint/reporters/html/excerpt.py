"""The line on which a finding stands, around the characters that are meant, secrets masked."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from edgelint.reporters.cells import crop
from edgelint.reporters.html.element import Markup, join, tag
from edgelint.reporters.pages import Page, line_of, on_line, page_of

if TYPE_CHECKING:
    from edgelint.findings import Location
    from edgelint.report import Report

_ROOM = 160
"""The columns that an excerpt takes."""


def page(report: Report, file: str) -> Page | None:
    """Return a file of the report to take excerpts from; None where it is not in there."""
    if file not in report.texts:
        return None
    return page_of(report.texts[file], report.secrets(file))


def excerpt(location: Location, page: Page) -> Markup:
    """Return the line with the characters of the location marked; without the blanks that it begins with."""
    span = on_line(location, page)
    line = line_of(location.start.line, page, "utf-8")
    window = crop(line, span, _ROOM)
    front = window.cells[0].start if window.cells else 0
    left = "" if not line.text[:front].strip() else window.left
    runs = [
        (meant, "".join(cell.text for cell in cells))
        for meant, cells in groupby(window.cells, lambda cell: cell.end > span.start and cell.start < span.end)
    ]
    if runs and not runs[0][0]:
        runs[0] = (False, runs[0][1].lstrip())
    shown = [tag("mark", text) if meant else join(text) for meant, text in runs]
    return tag("pre", tag("code", left, *shown, window.right), class_="excerpt")
