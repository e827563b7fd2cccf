"""The members that hold the chunks of a text: createOptions, createOptions01, createOptions02 …"""

from __future__ import annotations

from edgelint.draft import Draft, Entry, Value
from edgelint.nodes import Path
from edgelint.option_texts import chunk_number


def members_for(count: int, chunks: list[Path], outer: Draft) -> list[Entry]:
    """Return the members for so many chunks; `chunks` are the paths of those that hold some now.

    Of these the surplus is removed, with empty members behind them, for the numbers must have no gap. Where they are too
    few, empty members follow, then new ones; their keys go on as the last one does (createoptions1, createoptions2).
    """
    members = [_entry(outer, path) for path in chunks]
    settings = outer.find(chunks[-1][:-1])
    assert settings is not None
    if count < len(members):
        for entry in [*members[count:], *_behind(members[count - 1], settings)]:
            entry.removed = True
        return members[:count]
    members += _behind(members[-1], settings)[: count - len(members)]
    while len(members) < count:
        members.append(_new(members[-1], settings))
    _pad(members)
    return members


def _behind(entry: Entry, settings: Value) -> list[Entry]:
    """Return the members of the same name with higher numbers."""
    base, digits = _name(entry)
    found = []
    for other in settings.kept():
        name, number = _name(other)
        if name.lower() == base.lower() and chunk_number(number) > chunk_number(digits):
            found.append(other)
    return sorted(found, key=lambda other: chunk_number(_name(other)[1]))


def _new(before: Entry, settings: Value) -> Entry:
    """Return a new member with the next number; it stands behind the one before it."""
    base, digits = _name(before)
    entry = Entry(f"{base}{chunk_number(digits) + 1:0{len(digits) or 2}}", Value(None, ""))
    settings.children.insert(settings.children.index(before) + 1, entry)
    return entry


def _pad(members: list[Entry]) -> None:
    """Write all numbers with as many digits as a new one; the agent sorts the keys as texts."""
    new = [len(_name(entry)[1]) for entry in members if entry.old is None]
    for entry in members:
        base, digits = _name(entry)
        if digits and len(digits) < max(new, default=0):
            entry.new_key = base + digits.zfill(max(new))


def _name(entry: Entry) -> tuple[str, str]:
    """Return a key without the number at its end, and the number."""
    base = str(entry.name).rstrip("0123456789")
    return base, str(entry.name)[len(base) :]


def _entry(outer: Draft, path: Path) -> Entry:
    entry = outer.entry(path)
    assert entry is not None
    return entry
