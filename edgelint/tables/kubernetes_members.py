"""The section k8s-experimental, and what is called like it or like a member of it where no agent reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from edgelint.manifests.manifest import Manifest, Module
from edgelint.platforms import docker_options
from edgelint.platforms.docker_options import KUBERNETES_SECTION
from edgelint.tables.rows import Row, Table, fields, key, options

_ROOT = "createOptions"
_AROUND: Mapping[str, tuple[str, ...]] = {
    "module": (),
    "settings": ("settings",),
    _ROOT: (_ROOT,),
    "HostConfig": (_ROOT, "HostConfig"),
}
_SPELLINGS = r"k8s[-_ ]?(?:experimental|extensions?)"
_MOUNTS = "volumeMounts"


def _rows(_manifest: Manifest, module: Module) -> Iterator[Row]:
    for around, path in _AROUND.items():
        for member, value in _object(module.data, path).items():
            name = _name(around, member, value)
            if name is not None:
                yield _row(module, around, (*path, member), name, value)


def _row(module: Module, around: str, path: tuple[str, ...], name: str, value: Any) -> Row:
    place = module.origin.resolve(path)
    columns = fields(
        module=module.name,
        name=name,
        around=around,
        key=place.path[-1],
        value=value,
        empty=value in (None, "", [], {}),
        read=path == (_ROOT, KUBERNETES_SECTION),
        movable=_is_movable(module, name, value),
    )
    return Row(columns, place, {"key": key(place)})


def _object(data: Any, path: tuple[str, ...]) -> dict[str, Any]:
    for step in path:
        data = data.get(step) if isinstance(data, dict) else None
    return data if isinstance(data, dict) else {}


def _name(around: str, member: str, value: Any) -> str | None:
    """Return what a member would be called in its right place, None for one that is something else.

    At the root of createOptions `Volumes` is an option of Docker, an object.
    """
    if re.fullmatch(_SPELLINGS, member, re.IGNORECASE):
        return KUBERNETES_SECTION
    word = _words().get(member.lower())
    if around == "module" or (around == _ROOT and word == "volumes" and not _holds_objects(value)):
        return None
    return word


def _words() -> dict[str, str]:
    return {**docker_options.levels()[KUBERNETES_SECTION].names, _MOUNTS.lower(): _MOUNTS}


def _holds_objects(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)


def _is_movable(module: Module, name: str, value: Any) -> bool:
    """Tell whether a value is of the type that its right place takes, and all of it is free there."""
    section = options(module, KUBERNETES_SECTION)
    if name == _MOUNTS or (section is not None and not isinstance(section, dict)):
        return False
    if not (_holds_objects(value) if name == "volumes" else isinstance(value, dict)):
        return False
    taken = {member.lower() for member in section or {}}
    return taken.isdisjoint(member.lower() for member in (value if name == KUBERNETES_SECTION else (name,)))


KUBERNETES_MEMBERS = Table(
    "kubernetes_members",
    "One row for each k8s-experimental, under this or a similar name, and for each member of a module, its settings, its "
    "createOptions or its HostConfig that is called like a member of that.",
    {
        "module": "name of the module, absent for bare options",
        "name": "what it is called in its place: k8s-experimental, a member of that, or volumeMounts",
        "around": "where it stands: module (beside settings, the section alone), settings, createOptions or HostConfig",
        "key": "key as written",
        "value": "value as written",
        "empty": "whether it asks for nothing: null, an empty text, list or object",
        "read": "whether it is the section in its place, the only one that an agent reads (executed)",
        "movable": "whether it is of the type that its place takes, and nothing of it stands there yet",
    },
    {"key": "the key"},
    of_module=_rows,
)
