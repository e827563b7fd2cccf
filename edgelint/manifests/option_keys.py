"""The members of a module's settings that the runtime takes for createOptions or a chunk of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

# The runtime's own choice of keys is unanchored and ignores letter case (ChunkedProperty, executed).
_KEY = re.compile(r"createoptions(\d*)", re.IGNORECASE | re.ASCII)
MOST_CHUNKS = 100
"""How many chunks the runtime reads."""


def option_keys(settings: dict[str, Any]) -> list[str]:
    """Return the keys that hold createOptions, in the order in which the runtime joins them: the first hundred.

    Where it refuses the keys, those without a stray one, in the order of their numbers; a stray one only where it is alone.
    """
    found = all_option_keys(settings)
    if are_read(found):
        return [key for key, _ in found[:MOST_CHUNKS]]
    exact = [(key, digits) for key, digits in found if key.lower() == f"createoptions{digits}"]
    chosen = sorted(exact or found[:1], key=lambda pair: chunk_number(pair[1]))
    return [key for key, _ in chosen[:MOST_CHUNKS]]


def all_option_keys(settings: dict[str, Any]) -> list[tuple[str, str]]:
    """Return every key that the runtime takes for one of createOptions, with the digits behind that word, in its order.

    It sorts the keys as texts without regard to letter case.
    """
    found = [(key, match.group(1)) for key in settings if (match := _KEY.search(key))]
    return sorted(found, key=lambda pair: (pair[0].upper(), pair[0]))


def are_read(found: Sequence[tuple[str, str]]) -> bool:
    """Tell whether the runtime takes the keys: the first hundred, one without digits and then 1, 2 … (agent, executed)."""
    digits = [digits for _, digits in found[:MOST_CHUNKS]]
    return digits[:1] in ([], [""]) and all(
        each and chunk_number(each) == index for index, each in enumerate(digits[1:], 1)
    )


def name_and_digits(key: str) -> tuple[str, str]:
    """Return a key of createOptions without what stands behind its number, and the digits of that, which may be none."""
    match = _KEY.search(key)
    assert match is not None
    return key[: match.start(1)], match[1]


def chunk_number(digits: str) -> int:
    """Return the number of a chunk, 0 where there are no digits; one beyond all that can be is very large."""
    significant = digits.lstrip("0")
    return int(significant or 0) if len(significant) < 10 else 10**9
