"""Which files are meant: those given by name, and in folders those that can hold a manifest."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

_ENDINGS = (".json", ".jsonc", ".template", ".txt")
_LEFT_OUT = (".git", "node_modules")


class MissingPathError(Exception):
    """A path that was given and does not exist."""


def find_files(paths: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Yield each file once, with whether it was given by name, in the order of its path.

    Raises MissingPathError before any file for a path that does not exist.
    """
    for path in paths:
        if not os.path.lexists(path):
            raise MissingPathError(path)
    found: dict[str, bool] = {}
    for path in paths:
        for name in _walk(path) if os.path.isdir(path) else (path,):
            named = name == path
            found[_spelled(name)] = found.get(_spelled(name), False) or named
    yield from sorted(found.items())


def begins_as_json(start: bytes) -> bool:
    """Tell whether the first bytes of a file can be those of a JSON object or list: behind mark, blanks, comments."""
    text = start.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe\xfe\xff \t\r\n")
    return text[:1] in (b"{", b"[") or text[:2] in (b"//", b"/*")


def _walk(folder: str) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in _LEFT_OUT)
        for name in names:
            path = os.path.join(place, name)
            if name.lower().endswith(_ENDINGS) and os.path.isfile(path):
                yield path


def _spelled(path: str) -> str:
    """Return a path as reports spell it: `/` between folders, no `./` in front."""
    return os.path.normpath(path).replace(os.sep, "/")
