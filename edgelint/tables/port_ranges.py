"""Ranges of ports, which Docker reads and the Kubernetes agent does not, and the single ports that they stand for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from edgelint.platforms.kubernetes import InvalidPortKey, PortKey, parse_port_key

Ports = tuple[int, int]
"""The first and the last port of a range."""

MOST = 64
_RANGE = re.compile(r"\s*([0-9]{1,5})\s*-\s*([0-9]{1,5})\s*")
_PROTOCOLS = ("tcp", "udp", "sctp")


def read_range(text: str) -> Ports | None:
    """Return the ports of a text such as 8000-8010, None where it is no range."""
    match = _RANGE.fullmatch(text)
    return (int(match[1]), int(match[2])) if match else None


def protocol_of_range(key: str) -> str | None:
    """Return the protocol of a port key such as 8000-8010/udp, tcp where it names none; None where that is no protocol."""
    _, *protocol = [part for part in key.split("/") if part] or [""]
    name = protocol[0].lower() if protocol else "tcp"
    return name if len(protocol) < 2 and name in _PROTOCOLS else None


def read_key(text: str) -> PortKey | None:
    """Return what the agent reads in a port key, None where it reads nothing or stops."""
    try:
        return parse_port_key(text)
    except InvalidPortKey:
        return None


def single_ports(key: str, known: Iterable[str], value: Callable[[int], Any]) -> dict[str, Any] | None:
    """Return the members that a range as key stands for, each with what `value` makes of its number from 0.

    None where the key is no range of 64 ports at most from 1 to 65535, or `known`, the keys beside it, hold one of them.
    """
    ports, protocol = read_range(key.partition("/")[0]), protocol_of_range(key)
    if ports is None or protocol is None or not 0 <= ports[1] - ports[0] < MOST or not _are_ports(ports):
        return None
    taken = {read_key(name) for name in known}
    numbers = range(ports[0], ports[1] + 1)
    if any(PortKey(number, protocol) in taken for number in numbers):
        return None
    return {f"{number}/{protocol}": value(number - ports[0]) for number in numbers}


def mapped_ports(key: str, known: Iterable[str], entry: dict[str, Any]) -> dict[str, Any] | None:
    """Return the members of PortBindings that a range with as many HostPorts stands for, None where it is no such thing."""
    ports, host = read_range(key.partition("/")[0]), read_range(str(entry.get("HostPort")))
    if ports is None or host is None or not _are_ports(host) or host[1] - host[0] != ports[1] - ports[0]:
        return None
    return single_ports(key, known, lambda number: [{**entry, "HostPort": str(host[0] + number)}])


def _are_ports(ports: Ports) -> bool:
    return ports[0] >= 1 and ports[1] <= 65535
