"""Where each value of a TOML text stands; `tomllib`, which has read the text before, does not say."""

from __future__ import annotations

import re

from edgelint.json_text.nodes import Path
from edgelint.json_text.text import LineIndex, Position

_BLANK = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_KEY = re.compile(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'|[A-Za-z0-9_-]+')
_STRING = re.compile(r'"""(?:[^"\\]|\\[\s\S]|"{1,2}(?!"))*"{3,5}|\'\'\'[\s\S]*?\'{3,5}|"(?:[^"\\]|\\.)*"|\'[^\']*\'')
_BARE = re.compile(r"[^,\]}\n#]*")


def toml_places(text: str) -> dict[Path, Position]:
    """Return the place of each path of a valid TOML text: members at their key, items at themselves or their header."""
    walk = _Walk(text)
    walk.document()
    return walk.places


class _Walk:
    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = LineIndex(text)
        self._at = 0
        self._tables: dict[Path, int] = {}
        self.places: dict[Path, Position] = {(): Position(1, 1)}

    def document(self) -> None:
        table: Path = ()
        while self._blank() < len(self._text):
            if self._text[self._at] == "[":
                table = self._header()
            else:
                self._member(table)

    def _header(self) -> Path:
        """Read `[a.b]` or `[[a.b]]` and return the path of the table that it opens."""
        start, many = self._at, self._text.startswith("[[", self._at)
        self._at += 1 + many
        path = self._keys((), items=True)
        self._at += 1 + many
        if many:
            self._tables[path] = self._tables.get(path, -1) + 1
            path = (*path, self._tables[path])
            self.places[path] = self._lines.position(start)
        return path

    def _member(self, table: Path) -> None:
        path = self._keys(table, items=False)
        self._at += 1
        self._blank()
        self._value(path)

    def _keys(self, path: Path, *, items: bool) -> Path:
        """Read a dotted key and return its path; with `items` through the last table of each array of tables."""
        parted = True
        while parted:
            if items and path in self._tables:
                path = (*path, self._tables[path])
            self._blank()
            found = self._take(_KEY)
            path = (*path, _name(found))
            self.places.setdefault(path, self._lines.position(self._at - len(found)))
            self._blank()
            parted = self._text.startswith(".", self._at)
            self._at += parted
        return path

    def _value(self, path: Path) -> None:
        mark = self._text[self._at]
        if mark in "[{":
            self._at += 1
            (self._items if mark == "[" else self._members)(path)
        else:
            self._take(_STRING if mark in "\"'" else _BARE)

    def _items(self, path: Path) -> None:
        index = 0
        while self._text[self._blank()] != "]":
            self.places[*path, index] = self._lines.position(self._at)
            self._value((*path, index))
            index += 1
            self._comma()
        self._at += 1

    def _members(self, path: Path) -> None:
        while self._text[self._blank()] != "}":
            self._member(path)
            self._comma()
        self._at += 1

    def _comma(self) -> None:
        self._at = self._blank() + self._text.startswith(",", self._at)

    def _blank(self) -> int:
        self._take(_BLANK)
        return self._at

    def _take(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self._text, self._at)
        assert found, "tomllib took what this does not know"
        self._at = found.end()
        return found[0]


def _name(key: str) -> str:
    """Return what a key says; one in double quotes has the escapes of TOML."""
    if not key.startswith('"'):
        return key.strip("'")
    import tomllib

    name: str = tomllib.loads(f"key = {key}")["key"]
    return name
