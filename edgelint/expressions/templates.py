"""Texts with captures: `{x}` is a field of the selected value or a capture, `{x.y}` a field of a capture."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

_CAPTURE = re.compile(r"\{\{|\}\}|\{([a-z_][a-z_.-]*)\}")
_WHOLE = re.compile(r"\{([a-z_][a-z_.-]*)\}")

Lookup = Callable[[str], Any]


def fill(template: str, lookup: Lookup) -> str:
    """Return the text with each capture as text; an absent one leaves nothing. `{{` and `}}` are braces."""

    def text(match: re.Match[str]) -> str:
        if match[1] is None:
            return match[0][0]
        return as_text(lookup(match[1]))

    return _CAPTURE.sub(text, template)


def value(template: Any, lookup: Lookup) -> Any:
    """Return what a template stands for: a whole `{x}` keeps its type; raises KeyError for an absent one.

    Lists are filled item by item; what is no text stays as it is.
    """
    if isinstance(template, list):
        return [value(item, lookup) for item in template]
    if not isinstance(template, str):
        return template
    whole = _WHOLE.fullmatch(template)
    if whole is None:
        return fill(template, lookup)
    found = lookup(whole[1])
    if found is None:
        raise KeyError(whole[1])
    return found


def filled(template: Any, lookup: Lookup) -> Any:
    """Return a value with its captures filled; a member `'Key?'` is left out where its value is absent or false."""
    if isinstance(template, list):
        return [filled(item, lookup) for item in template]
    if not isinstance(template, dict):
        return value(template, lookup)
    members = {}
    for key, item in template.items():
        if not key.endswith("?"):
            members[key] = filled(item, lookup)
        elif (found := _optional(item, lookup)) is not None and found is not False:
            members[key[:-1]] = found
    return members


def _optional(template: Any, lookup: Lookup) -> Any:
    try:
        return filled(template, lookup)
    except KeyError:
        return None


def as_text(value: Any) -> str:
    """Return a JSON value as people write it; None, which is absent, as nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value
    if isinstance(value, dict | list):
        import json

        return json.dumps(value, ensure_ascii=False)
    return str(value)
