"""The members that hold the chunks of a text: createOptions, createOptions01, createOptions02 …"""

from __future__ import annotations

from edgelint.draft import Draft, Entry, Value
from edgelint.nodes import Path


def slots_for(chunks: list[Path], outer: Draft, count: int) -> list[Entry]:
    """Return the members for this many chunks: those at the paths given, then empty or new ones with the next numbers.

    Their keys go on as the last one does (createOptions, createOptions01; createoptions1, createoptions2).
    """
    slots = [_entry(outer, path) for path in chunks]
    settings = outer.find(chunks[-1][:-1])
    assert settings is not None
    base, digits = _name(slots[-1])
    width, number = len(digits) or 2, int(digits or 0)
    while len(slots) < count:
        number += 1
        slots.append(_slot(settings, slots[-1], base, f"{number:0{width}}"))
    if len(slots) > len(chunks):
        _pad(slots)
    return slots


def _slot(settings: Value, before: Entry, base: str, digits: str) -> Entry:
    """Return the empty member of this number, or a new one behind the last chunk."""
    for entry in settings.kept():
        other, number = _name(entry)
        if other.lower() == base.lower() and number and int(number) == int(digits):
            return entry
    entry = Entry(base + digits, Value(None, ""))
    settings.children.insert(settings.children.index(before) + 1, entry)
    return entry


def _pad(slots: list[Entry]) -> None:
    """Write all numbers with as many digits as the longest one; the agent sorts the keys as texts."""
    width = max(len(_name(slot)[1]) for slot in slots)
    for slot in slots:
        base, digits = _name(slot)
        if 0 < len(digits) < width:
            slot.new_key = base + digits.zfill(width)


def _name(entry: Entry) -> tuple[str, str]:
    """Return a key without the number at its end, and the number."""
    base = str(entry.name).rstrip("0123456789")
    return base, str(entry.name)[len(base) :]


def _entry(outer: Draft, path: Path) -> Entry:
    entry = outer.entry(path)
    assert entry is not None
    return entry
