"""The ports of a module: PortBindings and ExposedPorts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from edgelint.kubernetes import InvalidPortKey, PortKey, parse_host_port, parse_port_key
from edgelint.manifest import Manifest, Module
from edgelint.placeholders import has_placeholder
from edgelint.tables.rows import Row, Table, fields, key, options, place_of

_RANGE = r"\s*(\d{1,5})\s*-\s*(\d{1,5})\s*"
_Range = tuple[int | None, int | None]


def _rows(_manifest: Manifest, module: Module) -> Iterator[Row]:
    yield from _exposed(module)
    yield from _bindings(module)


def _exposed(module: Module) -> Iterator[Row]:
    ports = options(module, "ExposedPorts")
    for name in ports if isinstance(ports, dict) else ():
        parsed = _port_key(name)
        row = _fields(module, "exposed", name, parsed) | fields(number=parsed.number if parsed else None)
        place = place_of(module, "ExposedPorts", name)
        yield Row(row, key(place), {"key": key(place)})


def _bindings(module: Module) -> Iterator[Row]:
    bindings = options(module, "HostConfig", "PortBindings")
    for name, entries in bindings.items() if isinstance(bindings, dict) else ():
        parsed = _port_key(name)
        items = enumerate(entries if isinstance(entries, list) else ())
        found = [(index, entry) for index, entry in items if isinstance(entry, dict)]
        where = ("HostConfig", "PortBindings", name)
        at_key = key(place_of(module, *where))
        if not found:
            yield Row(_fields(module, "unbound", name, parsed), at_key, {"key": at_key})
        for index, entry in found:
            inner = ("HostPort",) if "HostPort" in entry else ()
            place = place_of(module, *where, index, *inner)
            yield Row(_fields(module, "bound", name, parsed) | _host(entry), place, {"key": at_key, "host_port": place})


def _fields(module: Module, kind: str, name: str, parsed: PortKey | None) -> dict[str, Any]:
    first, last = (parsed.number, parsed.number) if parsed else _range(name.partition("/")[0])
    return fields(
        module=module.name,
        list=kind,
        key=name,
        container=parsed.number if parsed else None,
        container_first=first,
        container_last=last,
        protocol=parsed.protocol if parsed else None,
    )


def _host(entry: dict[str, Any]) -> dict[str, Any]:
    value = entry.get("HostPort")
    number = parse_host_port(value)
    first, last = (number, number) if number is not None else _range(value if isinstance(value, str) else "")
    return fields(
        number=number,
        text=str(value) if isinstance(value, str | int) and not isinstance(value, bool) else None,
        host_first=first,
        host_last=last,
        host_ip=entry.get("HostIp"),
    )


def _port_key(text: str) -> PortKey | None:
    if has_placeholder(text):
        return None
    try:
        return parse_port_key(text)
    except InvalidPortKey:
        return None


def _range(text: str) -> _Range:
    match = re.fullmatch(_RANGE, text)
    return (int(match[1]), int(match[2])) if match else (None, None)


PORTS = Table(
    "ports",
    "One row for each HostPort of HostConfig.PortBindings and each key of ExposedPorts.",
    {
        "module": "name of the module, absent for bare options",
        "list": "bound (an entry of PortBindings), unbound (a key of PortBindings without an entry) or exposed",
        "key": "key as written, such as 80/tcp",
        "container": "port in the container; absent where the agent drops the key (agent source, PortAndProtocol)",
        "container_first": "first port of the key, also where it is a range such as 8000-8010/tcp",
        "container_last": "last port of the key, also where it is a range",
        "protocol": "tcp, udp or sctp",
        "number": "port of the Service: HostPort, of exposed ports the container's; absent where the agent drops it",
        "text": "HostPort as text",
        "host_first": "first port of HostPort, also where it is a range",
        "host_last": "last port of HostPort, also where it is a range",
        "host_ip": "HostIp as written",
    },
    {"key": "the key", "host_port": "HostPort, or its entry where that has none"},
    of_module=_rows,
)
