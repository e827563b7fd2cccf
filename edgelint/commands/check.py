"""`edgelint check`: lint files, folders and standard input, and fix them where asked."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any, TextIO

from edgelint.check import Checked, check
from edgelint.cli import CLEAN, FINDINGS, USAGE, UsageError, complain
from edgelint.commands.check_arguments import parse
from edgelint.commands.inputs import Input, read_inputs
from edgelint.commands.options import load_all, load_all_documents, words
from edgelint.commands.outputs import outputs, write_reports
from edgelint.edits import Edit
from edgelint.findings import Finding
from edgelint.report import SEVERITIES, Report
from edgelint.rules import Rule
from edgelint.selection import SelectionError, choose
from edgelint.source import Source
from edgelint.text import Span


def run(arguments: list[str], stdin: TextIO, stdout: TextIO, stderr: TextIO) -> int:
    """Lint what the arguments name, fix it where asked, write the report and return the exit status."""
    given = parse(arguments)
    wanted, rules, answers = outputs(given), _rules(given), _answers(given)

    def judge(source: Source, name: str, standard_input: bool) -> Checked | None:
        return check(source, rules, name, standard_input=standard_input, answers=answers)

    inputs = list(read_inputs(given.paths, stdin, given.stdin_filename, judge))
    fixed: dict[str, list[Finding]] = {}
    if given.fix or given.diff:
        from edgelint.commands.fixing import fix_inputs

        inputs, fixed = fix_inputs(inputs, rules, answers, given, stdout)
    report = _report(given, rules, inputs, fixed)
    _complain(inputs, report, stderr)
    write_reports(wanted, report, stderr if given.diff or (given.fix and "-" in given.paths) else stdout)
    _ask(given, inputs, stderr)
    if report.unreadable:
        return USAGE
    return FINDINGS if _fails(report, given.fail_on) else CLEAN


def _rules(given: argparse.Namespace) -> list[Rule]:
    selected, ignored = words(given.select), words(given.ignore + given.extend_ignore)
    if given.select and not selected:
        raise UsageError("--select names no rule")
    try:
        rules = choose(load_all(given), selected, ignored, added=words(given.extend_select))
    except SelectionError as error:
        raise UsageError(str(error)) from None
    if not rules:
        raise UsageError("--select and --ignore leave no rule to run")
    return rules


def _answers(given: argparse.Namespace) -> dict[str, Any]:
    if given.answers is None:
        return {}
    from edgelint.commands.fixing import load_answers

    return load_answers(given.answers)


def _report(
    given: argparse.Namespace, rules: Sequence[Rule], inputs: Sequence[Input], fixed: dict[str, list[Finding]]
) -> Report:
    checked = {each.name: each.checked for each in inputs if each.checked}
    findings = [found for name in sorted(checked) for found in _in_order(checked[name].findings, fixed.get(name, []))]
    return Report(
        findings=tuple(findings),
        texts={name: result.text for name, result in checked.items() if result.findings},
        secrets=lambda name: [Span(*secret.span) for secret in checked[name].secrets()],
        checked=len(checked),
        skipped=sum(each.source is not None and each.checked is None for each in inputs),
        fixed=sum(bool(found) for found in fixed.values()),
        unreadable=sum(bool(each.unreadable) for each in inputs),
        verbose=given.verbose,
        quiet=given.quiet,
        no_color=given.no_color,
        infos=given.verbose or given.fail_on == "info",
        rules=lambda: load_all_documents(given, {rule.code for rule in rules}),
        edits=lambda finding: _offered(checked[finding.file], finding),
    )


def _offered(checked: Checked, finding: Finding) -> list[Edit]:
    from edgelint.offers import offered_edits

    return offered_edits(checked, finding)


def _in_order(left: list[Finding], fixed: list[Finding]) -> list[Finding]:
    return sorted(left + fixed, key=lambda finding: (finding.location.start, finding.code)) if fixed else left


def _complain(inputs: Sequence[Input], report: Report, stderr: TextIO) -> None:
    for each in inputs:
        if each.unreadable or each.refused:
            complain(f"{each.name}: {each.unreadable or each.refused}", stderr)
    if not report.checked and not report.unreadable:
        complain("no deployment manifest among the files given", stderr)


def _ask(given: argparse.Namespace, inputs: Sequence[Input], stderr: TextIO) -> None:
    """Write the open questions to the answers file that was asked for."""
    if given.write_answers is None:
        return
    from edgelint.commands.fixing import write_questions

    added = write_questions(given.write_answers, inputs)
    complain(f"{given.write_answers}: {added} {'question' if added == 1 else 'questions'} added", stderr)


def _fails(report: Report, fail_on: str) -> bool:
    counts = report.counts()
    levels = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on != "never" else ()
    return any(counts[level] for level in levels)
