"""How ready manifests and their modules are for the GPU device, and what is left to do, for reports that tell it.

What `--fix` mends is what the fixes of the run remove with its options, not what they offer.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from edgelint.report import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from edgelint.findings import Finding
    from edgelint.report import Change, Report


GRAVE = ("error", "warning")
"""The severities that readiness goes by."""


class State(NamedTuple):
    """A state of readiness: its name, a sign that needs no colour, and what it means, code between backticks."""

    name: str
    sign: str
    meaning: str


BLOCKED = State("blocked", "✗", "An error is left that `--fix` does not mend: a person has to.")
TO_REVIEW = State(
    "to review", "▲", "No such error, but a warning is left that `--fix` does not mend. Look at it; it does not block."
)
FIXABLE = State("fix available", "→", "There are errors or warnings, and `--fix` mends all of them.")
READY = State("ready", "✓", "No error and no warning is left.")
STATES = (BLOCKED, TO_REVIEW, FIXABLE, READY)
"""From the least to the most ready."""

TITLE = "Readiness for Azure Stack Edge Pro GPU"
NOTES = (
    "A manifest is as ready as the least ready of its modules and of what stands outside of them.",
    "`--fix` means with the options of this run.",
    "Infos do not count, nor do findings that a suppression or the baseline leaves out.",
)


class Part(NamedTuple):
    """A module of a manifest, or (None) what stands outside of modules, with what is left there and what --fix mends."""

    module: str | None
    findings: tuple[Finding, ...]
    mended: int
    state: State


class Overview(NamedTuple):
    """A file, its parts in their order, what is left in it, what its fixes change, and which findings they would remove.

    One that is no `manifest` is a configuration in which something is found.
    """

    file: str
    manifest: bool
    parts: tuple[Part, ...]
    findings: tuple[Finding, ...]
    change: Change | None
    mendable: frozenset[object]
    state: State

    def mended(self) -> int:
        """Return how many of its findings --fix mends."""
        return sum(part.mended for part in self.parts)

    def modules(self) -> list[Part]:
        """Return the parts that are modules."""
        return [part for part in self.parts if part.module is not None]

    def mends(self, finding: Finding) -> bool:
        """Tell whether --fix mends a finding of this file."""
        return _key(finding) in self.mendable


def overviews(report: Report) -> list[Overview]:
    """Return the files of a run, sorted: all manifests, and other files in which something is found."""
    left = {file: list(found) for file, found in groupby(report.left(), key=lambda finding: finding.file)}
    return [_overview(report, file, left.get(file, [])) for file in sorted({*report.modules, *left})]


def least_ready(states: Iterable[State]) -> State:
    """Return the least ready of some states, READY where there is none."""
    return min(states, key=STATES.index, default=READY)


def counted_states(states: Iterable[State]) -> dict[State, int]:
    """Return how often each state occurs, the least ready first."""
    counts = Counter(states)
    return {state: counts[state] for state in STATES}


def headlines(report: Report, files: Sequence[Overview]) -> list[str]:
    """Return how ready all manifests and modules are, and what is found in them, in a few words each."""
    manifests = [each.state for each in files if each.manifest]
    modules = [part.state for each in files for part in each.modules()]
    found = counted_findings(report.left()) or "No findings"
    lines = [_headline(manifests, "manifest"), _headline(modules, "module"), f"{found} left"]
    if fixed := len(report.findings) - len(report.left()):
        lines.append(f"{counted(fixed, 'finding')} fixed in {counted(report.fixed, 'file')}")
    if report.left_out:
        lines.append(f"{counted(len(report.left_out), 'finding')} left out by suppressions or the baseline")
    if report.unreadable:
        lines.append(f"{counted(report.unreadable, 'file')} could not be read")
    return lines


def states_said(states: Iterable[State]) -> str:
    """Return how often each state occurs, the least ready first, "" where there is none."""
    return ", ".join(f"{number:,} {state.name}" for state, number in counted_states(states).items() if number)


def _headline(states: Sequence[State], noun: str) -> str:
    said = states[0].name if len(states) == 1 else states_said(states)
    return ": ".join(filter(None, (counted(len(states), noun), said)))


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: 1 error, 2 errors."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def counted_findings(findings: Sequence[Finding], severities: Sequence[str] = SEVERITIES) -> str:
    """Return how many findings of each of these severities there are, "" where there is none."""
    counts = Counter(finding.severity for finding in findings)
    *more, last = [counted(counts[severity], severity) for severity in severities if counts[severity]] or [""]
    return f"{', '.join(more)} and {last}" if more else last


def _overview(report: Report, file: str, findings: Sequence[Finding]) -> Overview:
    change = report.changes(file)
    mendable = _mendable(change)
    names = dict.fromkeys([*report.modules.get(file, ()), *(finding.module for finding in findings)])
    outside = [name for name in names if name is None and any(finding.module is None for finding in findings)]
    parts = [_part(name, findings, mendable) for name in (*outside, *(name for name in names if name is not None))]
    state = least_ready(part.state for part in parts)
    return Overview(file, file in report.modules, tuple(parts), tuple(findings), change, mendable, state)


def _part(module: str | None, findings: Sequence[Finding], mendable: Collection[object]) -> Part:
    own = tuple(finding for finding in findings if finding.module == module)
    grave = [finding for finding in own if finding.severity in GRAVE]
    left = {finding.severity for finding in grave if _key(finding) not in mendable}
    mended = sum(_key(finding) in mendable for finding in own)
    return Part(module, own, mended, next(_states(left, fixable=bool(grave))))


def _states(left: Collection[str], *, fixable: bool) -> Iterator[State]:
    if "error" in left:
        yield BLOCKED
    if "warning" in left:
        yield TO_REVIEW
    yield FIXABLE if fixable else READY


def _mendable(change: Change | None) -> frozenset[object]:
    """Return what tells the findings that fixes would remove; none where they are made already."""
    return frozenset() if change is None or change.made else frozenset(map(_key, change.removed))


def _key(finding: Finding) -> object:
    return finding.code, finding.location, finding.message
