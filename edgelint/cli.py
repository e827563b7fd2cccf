"""The command line: which command, where output goes, what a failure means for the exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TextIO, cast

from edgelint.commands import COMMANDS, command_module
from edgelint.commands.ending import CLEAN, INTERNAL, USAGE, Answer, UsageError, complain


def main(arguments: Sequence[str], stdin: TextIO, stdout: TextIO, stderr: TextIO) -> int:
    """Run one command and return the exit status: 0 clean, 1 findings, 2 wrong use or unreadable, 3 a bug.

    Raises OSError only where `stderr` takes no message.
    """
    try:
        return _run(list(arguments), stdin, stdout, stderr)
    except UsageError as error:
        message, *more = str(error).split("\n")
        complain(message, stderr, more)
    except BrokenPipeError:
        pass
    except OSError as error:
        complain(f"{error.filename or 'the output cannot be written'}: {error.strerror or error}", stderr)
    except Exception as error:
        return _internal(error, stderr)
    return USAGE


def entry_point() -> int:
    """Run the command line of this process, or complete the line that a shell asks for."""
    if "_ARGCOMPLETE" in os.environ:
        import_module("edgelint.commands.completion").complete()
    streams = [_open(stream, mode) for stream, mode in ((sys.stdin, "w"), (sys.stdout, "r"), (sys.stderr, "w"))]
    try:
        return main(sys.argv[1:], *streams)
    except OSError:
        return USAGE
    finally:
        for stream in streams[1:]:
            _leave(stream)


def _open(stream: TextIO | None, mode: str) -> TextIO:
    """Return a standard stream, or for a closed one what can be opened in its place: the null device.

    Its mode is the wrong one for standard input and output, so that only a run that needs them fails.
    """
    if stream is None:
        return cast(TextIO, open(os.devnull, mode, encoding="utf-8"))
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="replace")
    return stream


def _leave(stream: TextIO) -> None:
    """Drop what a stream did not take, which the interpreter would complain about at its end."""
    try:
        stream.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _run(arguments: list[str], stdin: TextIO, stdout: TextIO, stderr: TextIO) -> int:
    command = arguments.pop(0) if arguments and arguments[0] in COMMANDS else "check"
    try:
        status: int = command_module(command).run(arguments, stdin, stdout, stderr)
    except Answer as answer:
        stdout.write(f"{answer}\n")
        status = CLEAN
    stdout.flush()
    return status


def _internal(error: Exception, stderr: TextIO) -> int:
    import traceback

    first, *more = "".join(traceback.format_exception(error)).splitlines()
    complain(first, stderr, more)
    complain("this is a bug in edgelint; please report it with the lines above", stderr)
    return INTERNAL
