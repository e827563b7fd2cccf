"""The types of the runtime's models in the words of messages."""

from __future__ import annotations

import re
from typing import Any

from edgelint.platforms.runtime_types import RANGES, rounded_number

_WORDS = {
    "boolean": "true or false",
    "uint16": "a number from 0 to 65535",
    "date": "a date",
    "restart policy": "a restart policy that the runtime knows",
    "quantity": "an amount",
    "number or text": "a number or a text",
    "object, not null": "an object",
    "variable": "an object with a value",
    "scalar": "a text, a number or a boolean",
    "list of uint64": "a list of numbers",
    "list of int64": "a list of numbers",
}


def wanted(kind: str, value: Any) -> str:
    """Return what a type takes, in words that say what is wrong with a value that it does not take."""
    kind = "int64" if kind == "number or text" and isinstance(value, int) else kind.removesuffix(" or null")
    if kind in _WORDS:
        return _WORDS[kind]
    if kind in RANGES:
        return _number(*RANGES[kind], value)
    return "an object" if kind.startswith(("object", "map of ")) else f"a {kind}"


def _number(least: int, most: int, value: Any) -> str:
    found = rounded_number(value)
    if found is None:
        return "a whole number" if _has_fraction(value) else "a number"
    if found > most:
        return f"a number up to {most}"
    return f"a number from {least} on" if found < least else "a number"


def _has_fraction(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch(r"\s*[+-]?[0-9]+[.,][0-9]+\s*", value) is not None
