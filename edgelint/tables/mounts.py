"""The mounts of a module: Binds, Mounts and Kubernetes volume mounts alike."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edgelint.json_text.placeholders import has_placeholder
from edgelint.json_text.views import Place
from edgelint.manifests.manifest import Manifest, Module
from edgelint.manifests.typed_options import is_null
from edgelint.platforms.kubernetes import InvalidKubernetesName, sanitize_dns_label
from edgelint.tables import fresh_volumes, mount_members, sources
from edgelint.tables.rows import Row, Table, fields, options, part, place_of


def _rows(_manifest: Manifest, module: Module) -> Iterator[Row]:
    rows = [*_binds(module), *_mounts(module), *_volume_mounts(module)]
    yield from fresh_volumes.named(module, rows)


def _binds(module: Module) -> Iterator[Row]:
    for index, text in _items(options(module, "HostConfig", "Binds")):
        if isinstance(text, str):
            place = place_of(module, "HostConfig", "Binds", index)
            source, target, words = sources.split_bind(text)
            parts = {"source": part(place, 0, len(source))}
            if target is not None:
                end = len(source) + 1 + len(target)
                parts["target"] = part(place, len(source) + 1, end)
                parts |= _parts_of_options(place, end, words)
            kind = sources.kind_of_bind(text, source, target)
            row = _fields(module, "Binds", kind, source, target, mount_members.is_readonly(words))
            yield Row(row | fields(text=text, **_options(words)), place, parts)


def _options(words: str) -> dict[str, Any]:
    if not words:
        return {}
    return {"options": words.split(","), "ignored": mount_members.ignored(words), "kept": mount_members.kept(words)}


def _parts_of_options(place: Place, start: int, words: str) -> dict[str, Place]:
    end = start + 1 + len(words)
    return {"options": part(place, start + 1, end), "suffix": part(place, start, end)} if words else {}


def _mounts(module: Module) -> Iterator[Row]:
    for index, mount in _items(options(module, "HostConfig", "Mounts")):
        if isinstance(mount, dict):
            place = place_of(module, "HostConfig", "Mounts", index)
            mount = mount_members.read(mount, module, ("HostConfig", "Mounts", index), ("Type", "Source", "Target"))
            source, target = _text(mount.get("Source")), _text(mount.get("Target"))
            kind = sources.kind_of_mount(mount.get("Type"), source)
            parts = {
                name.lower(): place_of(module, "HostConfig", "Mounts", index, name)
                for name in ("Type", "Source", "Target", "ReadOnly")
                if name in mount
            }
            row = _fields(module, "Mounts", kind, source, target, _is_true(mount.get("ReadOnly")))
            yield Row(row | _members(mount), place, parts)


def _members(mount: dict[str, Any]) -> dict[str, Any]:
    return fields(
        type=_text(mount.get("Type")),
        missing=mount_members.missing(mount),
        destination=mount_members.destination(mount),
        size=mount_members.size(mount) if mount_members.is_tmpfs(mount.get("Type")) else None,
    )


def _volume_mounts(module: Module) -> Iterator[Row]:
    for index, entry in _items(options(module, "k8s-experimental", "volumes")):
        mounts = entry.get("volumeMounts") if isinstance(entry, dict) else None
        for number, mount in _items(mounts):
            path = ("k8s-experimental", "volumes", index, "volumeMounts", number)
            if isinstance(mount, dict) or _is_empty(mount, place_of(module, *path)):
                yield _volume_mount(module, mount or {}, path)


def _is_empty(mount: Any, place: Place) -> bool:
    """Tell whether the agent hands on a volume mount without members: null, or an empty text in its place."""
    return mount == "" or (mount is None and is_null(place))


def _volume_mount(module: Module, mount: dict[str, Any], path: tuple[str | int, ...]) -> Row:
    mount = mount_members.read(mount, module, path, ("name", "mountPath"))
    target = _text(mount.get("mountPath"))
    row = _fields(module, "volumeMounts", "kubernetes-volume", None, target, _is_true(mount.get("readOnly")))
    missing = mount_members.missing(mount, ("name", "mountPath"))
    members = {"volume": "name", "target": "mountPath"}
    parts = {name: place_of(module, *path, key) for name, key in members.items() if key in mount}
    return Row(row | fields(volume=_text(mount.get("name")), missing=missing), place_of(module, *path), parts)


def _fields(
    module: Module, kind_of_list: str, kind: str, source: str | None, target: str | None, readonly: bool | None
) -> dict[str, Any]:
    path = sources.path_of(source)
    share, subpath = sources.share_of(source) if path == "share" else (None, None)
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
        path=path,
        share=share,
        subpath=subpath,
        certain=sources.is_surely_file(source, target) if kind == "file" and source is not None else None,
    )


def _key(path: str | None) -> str | None:
    if not path or has_placeholder(path):
        return None
    return sources.plain(path).rstrip("/") or "/"


def _volume(source: str | None) -> str | None:
    if not source or has_placeholder(source):
        return None
    try:
        return sanitize_dns_label(source)
    except InvalidKubernetesName:
        return None


def _items(value: Any) -> list[tuple[int, Any]]:
    return list(enumerate(value)) if isinstance(value, list) else []


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _is_true(value: Any) -> bool | None:
    """Read a boolean as the runtime does: its text in any letter case and numbers too; None for a placeholder."""
    if isinstance(value, str):
        return None if has_placeholder(value) else value.strip().lower() == "true"
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
        "source_key": "source without slashes and dots that add nothing, for comparing; absent where it holds a placeholder",
        "target": "path in the container as written",
        "target_key": "target without slashes and dots that add nothing, for comparing; absent where it holds a placeholder",
        "readonly": "whether the agent mounts it read-only (Binds: the options contain ro; else true, its text or a number); "
        "absent where a placeholder hides that",
        "options": "the comma list behind the target, of Binds only",
        "ignored": "those of the options that the agent ignores, in words, such as z and rprivate",
        "kept": "the options without those, joined by commas",
        "type": "Type as written, of Mounts only; as text, which the runtime makes of a number or boolean there, in Source, in "
        "Target and in a volume mount",
        "missing": "which of Type, Source and Target (of volumeMounts: name and mountPath) are missing, null or, but for Type, "
        "empty, in words, such as Source and Target; of Mounts and volumeMounts only",
        "destination": "the key that is Destination in any letter case, of Mounts only",
        "size": "where Type is tmpfs: TmpfsOptions.SizeBytes, 0 where it sets no limit, absent where it is no number",
        "fresh_volume": "where Type is tmpfs: a name for a volume in place of it, which no other volume of the module has",
        "volume": "name of the Kubernetes volume that the agent makes of the source (SanitizeDNSLabel), absent where it makes "
        "none; of volumeMounts the name as written",
        "path": "what the source is as a path of the host, whatever the Type: windows, fpga-device, socket, share, file, "
        "host-directory or relative; absent where it has no slash or a placeholder",
        "share": "name of the FPGA share, where path is share",
        "subpath": "path below the FPGA share, where path is share and there is one",
        "certain": "where kind is file: whether it is one beyond doubt (a known file, or equal file names on both sides)",
    },
    {
        "source": "the source",
        "target": "the target",
        "options": "the comma list behind the target of a Binds entry",
        "suffix": "that list with the colon in front of it",
        "type": "Type of a Mounts entry",
        "readonly": "ReadOnly of a Mounts entry",
        "volume": "name of a volumeMounts entry",
    },
    of_module=_rows,
)
