"""The routes of edgeHub and the modules that they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from edgelint.json_text.nodes import Path
from edgelint.manifests.manifest import Manifest
from edgelint.suggestions import nearest
from edgelint.tables.rows import Row, Table, fields, part

# Grammar of routes: FROM <source> WHERE <condition> INTO <sink> (IoT Edge documentation, module composition).
_REFERENCES = (
    ("from", r"(?i:\bFROM)\s+/(?i:messages)/(?i:modules)/([^/\s*]+)"),
    ("into", r"""(?i:BrokeredEndpoint)\(\s*["'](?:/)?(?i:modules)/([^/"'\s]+)"""),
    ("where", r"""\$(?i:connectionModuleId)\s*(?:=|!=|<>)\s*["']([^"']+)["']"""),
    ("where", r"""["']([^"']+)["']\s*(?:=|!=|<>)\s*\$(?i:connectionModuleId)\b"""),
)


def _rows(manifest: Manifest) -> Iterator[Row]:
    names = {module.name for module in manifest.modules if module.name is not None}
    for name, value in manifest.data["routes"].items():
        path, text = _text(value, ("routes", name))
        if text is None:
            continue
        place = manifest.origin.resolve(path)
        found = False
        for role, pattern in _REFERENCES:
            for match in re.finditer(pattern, text):
                found = True
                target = match[1]
                row = fields(name=name, text=text, role=role, target=target, known=target in names)
                row |= fields(similar=None if target in names else _similar(target, names))
                yield Row(row, place, {"target": part(place, *match.span(1))})
        if not found:
            yield Row(fields(name=name, text=text), place)


def _similar(target: str, names: set[str]) -> str | None:
    """Return the name that is most likely meant; another number (camera1, camera2) makes another module."""
    return nearest(target, sorted(name for name in names if _digits(name) == _digits(target)))


def _digits(name: str) -> str:
    return "".join(character for character in name if character.isdigit())


def _text(value: Any, path: Path) -> tuple[Path, str | None]:
    if isinstance(value, dict):
        path, value = (*path, "route"), value.get("route")
    return path, value if isinstance(value, str) else None


ROUTES = Table(
    "routes",
    "One row for each module that a route names; one without a target for a route that names none.",
    {
        "name": "name of the route",
        "text": "the route",
        "role": "from, into or where ($connectionModuleId)",
        "target": "name of the module as written",
        "known": "whether the manifest holds that module",
        "similar": "where it does not: the name of the module that is most likely meant, where one is near",
    },
    {"target": "the name of the module"},
    of_manifest=_rows,
)
