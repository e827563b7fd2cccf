"""Every create option that a module sets, with what becomes of it on Kubernetes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edgelint.expressions.walking import equal
from edgelint.json_text.nodes import Path
from edgelint.json_text.placeholders import has_placeholder
from edgelint.manifests.manifest import Manifest, Module
from edgelint.manifests.typed_options import is_null
from edgelint.platforms import docker_options
from edgelint.platforms.docker_options import Option
from edgelint.platforms.option_types import typed_values
from edgelint.platforms.runtime_types import is_nothing
from edgelint.suggestions import nearest
from edgelint.tables.rows import Row, Table, fields, key, place_of


def _rows(_manifest: Manifest, module: Module) -> Iterator[Row]:
    yield from _members(module, module.data.get("createOptions"), "", ())


def _members(module: Module, value: Any, option: str, path: Path) -> Iterator[Row]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _members(module, item, docker_options.items(option), (*path, index))
    elif isinstance(value, dict):
        level = docker_options.levels().get(option)
        free = set(level.members) - set(value) if level else set()
        for name, item in value.items():
            known = docker_options.child(option, name)
            if level is not None and not _is_odd(module, known, item, (*path, name)):
                yield _row(module, option, known, item, (*path, name), free)
            if known in docker_options.options():
                yield from _members(module, item, known, (*path, name))


def _is_odd(module: Module, option: str, value: Any, path: Path) -> bool:
    """Tell whether a word such as NaN stands at an option, which is not null though plain data has None for it."""
    return value is None and option in docker_options.options() and not is_null(place_of(module, *path))


def _row(module: Module, level: str, known: str, value: Any, path: Path, free: set[str]) -> Row:
    """Return the row of a member; of a suggestion its key is taken from the `free` ones of the object."""
    option = docker_options.options().get(known)
    place = place_of(module, *path)
    name, written = str(path[-1]), place.path[-1]
    columns = fields(
        module=module.name,
        option=known.removesuffix("?") + name if option is None else known,
        level=level,
        name=name,
        key=written if isinstance(written, str) else name,
        value=value,
    )
    columns |= _unknown(level, name, free) if option is None else _known(option, value)
    return Row(columns, place, {"key": key(place)})


def _known(option: Option, value: Any) -> dict[str, Any]:
    uid, gid = _identity(value) if option.option == "User" else (None, None)
    return fields(
        default=_asks_for_nothing(option, value),
        fits=not (isinstance(value, str) and has_placeholder(value))
        and all(typed.fits for typed in typed_values(option.option, value)),
        kubernetes=option.kubernetes,
        advice=option.advice,
        rule=option.rule,
        severity=option.severity,
        uid=uid,
        gid=gid,
    )


def _asks_for_nothing(option: Option, value: Any) -> bool:
    meant = None if is_nothing(option.type, value) else value
    return any(equal(meant, default) for default in option.default)


def _unknown(level: str, name: str, free: set[str]) -> dict[str, Any]:
    lacking = sorted(free)
    suggestion = nearest(name, lacking)
    free.discard(suggestion or "")
    members = ", ".join(docker_options.levels()[level].members)
    return fields(default=False, kubernetes="unknown", suggestion=suggestion, members=members, lacking=lacking)


def _identity(value: Any) -> tuple[int | None, int | None]:
    """Return the numbers of a user and of a group written as `uid` or `uid:gid`; None, None for anything else."""
    parts = str(value).split(":") if isinstance(value, str | int) else []
    if not 1 <= len(parts) <= 2 or not all(part.isascii() and part.isdigit() and len(part) < 10 for part in parts):
        return None, None
    return int(parts[0]), int(parts[1]) if len(parts) == 2 else None


OPTIONS = Table(
    "options",
    "One row for each member of createOptions on the levels that Docker and the Kubernetes agent know.",
    {
        "module": "name of the module, absent for bare options",
        "option": "path of the option, such as HostConfig.Mounts[].Type",
        "level": "path of the option around it, such as HostConfig.Mounts[]; empty for createOptions itself",
        "name": "last key of the path, in Docker's spelling",
        "key": "that key as written",
        "value": "value as written",
        "default": "whether the value is one that asks for nothing",
        "fits": "whether the value and all in it are of types that the runtime takes, so that it does not refuse the deployment; "
        "false for a text with a placeholder, absent for no option",
        "kubernetes": "what the agent does with another value: translated, altered (it has another effect than with Docker) or "
        "ignored; unknown for no option",
        "advice": "what to use instead on Kubernetes",
        "rule": "code of the rule that reports the option; absent for no option",
        "severity": "how much an ignored value matters: warning, info or empty",
        "suggestion": "of no option: the known key of the level that is most likely meant, where the object lacks that one "
        "and no earlier key means it",
        "members": "of no option: the known keys of the level, in one text",
        "lacking": "of no option: those of them that the object lacks and that no earlier key means, as a list",
        "uid": "of User: the number of the user, where it is one",
        "gid": "of User: the number of the group behind the colon, where it is one",
    },
    {"key": "the key"},
    of_module=_rows,
)
