"""`edgelint config`: the settings that hold for a file, and where each of them comes from."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TextIO

from edgelint.commands.ending import CLEAN, UsageError
from edgelint.commands.options import parser
from edgelint.commands.plans import Plan, Plans
from edgelint.commands.rule_sets import from_config
from edgelint.commands.setting_options import add_choice_options, add_outcome_options
from edgelint.config.decisions import OFF, Given, ignored
from edgelint.config.document import located
from edgelint.config.model import Level, Suppression
from edgelint.config.suppressions import holds_for, is_expired
from edgelint.rule_files.selection import Word


class _Row(NamedTuple):
    what: str
    value: str
    origin: str = ""
    reason: str = ""


def run(arguments: list[str], _stdin: TextIO, stdout: TextIO, _stderr: TextIO) -> int:
    """Print the settings for a file; for a folder also those that hold for some of its files, and for which."""
    from edgelint.reporters.width import printable, stream_encoding

    given = _options().parse_args(arguments)
    if not os.path.lexists(given.path):
        raise UsageError(f"{given.path}: no such file or folder")
    plans, folder = Plans(given), os.path.isdir(given.path)
    plan = plans.of(os.path.join(given.path, "") if folder else given.path)
    plans.finish()
    lines = [_head(given.path, plan), *_aligned(list(_rows(given, plan, plans, folder=folder)))]
    stdout.write("".join(f"{printable(line, stream_encoding(stdout))}\n" for line in lines))
    return CLEAN


def _options() -> argparse.ArgumentParser:
    options = parser("config", "Print the settings that hold for a file, and where each of them comes from.")
    options.add_argument(
        "path", nargs="?", default=".", metavar="PATH", help="a file or folder; without it the current folder"
    )
    add_choice_options(options)
    add_outcome_options(options)
    return options


def _head(path: str, plan: Plan) -> str:
    return f"{path}: configuration {plan.config.path}" if plan.config else f"{path}: no configuration"


def _rows(given: argparse.Namespace, plan: Plan, plans: Plans, *, folder: bool) -> Iterator[_Row]:
    yield from _settings(given, plan)
    yield from _choice(plans.rules.given, plan)
    yield from _overrides(plans.rules.given, plan, folder=folder)
    yield from _suppressions(plan, plans, folder=folder)
    running = plans.rules.running(plan.config) if folder else plan.rules
    yield _Row("run", f"{len(running)} of {len(plans.rules.all(plan.config))} rules")


def _settings(given: argparse.Namespace, plan: Plan) -> Iterator[_Row]:
    """Yield the settings of one value: what the command line says, or the configuration, or what holds without."""
    config = plan.config
    yield _Row("fail-on", plan.fail_on, _origin(given.fail_on, "--fail-on", config.fail_on if config else None))
    configured = config.baseline if config else None
    baseline = given.baseline or (from_config(config, configured.text) if configured else None)
    if baseline:
        yield _Row("baseline", baseline, _origin(given.baseline, "--baseline", configured))
    yield from (_Row("rules", path, "--rules") for path in given.rules)
    if config:
        yield from (_Row("rules", from_config(config, word.text), word.origin) for word in config.rules)


def _origin(given: str | None, option: str, configured: Word | None) -> str:
    return option if given else configured.origin if configured else "default"


def _choice(given: Given, plan: Plan) -> Iterator[_Row]:
    """Yield the words that say which rules run and how grave they are, without those that are set aside."""
    config = plan.config
    selected = [*given.select, *given.extend_select]
    if config and not given.select:
        selected += [*config.select, *config.extend_select]
    yield from (_Row("select", *word) for word in selected)
    yield from (_Row("ignore", *word) for word in (*given.ignore, *given.extend_ignore))
    yield from (_Row("ignore", *word) for word in ignored(given, config))
    yield from _severities(given, config.severity if config else ())


def _severities(given: Given, levels: Sequence[Level], where: str = "") -> Iterator[_Row]:
    for word, severity in levels:
        if severity != OFF or not given.select:
            yield _Row("severity", f"{word.text}: {severity}{where}", word.origin)


def _overrides(given: Given, plan: Plan, *, folder: bool) -> Iterator[_Row]:
    for each in plan.config.overrides if plan.config and folder else plan.overrides:
        where = _where(each.files) if folder else ""
        for word in () if given.select else each.ignore:
            yield _Row("ignore", f"{word.text}{where}", word.origin)
        yield from _severities(given, each.severity, where)


def _suppressions(plan: Plan, plans: Plans, *, folder: bool) -> Iterator[_Row]:
    config = plan.config
    for entry in config.suppressions if config else ():
        if config and (folder or holds_for(entry, plan.path)):
            over = " (expired)" if entry.expires is not None and is_expired(entry, plans.day) else ""
            value = _told(entry, _where(entry.files) if folder else "") + over
            origin = located(config.path, entry.place)
            yield _Row("suppression", value, origin, " ".join(entry.reason.split()))


def _where(files: Sequence[str]) -> str:
    return f" in {', '.join(files)}" if files else ""


def _told(entry: Suppression, where: str) -> str:
    module = f" in module {entry.module}" if entry.module else ""
    path = f" at {entry.path}" if entry.path else ""
    until = f" until {entry.expires}" if entry.expires else ""
    return f"{entry.rule.text}{where}{module}{path}{until}"


def _aligned(rows: Sequence[_Row]) -> Iterator[str]:
    from edgelint.reporters.width import columns

    widths = [max(columns(row[column]) for row in rows) for column in range(3)]
    for row in rows:
        cells = (cell + " " * (width - columns(cell)) for cell, width in zip(row, widths, strict=False))
        yield f"  {'  '.join(cells)}  {row.reason}".rstrip()
