"""`edgelint test`: run the examples that rule files carry."""

from __future__ import annotations

from typing import TextIO

from edgelint.cli import CLEAN, FINDINGS, UsageError
from edgelint.commands.options import parser


def run(arguments: list[str], _stdin: TextIO, stdout: TextIO, _stderr: TextIO) -> int:
    """Run the examples of the rule files named, of edgelint's own where none is, in every shape and layout."""
    from edgelint.linter import RuleError
    from edgelint.rule_loader import RuleFileError, load
    from edgelint.rule_pack import rules_folder
    from edgelint.selectors import SelectorError
    from edgelint.testing.outcome import format_outcome
    from edgelint.testing.runner import run as run_examples

    options = parser("test", "Run the examples that rule files carry, in every shape and layout of a manifest.")
    options.add_argument("rules", nargs="*", metavar="RULES", help="rule files and folders; edgelint's own without any")
    given = options.parse_args(arguments)
    try:
        outcome = run_examples(load(given.rules or [rules_folder()]))
    except RuleFileError as error:
        raise UsageError(f"rule files cannot be used\n{error}") from None
    except (RuleError, SelectorError) as error:
        raise UsageError(str(error)) from None
    stdout.write(format_outcome(outcome))
    return FINDINGS if outcome.failures else CLEAN
