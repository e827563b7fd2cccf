"""`edgelint check`: lint files, folders and standard input."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TextIO

from edgelint.check import Checked, check
from edgelint.cli import CLEAN, FINDINGS, USAGE, UsageError
from edgelint.commands.options import add_rule_options, load_all, parser, words
from edgelint.discovery import MissingPathError, begins_as_json, find_files
from edgelint.linter import RuleError
from edgelint.report import SEVERITIES, Report
from edgelint.reporters import REPORTERS
from edgelint.rules import Rule
from edgelint.selection import SelectionError, choose
from edgelint.source import decode
from edgelint.text import Span

_START = 4096


class _File(NamedTuple):
    name: str
    checked: Checked | None
    unreadable: str | None = None


def run(arguments: list[str], stdin: TextIO, stdout: TextIO, stderr: TextIO) -> int:
    """Lint what the arguments name, write the report and return the exit status."""
    given = _parse(arguments, stdout)
    rules = _rules(given)
    files = list(_check_all(given, rules, stdin))
    for file in files:
        if file.unreadable:
            print(f"edgelint: {file.name}: {file.unreadable}", file=stderr)
    report = _report(given, files)
    if not report.checked and not report.unreadable:
        print("edgelint: no deployment manifest among the files given", file=stderr)
    _write(given, report, stdout)
    if report.unreadable:
        return USAGE
    return FINDINGS if _fails(report, given.fail_on) else CLEAN


def _parse(arguments: list[str], stdout: TextIO) -> argparse.Namespace:
    options = parser("[check]", "Lint Azure IoT Edge deployment manifests for Azure Stack Edge Pro GPU (Kubernetes).")
    options.add_argument("paths", nargs="*", metavar="PATH", help="files and folders; - is standard input")
    for name, what in (("select", "run only"), ("ignore", "leave out")):
        options.add_argument(f"--{name}", action="append", default=[], metavar="CODES", help=f"{what} these rules")
        options.add_argument(
            f"--extend-{name}", action="append", default=[], metavar="CODES", help="the same, in addition"
        )
    add_rule_options(options)
    options.add_argument(
        "--output-format", choices=REPORTERS, default="text", metavar="NAME", help=", ".join(REPORTERS)
    )
    options.add_argument("--output-file", metavar="FILE", help="write the report there")
    options.add_argument(
        "--fail-on", choices=(*SEVERITIES, "never"), default="error", help="least severity for status 1"
    )
    options.add_argument("--stdin-filename", default="-", metavar="NAME", help="what findings on - are called")
    options.add_argument("--no-color", action="store_true", help="no colours (as NO_COLOR)")
    options.add_argument("-q", "--quiet", action="store_true", help="findings only")
    options.add_argument("-v", "--verbose", action="store_true", help="count skipped files too")
    options.add_argument("--version", action="store_true", help="print the version")
    given = options.parse_args(arguments)
    if given.version:
        from edgelint import __version__

        print(f"edgelint {__version__}", file=stdout)
        options.exit()
    return given


def _rules(given: argparse.Namespace) -> list[Rule]:
    selected, ignored = words(given.select + given.extend_select), words(given.ignore + given.extend_ignore)
    try:
        rules = choose(load_all(given), selected, ignored)
    except SelectionError as error:
        raise UsageError(str(error)) from None
    if not rules:
        raise UsageError("--select and --ignore leave no rule to run")
    return rules


def _check_all(given: argparse.Namespace, rules: Sequence[Rule], stdin: TextIO) -> Iterator[_File]:
    paths = given.paths or ["."]
    try:
        if "-" in paths:
            checked = check(decode(stdin.buffer.read()), rules, given.stdin_filename, standard_input=True)
            yield _File(given.stdin_filename, checked)
        for name, named in find_files([path for path in paths if path != "-"]):
            file = _check_file(name, named, rules)
            if file:
                yield file
    except MissingPathError as error:
        raise UsageError(f"{error}: no such file or folder") from None
    except RuleError as error:
        raise UsageError(str(error)) from None


def _check_file(name: str, named: bool, rules: Sequence[Rule]) -> _File | None:
    """Lint one file; None for one of a folder walk that does not begin as JSON."""
    try:
        with open(name, "rb") as file:
            start = file.read(_START)
            if not named and not begins_as_json(start):
                return None
            data = start + file.read()
    except OSError as error:
        return _File(name, None, error.strerror or str(error))
    return _File(name, check(decode(data), rules, name))


def _report(given: argparse.Namespace, files: Sequence[_File]) -> Report:
    checked = {file.name: file.checked for file in files if file.checked}
    findings = [finding for name in sorted(checked) for finding in checked[name].findings]
    return Report(
        findings=tuple(findings),
        texts={name: result.text for name, result in checked.items() if result.findings},
        secrets=lambda name: [Span(*secret.span) for secret in checked[name].secrets()],
        checked=len(checked),
        skipped=sum(file.checked is None and not file.unreadable for file in files),
        fixed=0,
        unreadable=sum(bool(file.unreadable) for file in files),
        verbose=given.verbose,
        quiet=given.quiet,
        no_color=given.no_color,
    )


def _write(given: argparse.Namespace, report: Report, stdout: TextIO) -> None:
    write = REPORTERS[given.output_format]
    if given.output_file is None:
        write(report, stdout)
        return
    try:
        with open(given.output_file, "w", encoding="utf-8", errors="replace", newline="\n") as file:
            write(report, file)
    except OSError as error:
        raise UsageError(f"{given.output_file}: {error.strerror or error}") from None


def _fails(report: Report, fail_on: str) -> bool:
    counts = report.counts()
    levels = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on != "never" else ()
    return any(counts[level] for level in levels)
