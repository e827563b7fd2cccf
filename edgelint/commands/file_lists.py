"""Lists of files, as `git diff --name-only` and `find` write them."""

from __future__ import annotations

import os
from typing import TextIO

from edgelint.commands.ending import UsageError
from edgelint.files.source import decode


def listed_paths(path: str, stdin: TextIO) -> list[str]:
    """Return the paths that a file names (`-` is standard input), one a line, or each up to a NUL where it holds any.

    Raises UsageError for a file that cannot be read.
    """
    try:
        data = stdin.buffer.read() if path == "-" else _data(path)
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or 'cannot be read'}") from None
    text = _text(data)
    names = text.split("\0") if "\0" in text else [line.removesuffix("\r") for line in text.split("\n")]
    return ["./-" if name == "-" else name for name in names if name]


def _data(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def _text(data: bytes) -> str:
    """Return what a byte order mark says, for some shells write UTF-16; without one the bytes are those of the names."""
    source = decode(data)
    return source.text if source.bom else os.fsdecode(data)
