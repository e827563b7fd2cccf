"""Fragments of manifests, as examples write them, completed to what a whole manifest holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from edgelint.testing.places import Path

_WHOLE = ("modules", "routes", "registryCredentials", "twins")
_OPTION_KEY = re.compile(r"createoptions", re.IGNORECASE)
_BASIC = {"type": "docker", "status": "running", "restartPolicy": "always"}
_HUB_PORTS = {f"{port}/tcp": [{"HostPort": str(port)}] for port in (443, 5671, 8883)}


class _Absent:
    """Stands for createOptions that a module does not have."""


ABSENT: Final = _Absent()


class ExampleModule(NamedTuple):
    """A module of an example: completed members, its settings without the createOptions, and those (or ABSENT)."""

    name: str
    kind: str
    members: dict[str, Any]
    settings: Any
    options: Any


class Fragment(NamedTuple):
    """A fragment of a manifest; `start` is the path at which its places start, () for a fragment of the whole manifest.

    `bare` where it is nothing but the createOptions of one module.
    """

    modules: tuple[ExampleModule, ...]
    routes: Mapping[str, Any]
    credentials: Mapping[str, Any]
    twins: Mapping[str, Any]
    start: Path
    bare: bool

    def path(self, steps: Path) -> Path:
        """Return the path from the manifest of a place of the example."""
        return steps if steps[:1] and steps[0] in _WHOLE else self.start + steps


def read_fragment(data: Mapping[str, Any]) -> Fragment:
    """Return a fragment; raises ValueError for one that is no part of a manifest."""
    data = {**data, **_nested(data, "manifest", _WHOLE)}
    members = {key: value for key, value in data.items() if key not in (*_WHOLE, "manifest", "module")}
    members |= _nested(data, "module")
    whole = members == {} and "module" not in data
    own = () if whole and any(key in data for key in _WHOLE) else (_module(_own_name(members), members),)
    named = tuple(_module(name, {**module, "name": name}) for name, module in data.get("modules", {}).items())
    start: Path = ("modules", own[0].name) if own else ()
    bare = set(members) == {"createOptions"} and not any(key in data for key in _WHOLE)
    credentials = data.get("registryCredentials", {})
    return Fragment(own + named, data.get("routes", {}), credentials, data.get("twins", {}), start, bare)


def missing_system_modules(modules: tuple[ExampleModule, ...]) -> tuple[ExampleModule, ...]:
    """Return the system modules that a manifest has beside these modules."""
    given = {module.name for module in modules if module.kind == "system"}
    return tuple(module for module in _SYSTEM if module.name not in given)


def _nested(data: Mapping[str, Any], key: str, known: tuple[str, ...] = ()) -> dict[str, Any]:
    members = data.get(key, {})
    if not isinstance(members, dict):
        raise ValueError(f"{key} must be a mapping")
    for member in members if known else ():
        if member not in known:
            raise ValueError(f"{key} takes {', '.join(known)}, not {member}")
    return members


def _own_name(members: Mapping[str, Any]) -> str:
    name = members.get("name", "edgeAgent" if members.get("kind") == "system" else "m")
    if not isinstance(name, str):
        raise ValueError("the name of a module must be text")
    return name


def _module(name: str, given: Mapping[str, Any]) -> ExampleModule:
    kind = given.get("kind", "user")
    members = {key: value for key, value in given.items() if key not in ("name", "kind", "settings", "createOptions")}
    basic = {"version": "1.0", **_BASIC} if kind == "user" else _BASIC
    settings = given.get("settings", {})
    if isinstance(settings, dict):
        settings = {"image": _image(name, kind), **settings}
    options = given.get("createOptions", ABSENT)
    if options is ABSENT and isinstance(settings, dict) and _option_keys(settings) == ["createOptions"]:
        options = settings.pop("createOptions")
    return ExampleModule(name, kind, {**basic, **members}, settings, options)


def _option_keys(settings: Mapping[str, Any]) -> list[str]:
    return [key for key in settings if _OPTION_KEY.search(key)]


def _image(name: str, kind: str) -> str:
    if kind == "system":
        return f"mcr.microsoft.com/azureiotedge-{name.lower().removeprefix('edge')}:1.0.10"
    return "example.azurecr.io/module:1.0.0"


_SYSTEM = (
    _module("edgeAgent", {"kind": "system"}),
    _module("edgeHub", {"kind": "system", "createOptions": {"HostConfig": {"PortBindings": _HUB_PORTS}}}),
)
