"""The position tree: what a JSON text says and where every part of it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from edgelint.json_text.text import Span


class Node(NamedTuple):
    """A value of the text.

    `kind` is object, array, string, number, literal (a name without quotes too) or placeholder; `span` holds all its
    characters (of a string the quotes too; none where the value is left out); `value` is the decoded value, of a
    placeholder its text, of an object or array None; `children` are the members of an object or the items of an array,
    in the order of the text.
    """

    kind: str
    span: Span
    value: Any
    children: tuple[Any, ...] = ()


class Member(NamedTuple):
    """A key (a string, an unquoted name or a placeholder) and its value."""

    key: Node
    value: Node


class Occurrence(NamedTuple):
    """A step to a member whose key stands again later in the object: `index` counts equal keys from 0."""

    key: str
    index: int  # type: ignore[assignment]  # a tuple has a method of this name


Step = str | int | Occurrence
Path = tuple[Step, ...]


def plain(node: Node, *, lost: bool = False) -> Any:
    """Return the node as plain data; of equal keys the last counts.

    With `lost`, members that a later equal key replaces are kept, keyed by their `Occurrence`.
    """
    if node.kind == "array":
        return [plain(item, lost=lost) for item in node.children]
    if node.kind != "object":
        return node.value
    if lost:
        return {step: plain(member.value, lost=True) for step, member in steps_of(node)}
    return {member.key.value: plain(member.value) for member in node.children}


def at_path(data: Any, path: Path) -> Any:
    """Return what stands at a path of plain data; raises KeyError or IndexError where nothing does."""
    for step in path:
        data = data[step]
    return data


def member_at(node: Node, path: Path) -> Member | None:
    """Return the member that the last step of `path` names, or None where that is no member."""
    parent = node_at(node, path[:-1])
    return _member(parent, path[-1]) if parent and path else None


def node_at(node: Node, path: Path) -> Node | None:
    """Return the node at `path` from `node`, or None where there is none."""
    for step in path:
        child = _child(node, step)
        if child is None:
            return None
        node = child
    return node


def _child(node: Node, step: Step) -> Node | None:
    if isinstance(step, int):
        items = node.children if node.kind == "array" else ()
        return items[step] if 0 <= step < len(items) else None
    member = _member(node, step)
    return None if member is None else member.value


def _member(node: Node, step: Step) -> Member | None:
    if node.kind != "object":
        return None
    if isinstance(step, str):
        return next((member for member in reversed(node.children) if member.key.value == step), None)
    return next((member for name, member in steps_of(node) if name == step), None)


def steps_of(node: Node) -> list[tuple[str | Occurrence, Member]]:
    """Pair each member with the step that names it: its key, or an Occurrence where a later member has that key."""
    remaining: dict[str, int] = {}
    for member in node.children:
        remaining[member.key.value] = remaining.get(member.key.value, 0) + 1
    seen: dict[str, int] = {}
    pairs: list[tuple[str | Occurrence, Member]] = []
    for member in node.children:
        key = member.key.value
        index = seen.get(key, 0)
        seen[key] = index + 1
        pairs.append((key if index + 1 == remaining[key] else Occurrence(key, index), member))
    return pairs


def written_key(step: Step) -> str:
    """Return the key that a step names, as it is written."""
    return step.key if isinstance(step, Occurrence) else str(step)
