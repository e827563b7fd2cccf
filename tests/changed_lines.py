"""Tells whether every line that a fix changed is one that a finding names; knows nothing of edgelint but its contract.

A fixed finding names the lines from the first to the last character of its place and of its related places, of a list
the whole item in which it stands, of a key the whole member, and of its module the createOptions that are a text, with
all their chunks, or an empty object. One that marks the key of a module names every line with its name. Besides, a fix
may

- change the comma at the end of a line, which what comes or goes behind it needs, or add a line again that it removed,
- remove the line of a key and the lines of brackets around what it removed, where nothing else stands in them,
- add lines inside the module that the finding names (in create options that stand alone, anywhere).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
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
    node: Node


def unnamed(before: bytes, after: bytes, fixed: Sequence[Place]) -> list[str]:
    """Return the lines of a file that changed though none of its fixed findings names them, as `number: old or +new`."""
    old, new = _lines(decode(before).characters), _lines(decode(after).characters)
    named, inside = _named(before, fixed)
    found = hunks(old, new)
    stay = {line.rstrip("\r,") for hunk in found for line in new[hunk.new_start : hunk.new_end]}
    return [line for hunk in found for line in _unnamed(hunk, old, new, named, inside, stay)]


def hunks(old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """Return where two texts differ, line by line."""
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [Hunk(*code[1:]) for code in codes if code[0] != "equal"]


def _lines(characters: str) -> list[str]:
    return characters.split("\n")


def _unnamed(
    hunk: Hunk, old: list[str], new: list[str], named: set[int], inside: set[int], stay: set[str]
) -> Iterator[str]:
    touched = bool(named & set(range(hunk.start - 1, hunk.end + 1)))
    for number, line in enumerate(old[hunk.start : hunk.end], hunk.start):
        if number not in named and line.rstrip("\r,") not in stay and not (touched and SHELL.fullmatch(line)):
            yield f"{number + 1}: {line}"
    added = new[hunk.new_start : hunk.new_end]
    if added and not set(range(hunk.start - 1, hunk.end + 1)) & inside:
        yield from (f"{hunk.start + 1}: +{line}" for line in added)


def _named(before: bytes, fixed: Sequence[Place]) -> tuple[set[int], set[int]]:
    """Return the lines that findings name, and those at which lines may be added."""
    characters = decode(before).characters
    named: set[int] = set()
    inside: set[int] = set()
    for finding in fixed:
        for place in (finding, *finding["related"]):
            named.update(range(place["line"] - 1, place["end_line"]))
            steps = list(_walk(read(characters), place["path"].split("/")[1:]))
            module = _module(steps)
            named.update(line for step in _whole(steps, module) for line in _lines_of(characters, step))
            inside.update(_lines_of(characters, module or Step("", 0, len(characters), False, read(characters))))
        if steps and module == steps[-1]:
            lines = set(_lines_with(characters, module.name.rpartition(".")[2]))
            named, inside = named | lines, inside | lines
    return named, inside


def _lines_with(characters: str, name: str) -> Iterator[int]:
    return (number for number, line in enumerate(_lines(characters)) if name in line)


def _walk(node: Node, segments: list[str]) -> Iterator[Step]:
    """Yield what a path names in the file, as deep as it goes there."""
    for segment in segments:
        name = segment.replace("~1", "/").replace("~0", "~")
        if node.kind == "array" and name.isdecimal():
            node = node.children[int(name)]
            yield Step(name, node.start, node.end, True, node)
            continue
        members = [(key, value) for key, value in _members(node) if key.value == name]
        if not members:
            return
        key, node = members[-1]
        yield Step(name, key.start, node.end, False, node)


def _members(node: Node) -> list[tuple[Node, Node]]:
    return node.children if node.kind == "object" else []


def _whole(steps: Sequence[Step], module: Step | None) -> list[Step]:
    """Return the innermost list item on the way, what is at its end, and the createOptions of the module."""
    last = [step for step in steps[-1:] if step != module]
    return [*[step for step in steps if step.item][-1:], *last, *(_texts(module.node) if module else ())]


def _texts(module: Node) -> list[Step]:
    """Return the createOptions of a module that are a text, with their chunks, or an empty object."""
    settings = [value for key, value in _members(module) if key.value.lower() == "settings"]
    return [
        Step(key.value, key.start, value.end, True, value)
        for each in settings
        for key, value in _members(each)
        if not value.children and CHUNK.fullmatch(key.value)
    ]


def _module(steps: Sequence[Step]) -> Step | None:
    """Return the module on the way: what stands in `modules`, or has a name in dots that ends so."""
    for around, step in pairwise(steps):
        if around.name.rpartition(".")[2] in ("modules", "systemModules"):
            return step
    dotted = (step for step in steps if re.search(r"\.(modules|systemModules)\.", step.name))
    return next(dotted, None)


def _lines_of(characters: str, step: Step) -> range:
    return range(characters.count("\n", 0, step.start), characters.count("\n", 0, step.end) + 1)
