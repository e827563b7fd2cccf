"""What the source of a mount is: a directory, a file, a share, a socket … decided here and nowhere else."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from edgelint.json_text.placeholders import find_placeholders, has_placeholder, is_placeholder

_DRIVE = r"^[A-Za-z]:[\\/]"
_WINDOWS = rf"{_DRIVE}|^\\\\"
_SOCKET = (
    r"(^|/)(docker|containerd|crio|podman|dockershim|cri-dockerd)\.sock$"
    r"|^(/var)?/run/(iotedge|aziot)(/|$)"
    r"|(^|/)iotedge/(mgmt|workload)\.sock$"
    r"|(^|/)aziot-edged\.(mgmt|workload)\.sock(et)?$"
)
_PATTERNS = (
    ("fpga-device", r"^/dev/catapult\d*"),
    ("socket", _SOCKET),
    ("share", r"^/home/hcsshares(/|$)"),
)
_SHARE = r"^/home/hcsshares/+([^/]+)(?:/+(.*[^/]))?/*$"
_NAMED_VOLUME = r"^[A-Za-z0-9][A-Za-z0-9_.-]*$"
_KNOWN_FILE = (
    r"^/etc/(hosts|hostname|localtime|timezone|resolv\.conf|machine-id|passwd|group|shadow|os-release)$"
    r"|\.sock$"
    r"|^/(usr/)?(bin|sbin)/[^/]+$"
    r"|^/proc/(cpuinfo|meminfo|stat)$"
    r"|^/sys/.*/uevent$"
    r"|^/dev/(?!(?:shm|pts|mqueue|hugepages|dri|snd|bus|input|disk|serial)(?:/|$)|catapult).*[^/]$"
)
_EXTENSION = r"[^/.][^/]*\.(?!d$|\d+$|v\d+$)[A-Za-z0-9]{1,8}$"


def split_bind(text: str) -> tuple[str, str | None, str]:
    """Split a Binds entry into source, target (None where there is one part only) and the option words.

    The colon of a Windows drive and a colon inside a placeholder are no separators.
    """
    masked = text
    for start, end in find_placeholders(text):
        masked = masked[:start] + "_" * (end - start) + masked[end:]
    source = _end_of_part(masked, 0)
    target = _end_of_part(masked, source + 1)
    words = _end_of_part(masked, target + 1)
    return text[:source], text[source + 1 : target] if source < len(text) else None, text[target + 1 : words]


def _end_of_part(text: str, start: int) -> int:
    drive = 2 if _matches(_DRIVE, text[start:]) else 0
    colon = text.find(":", start + drive)
    return colon if colon >= 0 else len(text)


def kind_of_bind(text: str, source: str, target: str | None) -> str:
    """Classify a Binds entry; the first that fits (facts: agent source, Docker's grammar of Binds)."""
    if target is None:
        return "unknown" if is_placeholder(text) else "one-part"
    kind = _kind_of_path(source)
    if kind == "relative" and _matches(_NAMED_VOLUME, source):
        return "named-volume"
    return kind


def kind_of_mount(type_: Any, source: str | None) -> str:
    """Classify a Mounts entry by its Type (letter case does not matter) and its source."""
    word = type_.lower() if isinstance(type_, str) else ""
    if word not in ("bind", "volume"):
        return "unknown" if isinstance(type_, str) and has_placeholder(type_) else "other"
    if source is None:
        return "other"
    if word == "volume":
        return "placeholder" if has_placeholder(source) else "volume"
    return _kind_of_path(source)


def path_of(source: str | None) -> str | None:
    """Return the kind of a source as a path of the host, None where it has no slash or is not known."""
    if source is None or has_placeholder(source) or not re.search(r"[/\\]", source):
        return None
    return _kind_of_path(source)


def share_of(source: str | None) -> tuple[str | None, str | None]:
    """Return the name of the FPGA share that a path leads to, and the path below it."""
    match = re.match(_SHARE, plain(source or ""))
    return (match.group(1), match.group(2)) if match else (None, None)


def is_surely_file(source: str, target: str | None) -> bool:
    """Tell whether a source that looks like a file is one beyond doubt."""
    source = plain(source)
    if _matches(_KNOWN_FILE, source):
        return True
    return target is not None and _basename(source) == _basename(target) and _is_file_like(source)


def _kind_of_path(source: str) -> str:
    if has_placeholder(source):
        return "placeholder"
    if _matches(_WINDOWS, source):
        return "windows"
    source = plain(source)
    for kind, pattern in _PATTERNS:
        if _matches(pattern, source):
            return kind
    if not source.startswith("/"):
        return "relative"
    return "file" if _is_file_like(source) else "host-directory"


def plain(path: str) -> str:
    """Return an absolute path as the system reads it, without slashes and dots that add nothing."""
    return _pattern(r"/(?:\.?/)+").sub("/", path)


def _is_file_like(path: str) -> bool:
    return _matches(_KNOWN_FILE, path) or _matches(_EXTENSION, _basename(path))


def _basename(path: str) -> str:
    return path.rpartition("/")[2]


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source)


def _matches(pattern: str, text: str) -> bool:
    return _pattern(pattern).search(text) is not None
