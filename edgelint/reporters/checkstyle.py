"""The report of Checkstyle, which many servers and editors read."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, TextIO

from edgelint.reporters.xml_text import element, write_document

if TYPE_CHECKING:
    from collections.abc import Iterable

    from edgelint.findings import Finding
    from edgelint.report import Report


def write(report: Report, stream: TextIO) -> None:
    """Write the findings that are left, by file."""
    by_file = groupby(report.left(), key=lambda finding: finding.file)
    files = "".join(f"\n  {_file(name, findings)}" for name, findings in by_file)
    write_document(element("checkstyle", {"version": "8.0"}, f"{files}\n"), stream)


def _file(name: str, findings: Iterable[Finding]) -> str:
    errors = "".join(f"\n    {_error(finding)}" for finding in findings)
    return element("file", {"name": name}, f"{errors}\n  ")


def _error(finding: Finding) -> str:
    line, column = finding.location.start
    attributes = {
        "line": line,
        "column": column,
        "severity": finding.severity,
        "message": finding.message,
        "source": f"edgelint.{finding.code}",
    }
    return element("error", attributes)
