"""How each finding goes away, for reports that tell people what to do next."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from edgelint.reporters.readiness import GRAVE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from edgelint.findings import Finding
    from edgelint.report import Report
    from edgelint.reporters.readiness import Overview


class Way(NamedTuple):
    """A way for findings to go away: its name and what is said of findings that go it, code between backticks."""

    name: str
    advice: str


FIX = Way("with --fix", "can be fixed with `--fix`.")
UNSAFE = Way(
    "with --fix --unsafe-fixes", "can be fixed with `--fix --unsafe-fixes`; look at the result with `--diff` first."
)
ANSWER = Way(
    "with an answer",
    "can be fixed with an answer; `--write-answers FILE` asks the questions, `--answers FILE` takes the answers.",
)
BY_HAND = Way("by hand", "have no fix that can be made and are left to you.")
WAYS = (FIX, UNSAFE, ANSWER, BY_HAND)

_OFFERED = {"unsafe": UNSAFE, "needs-input": ANSWER}


class Task(NamedTuple):
    """Something that a person must do or answer, and the findings for which."""

    text: str
    findings: tuple[Finding, ...]


def way(overview: Overview, finding: Finding) -> Way:
    """Return how a finding of a file goes away."""
    if overview.mends(finding):
        return FIX
    return _OFFERED.get(finding.fix.applicability, BY_HAND) if finding.fix else BY_HAND


def counted_ways(files: Sequence[Overview]) -> dict[Way, int]:
    """Return how many errors and warnings go which way."""
    counts = Counter(way(each, finding) for each in files for finding in _grave(each.findings))
    return {each: counts[each] for each in WAYS}


def by_hand(files: Sequence[Overview]) -> list[Task]:
    """Return the errors, then the warnings that no fix mends; those that say the same are one."""
    found = sorted(_going(BY_HAND, files), key=lambda finding: GRAVE.index(finding.severity))
    return _tasks((finding.message, finding) for finding in found)


def questions(report: Report, files: Sequence[Overview]) -> list[Task]:
    """Return the answers that fixes of errors and warnings wait for, each once."""
    return _tasks((report.question(finding) or finding.message, finding) for finding in _going(ANSWER, files))


def fixes(files: Sequence[Overview]) -> list[Task]:
    """Return what --fix does about errors and warnings, each once."""
    return _tasks((_title(finding), finding) for finding in _going(FIX, files))


def steps(report: Report) -> list[Task]:
    """Return what a person must do besides the fixes that were made or are offered, each once."""
    found = [finding for finding in report.findings if finding.fixed or finding.severity in GRAVE]
    return _tasks((step, finding) for finding in found for step in report.steps(finding))


def _title(finding: Finding) -> str:
    return finding.fix.title if finding.fix else finding.message


def _going(how: Way, files: Sequence[Overview]) -> list[Finding]:
    """Return the errors and warnings that go away in this way."""
    return [finding for each in files for finding in _grave(each.findings) if way(each, finding) == how]


def _tasks(found: Iterable[tuple[str, Finding]]) -> list[Task]:
    tasks: dict[str, list[Finding]] = {}
    for text, finding in found:
        tasks.setdefault(text, []).append(finding)
    return [Task(text, tuple(findings)) for text, findings in tasks.items()]


def _grave(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity in GRAVE]
