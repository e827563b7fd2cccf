"""`edgelint check`: lint files, folders and standard input, and fix them where asked."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from typing import Any, TextIO

from edgelint.answers import Answers
from edgelint.check import Checked
from edgelint.cli import CLEAN, FINDINGS, USAGE, complain
from edgelint.commands.check_arguments import parse
from edgelint.commands.ci_servers import tell_server
from edgelint.commands.inputs import Input, read_inputs
from edgelint.commands.outputs import outputs, write_reports
from edgelint.commands.plans import Plans
from edgelint.commands.progress import Progress
from edgelint.edits import Edit
from edgelint.findings import Finding
from edgelint.report import SEVERITIES, Change, Report
from edgelint.source import Source
from edgelint.text import Span


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
    before = {each.name: each for each in inputs}
    fixed: dict[str, list[Finding]] = {}
    if given.fix or given.diff:
        from edgelint.commands.fixing import fix_inputs

        prints = given.diff or "-" in given.paths  # where a bar would stand in between
        inputs, fixed = fix_inputs(inputs if prints else progress.over(inputs), plans, answers, given, stdout)

    def changes(name: str) -> Change | None:
        return _change(before.get(name), plans, answers, unsafe=given.unsafe_fixes, made=name in fixed)

    report = _report(given, plans, inputs, fixed, notices)._replace(changes=changes)
    _complain(inputs, report, stderr)
    _tell_unused(given, report, answers, stderr)
    stream = stderr if given.diff or (given.fix and "-" in given.paths) else stdout
    write_reports(wanted, report, stream)
    tell_server(given, report, stream, stderr)
    _ask(given, inputs, stderr)
    if report.unreadable:
        return USAGE
    about = [*((each.name, plans.of(each.name)) for each in inputs), *plans.suppressing().items()]
    levels = {name: plan.fail_on for name, plan in about}
    return FINDINGS if any(_fails(found, levels[found.file]) for found in report.left()) else CLEAN


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


def _report(
    given: argparse.Namespace,
    plans: Plans,
    inputs: Sequence[Input],
    fixed: dict[str, list[Finding]],
    notices: Sequence[Finding],
) -> Report:
    checked = {each.name: each.checked for each in inputs if each.checked}
    findings = [found for name in sorted(checked) for found in _in_order(checked[name].findings, fixed.get(name, []))]
    texts = {name: result.text for name, result in checked.items() if result.findings}
    configs = {name: plan.config.text for name, plan in plans.suppressing().items() if plan.config}
    told = {finding.code for finding in notices}
    return Report(
        findings=tuple(sorted([*findings, *notices], key=lambda finding: finding.file)),
        texts={**configs, **texts},
        secrets=lambda name: [Span(*secret.span) for secret in checked[name].secrets()] if name in checked else [],
        checked=len(checked),
        skipped=sum(each.source is not None and each.checked is None for each in inputs),
        fixed=sum(bool(found) for found in fixed.values()),
        unreadable=sum(bool(each.unreadable) for each in inputs),
        verbose=given.verbose,
        quiet=given.quiet,
        no_color=given.no_color,
        infos=given.verbose or plans.fail_on("info"),
        statistics=given.statistics,
        rules=lambda: plans.documents(told),
        edits=lambda finding: _offered(checked.get(finding.file), finding),
        left_out=tuple(each for name in sorted(checked) for each in checked[name].left_out),
        modules={
            name: [each.name for part in result.manifests for each in part.modules] for name, result in checked.items()
        },
        question=lambda finding: _question(checked.get(finding.file), finding),
    )


def _offered(checked: Checked | None, finding: Finding) -> list[Edit]:
    from edgelint.offers import offered_edits

    return offered_edits(checked, finding) if checked else []


def _question(checked: Checked | None, finding: Finding) -> str:
    """Return the answer that the fix of a finding waits for."""
    asked = [judged.question for judged in checked.fixes if judged.finding == finding] if checked else []
    return ".".join(next(filter(None, asked), ()))


def _change(before: Input | None, plans: Plans, answers: dict[str, Any], *, unsafe: bool, made: bool) -> Change | None:
    if before is None:
        return None
    from edgelint.commands.fixing import change_of

    return change_of(before, plans.of(before.name), answers, unsafe=unsafe, made=made)


def _in_order(left: list[Finding], fixed: list[Finding]) -> list[Finding]:
    return sorted(left + fixed, key=lambda finding: (finding.location.start, finding.code)) if fixed else left


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
    from edgelint.skipping import why_skipped

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


def _fails(finding: Finding, fail_on: str) -> bool:
    return fail_on != "never" and SEVERITIES.index(finding.severity) <= SEVERITIES.index(fail_on)
