"""`edgelint explain`: what a rule finds, why, before and after, where it comes from. Offline."""

from __future__ import annotations

from typing import TextIO

from edgelint.commands.ending import CLEAN, UsageError
from edgelint.commands.options import add_rule_options, load_all, load_all_documents, parser
from edgelint.commands.rule_sets import configured_paths
from edgelint.rule_files.selection import SelectionError, find_rule


def run(arguments: list[str], _stdin: TextIO, stdout: TextIO, _stderr: TextIO) -> int:
    """Explain one rule, named by its code or its name."""
    from edgelint.explaining.explanation import explanation
    from edgelint.reporters.screen import screen_of

    options = parser("explain", "Say what a rule finds, why, and what to do.")
    options.add_argument("rule", metavar="CODE|NAME")
    add_rule_options(options)
    given = options.parse_args(arguments)
    more = configured_paths(given)
    try:
        rule = find_rule(load_all(given, more), given.rule)
    except SelectionError as error:
        raise UsageError(str(error)) from None
    (document,) = load_all_documents(given, {rule.code}, more)
    stdout.writelines(f"{row}\n" for row in explanation(document, screen_of(stdout)))
    return CLEAN
