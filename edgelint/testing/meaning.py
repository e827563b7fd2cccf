"""What a manifest says, however its createOptions are written, and in what two of them differ."""

from __future__ import annotations

import json
import re
from typing import Any, Final, NamedTuple

from edgelint.json_text.reading import read
from edgelint.manifests.manifest import Manifest, Module, read_manifests
from edgelint.manifests.option_keys import option_keys

_NAME = re.compile(r"[^.\[\]'\"\s]+")
_OF_BARE_OPTIONS = "m"
_LONGEST = 100


class _Nothing:
    """Stands for a value that is not there."""


_NOTHING: Final = _Nothing()


class Unlike(NamedTuple):
    """The first thing in which two texts differ, each in one line."""

    expected: str
    found: str


def unlike(expected: str, found: str) -> Unlike | None:
    """Return in what a text says something else than expected, None where both say the same.

    Docker's keys may be spelled and createOptions written differently; all else counts, the types of values too. Raises
    JSONSyntaxError where one of the texts cannot be read.
    """
    return _first(_meaning(expected), _meaning(found), "$")


def _meaning(text: str) -> dict[str, Any]:
    """Return the normalised data of a file's manifests, and the whole document without createOptions."""
    reading = read(text)
    manifests = read_manifests(text, reading, standard_input=True)
    said = {
        key: {name: value for manifest in manifests for name, value in _part(manifest, key).items()}
        for key in ("modules", "routes", "registryCredentials", "twins")
    }
    bare = [manifest.shape for manifest in manifests] == ["bare"]
    return said if bare else {**said, "document": _without_options(reading.data)}


def _part(manifest: Manifest, key: str) -> dict[str, Any]:
    if key == "modules":
        return {module.name or _OF_BARE_OPTIONS: _module(module) for module in manifest.modules}
    part: dict[str, Any] = manifest.data[key]
    return part


def _module(module: Module) -> dict[str, Any]:
    settings = module.data.get("settings")
    if not isinstance(settings, dict):
        return module.data
    written = {key: settings[key] for key in option_keys(settings)}
    data = {**module.data, "settings": {key: value for key, value in settings.items() if key not in written}}
    return data if "createOptions" in data else {**data, "createOptions": _joined(written)}


def _joined(written: dict[str, Any]) -> Any:
    """Return createOptions that cannot be read, as they are written."""
    texts = list(written.values())
    return "".join(texts) if all(isinstance(text, str) for text in texts) else texts


def _without_options(data: Any) -> Any:
    """Return a document without the createOptions of any settings; to have none is to have empty ones."""
    if isinstance(data, list):
        return [_without_options(item) for item in data]
    if not isinstance(data, dict):
        return data
    kept = {key: _without_options(value) for key, value in data.items()}
    settings = data.get("settings")
    if isinstance(settings, dict):
        keys = option_keys(settings)
        kept["settings"] = {key: value for key, value in kept["settings"].items() if key not in keys}
    return kept


def _first(expected: Any, found: Any, path: str) -> Unlike | None:
    if isinstance(expected, dict) and isinstance(found, dict):
        return _first_below(expected, found, path)
    if isinstance(expected, list) and isinstance(found, list):
        return _first_below(dict(enumerate(expected)), dict(enumerate(found)), path)
    if type(expected) is type(found) and expected == found:
        return None
    return Unlike(_shown(expected, path), _shown(found, path))


def _first_below(expected: dict[Any, Any], found: dict[Any, Any], path: str) -> Unlike | None:
    for key in dict.fromkeys([*expected, *found]):
        difference = _first(expected.get(key, _NOTHING), found.get(key, _NOTHING), path + _step(key))
        if difference is not None:
            return difference
    return None


def _step(key: Any) -> str:
    if isinstance(key, int):
        return f"[{key}]"
    return f".{key}" if isinstance(key, str) and _NAME.fullmatch(key) else f"['{key}']"


def _shown(value: Any, path: str) -> str:
    if value is _NOTHING:
        return f"nothing at {path}"
    text = json.dumps(value, ensure_ascii=False, default=str, skipkeys=True)
    return f"{text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…'} at {path}"
