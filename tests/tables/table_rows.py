"""Rows of tables with the characters that they point at, for the tests of the tables."""

import json
from typing import Any, NamedTuple

from edgelint.json_text.reading import read
from edgelint.json_text.views import Place, inner_span
from edgelint.manifests.manifest import Manifest, read_manifests
from edgelint.tables import TABLES, Row


class Seen(NamedTuple):
    """The fields of a row, and what is written at its place and at its parts."""

    fields: dict[str, Any]
    text: str
    parts: dict[str, str]


def bare(**options: Any) -> str:
    """Return createOptions alone, with an empty k8s-experimental where none is given, so that they are known as such."""
    return json.dumps({"k8s-experimental": {}, **options}, ensure_ascii=False)


def host(**options: Any) -> str:
    """Return createOptions that hold a HostConfig alone."""
    return json.dumps({"HostConfig": options}, ensure_ascii=False)


def deployment(
    modules: dict[str, Any], *, system: dict[str, Any] | None = None, content: dict[str, Any] | None = None
) -> str:
    """Return a deployment of modules; `content` stands beside $edgeAgent."""
    agent = {"properties.desired": {"systemModules": system or {}, "modules": modules}}
    return json.dumps({"modulesContent": {"$edgeAgent": agent, **(content or {})}}, ensure_ascii=False)


def module(options: Any = None, image: str = "i", **members: Any) -> dict[str, Any]:
    """Return a module; `options` that are no text become one."""
    text = options if isinstance(options, str) else json.dumps(options or {})
    return {"settings": {"image": image, "createOptions": text}, **members}


def rows(table: str, text: str) -> list[Row]:
    """Return the rows of a table for all manifests of a text."""
    found = read_manifests(text, read(text), standard_input=True)
    return [row for manifest in found for row in _rows(table, manifest)]


def seen(table: str, text: str) -> list[Seen]:
    """Return the rows of a table with what is written where they point."""
    return [Seen(row.fields, written(row.place), _written(row)) for row in rows(table, text)]


def fields(table: str, text: str, *names: str) -> list[Any]:
    """Return one field, or a tuple of fields, of each row; None where it is absent."""
    found = [tuple(row.fields.get(name) for name in names) for row in rows(table, text)]
    return [values[0] if len(names) == 1 else values for values in found]


def written(place: Place) -> str:
    """Return the characters that a place marks, as its own view writes them."""
    span = inner_span(place)
    return place.view.text[span.start : span.end]


def _written(row: Row) -> dict[str, str]:
    return {name: written(place) for name, place in row.parts.items()}


def _rows(table: str, manifest: Manifest) -> list[Row]:
    made = TABLES[table]
    if made.of_module is not None:
        return [row for each in manifest.modules for row in made.of_module(manifest, each)]
    assert made.of_manifest is not None
    return list(made.of_manifest(manifest))
