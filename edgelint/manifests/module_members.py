"""The members of a module in their usual spelling: the runtime finds its keys in any letter case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from edgelint.json_text.nodes import Path
from edgelint.json_text.views import Origin
from edgelint.manifests.sections import below

_MEMBERS = (
    *("version", "type", "status", "restartPolicy", "imagePullPolicy", "startupOrder", "settings"),
    *("configuration", "env"),
)
_OF_SETTINGS = ("image", "notaryContentTrust")


def spellings(members: Mapping[str, Any], name: str) -> list[str]:
    """Return the keys that the runtime takes for one name, in the order in which they stand."""
    return [key for key in members if key.lower() == name.lower()]


def chosen(members: Mapping[str, Any], name: str) -> str | None:
    """Return the one key that the runtime looks up for a name: in this very spelling, else the first of the others."""
    return name if name in members else next(iter(spellings(members, name)), None)


def last(members: Mapping[str, Any], name: str) -> str | None:
    """Return the last of the keys that the runtime takes for one name: its value counts."""
    return next(reversed(spellings(members, name)), None)


def replaced(module: Any) -> Iterator[tuple[Path, Path]]:
    """Yield the path of each member of which another spelling counts, with the path of that one."""
    for name in _MEMBERS if isinstance(module, dict) else ():
        *lost, kept = spellings(module, name) or [name]
        yield from (((key,), (kept,)) for key in lost)
        settings: Any = module.get(kept) if name == "settings" else None
        for inner in _OF_SETTINGS if isinstance(settings, dict) else ():
            read = chosen(settings, inner) or inner
            yield from (((kept, key), (kept, read)) for key in spellings(settings, inner) if key != read)


def spelled(module: dict[str, Any], origin: Origin) -> tuple[dict[str, Any], Origin]:
    """Return a module with the keys that count in their usual spelling, and its origin with those that were respelled."""
    moved = dict(origin.moved)
    data = _respelled(module, {name: last(module, name) for name in _MEMBERS}, Origin(origin.place, moved), ())
    settings, env = data.get("settings"), data.get("env")
    if isinstance(settings, dict):
        keys = {name: chosen(settings, name) for name in _OF_SETTINGS}
        data["settings"] = _respelled(settings, keys, Origin(origin.place, moved), ("settings",))
    for name, entry in env.items() if isinstance(env, dict) else ():
        if isinstance(entry, dict) and "value" not in entry:
            keys = {"value": last(entry, "value")}
            data["env"] = {**data["env"], name: _respelled(entry, keys, Origin(origin.place, moved), ("env", name))}
    return data, Origin(origin.place, moved)


def _respelled(members: dict[str, Any], keys: Mapping[str, str | None], origin: Origin, path: Path) -> dict[str, Any]:
    """Return the members at a path of `origin` with the keys that count under their names; `origin` learns where those are."""
    names = {key: name for name, key in keys.items() if key is not None}
    known = {name.lower() for name in keys}
    for key, name in names.items():
        if key != name:
            origin.moved[*path, name] = below(origin, (*path, key))
    return {names.get(key, key): item for key, item in members.items() if key in names or key.lower() not in known}
