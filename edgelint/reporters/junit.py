"""The report of JUnit: a suite for each file, a test case for each finding; errors fail, the rest is their output.

https://github.com/testmoapp/junitxml describes what its readers agree on.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, TextIO

from edgelint.reporters.concise import header
from edgelint.reporters.xml_text import element, text, write_document

if TYPE_CHECKING:
    from edgelint.findings import Finding
    from edgelint.report import Report


def write(report: Report, stream: TextIO) -> None:
    """Write the findings that are left; one case that passes where there are none."""
    left = report.left()
    suites = [_suite(name, list(found)) for name, found in groupby(left, key=lambda finding: finding.file)]
    counts = {"name": "edgelint", "tests": max(len(left), 1), "failures": report.counts()["error"], "errors": 0}
    content = "".join(suites or [_suite("edgelint", [])])
    write_document(element("testsuites", counts, f"{content}\n"), stream)


def _suite(name: str, findings: Sequence[Finding]) -> str:
    cases = [_case(finding) for finding in findings] or [
        element("testcase", {"classname": name, "name": "no findings"})
    ]
    failures = sum(finding.severity == "error" for finding in findings)
    counts = {"name": name, "tests": len(cases), "failures": failures, "errors": 0}
    content = "".join(f"\n    {case}" for case in cases)
    return f"\n  {element('testsuite', counts, f'{content}{chr(10)}  ')}"


def _case(finding: Finding) -> str:
    line, column = finding.location.start
    named = {"classname": finding.file, "name": f"{finding.code} {finding.rule} at {line}:{column}"}
    said = text(f"{header(finding, 'utf-8')}\n{finding.help}".rstrip())
    if finding.severity != "error":
        return element("testcase", named, element("system-out", {}, said))
    return element("testcase", named, element("failure", {"type": "error", "message": finding.message}, said))
