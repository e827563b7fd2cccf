"""The ports of a module: PortBindings and ExposedPorts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edgelint.expressions.templates import as_text
from edgelint.json_text.placeholders import has_placeholder
from edgelint.json_text.views import Place
from edgelint.manifests.manifest import Manifest, Module
from edgelint.manifests.typed_options import is_null
from edgelint.platforms.kubernetes import parse_host_port
from edgelint.tables.port_ranges import mapped_ports, protocol_of_range, read_key, read_range, single_ports
from edgelint.tables.rows import Row, Table, fields, key, options, place_of


def _rows(_manifest: Manifest, module: Module) -> Iterator[Row]:
    yield from _exposed(module)
    yield from _bindings(module)


def _exposed(module: Module) -> Iterator[Row]:
    ports = options(module, "ExposedPorts")
    for name in ports if isinstance(ports, dict) else ():
        row = _of_key(module, "exposed", name)
        place = key(place_of(module, "ExposedPorts", name))
        more = fields(number=row.get("container"), expanded=single_ports(name, ports, lambda _: {}))
        yield Row(row | more, place, {"key": place})


def _bindings(module: Module) -> Iterator[Row]:
    bindings = options(module, "HostConfig", "PortBindings")
    for name, entries in bindings.items() if isinstance(bindings, dict) else ():
        items = enumerate(entries if isinstance(entries, list) else ())
        found = [(index, entry) for index, entry in items if isinstance(entry, dict)]
        where = ("HostConfig", "PortBindings", name)
        at_key = key(place_of(module, *where))
        if not found:
            row = _of_key(module, "unbound", name, _unbound(name, entries, place_of(module, *where)))
            yield Row(row | fields(text=entries if entries == "" else None), at_key, {"key": at_key})
        for index, entry in found:
            inner = ("HostPort",) if "HostPort" in entry else ()
            place = place_of(module, *where, index, *inner)
            row = _of_key(module, "bound", name, _fault(entry, place))
            if len(entries) == 1:
                row |= fields(expanded=mapped_ports(name, bindings, entry))
            yield Row(row | _host(entry, row.get("fault")), place, {"key": at_key, "host_port": place})


def _of_key(module: Module, kind: str, name: str, fault: str | None = None) -> dict[str, Any]:
    """Return the columns that a key decides; `fault` is what is wrong behind it."""
    parsed = None if has_placeholder(name) else read_key(name)
    first, last = (parsed.number, parsed.number) if parsed else read_range(name.partition("/")[0]) or (None, None)
    return fields(
        module=module.name,
        list=kind,
        key=name,
        container=parsed.number if parsed else None,
        container_first=first,
        container_last=last,
        protocol=parsed.protocol if parsed else protocol_of_range(name) if first is not None else None,
        fault=fault if parsed or has_placeholder(name) else _fault_of_key(name),
    )


def _fault_of_key(name: str) -> str:
    return "slashes" if name and not name.strip("/") else "key"


def _unbound(name: str, entries: Any, place: Place) -> str | None:
    if (entries == "" or (entries is None and is_null(place))) and not has_placeholder(name):
        return "null"
    return "empty" if entries == [] else None


def _fault(entry: dict[str, Any], place: Place) -> str | None:
    """Return why the agent reads no port in an entry of PortBindings; `place` is that of HostPort where it has one."""
    value = entry.get("HostPort")
    if value is None and is_null(place) and not is_null(place, text=True):
        return None
    if value is None or value == "":
        return "empty-host-port" if "HostPort" in entry else "no-host-port"
    if isinstance(value, list | dict) or (isinstance(value, str) and has_placeholder(value)):
        return None
    return "host-port" if parse_host_port(value) is None else None


def _host(entry: dict[str, Any], fault: str | None) -> dict[str, Any]:
    value = entry.get("HostPort")
    number = parse_host_port(value)
    text = None if isinstance(value, list | dict | None) else as_text(value)
    first, last = (number, number) if number is not None else read_range(text or "") or (None, None)
    return fields(
        number=None if fault else number,
        text=text,
        host_first=first,
        host_last=last,
        host_ip=entry.get("HostIp"),
    )


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
        "protocol": "tcp, udp or sctp, also of a range",
        "number": "port of the Service: HostPort, of exposed ports the container's; absent where the agent drops it",
        "fault": "why the row gives no port: key (no single port, dropped), slashes (a key of slashes alone, which stops the "
        "deployment), null (or an empty text in place of the list, which stops it too), empty (a list without an entry), "
        "no-host-port, empty-host-port (also null), host-port (no single port, dropped); absent where it gives one, where that "
        "is not known, and where the type of a value is wrong",
        "expanded": "of a range: the members with single ports that it stands for, where these are 64 at most, as many as "
        "HostPorts, and none of them is there",
        "text": "HostPort as text; the empty text in place of the list",
        "host_first": "first port of HostPort, also where it is a range",
        "host_last": "last port of HostPort, also where it is a range",
        "host_ip": "HostIp as written",
    },
    {"key": "the key", "host_port": "HostPort, or its entry where that has none"},
    of_module=_rows,
)
