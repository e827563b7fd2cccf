"""Names for the emptyDir volumes that may take the place of tmpfs mounts: each the only one of its name in the module."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from edgelint.manifests.manifest import Module
from edgelint.tables.mount_members import is_tmpfs
from edgelint.tables.rows import Row, options

_RESERVED = ("config-volume", "trust-bundle-volume", "agent-config-volume")
_LETTERS = 50


def named(module: Module, rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows of a module's mounts, those of Type tmpfs with an absolute target with the column `fresh_volume`."""
    taken = {*_RESERVED, *_declared(module), *(row.fields.get("volume", "") for row in rows)}
    for row in rows:
        target = row.fields.get("target_key", "")
        if is_tmpfs(row.fields.get("type")) and target.startswith("/"):
            name = fresh_name(target, taken)
            taken.add(name)
            row = row._replace(fields={**row.fields, "fresh_volume": name})
        yield row


def fresh_name(target: str, taken: Collection[str]) -> str:
    """Return a name for a volume at a path of the container: a DNS-1123 label that is not taken."""
    letters = re.sub(r"[^a-z0-9-]", "", target.lower())[:_LETTERS].strip("-")
    stem, number = f"tmpfs-{letters}".rstrip("-"), 2
    name = stem
    while name in taken:
        name, number = f"{stem}-{number}", number + 1
    return name


def _declared(module: Module) -> Iterator[str]:
    """Yield the names of the volumes under k8s-experimental."""
    volumes = options(module, "k8s-experimental", "volumes")
    for entry in volumes if isinstance(volumes, list) else ():
        volume: Any = entry.get("volume") if isinstance(entry, dict) else None
        if isinstance(volume, dict) and isinstance(volume.get("name"), str):
            yield volume["name"]
