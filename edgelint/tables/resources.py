"""The resources that a module asks for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edgelint.kubernetes import quantity
from edgelint.manifest import Manifest, Module
from edgelint.placeholders import has_placeholder
from edgelint.tables.rows import Row, Table, fields, key

_READ = ("createOptions", "k8s-experimental")
# Sections that people write resources in, and around them; no released agent reads any but _READ (executed).
_SECTIONS = ("k8s-experimental", "k8s-extensions", "resources")
_AROUND = (("createOptions",), ("createOptions", "HostConfig"), ("settings",))
_NATIVE = ("kubernetes.io/", "requests.", "limits.")


def _rows(_manifest: Manifest, module: Module) -> Iterator[Row]:
    yield from _section(module, (*_READ, "resources"), read=True)
    for around in _AROUND:
        for name in _object(module.data, around):
            path = (*around, name)
            if name.lower() in _SECTIONS and path != _READ:
                inner = None if name.lower() == "resources" else _member(_object(module.data, path), "resources")
                yield from _section(module, path if inner is None else (*path, inner), read=False)


def _section(module: Module, path: tuple[str, ...], *, read: bool) -> Iterator[Row]:
    for kind in ("limits", "requests"):
        name_of_list = _member(_object(module.data, path), kind) or kind
        for name, value in _object(module.data, (*path, name_of_list)).items():
            place = module.origin.resolve((*path, name_of_list, name))
            yield Row(
                fields(
                    module=module.name,
                    list=kind if read else "misplaced",
                    name=name,
                    value=value,
                    number=number_of(value),
                    extended=_is_extended(name),
                    running=_runs(module.data.get("status")),
                ),
                place,
                {"name": key(place)},
            )


def _object(data: Any, path: tuple[str, ...]) -> dict[str, Any]:
    for step in path:
        data = data.get(step) if isinstance(data, dict) else None
    return data if isinstance(data, dict) else {}


def _member(found: dict[str, Any], name: str) -> str | None:
    """Return the key of an object that is `name` in any letter case."""
    return next((member for member in found if member.lower() == name), None)


def number_of(value: Any) -> int | float | None:
    """Return an amount as a number, None where it is no Kubernetes quantity, negative (the agent garbles those) or unknown."""
    amount = None if isinstance(value, str) and has_placeholder(value) else quantity(value)
    if amount is None or amount < 0:
        return None
    return int(amount) if amount.denominator == 1 else float(amount)


def _runs(status: Any) -> bool:
    return not (isinstance(status, str) and (status.lower() == "stopped" or has_placeholder(status)))


def _is_extended(name: str) -> bool:
    return "/" in name and not any(domain in name for domain in _NATIVE)


RESOURCES = Table(
    "resources",
    "One row for each resource name under limits and requests.",
    {
        "module": "name of the module, absent for bare options",
        "list": "limits or requests (of k8s-experimental.resources), or misplaced: in a section that no agent reads "
        "(k8s-extensions, resources or k8s-experimental itself, at the root in another letter case, in HostConfig or in "
        "settings)",
        "name": "name of the resource as written",
        "value": "amount as written",
        "number": "amount as a number, where it is a Kubernetes quantity and not negative",
        "extended": "whether it is an extended resource (domain/name), which Kubernetes gives out whole",
        "running": "false where the status of the module is stopped or a placeholder",
    },
    {"name": "the name"},
    of_module=_rows,
)
