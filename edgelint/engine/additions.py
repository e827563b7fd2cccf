"""The steps `add` and `append`: where what is new goes, and how its keys are spelled there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edgelint.editing.operations import NoPlaceError, Operation
from edgelint.engine.context import Context
from edgelint.engine.scope import Scope
from edgelint.expressions.templates import fill, filled
from edgelint.json_text.nodes import Path
from edgelint.json_text.views import Place
from edgelint.manifests.manifest import Module
from edgelint.platforms import docker_options


def add(step: dict[str, Any], context: Context) -> Iterator[Operation]:
    """Yield the operation that adds a member with all that is missing around it; raises NoPlaceError and KeyError."""
    yield _addition("add", step, context, dict)


def append(step: dict[str, Any], context: Context) -> Iterator[Operation]:
    """Yield the operation that adds an item to a list; raises NoPlaceError and KeyError."""
    yield _addition("append", step, context, list)


def _addition(kind: str, step: dict[str, Any], context: Context, last: type) -> Operation:
    path = tuple(fill(name, context.lookup) for name in step["to"])
    place, below = _nearest(context.root, path, last)
    module, depth = _module_of(context.root, path)
    if path[depth : depth + 1] == ("createOptions",) and _says_nothing(module):
        kind, place = f"compose-{kind}", context.root.place(path[: depth + 1])
        below = _spelled(path[depth:], 1)
    return Operation(kind, place, below, filled(step["value"], context.lookup))


def _nearest(scope: Scope, path: tuple[str, ...], last: type) -> tuple[Place, Path]:
    """Return the place of the deepest part of a path that is there, and the keys below it; null is absent."""
    data: Any = scope.data
    for found, step in enumerate(path):
        if not isinstance(data, dict):
            raise NoPlaceError("something else stands there")
        if step not in data:
            return scope.place(path[:found]), _spelled(path, found)
        data = data[step]
        if data is None:
            null = scope.place(path[: found + 1])
            return null._replace(path=null.path[:-1]), (null.path[-1], *_spelled(path, found + 1))
    if last is list and not isinstance(data, list):
        raise NoPlaceError("something else stands there")
    return scope.place(path), ()


def _module_of(scope: Scope, path: tuple[str, ...]) -> tuple[Module | None, int]:
    """Return the module that a path leads into, and how many steps lead there."""
    if scope.module is not None or path[:1] != ("modules",):
        return scope.module, 0
    return next((module for module in scope.manifest.modules if module.name == path[1]), None), 2


def _says_nothing(module: Module | None) -> bool:
    """Tell whether a module has no createOptions, so that a text has to be made of what is added to them."""
    if module is None or module.options.state != "none":
        return False
    if module.options.form in ("chunks", "joined"):
        raise NoPlaceError("nobody chunks a text without content")
    return True


def _spelled(path: tuple[str, ...], found: int) -> Path:
    """Return the rest of a path; what is added to createOptions is spelled as Docker spells it."""
    if path[:1] != ("createOptions",):
        return path[found:]
    option, names = "", []
    for step in path[1:]:
        names.append(docker_options.spelling(option, step))
        option = docker_options.child(option, names[-1])
    return ("createOptions", *names)[found:]
