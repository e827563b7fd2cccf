"""What a run hands to a reporter."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from edgelint.editing.edits import Edit
from edgelint.findings import Finding, LeftOut
from edgelint.json_text.text import Span

SEVERITIES = ("error", "warning", "info")


class Change(NamedTuple):
    """What the fixes of a run make of a file, or would make: its text before and after, and the findings they remove.

    `secrets` are the characters of the text before that hold secret values, `new_secrets` those of the text after;
    `made` tells whether the fixes were made in this run, `refused` why they were not, if so.
    """

    before: str
    after: str
    secrets: Sequence[Span] = ()
    new_secrets: Sequence[Span] = ()
    removed: Sequence[Finding] = ()
    made: bool = False
    refused: str = ""


class Report(NamedTuple):
    """The findings of a run, sorted, and the counts of its files.

    `texts` maps a file to its text as written; `secrets` takes a file, returns the characters of it that hold secret
    values, and is called only when a part of the file is shown; `fixed` counts files; `infos` tells whether people are
    shown what is only information, `statistics` whether the text report counts findings in the place of listing them.
    `rules` returns the data of the rule files that ran; `edits` what the fix of a finding
    that is left would change, nothing where that would show a secret. `left_out` are the findings that a suppression or
    the baseline leaves out, which no reporter lists among the others. `modules` maps each manifest, also one without
    findings, to the names of its modules in their order, None for bare create options; `changes` takes a file and returns
    what the fixes make of it with the options of the run, `question` the answer that the fix of a finding waits for, ""
    where it waits for none. Messages are masked already.
    """

    findings: tuple[Finding, ...]
    texts: Mapping[str, str]
    secrets: Callable[[str], Sequence[Span]]
    checked: int
    skipped: int
    fixed: int
    unreadable: int
    verbose: bool = False
    quiet: bool = False
    no_color: bool = False
    infos: bool = False
    statistics: bool = False
    rules: Callable[[], Sequence[Mapping[str, Any]]] = lambda: ()
    edits: Callable[[Finding], Sequence[Edit]] = lambda finding: ()
    left_out: tuple[LeftOut, ...] = ()
    modules: Mapping[str, Sequence[str | None]] = MappingProxyType({})
    changes: Callable[[str], Change | None] = lambda file: None
    question: Callable[[Finding], str] = lambda finding: ""

    def steps(self, finding: Finding) -> list[str]:
        """Return what a person must still do after the fix of a finding; not yet what depends on an answer."""
        asked = f"<{self.question(finding)}>"
        return [step for step in (finding.fix.then if finding.fix else ()) if asked == "<>" or asked not in step]

    def left(self) -> list[Finding]:
        """Return the findings that no fix of this run removed."""
        return [finding for finding in self.findings if not finding.fixed]

    def shown(self) -> list[Finding]:
        """Return the findings that are left and that a report for people shows."""
        return [finding for finding in self.left() if self.shows(finding)]

    def shows(self, finding: Finding) -> bool:
        """Tell whether people are shown findings of this severity."""
        return self.infos or finding.severity != "info"

    def counts(self) -> dict[str, int]:
        """Return how many findings of each severity are left, the gravest severity first."""
        severities = [finding.severity for finding in self.left()]
        return {severity: severities.count(severity) for severity in SEVERITIES}

    def fixable(self) -> int:
        """Return how many of the findings that are left have a safe fix."""
        return sum(finding.fix is not None and finding.fix.applicability == "safe" for finding in self.left())
