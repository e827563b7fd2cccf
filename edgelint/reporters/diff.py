"""A unified diff that shows no secret which the patch does not need."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

_CONTEXT = 3


class Hunk(NamedTuple):
    """Lines of both texts, half-open, from 0; `changes` are the blocks in it that differ."""

    start: int
    end: int
    new_start: int
    new_end: int
    changes: tuple[tuple[int, int, int, int], ...]


def unified_diff(before: str, after: str, name: str, hidden: Collection[int] = ()) -> str:
    """Return the diff of a file, "" where nothing differs; `hidden` are lines (from 0) kept out of the context."""
    old, new = lines(before), lines(after)
    rows = [line for hunk in hunks(old, new, hidden) for line in _written(hunk, old, new)]
    return "".join([f"--- {_file(name)}\n+++ {_file(name)}\n", *rows]) if rows else ""


def _file(name: str) -> str:
    """Return a file name as `patch` reads it: a tab ends one with blanks, one with control characters is quoted as in C."""
    if any(character < " " for character in name) or name.startswith('"'):
        quoted = [
            f"\\{ord(character):03o}" if character < " " or character in '"\\' else character for character in name
        ]
        return f'"{"".join(quoted)}"'
    return f"{name}\t" if " " in name else name


def lines(text: str) -> list[str]:
    """Split at LF alone, so that any other character stays in its line."""
    found = text.split("\n")
    return [f"{line}\n" for line in found[:-1]] + ([found[-1]] if found[-1] else [])


def hunks(old: list[str], new: list[str], hidden: Collection[int] = ()) -> list[Hunk]:
    """Return where the lines of two texts differ, with lines of context around; `hidden` ones are kept out of that."""
    changes = [
        codes[1:] for codes in SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if codes[0] != "equal"
    ]
    found: list[Hunk] = []
    for index, (start, end, new_start, new_end) in enumerate(changes):
        behind = changes[index + 1][0] if index + 1 < len(changes) else len(old)
        up = _reach(start, -1, found[-1].end if found else 0, hidden)
        down = _reach(end, 1, behind, hidden)
        hunk = Hunk(start - up, end + down, new_start - up, new_end + down, ((start, end, new_start, new_end),))
        if found and found[-1].end == hunk.start:
            last = found.pop()
            hunk = Hunk(last.start, hunk.end, last.new_start, hunk.new_end, last.changes + hunk.changes)
        found.append(hunk)
    return [_balanced(hunk, len(old)) for hunk in found]


def _balanced(hunk: Hunk, length: int) -> Hunk:
    """Give a hunk as much context in front as behind, for less on one side means the start or end of the file to `patch`."""
    front, behind = hunk.changes[0][0] - hunk.start, hunk.end - hunk.changes[-1][1]
    more, less = front - behind, behind - front
    if more > 0 and hunk.end < length:
        return hunk._replace(start=hunk.start + more, new_start=hunk.new_start + more)
    if less > 0 and hunk.start > 0:
        return hunk._replace(end=hunk.end - less, new_end=hunk.new_end - less)
    return hunk


def _reach(line: int, step: int, bound: int, hidden: Collection[int]) -> int:
    """Return how many lines of context stand before (step -1) or behind a change."""
    for count in range(_CONTEXT):
        at = line + step * count - (step < 0)
        if (at < bound if step < 0 else at >= bound) or at in hidden:
            return count
    return _CONTEXT


def head(hunk: Hunk) -> str:
    """Return the line that tells which lines of both texts a hunk holds."""
    return f"@@ -{_range(hunk.start, hunk.end)} +{_range(hunk.new_start, hunk.new_end)} @@"


def _written(hunk: Hunk, old: list[str], new: list[str]) -> Iterator[str]:
    yield f"{head(hunk)}\n"
    at = hunk.start
    for start, end, new_start, new_end in hunk.changes:
        yield from (_row(" ", line) for line in old[at:start])
        yield from (_row("-", line) for line in old[start:end])
        yield from (_row("+", line) for line in new[new_start:new_end])
        at = end
    yield from (_row(" ", line) for line in old[at : hunk.end])


def _row(mark: str, line: str) -> str:
    return f"{mark}{line}" if line.endswith("\n") else f"{mark}{line}\n\\ No newline at end of file\n"


def _range(start: int, end: int) -> str:
    return f"{start + 1 if end > start else start},{end - start}"
