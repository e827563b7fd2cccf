"""The JSON types that the runtime's model of createOptions takes: another value makes it refuse the whole deployment.

Executed with the agent of the preview for the options on the first two levels; deeper ones by the source of its model.
What is ignored inside HostConfig is typed from agent beta13 on, LogConfig and NetworkingConfig are in every version.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from edgelint import docker_options
from edgelint.nodes import Path
from edgelint.placeholders import has_placeholder

_BOOLEAN = r"(?i)\s*(true|false)\s*"
_INTEGER = r"\s*[+-]?\d+(\.\d+)?\s*"
_NOT_NEGATIVE = r"\s*\+?\d+(\.\d+)?\s*"
_RESTART_POLICY = r"(?i)\s*(no|always|on-?failure|unless-?stopped|undefined|\d+)\s*"


class Typed(NamedTuple):
    """A value where the runtime wants a type: its path below where the search began, its option, the type, the value."""

    path: Path
    option: str
    type: str
    value: Any
    fits: bool


def typed_values(option: str, value: Any, path: Path = ()) -> Iterator[Typed]:
    """Yield each typed value of what stands at an option, itself first; what does not fit is not looked into.

    A placeholder fits, and a null among the items of a list does.
    """
    known = docker_options.options().get(option)
    kind = known.type if known else "any"
    found = Typed(path, option, kind, value, _takes(kind, value))
    if kind != "any":
        yield found
    if found.fits and isinstance(value, list):
        yield from _in_items(option, kind, value, path)
    elif found.fits and isinstance(value, dict):
        yield from _in_members(option, value, path)


def _in_items(option: str, kind: str, items: list[Any], path: Path) -> Iterator[Typed]:
    inner, whole = docker_options.items(option), _ITEMS.get(kind, "any")
    for index, item in enumerate(items):
        found = Typed((*path, index), inner, whole, item, item is None or _takes(whole, item))
        if whole != "any":
            yield found
        if found.fits and isinstance(item, dict):
            yield from _in_members(inner, item, found.path)


def _in_members(option: str, members: Mapping[str, Any], path: Path) -> Iterator[Typed]:
    for name, item in members.items():
        yield from typed_values(docker_options.child(option, name), item, (*path, name))


def _takes(kind: str, value: Any) -> bool:
    return (isinstance(value, str) and has_placeholder(value)) or _TYPES[kind](value)


def _is_boolean(value: Any) -> bool:
    return isinstance(value, int | float) or _is_text(value, _BOOLEAN)


def _is_integer(value: Any) -> bool:
    return isinstance(value, int | float) or _is_text(value, _INTEGER)


def _is_not_negative(value: Any) -> bool:
    return value >= 0 if isinstance(value, int | float) else _is_text(value, _NOT_NEGATIVE)


def _is_scalar(value: Any) -> bool:
    return not isinstance(value, list | dict)


def _is_list(value: Any) -> bool:
    return value is None or isinstance(value, list)


def _is_object(value: Any) -> bool:
    return value is None or isinstance(value, dict)


def _is_restart_policy(value: Any) -> bool:
    return (isinstance(value, int) and not isinstance(value, bool)) or _is_text(value, _RESTART_POLICY)


def _is_text(value: object, pattern: str) -> bool:
    return isinstance(value, str) and re.fullmatch(pattern, value) is not None


_TYPES: Mapping[str, Callable[[Any], bool]] = {
    "any": lambda _: True,
    "boolean": _is_boolean,
    "boolean or null": lambda value: value in (None, "") or _is_boolean(value),
    "integer": _is_integer,
    "integer from 0": _is_not_negative,
    "integer or null": lambda value: value in (None, "") or _is_integer(value),
    "number or text": _is_scalar,
    "quantity": _is_scalar,
    "text": _is_scalar,
    "restart policy": _is_restart_policy,
    "list of texts": _is_list,
    "list of integers": _is_list,
    "list of objects": _is_list,
    "object": _is_object,
    "object, not null": lambda value: isinstance(value, dict),
    "map of texts": _is_object,
    "map of quantities": _is_object,
    "map of objects": _is_object,
    "map of lists of objects": _is_object,
}
_ITEMS = {"list of texts": "text", "list of integers": "integer", "list of objects": "object"}

TYPES = tuple(_TYPES)
"""The words for types that the table of create options uses."""
