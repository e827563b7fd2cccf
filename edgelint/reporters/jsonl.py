"""The report as JSON Lines: an object for each finding, as the JSON report has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from edgelint.reporters.json_report import records, write_data

if TYPE_CHECKING:
    from edgelint.report import Report


def write(report: Report, stream: TextIO) -> None:
    """Write the findings, those that were fixed too, each on a line of its own."""
    for record in records(report):
        write_data(record, stream)
