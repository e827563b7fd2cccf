"""How many findings each rule has, in the place of the findings."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from edgelint.report import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edgelint.findings import Finding
    from edgelint.report import Report
    from edgelint.reporters.text_style import Paint

_HEAD = ("Count", "Code", "Severity", "Fix", "Name")


class _Kind(NamedTuple):
    code: str
    severity: str
    rule: str


def statistics(report: Report, paint: Paint) -> Iterator[str]:
    """Yield a table of the findings that are left by rule and severity, the most frequent first.

    Its marks say whether --fix can fix all findings of a row or some of them.
    """
    counts = Counter(map(_kind, report.left()))
    safe = Counter(_kind(found) for found in report.left() if found.fix and found.fix.applicability == "safe")
    ordered = sorted(counts, key=lambda kind: (-counts[kind], SEVERITIES.index(kind.severity), kind))
    rows = [
        (str(counts[kind]), kind.code, kind.severity, _mark(safe[kind], counts[kind]), kind.rule) for kind in ordered
    ]
    if not rows:
        return
    widths = [max(map(len, column)) for column in zip(_HEAD, *rows, strict=True)]
    yield "  ".join(paint("code", cell) for cell in _padded(_HEAD, widths))
    for row in rows:
        count, code, severity, mark, name = _padded(row, widths)
        yield "  ".join((count, paint("code", code), paint(row[2], severity), mark, name))


def _kind(finding: Finding) -> _Kind:
    return _Kind(finding.code, finding.severity, finding.rule)


def _mark(safe: int, count: int) -> str:
    return "[*]" if safe == count else "[-]" if safe else ""


def _padded(row: tuple[str, ...], widths: list[int]) -> list[str]:
    """Return the cells as wide as their columns, the count at the right, the name as it is."""
    count, *cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
    return [count.strip().rjust(widths[0]), *cells[:-1], row[-1]]
