"""What the runtime makes of the values of a module's members: which it takes, and what they mean (executed)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from edgelint.json_text.nodes import Path
from edgelint.json_text.placeholders import has_placeholder
from edgelint.manifests.joining import chunk_text
from edgelint.manifests.module_members import chosen, spellings
from edgelint.platforms.enumerations import WORDS, number, word
from edgelint.platforms.image_names import image_fault
from edgelint.platforms.runtime_types import is_blank, rounded_number, takes

_TYPE = "docker"
_OTHER_STATUS = "desiredstatus"
_ALWAYS_TOLD = ("type", "status", "restartPolicy", "imagePullPolicy", "startupOrder", "settings")
_REQUIRED = ("type", "status", "settings", "image")
_TYPES = {
    "version": "text",
    "startupOrder": "uint32",
    "configuration": "object",
    "id": "text",
    "settings": "object, not null",
    "notaryContentTrust": "object",
    "rootJsonPath": "text",
    "rootID": "text",
    "rootCertificatePath": "text",
    "disableTOFU": "boolean",
}
_BELOW = {
    "configuration": ("id",),
    "notaryContentTrust": ("rootJsonPath", "rootID", "rootCertificatePath", "disableTOFU"),
}


class Found(NamedTuple):
    """A member that the runtime reads, with its path as written; `member` is module where there is no object.

    `counts` is whether its value is kept, for the last spelling of a key replaces the others; `decides` whether the
    runtime looks at it alone to tell what kind of module there is.
    """

    member: str
    path: Path
    value: Any
    counts: bool = True
    decides: bool = False
    missing: bool = False


def found_members(module: Any, *, of_system: bool) -> Iterator[Found]:
    """Yield what the runtime reads of what stands in the place of a module, also what is not there."""
    if not isinstance(module, dict):
        yield Found("module", (), module)
        return
    for name in (*_ALWAYS_TOLD, "version", "configuration"):
        if name in _ALWAYS_TOLD and not spellings(module, name):
            yield Found(name, (name,), None, missing=True)
        keys = _keys(module, name, of_system=of_system)
        for key in keys:
            yield Found(name, (key,), module[key], key == keys[-1], key == chosen(module, name))
            yield from _in_member(name, (key,), module[key], counts=key == keys[-1])


def _keys(module: dict[str, Any], name: str, *, of_system: bool) -> list[str]:
    """Return the keys that the runtime reads as a member; it has a second name for the status of a user module."""
    names = (name.lower(),) if of_system or name != "status" else (name, _OTHER_STATUS)
    return [key for key in module if key.lower() in names]


def _in_member(name: str, path: Path, value: Any, *, counts: bool) -> Iterator[Found]:
    if name == "settings" and isinstance(value, dict):
        yield from _in_settings(path, value, counts=counts)
    else:
        yield from _below(name, path, value)


def _in_settings(path: Path, settings: dict[str, Any], *, counts: bool) -> Iterator[Found]:
    image, trust = chosen(settings, "image"), chosen(settings, "notaryContentTrust")
    if image is None:
        yield Found("image", (*path, "image"), None, counts, missing=True)
    else:
        yield Found("image", (*path, image), settings[image], counts)
    if trust is not None:
        yield Found("notaryContentTrust", (*path, trust), settings[trust])
        yield from _below("notaryContentTrust", (*path, trust), settings[trust])


def _below(name: str, path: Path, value: Any) -> Iterator[Found]:
    for member in _BELOW.get(name, ()) if isinstance(value, dict) else ():
        for key in spellings(value, member):
            yield Found(member, (*path, key), value[key])


def is_taken(found: Found, *, of_agent: bool) -> bool:
    """Tell whether the runtime takes a member; `of_agent` is whether the module is edgeAgent, of which it reads less."""
    if found.missing:
        return found.member not in _REQUIRED or (of_agent and found.member == "status")
    if isinstance(found.value, str) and has_placeholder(found.value):
        return True
    if found.member in WORDS:
        return _is_in_enumeration(found, of_agent=of_agent)
    if found.member == "type":
        return _is_type(found)
    if found.member == "image":
        return _is_image(found)
    return found.member != "module" and takes(_TYPES[found.member], found.value)


def _is_in_enumeration(found: Found, *, of_agent: bool) -> bool:
    """Tell whether a value is read as a number, and as that of a word where the runtime asks for that."""
    is_free = not found.counts or (of_agent and found.member != "imagePullPolicy")
    return (number if is_free else word)(found.member, found.value) is not None


def _is_type(found: Found) -> bool:
    if found.counts:
        return bool(found.value == _TYPE)
    if found.decides:
        return isinstance(found.value, str) and found.value.lower() == _TYPE
    return found.value is not None and takes("text", found.value)


def _is_image(found: Found) -> bool:
    """Tell whether a text is left and, where no table of images has it, whether it is an image; the rest is made a text."""
    text = chunk_text(found.value)
    is_listed = found.counts and isinstance(found.value, str)
    return not is_blank(text) and (is_listed or image_fault(text) is None)


def meaning(found: Found) -> str | int | None:
    """Return what a member means that is taken: the word of an enumeration, the number of startupOrder, else None."""
    if found.member in WORDS:
        return word(found.member, found.value)
    return rounded_number(found.value) if found.member == "startupOrder" else None
