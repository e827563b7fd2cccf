"""The layouts that a document is written in, as bytes."""

from __future__ import annotations

import codecs
import json
from typing import Any, NamedTuple

from edgelint.testing.embedding import Embedded


class Layout(NamedTuple):
    """How a document is written: indentation (None: all on one line), line ends, byte order mark, encoding."""

    indent: int | str | None = 2
    newline: str = "\n"
    mark: bytes = b""
    encoding: str = "utf-8"


LAYOUTS: dict[str, Layout] = {
    "indent-2": Layout(),
    "one-line": Layout(indent=None),
    "indent-4": Layout(indent=4),
    "tabs": Layout(indent="\t"),
    "crlf": Layout(newline="\r\n"),
    "bom": Layout(mark=codecs.BOM_UTF8),
    "utf-16": Layout(mark=codecs.BOM_UTF16_LE, encoding="utf-16-le"),
}
"""The layouts by their names; the first is the one in which all shapes are written."""


def write(embedded: Embedded, name: str) -> bytes:
    """Return the bytes of a document; on one line it ends without a line end."""
    layout = LAYOUTS[name]
    separators = (",", ":") if layout.indent is None else None
    text = json.dumps(embedded.document, ensure_ascii=False, indent=layout.indent, separators=separators)
    for inner, literal in embedded.literals.items():
        text = text.replace(_usual(inner), literal)
    if layout.indent is not None:
        text = (text + "\n").replace("\n", layout.newline)
    return layout.mark + text.encode(layout.encoding)


def _usual(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
