"""Text written into a JSON string, in the manner of the string that it enters."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache

from edgelint.json_text.tokens import unescape

_CHARACTER = r"\\u[dD][89abAB][0-9A-Fa-f]{2}\\u[dD][c-fC-F][0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\.|."


def escaped_like(text: str, literal: str, *, ascii_only: bool) -> str:
    """Return `text` as it stands between the quotes of a string literal (given with its quotes).

    Each character is written as the literal mostly writes it; of those that it does not hold, beyond ASCII escaped
    where it escapes others or where the text around it is `ascii_only`.
    """
    known = _spellings(literal)
    escaping = ascii_only or any(key > "\x7f" and spelling[0] == "\\" for key, spelling in known.items())
    usual = {"'": "\\'", '"': '"'} if literal[0] == "'" else {}
    return "".join(known.get(c) or usual.get(c) or _escaped(c, ascii_only=escaping) for c in text)


def characters(literal: str) -> list[str]:
    """Split what stands between the quotes of a string literal into its characters, each as written."""
    return _character().findall(literal, 1, len(literal) - 1)


def _spellings(literal: str) -> dict[str, str]:
    """Return how the characters of a literal are mostly written, save what is no JSON."""
    counted = Counter(characters(literal)).most_common()
    pairs = ((unescape(spelling) if spelling[0] == "\\" else spelling, spelling) for spelling, _ in reversed(counted))
    return {character: spelling for character, spelling in pairs if character and spelling >= " " and spelling != "\\'"}


def _escaped(character: str, *, ascii_only: bool) -> str:
    surrogate = "\ud800" <= character <= "\udfff"
    return json.dumps(character, ensure_ascii=ascii_only or surrogate)[1:-1]


@cache
def _character() -> re.Pattern[str]:
    return re.compile(_CHARACTER, re.DOTALL)
