"""Amounts: what the Kubernetes agent makes of one as written, and how amounts of Docker are written for Kubernetes."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from edgelint.platforms.date_texts import month_and_day
from edgelint.platforms.kubernetes import is_quantity, quantity
from edgelint.platforms.quantity_texts import canonical, read_quantity

CPU_PERIOD = 100_000
"""Docker's CpuPeriod in microseconds where none is given."""

_BLANKS = r"[\t-\r ]*"
_MEBIBYTE = 1 << 20


class Amount(NamedTuple):
    """An amount as written: `form` is quantity, blanks, comma, loose, negative, null or none; `read` what the agent reads.

    `read` is None where that is the text itself or cannot be told.
    """

    form: str
    read: str | None = None


def read_amount(value: Any) -> Amount:
    """Tell what the agent makes of an amount given as JSON data (executed).

    It takes blanks around the number for nothing and drops commas (`1,5` becomes 15), takes other spellings such as
    `1/2` (loose), month over day of a date among them, garbles what is negative, makes null 0, and stops the deployment
    at what is none.
    """
    if value is None:
        return Amount("null")
    if isinstance(value, str):
        return _read_text(value)
    if quantity(value) is None:
        return Amount("none")
    return Amount("negative" if value < 0 else "quantity")


def whole_number(value: Any) -> int | None:
    """Return the whole number that a JSON number or a text of digits says, None for all else."""
    if isinstance(value, str) and _digits().fullmatch(value):
        return int(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return int(value) if value % 1 == 0 else None


def memory_quantity(count: int) -> str:
    """Return a number of bytes as a quantity: in Mi where that is exact, else as the number."""
    return str(count) if count % _MEBIBYTE else f"{count // _MEBIBYTE}Mi"


def cpu_quantity(part: int, whole: int) -> str:
    """Return `part` of `whole` CPU time as a quantity in thousandths of a CPU, rounded up."""
    return f"{-(-1000 * part // whole)}m"


def _read_text(text: str) -> Amount:
    amount = read_quantity(text)
    if amount is None:
        return _read_date(text)
    plain = _left_out().sub("", text)
    read = plain if is_quantity(plain) else canonical(amount)
    if "," in text:
        return Amount("comma", read)
    if amount < 0:
        return Amount("negative")
    if is_quantity(text):
        return Amount("quantity")
    return Amount("blanks" if read == plain else "loose", read)


def _read_date(text: str) -> Amount:
    """Read what is an amount only because a date is written anew as 12/31/2020, of which 12/31 is calculated."""
    date = month_and_day(text)
    amount = read_quantity(f"{date[0]}/{date[1]}") if date else None
    return Amount("none") if amount is None else Amount("loose", canonical(amount))


@cache
def _left_out() -> re.Pattern[str]:
    return re.compile(r"[\s,]")


@cache
def _digits() -> re.Pattern[str]:
    return re.compile(f"{_BLANKS}[+-]?[0-9]{{1,20}}{_BLANKS}")
