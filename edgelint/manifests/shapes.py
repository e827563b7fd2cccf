"""Recognises the shapes of deployment manifests in plain data, and what only looks like one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from edgelint.json_text.nodes import Path

_WRAPPERS = ("modulesContent", "moduleContent")
_SECTIONS = ("$edgeAgent", "$edgeHub")
_DESIRED = "properties.desired"
_BARE_IN_A_FILE = ("hostconfig", "k8s-experimental")
_BARE = (*_BARE_IN_A_FILE, "env", "exposedports", "cmd", "entrypoint", "labels")
# What `docker inspect` prints beside HostConfig, and what holds modules.
_NOT_BARE = ("config", "state", "networksettings", "modulescontent", "modulecontent")


class Shape(NamedTuple):
    """A manifest found in a document: `kind` is modules (keyed by module), twin (desired properties) or bare."""

    kind: str
    path: Path


def find_shapes(data: Any, *, standard_input: bool = False) -> list[Shape]:
    """Return the manifests in a document, outermost first; one manifest is not looked for inside another.

    A bare createOptions object needs HostConfig or k8s-experimental at its root, on standard input one of the other
    common members is enough.
    """
    found = list(_search(data, ()))
    if not found and isinstance(data, dict) and _is_bare(data, _BARE if standard_input else _BARE_IN_A_FILE):
        found = [Shape("bare", ())]
    return found


def mentions_manifest(text: str) -> bool:
    """Tell whether a text that cannot be parsed was meant as a manifest."""
    return any(word in text for word in _WRAPPERS) or ("$edgeAgent" in text and _DESIRED in text)


def _search(data: Any, path: Path) -> Iterator[Shape]:
    if isinstance(data, list):
        for index, item in enumerate(data):
            yield from _search(item, (*path, index))
    if not isinstance(data, dict):
        return
    own = list(_own_shapes(data, path))
    yield from own
    taken = {shape.path[len(path)] if len(shape.path) > len(path) else None for shape in own}
    if None in taken:
        return
    for key, value in data.items():
        if key not in taken:
            yield from _search(value, (*path, key))


def _own_shapes(data: dict[str, Any], path: Path) -> Iterator[Shape]:
    for key in _WRAPPERS:
        if _is_content(data.get(key)):
            yield Shape("modules", (*path, key))
    if any(key in data for key in _WRAPPERS):
        return
    if _is_content(data) and any(_is_section(data.get(section)) for section in _SECTIONS):
        yield Shape("modules", path)
    elif _is_desired(data.get(_DESIRED)):
        yield Shape("twin", (*path, _DESIRED))
    elif _is_desired(data.get("desired")):
        yield Shape("twin", (*path, "desired"))
    elif _is_desired(data) and (not path or _is_configuration(data, path)):
        yield Shape("twin", path)


def _is_content(value: Any) -> bool:
    """Tell whether an object is keyed by module: it holds a runtime section or some module's desired properties."""
    if not isinstance(value, dict):
        return False
    return any(isinstance(value.get(section), dict) for section in _SECTIONS) or any(map(_is_section, value.values()))


def _is_section(value: Any) -> bool:
    return isinstance(value, dict) and any(key.startswith(_DESIRED) for key in value)


def _is_desired(value: Any) -> bool:
    """Tell whether an object is the desired properties of edgeAgent: modules that each have settings with an image."""
    if not isinstance(value, dict):
        return False
    modules = [value.get(key) for key in ("modules", "systemModules")]
    found = [module for group in modules if isinstance(group, dict) for module in group.values()]
    return any(_is_module(module) for module in found)


def _is_configuration(value: dict[str, Any], path: Path) -> bool:
    """Tell whether desired properties that stand bare inside a document are meant, not what a device reported."""
    return path[-1] != "reported" and isinstance(value.get("runtime"), dict)


def _is_module(value: Any) -> bool:
    settings = value.get("settings") if isinstance(value, dict) else None
    return isinstance(settings, dict) and isinstance(settings.get("image"), str)


def _is_bare(data: dict[str, Any], names: tuple[str, ...]) -> bool:
    found = {key.lower(): value for key, value in data.items()}
    if any(isinstance(found.get(name), dict) for name in _NOT_BARE):
        return False
    containers = [found[name] for name in names if name in found]
    if names == _BARE_IN_A_FILE:
        return any(isinstance(value, dict) for value in containers)
    return any(isinstance(value, dict | list | str) for value in containers)
