"""Patterns with wildcards: of files, of names, of JSON Pointers. Only `*`, `**` and `?` are special."""

from __future__ import annotations

import re
from functools import cache

_WILD = r"(?<![^/])\*\*/|\*\*|\*|\?"
_IN_PATH = {"**/": "(?:[^/]*/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}
_IN_NAME = {"**/": ".*/", "**": ".*", "*": ".*", "?": "."}


def matches_file(pattern: str, path: str) -> bool:
    """Tell whether a path with `/` between folders, relative to the folder that the pattern is written for, matches.

    A pattern without `/` is one of file names, in whatever folder; one that ends in `/` means all below that folder;
    another one is of the whole path, with or without a `/` or `./` in front.
    """
    return _compiled(_of_file(pattern), paths=True).fullmatch(path) is not None


def literal_file(pattern: str) -> str | None:
    """Return the one path that a pattern of files matches, None where it may match several."""
    whole = _of_file(pattern)
    return None if re.search(_WILD, whole) else whole


def matches_name(pattern: str, name: str) -> bool:
    """Tell whether a name as a whole matches."""
    return _compiled(pattern, paths=False).fullmatch(name) is not None


def matches_pointer(pattern: str, pointer: str) -> bool:
    """Tell whether a JSON Pointer matches: as a whole where the pattern begins with `/`, else at its end."""
    whole = pattern if pattern.startswith("/") else f"/**/{pattern}"
    return _compiled(whole, paths=True).fullmatch(pointer) is not None


def _of_file(pattern: str) -> str:
    if "/" not in pattern:
        return f"**/{pattern}"
    return pattern.removeprefix("./").removeprefix("/") + ("**" if pattern.endswith("/") else "")


@cache
def _compiled(pattern: str, *, paths: bool) -> re.Pattern[str]:
    wild, parts, end = _IN_PATH if paths else _IN_NAME, [], 0
    for found in re.finditer(_WILD, pattern):
        parts += [re.escape(pattern[end : found.start()]), wild[found[0]]]
        end = found.end()
    return re.compile("".join(parts) + re.escape(pattern[end:]), re.DOTALL)
