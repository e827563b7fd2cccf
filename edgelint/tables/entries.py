"""The items of the lists of createOptions that the agent goes through one by one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edgelint.json_text.placeholders import has_placeholder
from edgelint.json_text.views import Place
from edgelint.manifests.manifest import Manifest, Module
from edgelint.manifests.typed_options import is_null
from edgelint.platforms import docker_options
from edgelint.tables.described import described
from edgelint.tables.port_ranges import read_key
from edgelint.tables.rows import Row, Table, fields, options, place_of

_LISTS = (
    ("HostConfig", "Binds"),
    ("HostConfig", "Mounts"),
    ("Env",),
    (docker_options.KUBERNETES_SECTION, "volumes"),
)
_PORTS = ("HostConfig", "PortBindings")
_OF_TEXTS = ("Binds", "Env")


def _rows(_manifest: Manifest, module: Module) -> Iterator[Row]:
    for path in _LISTS:
        yield from _entries(module, path[-1], path)
    ports = options(module, *_PORTS)
    for key in ports if isinstance(ports, dict) else ():
        if has_placeholder(key) or read_key(key) is not None:
            yield from _entries(module, _PORTS[-1], (*_PORTS, key))


def _entries(module: Module, name: str, path: tuple[str, ...]) -> Iterator[Row]:
    items: Any = options(module, *path)
    found = [
        (item, place_of(module, *path, index)) for index, item in enumerate(items if isinstance(items, list) else ())
    ]
    nulls = [_is_null(name, item, place) for item, place in found]
    for (item, place), null in zip(found, nulls, strict=True):
        alone = all(nulls) if null else None
        yield Row(fields(module=module.name, list=name, null=null, found=described(item), alone=alone), place)


def _is_null(name: str, item: Any, place: Place) -> bool:
    """Tell whether an item is read as null; an empty text is where no text is wanted."""
    text = name in _OF_TEXTS
    return is_null(place, text=text) if item is None else item == "" and not text


ENTRIES = Table(
    "entries",
    "One row for each item of the lists that the agent goes through: HostConfig.Binds, HostConfig.Mounts, Env, "
    "k8s-experimental.volumes and the lists of HostConfig.PortBindings, those of keys that it drops left out.",
    {
        "module": "name of the module, absent for bare options",
        "list": "Binds, Mounts, Env, volumes or PortBindings",
        "null": "whether the agent reads the item as null: null and, in a list of objects, an empty text",
        "found": "what stands there, in words",
        "alone": "of a null: whether the list holds nothing else",
    },
    {},
    of_module=_rows,
)
