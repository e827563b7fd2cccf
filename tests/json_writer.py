"""Writes JSON in any layout that people use, for tests: chance decides about indentation, blanks, escapes, comments."""

import json
from collections.abc import Callable
from random import Random
from typing import Any, NamedTuple

UNITS = [*(" " * width for width in range(1, 9)), "\t", ""]


class Layout(NamedTuple):
    """How a container is written: `unit` None means on one line; `note` and `last` stand in front and behind the last child."""

    unit: str | None
    newline: str
    colon: str
    comma: str
    pad: str
    note: str = ""
    last: str = ""


def any_layout(random: Random, *, tolerant: bool = False) -> Layout:
    """Return a layout; with `tolerant` there may be comments and trailing commas."""
    unit = random.choice([None, *UNITS])
    newline = random.choice(["\n", "\n", "\r\n"])
    notes = (
        [""] if not tolerant else ["", "/* x, */", '/* "y": 1 */ '] + ([f"// z,{newline}"] if unit is not None else [])
    )
    last = random.choice(["", "", ","]) if tolerant else ""
    pad = random.choice(["", " "])
    return Layout(
        unit,
        newline,
        random.choice([":", ": ", " : ", ":   "]),
        random.choice(["", " "]),
        pad,
        random.choice(notes),
        last,
    )


def write(value: Any, layout: Callable[[], Layout], random: Random, indent: str = "") -> str:
    """Return data as JSON; each container gets a layout of its own."""
    if isinstance(value, str):
        return f'"{escaped(value, random)}"'
    if not isinstance(value, list | dict):
        return json.dumps(value)
    here = layout()
    brackets = "{}" if isinstance(value, dict) else "[]"
    inner = indent + (here.unit or "")
    if isinstance(value, dict):
        children = [
            write(key, layout, random) + here.colon + write(item, layout, random, inner) for key, item in value.items()
        ]
    else:
        children = [write(item, layout, random, inner) for item in value]
    if here.unit is None:
        inside = f",{here.comma}{here.note}".join(children) + (here.last if children else "")
        return brackets[0] + here.pad + here.note + inside + here.pad + brackets[1]
    line = here.newline + inner
    inside = line + here.note + f",{here.note}{line}".join(children) + (here.last if children else "") + here.note
    return brackets[0] + inside + here.newline + indent + brackets[1]


def escaped(text: str, random: Random) -> str:
    """Return a text as it may stand between double quotes, each character in one of its spellings."""
    return "".join(_spelling(character, random) for character in text)


def _spelling(character: str, random: Random) -> str:
    usual = json.dumps(character)[1:-1]
    if character < " " or character in '"\\' or "\ud800" <= character <= "\udfff":
        return usual
    units = character.encode("utf-16-be", "surrogatepass").hex()
    digits = "".join(f"\\u{units[start : start + 4]}" for start in range(0, len(units), 4))
    return random.choice([character] * 8 + [usual, digits] + ["\\/"] * 4 * (character == "/"))
