"""The steps of a fix as operations on places: what is removed, added or rewritten where."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from edgelint import docker_options
from edgelint.conditions import Context, resolve
from edgelint.nodes import Path
from edgelint.rules import Fix
from edgelint.scope import Hit, Scope
from edgelint.templates import fill, value
from edgelint.text import Span
from edgelint.views import Place


class Operation(NamedTuple):
    """One change: `kind` is remove, add, append, replace, rename or rewrite, at a place that the view's text has.

    The kinds compose-add and compose-append add to createOptions that say nothing yet, at the place of their text.
    `below` are the keys from there on to what is added; `value` is what is new (of rename the key, of rewrite the text of
    the part); `span` is the part, in characters of the decoded string; `prune` lets emptied parents go too.
    """

    kind: str
    place: Place
    below: Path = ()
    value: Any = None
    span: Span | None = None
    prune: bool = False


class NoPlaceError(Exception):
    """A fix that cannot be made here: a value that it needs is absent, or something stands in its way."""


def operations(fix: Fix, context: Context) -> tuple[Operation, ...]:
    """Return the operations of a fix; raises NoPlaceError."""
    try:
        return tuple(operation for step in fix.steps for operation in _STEPS[step["step"]](step, context))
    except KeyError as error:
        raise NoPlaceError(str(error)) from None


def _remove(step: dict[str, Any], context: Context) -> Iterator[Operation]:
    for hit in _hits(step, context):
        yield Operation("remove", hit.mark(None), prune=step.get("prune") == "empty-parents")


def _replace(step: dict[str, Any], context: Context) -> Iterator[Operation]:
    for hit in _hits(step, context):
        yield Operation("replace", hit.mark(None), value=filled(step["value"], context.lookup))


def _rename(step: dict[str, Any], context: Context) -> Iterator[Operation]:
    for hit in _hits(step, context):
        yield Operation("rename", hit.mark("key"), value=fill(step["to"], context.lookup))


def _rewrite(step: dict[str, Any], context: Context) -> Iterator[Operation]:
    text = fill(step["with"], context.lookup)
    for hit in _hits(step, context):
        place = hit.mark(step["part"])
        kind = "rename" if place.mark == "key" else "rewrite"
        yield Operation(kind, place, value=text, span=place.span)


def _substitute(step: dict[str, Any], context: Context) -> Iterator[Operation]:
    """Replace a text wherever it stands in the strings of the module."""
    old, new = fill(step["text"], context.lookup), fill(step["with"], context.lookup)
    for hit in context.root.strings():
        start = hit.value["text"].find(old)
        while start >= 0:
            span = Span(start, start + len(old))
            yield Operation("rewrite", hit.mark(None)._replace(mark="part", span=span), value=new, span=span)
            start = hit.value["text"].find(old, span.end)


def _add(step: dict[str, Any], context: Context) -> Iterator[Operation]:
    yield _addition("add", step, context, dict)


def _append(step: dict[str, Any], context: Context) -> Iterator[Operation]:
    yield _addition("append", step, context, list)


def _addition(kind: str, step: dict[str, Any], context: Context, last: type) -> Operation:
    path = tuple(fill(name, context.lookup) for name in step["to"])
    place, below = _nearest(context.root, path, last)
    if path[0] == "createOptions" and _says_nothing(context.root):
        kind, place, below = f"compose-{kind}", context.root.place(path[:1]), _spelled(path, 1)
    return Operation(kind, place, below, filled(step["value"], context.lookup))


_STEPS: dict[str, Callable[[dict[str, Any], Context], Iterator[Operation]]] = {
    "remove": _remove,
    "replace": _replace,
    "rename": _rename,
    "rewrite": _rewrite,
    "substitute": _substitute,
    "add": _add,
    "append": _append,
}


def filled(template: Any, lookup: Callable[[str], Any]) -> Any:
    """Return a value with its captures filled; a member `'Key?'` is left out where its value is absent or false."""
    if isinstance(template, list):
        return [filled(item, lookup) for item in template]
    if not isinstance(template, dict):
        return value(template, lookup)
    members = {}
    for key, item in template.items():
        if not key.endswith("?"):
            members[key] = filled(item, lookup)
        elif (found := _optional(item, lookup)) is not None and found is not False:
            members[key[:-1]] = found
    return members


def _optional(template: Any, lookup: Callable[[str], Any]) -> Any:
    try:
        return filled(template, lookup)
    except KeyError:
        return None


def _hits(step: dict[str, Any], context: Context) -> list[Hit]:
    hits = resolve(step["at"], context)
    if not hits:
        raise NoPlaceError("there is nothing to change")
    return hits


def _nearest(scope: Scope, path: tuple[str, ...], last: type) -> tuple[Place, Path]:
    """Return the place of the deepest part of a path that is there, and the keys below it."""
    data: Any = scope.data
    for found, step in enumerate(path):
        if not isinstance(data, dict):
            raise NoPlaceError("something else stands there")
        if step not in data:
            return scope.place(path[:found]), _spelled(path, found)
        data = data[step]
    if last is list and not isinstance(data, list):
        raise NoPlaceError("something else stands there")
    return scope.place(path), ()


def _says_nothing(scope: Scope) -> bool:
    """Tell whether the module has no createOptions, so that a text has to be made of what is added to them."""
    options = scope.module.options if scope.module else None
    if options is None or options.state != "none":
        return False
    if options.form == "chunks":
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
