"""The SARIF report, for code scanning: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, TextIO
from urllib.parse import quote

from edgelint import __version__
from edgelint.baselines.fingerprints import fingerprints
from edgelint.json_text.text import LineIndex, Position
from edgelint.reporters.json_report import write_data

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from edgelint.editing.edits import Edit
    from edgelint.findings import Finding, LeftOut, Location
    from edgelint.report import Report

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_ROOT = "%SRCROOT%"

Data = dict[str, Any]


def write(report: Report, stream: TextIO) -> None:
    """Write a log of one run: the rules that ran, and a result for each finding that is left, with its fix.

    What a suppression or the baseline leaves out is a result too, marked as suppressed.
    """
    write_data(document(report), stream, indent=2)


def document(report: Report) -> Data:
    """Return the log as plain data."""
    rules = report.rules()
    index = {rule["code"]: number for number, rule in enumerate(rules)}
    told = _told(report)
    prints = fingerprints(finding for finding, _ in told)
    results = [
        {**_result(report, finding, fingerprint, index), "suppressions": suppressions}
        for (finding, suppressions), fingerprint in zip(told, prints, strict=True)
    ]
    driver = {"name": "edgelint", "semanticVersion": __version__, "rules": [_rule(rule) for rule in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": not report.unreadable}],
        "results": results,
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _told(report: Report) -> list[tuple[Finding, list[Data]]]:
    """Return the findings that are not fixed, in their order, each with the suppressions that leave it out.

    Each has a list, if only an empty one: all results of a run have suppressions, or none has (SARIF 3.27.23).
    """
    left: list[tuple[Finding, list[Data]]] = [(finding, []) for finding in report.left()]
    left_out = [(each.finding, [_suppression(each)]) for each in report.left_out]
    return sorted(left + left_out, key=lambda each: (each[0].file, each[0].location.start, each[0].code))


def _suppression(left_out: LeftOut) -> Data:
    return {"kind": "external", "justification": left_out.reason or "Recorded in the baseline"}


def _rule(rule: Mapping[str, Any]) -> Data:
    why = rule.get("why") or rule["summary"]
    about = "\n\n".join(filter(None, (rule.get("help"), why)))
    described: Data = {
        "id": rule["code"],
        "name": rule["name"],
        "shortDescription": {"text": rule["summary"]},
        "fullDescription": {"text": why.split("\n\n")[0].strip()},
        "help": {"text": about, "markdown": about},
        "defaultConfiguration": {"level": _LEVELS[rule["severity"]]},
        "properties": {"tags": [rule["family"]]},
    }
    if sources := rule.get("sources"):
        described["helpUri"] = sources[0]["url"]
    return described


def _result(report: Report, finding: Finding, fingerprint: str, index: Mapping[str, int]) -> Data:
    result: Data = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message}\n{finding.help}".rstrip()},
        "locations": [_location(finding.file, finding.location) | _logical(finding)],
        "partialFingerprints": {"edgelint/v1": fingerprint},
    }
    if finding.code in index:
        result["ruleIndex"] = index[finding.code]
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": each.label}, **_location(finding.file, each.location)}
            for number, each in enumerate(finding.related, 1)
        ]
    edits = report.edits(finding)
    if finding.fix and edits:
        result["fixes"] = [_fix(finding, edits, LineIndex(report.texts[finding.file]))]
    return result


def _location(file: str, location: Location) -> Data:
    return {"physicalLocation": {"artifactLocation": _artifact(file), "region": _region(location.start, location.end)}}


def _logical(finding: Finding) -> Data:
    named = {"name": finding.module} if finding.module else {}
    return {"logicalLocations": [{**named, "fullyQualifiedName": finding.location.path, "kind": "member"}]}


def _artifact(file: str) -> Data:
    """Return where a file is; the path of an absolute one is its address."""
    if os.path.isabs(file):
        return {"uri": f"file:///{quote(file.lstrip('/'), '/:', errors='surrogateescape')}"}
    return {"uri": quote(file, errors="surrogateescape"), "uriBaseId": _ROOT}


def _region(start: Position, end: Position) -> Data:
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}


def _fix(finding: Finding, edits: Sequence[Edit], lines: LineIndex) -> Data:
    assert finding.fix is not None
    replacements = [
        {
            "deletedRegion": _region(lines.position(edit.span.start), lines.position(edit.span.end)),
            "insertedContent": {"text": edit.text},
        }
        for edit in edits
    ]
    change = {"artifactLocation": _artifact(finding.file), "replacements": replacements}
    return {"description": {"text": finding.fix.title}, "artifactChanges": [change]}
