"""The values of createOptions and of env of which the runtime wants a type, and whether they are of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from edgelint import docker_options
from edgelint.manifest import Manifest, Module
from edgelint.nodes import Path
from edgelint.option_types import Typed, typed_values
from edgelint.placeholders import has_placeholder
from edgelint.tables.rows import Row, Table, fields, options

_WANTED = {
    "boolean": "true or false",
    "boolean or null": "true or false",
    "integer": "a number",
    "integer or null": "a number",
    "integer from 0": "a number from 0 on",
    "restart policy": "a restart policy of Docker",
    "object": "an object",
    "object, not null": "an object",
    "variable": "an object with a value",
    "scalar": "a text, a number or a boolean",
}
_LONGEST = 40


def _rows(_manifest: Manifest, module: Module) -> Iterator[Row]:
    for typed in _in_env(module.data.get("env")):
        yield _row(module, (), typed)
    created = options(module)
    for name, value in created.items() if isinstance(created, dict) else ():
        if name != docker_options.KUBERNETES_SECTION:
            for typed in typed_values(docker_options.child("", name), value, (name,)):
                yield _row(module, ("createOptions",), typed)


def _in_env(env: Any) -> Iterator[Typed]:
    """Yield the typed values of the member env, which holds an object with a scalar as value for each variable."""
    if env is not None:
        yield Typed(("env",), "env", "object", env, isinstance(env, dict))
    for name, entry in env.items() if isinstance(env, dict) else ():
        open_ = entry is None or (isinstance(entry, str) and has_placeholder(entry))
        yield Typed(("env", name), "env.*", "variable", entry, open_ or isinstance(entry, dict))
        for member, value in entry.items() if isinstance(entry, dict) else ():
            if member.lower() == "value":
                yield Typed(("env", name, member), "env.*.value", "scalar", value, not isinstance(value, list | dict))


def _row(module: Module, around: Path, typed: Typed) -> Row:
    """Return the row of a value, whose path begins below `around`."""
    columns = fields(
        module=module.name,
        option=typed.option,
        path=_in_words(typed.path),
        fits=typed.fits,
        type=typed.type,
        wanted=_wanted(typed.type),
        found=_found(typed.value),
        text=typed.value if isinstance(typed.value, str) and typed.value else None,
        null=typed.value is None,
    )
    return Row(columns, module.origin.resolve(around + typed.path))


def _wanted(kind: str) -> str:
    if kind.startswith("map of "):
        return "an object"
    return _WANTED.get(kind) or f"a {kind}"


def _found(value: Any) -> str:
    """Return what a value is, in words; a short text as it is written."""
    if isinstance(value, list | dict):
        return "a list" if isinstance(value, list) else "an object"
    if not isinstance(value, str):
        return json.dumps(value)
    if not value:
        return "an empty text"
    return f'"{value}"' if len(value) <= _LONGEST and value.isprintable() else "a text"


def _in_words(path: Path) -> str:
    """Return a path as people write it: names joined by dots, what is no plain name in brackets."""
    return "".join(map(_step, path)).removeprefix(".")


def _step(step: object) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    name = str(step)
    return f".{name}" if name.replace("_", "").replace("-", "").isalnum() else f"['{name}']"


TYPED_VALUES = Table(
    "typed_values",
    "One row for each value of the member env and of createOptions, k8s-experimental left out, of which the runtime wants a "
    "type; what does not fit is not looked into.",
    {
        "module": "name of the module, absent for bare options",
        "option": "path of the option, such as HostConfig.Binds[] for an item; env, env.* or env.*.value of variables",
        "path": "where it stands, in words, such as HostConfig.Binds[0] or env.LEVEL",
        "fits": "whether the value is of the type, so that the runtime does not refuse the deployment; true for placeholders",
        "type": "what the runtime takes there, such as list of texts",
        "wanted": "the same in words, such as a list of texts",
        "found": "what stands there, such as null, a list, or a short text in quotes",
        "text": "the text that stands there, where it is one and not empty",
        "null": "whether null stands there",
    },
    {},
    of_module=_rows,
)
