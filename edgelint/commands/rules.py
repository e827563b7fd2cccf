"""`edgelint rules`: list the rules."""

from __future__ import annotations

from typing import TextIO

from edgelint.cli import CLEAN
from edgelint.commands.options import add_rule_options, load_all, parser
from edgelint.rules import Rule


def run(arguments: list[str], _stdin: TextIO, stdout: TextIO, _stderr: TextIO) -> int:
    """List the rules, one a line or as JSON."""
    options = parser("rules", "List the rules.")
    options.add_argument("--output-format", choices=("text", "json"), default="text")
    add_rule_options(options)
    given = options.parse_args(arguments)
    rules = load_all(given)
    stdout.write(_json(rules) if given.output_format == "json" else "".join(f"{line}\n" for line in _lines(rules)))
    return CLEAN


def _lines(rules: list[Rule]) -> list[str]:
    width = max(len(rule.name) for rule in rules)
    return [f"{rule.code}  {rule.severity:<7}  {rule.name:<{width}}  {rule.summary}" for rule in rules]


def _json(rules: list[Rule]) -> str:
    import json

    columns = ("code", "name", "family", "severity", "summary", "status", "url")
    return json.dumps([{name: getattr(rule, name) for name in columns} for rule in rules], indent=2) + "\n"
