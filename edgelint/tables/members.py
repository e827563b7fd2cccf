"""The members of a module that the runtime reads itself, those that are missing too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edgelint.manifest import Manifest, Module
from edgelint.nodes import Path, node_at, plain
from edgelint.tables.rows import Row, Table, fields

_MEMBERS: tuple[Path, ...] = (
    ("type",),
    ("status",),
    ("restartPolicy",),
    ("imagePullPolicy",),
    ("startupOrder",),
    ("settings",),
    ("settings", "image"),
)
_ALWAYS_THERE = {"name", "kind", "shape", "template", "createOptions"}
_TYPES = {
    str: "text", bool: "boolean", int: "number", float: "number", list: "list", dict: "object", type(None): "null"
}  # fmt: skip


def _rows(_manifest: Manifest, module: Module) -> Iterator[Row]:
    if module.name is None or module.name.startswith("$"):
        return
    whole = _written(module)
    if not isinstance(whole, dict):
        yield _row(module, (), whole)
        return
    for path in _MEMBERS:
        parent = module.data.get(str(path[0])) if len(path) > 1 else module.data
        if isinstance(parent, dict):
            yield _member(module, path, parent)


def _written(module: Module) -> Any:
    """Return what stands in the place of the module; its data hide that where it is no object."""
    place = module.origin.place
    if module.data.keys() - _ALWAYS_THERE:
        return module.data
    node = node_at(place.view.tree, place.path)
    return module.data if node is None else plain(node)


def _member(module: Module, path: Path, parent: dict[str, Any]) -> Row:
    """Return the row of a member, whose key the runtime reads in any letter case."""
    name = path[-1]
    written = name if name in parent else next((key for key in parent if key.lower() == str(name).lower()), None)
    if written is None:
        row = fields(module=module.name, kind=module.kind, member=name, is_a="missing")
        return Row(row, module.origin.resolve(path))
    return _row(module, (*path[:-1], written), parent[written], str(name))


def _row(module: Module, path: Path, value: Any, member: str = "module") -> Row:
    row = fields(module=module.name, kind=module.kind, member=member, is_a=_TYPES[type(value)], value=value)
    return Row(row, module.origin.resolve(path))


MEMBERS = Table(
    "members",
    "One row for each member of a module that the runtime reads itself, whether it is there or not: type, status, "
    "restartPolicy, imagePullPolicy, startupOrder, settings and image; of what is no object in the place of a module, one "
    "row alone.",
    {
        "module": "name of the module",
        "kind": "user or system",
        "member": "name of the member; module where something else stands in the place of the module",
        "is_a": "text, number, boolean, list, object, null, or missing",
        "value": "its value; absent for null and what is missing",
    },
    {},
    of_module=_rows,
)
