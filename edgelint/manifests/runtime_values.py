"""What the runtime reads in the desired properties of $edgeAgent beside the modules, and which values it takes (executed)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from edgelint.json_text.nodes import Path, at_path
from edgelint.json_text.placeholders import has_placeholder
from edgelint.json_text.views import Origin
from edgelint.manifests.manifest import Manifest, Written
from edgelint.manifests.module_members import chosen, spellings
from edgelint.manifests.sections import desired
from edgelint.platforms.runtime_types import RANGES, rounded_number, takes

_AGENT = "$edgeAgent"
_DESIRED = "properties.desired"
_NEEDED = ("schemaVersion", "runtime", "systemModules")
_MEMBERS = (*_NEEDED, "modules")
_OF_SETTINGS = ("minDockerVersion", "loggingOptions")
_TYPE = "docker"
_LATEST = (1, 1, 0, -1)


class Member(NamedTuple):
    """A member that the runtime reads, with its path as written; `name` tells where it belongs, such as runtime.type.

    `counts` is whether its value is kept, for the last spelling of a key replaces the others; `decides` whether the
    runtime looks at it alone to tell what kind of runtime there is.
    """

    name: str
    path: Path
    value: Any
    counts: bool = True
    decides: bool = False
    missing: bool = False


def agent_properties(manifest: Manifest) -> Written | None:
    """Return the desired properties of $edgeAgent, None where there are none or dotted keys alone, as in a layer."""
    place = manifest.origin.place
    reading = place.view.reading
    if manifest.shape == "bare" or reading is None:
        return None
    value = at_path(reading.data, place.path)
    if manifest.shape == "twin":
        return Written(value, Origin(place, {}))
    section = value.get(_AGENT)
    if not isinstance(section, dict) or not isinstance(section.get(_DESIRED), dict):
        return None
    return Written(*desired(section, place._replace(path=(*place.path, _AGENT))))


def is_whole(properties: dict[str, Any]) -> bool:
    """Tell whether properties are meant as those of a whole deployment: no more than one that it needs is missing.

    A key with a placeholder may become the one that is missing.
    """
    found = [name for name in _NEEDED if spellings(properties, name)]
    return len(found) >= len(_NEEDED) - 1 and not any(map(has_placeholder, properties))


def runtime_members(properties: dict[str, Any]) -> Iterator[Member]:
    """Yield what the runtime reads of the properties, also what is needed and not there."""
    for name in _MEMBERS:
        keys = spellings(properties, name)
        if not keys and name in _NEEDED:
            yield Member(name, (name,), None, missing=True)
        for key in keys:
            yield Member(name, (key,), properties[key], counts=key == keys[-1])
            if name == "runtime" and isinstance(properties[key], dict):
                yield from _in_runtime((key,), properties[key])


def _in_runtime(path: Path, runtime: dict[str, Any]) -> Iterator[Member]:
    types = spellings(runtime, "type")
    if not types:
        yield Member("runtime.type", (*path, "type"), None, missing=True)
    for key in types:
        counts, decides = key == types[-1], key == chosen(runtime, "type")
        yield Member("runtime.type", (*path, key), runtime[key], counts, decides)
    for key in runtime:
        if key.lower() in ("settings", "config"):  # the runtime has a second name for them
            yield Member("runtime.settings", (*path, key), runtime[key])
            yield from _in_settings((*path, key), runtime[key])


def _in_settings(path: Path, settings: Any) -> Iterator[Member]:
    for name in _OF_SETTINGS if isinstance(settings, dict) else ():
        for key in spellings(settings, name):
            yield Member(f"runtime.settings.{name}", (*path, key), settings[key])


def is_taken(member: Member) -> bool:
    """Tell whether the runtime takes a member; what is missing and needed it does not."""
    if member.missing:
        return False
    if isinstance(member.value, str) and has_placeholder(member.value):
        return True
    if member.name == "schemaVersion":
        return _is_known_schema(member.value) if member.counts else takes("text", member.value)
    if member.name == "runtime.type":
        return _is_type(member)
    return takes(_kind(member), member.value)


def _kind(member: Member) -> str:
    is_replaced_null = not member.counts and member.value is None
    if member.name == "runtime" or (member.name == "systemModules" and member.counts):
        return "object" if is_replaced_null else "object, not null"
    return "text" if member.name.endswith(_OF_SETTINGS) else "object"


def _is_type(member: Member) -> bool:
    if member.counts:
        return bool(member.value == _TYPE)
    if member.decides:
        return isinstance(member.value, str) and member.value.lower() == _TYPE
    return takes("text", member.value)


def _is_known_schema(value: Any) -> bool:
    """Tell whether a value is a version from 1.0 to 1.1.0: two to four whole numbers; a number is made a text before."""
    text = value if isinstance(value, str) else json.dumps(value)
    numbers = [rounded_number(part) for part in text.split(".")]
    known = [number for number in numbers if number is not None and 0 <= number <= RANGES["int32"][1]]
    if len(known) < len(numbers) or not 2 <= len(numbers) <= len(_LATEST):
        return False
    return known[0] == _LATEST[0] and (*known, -1, -1)[: len(_LATEST)] <= _LATEST
