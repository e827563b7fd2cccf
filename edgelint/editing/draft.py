"""The draft of a view: its tree with all chosen fixes made, before any text is touched."""

from __future__ import annotations

import json
from functools import cached_property
from typing import Any

from edgelint.json_text.nodes import Member, Node, Occurrence, Path, Step, plain, steps_of
from edgelint.json_text.text import Span


class Value:
    """A value of the draft: an old node, or (`node` None) a new one.

    `data` is what a new value says, and what an old string will say once an inner view is written into it; `parts` are
    the parts of a string that change; `literal` is how a new string is written, with its quotes, where that is settled;
    `inner` tells that an inner view writes into this string; a `composed` value is a string that holds its data as JSON;
    `claims` are the names that modules are renamed to in this object, and which ones.
    """

    def __init__(
        self, node: Node | None, data: Any = None, literal: str | None = None, *, composed: bool = False
    ) -> None:
        self.node = node
        self.data = data
        self.literal = literal
        self.composed = composed
        self.parts: list[tuple[Span, str]] = []
        self.inner = False
        self.claims: dict[str, str] = {}

    @cached_property
    def children(self) -> list[Entry]:
        """The members or items, the removed ones too, in the order of the text; made when first asked for."""
        if self.node is not None:
            return [Entry(step, Value(_value(child)), child) for step, child in _children(self.node)]
        if isinstance(self.data, dict):
            return [Entry(key, Value(None, item)) for key, item in self.data.items()]
        items = self.data if isinstance(self.data, list) else []
        return [Entry(index, Value(None, item)) for index, item in enumerate(items)]

    @property
    def opened(self) -> list[Entry]:
        """The children where somebody has asked for them, else none: nothing below can have changed."""
        return self.children if "children" in vars(self) else []

    @property
    def kind(self) -> str:
        """The kind of its node; of new data object, array or scalar."""
        if self.node is not None:
            return self.node.kind
        if isinstance(self.data, dict):
            return "object"
        return "array" if isinstance(self.data, list) else "scalar"

    @property
    def touched(self) -> bool:
        """Whether a fix has changed something in the value."""
        return self.inner or bool(self.parts) or any(entry.touched for entry in self.opened)

    def kept(self) -> list[Entry]:
        """Return the children that are not removed."""
        return [entry for entry in self.children if not entry.removed]

    def member(self, name: str) -> Entry | None:
        """Return the member that has a name now; of equal ones the last."""
        return next((entry for entry in reversed(self.kept()) if entry.name == name), None)

    def plain(self) -> Any:
        """Return what the draft says, as plain data; of equal keys the last counts."""
        said = self._said()
        return json.dumps(said, ensure_ascii=False, separators=(",", ":")) if self.composed else said

    def _said(self) -> Any:
        if self.opened and self.kind == "object":
            return {entry.name: entry.value.plain() for entry in self.kept()}
        if self.opened:
            return [entry.value.plain() for entry in self.kept()]
        if self.node is None or self.data is not None:
            return self.data
        return rewritten(self.node.value, self.parts) if self.parts else plain(self.node)


class Entry:
    """A member or item of the draft: the step that names it, its value, what it was in the text."""

    def __init__(self, step: Step, value: Value, old: Member | Node | None = None) -> None:
        self.step = step
        self.value = value
        self.old = old
        self.new_key: str | None = None
        self.removed = False
        self.prune = False

    @property
    def old_name(self) -> Any:
        """The key (or the index of an item) that it was made with."""
        return self.step.key if isinstance(self.step, Occurrence) else self.step

    @property
    def name(self) -> Any:
        """The key as plain data has it."""
        return self.old_name if self.new_key is None else self.new_key

    @property
    def touched(self) -> bool:
        """Whether it is new, removed, renamed, replaced, unwrapped or changed inside."""
        known = self.old is not None and self.value.node is _value(self.old)
        return not known or self.removed or self.new_key is not None or self.value.touched


class Draft:
    """The draft of one view; `cut_anew` tells that the strings that hold it are to be cut anew, whatever they say."""

    def __init__(self, tree: Node) -> None:
        self.tree = tree
        self.root = Value(tree)
        self.cut_anew = False
        self._changes: list[tuple[Value | Entry | Draft, str, Any]] = []

    @property
    def touched(self) -> bool:
        """Whether a fix has changed something in the view, be it only how the strings around it are cut."""
        return self.cut_anew or self.root.node is not self.tree or self.root.touched

    def find(self, path: Path) -> Value | None:
        """Return the value at a path of the old tree (or of what was added since), None where it is gone or absent."""
        value = self.root
        for step in path:
            entry = _entry(value, step)
            if entry is None:
                return None
            value = entry.value
        return value

    def entry(self, path: Path) -> Entry | None:
        """Return the member or item at a path, None where it is gone or absent."""
        parent = self.find(path[:-1])
        return _entry(parent, path[-1]) if parent is not None and path else None

    def change(self, target: Value | Entry | Draft, **attributes: Any) -> None:
        """Set attributes of a value, an entry or the draft itself, so that `undo` can set them back."""
        for name, value in attributes.items():
            self._changes.append((target, name, getattr(target, name)))
            setattr(target, name, value)

    def keep(self) -> None:
        """Let the changes made so far stand for good."""
        self._changes.clear()

    def undo(self) -> None:
        """Take back the changes made since the last `keep`."""
        while self._changes:
            setattr(*self._changes.pop())

    def prune(self) -> None:
        """Remove the parents that removals (which asked for that) have emptied."""
        _prune(self.root)


def rewritten(text: str, parts: list[tuple[Span, str]]) -> str:
    """Return a string with parts replaced; the spans count characters of the old one and do not overlap."""
    for span, part in sorted(parts, reverse=True):
        text = text[: span.start] + part + text[span.end :]
    return text


def _prune(value: Value) -> bool:
    """Prune below a value; tell whether a removal left it empty."""
    emptied = any(entry.removed and entry.prune for entry in value.opened)
    for entry in value.opened:
        if not entry.removed and _prune(entry.value):
            entry.removed = entry.prune = emptied = True
    return emptied and not value.kept()


def _entry(value: Value, step: Step) -> Entry | None:
    return next((entry for entry in value.children if entry.step == step and not entry.removed), None)


def _children(node: Node) -> list[tuple[Step, Any]]:
    if node.kind == "object":
        return list(steps_of(node))
    return list(enumerate(node.children)) if node.kind == "array" else []


def _value(child: Any) -> Node:
    node: Node = child.value if isinstance(child, Member) else child
    return node
