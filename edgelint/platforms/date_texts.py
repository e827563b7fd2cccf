"""Texts that look like a date: the agent reads them as one, and writes it anew, month first (executed)."""

from __future__ import annotations

import re
from functools import cache

_DAY = r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"
_TIME = r"(?P<hour>[0-9]{2}):(?P<minute>[0-5][0-9]):(?P<second>[0-5][0-9])(?:\.[0-9]{1,7})?"
_ZONE = r"(?:[Zz]|(?P<sign>[+-])(?P<hours>[0-9]{2})(?::?(?P<minutes>[0-9]{2}))?)?"


def month_and_day(text: str) -> tuple[int, int] | None:
    """Return the month and the day, in UTC, of a text that is read as a date, None for any other."""
    match = _date().fullmatch(text)
    if match is None or (match["hour"] > "23" and match["hour"] + match["minute"] + match["second"] != "240000"):
        return None
    hours, minutes = (int(f"{match['sign'] or ''}{match[name] or 0}") for name in ("hours", "minutes"))
    return _day(match, int(match["hour"]) - hours, int(match["minute"]) - minutes)


def _day(match: re.Match[str], hours: int, minutes: int) -> tuple[int, int] | None:
    """Return the month and the day at a time of the day matched, of that day itself where the calendar ends."""
    from datetime import datetime, timedelta

    try:
        day = datetime(int(match["year"]), int(match["month"]), int(match["day"]))
        moment = day + timedelta(hours=hours, minutes=minutes)
    except OverflowError:
        return day.month, day.day
    except ValueError:
        return None
    return moment.month, moment.day


@cache
def _date() -> re.Pattern[str]:
    return re.compile(f"{_DAY}T{_TIME}{_ZONE}")
