"""White space as .NET has it, which the runtime trims: that of Unicode without the four separators of ASCII."""

from __future__ import annotations

import re

SPACE = r"[^\S\x1c-\x1f]"
"""The source of a regular expression for one such character."""


def trimmed(text: str) -> str:
    """Return a text without the white space around it."""
    return re.sub(rf"\A{SPACE}+|{SPACE}+\Z", "", text)
