"""Findings and reports made by hand."""

import io
from typing import Any

from edgelint.findings import Finding, Location, Related
from edgelint.json_text.text import LineIndex, Span
from edgelint.report import Report
from edgelint.reporters import REPORTERS

FILE = "deploy/deployment.json"


def place(text: str, marked: str, path: str = "/a") -> Location:
    """Return the place of the first `marked` in the text."""
    return place_at(text, text.index(marked), text.index(marked) + len(marked), path)


def place_at(text: str, start: int, end: int, path: str = "/a") -> Location:
    lines = LineIndex(text)
    return Location(Span(start, end), lines.position(start), lines.position(end), path)


def finding(location: Location, **members: Any) -> Finding:
    base = Finding("ASE101", "docker-binds", "error", "It is wrong", "", FILE, location, None, "", "")
    return base._replace(**members)


def related(label: str, location: Location) -> Related:
    return Related(label, location)


def report(text: str, *findings: Finding, **members: Any) -> Report:
    base = Report(findings, {FILE: text}, lambda file: (), 1, 0, 0, 0, quiet=True)
    return base._replace(**members)


def written(name: str, report: Report, encoding: str = "utf-8", errors: str = "replace") -> str:
    """Return what a reporter writes to a stream of this encoding."""
    data = io.BytesIO()
    stream = io.TextIOWrapper(data, encoding, errors, newline="")
    REPORTERS[name](report, stream)
    stream.flush()
    return data.getvalue().decode(encoding)
