"""The limits of memory and CPU that a module asks Docker for, as Kubernetes would write them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from edgelint.expressions.walking import equal
from edgelint.json_text.placeholders import has_placeholder
from edgelint.manifests.manifest import Manifest, Module
from edgelint.platforms import docker_options
from edgelint.platforms.quantities import CPU_PERIOD, cpu_quantity, memory_quantity, whole_number
from edgelint.platforms.runtime_types import takes
from edgelint.tables.resources import number_of
from edgelint.tables.rows import Row, Table, fields, key, options, place_of

_NANO = 10**9
_SHARES_OF_A_CPU = 1024
_SAME = {
    "Memory": ("limits", "memory"),
    "MemoryReservation": ("requests", "memory"),
    "NanoCpus": ("limits", "cpu"),
    "CpuQuota": ("limits", "cpu"),
    "CpuPeriod": ("limits", "cpu"),
    "CpuShares": ("requests", "cpu"),
}
_TEXTS = ("CpusetCpus", "CpusetMems")
_OTHERS = ("CpuCount", "CpuPercent", "CpuRealtimePeriod", "CpuRealtimeRuntime")
NAMES = (*_SAME, *_TEXTS, *_OTHERS, "KernelMemory", "KernelMemoryTCP", "MemorySwap", "MemorySwappiness")
"""The members of HostConfig that limit memory or CPU."""


def _rows(_manifest: Manifest, module: Module) -> Iterator[Row]:
    host = options(module, "HostConfig")
    for name, value in host.items() if isinstance(host, dict) else ():
        if name in NAMES:
            place = place_of(module, "HostConfig", name)
            row = fields(module=module.name, option=name, value=value, asks=_asks(name, value))
            yield Row(row | _kubernetes(name, host), place, {"key": key(place)})


def _asks(name: str, value: Any) -> bool | None:
    """Tell whether a value asks for a limit, None for a placeholder; what the runtime refuses asks for none."""
    if isinstance(value, str) and has_placeholder(value):
        return None
    option = docker_options.options()[f"HostConfig.{name}"]
    if not takes(option.type, value) or any(equal(value, item) for item in option.default):
        return False
    if isinstance(value, str):
        return name in _TEXTS or whole_number(value) not in (None, 0)
    return name not in _TEXTS and isinstance(value, int | float) and not isinstance(value, bool)


def _kubernetes(name: str, host: Mapping[str, Any]) -> dict[str, Any]:
    if name not in _SAME:
        return {}
    kind, resource = _SAME[name]
    amount = _amount(name, host)
    return fields(list=kind, resource=resource, amount=amount, number=None if amount is None else number_of(amount))


def _amount(name: str, host: Mapping[str, Any]) -> str | None:
    if name in ("CpuQuota", "CpuPeriod"):
        return _share(host.get("CpuQuota"), _period(host.get("CpuPeriod")))
    if name in ("Memory", "MemoryReservation"):
        count = whole_number(host[name])
        return memory_quantity(count) if count is not None and count > 0 else None
    return _share(host[name], _NANO if name == "NanoCpus" else _SHARES_OF_A_CPU)


def _period(value: Any) -> int | None:
    """Return a CpuPeriod in microseconds; 0 and null are the usual one."""
    number = 0 if value is None else whole_number(value)
    return CPU_PERIOD if number == 0 else number


def _share(part: Any, whole: int | None) -> str | None:
    count = whole_number(part)
    if count is None or whole is None or count <= 0 or whole <= 0:
        return None
    return cpu_quantity(count, whole)


DOCKER_LIMITS = Table(
    "docker_limits",
    "One row for each member of HostConfig that limits memory or CPU, none of which the agent reads.",
    {
        "module": "name of the module, absent for bare options",
        "option": "key in Docker's spelling, such as NanoCpus",
        "value": "value as written; absent for null",
        "asks": "whether the value asks for a limit: false for null, 0, an empty text and a type that the runtime refuses; "
        "absent for a placeholder",
        "list": "limits or requests: where Kubernetes has the like; absent where it has nothing like it",
        "resource": "memory or cpu: under which name it has the like",
        "amount": "the value as a Kubernetes quantity, of memory in Mi where that is exact, of CPU in thousandths, rounded up "
        "(CpuQuota and CpuPeriod give one together); absent where it is not known or not above 0",
        "number": "that amount as a number",
    },
    {"key": "the key"},
    of_module=_rows,
)
