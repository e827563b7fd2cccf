"""`edgelint why`: what a rule did on a line of a manifest, step by step."""

from __future__ import annotations

import argparse
import re
from typing import TextIO

from edgelint.commands.ending import CLEAN, UsageError
from edgelint.commands.options import add_rule_options, parser
from edgelint.commands.plans import Plans
from edgelint.config.notice_rules import is_notice
from edgelint.engine.check import Checked
from edgelint.engine.linter import RuleError
from edgelint.files.discovery import spelled
from edgelint.files.source import Source, decode
from edgelint.json_text.text import LineIndex
from edgelint.reporters.width import stream_encoding
from edgelint.rule_files.rules import Rule
from edgelint.rule_files.selection import SelectionError, find_rule
from edgelint.tracing.rule_trace import trace_rule
from edgelint.tracing.sight import Sight
from edgelint.tracing.spots import NoModuleError, Spot
from edgelint.tracing.trace_text import Row, lines, trace_rows

_PLACE = re.compile(r"(.+?):([1-9][0-9]*)(?::([1-9][0-9]*))?:?", re.DOTALL)


def run(arguments: list[str], _stdin: TextIO, stdout: TextIO, _stderr: TextIO) -> int:
    """Explain what a rule did on a line, whether it reported something there or not."""
    given = _options().parse_args(arguments)
    file, spot = _place(given.place)
    plans, source = Plans(given), _source(file)
    _prove(file, spot, source.text)
    rule, runs = _rule(plans, file, given.rule)
    rows = _trace(rule, _checked(plans, rule, source, file), file, spot)
    if not runs:
        rows += [Row(), Row(f"{rule.code} does not run on this file; edgelint config {file} shows the settings.")]
    stdout.write("".join(f"{line}\n" for line in lines(rows, stream_encoding(stdout))))
    return CLEAN


def _options() -> argparse.ArgumentParser:
    options = parser(
        "why", "Show step by step why a rule reports something on a line of a manifest, or why it does not."
    )
    options.add_argument("place", metavar="FILE:LINE[:COLUMN]", help="as a report names it")
    options.add_argument("rule", metavar="CODE|NAME")
    add_rule_options(options)
    nothing: list[str] = []
    options.set_defaults(select=nothing, ignore=nothing, extend_select=nothing, extend_ignore=nothing)
    options.set_defaults(baseline=None, fail_on=None)
    return options


def _place(given: str) -> tuple[str, Spot]:
    match = _PLACE.fullmatch(given)
    if match is None:
        raise UsageError(f'"{given}" names no line; it must be FILE:LINE or FILE:LINE:COLUMN, both counted from 1')
    return spelled(match[1]), Spot(int(match[2]), int(match[3]) if match[3] else None)


def _source(file: str) -> Source:
    try:
        with open(file, "rb") as opened:
            return decode(opened.read())
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror or error}") from None


def _prove(file: str, spot: Spot, text: str) -> None:
    """Raise UsageError for a line or a column that the file does not have."""
    index = LineIndex(text)
    last = index.position(len(text) - text.endswith("\n")).line
    if spot.line > last:
        raise UsageError(f"{file} ends at line {last}")
    length = len(index.line(spot.line))
    if spot.column is not None and spot.column > length + 1:
        raise UsageError(f"{file}: line {spot.line} ends at column {length}")


def _rule(plans: Plans, file: str, word: str) -> tuple[Rule, bool]:
    """Return the rule that a word names, with the severity that it has for a file, and whether it runs on that."""
    plan = plans.of(file)
    try:
        rule = find_rule(plans.rules.all(plan.config), word)
    except SelectionError as error:
        raise UsageError(str(error)) from None
    if is_notice(rule):
        raise UsageError(f"{rule.code} {rule.name} is about the configuration; it looks at no manifest")
    running = next((each for each in plan.rules if each.code == rule.code), None)
    return running or rule, running is not None


def _trace(rule: Rule, checked: Checked, file: str, spot: Spot) -> list[Row]:
    sight = Sight(checked.manifests, checked.text)
    try:
        trace = trace_rule(rule, checked, spot, sight)
    except NoModuleError as error:
        place = f"{file}:{spot.line}"
        raise UsageError(f"{place}: {error}\n{rule.code} {rule.name} has scope: {rule.scope}") from None
    return list(trace_rows(rule, trace, checked, file, spot, sight))


def _checked(plans: Plans, rule: Rule, source: Source, file: str) -> Checked:
    try:
        checked = plans.of(file)._replace(rules=[rule]).check(source, file, {}, standard_input=False)
    except RuleError as error:
        raise UsageError(str(error)) from None
    if checked is None:
        raise UsageError(f"{file}: no deployment manifest")
    return checked
