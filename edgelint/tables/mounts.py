"""The mounts of a module: Binds, Mounts and Kubernetes volume mounts alike."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edgelint.kubernetes import InvalidKubernetesName, sanitize_dns_label
from edgelint.manifest import Manifest, Module
from edgelint.placeholders import has_placeholder
from edgelint.tables import sources
from edgelint.tables.rows import Row, Table, fields, options, part, place_of


def _rows(_manifest: Manifest, module: Module) -> Iterator[Row]:
    yield from _binds(module)
    yield from _mounts(module)
    yield from _volume_mounts(module)


def _binds(module: Module) -> Iterator[Row]:
    for index, text in _items(options(module, "HostConfig", "Binds")):
        if isinstance(text, str):
            place = place_of(module, "HostConfig", "Binds", index)
            source, target, words = sources.split_bind(text)
            parts = {"source": part(place, 0, len(source))}
            if target is not None:
                parts["target"] = part(place, len(source) + 1, len(source) + 1 + len(target))
            kind = sources.kind_of_bind(text, source, target)
            yield Row(
                _fields(module, "Binds", kind, source, target, "ro" in words, text=text, options=_words(words)),
                place,
                parts,
            )


def _mounts(module: Module) -> Iterator[Row]:
    for index, mount in _items(options(module, "HostConfig", "Mounts")):
        if isinstance(mount, dict):
            place = place_of(module, "HostConfig", "Mounts", index)
            source, target = _text(mount.get("Source")), _text(mount.get("Target"))
            kind = sources.kind_of_mount(mount.get("Type"), source)
            parts = {
                name.lower(): place_of(module, "HostConfig", "Mounts", index, name)
                for name in ("Type", "Source", "Target", "ReadOnly")
                if name in mount
            }
            row = _fields(module, "Mounts", kind, source, target, _is_true(mount.get("ReadOnly")))
            yield Row(row | fields(type=_text(mount.get("Type"))), place, parts)


def _volume_mounts(module: Module) -> Iterator[Row]:
    for index, entry in _items(options(module, "k8s-experimental", "volumes")):
        mounts = entry.get("volumeMounts") if isinstance(entry, dict) else None
        for number, mount in _items(mounts):
            if isinstance(mount, dict):
                path = ("k8s-experimental", "volumes", index, "volumeMounts", number)
                name, target = _text(mount.get("name")), _text(mount.get("mountPath"))
                row = _fields(
                    module, "volumeMounts", "kubernetes-volume", None, target, _is_true(mount.get("readOnly"))
                )
                parts = {"target": place_of(module, *path, "mountPath")} if "mountPath" in mount else {}
                yield Row(row | fields(volume=name), place_of(module, *path), parts)


def _fields(
    module: Module, kind_of_list: str, kind: str, source: str | None, target: str | None, readonly: bool, **more: Any
) -> dict[str, Any]:
    file = kind == "file" and source is not None
    return fields(
        module=module.name,
        list=kind_of_list,
        kind=kind,
        source=source,
        source_key=_key(source),
        target=target,
        target_key=_key(target),
        readonly=readonly,
        volume=_volume(source),
        share=sources.share_of(source)[0] if kind == "share" else None,
        subpath=sources.share_of(source)[1] if kind == "share" else None,
        certain=sources.is_surely_file(source, target) if file and source is not None else None,
        **more,
    )


def _key(path: str | None) -> str | None:
    if not path or has_placeholder(path):
        return None
    return path.rstrip("/") or "/"


def _volume(source: str | None) -> str | None:
    if not source or has_placeholder(source):
        return None
    try:
        return sanitize_dns_label(source)
    except InvalidKubernetesName:
        return None


def _items(value: Any) -> list[tuple[int, Any]]:
    return list(enumerate(value)) if isinstance(value, list) else []


def _words(text: str) -> list[str] | None:
    return text.split(",") if text else None


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _is_true(value: Any) -> bool:
    """Read a boolean as the runtime does: its text in any letter case and numbers too."""
    if isinstance(value, str):
        return value.strip().lower() == "true"
    return isinstance(value, int | float) and value != 0


MOUNTS = Table(
    "mounts",
    "One row for each entry of HostConfig.Binds and HostConfig.Mounts and each Kubernetes volume mount.",
    {
        "module": "name of the module, absent for bare options",
        "list": "Binds, Mounts or volumeMounts (k8s-experimental.volumes[].volumeMounts)",
        "text": "the whole entry, of Binds only",
        "kind": "what the source is, decided once, the first that fits: "
        "unknown (the whole entry is a placeholder), one-part (an anonymous volume), placeholder (a source with a "
        "placeholder), windows, fpga-device, socket (of a container runtime or of iotedged), share (an FPGA share under "
        "/home/hcsshares), file, host-directory, named-volume (Binds), relative; for Mounts of Type volume volume, of a Type "
        "other than bind and volume other; for volumeMounts kubernetes-volume (agent source, deployment mapper)",
        "source": "host path, share or volume name as written",
        "source_key": "source without trailing slashes, for comparing; absent where it holds a placeholder",
        "target": "path in the container as written",
        "target_key": "target without trailing slashes, for comparing; absent where it holds a placeholder",
        "readonly": "whether the agent mounts it read-only (Binds: the options contain ro; else true, its text or a number)",
        "options": "the comma list behind the target, of Binds only",
        "type": "Type as written, of Mounts only",
        "volume": "name of the Kubernetes volume that the agent makes of the source (SanitizeDNSLabel), absent where it makes "
        "none; of volumeMounts the name as written",
        "share": "name of the FPGA share, where kind is share",
        "subpath": "path below the FPGA share, where kind is share and there is one",
        "certain": "where kind is file: whether it is one beyond doubt (a known file, or equal file names on both sides)",
    },
    {
        "source": "the source",
        "target": "the target",
        "type": "Type of a Mounts entry",
        "readonly": "ReadOnly of a Mounts entry",
    },
    of_module=_rows,
)
