"""The placeholders that stand in the image, the variables and the createOptions of a module."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edgelint.json_text.nodes import Path
from edgelint.json_text.placeholders import find_placeholders
from edgelint.json_text.views import Place
from edgelint.manifests.manifest import Manifest, Module
from edgelint.manifests.option_keys import option_keys
from edgelint.tables.rows import Row, Table, fields, key, part

_COMMAND = ("Cmd", "Entrypoint")


def _rows(_manifest: Manifest, module: Module) -> Iterator[Row]:
    settings = module.data.get("settings")
    if isinstance(settings, dict):
        yield from _below(module, "image", settings.get("image"), ("settings", "image"))
    yield from _below(module, "env", module.data.get("env"), ("env",))
    options = module.data.get("createOptions")
    if isinstance(options, dict):
        for name, value in options.items():
            source = "command" if name in _COMMAND else "createOptions"
            yield from _below(module, source, {name: value}, ("createOptions",))
    elif isinstance(settings, dict):
        for name in option_keys(settings):
            yield from _below(module, "createOptions", settings[name], ("settings", name))


def _below(module: Module, source: str, value: Any, path: Path) -> Iterator[Row]:
    """Yield the placeholders of a value and of all below it, keys too."""
    if isinstance(value, str):
        place = module.origin.resolve(path)
        for start, end in find_placeholders(value):
            yield _row(module, source, value, value[start:end], part(place, start, end))
    elif isinstance(value, dict):
        for name, item in value.items():
            place = module.origin.resolve((*path, name))
            for start, end in find_placeholders(name):
                yield _row(module, source, name, name[start:end], key(place))
            yield from _below(module, source, item, (*path, name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _below(module, source, item, (*path, index))


def _row(module: Module, source: str, text: str, placeholder: str, place: Place) -> Row:
    form = {"${": "braces", "<": "angles"}.get(placeholder[: 1 + placeholder.startswith("${")], "other")
    return Row(fields(module=module.name, source=source, placeholder=placeholder, form=form, text=text), place)


PLACEHOLDERS = Table(
    "placeholders",
    "One row for each placeholder in the image, the variables and the createOptions of a module, in keys too.",
    {
        "module": "name of the module, absent for bare options",
        "source": "image, env, command (createOptions.Cmd and Entrypoint) or createOptions",
        "placeholder": "the placeholder as written",
        "form": "braces (${X}), angles (<X>) or other",
        "text": "the whole text in which it stands",
    },
    {},
    of_module=_rows,
)
