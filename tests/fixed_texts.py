"""Fixes written in few words, for the tests of what they make of a text."""

import json

from edgelint.editing.edits import Edit, apply
from edgelint.editing.operations import Operation
from edgelint.editing.patch import Patch
from edgelint.json_text.nodes import Path, node_at
from edgelint.json_text.text import Span
from edgelint.json_text.views import Place, View


def operation(view: View, words: str) -> Operation:
    """Return an operation from words: remove a.0, prune a.0, add a.b 1, append a 1, replace a 1, rename a b, rewrite a 0:3 xyz.

    Steps of a path are parted by dots; `.` alone is the root.
    """
    kind, path, *rest = words.split(" ", 2)
    steps: Path = tuple(int(step) if step.isdigit() else step for step in path.split(".") if step)
    there = next(length for length in range(len(steps), -1, -1) if node_at(view.tree, steps[:length]))
    place, below = Place(view, steps[:there]), steps[there:]
    if kind in ("remove", "prune"):
        return Operation("remove", Place(view, steps), prune=kind == "prune")
    if kind == "rename":
        return Operation("rename", Place(view, steps, "key"), value=rest[0])
    if kind == "rewrite":
        part, _, text = rest[0].partition(" ")
        span = Span(*map(int, part.split(":")))
        return Operation("rewrite", Place(view, steps, "part", span), value=text, span=span)
    return Operation(kind, place, below, json.loads(rest[0]))


def fix(view: View, words: str) -> tuple[Operation, ...]:
    """Return a fix: its operations are parted by semicolons."""
    return tuple(operation(view, part.strip()) for part in words.split(";"))


def fixed(text: str, *fixes: str) -> str:
    """Return a text with the fixes made, all of which must be."""
    view = View(text, None)
    patch = Patch(view)
    assert [patch.take(fix(view, words)) for words in fixes] == [True] * len(fixes)
    return apply(text, patch.edits())


def nothing_else_changed(before: str, edits: list[Edit], after: str) -> bool:
    """Tell whether a text without the spans of the edits is the other one without what they put in."""
    kept, left, end, shift = "", "", 0, 0
    for span, new in edits:
        kept += before[end : span.start]
        left += after[end + shift : span.start + shift]
        end, shift = span.end, shift + len(new) - (span.end - span.start)
    return kept + before[end:] == left + after[end + shift :]
