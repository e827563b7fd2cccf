"""Text that the Markdown of GitHub shows as it is written, in a table and in a list alike."""

from __future__ import annotations

import re
from urllib.parse import quote

from edgelint.reporters.width import printable

_MARKUP = re.compile(r"[\\`*\[\]|~<>&]|(?<![^\W_])_|_(?![^\W_])|[$@#]|:(?=//|[\w+-]+:)|(?<=www)\.")
_LIST = re.compile(r"^(\d*)([-+=.)])")
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
_PLAIN = re.compile(r"[\w ./+:=,@(){}-]+", re.ASCII)
_IN_ADDRESS = ":/?#[]@!$&'*+,;=%~-._"


def escaped(text: str) -> str:
    """Return a text on one line; what GitHub makes formulas, mentions, references, emojis and links of stays text too."""
    shown = printable(" ".join(text.split("\n")), "utf-8")
    return _LIST.sub(r"\1\\\2", _MARKUP.sub(lambda found: _escaped(found[0]), shown))


def code(text: str) -> str:
    """Return a text as code."""
    return f"`{text}`" if _PLAIN.fullmatch(text) and text == text.strip() else f"<code>{escaped(text)}</code>"


def linked(text: str, address: str) -> str:
    """Return a text that links to an address, or the text alone where that is none of the web."""
    shown = escaped(text)
    return f"[{shown}]({quote(address, _IN_ADDRESS)})" if address.startswith(("https://", "http://")) else shown


def clipped(text: str, most: int) -> str:
    """Return at most so many characters of a text."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _escaped(character: str) -> str:
    """Return a character that has a meaning to Markdown, or to what GitHub does with the text that comes out of it."""
    if character in "$@#:.":
        return f"<span>{character}</span>"
    return _ENTITIES.get(character, f"\\{character}")
