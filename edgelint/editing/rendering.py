"""New data as text, in the style of the text that it enters."""

from __future__ import annotations

import json
from typing import Any

from edgelint.editing.layout import Style
from edgelint.json_text.escapes import escaped_like


def render(value: Any, style: Style, indent: str | None) -> str:
    """Return new data as text: over lines, the one on which it starts indented by `indent`; or (None) on one line."""
    if not isinstance(value, dict | list):
        return scalar(value, style)
    if not value:
        return "{}" if isinstance(value, dict) else "[]"
    inner = None if indent is None else indent + style.unit
    if isinstance(value, dict):
        members = [_member(key, item, style, inner) for key, item in value.items()]
        return "{" + _inside(members, style, indent, style.pads[0]) + "}"
    items = [render(item, style, inner) for item in value]
    return "[" + _inside(items, style, indent, style.pads[1]) + "]"


def scalar(value: Any, style: Style) -> str:
    """Return a new string, number, boolean or null as text."""
    if isinstance(value, str):
        return style.quote + escaped_like(value, style.quote * 2, ascii_only=style.ascii_only) + style.quote
    return json.dumps(value)


def _inside(children: list[str], style: Style, indent: str | None, pad: str) -> str:
    if indent is None:
        return pad + ("," + style.comma).join(children) + pad
    line = style.newline + indent
    return line + style.unit + ("," + line + style.unit).join(children) + line


def _member(key: str, value: Any, style: Style, indent: str | None) -> str:
    return scalar(key, style) + style.colon + render(value, style, indent)
