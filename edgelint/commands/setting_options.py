"""Options that say how files are checked, for the commands that check or tell how."""

from __future__ import annotations

import argparse

from edgelint.commands.options import add_rule_options, words
from edgelint.config.decisions import Given
from edgelint.report import SEVERITIES
from edgelint.rule_files.selection import Word


def add_choice_options(options: argparse.ArgumentParser) -> None:
    """Add the options that say which rules run."""
    for name, what in (("select", "run only"), ("ignore", "leave out")):
        options.add_argument(f"--{name}", action="append", default=[], metavar="CODES", help=f"{what} these rules")
        options.add_argument(
            f"--extend-{name}", action="append", default=[], metavar="CODES", help="the same, in addition"
        )
    add_rule_options(options)


def add_outcome_options(options: argparse.ArgumentParser) -> None:
    """Add the options that say what a finding means for the run."""
    options.add_argument("--baseline", metavar="FILE", help="leave out the findings that are recorded there")
    options.add_argument(
        "--fail-on", choices=(*SEVERITIES, "never"), help="least severity for status 1 (error without any)"
    )


def given_words(given: argparse.Namespace) -> Given:
    """Return what the options say about rules."""
    return Given(*(_words(given, name) for name in ("select", "extend_select", "ignore", "extend_ignore")))


def _words(given: argparse.Namespace, name: str) -> tuple[Word, ...]:
    return tuple(Word(word, f"--{name.replace('_', '-')}") for word in words(getattr(given, name)))
