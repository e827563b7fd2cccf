"""Where the reports of a run go: each format to a file of its own, or one of them to the stream."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import NamedTuple, TextIO

from edgelint.commands.ending import UsageError
from edgelint.report import Report
from edgelint.reporters import REPORTERS


class Output(NamedTuple):
    """A report that is asked for: its format and the file it goes to, None for the stream."""

    format: str
    file: str | None = None


def output(given: str) -> Output:
    """Return what `NAME` or `NAME:FILE` asks for; raises argparse.ArgumentTypeError."""
    name, _, file = given.partition(":")
    if name not in REPORTERS:
        known = ", ".join(REPORTERS)
        raise argparse.ArgumentTypeError(f'there is no format "{name}"; there are {known}')
    return Output(name, file or None)


def outputs(given: argparse.Namespace) -> list[Output]:
    """Return the reports that the options ask for; raises UsageError where two of them go to one place."""
    asked = given.output_format or [Output("text")]
    wanted = [each if each.file else each._replace(file=given.output_file) for each in asked]
    if len({each.file for each in wanted}) < len(wanted):
        raise UsageError("two reports for one place; give --output-format NAME:FILE to all but one")
    return wanted


def write_reports(wanted: list[Output], report: Report, stream: TextIO) -> None:
    """Write each report to its file or to the stream; raises UsageError for a file that cannot be written."""
    for each in wanted:
        for target in _opened(each, stream):
            REPORTERS[each.format](report, target)


def _opened(wanted: Output, stream: TextIO) -> Iterator[TextIO]:
    if wanted.file is None:
        yield stream
        return
    try:
        with open(wanted.file, "w", encoding="utf-8", errors="replace", newline="\n") as file:
            yield file
    except OSError as error:
        raise UsageError(f"{wanted.file}: {error.strerror or error}") from None
