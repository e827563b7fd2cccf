"""What is left out of the findings of a file: neither listed nor fixed. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from edgelint.baselines.baseline import Entry
from edgelint.baselines.known_findings import known
from edgelint.config.model import Suppression
from edgelint.config.suppressions import suppresses
from edgelint.engine.check import Checked
from edgelint.findings import Finding, LeftOut
from edgelint.rule_files.rules import Rule


class Filter(NamedTuple):
    """The suppressions that hold for one file, what the baseline recorded of it, and the rules that run on it."""

    suppressions: Sequence[Suppression] = ()
    recorded: Sequence[Entry] = ()
    rules: Sequence[Rule] = ()

    def apply(self, checked: Checked, before: Callable[[Finding], Finding] | None = None) -> Checked:
        """Return what a file gave without the findings that are left out, which are kept apart.

        `before` gives a finding as it would have stood before the fixes of this run, so that none comes back by them.
        """
        if not self.suppressions and not self.recorded:
            return checked
        findings = [before(finding) for finding in checked.findings] if before else checked.findings
        entries = known(self.recorded, findings, self.rules) if self.recorded else [None] * len(findings)
        fates = [self._fate(*each) for each in zip(checked.findings, findings, entries, strict=True)]
        kept = [judged for judged, fate in zip(checked.fixes, fates, strict=True) if fate is None]
        left_out = tuple(fate for fate in fates if fate is not None)
        return checked._replace(findings=[judged.finding for judged in kept], fixes=kept, left_out=left_out)

    def _fate(self, finding: Finding, before: Finding, entry: Entry | None) -> LeftOut | None:
        for each in self.suppressions:
            if suppresses(each, before):
                return LeftOut(finding, each.reason)
        return None if entry is None else LeftOut(finding)
