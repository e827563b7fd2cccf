"""The types of the runtime's models, and the JSON values that its reader takes for each (executed)."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from typing import Any

from edgelint.platforms.enumerations import number
from edgelint.platforms.white_space import SPACE

RANGES: Mapping[str, tuple[int, int]] = {
    "int32": (-(2**31), 2**31 - 1),
    "int64": (-(2**63), 2**63 - 1),
    "uint16": (0, 2**16 - 1),
    "uint32": (0, 2**32 - 1),
    "uint64": (0, 2**64 - 1),
}
"""The least and the greatest number of each type of whole numbers."""

ITEMS: Mapping[str, str] = {
    "list of texts": "text",
    "list of uint64": "uint64",
    "list of int64 or null": "int64 or null",
    "list of objects": "object",
}
"""The type of the items of each type of lists."""

_TEXTS = ("any", "text", "quantity", "number or text")
_BOOLEAN = rf"(?i)(?:{SPACE}|\0)*(?:true|false)(?:{SPACE}|\0)*"
_INTEGER = r"[\t-\r ]*[+-]?[0-9]{1,400}[\t-\r ]*\0*"
_DATE = rf"{SPACE}*[0-9]+(?:[-/. ]0*[1-9]|:[0-9])(?s:.*)"


def takes(kind: str, value: Any) -> bool:
    """Tell whether the reader takes plain JSON data for a type; `kind` is one of TYPES.

    Of a list or an object only that it is one: its items and members have types of their own.
    """
    return _TYPES[kind](value)


def is_nothing(kind: str, value: Any) -> bool:
    """Tell whether the reader makes null of a value: of null, and of an empty text where that is no text."""
    return value is None or (value == "" and kind not in _TEXTS and takes(kind, value))


def is_blank(text: str) -> bool:
    """Tell whether a text holds nothing but what .NET takes for white space."""
    return _matches(text, rf"{SPACE}*")


def rounded_number(value: Any) -> int | None:
    """Return the number as which the reader takes a value for a whole one of any size, None where it refuses it.

    A fraction is rounded, but not that of a text.
    """
    if isinstance(value, str):
        return int(value.rstrip("\0")) if _matches(value, _INTEGER) else None
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return round(value) if isinstance(value, int | float) else None


def _is_boolean(value: Any) -> bool:
    return isinstance(value, int | float) or _matches(value, _BOOLEAN)


def _is_date(value: Any) -> bool:
    """Tell whether a value is read as a date, of a text only whether it looks like one."""
    return _matches(value, _DATE)


def _is_scalar(value: Any) -> bool:
    return not isinstance(value, list | dict)


def _is_number_or_text(value: Any) -> bool:
    return _is_scalar(value) and (not isinstance(value, int) or _is_integer("int64", value))


def _is_restart_policy(value: Any) -> bool:
    return isinstance(value, bool) or number("HostConfig.RestartPolicy.Name", value) is not None


def _is_integer(kind: str, value: Any) -> bool:
    found = rounded_number(value)
    least, most = RANGES[kind]
    return found is not None and least <= found <= most and not (kind == "int32" and isinstance(value, bool))


def _is_list(value: Any) -> bool:
    return value in (None, "") or isinstance(value, list)


def _is_object(value: Any) -> bool:
    return value in (None, "") or isinstance(value, dict)


def _matches(value: object, pattern: str) -> bool:
    return isinstance(value, str) and re.fullmatch(pattern, value) is not None


def _integers(kind: str) -> Callable[[Any], bool]:
    return lambda value: _is_integer(kind, value)


def _or_null(takes_other: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: value in (None, "") or takes_other(value)


_TYPES: Mapping[str, Callable[[Any], bool]] = {
    "any": lambda _: True,
    "boolean": _is_boolean,
    "boolean or null": _or_null(_is_boolean),
    **{kind: _integers(kind) for kind in RANGES},
    **{f"{kind} or null": _or_null(_integers(kind)) for kind in RANGES},
    "date or null": _or_null(_is_date),
    "number or text": _is_number_or_text,
    "quantity": _is_scalar,
    "text": _is_scalar,
    "restart policy": _is_restart_policy,
    **dict.fromkeys(ITEMS, _is_list),
    "object": _is_object,
    "object, not null": lambda value: isinstance(value, dict),
    "map of texts": _is_object,
    "map of quantities": _is_object,
    "map of objects": _is_object,
    "map of lists of objects": _is_object,
}

TYPES = tuple(_TYPES)
"""The words for types; the table of create options uses them."""
