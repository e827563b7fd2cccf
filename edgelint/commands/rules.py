"""`edgelint rules`: list the rules."""

from __future__ import annotations

from typing import TextIO

from edgelint.cli import CLEAN
from edgelint.commands.options import add_rule_options, load_all, parser
from edgelint.commands.rule_sets import configured_paths
from edgelint.rules import Rule


def run(arguments: list[str], _stdin: TextIO, stdout: TextIO, _stderr: TextIO) -> int:
    """List the rules as a table, one a line, or as JSON."""
    options = parser("rules", "List the rules.")
    options.add_argument("--output-format", choices=("text", "json"), default="text")
    add_rule_options(options)
    given = options.parse_args(arguments)
    rules = load_all(given, configured_paths(given))
    stdout.write(_json(rules) if given.output_format == "json" else _table(rules))
    return CLEAN


def _table(rules: list[Rule]) -> str:
    rows = [("Code", "Severity", "Name", "What it finds")]
    rows += [(rule.code, rule.severity, rule.name, f"{rule.summary}{_status(rule)}") for rule in rules]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    cells = [(*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[3]) for row in rows]
    return "".join(f"{'  '.join(row)}\n" for row in cells)


def _status(rule: Rule) -> str:
    return "" if rule.status == "stable" else f" ({rule.status})"


def _json(rules: list[Rule]) -> str:
    import json

    columns = ("code", "name", "family", "severity", "summary", "status", "url")
    return json.dumps([{name: getattr(rule, name) for name in columns} for rule in rules], indent=2) + "\n"
