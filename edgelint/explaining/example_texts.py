"""Fragments of examples as people write them: each member where a manifest has it, as JSON that fits a page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

_INDENT = "  "
_OPTIONS = "createOptions"
_GROUPS = {"system": "systemModules", "user": "modules"}
_WHOLE = ("modules", "routes", "registryCredentials", "twins")
_CREDENTIALS = "registryCredentials"


def fragment_lines(fragment: Mapping[str, Any], width: int, *, spread: bool = False) -> list[str]:
    """Return a fragment of an example as lines of at most `width` characters, where it can be broken so far.

    The text of a whole file stays as it is. With `spread` an object that holds another one takes several lines even
    where it has room in one, so that two fragments can be compared by their lines.
    """
    if set(fragment) == {"text"}:
        return str(fragment["text"]).splitlines()
    return json_lines(_in_place(fragment), width, spread=spread)


def _in_place(fragment: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a fragment as a part of a manifest; createOptions alone stay alone."""
    data = {**fragment, **fragment.get("manifest", {})}
    own = {key: value for key, value in data.items() if key not in (*_WHOLE, "manifest", "module")}
    own |= data.get("module", {})
    named = {name: {"name": name, **members} for name, members in data.get("modules", {}).items()}
    if not named and not {"name", "kind"} & set(own):
        return {**_module(own), **_desired(data)}
    modules = [*([own] if own else []), *named.values()]
    return {**_grouped(modules), **_desired(data)}


def _grouped(modules: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return modules by their names, below the members that hold system modules and others."""
    groups: dict[str, dict[str, Any]] = {}
    for module in modules:
        kind = module.get("kind", "user")
        name = module.get("name", "edgeAgent" if kind == "system" else "m")
        groups.setdefault(_GROUPS[kind], {})[name] = _module(module, alone=False)
    return groups


def _module(members: Mapping[str, Any], alone: bool = True) -> dict[str, Any]:
    """Return the members of a module, createOptions in its settings; `alone` lets them stay without."""
    kept = {key: value for key, value in members.items() if key not in ("name", "kind")}
    if _OPTIONS not in kept or (alone and set(kept) == {_OPTIONS}):
        return kept
    options = kept.pop(_OPTIONS)
    return {**kept, "settings": {**kept.get("settings", {}), _OPTIONS: options}}


def _desired(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return credentials, routes and twins where a manifest has them."""
    twins = dict(data.get("twins", {}))
    if "routes" in data:
        twins["$edgeHub"] = {"routes": data["routes"], **twins.get("$edgeHub", {})}
    runtime = {"runtime": {"settings": {_CREDENTIALS: data[_CREDENTIALS]}}} if _CREDENTIALS in data else {}
    return {**runtime, **{name: {"properties.desired": twin} for name, twin in twins.items()}}


def json_lines(value: Any, room: int, name: str = "", *, spread: bool = False) -> list[str]:
    """Return a value as lines: in one where there is room for it, else with a line or more for each of its parts."""
    whole = json.dumps(value, ensure_ascii=False)
    fits = len(name + whole) <= room and not (spread and _holds_object(value))
    if fits or not isinstance(value, dict | list) or not value:
        return [name + whole]
    named = value.items() if isinstance(value, dict) else [(None, part) for part in value]
    parts = [json_lines(part, room - len(_INDENT), _name(key), spread=spread) for key, part in named]
    rows = [[*part[:-1], f"{part[-1]},"] for part in parts[:-1]] + parts[-1:]
    return [name + whole[0], *(_INDENT + row for part in rows for row in part), whole[-1]]


def _holds_object(value: Any) -> bool:
    return isinstance(value, dict) and any(isinstance(member, dict) for member in value.values())


def _name(key: str | None) -> str:
    return "" if key is None else f"{json.dumps(key, ensure_ascii=False)}: "
