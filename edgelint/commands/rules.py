"""`edgelint rules`: list the rules."""

from __future__ import annotations

import argparse
from typing import TextIO

from edgelint.commands.ending import CLEAN, UsageError
from edgelint.commands.options import load_all, parser
from edgelint.commands.rule_sets import configured_paths
from edgelint.commands.setting_options import add_choice_options, given_words
from edgelint.config.decisions import chosen
from edgelint.report import SEVERITIES
from edgelint.rule_files.rules import Rule
from edgelint.rule_files.selection import names, unknown


def run(arguments: list[str], _stdin: TextIO, stdout: TextIO, _stderr: TextIO) -> int:
    """List the rules as a table, or as JSON."""
    from edgelint.reporters.rule_table import rule_table
    from edgelint.reporters.screen import screen_of

    given = _options().parse_args(arguments)
    rules = _chosen(given, load_all(given, configured_paths(given)))
    if given.output_format == "json":
        stdout.write(_json(rules))
    else:
        stdout.writelines(f"{row}\n" for row in rule_table(rules, screen_of(stdout)))
    return CLEAN


def _options() -> argparse.ArgumentParser:
    options = parser("rules", "List the rules, all or some of them.")
    add_choice_options(options)
    options.add_argument("--family", metavar="FAMILY", help="only the rules of this family, as storage")
    options.add_argument("--severity", choices=SEVERITIES, help="only rules of this severity")
    options.add_argument("--fixable", action="store_true", help="only rules that can offer a fix")
    options.add_argument("--output-format", choices=("text", "json"), default="text")
    return options


def _chosen(given: argparse.Namespace, rules: list[Rule]) -> list[Rule]:
    """Return the rules that the options name; raises UsageError for a word that names none."""
    from edgelint.reporters.rule_table import surest_fix

    words = given_words(given)
    for word in words.words():
        if not any(names(word.text, rule) for rule in rules):
            raise UsageError(unknown(word.text, rules))
    families = dict.fromkeys(rule.family for rule in rules)
    if given.family is not None and given.family not in families:
        raise UsageError(f'there is no family "{given.family}"; there are {", ".join(families)}')
    return [
        rule
        for rule in chosen(rules, words, None)
        if given.family in (None, rule.family)
        and given.severity in (None, rule.severity)
        and (surest_fix(rule) or not given.fixable)
    ]


def _json(rules: list[Rule]) -> str:
    import json

    columns = ("code", "name", "family", "severity", "summary", "status", "url")
    return json.dumps([{name: getattr(rule, name) for name in columns} for rule in rules], indent=2) + "\n"
