"""Changes of a draft in how a value is wrapped: into strings, into a string, out of the object around it.

Each is made in the draft of a view at a place that is as the text has it; what is returned tells whether it could be made.
"""

from __future__ import annotations

from edgelint.editing.chunks import chunked
from edgelint.editing.draft import Draft, Entry, Value
from edgelint.editing.operations import Operation
from edgelint.json_text.reading import read_object


def chunk(draft: Draft, value: Value, operation: Operation) -> bool:
    """Have the strings cut anew that hold the view."""
    draft.change(draft, cut_anew=True)
    return True


def stringify(draft: Draft, value: Value, operation: Operation) -> bool:
    """Put a text in the place of an object, its further chunks into new members behind it."""
    path = operation.place.path
    entry, parent = draft.entry(path), draft.find(path[:-1])
    if entry is None or parent is None or parent.kind != "object" or value.touched:
        return False
    first, *more = chunked(operation.value)
    added = [Entry(f"{entry.name}{number:02}", Value(None, text)) for number, text in enumerate(more, 1)]
    if any(parent.member(new.name) for new in added):
        return False
    behind = parent.children.index(entry) + 1
    draft.change(entry, value=Value(None, first))
    draft.change(parent, children=[*parent.children[:behind], *added, *parent.children[behind:]])
    return True


def unwrap(draft: Draft, value: Value, operation: Operation) -> bool:
    """Put a node in the place of its parent; in that of an inner view's root only an object, or one that a string holds."""
    path = operation.place.path
    parent, entry = draft.find(path[:-1]), draft.entry(path[:-1])
    if not path or parent is None or parent.touched or value.node is None:
        return False
    if entry is not None:
        draft.change(entry, value=Value(value.node))
        return True
    inner = read_object(value.node.value)
    if value.kind != "object" and inner is None:
        return False
    draft.change(draft, root=Value(None, inner, value.node.value) if inner is not None else Value(value.node))
    return True
