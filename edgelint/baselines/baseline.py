"""Findings that were there on the day of the baseline."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from edgelint.baselines.fingerprints import fingerprints, without_indices
from edgelint.findings import Finding


class Entry(NamedTuple):
    """A recorded finding: what it is known by and, for people, what it said.

    `path` and `related` are the places of the finding as JSON Pointers without array indices.
    """

    fingerprint: str
    code: str
    module: str | None
    path: str
    related: tuple[str, ...]
    message: str


class Baseline(NamedTuple):
    """The recorded findings by file, as a path from the folder of the baseline."""

    files: Mapping[str, tuple[Entry, ...]]

    def total(self) -> int:
        """Return how many findings are recorded."""
        return sum(map(len, self.files.values()))

    def entries(self, file: str | None, is_gone: Callable[[str], bool]) -> list[Entry]:
        """Return what may be known of a file, None for a text without a name.

        For a file that was not recorded that is what was recorded of files that are gone, as one of them may have been
        renamed to it.
        """
        if file is not None and file in self.files:
            return list(self.files[file])
        gone = (name for name in sorted(self.files) if file is None or is_gone(name))
        return [entry for name in gone for entry in self.files[name]]


def record(findings: Sequence[Finding]) -> tuple[Entry, ...]:
    """Return the entries of all findings of one file."""
    pairs = zip(fingerprints(findings), findings, strict=True)
    entries = (
        Entry(
            fingerprint,
            finding.code,
            finding.module,
            without_indices(finding.location.path),
            tuple(dict.fromkeys(without_indices(place.location.path) for place in finding.related)),
            finding.message,
        )
        for fingerprint, finding in pairs
    )
    return tuple(sorted(entries, key=_order))


def _order(entry: Entry) -> tuple[str, ...]:
    return entry.code, entry.module or "", entry.path, entry.message, entry.fingerprint
