"""A reader of JSON texts for tests that knows where everything stands; it takes more than JSON and shares no code."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

MARKS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
BLANK = re.compile(r"(?:[\s,]|//[^\r\n]*|/\*.*?\*/)*", re.DOTALL)
STRING = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'", re.DOTALL)
BARE = re.compile(r"\$\{[^{}]*\}|\{\{[^{}]*\}\}|<[^<>\r\n]*>|#\{[^{}]*\}#|[^\s,:\[\]{}\"'/]+|.", re.DOTALL)
UNIT = re.compile(r"\\u[dD][89abAB]\w\w\\u[dD][c-fC-F]\w\w|\\u\w{4}|\\?.", re.DOTALL)


class UnreadableError(ValueError):
    """A text that ends before its value does."""


class Text(NamedTuple):
    """Characters, and for each the offsets in the file at which it begins and ends.

    `kind` tells where they stand: file (in none but that), string or chunks (one string or several hold them).
    """

    kind: str
    characters: str
    starts: Sequence[int]
    ends: Sequence[int]

    def part(self, start: int, end: int) -> Text:
        return Text(self.kind, self.characters[start:end], self.starts[start:end], self.ends[start:end])


class Node(NamedTuple):
    """A value of a text: `children` of an object are pairs of key and value, of an array its items."""

    kind: str
    start: int
    end: int
    value: Any
    children: list[Any]


@lru_cache(maxsize=2)
def decode(data: bytes) -> Text:
    """Return the text of a file: UTF-8 or what its byte order mark says, without the mark."""
    mark = next((mark for mark in MARKS if data.startswith(mark)), b"")
    characters = data[len(mark) :].decode(MARKS.get(mark, "utf-8"), errors="replace")
    return Text("file", characters, range(len(characters)), range(1, len(characters) + 1))


@lru_cache(maxsize=64)
def read(characters: str) -> Node:
    """Return the value that a text begins with; commas and comments are blanks, any word is a value or a key.

    Raises UnreadableError.
    """
    return _Reader(characters).value()


def plain(node: Node) -> Any:
    """Return a value as `json` gives it; a word that JSON does not know is text."""
    if node.kind == "object":
        return {key.value: plain(value) for key, value in node.children}
    return [plain(item) for item in node.children] if node.kind == "array" else node.value


def unquoted(text: Text, node: Node) -> Text:
    """Return the characters that a string stands for, escape by escape, with their places in the file."""
    if node.kind != "string":
        return text.part(node.start, node.end)
    body = text.part(node.start + 1, node.end - 1)
    if "\\" not in body.characters:
        return body
    characters, spans = _units(body.characters)
    starts, ends = body.starts, body.ends
    return Text(body.kind, characters, [starts[first] for first, _ in spans], [ends[end - 1] for _, end in spans])


class _Reader:
    def __init__(self, characters: str) -> None:
        self.characters = characters
        self.at = 0

    def value(self) -> Node:
        start = self._next()
        if self.characters.startswith(("{", "["), start) and not self.characters.startswith("{{", start):
            return self._bracketed("object" if self.characters[start] == "{" else "array")
        string = STRING.match(self.characters, start)
        word = string or BARE.match(self.characters, start)
        if word is None:
            raise UnreadableError
        self.at = word.end()
        if string:
            return Node("string", start, self.at, _units(word[0][1:-1])[0], [])
        return Node("word", start, self.at, _scalar(word[0]), [])

    def _bracketed(self, kind: str) -> Node:
        start = self.at
        children: list[Any] = []
        self.at += 1
        while not self.characters.startswith(("}", "]"), self._next()):
            item = self.value()
            if kind == "array":
                children.append(item)
            elif self.characters.startswith(":", self._next()):
                self.at += 1
                children.append((item, self.value()))
        self.at += 1
        return Node(kind, start, self.at, None, children)

    def _next(self) -> int:
        blank = BLANK.match(self.characters, self.at)
        self.at = blank.end() if blank else self.at
        return self.at


@lru_cache(maxsize=256)
def _units(body: str) -> tuple[str, list[tuple[int, int]]]:
    """Return what stands between quotes, decoded, and where each character of that stands."""
    units = list(UNIT.finditer(body))
    return "".join(_unescaped(unit[0]) for unit in units), [unit.span() for unit in units]


@cache
def _unescaped(unit: str) -> str:
    return str(json.loads(f'"{unit}"')) if unit.startswith("\\") and unit != "\\'" else unit[-1]


def _scalar(word: str) -> Any:
    try:
        return json.loads(word)
    except ValueError:
        return word
