"""Keys that stand twice in one object, of the file or of a createOptions text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edgelint import docker_options
from edgelint.manifest import Manifest, Module
from edgelint.nodes import Occurrence, Path, Step, plain
from edgelint.tables.rows import Row, Table, fields, key
from edgelint.views import Place

# Read by themselves, last one wins; of all else at the top level a second spelling stops the deployment (executed).
_CONTAINERS = (dict, list)


def _rows(manifest: Manifest) -> Iterator[Row]:
    reading = manifest.view.reading
    of_file = manifest.first and manifest.shape != "bare"
    if of_file and reading is not None and reading.duplicates:
        yield from _of_file(plain(manifest.view.tree, lost=True), Place(manifest.view, ()))
    for module in manifest.modules:
        options = module.options
        if options.state == "read" and options.data is not None:
            place = options.place if options.form == "object" else Place(options.place.view, ())
            yield from _of_options(module, options.data, place, "", ())


def _of_file(value: Any, place: Place) -> Iterator[Row]:
    for step, item in _members(value):
        below = place._replace(path=(*place.path, step))
        if isinstance(step, Occurrence):
            yield _row(None, "file", "lost", step.key, below, place._replace(path=(*place.path, step.key)))
        yield from _of_file(item, below)


def _of_options(module: Module, value: Any, place: Place, option: str, path: Path) -> Iterator[Row]:
    seen: dict[str, tuple[Step, Any]] = {}
    for step, item in _members(value):
        below = place._replace(path=(*place.path, step))
        if isinstance(value, list):
            yield from _of_options(module, item, below, docker_options.items(option), (*path, step))
            continue
        written = step.key if isinstance(step, Occurrence) else str(step)
        name = docker_options.spelling(option, written)
        folded = name.lower() if not docker_options.is_open(option) else name
        if folded in seen:
            kind = _kind(option, path, name, written, seen[folded], item)
            first = place._replace(path=(*place.path, seen[folded][0]))
            yield _row(module.name, "createOptions", kind, written, first, below)
        seen[folded] = (step, item)
        yield from _of_options(module, item, below, docker_options.child(option, name), (*path, name))


def _kind(option: str, path: Path, name: str, written: str, first: tuple[Step, Any], item: Any) -> str:
    """Tell what the runtime does with a second member, as the column `kind` says."""
    step, before = first
    earlier = step.key if isinstance(step, Occurrence) else str(step)
    if not path and name not in docker_options.MERGED and earlier != written:
        return "refused"
    in_list = any(isinstance(part, int) for part in path)
    typed = (bool(path) and path[0] in docker_options.MERGED) or (not path and name in docker_options.MERGED)
    if typed and not in_list and not docker_options.is_open(option) and _are_containers(before, item):
        return "merged"
    known = docker_options.options().get(docker_options.child(option, name))
    if earlier != written and (known is None or known.kubernetes == "ignored"):
        return "ignored"
    return "lost"


def _are_containers(before: Any, item: Any) -> bool:
    return isinstance(before, _CONTAINERS) and type(before) is type(item)


def _members(value: Any) -> list[tuple[Any, Any]]:
    if isinstance(value, dict):
        return list(value.items())
    return list(enumerate(value)) if isinstance(value, list) else []


def _row(module: str | None, text: str, kind: str, name: str, first: Place, second: Place) -> Row:
    parts = {"first": key(first), "second": key(second)}
    return Row(fields(module=module, text=text, kind=kind, key=name), key(first), parts)


DUPLICATES = Table(
    "duplicates",
    "One row for each key that an equal one follows in the same object; its place is the first of the two.",
    {
        "module": "name of the module whose createOptions hold it; absent for the file's own",
        "text": "file or createOptions",
        "kind": "lost (the last one wins), merged (the runtime reads both, other tools the last), refused (two spellings "
        "of one member stop the deployment, from beta12 on) or ignored (two spellings of a member without effect)",
        "key": "the second key as written",
    },
    {"first": "the first key", "second": "the second key"},
    of_manifest=_rows,
)
