"""The volumes that a module declares under k8s-experimental."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edgelint.expressions.templates import as_text
from edgelint.manifests.manifest import Manifest, Module
from edgelint.platforms import docker_options
from edgelint.platforms.runtime_types import is_nothing
from edgelint.tables import mount_members
from edgelint.tables.described import listed
from edgelint.tables.rows import Row, Table, fields, options, place_of

_LIST = (docker_options.KUBERNETES_SECTION, "volumes")
_LEVEL = f"{'.'.join(_LIST)}[].volume"


def _rows(_manifest: Manifest, module: Module) -> Iterator[Row]:
    entries = options(module, *_LIST)
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        volume = entry.get("volume") if isinstance(entry, dict) else None
        if isinstance(volume, dict):
            place = place_of(module, *_LIST, index, "volume")
            parts = {"name": place_of(module, *_LIST, index, "volume", "name")} if "name" in volume else {}
            yield Row(fields(module=module.name, **_columns(_as_read(module, index, volume))), place, parts)


def _as_read(module: Module, index: int, volume: dict[str, Any]) -> dict[str, Any]:
    path = (*_LIST, index, "volume")
    named = mount_members.read(volume, module, path, ("name",))
    return mount_members.read(named, module, path, [key for key in volume if key != "name"], text=False)


def _columns(volume: dict[str, Any]) -> dict[str, Any]:
    name = volume.get("name")
    given = [key for key, value in volume.items() if key != "name" and not is_nothing("object", value)]
    sources = [key for key in given if _is_read(key)]
    return {
        "name": None if name in (None, "") or isinstance(name, list | dict) else as_text(name),
        "nameless": name in (None, "") or None,
        "sources": listed(sources),
        "count": len(sources),
        "unknown": len(given) > len(sources) or None,
    }


def _is_read(key: str) -> bool:
    option = docker_options.options().get(docker_options.child(_LEVEL, key))
    return option is not None and option.kubernetes != "ignored"


VOLUMES = Table(
    "volumes",
    "One row for each volume of k8s-experimental.volumes.",
    {
        "module": "name of the module, absent for bare options",
        "name": "name as written; absent where there is none, and for a list or object",
        "nameless": "true where there is no name, null or an empty one; absent elsewhere",
        "sources": "the members that say where the volume comes from and are not null, such as emptyDir, in words",
        "count": "how many these are",
        "unknown": "true where there are members, not null, that no released agent reads; absent elsewhere",
    },
    {"name": "the name"},
    of_module=_rows,
)
