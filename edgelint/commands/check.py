"""`edgelint check`: lint files, folders and standard input, and fix them where asked."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from typing import TextIO

from edgelint.commands.check_arguments import parse
from edgelint.commands.ci_servers import tell_server
from edgelint.commands.ending import CLEAN, FINDINGS, USAGE, complain
from edgelint.commands.inputs import Input, read_inputs
from edgelint.commands.outputs import outputs, write_reports
from edgelint.commands.plans import Plans
from edgelint.commands.progress import Progress
from edgelint.commands.run_report import Run, report_of
from edgelint.engine.answers import Answers
from edgelint.engine.check import Checked
from edgelint.files.source import Source
from edgelint.findings import Finding
from edgelint.report import SEVERITIES, Report


def run(arguments: list[str], stdin: TextIO, stdout: TextIO, stderr: TextIO) -> int:
    """Lint what the arguments name, fix it where asked, write the report and return the exit status."""
    given = parse(arguments, stdin)
    progress = Progress(stderr, os.environ, quiet=given.quiet)
    wanted, plans, answers = outputs(given), Plans(given), _answers(given)

    def judge(source: Source, name: str, standard_input: bool) -> Checked | None:
        return plans.of(name).check(source, name, answers, standard_input=standard_input)

    inputs = list(read_inputs(given.paths, stdin, given.stdin_filename, judge, progress))
    plans.finish()
    notices = _notices(given, inputs, plans)
    after, fixed = _fixed(given, inputs, plans, answers, progress, stdout)
    report = report_of(Run(inputs, after, fixed, notices), given, plans, answers)
    _complain(after, report, stderr)
    _tell_unused(given, report, answers, stderr)
    stream = stderr if given.diff or (given.fix and "-" in given.paths) else stdout
    write_reports(wanted, report, stream)
    tell_server(given, report, stream, stderr)
    _ask(given, after, stderr)
    return USAGE if report.unreadable else _status(report, after, plans)


def _answers(given: argparse.Namespace) -> Answers:
    if given.answers is None:
        return Answers({})
    from edgelint.commands.fixing import load_answers

    return load_answers(given.answers)


def _notices(given: argparse.Namespace, inputs: Sequence[Input], plans: Plans) -> list[Finding]:
    if not plans.suppressing():
        return []
    from edgelint.commands.suppression_notices import suppression_notices

    return suppression_notices(given.paths, inputs, plans)


def _fixed(
    given: argparse.Namespace,
    inputs: list[Input],
    plans: Plans,
    answers: Answers,
    progress: Progress,
    stdout: TextIO,
) -> tuple[list[Input], dict[str, list[Finding]]]:
    """Return the files as they are after their fixes where these are asked for, and by name what was fixed."""
    if not (given.fix or given.diff):
        return inputs, {}
    from edgelint.commands.fixing import fix_inputs

    prints = given.diff or "-" in given.paths  # where a bar would stand in between
    return fix_inputs(inputs if prints else progress.over(inputs), plans, answers, given, stdout)


def _complain(inputs: Sequence[Input], report: Report, stderr: TextIO) -> None:
    for each in inputs:
        if each.unreadable or each.refused:
            complain(f"{each.name}: {each.unreadable or each.refused}", stderr)
    if report.verbose and not report.quiet:
        _tell_skipped(inputs, stderr)
    if not report.checked and not report.unreadable:
        complain("no deployment manifest among the files given", stderr)


def _tell_unused(given: argparse.Namespace, report: Report, answers: Answers, stderr: TextIO) -> None:
    """Tell of answers to nothing, such as those under a misspelt name."""
    for question in answers.unused() if report.checked and not report.quiet else ():
        complain(f"{given.answers}: {'.'.join(question)} answers no question", stderr)


def _tell_skipped(inputs: Sequence[Input], stderr: TextIO) -> None:
    from edgelint.files.skipping import why_skipped

    for each in inputs:
        if each.source is not None and each.checked is None:
            complain(f"{each.name}: skipped, {why_skipped(each.source)}", stderr)


def _ask(given: argparse.Namespace, inputs: Sequence[Input], stderr: TextIO) -> None:
    """Write the open questions to the answers file that was asked for."""
    if given.write_answers is None:
        return
    from edgelint.commands.fixing import write_questions

    added = write_questions(given.write_answers, inputs)
    if not given.quiet:
        complain(f"{given.write_answers}: {added} {'question' if added == 1 else 'questions'} added", stderr)


def _status(report: Report, inputs: Sequence[Input], plans: Plans) -> int:
    about = [*((each.name, plans.of(each.name)) for each in inputs), *plans.suppressing().items()]
    levels = {name: plan.fail_on for name, plan in about}
    return FINDINGS if any(_fails(found, levels[found.file]) for found in report.left()) else CLEAN


def _fails(finding: Finding, fail_on: str) -> bool:
    return fail_on != "never" and SEVERITIES.index(finding.severity) <= SEVERITIES.index(fail_on)
