"""Sections of a Markdown document that must not get longer than a limit: the longest ones lose their last items."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

_MORE = 40
"""The characters that a line takes which says how many items are left out."""


class Section(NamedTuple):
    """Lines in front of items, one line for each item, the line that tells what is left out, lines behind them."""

    front: str
    items: tuple[str, ...]
    more: str = "\n… and {} more"
    back: str = ""

    def length(self) -> int:
        """Return the characters of the items."""
        return sum(len(item) + 1 for item in self.items)


def fitted(sections: Sequence[Section], limit: int) -> str:
    """Return the sections in at most `limit` characters, which must be enough for them without items."""
    around = sum(len(each.front) + len(each.back) + _MORE for each in sections)
    rooms = shares([each.length() for each in sections], limit - around)
    return "".join(_written(*pair) for pair in zip(sections, rooms, strict=True))


def shares(wanted: Iterable[int], room: int) -> list[int]:
    """Return how much of the room each gets: the small ones what they want, the rest an equal part of what is left."""
    sizes = list(wanted)
    given = dict.fromkeys(range(len(sizes)), 0)
    for done, index in enumerate(sorted(given, key=sizes.__getitem__)):
        given[index] = min(sizes[index], room // (len(sizes) - done))
        room -= given[index]
    return list(given.values())


def _written(section: Section, room: int) -> str:
    shown = sum(used <= room for used in accumulate(len(item) + 1 for item in section.items))
    left_out = len(section.items) - shown
    rows = [*section.items[:shown], *([section.more.format(f"{left_out:,}")] if left_out else [])]
    return section.front + "".join(f"{row}\n" for row in rows) + section.back
