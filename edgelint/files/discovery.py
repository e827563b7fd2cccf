"""Which files are meant: those given by name, and in folders those that can hold a manifest and that git does not ignore."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_ENDINGS = (".json", ".jsonc", ".template", ".txt")
_LEFT_OUT = (".git", "node_modules")
_MARKS = b"\xef\xbb\xbf\xff\xfe\x00"  # those of UTF-8, UTF-16 and UTF-32, and what pads a character there
_BEFORE_JSON = rb"(?:[ \t\r\n]++|//[^\r\n]*+|/\*(?s:.*?)\*/)*+"


class MissingPathError(Exception):
    """Paths that were given and do not exist; as text one a line."""


class Found(NamedTuple):
    """A file as reports spell it, and whether it was given by name; or a folder that cannot be listed, and why."""

    name: str
    named: bool
    fault: OSError | None = None


def find_files(paths: Sequence[str]) -> list[Found]:
    """Return each file once, in the order of their names, however often and in whatever order they are given.

    Of the names of one file its first counts that is no link. Raises MissingPathError for paths that do not exist.
    """
    missing = sorted(path for path in set(paths) if not os.path.lexists(path))
    if missing:
        raise MissingPathError("\n".join(f"{path}: no such file or folder" for path in missing))
    files: dict[object, Found] = {}
    for path in paths:
        for found in _walk(path) if os.path.isdir(path) else (Found(spelled(path), named=True),):
            file = _identity(found.name)
            before = files.get(file, found)
            files[file] = min(before, found, key=_rank)._replace(named=before.named or found.named)
    return sorted(files.values(), key=_name)


def begins_as_json(start: bytes, *, cut: bool) -> bool:
    """Tell whether a file begins with `{` or `[`, behind mark, blanks and comments.

    `start` is the whole file, or where it is `cut` its beginning; then a file that may yet begin so does.
    """
    text = start.lstrip(_MARKS).replace(b"\x00", b"")
    before = re.compile(_BEFORE_JSON).match(text)
    rest = text[before.end() if before else 0 :]
    return rest.startswith((b"{", b"[")) or (cut and (rest in (b"", b"/") or rest.startswith(b"/*")))


def spelled(path: str) -> str:
    """Return a path as reports spell it: `/` between folders, no `.` that adds nothing.

    A `..` stays, for behind a symbolic link it does not undo the step before.
    """
    path = path.replace(os.sep, "/")
    return path if ".." in path.split("/") else os.path.normpath(path).replace(os.sep, "/")


def path_from(folder: str, name: str) -> str:
    """Return the path of a file (`-` is one of the current folder) from a real folder, with `/` between folders.

    The folders on the way to the file are followed, the file itself is not.
    """
    around, base = os.path.split(name)
    whole = os.path.join(os.path.realpath(around or "."), base)
    try:
        return os.path.relpath(whole, folder).replace(os.sep, "/")
    except ValueError:  # another drive of Windows
        return whole.replace(os.sep, "/")


def is_within(path: str, folder: str) -> bool:
    """Tell whether a real path is that of a real folder or of something in it."""
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def _walk(folder: str) -> Iterator[Found]:
    from edgelint.files.gitignore import ignored_in

    unlisted: list[OSError] = []
    ignored = {folder: ignored_in(folder)}
    for place, folders, names in os.walk(folder, onerror=unlisted.append):
        here = ignored.pop(place)
        folders[:] = [name for name in folders if name not in _LEFT_OUT and not here.holds(name, is_folder=True)]
        ignored.update((os.path.join(place, name), here.within(name)) for name in folders)
        for name in names:
            path = os.path.join(place, name)
            if name.lower().endswith(_ENDINGS) and not here.holds(name) and os.path.isfile(path):
                yield Found(spelled(path), named=False)
    for error in unlisted:
        yield Found(spelled(os.fsdecode(error.filename)), named=False, fault=error)


def _identity(name: str) -> object:
    """Return what is the same for all names of a file; for one that is not there or has no number, its path."""
    try:
        status = os.stat(name)
    except OSError:
        status = None
    return (status.st_dev, status.st_ino) if status and status.st_ino else os.path.abspath(name)


def _rank(found: Found) -> tuple[bool, str]:
    return os.path.islink(found.name), found.name


def _name(found: Found) -> str:
    return found.name
