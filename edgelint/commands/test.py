"""`edgelint test`: run the examples that rule files carry."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TextIO

from edgelint.commands.ending import CLEAN, FINDINGS, UsageError, complain
from edgelint.commands.options import parser
from edgelint.rule_files.rule_recognition import is_rule_file


def run(arguments: list[str], _stdin: TextIO, stdout: TextIO, stderr: TextIO) -> int:
    """Run the examples of the rule files named, of edgelint's own where none is, in every shape and layout.

    A file that is no rule is skipped, for a hook names every YAML file; a folder holds nothing but rules.
    """
    options = parser("test", "Run the examples that rule files carry, in every shape and layout of a manifest.")
    what = "rule files (other YAML is skipped) and folders; edgelint's own without any"
    options.add_argument("rules", nargs="*", metavar="RULES", help=what)
    given = options.parse_args(arguments)
    _prove(given.rules)
    paths = [path for path in given.rules if os.path.isdir(path) or is_rule_file(path)]
    if given.rules and not paths:
        complain("no rule file among the files given", stderr)
        return CLEAN
    return _run(paths, stdout, stderr)


def _run(paths: Sequence[str], stdout: TextIO, stderr: TextIO) -> int:
    from edgelint.engine.linter import RuleError
    from edgelint.expressions.path_words import SelectorError
    from edgelint.rule_files.rule_loader import RuleFileError, load
    from edgelint.rule_files.rule_pack import rules_folder
    from edgelint.testing.outcome import format_outcome
    from edgelint.testing.runner import run as run_examples

    try:
        files = load(paths or [rules_folder()])
        outcome = run_examples(files)
    except RuleFileError as error:
        raise UsageError(f"rule files cannot be used\n{error}") from None
    except (RuleError, SelectorError) as error:
        raise UsageError(str(error)) from None
    stdout.write(format_outcome(outcome))
    for file in files:
        if not file.data.get("examples"):
            complain(f"{file.path}: {file.data['code']} has no examples, so nothing of it was tested", stderr)
    return FINDINGS if outcome.failures else CLEAN


def _prove(paths: Sequence[str]) -> None:
    """Raise UsageError for paths that are not there, all of them at once."""
    missing = [path for path in paths if not os.path.lexists(path)]
    if missing:
        raise UsageError("\n".join(f"{path}: no such file or folder" for path in missing))
