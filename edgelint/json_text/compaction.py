"""A JSON value as a text of its own: its very tokens, without the blanks between them."""

from __future__ import annotations

import re

from edgelint.json_text.parser import JSONSyntaxError
from edgelint.json_text.reading import read

_STRING_OR_BLANKS = r'("(?:[^"\\]|\\.)*+")|[ \t\n\r]++'


def compact(text: str) -> str | None:
    """Return a JSON text without blanks between its tokens, the spelling of which and their order stay.

    None where it is no strict JSON, or where an object holds a key twice: those who read the one way and those who read
    the other might differ on what it says.
    """
    try:
        reading = read(text)
    except JSONSyntaxError:
        return None
    if reading.faults or reading.duplicates:
        return None
    return re.sub(_STRING_OR_BLANKS, lambda found: found[1] or "", text)
