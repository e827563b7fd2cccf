"""A text inside JSON strings: where each of its characters stands in the text around it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from edgelint.json_text.nodes import Node
from edgelint.json_text.text import Span


class Stretch(NamedTuple):
    """Characters of the inner text that stand one by one from `outer` on, each `width` outer characters wide."""

    inner: int
    outer: int
    width: int


class OffsetMap:
    """Maps the characters of an inner text, which stands in one string node or in several joined ones, outward."""

    def __init__(self, text: str, strings: Iterable[Node]) -> None:
        """Take the outer text and the string nodes (of its tree) whose values, joined, are the inner text."""
        self._stretches: list[Stretch] = []
        self._ends: list[int] = []
        length = 0
        for node in strings:
            self._stretches += _stretches(text, node, length)
            length += len(node.value)
            self._ends.append(node.span.end - 1)
            self._stretches.append(Stretch(length, node.span.end - 1, 1))

    def outward(self, span: Span) -> Span:
        """Return the outer characters of an inner span; an empty one at a seam belongs to the string in front.

        Of a span that goes on in a string which stands further ahead in the text, what is in the first string.
        """
        if span.start == span.end:
            offset = self._end(span.start - 1) if span.start else self._start(0)
            return Span(offset, offset)
        start, end = self._start(span.start), self._end(span.end - 1)
        return Span(start, end if start < end else min(limit for limit in self._ends if limit > start))

    def _stretch(self, offset: int) -> Stretch:
        return self._stretches[bisect_right(self._stretches, offset, key=lambda stretch: stretch.inner) - 1]

    def _start(self, offset: int) -> int:
        stretch = self._stretch(offset)
        return stretch.outer + (offset - stretch.inner) * stretch.width

    def _end(self, offset: int) -> int:
        return self._start(offset) + self._stretch(offset).width


def _stretches(text: str, node: Node, inner: int) -> Iterable[Stretch]:
    """Yield the stretches of one string node whose first character is the `inner`-th of the inner text."""
    position, end = node.span.start + 1, node.span.end - 1
    while position < end:
        escape = text.find("\\", position, end)
        run = end if escape < 0 else escape
        if run > position:
            yield Stretch(inner, position, 1)
            inner += run - position
        if escape < 0:
            return
        width = _escape_width(text, escape)
        yield Stretch(inner, escape, width)
        inner += 1
        position = escape + width


def _escape_width(text: str, offset: int) -> int:
    r"""Return the number of characters of the escape at `offset`: 2, 6 for \uXXXX, 12 for a surrogate pair."""
    if text[offset + 1] != "u":
        return 2
    high = int(text[offset + 2 : offset + 6], 16)
    if 0xD800 <= high < 0xDC00 and text.startswith("\\u", offset + 6):
        low = int(text[offset + 8 : offset + 12], 16)
        if 0xDC00 <= low < 0xE000:
            return 12
    return 6
