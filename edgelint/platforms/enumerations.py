"""The enumerations in the runtime's models, and the JSON values that its reader takes for them (executed)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from edgelint.platforms.white_space import trimmed

WORDS: Mapping[str, tuple[str, ...]] = {
    "status": ("unknown", "backoff", "running", "unhealthy", "stopped", "failed"),
    "restartPolicy": ("never", "on-failure", "on-unhealthy", "always", "unknown"),
    "imagePullPolicy": ("on-create", "never"),
    "HostConfig.RestartPolicy.Name": ("undefined", "no", "always", "onfailure", "unlessstopped"),
}
"""The words of each enumeration, by the member or option that has it, in the order of their numbers from 0."""

_NUMBER = r"[+-]?[0-9]{1,400}\0*"
_INT32 = 2**31
_INT64 = 2**63


def number(member: str, value: Any) -> int | None:
    """Return the number as which the reader takes a value for an enumeration, None where it refuses it.

    No word need stand for the number: that is looked at only where the value counts.
    """
    if isinstance(value, str):
        return _of_text(WORDS[member], trimmed(value))
    if isinstance(value, int) and not isinstance(value, bool) and -_INT64 <= value < _INT64:
        return (value + _INT32) % (2 * _INT32) - _INT32  # it casts to 32 bits, whatever is lost
    return None


def word(member: str, value: Any) -> str | None:
    """Return the word for which a value stands, None where there is none."""
    words, found = WORDS[member], number(member, value)
    return words[found] if found is not None and 0 <= found < len(words) else None


def _of_text(words: tuple[str, ...], text: str) -> int | None:
    """Return the number of a text: that written there, or of one or more words, parted by commas, whose bits are joined."""
    if re.fullmatch(_NUMBER, text):
        found = int(text.rstrip("\0"))
        return found if -_INT32 <= found < _INT32 else None
    numbers = {spelling: place for place, each in enumerate(words) for spelling in (each, each.replace("-", ""))}
    joined = 0
    for part in text.split(","):
        place = numbers.get(trimmed(part).lower())
        if place is None:
            return None
        joined |= place
    return joined
