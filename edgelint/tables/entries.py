"""The items of the lists of createOptions that the agent goes through one by one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edgelint import docker_options
from edgelint.manifest import Manifest, Module
from edgelint.tables.rows import Row, Table, fields, options, place_of

_LISTS = (
    ("HostConfig", "Binds"),
    ("HostConfig", "Mounts"),
    ("Env",),
    (docker_options.KUBERNETES_SECTION, "volumes"),
)
_PORTS = ("HostConfig", "PortBindings")


def _rows(_manifest: Manifest, module: Module) -> Iterator[Row]:
    for path in _LISTS:
        yield from _entries(module, path[-1], path)
    ports = options(module, *_PORTS)
    for key in ports if isinstance(ports, dict) else ():
        yield from _entries(module, _PORTS[-1], (*_PORTS, key))


def _entries(module: Module, name: str, path: tuple[str, ...]) -> Iterator[Row]:
    items: Any = options(module, *path)
    for index, item in enumerate(items) if isinstance(items, list) else ():
        alone = all(other is None for other in items) if item is None else None
        row = fields(module=module.name, list=name, null=item is None, alone=alone)
        yield Row(row, place_of(module, *path, index))


ENTRIES = Table(
    "entries",
    "One row for each item of the lists that the agent goes through: HostConfig.Binds, HostConfig.Mounts, Env, "
    "k8s-experimental.volumes and the lists of HostConfig.PortBindings.",
    {
        "module": "name of the module, absent for bare options",
        "list": "Binds, Mounts, Env, volumes or PortBindings",
        "null": "whether the item is null",
        "alone": "of a null: whether the list holds nothing else",
    },
    {},
    of_module=_rows,
)
