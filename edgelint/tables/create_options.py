"""Every create option that a module sets, with what becomes of it on Kubernetes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edgelint import docker_options
from edgelint.manifest import Manifest, Module
from edgelint.nodes import Path
from edgelint.selectors import equal
from edgelint.tables.rows import Row, Table, fields, key, place_of


def _rows(_manifest: Manifest, module: Module) -> Iterator[Row]:
    yield from _members(module, module.data.get("createOptions"), "", ())


def _members(module: Module, value: Any, option: str, path: Path) -> Iterator[Row]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _members(module, item, docker_options.items(option), (*path, index))
    elif isinstance(value, dict):
        for name, item in value.items():
            known = docker_options.child(option, name)
            if option in docker_options.levels():
                yield _row(module, known, name, item, (*path, name))
            if known in docker_options.options():
                yield from _members(module, item, known, (*path, name))


def _row(module: Module, known: str, name: str, value: Any, path: Path) -> Row:
    option = docker_options.options().get(known)
    place = place_of(module, *path)
    written = place.path[-1]
    return Row(
        fields(
            module=module.name,
            option=known.removesuffix("?") + name if option is None else known,
            name=name,
            key=written if isinstance(written, str) else name,
            value=value,
            default=any(equal(value, default) for default in option.default) if option else False,
            kubernetes=option.kubernetes if option else "unknown",
            advice=option.advice if option else None,
            rule=option.rule if option else None,
            severity=option.severity if option else None,
        ),
        place,
        {"key": key(place)},
    )


OPTIONS = Table(
    "options",
    "One row for each member of createOptions on the levels that Docker and the Kubernetes agent know.",
    {
        "module": "name of the module, absent for bare options",
        "option": "path of the option, such as HostConfig.Mounts[].Type",
        "name": "last key of the path, in Docker's spelling",
        "key": "that key as written",
        "value": "value as written",
        "default": "whether the value is one that asks for nothing",
        "kubernetes": "what the agent does with another value: translated, altered, ignored, fails; unknown for no option",
        "advice": "what to use instead on Kubernetes",
        "rule": "code of the rule that reports the option; absent for no option",
        "severity": "how much an ignored value matters: warning, info or empty",
    },
    {"key": "the key"},
    of_module=_rows,
)
