"""Logged issues of Azure Pipelines, which knows errors and warnings.

https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from edgelint.reporters.width import printable, stream_encoding

if TYPE_CHECKING:
    from edgelint.findings import Finding
    from edgelint.report import Report

_ESCAPES = str.maketrans({"%": "%AZP25", "\r": "%0D", "\n": "%0A"})
_PROPERTY_ESCAPES = _ESCAPES | str.maketrans({"]": "%5D", ";": "%3B"})


def write(report: Report, stream: TextIO) -> None:
    """Write a logging command for each finding that is left; infos are warnings, as there is nothing less."""
    encoding = stream_encoding(stream)
    stream.writelines(f"{printable(_command(finding), encoding)}\n" for finding in report.left())


def _command(finding: Finding) -> str:
    line, column = finding.location.start
    properties = {
        "type": "error" if finding.severity == "error" else "warning",
        "sourcepath": finding.file,
        "linenumber": line,
        "columnnumber": column,
        "code": finding.code,
    }
    named = ";".join(f"{name}={str(value).translate(_PROPERTY_ESCAPES)}" for name, value in properties.items())
    said = finding.message + (f"; {finding.help}" if finding.help else "")
    return f"##vso[task.logissue {named}]{said.translate(_ESCAPES)}"
