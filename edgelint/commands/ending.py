"""How a run ends: the exit statuses, what stops it, and how it complains."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

CLEAN, FINDINGS, USAGE, INTERNAL = 0, 1, 2, 3


class UsageError(Exception):
    """Wrong use, or something outside of edgelint that stops a run; the message is for the user."""


class Answer(Exception):  # noqa: N818 # it is no error
    """What was asked for in place of a run, as --help and --version do: a text for standard output."""


def complain(message: str, stderr: TextIO, more: Sequence[str] = ()) -> None:
    """Write a message, and more lines below it, in such characters as the stream and a terminal can show."""
    from edgelint.reporters.width import printable, stream_encoding

    print("\n".join(printable(line, stream_encoding(stderr)) for line in (f"edgelint: {message}", *more)), file=stderr)
