"""What a stream can show, and how many columns it takes there."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TextIO

_CONTROLS = {"Cc", "Cs", "Zl", "Zp"}
_ZERO_WIDTH = {"Mn", "Me", "Cf"}
_DIRECTIONS = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}
_COMMAND = re.compile(r"##(\w*)\[")
_MARKS = {"\u061c", "\u200e", "\u200f"}
_PLAIN = {"…": "...", "•": "*", "✓": "+", "✗": "x", "·": ".", "—": "-"}


def stream_encoding(stream: TextIO) -> str:
    """Return the encoding of the stream, UTF-8 where it has none."""
    return getattr(stream, "encoding", None) or "utf-8"


def stream_columns(stream: TextIO) -> int:
    """Return the width of the terminal, between 60 and 160; 100 where the stream is none or has none, as in a hook."""
    import os

    try:
        width = os.get_terminal_size(stream.fileno()).columns if stream.isatty() else 0
    except OSError:
        width = 0
    return min(max(width, 60), 160) if width else 100  # pre-commit gives a hook a terminal of 0 columns


def printable(text: str, encoding: str) -> str:
    """Return the text as the stream shows it: no control, no change of direction, nothing that the encoding lacks."""
    return "".join(_shown(character, encoding) for character in text)


def inert(row: str) -> str:
    """Return the row without what a build server takes for a command wherever it stands (`##vso[…]`, `##[…]`)."""
    return _COMMAND.sub(r"##\1(", row) if "##" in row else row


def columns(text: str) -> int:
    """Return how many columns of a terminal the printable text takes."""
    return len(text) if text.isascii() else sum(_width(character) for character in text)


@cache
def _shown(character: str, encoding: str) -> str:
    category, direction = unicodedata.category(character), unicodedata.bidirectional(character)
    if category in _CONTROLS or direction in _DIRECTIONS or character in _MARKS:
        character = "\N{REPLACEMENT CHARACTER}"
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return _PLAIN.get(character, "?")
    return character


@cache
def _width(character: str) -> int:
    if unicodedata.category(character) in _ZERO_WIDTH and character != "\N{SOFT HYPHEN}":
        return 0
    if "\u1160" <= character <= "\u11ff" or "\ud7b0" <= character <= "\ud7ff":
        return 0  # vowels and finals of a decomposed Korean syllable, as macOS writes them
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
