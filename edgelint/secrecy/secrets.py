"""Which names hold secrets, and where secrets stand inside a value."""

from __future__ import annotations

import re
from functools import cache

from edgelint.json_text.placeholders import is_placeholder

MASK = "•••"

_SECRET = r"password|passwd|pwd|key|secret|token|sas|credential|connection[ _.-]?string"
_SIGNATURES = {"sig", "sharedaccesssignature"}
_VARIABLE = r"([\w.:-]+)="
_PARAMETER = r"(?<![^;=?&,\s]) ?((?:[\w.-]+ )?[\w.-]+) ?="
_MEMBER = r"""["']([\w .:-]*+)["']\s*:\s*(?:"((?:[^"\\]++|\\.)*+)"|'((?:[^'\\]++|\\.)*+)')"""
_URL_PASSWORD = r"://[^\s/?#:@]*:([^\s/?#]*)@"


def is_secret_name(name: str) -> bool:
    """Tell whether the values of this name (a variable, a key) are secret; letter case does not matter."""
    return _regex(_SECRET).search(name) is not None


def secret_slices(name: str, value: str) -> list[tuple[int, int]]:
    """Return the secret parts of the value of `name`, as half-open ranges of its characters from 0."""
    return _known(value, [(0, len(value))]) if is_secret_name(name) else assignment_slices(value)


def assignment_slices(text: str) -> list[tuple[int, int]]:
    """Return the secret parts of a text that may be `NAME=value`, a connection string, a URL or JSON, in their order.

    All behind the first `=` is secret where the name before it is.
    """
    variable = _regex(_VARIABLE).match(text)
    if variable and is_secret_name(variable[1]):
        return _known(text, [(variable.end(), len(text))])
    passwords = [match.span(1) for match in _regex(_URL_PASSWORD).finditer(text)]
    return _known(text, passwords + _members(text) + _parameters(text))


def _members(text: str) -> list[tuple[int, int]]:
    members = _regex(_MEMBER).finditer(text)
    return [match.span(match.lastindex or 0) for match in members if is_secret_name(match[1])]


def _parameters(text: str) -> list[tuple[int, int]]:
    found = []
    for match in _regex(_PARAMETER).finditer(text):
        if is_secret_name(match[1]) or match[1].lower() in _SIGNATURES:
            value = _regex(_value_behind(text[match.start() - 1 : match.start()])).match(text, match.end())
            found += [value.span()] if value else []
    return found


def _value_behind(mark: str) -> str:
    """Return what a value may hold, by the character that parts its name from what stands before."""
    if mark in ("?", "&"):
        return r"[^&;#\s]*"
    return r"[^;]*" if mark in ("", ";", "=") else r"[^,;\s]*"


def _known(text: str, slices: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the slices in order, each once, without those that are empty, inside another or a placeholder."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(slices):
        start = max(start, kept[-1][1]) if kept else start
        if start < end and not is_placeholder(text[start:end]):
            kept.append((start, end))
    return kept


@cache
def _regex(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
