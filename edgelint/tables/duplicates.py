"""Keys that stand twice in one object, of the file or of a createOptions text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from edgelint.json_text.nodes import Occurrence, Path, Step, plain, written_key
from edgelint.json_text.views import Place
from edgelint.manifests.manifest import Manifest, Module
from edgelint.manifests.module_members import replaced
from edgelint.platforms import docker_options
from edgelint.tables.described import listed
from edgelint.tables.rows import Row, Table, fields, key

_CONTAINERS = (dict, list)


def _rows(manifest: Manifest) -> Iterator[Row]:
    reading = manifest.view.reading
    of_file = manifest.first and manifest.shape != "bare"
    if of_file and reading is not None and reading.duplicates:
        yield from _of_file(plain(manifest.view.tree, lost=True), Place(manifest.view, ()))
    for module in manifest.modules:
        yield from _of_members(module)
        options = module.options
        if options.data is not None:
            place = Place(options.view, ()) if options.view else options.place
            yield from _of_options(module, options.data, place, "", ())


def _of_file(value: Any, place: Place) -> Iterator[Row]:
    for step, item in _members(value):
        below = place._replace(path=(*place.path, step))
        if isinstance(step, Occurrence):
            yield _row(None, "file", "lost", step.key, below, place._replace(path=(*place.path, step.key)))
        yield from _of_file(item, below)


def _of_members(module: Module) -> Iterator[Row]:
    origin = module.written.origin
    for lost, kept in replaced(module.written.value):
        yield _row(None, "file", "lost", str(kept[-1]), origin.resolve(lost), origin.resolve(kept))


def _of_options(module: Module, value: Any, place: Place, option: str, path: Path) -> Iterator[Row]:
    seen: dict[str, tuple[Step, Any]] = {}
    for step, item in _members(value):
        below = place._replace(path=(*place.path, step))
        if isinstance(value, list):
            yield from _of_options(module, item, below, docker_options.items(option), (*path, step))
            continue
        written = written_key(step)
        name = docker_options.spelling(option, written)
        folded = name.lower() if not docker_options.is_open(option) else name
        if folded in seen:
            step_before, before = seen[folded]
            kind = _kind(option, path, name, written, seen[folded], item)
            left_out = _left_out(docker_options.child(option, name), before, item) if kind == "merged" else []
            first = place._replace(path=(*place.path, step_before))
            yield _row(module.name, "createOptions", kind, written, first, below, left_out)
        seen[folded] = (step, item)
        yield from _of_options(module, item, below, docker_options.child(option, name), (*path, name))


def _kind(option: str, path: Path, name: str, written: str, first: tuple[Step, Any], item: Any) -> str:
    """Tell what the runtime does with a second member, as the column `kind` says."""
    step, before = first
    earlier = written_key(step)
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


def _left_out(option: str, before: Any, item: Any) -> list[str]:
    """Return the members of the first of two objects that the second does not name: the runtime drops them."""
    if isinstance(item, list) or docker_options.is_open(option):
        return []
    first, second = (
        dict.fromkeys(docker_options.spelling(option, written_key(step)) for step, _ in _members(each))
        for each in (before, item)
    )
    return [name for name in first if name not in second and docker_options.is_typed(option, name)]


def _members(value: Any) -> list[tuple[Any, Any]]:
    if isinstance(value, dict):
        return list(value.items())
    return list(enumerate(value)) if isinstance(value, list) else []


def _row(
    module: str | None, text: str, kind: str, name: str, first: Place, second: Place, left_out: Sequence[str] = ()
) -> Row:
    parts = {"first": key(first), "second": key(second)}
    columns = fields(module=module, text=text, kind=kind, key=name, left_out=listed(left_out))
    return Row(columns, key(first), parts)


DUPLICATES = Table(
    "duplicates",
    "One row for each key that an equal one follows in the same object, or of which the runtime reads another spelling in its "
    "stead; its place is the first of the two, or that one.",
    {
        "module": "name of the module whose createOptions hold it; absent for the file's own",
        "text": "file or createOptions",
        "kind": "lost (the last one wins), merged (the runtime reads both, other tools the last), refused (two spellings "
        "of one member stop the deployment, from beta12 on) or ignored (two spellings of a member without effect)",
        "key": "the second key as written",
        "left_out": "the members, in words, that the first of two merged objects has and the second has not: the runtime drops "
        "them; absent where there are none",
    },
    {"first": "the first key", "second": "the second key"},
    of_manifest=_rows,
)
