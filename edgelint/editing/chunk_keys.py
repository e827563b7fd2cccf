"""The members that hold the chunks of a text: createOptions, createOptions01, createOptions02 …"""

from __future__ import annotations

from edgelint.editing.draft import Draft, Entry, Value
from edgelint.json_text.nodes import Path
from edgelint.manifests.option_keys import chunk_number, name_and_digits, option_keys


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
    """Return the members that the runtime joins behind one."""
    members = {str(other.name): other for other in settings.kept()}
    keys = option_keys(dict.fromkeys(members))
    return [members[key] for key in keys[keys.index(str(entry.name)) + 1 :]]


def _new(before: Entry, settings: Value) -> Entry:
    """Return a new member with the next number; it stands behind the one before it."""
    base, digits = name_and_digits(str(before.name))
    entry = Entry(f"{base}{chunk_number(digits) + 1:0{len(digits) or 2}}", Value(None, ""))
    settings.children.insert(settings.children.index(before) + 1, entry)
    return entry


def _pad(members: list[Entry]) -> None:
    """Write all numbers with as many digits as a new one and nothing behind them; the agent sorts the keys as texts."""
    new = [len(name_and_digits(str(entry.name))[1]) for entry in members if entry.old is None]
    for entry in members if new else ():
        base, digits = name_and_digits(str(entry.name))
        key = base + (digits and digits.zfill(max(new)))
        if key != entry.name:
            entry.new_key = key


def _entry(outer: Draft, path: Path) -> Entry:
    entry = outer.entry(path)
    assert entry is not None
    return entry
