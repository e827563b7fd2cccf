"""The Code Quality report of GitLab.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, TextIO

from edgelint.baselines.fingerprints import fingerprints
from edgelint.reporters.json_report import write_data

if TYPE_CHECKING:
    from edgelint.findings import Finding
    from edgelint.report import Report

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def write(report: Report, stream: TextIO) -> None:
    """Write the findings that are left; a fingerprint holds the file too, as GitLab compares whole projects."""
    left = report.left()
    write_data([_issue(*pair) for pair in zip(left, fingerprints(left), strict=True)], stream, indent=2)


def _issue(finding: Finding, fingerprint: str) -> dict[str, Any]:
    (line, column), (end_line, end_column) = finding.location.start, finding.location.end
    return {
        "description": finding.message,
        "check_name": f"{finding.code} {finding.rule}",
        "content": {"body": finding.help},
        "fingerprint": hashlib.sha256(f"{finding.file}\0{fingerprint}".encode("utf-8", "surrogateescape")).hexdigest(),
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": finding.file,
            "positions": {
                "begin": {"line": line, "column": column},
                "end": {"line": end_line, "column": end_column},
            },
        },
    }
