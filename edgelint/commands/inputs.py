"""What a check reads: files, folders and standard input, each with what the rules find in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TextIO

from edgelint.commands.ending import UsageError
from edgelint.commands.progress import Progress
from edgelint.engine.check import Checked
from edgelint.engine.linter import RuleError
from edgelint.files.discovery import Found, MissingPathError, begins_as_json, find_files
from edgelint.files.source import Source, decode

_START = 4096

Judge = Callable[[Source, str, bool], Checked | None]
"""Runs the rules on the source of a file, given its name and whether it is standard input."""


class Input(NamedTuple):
    """A file that was read: its name, bytes and text and, where it is a manifest, what was found; or why it was not read.

    `refused` says why its fixes were not made.
    """

    name: str
    data: bytes
    source: Source | None
    checked: Checked | None
    unreadable: str = ""
    standard_input: bool = False
    refused: str = ""


def read_inputs(
    paths: Sequence[str], stdin: TextIO, stdin_name: str, judge: Judge, progress: Progress
) -> Iterator[Input]:
    """Yield what each file gave; standard input stands for the file of its name where that is given too.

    Raises UsageError for a missing path and for a rule that cannot be run.
    """
    taken = stdin_name if "-" in paths else None
    try:
        found = find_files([path for path in paths if path != "-"])
        if taken is not None:
            yield _standard_input(taken, stdin, judge)
        for file in progress.over(found):
            if file.name != taken:
                yield from _file(file, judge)
    except (MissingPathError, RuleError) as error:
        raise UsageError(str(error)) from None


def _standard_input(name: str, stdin: TextIO, judge: Judge) -> Input:
    try:
        data = stdin.buffer.read()
    except OSError as error:
        return Input(name, b"", None, None, error.strerror or "cannot be read", standard_input=True)
    source = decode(data)
    return Input(name, data, source, judge(source, name, True), standard_input=True)


def _file(found: Found, judge: Judge) -> Iterator[Input]:
    """Yield what a file gave; nothing for one of a folder walk that does not begin as JSON."""
    try:
        data = _data(found)
    except OSError as error:
        yield Input(found.name, b"", None, None, error.strerror or str(error))
        return
    if data is not None:
        source = decode(data)
        yield Input(found.name, data, source, judge(source, found.name, False))


def _data(found: Found) -> bytes | None:
    if found.fault:
        raise found.fault
    with open(found.name, "rb") as file:
        data = file.read(_START)
        if found.named or begins_as_json(data, cut=len(data) == _START):
            data += file.read()
    return data if found.named or begins_as_json(data, cut=False) else None
