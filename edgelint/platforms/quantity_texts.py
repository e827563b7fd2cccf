"""How the agent reads a quantity: more spellings than Kubernetes, and no amount beyond what it can write (executed)."""

from __future__ import annotations

import re
from functools import cache
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from edgelint.platforms.white_space import SPACE

if TYPE_CHECKING:
    from fractions import Fraction

_POWERS = {"n": -9, "u": -6, "m": -3, "": 0, "k": 3, "M": 6, "G": 9, "T": 12, "P": 15, "E": 18}
_BINARY = ("Ki", "Mi", "Gi", "Ti", "Pi", "Ei")
_MOST_BINARY = 2**63 - 1
_DECIMAL_LIMIT = 2**96
_DECIMALS = 28
_FARTHEST = 99
_LONGEST = 999
_THOUSANDS = 10  # from one suffix to the next it is a factor of 1000: n u m k M G T P E and none
_STARTS = "eEinumkKMGTP"
_TRIMMED = rf"{SPACE}*"
_BLANKS = r"[\t-\r ]*"


class _Scale(NamedTuple):
    """What a suffix multiplies by: `base` to the `power`; `steps` is how many suffixes the agent has to write it with."""

    base: int
    power: int
    steps: int


def read_quantity(text: str) -> Fraction | None:
    """Return the amount that the agent reads, None where it throws.

    It takes a fraction such as `1/2`, a sign behind the number, commas between digits, and blanks; one with a binary
    suffix is capped at 2^63-1. It throws at an amount of more digits than it can write. Powers of ten beyond 99 count as
    about that, and texts of more than 999 characters give None.
    """
    from fractions import Fraction

    match = _parts().fullmatch(text) if len(text) <= _LONGEST else None
    number = _number(match["number"]) if match else None
    scale = _scale(match["suffix"] or "") if match else None
    if number is None or scale is None:
        return None
    amount = number * Fraction(scale.base) ** scale.power
    if scale.base == 2:
        return min(amount, Fraction(_MOST_BINARY))
    return amount if _can_be_written(amount, scale.steps) else None


def canonical(amount: Fraction) -> str:
    """Return an amount as Kubernetes writes it: a whole number, or one of thousandths, millionths or billionths."""
    for suffix in ("", "m", "u"):
        number = amount * 10 ** -_POWERS[suffix]
        if number.denominator == 1:
            return f"{number}{suffix}"
    return f"{ceil(amount * 10**9)}n"


def _number(text: str) -> Fraction | None:
    """Read a number or a fraction; what stands behind a second slash does not count."""
    from fractions import Fraction

    parts = text.split("/")[:2]
    if len(parts) == 1 and "." in text:
        return _rounded(_signed(text, "point"))
    numbers = [_signed(part, "whole") for part in parts]
    if numbers[0] is None or numbers[-1] is None:
        return None
    if len(numbers) == 1:
        return numbers[0]
    return numbers[0] / numbers[1] if numbers[1] else Fraction(0)


def _rounded(number: Fraction | None) -> Fraction | None:
    """Return a number with as many decimals as .NET's Decimal holds, None where it is too large for that."""
    from fractions import Fraction

    for decimals in range(_DECIMALS, -1, -1) if number is not None else ():
        whole = round(number * 10**decimals)
        if abs(whole) < _DECIMAL_LIMIT:
            return Fraction(whole, 10**decimals)
    return None


def _signed(text: str, body: str) -> Fraction | None:
    from fractions import Fraction

    match = _signed_number(body).fullmatch(text)
    if match is None:
        return None
    digits = (match["front"] or match["back"]).replace(",", "")
    return Fraction((match["sign"] or match["behind"] or "") + "0" + digits.rstrip("."))


def _scale(suffix: str) -> _Scale | None:
    if suffix in _POWERS:
        return _Scale(10, _POWERS[suffix], _THOUSANDS)
    if suffix in _BINARY:
        return _Scale(2, 10 * (_BINARY.index(suffix) + 1), 0)
    match = _exponent().fullmatch(suffix)
    if match is None or not -(2**31) <= int(match[1]) < 2**31:
        return None
    power = int(match[1])
    return _Scale(10, max(-_FARTHEST, min(power, _FARTHEST + power % 3)), _LONGEST)


def _can_be_written(amount: Fraction, steps: int) -> bool:
    """Tell whether the agent can write an amount, with the largest suffix that leaves it whole."""
    number = ceil(amount * 10**9)
    if number == amount * 10**9:
        for _ in range(1, steps):
            if number % 1000 or not number:
                break
            number //= 1000
    return abs(number) < _DECIMAL_LIMIT


@cache
def _parts() -> re.Pattern[str]:
    return re.compile(rf"(?s:{_TRIMMED}(?P<number>[^{_STARTS}]*?)(?P<suffix>[{_STARTS}].*?)?{_TRIMMED})")


@cache
def _signed_number(body: str) -> re.Pattern[str]:
    digits = {"whole": "[0-9][0-9,]*", "point": r"[0-9][0-9,]*\.[0-9]*|\.[0-9]+"}[body]
    return re.compile(
        rf"{_BLANKS}(?:(?P<sign>[+-])?(?P<front>{digits})|(?P<back>{digits}){_BLANKS}(?P<behind>[+-])){_BLANKS}\0*"
    )


@cache
def _exponent() -> re.Pattern[str]:
    return re.compile(rf"[eE]{_BLANKS}([+-]?[0-9]+){_BLANKS}\0*")
