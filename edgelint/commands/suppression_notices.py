"""What a run finds about the suppressions of the configurations that it met."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple

from edgelint.commands.inputs import Input
from edgelint.commands.plans import Plan, Plans
from edgelint.config.model import Config, Suppression
from edgelint.config.notices import Use, notices
from edgelint.config.suppressions import holds_for, only_files, suppresses
from edgelint.files.discovery import is_within, path_from
from edgelint.findings import Finding
from edgelint.rule_files.rules import Rule
from edgelint.rule_files.selection import is_rule


class _File(NamedTuple):
    """A manifest and all that was found in it, also what was left out."""

    plan: Plan
    findings: list[Finding]


class _Looked(NamedTuple):
    """The files of a run by their paths from the folder of a configuration, and that folder if the run went through it."""

    files: set[str]
    folder: str | None


def suppression_notices(paths: Sequence[str], inputs: Sequence[Input], plans: Plans) -> list[Finding]:
    """Return the findings on suppressions, given the paths of the run and what its files gave before any fix."""
    whole = not any(each.unreadable for each in inputs)
    folders = [os.path.realpath(path) for path in paths if path != "-" and os.path.isdir(path)] if whole else []
    files = [_File(plans.of(each.name), _all_findings(each)) for each in inputs]
    found = []
    for config in (plan.config for plan in plans.suppressing().values() if plan.config):
        own = [file for file in files if file.plan.config == config]
        walked = any(is_within(config.folder, folder) for folder in folders)
        looked = _Looked({path_from(config.folder, each.name) for each in inputs}, config.folder if walked else None)
        rules = plans.rules.running(config)
        uses = [_use(entry, own, rules, looked) for entry in config.suppressions]
        found += notices(config, rules, uses, _day(config, plans))
    return found


def _all_findings(each: Input) -> list[Finding]:
    checked = each.checked
    return [*checked.findings, *(out.finding for out in checked.left_out)] if checked else []


def _use(entry: Suppression, files: Sequence[_File], rules: Sequence[Rule], looked: _Looked) -> Use:
    mine = [file for file in files if holds_for(entry, file.plan.path)]
    matched = any(suppresses(entry, finding) for file in mine for finding in file.findings)
    ran = any(is_rule(entry.rule.text, rule) for each in (rules, *(file.plan.rules for file in mine)) for rule in each)
    return Use(matched, ran and _is_seen(entry, looked))


def _is_seen(entry: Suppression, looked: _Looked) -> bool:
    """Tell whether all files of an entry were looked at; a walk looks only at those of some endings."""
    named = only_files(entry)
    if looked.folder is None:
        return named is not None and set(named) <= looked.files
    return not any(os.path.lexists(os.path.join(looked.folder, name)) for name in set(named or ()) - looked.files)


def _day(config: Config, plans: Plans) -> str:
    """Return the day of today; any other one where it does not matter."""
    return plans.day if any(entry.expires for entry in config.suppressions) else ""
