"""The members of a Mounts entry and the option words of a Binds entry: what is missing, what the agent reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from edgelint.expressions.templates import as_text
from edgelint.json_text.nodes import Path
from edgelint.json_text.placeholders import has_placeholder
from edgelint.json_text.views import Place
from edgelint.manifests.manifest import Module
from edgelint.manifests.typed_options import is_null, null_word
from edgelint.tables.described import listed
from edgelint.tables.rows import place_of


def read(
    mount: Mapping[str, Any], module: Module, path: Path, names: Sequence[str], *, text: bool = True
) -> dict[str, Any]:
    """Return an entry, which stands at a path of createOptions, with its members of these names as the runtime reads them.

    It makes texts of numbers, booleans and words such as NaN, of undefined only where it wants a `text`.
    """
    texts = {name: _as_read(mount[name], place_of(module, *path, name), text=text) for name in names if name in mount}
    return {**mount, **texts}


def _as_read(value: Any, place: Place, *, text: bool) -> Any:
    if value is None:
        return None if is_null(place, text=text) else null_word(place)
    return value if isinstance(value, list | dict) else as_text(value)


def missing(mount: Mapping[str, Any], names: Sequence[str] = ("Type", "Source", "Target")) -> str | None:
    """Return in words which of the members of an entry are missing; an empty Type is a Type, though a wrong one."""
    return listed([name for name in names if mount.get(name) in ((None,) if name == "Type" else (None, ""))])


def destination(mount: Mapping[str, Any]) -> str | None:
    """Return the key of an entry that is Destination, the word of `docker inspect`, in any letter case."""
    return next((key for key in mount if key.lower() == "destination"), None)


def is_tmpfs(type_: Any) -> bool:
    """Tell whether a Type is tmpfs, in any letter case."""
    return isinstance(type_, str) and type_.lower() == "tmpfs"


def size(mount: Mapping[str, Any]) -> int | None:
    """Return the bytes of TmpfsOptions.SizeBytes: 0 where it sets no limit, None where it cannot be read."""
    options = mount.get("TmpfsOptions") or {}
    found = (options.get("SizeBytes") or 0) if isinstance(options, dict) else None
    return found if isinstance(found, int) and not isinstance(found, bool) and found >= 0 else None


def is_readonly(words: str) -> bool | None:
    """Tell whether the agent mounts a Binds entry with these options read-only, None where a placeholder hides that."""
    return None if has_placeholder(words) else "ro" in words


def ignored(words: str) -> str | None:
    """Return the option words that the agent ignores, as a list in words; None where a placeholder stands among them."""
    return None if has_placeholder(words) else listed([word for word in words.split(",") if not _is_kept(word)])


def kept(words: str) -> str | None:
    """Return the option words without those that the agent ignores, joined by commas, None where nothing is left."""
    return ",".join(word for word in words.split(",") if word and _is_kept(word)) or None


def _is_kept(word: str) -> bool:
    """Tell whether a word says nothing (rw) or makes the mount read-only, as any with the letters ro does."""
    return word in ("", "rw") or "ro" in word
