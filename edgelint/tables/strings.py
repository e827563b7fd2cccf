"""All texts of a manifest, for rules that ask whether something is referred to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edgelint.json_text.nodes import Path
from edgelint.manifests.manifest import Manifest, Module
from edgelint.tables.rows import Row, Table, fields


def _of_module(manifest: Manifest, module: Module) -> Iterator[Row]:
    for member, source in (("env", "env"), ("createOptions", "createOptions")):
        for path, text in walk(module.data.get(member), (member,)):
            yield Row(fields(module=module.name, source=source, text=text), module.origin.resolve(path))
    image = (module.data.get("settings") or {}).get("image") if isinstance(module.data.get("settings"), dict) else None
    if isinstance(image, str):
        place = module.origin.resolve(("settings", "image"))
        yield Row(fields(module=module.name, source="image", text=image), place)
    if module.name is not None and module.kind == "user":
        for path, text in walk(manifest.data["twins"].get(module.name), ("twins", module.name)):
            yield Row(fields(module=module.name, source="twin", text=text), manifest.origin.resolve(path))


def _of_manifest(manifest: Manifest) -> Iterator[Row]:
    for module in manifest.modules:
        yield from _of_module(manifest, module)
    names = {module.name for module in manifest.modules if module.kind == "user"}
    for name, twin in manifest.data["twins"].items():
        if name not in names:
            for path, text in walk(twin, ("twins", name)):
                yield Row(fields(module=name, source="twin", text=text), manifest.origin.resolve(path))
    for path, text in walk(manifest.data["routes"], ("routes",)):
        yield Row(fields(source="route", text=text), manifest.origin.resolve(path))


def walk(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield each string below a value with its path, in the order of the text."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from walk(item, (*path, name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from walk(item, (*path, index))


STRINGS = Table(
    "strings",
    "One row for each text value of modules, twins and routes (keys are not among them).",
    {
        "module": "name of the module in which the text stands; absent for routes and bare options",
        "source": "env, createOptions, image, twin or route",
        "text": "the text",
    },
    {},
    of_manifest=_of_manifest,
)
