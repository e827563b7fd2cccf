"""Tells whether every line that a fix changed is one that a finding names; knows nothing of edgelint but its contract.

A fixed finding names the lines from the first to the last character of its place and of its related places, of a list
the whole item in which it stands, and of createOptions in chunks all chunks. Besides, a fix may

- change the comma at the end of a line, which what comes or goes behind it needs,
- remove the line of a key and the lines of brackets around what it removed, where nothing else stands in them,
- add lines inside the module that the finding names (in create options that stand alone, anywhere).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any, NamedTuple

from json_texts import Node, decode, read

Place = Mapping[str, Any]
SHELL = re.compile(r'\s*("[^"]*"\s*:\s*)?[\[\]{},\s]*')
CHUNK = re.compile(r"createoptions\d*", re.IGNORECASE | re.ASCII)


class Hunk(NamedTuple):
    """Lines of both texts that differ, half-open, from 0."""

    start: int
    end: int
    new_start: int
    new_end: int


class Step(NamedTuple):
    """A value on the way along a path, with its key where it is a member."""

    name: str
    start: int
    end: int
    item: bool


def unnamed(before: bytes, after: bytes, fixed: Sequence[Place]) -> list[str]:
    """Return the lines of a file that changed though none of its fixed findings names them, as `number: old or +new`."""
    old, new = _lines(decode(before).characters), _lines(decode(after).characters)
    named, inside = _named(before, fixed)
    return [line for hunk in hunks(old, new) for line in _unnamed(hunk, old, new, named, inside)]


def hunks(old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """Return where two texts differ, line by line."""
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [Hunk(*code[1:]) for code in codes if code[0] != "equal"]


def _lines(characters: str) -> list[str]:
    return characters.split("\n")


def _unnamed(hunk: Hunk, old: list[str], new: list[str], named: set[int], inside: set[int]) -> Iterator[str]:
    here, added = old[hunk.start : hunk.end], new[hunk.new_start : hunk.new_end]
    touched = bool(named & set(range(hunk.start - 1, hunk.end + 1)))
    for number, line in enumerate(here, hunk.start):
        if number not in named and not _is_comma(line, added) and not (touched and SHELL.fullmatch(line)):
            yield f"{number + 1}: {line}"
    if added and not set(range(hunk.start - 1, hunk.end + 1)) & inside:
        yield from (f"{hunk.start + 1}: +{line}" for line in added)


def _is_comma(line: str, others: Iterable[str]) -> bool:
    return any(line != other and line.rstrip("\r,") == other.rstrip("\r,") for other in others)


def _named(before: bytes, fixed: Sequence[Place]) -> tuple[set[int], set[int]]:
    """Return the lines that findings name, and those of the modules that they name."""
    characters = decode(before).characters
    named: set[int] = set()
    inside: set[int] = set()
    for finding in fixed:
        for place in (finding, *finding["related"]):
            named.update(range(place["line"] - 1, place["end_line"]))
            steps = list(_walk(read(characters), place["path"].split("/")[1:]))
            named.update(line for step in _whole(steps) for line in _lines_of(characters, step))
            inside.update(_lines_of(characters, _module(steps) or Step("", 0, len(characters), False)))
    return named, inside


def _walk(node: Node, segments: list[str]) -> Iterator[Step]:
    """Yield what a path names in the file, as deep as it goes there; of createOptions also the further chunks."""
    for segment in segments:
        name = segment.replace("~1", "/").replace("~0", "~")
        if node.kind == "array" and name.isdecimal():
            node = node.children[int(name)]
            yield Step(name, node.start, node.end, True)
            continue
        around = node.children if node.kind == "object" else []
        members = [(key, value) for key, value in around if key.value == name]
        if not members:
            return
        key, node = members[-1]
        yield Step(name, key.start, node.end, False)
        if node.kind == "string" and CHUNK.fullmatch(name):
            yield from (Step(name, key.start, value.end, True) for key, value in around if CHUNK.fullmatch(key.value))


def _whole(steps: Sequence[Step]) -> list[Step]:
    """Return the innermost list item on the way, or the chunks."""
    items = [step for step in steps if step.item]
    return items if items and CHUNK.fullmatch(items[0].name) else items[-1:]


def _module(steps: Sequence[Step]) -> Step | None:
    """Return the module on the way: what stands in `modules`, or has a name in dots that ends so."""
    for around, step in pairwise(steps):
        if around.name.rpartition(".")[2] in ("modules", "systemModules"):
            return step
    dotted = (step for step in steps if re.search(r"\.(modules|systemModules)\.", step.name))
    return next(dotted, None)


def _lines_of(characters: str, step: Step) -> range:
    return range(characters.count("\n", 0, step.start), characters.count("\n", 0, step.end) + 1)
