"""Texts in rows that fit a screen, measured in columns."""

from __future__ import annotations

import re

from edgelint.reporters.width import columns

_BLANK_IN_CODE = "\0"


def wrapped(text: str, room: int, first: str = "", behind: str = "") -> list[str]:
    """Return a printable text in rows of at most `room` columns.

    `first` stands before the first row, `behind` before the others. A code span of Markdown is never broken, any other
    word only where it fits no row.
    """
    rows, row, empty = [], first, True
    for word in re.sub(r"`[^`]*`", lambda code: code[0].replace(" ", _BLANK_IN_CODE), text).split():
        if not empty and columns(f"{row} {word}") > room:
            rows.append(row)
            row, empty = behind, True
        row += word if empty else f" {word}"
        empty = False
        while columns(row) > room and _BLANK_IN_CODE not in word:
            length = _fitting(row, room)
            rows.append(row[:length])
            row = behind + row[length:]
    return [each.replace(_BLANK_IN_CODE, " ") for each in (*rows, row)]


def _fitting(text: str, room: int) -> int:
    """Return how many of the first characters fit."""
    length = 0
    while columns(text[: length + 1]) <= room:
        length += 1
    return length
