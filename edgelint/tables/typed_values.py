"""The values of createOptions and of env of which the runtime wants a type, and whether they are of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edgelint.json_text.nodes import Path
from edgelint.json_text.placeholders import has_placeholder
from edgelint.json_text.views import Place
from edgelint.manifests.manifest import Manifest, Module
from edgelint.manifests.module_members import spellings
from edgelint.manifests.typed_options import typed_options
from edgelint.platforms import docker_options
from edgelint.platforms.option_types import Typed
from edgelint.platforms.runtime_types import takes
from edgelint.tables.described import described
from edgelint.tables.rows import Row, Table, fields
from edgelint.tables.type_words import wanted


def _rows(_manifest: Manifest, module: Module) -> Iterator[Row]:
    for typed in _in_env(module.written.value):
        yield _row(module, module.written.origin.resolve(typed.path), typed)
    for place, typed in typed_options(module.options):
        yield _row(module, place, typed)


def _in_env(module: Any) -> Iterator[Typed]:
    """Yield the typed values of each env of a module, an object with an object for each variable; the last of them counts."""
    keys = spellings(module, "env") if isinstance(module, dict) else []
    for key in keys:
        env = module[key]
        if env is not None:
            yield Typed((key,), (key,), "env", "object", env, takes("object", env))
        for name, entry in env.items() if isinstance(env, dict) else ():
            yield from _in_variable((key, name), entry, counts=key == keys[-1])


def _in_variable(path: Path, entry: Any, *, counts: bool) -> Iterator[Typed]:
    """Yield a variable and its typed values; null stops the runtime only later, where the variable counts."""
    open_ = isinstance(entry, str) and has_placeholder(entry)
    yield Typed(
        path, path, "env.*", "variable", entry, open_ or takes("object, not null" if counts else "object", entry)
    )
    for key in spellings(entry, "value") if isinstance(entry, dict) else ():
        value = (*path, key)
        yield Typed(value, value, "env.*.value", "scalar", entry[key], takes("text", entry[key]))


def _row(module: Module, place: Place, typed: Typed) -> Row:
    value = typed.value
    columns = fields(
        module=module.name,
        option=typed.option,
        kubernetes=typed.option.startswith(docker_options.KUBERNETES_SECTION),
        path=_in_words(typed.names),
        fits=typed.fits,
        type=typed.type,
        wanted=wanted(typed.type, value),
        found=described(value),
        value=None if isinstance(value, list | dict) else value,
        text=value if isinstance(value, str) and value else None,
        null=value is None,
    )
    return Row(columns, place)


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
    "One row for each value of the member env and of createOptions of which the runtime wants a type, also of one that a later "
    "equal key replaces, where the runtime reads both; what does not fit is not looked into.",
    {
        "module": "name of the module, absent for bare options",
        "option": "path of the option, such as HostConfig.Binds[] for an item; env, env.* or env.*.value of variables",
        "kubernetes": "whether it is k8s-experimental or stands in there",
        "path": "where it stands, in words, such as HostConfig.Binds[0] or env.LEVEL",
        "fits": "whether the value is of the type, so that the runtime does not refuse the deployment; true for placeholders",
        "type": "what the runtime takes there, such as list of texts",
        "wanted": "the same in words, such as a list of texts or a number up to 65535",
        "found": "what stands there, such as null, a list, or a short text in quotes",
        "value": "value as written; absent for null, a list and an object",
        "text": "the text that stands there, where it is one and not empty",
        "null": "whether null stands there",
    },
    {},
    of_module=_rows,
)
