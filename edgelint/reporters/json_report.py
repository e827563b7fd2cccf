"""The JSON report, for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TextIO

from edgelint import __version__
from edgelint.baselines.fingerprints import fingerprints
from edgelint.reporters.width import stream_encoding

if TYPE_CHECKING:
    from edgelint.findings import Finding, FixOffer, Location, Related
    from edgelint.report import Report


def write(report: Report, stream: TextIO) -> None:
    """Write the report as one JSON object; what the stream cannot encode is escaped."""
    write_data(document(report), stream, indent=2)


def write_data(data: Any, stream: TextIO, indent: int | None = None) -> None:
    """Write data as JSON, on one line where there is no indentation."""
    text = json.dumps(data, indent=indent, ensure_ascii=False)
    stream.write(_encodable(text, stream_encoding(stream)) + "\n")


def document(report: Report) -> dict[str, Any]:
    """Return the report as the plain data that edgelint/schemas/report.json describes."""
    return {
        "version": 1,
        "tool": {"name": "edgelint", "version": __version__},
        "findings": records(report),
        "files": {
            "checked": report.checked,
            "skipped": report.skipped,
            "fixed": report.fixed,
            "unreadable": report.unreadable,
        },
        "summary": {**report.counts(), "fixable": report.fixable()},
    }


def records(report: Report) -> list[dict[str, Any]]:
    """Return what the schema calls findings, in their order."""
    prints = fingerprints(report.findings)
    return [_finding(*pair) for pair in zip(report.findings, prints, strict=True)]


def _finding(finding: Finding, fingerprint: str) -> dict[str, Any]:
    return {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "help": finding.help,
        "file": finding.file,
        **_place(finding.location),
        "module": finding.module,
        "path": finding.location.path,
        "related": [_related(related) for related in finding.related],
        "fix": finding.fix and _fix(finding.fix),
        "fixed": finding.fixed,
        "url": finding.url,
        "fingerprint": fingerprint,
    }


def _place(location: Location) -> dict[str, int]:
    (line, column), (end_line, end_column) = location.start, location.end
    return {"line": line, "column": column, "end_line": end_line, "end_column": end_column}


def _related(related: Related) -> dict[str, Any]:
    return {"label": related.label, **_place(related.location), "path": related.location.path}


def _fix(fix: FixOffer) -> dict[str, Any]:
    return {"applicability": fix.applicability, "title": fix.title, "then": list(fix.then)}


def _encodable(text: str, encoding: str) -> str:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_escaped(character, encoding) for character in text)
    return text


def _escaped(character: str, encoding: str) -> str:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return json.dumps(character)[1:-1]
    return character
