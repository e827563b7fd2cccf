"""Rows: what a table says about one thing of a manifest, and where that thing stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from edgelint.json_text.nodes import Step
from edgelint.json_text.text import Span
from edgelint.json_text.views import Place
from edgelint.manifests.manifest import Manifest, Module


class Row(NamedTuple):
    """Fields that rules select by (plain JSON data, absent where unknown), the row's place, those of its parts."""

    fields: dict[str, Any]
    place: Place
    parts: Mapping[str, Place] = {}


class Table(NamedTuple):
    """A table for rule authors: what a row is, what each column means and where that comes from, what can be marked.

    Exactly one of `of_module` and `of_manifest` makes the rows.
    """

    name: str
    summary: str
    columns: Mapping[str, str]
    parts: Mapping[str, str]
    of_module: Callable[[Manifest, Module], Iterable[Row]] | None = None
    of_manifest: Callable[[Manifest], Iterable[Row]] | None = None


def fields(**values: Any) -> dict[str, Any]:
    """Return the fields of a row; what is None is absent."""
    return {name: value for name, value in values.items() if value is not None}


def below(place: Place, *steps: Step) -> Place:
    """Return the place at some steps below another, as they are written in the text."""
    return place._replace(path=place.path + steps)


def key(place: Place) -> Place:
    """Return the key of the member at a place."""
    return place._replace(mark="key", span=None)


def part(place: Place, start: int, end: int) -> Place:
    """Return a part of the string at a place: characters of its decoded value, from 0."""
    return place._replace(mark="part", span=Span(start, end))


def options(module: Module, *path: str) -> Any:
    """Return what stands at a path of the module's createOptions, or None."""
    value = module.data.get("createOptions")
    for step in path:
        value = value.get(step) if isinstance(value, dict) else None
    return value


def place_of(module: Module, *path: Step) -> Place:
    """Return the place of a path of the module's createOptions."""
    return module.origin.resolve(("createOptions", *path))
