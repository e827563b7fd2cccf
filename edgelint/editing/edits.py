"""Text edits: a span and what takes its place; applied all at once, every other character stays."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from edgelint.json_text.text import Span


class Edit(NamedTuple):
    """A replacement of the characters of a span (an insertion where it is empty, a deletion where the text is)."""

    span: Span
    text: str


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with the edits made; raises ValueError where two of them overlap."""
    pieces, end = [], 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        if edit.span.start < end:
            raise ValueError(f"two edits overlap at character {edit.span.start}")
        pieces += [text[end : edit.span.start], edit.text]
        end = edit.span.end
    return "".join([*pieces, text[end:]])
