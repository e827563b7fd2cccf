"""Elements of an XML report; what XML cannot hold is replaced."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'


def element(name: str, attributes: Mapping[str, object], content: str = "") -> str:
    """Return an element; `content` is XML already."""
    said = "".join(f" {key}={quoteattr(_allowed(str(value)))}" for key, value in attributes.items())
    return f"<{name}{said}>{content}</{name}>" if content else f"<{name}{said}/>"


def text(content: str) -> str:
    """Return a text as XML."""
    return escape(_allowed(content))


def write_document(root: str, stream: TextIO) -> None:
    """Write a document in ASCII, which is the same in UTF-8 and in the stream's encoding."""
    stream.write(_DECLARATION + root.encode("ascii", "xmlcharrefreplace").decode("ascii") + "\n")


def _allowed(content: str) -> str:
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", content)
