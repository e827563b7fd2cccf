"""The rules that there are and those that run, for each configuration of a run; rule files are read once."""

from __future__ import annotations

import argparse
import os
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from edgelint.commands.ending import UsageError
from edgelint.commands.options import load_all, load_all_documents
from edgelint.commands.setting_options import given_words
from edgelint.config import ConfigError
from edgelint.config.decisions import chosen
from edgelint.config.lookup import Lookup
from edgelint.config.notice_rules import is_notice
from edgelint.rule_files.rules import Rule
from edgelint.rule_files.selection import is_rule, names, unknown

if TYPE_CHECKING:
    from edgelint.config.model import Config, Override


class RuleSets:
    """Rules by configuration."""

    def __init__(self, options: argparse.Namespace) -> None:
        """Take the options; raises UsageError for a --select without a word."""
        self.given = given_words(options)
        self._options = options
        self._all: dict[tuple[str, ...], list[Rule]] = {}
        self._running: dict[tuple[str | None, ...], list[Rule]] = {}
        if options.select and not self.given.select:
            raise UsageError("--select names no rule")

    def all(self, config: Config | None) -> list[Rule]:
        """Return the rules there are with a configuration; raises UsageError for rule files that cannot be used."""
        paths = tuple(_paths(self._options, config))
        if paths not in self._all:
            self._all[paths] = load_all(self._options, paths)
        return self._all[paths]

    def documents(self, config: Config | None, codes: Collection[str]) -> list[dict[str, Any]]:
        """Return the whole data of the rule files of these codes that there are with a configuration."""
        return load_all_documents(self._options, codes, _paths(self._options, config))

    def running(self, config: Config | None, overrides: Sequence[Override] = ()) -> list[Rule]:
        """Return the rules that run on the files of a configuration that these overrides hold for."""
        key = (config.path if config else None, *(each.origin for each in overrides))
        if key not in self._running:
            self._running[key] = chosen(self.all(config), self.given, config, overrides)
        return self._running[key]

    def others(self, config: Config | None, running: Sequence[Rule]) -> list[Rule]:
        """Return the rules for manifests that there are with a configuration and that do not run."""
        codes = {rule.code for rule in running}
        return [rule for rule in self.all(config) if rule.code not in codes and not is_notice(rule)]

    def prove_config(self, config: Config) -> None:
        """Raise ConfigError for rule files that are not there and for words that name no rule, as of one left out."""
        _prove_files(config)
        faults = _faults(config, self.all(config))
        if faults and self._options.no_default_rules:
            from edgelint.rule_files.rule_pack import shipped_rules

            faults = _faults(config, [*self.all(config), *shipped_rules()])
        if faults:
            raise ConfigError("\n".join(faults))

    def prove_given(self, configs: Sequence[Config | None]) -> None:
        """Raise UsageError for a word of the command line that names no rule there is with any of the configurations."""
        known = list({rule.code: rule for config in configs for rule in self.all(config)}.values())
        for word in self.given.words():
            if not any(names(word.text, rule) for rule in known):
                raise UsageError(unknown(word.text, known))


def from_config(config: Config | None, path: str) -> str:
    """Return a path that a configuration names, which is relative to its folder, as seen from the current one."""
    return os.path.normpath(os.path.join(os.path.dirname(config.path) if config else "", path))


def configured_paths(options: argparse.Namespace) -> list[str]:
    """Return the rule files and folders of the configuration that holds for the current folder; raises UsageError."""
    try:
        config = Lookup(options.config).config("")
        if config:
            _prove_files(config)
        return _paths(options, config)
    except ConfigError as error:
        raise UsageError(f"configuration cannot be used\n{error}") from None


def _prove_files(config: Config) -> None:
    """Raise ConfigError for rule files and folders that are not there."""
    missing = [word for word in config.rules if not os.path.lexists(from_config(config, word.text))]
    if missing:
        raise ConfigError("\n".join(f"{word.origin}: {word.text}: no such file or folder" for word in missing))


def _faults(config: Config, rules: Sequence[Rule]) -> list[str]:
    return [*_unknown_words(config, rules), *_unknown_rules(config, rules)]


def _unknown_words(config: Config, rules: Sequence[Rule]) -> Iterator[str]:
    for word in config.words():
        if not any(names(word.text, rule) for rule in rules):
            yield f"{word.origin}: {unknown(word.text, rules)}"


def _unknown_rules(config: Config, rules: Sequence[Rule]) -> Iterator[str]:
    """Yield what is wrong with the rules of suppressions; the findings on suppressions cannot be suppressed."""
    known = [rule for rule in rules if not is_notice(rule)]
    for word in (entry.rule for entry in config.suppressions):
        if any(is_rule(word.text, rule) for rule in known):
            continue
        several = any(names(word.text, rule) for rule in known)
        wrong = f'"{word.text}" names several rules; a suppression is for one' if several else unknown(word.text, known)
        yield f"{word.origin}: {wrong}"


def _paths(options: argparse.Namespace, config: Config | None) -> list[str]:
    """Return the rule files and folders of a configuration that the command line does not name too."""
    given = {os.path.realpath(path) for path in options.rules}
    own = [from_config(config, word.text) for word in config.rules] if config else []
    return [path for path in own if os.path.realpath(path) not in given]
