"""The devices that a module asks Docker for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from edgelint.manifests.manifest import Manifest, Module
from edgelint.tables.mounts import MOUNTS
from edgelint.tables.rows import Row, Table, fields, options, place_of

_FPGA = r"^/dev/catapult\d*"
_KEYS = {"host": "PathOnHost", "container": "PathInContainer"}
_ENDS = {"source": "host", "target": "container"}


def _rows(manifest: Manifest, module: Module) -> Iterator[Row]:
    rows = list(_uncounted(manifest, module))
    count = len({_device(row) for row in rows if row.fields["kind"] == "fpga"})
    for row in rows:
        yield row._replace(fields={**row.fields, "count": count}) if row.fields["kind"] == "fpga" else row


def _device(row: Row) -> Any:
    """Return the FPGA device of a row, whichever side names it."""
    host = row.fields.get("host")
    return host if host and re.search(_FPGA, host) else row.fields.get("container")


def _uncounted(manifest: Manifest, module: Module) -> Iterator[Row]:
    for index, device in _items(module, "Devices"):
        if isinstance(device, dict):
            host, container = device.get("PathOnHost"), device.get("PathInContainer")
            paths = _fields(module, "Devices", host) | fields(
                container=container if isinstance(container, str) else None
            )
            where = ("HostConfig", "Devices", index)
            parts = {part: place_of(module, *where, key) for part, key in _KEYS.items() if key in device}
            yield Row(paths | _kind(host, container), place_of(module, *where), parts)
    for name in ("DeviceRequests", "DeviceCgroupRules"):
        for index, _ in _items(module, name):
            yield Row(_fields(module, name, None) | _kind(), place_of(module, "HostConfig", name, index))
    assert MOUNTS.of_module is not None
    for row in MOUNTS.of_module(manifest, module):
        host = row.fields.get("source")
        if isinstance(host, str) and (row.fields["kind"] == "fpga-device" or host.startswith("/dev/")):
            found = _fields(module, row.fields["list"], host) | fields(container=row.fields.get("target"))
            parts = {_ENDS[part]: place for part, place in row.parts.items() if part in _ENDS}
            yield Row(found | _kind(host), row.place, parts)


def _items(module: Module, name: str) -> list[tuple[int, Any]]:
    value = options(module, "HostConfig", name)
    return list(enumerate(value)) if isinstance(value, list) else []


def _fields(module: Module, kind_of_list: str, host: Any) -> dict[str, Any]:
    return fields(module=module.name, list=kind_of_list, host=host if isinstance(host, str) else None)


def _kind(*paths: Any) -> dict[str, str]:
    fpga = any(isinstance(path, str) and re.search(_FPGA, path) for path in paths)
    return {"kind": "fpga" if fpga else "other"}


DEVICES = Table(
    "devices",
    "One row for each entry of HostConfig.Devices, DeviceRequests and DeviceCgroupRules and each mount from /dev.",
    {
        "module": "name of the module, absent for bare options",
        "list": "Devices, DeviceRequests, DeviceCgroupRules, Binds or Mounts",
        "kind": "fpga (/dev/catapult*, on either side) or other",
        "count": "number of different FPGA devices that the module asks for; of fpga only",
        "host": "path on the host as written",
        "container": "path in the container as written",
    },
    {"host": "the path on the host", "container": "the path in the container"},
    of_module=_rows,
)
