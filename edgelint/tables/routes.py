"""The routes of edgeHub and the modules that they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from edgelint.manifest import Manifest
from edgelint.nodes import Path
from edgelint.tables.rows import Row, Table, fields, part

# Grammar of routes: FROM <source> WHERE <condition> INTO <sink> (IoT Edge documentation, module composition).
_REFERENCES = (
    ("from", r"(?i:\bFROM)\s+/(?i:messages)/(?i:modules)/([^/\s*]+)"),
    ("into", r"""(?i:BrokeredEndpoint)\(\s*["'](?:/)?(?i:modules)/([^/"'\s]+)"""),
    ("where", r"""\$(?i:connectionModuleId)\s*=\s*["']([^"']+)["']"""),
)


def _rows(manifest: Manifest) -> Iterator[Row]:
    names = {module.name for module in manifest.modules}
    for name, value in manifest.data["routes"].items():
        path, text = _text(value, ("routes", name))
        if text is None:
            continue
        place = manifest.origin.resolve(path)
        found = False
        for role, pattern in _REFERENCES:
            for match in re.finditer(pattern, text):
                found = True
                row = fields(name=name, text=text, role=role, target=match[1], known=match[1] in names)
                yield Row(row, place, {"target": part(place, *match.span(1))})
        if not found:
            yield Row(fields(name=name, text=text), place)


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
    },
    {"target": "the name of the module"},
    of_manifest=_rows,
)
