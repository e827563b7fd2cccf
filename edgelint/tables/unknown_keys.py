"""The keys that neither Docker nor the agent reads where they stand, and where they belong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from edgelint.expressions.walking import equal
from edgelint.json_text.placeholders import has_placeholder
from edgelint.manifests.manifest import Manifest, Module
from edgelint.platforms import docker_options
from edgelint.suggestions import nearest
from edgelint.tables.create_options import OPTIONS
from edgelint.tables.rows import Row, Table, fields, key, options, place_of

_ROOT, _HOST, _MODULE = "createOptions", "HostConfig", "the module"
_LEVELS = {_ROOT: "", _HOST: "HostConfig"}
_AROUND = {
    "": _ROOT,
    "HostConfig": _HOST,
    "HostConfig.Mounts[]": "an entry of Mounts",
    "HostConfig.PortBindings.*[]": "an entry of PortBindings",
}
_OTHER = {_ROOT: (_HOST,), _HOST: (_ROOT,), "PortBindings": (_HOST, _ROOT), "settings": (_ROOT, _HOST)}
_OF_SETTINGS = r"image|.*createoptions.*"
_OF_MODULE = r"type|status|restartpolicy|imagepullpolicy|startuporder|version|settings"


class _Home(NamedTuple):
    """Where a key belongs: the object, the name there, and what becomes of it there."""

    around: str
    name: str
    option: docker_options.Option | None


def _rows(_manifest: Manifest, module: Module) -> Iterator[Row]:
    assert OPTIONS.of_module is not None
    for row in OPTIONS.of_module(_manifest, module):
        around = _AROUND.get(row.fields["level"])
        if row.fields["kubernetes"] == "unknown" and around and not has_placeholder(row.fields["name"]):
            yield _unknown(module, row, around)
    yield from _misplaced(module, "PortBindings", options(module, "HostConfig", "PortBindings"))
    yield from _misplaced(module, "settings", module.data.get("settings"))


def _unknown(module: Module, row: Row, around: str) -> Row:
    """Return the row of a key that its object does not have."""
    name, suggestion = row.fields["name"], row.fields.get("suggestion")
    home = _home(name, around)
    meant = None if home or suggestion else _meant(name, around)
    columns = fields(
        module=module.name,
        around=around,
        key=row.fields["key"],
        value=row.fields.get("value"),
        suggestion=None if home else suggestion or meant,
        renamable=suggestion is not None,
        members=row.fields["members"],
        lacking=row.fields["lacking"],
    )
    return Row(columns | _at_home(module, home, row.fields.get("value")), row.place, row.parts)


def _misplaced(module: Module, around: str, members: Any) -> Iterator[Row]:
    """Yield the rows of keys that are options, in an object whose keys are no options."""
    for name, value in members.items() if isinstance(members, dict) else ():
        home = _home_of_env(name, value) if around == "settings" else None
        home = home or _home(name, around)
        if home is not None and not (around == "settings" and _is(f"{_OF_SETTINGS}|{_OF_MODULE}", name)):
            path = ("settings", name) if around == "settings" else None
            place = module.origin.resolve(path) if path else place_of(module, "HostConfig", "PortBindings", name)
            columns = fields(module=module.name, around=around, key=name, value=value, renamable=False)
            yield Row(columns | _at_home(module, home, value), place, {"key": key(place)})


def _home(name: str, around: str) -> _Home | None:
    """Return the object that has a member of this name, where the key stands in another one."""
    for other in _OTHER.get(around, ()):
        level = docker_options.levels()[_LEVELS[other]]
        known = level.names.get(name.lower()) if name.isascii() else None
        if known is not None:
            return _Home(other, known, docker_options.options()[level.members[known]])
    return None


def _home_of_env(name: str, value: Any) -> _Home | None:
    return _Home(_MODULE, "env", None) if name.lower() == "env" and isinstance(value, dict) else None


def _meant(name: str, around: str) -> str | None:
    """Return in words the member of another object that a key is likely to mean."""
    for other in _OTHER.get(around, ()):
        near = nearest(name, docker_options.levels()[_LEVELS[other]].members)
        if near is not None:
            return f"{near} in {other}"
    return None


def _at_home(module: Module, home: _Home | None, value: Any) -> dict[str, Any]:
    if home is None:
        return {}
    kubernetes = home.option.kubernetes if home.option else "translated"
    defaults = home.option.default if home.option else ({},)
    return fields(
        home=home.around,
        name=home.name,
        free=_lacks(_object(module, home.around), home.name),
        default=any(equal(value, default) for default in defaults),
        ignored=kubernetes == "ignored",
        advice=home.option.advice if home.option else None,
    )


def _object(module: Module, around: str) -> Mapping[str, Any] | None:
    if around == _MODULE:
        return module.data
    found = options(module) if around == _ROOT else options(module, "HostConfig")
    return found if isinstance(found, dict) else None


def _lacks(members: Mapping[str, Any] | None, name: str) -> bool:
    return members is None or name not in members


def _is(pattern: str, name: str) -> bool:
    return re.fullmatch(pattern, name, re.IGNORECASE) is not None


UNKNOWN_KEYS = Table(
    "unknown_keys",
    "One row for each key that nobody reads where it stands: in createOptions, HostConfig, an entry of Mounts or "
    "PortBindings any key that neither Docker nor the agent knows there, in PortBindings itself and in settings the names of "
    "options.",
    {
        "module": "name of the module, absent for bare options",
        "around": "where it stands: createOptions, HostConfig, an entry of Mounts, an entry of PortBindings, PortBindings or "
        "settings",
        "key": "the key as written",
        "value": "value as written",
        "home": "the object that has a member of this name: createOptions, HostConfig or the module; absent where none has",
        "name": "the name there, in Docker's spelling; absent where home is",
        "free": "whether home lacks the member; absent where home is",
        "default": "whether the value is one that asks for nothing there; absent where home is",
        "ignored": "whether Kubernetes ignores the member there too; absent where home is",
        "advice": "what to use instead of it on Kubernetes",
        "suggestion": "the known key that is most likely meant, with the object that has it where that is another one; absent "
        "where home is known",
        "renamable": "whether the suggestion is a key of the same object, which lacks it",
        "members": "the known keys of the object, in one text; absent in PortBindings and settings",
        "lacking": "those of them that the object lacks and that no earlier key means, as a list; absent there too",
    },
    {"key": "the key"},
    of_module=_rows,
)
