"""Where the parts of an embedded fragment stand, known from embedding it: the engine's own locating is not asked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from edgelint.platforms import docker_options

Path = tuple[str | int, ...]


class _Unknown:
    """The value of what the runner cannot look into."""


UNKNOWN: Final = _Unknown()

_STEP = re.compile(r"""\.([^.\[\]'"\s]+)|\[(\d+)\]|\['([^']*)'\]|\["([^"]*)"\]""")


class Stand(NamedTuple):
    """Where a part of a fragment stands in the file: its path, its key (without dots), its value as written.

    `inside` where the value is the text of a string; `option` is the create option that the value is, so that Docker
    keys are found in any spelling, None where keys stand as they are.
    """

    path: Path
    key: str | None
    value: Any
    inside: bool = False
    option: str | None = None


class Spot(NamedTuple):
    """What stands at a place of an example: its JSON Pointer, its key, its value.

    `inside` where it stands in a text inside a string; None, and no pointer, for an example that is a whole file.
    """

    pointer: str | None
    key: str | None
    value: Any
    inside: bool | None


def parse_place(at: str) -> Path:
    """Return the steps of a simple path such as `$.a['b'].c[0]`; raises ValueError for any other."""
    steps: list[str | int] = []
    end = 1
    while end < len(at):
        step = _STEP.match(at, end)
        if step is None:
            break
        steps.append(int(step[2]) if step[2] else next(name for name in step.groups() if name is not None))
        end = step.end()
    if not at.startswith("$") or end < len(at):
        raise ValueError(f"{at} is no simple path")
    return tuple(steps)


def find_spot(stands: Mapping[Path, Stand], path: Path) -> Spot:
    """Return what stands at a path of the normalised manifest; raises LookupError where nothing does."""
    for length in range(len(path), -1, -1):
        stand = stands.get(path[:length])
        if stand is not None:
            return _walk(stand, path[length:])
    raise LookupError("nothing stands there")


def _walk(stand: Stand, steps: Path) -> Spot:
    if steps and isinstance(stand.value, str) and stand.option == "":
        return Spot(pointer(stand.path + steps), None, UNKNOWN, True)
    path, value, option = stand.path, stand.value, stand.option
    for step in steps:
        written = _written(value, step, option)
        path, value = (*path, written), value[written]
        option = None if option is None else _below(option, step)
    key = path[-1] if steps else stand.key
    return Spot(pointer(path), key if isinstance(key, str) else None, value, stand.inside)


def _below(option: str, step: str | int) -> str:
    if isinstance(step, int):
        return docker_options.items(option)
    return docker_options.child(option, docker_options.spelling(option, step))


def _written(value: Any, step: str | int, option: str | None) -> Any:
    """Return a step as the value spells it; raises LookupError."""
    if isinstance(step, int):
        if isinstance(value, list) and step < len(value):
            return step
    elif isinstance(value, dict):
        if step in value:
            return step
        if option is not None:
            return _spelled(value, step, option)
    raise LookupError(f"nothing stands at {step}")


def _spelled(value: dict[str, Any], step: str, option: str) -> str:
    wanted = docker_options.spelling(option, step)
    for key in value:
        if docker_options.spelling(option, key) == wanted:
            return key
    raise LookupError(f"nothing stands at {step}")


def pointer(path: Path) -> str:
    """Return a path as JSON Pointer (RFC 6901)."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)
