"""The concise report: a line for each finding that is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from edgelint.reporters.text_style import Paint, plain
from edgelint.reporters.width import inert, printable, stream_encoding

if TYPE_CHECKING:
    from edgelint.findings import Finding
    from edgelint.report import Report


def write(report: Report, stream: TextIO) -> None:
    """Write the findings that are left as `file:line:column: severity CODE message`."""
    encoding = stream_encoding(stream)
    stream.writelines(f"{inert(header(finding, encoding))}\n" for finding in report.left())


def header(finding: Finding, encoding: str, paint: Paint = plain) -> str:
    """Return the line that says where and what a finding is."""
    line, column = finding.location.start
    place = printable(f"{finding.file}:{line}:{column}", encoding)
    severity, code = paint(finding.severity, finding.severity), paint("code", finding.code)
    return f"{place}: {severity} {code} {printable(finding.message, encoding)}"
