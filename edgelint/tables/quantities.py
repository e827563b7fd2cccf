"""The amounts that the agent reads from k8s-experimental."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edgelint.manifest import Manifest, Module
from edgelint.placeholders import has_placeholder
from edgelint.quantities import read_amount
from edgelint.tables.resources import RESOURCES
from edgelint.tables.rows import Row, Table, fields, options, place_of

_SECTION = "k8s-experimental"


def _rows(manifest: Manifest, module: Module) -> Iterator[Row]:
    assert RESOURCES.of_module is not None
    for row in RESOURCES.of_module(manifest, module):
        if row.fields["list"] in ("limits", "requests"):
            found = {name: row.fields.get(name) for name in ("module", "list", "name", "value")}
            yield Row(fields(**found) | _read(found["value"]), row.place)
    yield from _size_limits(module)


def _size_limits(module: Module) -> Iterator[Row]:
    volumes = options(module, _SECTION, "volumes")
    for index, entry in enumerate(volumes if isinstance(volumes, list) else ()):
        volume = _object(entry, "volume")
        value = _object(volume, "emptyDir").get("sizeLimit")
        if value is not None:
            name = volume["name"] if isinstance(volume.get("name"), str) else None
            place = place_of(module, _SECTION, "volumes", index, "volume", "emptyDir", "sizeLimit")
            yield Row(fields(module=module.name, list="sizeLimit", name=name, value=value) | _read(value), place)


def _object(value: Any, key: str) -> dict[str, Any]:
    found = value.get(key) if isinstance(value, dict) else None
    return found if isinstance(found, dict) else {}


def _read(value: Any) -> dict[str, Any]:
    if isinstance(value, str) and has_placeholder(value):
        return {}
    return fields(**read_amount(value)._asdict())


QUANTITIES = Table(
    "quantities",
    "One row for each amount under k8s-experimental: of limits, requests and sizeLimit.",
    {
        "module": "name of the module, absent for bare options",
        "list": "limits, requests or sizeLimit (of an emptyDir volume, where it is not null)",
        "name": "name of the resource or of the volume as written",
        "value": "amount as written; absent for null",
        "form": "what the agent makes of it: quantity, blanks (it reads it without them), comma (it drops the comma), negative "
        "(it garbles the amount), null (it reads 0) or none (it stops the deployment); absent where it holds a placeholder",
        "read": "the amount that the agent reads, where form is blanks or comma",
    },
    {},
    of_module=_rows,
)
