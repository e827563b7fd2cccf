"""The command line: which command, where output goes, what a failure means for the exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TextIO

CLEAN, FINDINGS, USAGE, INTERNAL = 0, 1, 2, 3

_COMMANDS = ("check", "rules", "explain", "test", "schema")


class UsageError(Exception):
    """Wrong use, or something outside of edgelint that stops a run; the message is for the user."""


def main(arguments: Sequence[str], stdin: TextIO, stdout: TextIO, stderr: TextIO) -> int:
    """Run one command and return the exit status: 0 clean, 1 findings, 2 wrong use or unreadable, 3 a bug."""
    try:
        return _run(list(arguments), stdin, stdout, stderr)
    except UsageError as error:
        print(f"edgelint: {error}", file=stderr)
        return USAGE
    except BrokenPipeError:
        return USAGE
    except Exception as error:
        return _internal(error, stderr)


def entry_point() -> int:
    """Run the command line of this process."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    status = main(sys.argv[1:], sys.stdin, sys.stdout, sys.stderr)
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return USAGE
    return status


def _run(arguments: list[str], stdin: TextIO, stdout: TextIO, stderr: TextIO) -> int:
    from importlib import import_module

    command = arguments.pop(0) if arguments and arguments[0] in _COMMANDS else "check"
    try:
        status: int = import_module(f"edgelint.commands.{command}").run(arguments, stdin, stdout, stderr)
    except SystemExit as end:
        return int(end.code or 0)
    return status


def _internal(error: Exception, stderr: TextIO) -> int:
    import traceback

    traceback.print_exception(error, file=stderr)
    print("edgelint: this is a bug in edgelint; please report it with the lines above", file=stderr)
    return INTERNAL
