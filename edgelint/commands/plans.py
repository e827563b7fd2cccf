"""How each file of a run is checked: by the command line, and by the configuration above the file."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from edgelint.commands.ending import UsageError
from edgelint.commands.rule_sets import RuleSets, from_config
from edgelint.config import ConfigError
from edgelint.config.decisions import overrides_for
from edgelint.config.lookup import Lookup
from edgelint.config.notice_rules import is_notice
from edgelint.engine.check import Checked, check
from edgelint.files.discovery import path_from
from edgelint.files.source import Source
from edgelint.findings import Finding
from edgelint.rule_files.rules import Rule

if TYPE_CHECKING:
    from edgelint.baselines.leaving_out import Filter
    from edgelint.commands.baselines import Recorded
    from edgelint.config.model import Config, Override

AsBefore = Callable[[Checked], Callable[[Finding], Finding]]
"""Takes what a fixed text gave and returns what gives a finding as it would have stood before the fixes."""


class Plan(NamedTuple):
    """How one file is checked: `path` is its path from the folder of its configuration, if it has one.

    `rules` are those that run on it, `others` the ones that there are besides them.
    """

    config: Config | None
    path: str
    overrides: tuple[Override, ...]
    rules: list[Rule]
    others: list[Rule]
    filter: Filter | None
    fail_on: str

    def check(
        self,
        source: Source,
        name: str,
        answers: Mapping[str, Any],
        *,
        standard_input: bool,
        as_before: AsBefore | None = None,
    ) -> Checked | None:
        """Return what is found in the file and not left out, None where it is no manifest."""
        checked = check(source, self.rules, name, standard_input=standard_input, answers=answers)
        if checked is None or self.filter is None:
            return checked
        return self.filter.apply(checked, as_before(checked) if as_before else None)

    def check_all(self, source: Source, name: str, *, standard_input: bool) -> Checked | None:
        """Return what all rules find in the file, also those that do not run on it and what is left out."""
        return check(source, [*self.rules, *self.others], name, standard_input=standard_input)


class Plans:
    """The plans of the files of a run; configurations, rules and baselines are read once."""

    def __init__(self, options: argparse.Namespace, *, baseline: bool = True) -> None:
        """Take the options; raises UsageError. Without `baseline` no finding is left out for one."""
        self._options = options
        self._with_baseline = baseline
        self._plans: dict[str, Plan] = {}
        self._baselines: dict[str, Recorded] = {}
        self._proved: set[str] = set()
        self.rules = RuleSets(options)
        try:
            self._lookup = Lookup(options.config)
        except ConfigError as error:
            raise unusable(error) from None

    def of(self, name: str) -> Plan:
        """Return the plan of a file, given its path or `-`; raises UsageError for what is wrong in its configuration."""
        if name not in self._plans:
            try:
                self._plans[name] = self._plan(name)
            except ConfigError as error:
                raise unusable(error) from None
        return self._plans[name]

    def finish(self) -> list[Plan]:
        """Return the plans of all files, that of the current folder where there was none.

        Raises UsageError for a word of the command line that names no rule, and where it leaves no rule to run.
        """
        plans = list(self._plans.values()) or [self.of("-")]
        self.rules.prove_given([plan.config for plan in plans])
        given = self.rules.given
        run = any(not is_notice(rule) for plan in plans for rule in plan.rules)
        if not run and (given.select or given.ignore or given.extend_ignore):
            raise UsageError("--select and --ignore leave no rule to run")
        return plans

    def suppressing(self) -> dict[str, Plan]:
        """Map each configuration of this run that has suppressions, by its path, to the plan of a file of it."""
        return {plan.config.path: plan for plan in self._plans.values() if plan.config and plan.config.suppressions}

    def fail_on(self, level: str) -> bool:
        """Tell whether a finding of this severity, and none below it, makes the exit status 1 in any file."""
        return any(plan.fail_on == level for plan in self._plans.values())

    def documents(self, notices: set[str]) -> list[dict[str, Any]]:
        """Return the data of the rule files that ran, sorted by code, with those of the `notices` that were found."""
        found: dict[str, dict[str, Any]] = {}
        for plan in self._plans.values():
            codes = {rule.code for rule in plan.rules if not is_notice(rule) or rule.code in notices}
            if codes - found.keys():
                found = {**{each["code"]: each for each in self.rules.documents(plan.config, codes)}, **found}
        return [found[code] for code in sorted(found)]

    @cached_property
    def day(self) -> str:
        """The day of today, YYYY-MM-DD; raises UsageError where SOURCE_DATE_EPOCH is no number of seconds."""
        from edgelint.config.suppressions import day_of

        try:
            return day_of(os.environ)
        except (ValueError, OverflowError, OSError):
            given = os.environ["SOURCE_DATE_EPOCH"]
            raise UsageError(f'SOURCE_DATE_EPOCH is "{given}", which is no number of seconds since 1970') from None

    def _plan(self, name: str) -> Plan:
        config = self._lookup.config(os.path.dirname(name))
        if config and config.path not in self._proved:
            self._proved.add(config.path)
            self.rules.prove_config(config)
        path = path_from(config.folder, name) if config else name
        overrides = overrides_for(config, path)
        fail_on = self._options.fail_on or (config.fail_on.text if config and config.fail_on else "error")
        rules = self.rules.running(config, overrides)
        left_out = self._filter(name, path, config, rules)
        return Plan(config, path, overrides, rules, self.rules.others(config, rules), left_out, fail_on)

    def _filter(self, name: str, path: str, config: Config | None, rules: list[Rule]) -> Filter | None:
        """Return what is left out of the findings of a file; None where there is nothing that could leave out any."""
        baseline = self._baseline(config)
        if baseline is None and not (config and config.suppressions):
            return None
        from edgelint.baselines.leaving_out import Filter
        from edgelint.config.suppressions import holds_for, is_expired

        entries = [entry for entry in (config.suppressions if config else ()) if holds_for(entry, path)]
        active = [entry for entry in entries if entry.expires is None or not is_expired(entry, self.day)]
        return Filter(active, baseline.of(name) if baseline else (), rules)

    def _baseline(self, config: Config | None) -> Recorded | None:
        path = self._options.baseline if self._with_baseline else None
        if self._with_baseline and path is None and config and config.baseline:
            path = from_config(config, config.baseline.text)
            if not os.path.lexists(path):
                hint = f"edgelint baseline {path} PATH ... writes one"
                raise ConfigError(f"{config.baseline.origin}: there is no baseline {path}; {hint}")
        if path is None:
            return None
        from edgelint.commands.baselines import read_recorded

        if path not in self._baselines:
            self._baselines[path] = read_recorded(path)
        return self._baselines[path]


def unusable(error: ConfigError) -> UsageError:
    """Return the error of a run whose configuration cannot be used."""
    return UsageError(f"configuration cannot be used\n{error}")
