"""The memory file systems of HostConfig.Tmpfs, as Kubernetes would have them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edgelint.json_text.placeholders import has_placeholder
from edgelint.manifests.manifest import Manifest, Module
from edgelint.tables.fresh_volumes import fresh_name
from edgelint.tables.mounts import MOUNTS
from edgelint.tables.rows import Row, Table, fields, key, options, place_of

_SIZE = r"(?:.*,)?size=([0-9]+)([kmgKMG]?)(?:,.*)?"
_UNITS = {"": "", "k": "Ki", "m": "Mi", "g": "Gi"}


def _rows(manifest: Manifest, module: Module) -> Iterator[Row]:
    entries = options(module, "HostConfig", "Tmpfs")
    if not isinstance(entries, dict) or not entries:
        return
    taken = set(_taken(manifest, module))
    for target, text in entries.items():
        if isinstance(text, list | dict):
            continue
        place = place_of(module, "HostConfig", "Tmpfs", target)
        volume = fresh_name(target, taken) if target.startswith("/") and not has_placeholder(target) else None
        taken.add(volume or "")
        words = text if isinstance(text, str) and not has_placeholder(text) else None
        row = fields(
            module=module.name,
            target=target,
            fresh_volume=volume if words is not None else None,
            size=_size(words or ""),
            readonly="ro" in (words or "").split(",") or None,
        )
        yield Row(row, place, {"target": key(place)})


def _taken(manifest: Manifest, module: Module) -> Iterator[str]:
    """Yield the names of the module's volumes, and those that other fixes may make."""
    assert MOUNTS.of_module is not None
    for row in MOUNTS.of_module(manifest, module):
        yield from (row.fields[name] for name in ("volume", "fresh_volume") if name in row.fields)
    volumes = options(module, "k8s-experimental", "volumes")
    for entry in volumes if isinstance(volumes, list) else ():
        volume = entry.get("volume") if isinstance(entry, dict) else None
        yield str(volume.get("name")) if isinstance(volume, dict) else ""


def _size(words: str) -> str | None:
    match = re.fullmatch(_SIZE, words)
    return match[1] + _UNITS[match[2].lower()] if match else None


TMPFS = Table(
    "tmpfs",
    "One row for each entry of HostConfig.Tmpfs that is no list or object; the agent ignores them.",
    {
        "module": "name of the module, absent for bare options",
        "target": "path in the container, the key of the entry",
        "fresh_volume": "a name for a volume in its place, which no other volume of the module has; absent where the path is "
        "not absolute, or a placeholder stands in the entry",
        "size": "the option size as a Kubernetes quantity; absent where there is none, or a share of the memory",
        "readonly": "true where the options contain ro; absent elsewhere",
    },
    {"target": "the path in the container"},
    of_module=_rows,
)
