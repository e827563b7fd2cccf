"""Annotations of GitHub Actions.

https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from edgelint.reporters.width import printable, stream_encoding

if TYPE_CHECKING:
    from edgelint.findings import Finding
    from edgelint.report import Report

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}
_ESCAPES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY_ESCAPES = _ESCAPES | str.maketrans({":": "%3A", ",": "%2C"})


def write(report: Report, stream: TextIO) -> None:
    """Write a workflow command for each finding that is left."""
    encoding = stream_encoding(stream)
    stream.writelines(f"{printable(_command(finding), encoding)}\n" for finding in report.left())


def _command(finding: Finding) -> str:
    (line, column), (end_line, end_column) = finding.location.start, finding.location.end
    properties = {
        "file": finding.file,
        "line": line,
        "col": column,
        "endLine": end_line,
        "endColumn": end_column,
        "title": f"{finding.code} {finding.rule}",
    }
    named = ",".join(f"{name}={str(value).translate(_PROPERTY_ESCAPES)}" for name, value in properties.items())
    said = finding.message + (f"\n{finding.help}" if finding.help else "")
    return f"::{_LEVELS[finding.severity]} {named}::{said.translate(_ESCAPES)}"
