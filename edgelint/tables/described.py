"""Values and names in the words of messages."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

_LONGEST = 40
_TYPES = {
    str: "text", bool: "boolean", int: "number", float: "number", list: "list", dict: "object", type(None): "null"
}  # fmt: skip


def described(value: Any) -> str:
    """Return what a value of plain data is, in words; a short text as it is written, in quotes."""
    if isinstance(value, list | dict):
        return "a list" if isinstance(value, list) else "an object"
    if not isinstance(value, str):
        return json.dumps(value)
    if not value:
        return "an empty text"
    return f'"{value}"' if len(value) <= _LONGEST and value.isprintable() else "a text"


def listed(names: Sequence[str]) -> str | None:
    """Return names in one phrase, such as `a, b and c`; None where there are none."""
    if len(names) < 2:
        return names[0] if names else None
    return f"{', '.join(names[:-1])} and {names[-1]}"


def json_type(value: Any) -> str:
    """Return the JSON type of a value of plain data: text, boolean, number, list, object or null."""
    return _TYPES[type(value)]
