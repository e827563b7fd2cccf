"""The HTML report: one page that holds all it needs, for people who plan and follow a migration."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from edgelint.reporters.html.page import page

if TYPE_CHECKING:
    from edgelint.report import Report


def write(report: Report, stream: TextIO) -> None:
    """Write the page in ASCII, which is the same in UTF-8 and in the stream's encoding."""
    stream.write(page(report).encode("ascii", "xmlcharrefreplace").decode("ascii"))
