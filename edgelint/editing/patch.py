"""All chosen fixes of a file in one draft for each view; a fix that no longer finds what it was made for is left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from edgelint.editing.chunks import carry_outward
from edgelint.editing.draft import Draft, Value
from edgelint.editing.edits import Edit
from edgelint.editing.emitter import emit
from edgelint.editing.merging import COMPOSERS, add, append, compose
from edgelint.editing.operations import Operation
from edgelint.editing.rewrapping import chunk, stringify, unwrap
from edgelint.json_text.nodes import node_at
from edgelint.json_text.text import Span
from edgelint.json_text.views import View

_LAYERED = "properties.desired."


class Patch:
    """The drafts of a file's views."""

    def __init__(self, view: View) -> None:
        """Take the outer view."""
        self._outer = view
        self._drafts: dict[int, tuple[View, Draft]] = {id(view): (view, Draft(view.tree))}

    def take(self, operations: Sequence[Operation]) -> bool:
        """Make all operations of a fix, or none where one does not fit what others have left; tell which.

        An operation does not fit where its node is gone or replaced, its part or key changed, or its place taken; nor
        does the removal or replacement of a node in which something has changed.
        """
        made = all(self._make(operation) for operation in operations)
        for _, draft in self._drafts.values():
            if made:
                draft.keep()
            else:
                draft.undo()
        return made

    def edits(self) -> list[Edit]:
        """Return the edits of the file in the order of the text; to be called once, when all fixes are taken."""
        (_, outer), *inner = self._drafts.values()
        edits: list[Edit] = []
        for view, draft in inner:
            draft.prune()
            edits += carry_outward(view, emit(view.text, draft), outer, anew=draft.cut_anew)
        outer.prune()
        return sorted(edits + emit(self._outer.text, outer), key=lambda edit: edit.span)

    def expected(self) -> list[tuple[View, Any]]:
        """Return what the texts must say when the edits are made: that of the file first, then each that changes in it."""
        changed = [pair for pair in self._drafts.values() if pair[0] is self._outer or pair[1].touched]
        return [(view, draft.root.plain()) for view, draft in changed]

    def draft(self, view: View) -> Draft:
        """Return the draft of one view."""
        if id(view) not in self._drafts:
            self._drafts[id(view)] = (view, Draft(view.tree))
        return self._drafts[id(view)][1]

    def _make(self, operation: Operation) -> bool:
        view = operation.place.view
        draft = self.draft(view)
        if operation.kind in COMPOSERS:
            return compose(draft, operation)
        value = draft.find(operation.place.path)
        if value is None or value.node is None or value.node is not node_at(view.tree, operation.place.path):
            return False
        return self._enter(view) and _MAKERS[operation.kind](draft, value, operation)

    def _enter(self, view: View) -> bool:
        """Mark the strings that hold an inner view; tell whether they are all as they were."""
        for place in view.strings:
            draft = self.draft(place.view)
            string = draft.find(place.path)
            if string is None or string.node is None or string.parts:
                return False
            draft.change(string, inner=True)
        return True


def _remove(draft: Draft, value: Value, operation: Operation) -> bool:
    entry = draft.entry(operation.place.path)
    if entry is None or entry.touched:
        return False
    draft.change(entry, removed=True, prune=operation.prune)
    return True


def _replace(draft: Draft, value: Value, operation: Operation) -> bool:
    entry = draft.entry(operation.place.path)
    if entry is None or value.touched:
        return False
    draft.change(entry, value=Value(None, operation.value))
    return True


def _rename(draft: Draft, value: Value, operation: Operation) -> bool:
    path = operation.place.path
    entry, parent = draft.entry(path), draft.find(path[:-1])
    if entry is None or parent is None or parent.kind != "object":
        return False
    name = _new_name(entry.old_name, operation)
    if entry.new_key is not None:
        return entry.new_key == name
    if any(other.name == name and other is not entry for other in parent.kept()):
        return False
    draft.change(entry, new_key=name)
    return True


def _rewrite(draft: Draft, value: Value, operation: Operation) -> bool:
    if value.node is None or value.kind != "string" or value.inner:
        return False
    span = operation.span or Span(0, len(value.node.value))
    if (span, operation.value) in value.parts:
        return True
    if not all(_apart(span, other) for other, _ in value.parts):
        return False
    draft.change(value, parts=[*value.parts, (span, operation.value)])
    return True


def _claim(draft: Draft, value: Value, operation: Operation) -> bool:
    name, owner = operation.value
    if value.claims.get(name, owner) != owner:
        return False
    draft.change(value, claims={**value.claims, name: owner})
    return True


_MAKERS: dict[str, Callable[[Draft, Value, Operation], bool]] = {
    "remove": _remove,
    "replace": _replace,
    "rename": _rename,
    "rewrite": _rewrite,
    "claim": _claim,
    "add": add,
    "append": append,
    "chunk": chunk,
    "stringify": stringify,
    "unwrap": unwrap,
}


def _new_name(old: str, operation: Operation) -> str:
    """Return a key as it will be; of a layered one (`properties.desired.modules.x`) the last name alone is renamed."""
    name: str = operation.value
    if operation.span is not None:
        return old[: operation.span.start] + name + old[operation.span.end :]
    if old.startswith(_LAYERED) and not name.startswith(_LAYERED):
        return old[: old.rindex(".") + 1] + name
    return name


def _apart(first: Span, second: Span) -> bool:
    return first != second and (first.end <= second.start or second.end <= first.start)
