"""What stands between the children of a container: blanks, commas, comments, and to whom the comments belong.

A comment behind a child on its line belongs to the child; one on a line of its own, or in front of what follows on the
same line, does not. Offsets count characters of the text and stand outside of all values.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from edgelint.json_text.text import Span
from edgelint.json_text.tokens import words


class Mark(NamedTuple):
    """What is no blank in a gap: comma, line (a comment up to the line's end), block (another comment) or odd (a
    placeholder in place of a member).
    """

    kind: str
    span: Span


def marks(text: str, start: int, end: int) -> list[Mark]:
    """Return what is no blank between two offsets."""
    found = []
    while start < end:
        mark = _mark(text, start)
        start = mark.span.end
        if mark.kind != "blank":
            found.append(mark)
    return found


def comma(text: str, offset: int) -> Span | None:
    """Return the comma that follows a child, comments between them or not."""
    while (mark := _mark(text, offset)).kind in ("blank", "line", "block"):
        offset = mark.span.end
    return mark.span if mark.kind == "comma" else None


def behind_own(text: str, offset: int, *, lines: bool = True) -> int:
    """Return the offset behind the comments that directly follow a child on its line; without `lines` the /* */ alone."""
    return _end(_patterns().own if lines else _patterns().blocks, text, offset)


def behind_note(text: str, offset: int) -> int:
    """Return the offset behind the comments that end the line, behind a comma."""
    return _end(_patterns().note, text, offset)


def ending(text: str, offset: int) -> re.Match[str] | None:
    """Match the comments that end the line of a child, with the comma (group 1) that may stand in front of them."""
    return _patterns().ending.match(text, offset)


def ends_line(text: str, offset: int) -> bool:
    """Tell whether nothing but blanks follows on the line."""
    return _patterns().line_end.match(text, offset) is not None


def behind_blanks(text: str, offset: int) -> int:
    """Return the offset of the next character that is no blank."""
    return _end(_patterns().blanks, text, offset)


class _Patterns(NamedTuple):
    blocks: re.Pattern[str]
    own: re.Pattern[str]
    note: re.Pattern[str]
    ending: re.Pattern[str]
    line_end: re.Pattern[str]
    blanks: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    blank, block, line = r"[ \t]*", r"(?>/\*(?s:.)*?\*/)", r"//[^\r\n]*"
    end = rf"{blank}(?:\r?\n|\Z)"
    comments = rf"(?:{blank}(?:{block}|{line}))+"
    return _Patterns(
        blocks=re.compile(rf"(?:{blank}{block})*"),
        own=re.compile(rf"(?:{comments})?"),
        note=re.compile(rf"(?:{comments}(?={end}))?"),
        ending=re.compile(rf"{blank}(,)?{comments}(?={end})"),
        line_end=re.compile(end),
        blanks=re.compile(r"\s*"),
    )


def _mark(text: str, offset: int) -> Mark:
    blank = words().blank.match(text, offset)
    if blank:
        kind = "blank" if blank.lastgroup != "comment" else "line" if blank[0].startswith("//") else "block"
        return Mark(kind, Span(offset, blank.end()))
    if text.startswith(",", offset):
        return Mark("comma", Span(offset, offset + 1))
    lone = words().lone.match(text, offset)
    return Mark("odd", Span(offset, lone.end() if lone else offset + 1))


def _end(pattern: re.Pattern[str], text: str, offset: int) -> int:
    match = pattern.match(text, offset)
    return match.end() if match else offset
