"""The resources that a module asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from edgelint.json_text.nodes import Path
from edgelint.json_text.placeholders import has_placeholder
from edgelint.manifests.manifest import Manifest, Module
from edgelint.platforms.kubernetes import quantity
from edgelint.tables.rows import Row, Table, fields, key

_READ = ("createOptions", "k8s-experimental")
# Sections that people write resources in, and around them; no released agent reads any but _READ (executed).
_SECTIONS = ("k8s-experimental", "k8s-extensions", "resources")
_AROUND = (("createOptions",), ("createOptions", "HostConfig"), ("settings",))
_NATIVE = ("kubernetes.io/", "requests.", "limits.")
_DOMAIN = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/[A-Za-z0-9]")
# Members that hold names of other kinds, which may look like those of resources; key in lower case.
_NO_RESOURCES = frozenset({"env", "labels", "annotations"})


def _rows(_manifest: Manifest, module: Module) -> Iterator[Row]:
    lists = list(_lists(module))
    for path, kind in lists:
        for name, value in _object(module.data, path).items():
            yield _row(module, (*path, name), kind, value)
    known = {path for path, _ in lists}
    for where, value in _extended(module.data, ()):
        if where[:-1] not in known:
            yield _row(module, where, "elsewhere", value)


def _lists(module: Module) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the path of each list of resources and what it is."""
    yield from _of_section(module, (*_READ, "resources"), read=True)
    for around in _AROUND:
        for name in _object(module.data, around):
            path = (*around, name)
            if name.lower() in _SECTIONS and path != _READ:
                inner = None if name.lower() == "resources" else _member(_object(module.data, path), "resources")
                yield from _of_section(module, path if inner is None else (*path, inner), read=False)


def _of_section(module: Module, path: tuple[str, ...], *, read: bool) -> Iterator[tuple[tuple[str, ...], str]]:
    for kind in ("limits", "requests"):
        yield (*path, _member(_object(module.data, path), kind) or kind), kind if read else "misplaced"


def _extended(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    """Yield each member below a value whose key is the name of an extended resource."""
    for name, item in value.items() if isinstance(value, dict) else ():
        if name.lower() in _NO_RESOURCES or (path == ("settings",) and name.lower().startswith("createoptions")):
            continue
        if _is_extended(name) and _DOMAIN.match(name):
            yield (*path, name), item
        yield from _extended(item, (*path, name))
    for index, item in enumerate(value if isinstance(value, list) else ()):
        yield from _extended(item, (*path, index))


def _row(module: Module, path: Path, kind: str, value: Any) -> Row:
    place = module.origin.resolve(path)
    name = str(path[-1])
    columns = fields(
        module=module.name,
        list=kind,
        around=_around(path) if kind == "elsewhere" else None,
        name=name,
        value=value,
        number=number_of(value),
        extended=_is_extended(name),
        running=_runs(module.data.get("status")),
    )
    return Row(columns, place, {"name": key(place)})


def _around(path: Path) -> str:
    """Return the last key of the path of an object."""
    return next((step for step in reversed(path[:-1]) if isinstance(step, str)), "")


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
    "One row for each resource name under limits and requests, and for each extended one that is a key elsewhere.",
    {
        "module": "name of the module, absent for bare options",
        "list": "limits or requests (of k8s-experimental.resources), or misplaced: in a section that no agent reads "
        "(k8s-extensions, resources or k8s-experimental itself, at the root in another letter case, in HostConfig or in "
        "settings), or elsewhere: under another key of the module, but for env, Labels and annotations",
        "around": "of elsewhere: the key of the object around it",
        "name": "name of the resource as written",
        "value": "amount as written",
        "number": "amount as a number, where it is a Kubernetes quantity and not negative",
        "extended": "whether it is an extended resource (domain/name), which Kubernetes gives out whole",
        "running": "false where the status of the module is stopped or a placeholder",
    },
    {"name": "the name"},
    of_module=_rows,
)
