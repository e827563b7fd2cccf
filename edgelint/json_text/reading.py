"""JSON text → plain data: the C scanner of `json` where it can, the tolerant parser where it cannot."""

import json
import re
from typing import Any, NamedTuple, NoReturn

from edgelint.json_text.nodes import Node, plain
from edgelint.json_text.parser import MAX_DEPTH, JSONSyntaxError, parse
from edgelint.json_text.text import Fault


class Reading(NamedTuple):
    """The plain data of a text, the faults that were tolerated, and whether some object holds a key twice."""

    data: Any
    faults: tuple[Fault, ...]
    duplicates: bool


def read(text: str) -> Reading:
    """Return the data of `text`; of equal keys the last counts.

    Raises JSONSyntaxError where even the tolerant parser gives up.
    """
    if _is_shallow(text):
        try:
            return _scan(text)
        except ValueError:
            pass
    root, faults = parse(text, tolerant=True)
    return Reading(plain(root), faults, _has_duplicates(root))


def _scan(text: str) -> Reading:
    """Read with the C scanner; ValueError where the text is no JSON or a number too long for it."""
    duplicates = False

    def collect(members: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal duplicates
        data = dict(members)
        duplicates = duplicates or len(data) < len(members)
        return data

    data = json.JSONDecoder(object_pairs_hook=collect, parse_constant=_refuse).decode(text)
    return Reading(data, (), duplicates)


def _refuse(name: str) -> NoReturn:
    raise ValueError(name)


def _is_shallow(text: str) -> bool:
    """Return whether no bracket is nested too deep; the C scanner's own limit differs between Python versions."""
    if text.count("[") + text.count("{") <= MAX_DEPTH:
        return True
    depth = 0
    for token in re.findall(r'"(?s:[^"\\]++|\\.)*+"?|[\[\]{}]', text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(token, 0)
        if depth > MAX_DEPTH:
            return False
    return True


def _has_duplicates(root: Node) -> bool:
    nodes = [root]
    while nodes:
        node = nodes.pop()
        if node.kind == "object":
            if len({member.key.value for member in node.children}) < len(node.children):
                return True
            nodes += [member.value for member in node.children]
        else:
            nodes += node.children
    return False


def read_object(text: Any) -> dict[str, Any] | None:
    """Return the object that a text is, None where it is none or no strict JSON."""
    try:
        reading = read(text) if isinstance(text, str) else None
    except JSONSyntaxError:
        return None
    return reading.data if reading and not reading.faults and isinstance(reading.data, dict) else None
