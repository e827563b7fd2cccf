"""Which rules run on a file, and how grave their findings are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from edgelint.config.notice_rules import is_notice
from edgelint.rule_files.rules import Rule
from edgelint.rule_files.selection import Word, names

if TYPE_CHECKING:
    from edgelint.config.model import Config, Override

OFF = "off"
"""The severity of a rule that does not run."""


class Given(NamedTuple):
    """What the command line says about rules."""

    select: tuple[Word, ...] = ()
    extend_select: tuple[Word, ...] = ()
    ignore: tuple[Word, ...] = ()
    extend_ignore: tuple[Word, ...] = ()

    def words(self) -> list[Word]:
        """Return all words that must name a rule."""
        return [*self.select, *self.extend_select, *self.ignore, *self.extend_ignore]


def overrides_for(config: Config | None, path: str) -> tuple[Override, ...]:
    """Return the overrides that hold for a file, given its path from the configuration's folder."""
    if config is None or not config.overrides:
        return ()
    from edgelint.files.globs import matches_file

    return tuple(each for each in config.overrides if any(matches_file(pattern, path) for pattern in each.files))


def chosen(
    rules: Iterable[Rule], given: Given, config: Config | None, overrides: Sequence[Override] = ()
) -> list[Rule]:
    """Return the rules that run on the files that these overrides hold for, each with the severity that it has there.

    The command line wins: `--select` sets aside all that the configuration selects, ignores or switches off, `--ignore`
    takes the place of its two ignore lists, and what `--extend-select` names runs. What a configuration selects are rules
    for manifests; those on its suppressions run beside them.
    """
    severities = ((rule, _level(rule, config, overrides)) for rule in rules if _runs(rule, given, config, overrides))
    return [_with_severity(rule, severity) for rule, severity in severities]


def ignored(given: Given, config: Config | None, overrides: Sequence[Override] = ()) -> list[Word]:
    """Return the words by which a configuration and these overrides leave out rules, less what the command line sets aside."""
    if config is None or given.select:
        return []
    lists = () if given.ignore else (*config.ignore, *config.extend_ignore)
    return [*lists, *(word for each in overrides for word in each.ignore)]


def _runs(rule: Rule, given: Given, config: Config | None, overrides: Sequence[Override]) -> bool:
    if _named(rule, (*given.ignore, *given.extend_ignore)):
        return False
    if given.select:
        return _named(rule, (*given.select, *given.extend_select))
    if config is None or _named(rule, given.extend_select):
        return True
    if config.select and not is_notice(rule) and not _named(rule, (*config.select, *config.extend_select)):
        return False
    return not _named(rule, ignored(given, config, overrides)) and _level(rule, config, overrides) != OFF


def _level(rule: Rule, config: Config | None, overrides: Sequence[Override]) -> str | None:
    """Return the severity that is set: of the last override that has one, by the word that says most of the rule."""
    for levels in (*(each.severity for each in reversed(overrides)), config.severity if config else ()):
        found = [level for level in levels if names(level.rules.text, rule)]
        if found:
            return max(found, key=lambda each: (each.rules.text.lower() == rule.name, len(each.rules.text))).severity
    return None


def _named(rule: Rule, words: Iterable[Word]) -> bool:
    return any(names(word.text, rule) for word in words)


def _with_severity(rule: Rule, severity: str | None) -> Rule:
    if severity in (None, OFF):
        return rule
    return rule._replace(severity=severity, cases=[case._replace(severity=severity) for case in rule.cases])
