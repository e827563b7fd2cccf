"""`edgelint baseline`: record the findings of today, so that later runs tell only the new ones."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from typing import TextIO

from edgelint.baselines.baseline import Baseline, record
from edgelint.baselines.pruning import Found, pruned
from edgelint.commands.baselines import folder_of, read_recorded, write_baseline
from edgelint.commands.ending import CLEAN, UsageError, complain
from edgelint.commands.inputs import Input, read_inputs
from edgelint.commands.options import parser
from edgelint.commands.plans import Plans
from edgelint.commands.progress import Progress
from edgelint.commands.setting_options import add_choice_options
from edgelint.engine.check import Checked
from edgelint.files.discovery import is_within, path_from
from edgelint.files.source import Source


def run(arguments: list[str], stdin: TextIO, _stdout: TextIO, stderr: TextIO) -> int:
    """Record the findings of the files named, or drop what no longer occurs in them from what was recorded."""
    given = _options().parse_intermixed_args(arguments)
    if "-" in given.paths:
        raise UsageError("a baseline is one of files; standard input is none")
    plans, progress = Plans(given, baseline=False), Progress(stderr, os.environ, quiet=False)

    def judge(source: Source, name: str, standard_input: bool) -> Checked | None:
        return plans.of(name).check(source, name, {}, standard_input=standard_input)

    inputs = list(read_inputs(given.paths or ["."], stdin, "-", judge, progress))
    plans.finish()
    unread = [each for each in inputs if each.unreadable]
    for each in unread:
        complain(f"{each.name}: {each.unreadable}", stderr)
    if unread:
        raise UsageError(f"{given.file}: not written")
    message = _pruned(given, inputs, plans) if given.prune else _recorded(given.file, inputs)
    complain(f"{given.file}: {message}", stderr)
    return CLEAN


def _options() -> argparse.ArgumentParser:
    options = parser(
        "baseline", "Record the findings of today; check --baseline FILE leaves them out and tells only new ones."
    )
    options.add_argument("file", metavar="FILE", help="the baseline, which is written anew")
    options.add_argument("paths", nargs="*", metavar="PATH", help="files and folders; without any the current folder")
    options.add_argument(
        "--prune", action="store_true", help="only drop from FILE what no longer occurs; add nothing to it"
    )
    add_choice_options(options)
    options.set_defaults(baseline=None, fail_on=None)
    return options


def _recorded(path: str, inputs: Sequence[Input]) -> str:
    folder = folder_of(path)
    found = {path_from(folder, each.name): record(each.checked.findings) for each in inputs if each.checked}
    write_baseline(path, Baseline(found))
    return f"{_counted(Baseline(found))} recorded"


def _pruned(given: argparse.Namespace, inputs: Sequence[Input], plans: Plans) -> str:
    before = read_recorded(given.file)
    found = {
        path_from(before.folder, each.name): Found(
            each.checked.findings if each.checked else [], plans.of(each.name).rules
        )
        for each in inputs
    }
    folders = [os.path.realpath(path) for path in given.paths or ["."] if os.path.isdir(path)]

    def is_near(name: str) -> bool:
        return any(is_within(os.path.normpath(os.path.join(before.folder, name)), folder) for folder in folders)

    after = pruned(before.baseline, found, before.is_gone, is_near)
    write_baseline(given.file, after)
    dropped = before.baseline.total() - after.total()
    return f"{dropped} {'finding' if dropped == 1 else 'findings'} dropped, {_counted(after)} left"


def _counted(baseline: Baseline) -> str:
    number = baseline.total()
    return f"{number} {'finding' if number == 1 else 'findings'}"
