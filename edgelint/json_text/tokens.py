"""The words of a JSON text: those of RFC 8259, and those that people and the runtime's reader write besides."""

import math
import re
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

from edgelint.json_text.placeholders import PLACEHOLDER, is_placeholder
from edgelint.json_text.text import Fault


class Words(NamedTuple):
    """Compiled patterns, all to be matched at an offset.

    `blank` is white space or a comment, `scalar` a string without escapes, a number or a literal, `string` any string
    in either quotes, `special` what in it is no ordinary character, `odd` a value that JSON does not know, `name` a
    name without quotes. `item` and `member` tell whether one begins; `lone` is a placeholder in place of a member.
    """

    blank: re.Pattern[str]
    scalar: re.Pattern[str]
    string: re.Pattern[str]
    special: re.Pattern[str]
    odd: re.Pattern[str]
    name: re.Pattern[str]
    item: re.Pattern[str]
    member: re.Pattern[str]
    lone: re.Pattern[str]


class Odd(NamedTuple):
    """A value or name that JSON does not know: kind and value of its node, the offset behind it, and its fault."""

    kind: str
    value: Any
    end: int
    fault: Fault


LITERALS = {"true": True, "false": False, "null": None}

_SPACE = r"(?:[^\S\x1c-\x1f]|\0)"  # what the runtime's reader steps over
_EXPONENT = r"(?:[eE][+-]?[0-9]++)?+"
_NUMBER = rf"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?+{_EXPONENT}"
_END = r"(?![\w.+-])"
_LITERAL = r"(?:true|false|null)\b"
_WORD = r"(?:NaN|-?Infinity|undefined)\b"
_NAME = rf"[\w$]++(?={_SPACE}*+:)"
_HOLDER = rf"(?>{PLACEHOLDER})"
_ODD = (
    rf"(?P<word>{_WORD})|(?P<hexadecimal>0[xX][0-9a-fA-F]++{_END})|(?P<octal>0[0-7]++{_END})|"
    rf"(?P<zero>-?0[0-9]++(?:\.[0-9]*+)?+{_EXPONENT}{_END})|"
    rf"(?P<point>-?(?:[0-9]++\.|\.[0-9]++){_EXPONENT}{_END})|(?P<holder>{PLACEHOLDER})"
)
_ESCAPES = {'"': '"', "'": "'", "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


@cache
def words() -> Words:
    """Return the patterns, compiled when the first text is parsed."""
    return Words(
        blank=re.compile(
            rf"[ \t\n\r]++|(?P<comment>//(?!\Z)[^\r\n]*+|/\*(?s:.*?)\*/)|(?P<unclosed>/[/*])|(?P<space>{_SPACE}++)"
        ),
        scalar=re.compile(rf'"(?P<string>[^"\\\x00-\x1f]*+)"|(?P<number>{_NUMBER}{_END})|(?P<literal>{_LITERAL})'),
        string=re.compile(r""""(?s:[^"\\]++|\\.)*+"|'(?s:[^'\\]++|\\.)*+'"""),
        special=re.compile(
            r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\(?s:.)|[\x00-\x1f]++"
        ),
        odd=re.compile(_ODD),
        name=re.compile(_NAME),
        item=re.compile(rf"""["'\[{{]|[-.]?[0-9]|{_LITERAL}|{_WORD}|{PLACEHOLDER}"""),
        member=re.compile(rf"""["']|{_NAME}|{_HOLDER}{_SPACE}*+:"""),
        lone=re.compile(rf"""(?:{_HOLDER}|\[{_SPACE}*+(["'])(?:{PLACEHOLDER})\1{_SPACE}*+\])(?!{_SPACE}*+:)"""),
    )


def number(text: str) -> int | float:
    """Return the value of a decimal number; an integer of more digits than Python converts becomes a float."""
    try:
        return int(text)
    except ValueError:
        return float(text)


def odd_value(text: str, offset: int) -> Odd | None:
    """Return the value unknown to JSON that begins at `offset`, or None where none does.

    Numbers follow Newtonsoft's JsonTextReader: a leading zero means octal, so that it refuses `08`.
    """
    match = words().odd.match(text, offset)
    if match is None:
        return None
    kind, value, shift, reason, readable = _ODD_READERS[str(match.lastgroup)](match[0])
    return Odd(kind, value, match.end(), Fault(offset + shift, reason, readable))


def odd_name(text: str, offset: int) -> Odd | None:
    """Return the member name without quotes that begins at `offset`, or None where none does."""
    name = words().name.match(text, offset)
    if name is None:
        odd = odd_value(text, offset)
        return odd if odd and odd.kind == "placeholder" else None
    kind = "placeholder" if is_placeholder(name[0]) else "literal"
    return Odd(kind, name[0], name.end(), Fault(offset, "name without quotes", readable=True))


def number_fault(text: str, offset: int) -> Fault | None:
    """Return what is wrong with the would-be number that begins at `offset`, or None where nothing like one begins."""
    run = re.compile(r"[-.]?[0-9][\w.+-]*+").match(text, offset)
    if run is None:
        return None
    start = re.compile(_NUMBER).match(text, offset)
    return Fault(start.end() if start else offset, f'"{run[0][:40]}" is no number')


def unescape(escape: str) -> str | None:
    r"""Return what an escape (`\'` too) or an escaped pair of surrogates stands for, or None where it is unknown."""
    if escape[1] != "u":
        return _ESCAPES.get(escape[1])
    units = [int(unit, 16) for unit in escape.split("\\u")[1:] if unit]
    if len(units) == 2:
        return chr(0x10000 + ((units[0] - 0xD800) << 10) + (units[1] - 0xDC00))
    return chr(units[0]) if units else None


def escape_fault(escape: str) -> str:
    r"""Return what is wrong with an escape that `unescape` does not know."""
    if escape == "\\u":
        return "escape \\u without four hexadecimal digits"
    return f"unknown escape {escape}" if escape.isprintable() else f"backslash before a {control(escape[1])}"


def found(text: str, offset: int) -> str:
    """Return how a message names what stands at `offset`."""
    if text[offset] in "\"'":
        return "a string"
    word = re.compile(r"<{7}|={7}|>{7}|\w{1,40}").match(text, offset)
    name = word[0] if word else text[offset]
    return f'"{name}"' if name.isprintable() else f"U+{ord(name[0]):04X}"


def control(character: str) -> str:
    """Return how a message names a character that cannot be printed."""
    names = {"\n": "line break", "\r": "line break", "\t": "tab"}
    return names.get(character, f"character U+{ord(character):04X}")


_OddParts = tuple[str, Any, int, str, bool]


def _word(text: str) -> _OddParts:
    return "literal", None, 0, f"{text} is no value of JSON", True


def _hexadecimal(text: str) -> _OddParts:
    return _of_64_bits(int(text, 16), "hexadecimal number")


def _octal(text: str) -> _OddParts:
    return _of_64_bits(int(text, 8), "number with a leading zero")


def _of_64_bits(value: int, reason: str) -> _OddParts:
    """Take a number that is not decimal as the runtime does: 64 bits, of which the first is the sign (executed)."""
    if value >= 2**64:
        return "number", math.inf, 0, f"{reason} of more than 64 bits", False
    return "number", value - 2**64 if value >= 2**63 else value, 0, reason, True


def _zero(text: str) -> _OddParts:
    negative = text.startswith("-")
    return "number", number(text), int(negative), "number with a leading zero", negative


def _point(text: str) -> _OddParts:
    return "number", float(text), text.index("."), "number without a digit on both sides of its point", True


def _holder(text: str) -> _OddParts:
    return "placeholder", text, 0, f"placeholder {text} without quotes", False


_ODD_READERS: dict[str, Callable[[str], _OddParts]] = {
    "word": _word,
    "hexadecimal": _hexadecimal,
    "octal": _octal,
    "zero": _zero,
    "point": _point,
    "holder": _holder,
}
