"""Dotted keys of layered manifests, spread out to the objects that they stand for."""

from __future__ import annotations

from typing import Any

from edgelint.json_text.nodes import Path
from edgelint.json_text.views import Origin, Place

_DESIRED = "properties.desired"


def desired(section: Any, place: Place) -> tuple[dict[str, Any], Origin]:
    """Return the desired properties of `$edgeAgent`, `$edgeHub` or a module's twin, dotted keys spread out.

    Twin keys hold no dot (IoT Hub), so a dot always parts two keys. Base keys and dotted keys may stand together.
    """
    data: dict[str, Any] = {}
    moved: dict[Path, Any] = {}
    if isinstance(section, dict):
        for key, value in section.items():
            if key == _DESIRED or key.startswith(_DESIRED + "."):
                steps = tuple(key.split(".")[2:])
                _put(data, moved, steps, value, place._replace(path=(*place.path, key)))
    return data, Origin(place._replace(path=(*place.path, _DESIRED)), moved)


def below(origin: Origin, path: Path) -> Origin:
    """Return the origin of what stands at a path of `origin`."""
    moved = {where[len(path) :]: item for where, item in origin.moved.items() if where[: len(path)] == path != where}
    return Origin(origin.resolve(path), moved)


def _put(data: dict[str, Any], moved: dict[Path, Any], steps: tuple[str, ...], value: Any, place: Place) -> None:
    target = data
    for step in steps[:-1]:
        inner = target.get(step)
        target[step] = dict(inner) if isinstance(inner, dict) else {}
        target = target[step]
    known = target.get(steps[-1]) if steps else data
    if isinstance(known, dict) and isinstance(value, dict):
        for key, item in value.items():
            _put(data, moved, (*steps, key), item, place._replace(path=(*place.path, key)))
    elif steps:
        target[steps[-1]] = value
        if isinstance(known, dict):
            _forget(moved, steps)
        moved[steps] = Origin(place, {})


def _forget(moved: dict[Path, Any], path: Path) -> None:
    for where in [where for where in moved if where[: len(path)] == path]:
        del moved[where]
