"""What several fixes add in one draft becomes one: objects are merged member by member, lists joined.

What is added takes the place of a null.
"""

from __future__ import annotations

from typing import Any

from edgelint.editing.draft import Draft, Entry, Value
from edgelint.editing.operations import Operation
from edgelint.json_text.nodes import Path


def add(draft: Draft, value: Value, operation: Operation) -> bool:
    """Add a value below another one; tell whether there is room for it, or it stands there already."""
    if not operation.below and value.plain() == operation.value:
        return True
    return _merge(draft, value, _nested(operation.below, operation.value), joining=False)


def append(draft: Draft, value: Value, operation: Operation) -> bool:
    """Add an item to a list below a value; tell whether there is room for it."""
    return _merge(draft, value, _nested(operation.below, [operation.value]), joining=True)


COMPOSERS = {"compose-add": add, "compose-append": append}


def compose(draft: Draft, operation: Operation) -> bool:
    """Add to the text of createOptions that said nothing: to the new one, where a fix has made it before."""
    path = operation.place.path
    settings, entry = draft.find(path[:-1]), draft.entry(path)
    if settings is None or settings.kind != "object":
        return False
    text = entry.value if entry and entry.value.composed else Value(None, {}, composed=True)
    if entry is None:
        draft.change(settings, children=[*settings.children, Entry(path[-1], text)])
    elif entry.value is not text:
        draft.change(entry, value=text)
    return COMPOSERS[operation.kind](draft, text, operation)


def _merge(draft: Draft, value: Value, data: Any, *, joining: bool) -> bool:
    """Add data to what a value holds (`joining` lists, too); tell whether nothing else stood in the way."""
    if isinstance(data, dict) and value.kind == "object":
        return all(_merge_member(draft, value, key, item, joining=joining) for key, item in data.items())
    if isinstance(data, list) and value.kind == "array" and joining:
        added = [entry.value.plain() for entry in value.kept() if entry.old is None]
        new = [item for item in data if item not in added]
        draft.change(value, children=[*value.children, *(_entry(len(value.children), item) for item in new)])
        return True
    return bool(value.plain() == data)


def _merge_member(draft: Draft, value: Value, name: str, data: Any, *, joining: bool) -> bool:
    entry = value.member(name)
    if entry is None:
        draft.change(value, children=[*value.children, _entry(name, data)])
    elif entry.value.plain() is None:
        draft.change(entry, value=Value(None, data))
    else:
        return entry.value.node is None and _merge(draft, entry.value, data, joining=joining)
    return True


def _entry(step: str | int, data: Any) -> Entry:
    return Entry(step, Value(None, data))


def _nested(path: Path, data: Any) -> Any:
    for step in reversed(path):
        data = {step: data}
    return data
