"""The ways to write createOptions into the settings of a module."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any, NamedTuple

from edgelint.platforms import docker_options

_SMALLEST_CHUNK = 3
_MOST_CHUNKS = 99
_STRING = r'"(?:[^"\\]|\\.)*"'
_CHARACTER = r"\\u[0-9a-fA-F]{4}|\\.|[^\\]"


class Written(NamedTuple):
    """Members of the settings that hold createOptions, and the value that they stand for, keys as written.

    `literal` is the JSON string of the text, where the usual one is not meant.
    """

    members: dict[str, Any]
    value: Any
    inside: bool
    literal: str | None = None


Writing = Callable[[Any], Written]


def as_object(options: Any) -> Written:
    """Write createOptions as they are; a text stays one."""
    return (
        as_string(options) if isinstance(options, str) else Written({"createOptions": options}, options, inside=False)
    )


def as_string(options: Any) -> Written:
    """Write createOptions as text; a text is taken to be that of createOptions."""
    return _text(options, compact(options))


def as_chunks(options: Any) -> Written:
    """Write the text in so many chunks that every text of four characters or more holds a seam, up to 99 of them."""
    text = compact(options)
    size = max(_SMALLEST_CHUNK, -(-len(text) // _MOST_CHUNKS))
    chunks = [text[start : start + size] for start in range(0, len(text), size)] or [""]
    members = {f"createOptions{number:02}" if number else "createOptions": part for number, part in enumerate(chunks)}
    return _text(options, text)._replace(members=members)


def as_pretty_string(options: Any) -> Written:
    """Write the text over many lines, with CRLF and tabs."""
    if isinstance(options, str):
        return as_string(options)
    return _text(options, json.dumps(options, ensure_ascii=False, indent="\t").replace("\n", "\r\n"))


def as_escaped_string(options: Any) -> Written:
    r"""Write the characters of inner strings as \uXXXX, and in the string of the text what is no letter or digit again."""
    text = compact(options)
    if not isinstance(options, str):
        text = re.sub(_STRING, lambda string: f'"{re.sub(_CHARACTER, _escape_one, string[0][1:-1])}"', text)
    literal = re.sub(r"[^A-Za-z0-9]", lambda character: _escaped(character[0]), text)
    return _text(options, text)._replace(literal=f'"{literal}"')


def in_lower_case(options: Any) -> Written:
    """Write the text with Docker's keys in small letters."""
    return as_string(_recased(options, "", str.lower))


def in_upper_case(options: Any) -> Written:
    """Write the text with Docker's keys in capitals."""
    return as_string(_recased(options, "", str.upper))


def compact(options: Any) -> str:
    """Return the text of createOptions on one line; a text is that already."""
    return options if isinstance(options, str) else json.dumps(options, ensure_ascii=False, separators=(",", ":"))


def _text(options: Any, text: str) -> Written:
    value = _read(text) if isinstance(options, str) else options
    return Written({"createOptions": text}, value, inside=not isinstance(value, str))


def _read(text: str) -> Any:
    """Return the object that a text is, or the text itself where it is none or no strict JSON."""
    try:
        value = json.loads(text)
    except ValueError:
        return text
    return value if isinstance(value, dict) else text


def _escape_one(match: re.Match[str]) -> str:
    return match[0] if match[0].startswith("\\") else _escaped(match[0])


def _escaped(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[start : start + 2].hex()}" for start in range(0, len(units), 2))


def _recased(value: Any, option: str, case: Callable[[str], str]) -> Any:
    """Return createOptions with Docker's keys in another case; raises ValueError where two keys become one."""
    if isinstance(value, list):
        return [_recased(item, docker_options.items(option), case) for item in value]
    if not isinstance(value, dict):
        return value
    found = {}
    for key, item in value.items():
        name = docker_options.spelling(option, key)
        written = case(key) if docker_options.spelling(option, case(key)) != case(key) else key
        found[written] = _recased(item, docker_options.child(option, name), case)
    if len(found) < len(value):
        raise ValueError("two keys become one")
    return found
