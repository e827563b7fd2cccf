"""What `--fix`, `--diff` and the answers file add to a check."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any, TextIO

from edgelint.commands.ending import UsageError
from edgelint.commands.inputs import Input
from edgelint.commands.plans import AsBefore, Plan, Plans
from edgelint.engine.answers import Answers, AnswersError, read_answers
from edgelint.engine.check import Checked
from edgelint.engine.linter import RuleError
from edgelint.files.source import Source, decode
from edgelint.files.writer import WriteError, replace_file
from edgelint.findings import Finding
from edgelint.fixing.fixer import Check, fix
from edgelint.fixing.questions import Open, with_questions
from edgelint.fixing.renamed_modules import as_before
from edgelint.json_text.text import LineIndex
from edgelint.report import Change
from edgelint.reporters.diff import unified_diff


def fix_inputs(
    inputs: Iterable[Input],
    plans: Plans,
    answers: Mapping[str, Any],
    given: argparse.Namespace,
    stdout: TextIO,
) -> tuple[list[Input], dict[str, list[Finding]]]:
    """Fix the files and write them (standard input to standard output), or print what that would change as a diff.

    Returns the files as they are then and, by their names, the findings that were fixed.
    """
    after, fixed = [], {}
    for each in inputs:
        result, found = _fixed(each, plans.of(each.name), answers, unsafe=given.unsafe_fixes)
        if given.diff:
            _print(_diff(each, result), stdout)
        else:
            result = _written(each, result, stdout)
        if not given.fix or result.unreadable:
            result, found = each._replace(unreadable=result.unreadable, refused=result.refused), []
        after.append(result)
        if found:
            fixed[each.name] = found
    return after, fixed


def _fixed(each: Input, plan: Plan, answers: Mapping[str, Any], *, unsafe: bool) -> tuple[Input, list[Finding]]:
    """Return a file with its fixes made, not yet written, and the findings that they removed."""
    source, checked = each.source, each.checked
    if source is None or checked is None or not any(judged.operations for judged in checked.fixes):
        return each, []
    if source.fault is not None:
        return each._replace(refused=f"nothing was fixed: {source.fault.reason}"), []

    again, all_again = _checks(each, source, plan, answers, partial(as_before, checked))
    try:
        fixed, after, refused = fix(checked, again, unsafe=unsafe, check_all=all_again if plan.others else None)
    except RuleError as error:
        return each._replace(refused=f"nothing was fixed: {error}"), []
    new = source._replace(text=after.text)
    data = source.bom + after.text.encode(source.encoding)
    return each._replace(data=data, source=new, checked=after, refused=refused), fixed


def _checks(each: Input, source: Source, plan: Plan, answers: Mapping[str, Any], old: AsBefore) -> tuple[Check, Check]:
    """Return what checks another text of a file with the rules that run on it, and with all rules."""

    def again(text: str) -> Checked | None:
        changed = source._replace(text=text)
        return plan.check(changed, each.name, answers, standard_input=each.standard_input, as_before=old)

    def all_again(text: str) -> Checked | None:
        return plan.check_all(source._replace(text=text), each.name, standard_input=each.standard_input)

    return again, all_again


def change_of(before: Input, plan: Plan, answers: Mapping[str, Any], *, unsafe: bool, made: bool) -> Change | None:
    """Return what the fixes make of a file, or made of it, as it was before them; None for one that is no manifest."""
    from edgelint.fixing.previews import change

    if before.checked is None:
        return None
    after, removed = _fixed(before, plan, answers, unsafe=unsafe)
    return change(before.checked, after.checked or before.checked, removed, made=made, refused=after.refused)


def _written(before: Input, after: Input, stdout: TextIO) -> Input:
    if after.standard_input:
        stdout.flush()
        stdout.buffer.write(after.data)
    elif after.data != before.data:
        try:
            replace_file(after.name, before.data, after.data)
        except WriteError as error:
            return before._replace(unreadable=f"not fixed: {error}")
    return after


def _diff(before: Input, after: Input) -> str:
    """Return what changed as a patch; secrets stand in it only where they are in a line that changes."""
    if before.source is None or after.source is None or before.checked is None or before.data == after.data:
        return ""
    lines = LineIndex(before.source.text)
    hidden = {line - 1 for secret in before.checked.secrets() for line in _lines(lines, *secret.span)}
    mark = "\ufeff" if before.source.bom else ""
    return unified_diff(mark + before.source.text, mark + after.source.text, before.name, hidden)


def _print(text: str, stdout: TextIO) -> None:
    """Write a patch byte by byte, whatever the stream's line end and encoding are and whatever bytes name the file."""
    stdout.flush()
    stdout.buffer.write(text.encode("utf-8", "surrogateescape"))


def load_answers(path: str) -> Answers:
    """Return the answers of a file; raises UsageError with the place of what is wrong in it."""
    try:
        return read_answers(_read(path).text)
    except AnswersError as error:
        raise UsageError(f"{path}:{error}") from None


def write_questions(path: str, inputs: Iterable[Input]) -> int:
    """Add the questions that are open to an answers file, which is made where there is none; return how many are new.

    Where none is new nothing is written. Raises UsageError, also where one cannot be added, when the others are.
    """
    known = _read(path) if os.path.lexists(path) else Source("", "utf-8", b"", None)
    try:
        text, added, failed = with_questions(known.text, _open(inputs))
    except AnswersError as error:
        raise UsageError(f"{path}:{error}") from None
    if added:
        _save(path, known, text)
    for fault in failed:
        raise UsageError(f"{path}:{fault}")
    return added


def _open(inputs: Iterable[Input]) -> Iterator[Open]:
    for checked in (each.checked for each in inputs if each.checked):
        for finding, judged in zip(checked.findings, checked.fixes, strict=True):
            if judged.question:
                yield Open(judged.question, f"{finding.file}:{finding.location.start.line}: {finding.message}")


def _save(path: str, known: Source, text: str) -> None:
    before, after = (known.bom + each.encode(known.encoding) for each in (known.text, text))
    try:
        if os.path.lexists(path):
            replace_file(path, before, after)
            return
        with open(path, "xb") as file:
            file.write(after)
    except (OSError, WriteError) as error:
        raise UsageError(f"{path}: {getattr(error, 'strerror', None) or error}") from None


def _read(path: str) -> Source:
    try:
        with open(path, "rb") as file:
            source = decode(file.read())
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}") from None
    if source.fault:
        raise UsageError(f"{path}: {source.fault.reason}")
    return source


def _lines(lines: LineIndex, start: int, end: int) -> range:
    return range(lines.position(start).line, lines.position(end).line + 1)
