"""The resources that a module asks for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edgelint.kubernetes import quantity
from edgelint.manifest import Manifest, Module
from edgelint.placeholders import has_placeholder
from edgelint.tables.rows import Row, Table, fields, key, options, place_of

_SECTION = ("k8s-experimental", "resources")
# Places where people write resources and no released agent reads them (executed).
_MISPLACED = (("k8s-extensions",), ("resources",), ("HostConfig", "resources"), ("HostConfig", "k8s-experimental"))
_NATIVE = ("kubernetes.io/", "requests.", "limits.")


def _rows(_manifest: Manifest, module: Module) -> Iterator[Row]:
    yield from _section(module, _SECTION, read=True)
    for path in _MISPLACED:
        inner = _member(options(module, *path[:-1]), path[-1])
        if inner is not None:
            path = (*path[:-1], inner)
            deeper = None if path[-1].lower() == "resources" else _member(options(module, *path), "resources")
            yield from _section(module, path if deeper is None else (*path, deeper), read=False)


def _section(module: Module, path: tuple[str, ...], *, read: bool) -> Iterator[Row]:
    for kind in ("limits", "requests"):
        name_of_list = _member(options(module, *path), kind)
        amounts = options(module, *path, name_of_list) if name_of_list else None
        for name, value in amounts.items() if isinstance(amounts, dict) else ():
            assert name_of_list is not None
            place = place_of(module, *path, name_of_list, name)
            yield Row(
                fields(
                    module=module.name,
                    list=kind if read else "misplaced",
                    name=name,
                    value=value,
                    number=_number(value),
                    extended=_is_extended(name),
                ),
                place,
                {"name": key(place)},
            )


def _member(value: Any, name: str) -> str | None:
    """Return the key of an object that is `name` in any letter case."""
    found = value if isinstance(value, dict) else {}
    return next((member for member in found if member.lower() == name), None)


def _number(value: Any) -> int | float | None:
    amount = None if isinstance(value, str) and has_placeholder(value) else quantity(value)
    if amount is None:
        return None
    return int(amount) if amount.denominator == 1 else float(amount)


def _is_extended(name: str) -> bool:
    return "/" in name and not any(domain in name for domain in _NATIVE)


RESOURCES = Table(
    "resources",
    "One row for each resource name under limits and requests.",
    {
        "module": "name of the module, absent for bare options",
        "list": "limits or requests (of k8s-experimental.resources), or misplaced: under a key that no agent reads "
        "(k8s-extensions, resources at the root or in HostConfig, HostConfig.k8s-experimental)",
        "name": "name of the resource as written",
        "value": "amount as written",
        "number": "amount as a number, where it is a Kubernetes quantity",
        "extended": "whether it is an extended resource (domain/name), which Kubernetes gives out whole",
    },
    {"name": "the name"},
    of_module=_rows,
)
