"""The report of a check: what a run found, as the one value that all reporters take."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from edgelint.commands.inputs import Input
from edgelint.commands.plans import Plans
from edgelint.editing.edits import Edit
from edgelint.engine.check import Checked
from edgelint.findings import Finding
from edgelint.json_text.text import Span
from edgelint.report import Change, Report


class Run(NamedTuple):
    """What a run did: its files before and after their fixes, what these removed by file, and findings on suppressions."""

    before: Sequence[Input]
    after: Sequence[Input]
    fixed: Mapping[str, list[Finding]]
    notices: Sequence[Finding]


def report_of(run: Run, given: argparse.Namespace, plans: Plans, answers: Mapping[str, Any]) -> Report:
    """Return the report of a run, given its options; what only some reporters want is worked out when they ask for it."""
    checked = {each.name: each.checked for each in run.after if each.checked}
    told = {finding.code for finding in run.notices}
    return Report(
        findings=_findings(run, checked),
        texts=_texts(checked, plans),
        secrets=lambda name: [Span(*secret.span) for secret in checked[name].secrets()] if name in checked else [],
        checked=len(checked),
        skipped=sum(each.source is not None and each.checked is None for each in run.after),
        fixed=sum(bool(found) for found in run.fixed.values()),
        unreadable=sum(bool(each.unreadable) for each in run.after),
        verbose=given.verbose,
        quiet=given.quiet,
        no_color=given.no_color,
        infos=given.verbose or plans.fail_on("info"),
        statistics=given.statistics,
        rules=lambda: plans.documents(told),
        edits=lambda finding: _offered(checked.get(finding.file), finding),
        left_out=tuple(each for name in sorted(checked) for each in checked[name].left_out),
        modules={name: _modules(result) for name, result in checked.items()},
        question=_questions(checked),
        changes=_changes(run, plans, answers, unsafe=given.unsafe_fixes),
    )


def _findings(run: Run, checked: Mapping[str, Checked]) -> tuple[Finding, ...]:
    """Return all findings, those on suppressions too, in the order of files and places."""
    found = [each for name in sorted(checked) for each in _in_order(checked[name].findings, run.fixed.get(name, []))]
    return tuple(sorted([*found, *run.notices], key=lambda finding: finding.file))


def _in_order(left: list[Finding], fixed: list[Finding]) -> list[Finding]:
    return sorted(left + fixed, key=lambda finding: (finding.location.start, finding.code)) if fixed else left


def _texts(checked: Mapping[str, Checked], plans: Plans) -> dict[str, str]:
    """Return the texts in which findings stand, by the names of their files."""
    configs = {name: plan.config.text for name, plan in plans.suppressing().items() if plan.config}
    return {**configs, **{name: result.text for name, result in checked.items() if result.findings}}


def _modules(checked: Checked) -> list[str | None]:
    return [each.name for part in checked.manifests for each in part.modules]


def _offered(checked: Checked | None, finding: Finding) -> list[Edit]:
    from edgelint.fixing.offers import offered_edits

    return offered_edits(checked, finding) if checked else []


def _questions(checked: Mapping[str, Checked]) -> Callable[[Finding], str]:
    """Return what tells which answer the fix of a finding waits for, "" for none."""

    @cache
    def of_file(name: str) -> dict[Finding, str]:
        waiting = [judged for judged in checked[name].fixes if judged.question] if name in checked else []
        return {judged.finding: ".".join(judged.question) for judged in reversed(waiting)}

    return lambda finding: of_file(finding.file).get(finding, "")


def _changes(run: Run, plans: Plans, answers: Mapping[str, Any], *, unsafe: bool) -> Callable[[str], Change | None]:
    """Return what tells how fixes change a file; None for one that was not read or is no manifest."""
    before = {each.name: each for each in run.before}

    def changes(name: str) -> Change | None:
        if name not in before:
            return None
        from edgelint.commands.fixing import change_of

        return change_of(before[name], plans.of(name), answers, unsafe=unsafe, made=name in run.fixed)

    return changes
