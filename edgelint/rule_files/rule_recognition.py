"""Which YAML files are rules, told from their keys alone: most of a repository's are none and need not be read as YAML."""

from __future__ import annotations

import re

from edgelint.files.source import decode

_SURELY = {"code", "select"}
_NEEDED = {*_SURELY, "name", "summary", "severity", "scope", "message"}
_ENOUGH = 5
_KEY = rf"""(["']?)({"|".join(sorted(_NEEDED))})\1[ \t]*:(?!\S)"""
_BEFORE_DATA = r"(?:\s|#.*|---)*+"


def is_rule_file(path: str) -> bool:
    """Tell whether a YAML file is a rule, or was meant as one and is broken or incomplete.

    A rule has the keys `code` and `select`, or five of the seven that every rule needs. A file that cannot be read
    counts as one: whoever loads it says why it cannot.
    """
    try:
        with open(path, "rb") as file:
            text = decode(file.read()).text
    except OSError:
        return True
    keys = _root_keys(text)
    return keys >= _SURELY or len(keys) >= _ENOUGH


def _root_keys(text: str) -> set[str]:
    """Return which of the keys stand at the root: at the start of a line, in flow style behind any brace or comma."""
    before = re.match(_BEFORE_DATA, text)
    in_flow_style = before is not None and text.startswith("{", before.end())
    pattern = rf"[{{,]\s*{_KEY}" if in_flow_style else rf"(?m)^{_KEY}"
    return {found[2] for found in re.finditer(pattern, text)}
