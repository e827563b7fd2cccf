"""The end of the text report: what a person must do, what was found, what to run next."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from edgelint.report import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from edgelint.report import Report


_STEPS = 3
"""How many rows of steps there are before anything is fixed; where more are to do, the last row says so."""


def summary(report: Report) -> Iterator[str]:
    """Yield the lines behind the findings; none where there was no manifest, which standard error says."""
    if not report.checked and not report.unreadable:
        return
    yield from _fixed(report)
    yield from _left_for_you(report)
    yield _found(report)
    yield from _offers(report)
    if shown := report.shown():
        code = min(shown, key=lambda finding: SEVERITIES.index(finding.severity)).code
        yield f'Run "edgelint explain {code}" to see why and how to fix it.'


def _left_for_you(report: Report) -> Iterator[str]:
    fixes = [found for found in report.findings if found.fix and (found.fixed or report.shows(found))]
    steps = list(dict.fromkeys(step for found in fixes for step in report.steps(found)))
    kept = len(steps) if report.verbose or report.fixed or len(steps) <= _STEPS else _STEPS - 1
    if steps:
        yield "Left for you:"
        yield from (f"- {step}" for step in steps[:kept])
        if steps[kept:]:
            yield f"- … and {len(steps[kept:])} more; -v shows all"
        yield ""


def _fixed(report: Report) -> Iterator[str]:
    """Yield what was fixed, a line for each rule and file."""
    fixed = Counter((found.file, found.code, found.rule) for found in report.findings if found.fixed)
    if fixed:
        yield f"Fixed {_counted(fixed.total(), 'finding')} in {_counted(report.fixed, 'file')}:"
        for (file, code, rule), count in sorted(fixed.items()):
            yield f"- {file}: {code} {rule}, {_counted(count, 'finding')}"
        yield ""


def _offers(report: Report) -> Iterator[str]:
    """Yield what can be fixed how, of what is left."""
    offers = Counter(found.fix.applicability for found in report.left() if found.fix)
    if safe := offers["safe"]:
        marks = ": [*] all of a row, [-] some" if report.statistics else ""
        yield f"{safe} can be fixed with --fix{marks}."
    if unsafe := offers["unsafe"]:
        yield f"{unsafe} can be fixed with --fix --unsafe-fixes; look at the result with --diff first."
    if open_ones := offers["needs-input"]:
        needs = "needs an answer" if open_ones == 1 else "need an answer"
        yield f"{open_ones} {needs}; --write-answers FILE asks the questions, --answers FILE takes the answers."


def _found(report: Report) -> str:
    counts = [_counted(count, severity) for severity, count in report.counts().items() if count]
    nothing = "No findings left" if len(report.findings) else "No findings"
    found = f"Found {' and '.join(filter(None, (', '.join(counts[:-1]), counts[-1])))}" if counts else nothing
    hidden = "" if report.infos or report.statistics or not report.counts()["info"] else "; -v shows the infos"
    return f"{found} in {_counted(report.checked, 'manifest')}{_notes(report)}{hidden}."


def _notes(report: Report) -> str:
    skipped = [f"{_counted(report.skipped, 'file')} skipped"] if report.verbose and report.skipped else []
    unreadable = [f"{_counted(report.unreadable, 'file')} unreadable"] if report.unreadable else []
    return f" ({', '.join(skipped + unreadable)})" if skipped or unreadable else ""


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
