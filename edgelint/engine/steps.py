"""The steps of a fix, as a rule file writes them, as operations on places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from edgelint.editing.operations import NoPlaceError, Operation, UnfitValueError
from edgelint.engine.additions import add, append
from edgelint.engine.context import Context, resolve
from edgelint.engine.renaming import named_places, unfit
from edgelint.engine.scope import Hit
from edgelint.expressions.templates import fill, filled
from edgelint.json_text.compaction import compact
from edgelint.json_text.nodes import node_at
from edgelint.json_text.text import Span
from edgelint.json_text.views import Place
from edgelint.rule_files.rules import Fix


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


def _chunk(step: dict[str, Any], context: Context) -> Iterator[Operation]:
    for hit in _hits(step, context):
        place = hit.mark(None)
        if place.path or not place.view.strings:
            raise NoPlaceError("it is no text in a string")
        yield Operation("chunk", place)


def _stringify(step: dict[str, Any], context: Context) -> Iterator[Operation]:
    for hit in _hits(step, context):
        place = hit.mark(None)
        yield Operation("stringify", place, value=_strict_object(place))


def _unwrap(step: dict[str, Any], context: Context) -> Iterator[Operation]:
    for hit in _hits(step, context):
        place = hit.mark(None)
        _strict_object(place._replace(path=place.path[:-1]))
        yield Operation("unwrap", place)


def _strict_object(place: Place) -> str:
    """Return the text of an object without blanks; raises NoPlaceError for what is none, or is not read alike by all."""
    node = node_at(place.view.tree, place.path)
    text = compact(place.view.text[node.span.start : node.span.end]) if node and node.kind == "object" else None
    if text is None:
        raise NoPlaceError("it is no object in strict JSON")
    return text


def _rename_module(step: dict[str, Any], context: Context) -> Iterator[Operation]:
    """Rename a module wherever the manifest names it; two modules that are renamed at once must not get one name."""
    new, scope = fill(step["to"], context.lookup), context.root.whole
    place = (_hits(step, context)[0] if "at" in step else context.subject).mark(None)
    module = scope.manifest.module_at(place)
    places = named_places(scope, module) if module is not None and module.name and module.kind == "user" else []
    if module is None or not places:
        raise NoPlaceError("there is nothing to rename")
    if reason := unfit(scope.manifest, module, new):
        raise UnfitValueError(reason)
    yield Operation("claim", scope.manifest.origin.place, value=(new, module.name))
    for found in places:
        yield Operation("rename" if found.mark == "key" else "rewrite", found, value=new, span=found.span)


def _hits(step: dict[str, Any], context: Context) -> list[Hit]:
    hits = resolve(step["at"], context)
    if not hits:
        raise NoPlaceError("there is nothing to change")
    return hits


_STEPS: dict[str, Callable[[dict[str, Any], Context], Iterator[Operation]]] = {
    "remove": _remove,
    "replace": _replace,
    "rename": _rename,
    "rewrite": _rewrite,
    "substitute": _substitute,
    "chunk": _chunk,
    "stringify": _stringify,
    "unwrap": _unwrap,
    "rename-module": _rename_module,
    "add": add,
    "append": append,
}
