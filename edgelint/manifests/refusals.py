"""What the runtime refuses while it fills its model of createOptions, though its scanner takes it (executed).

All of it is no strict JSON: comments and words such as NaN, which the scanner takes in every place.
"""

from __future__ import annotations

from collections.abc import Iterator

from edgelint.json_text.nodes import Member, Node
from edgelint.json_text.text import Fault
from edgelint.platforms import docker_options
from edgelint.platforms.runtime_types import ITEMS

ODD_NUMBERS = ("NaN", "Infinity", "-Infinity")
"""The numbers of the runtime's scanner that JSON has not."""

_UNDEFINED = ("undefined", "")
_CONTAINERS = ("list", "map", "object")
# The model has no such members: the first becomes a text later and the second an object, whatever stands there.
_UNTYPED = ("WorkingDir", docker_options.KUBERNETES_SECTION)


def refusals(node: Node, text: str) -> Iterator[Fault]:
    """Yield what is refused in the tree of a text of createOptions, in the order of the text."""
    return _in_value(node, text, "", "object", modelled=True)


def _in_value(node: Node, text: str, option: str, kind: str, *, modelled: bool) -> Iterator[Fault]:
    """Yield what is refused in the value of an option of a type; `modelled` is whether the model types its members."""
    word = text[node.span.start : node.span.end]
    if node.kind == "literal" and _is_refused(word, kind):
        yield Fault(node.span.start, f"{word or 'nothing'} as the value of {option}")
    elif node.kind == "array" and kind in ITEMS:
        for child in node.children:
            yield from _in_value(child, text, docker_options.items(option), ITEMS[kind], modelled=modelled)
    elif node.kind == "object":
        last = {_name(member, option): member for member in node.children}
        for member in node.children:
            yield from _in_member(member, text, option, modelled=modelled, last=member is last[_name(member, option)])


def _in_member(member: Member, text: str, parent: str, *, modelled: bool, last: bool) -> Iterator[Fault]:
    """Yield what is refused in a member; the value of what the model does not type counts only where it is the `last`."""
    key = str(member.key.value)
    option = docker_options.child(parent, docker_options.spelling(parent, key))
    kind = _kind(option)
    known = modelled and (kind != "any" if parent else option in docker_options.MERGED)
    comment = text.find("/", member.key.span.end, member.value.span.start)
    if modelled and not known and comment >= 0:
        yield Fault(comment, f"comment before the value of {key}")
    if known or last:
        yield from _in_value(member.value, text, option, kind, modelled=known)


def _name(member: Member, parent: str) -> str:
    """Return the name by which a later member of an object replaces an earlier one: of one section in any letter case."""
    key = str(member.key.value)
    return docker_options.spelling(parent, key) if parent == docker_options.KUBERNETES_SECTION else key


def _kind(option: str) -> str:
    known = docker_options.options().get(option)
    return "any" if known is None or option in _UNTYPED else known.type


def _is_refused(word: str, kind: str) -> bool:
    if kind in ("any", "number or text"):
        return False
    if word in _UNDEFINED:
        return kind != "quantity" and not kind.startswith(_CONTAINERS)
    return word in ODD_NUMBERS and kind != "text"
