"""createOptions as the runtime fills its typed model: canonical spelling, duplicates merged where it merges them."""

from __future__ import annotations

from typing import Any

from edgelint.json_text.nodes import Path, Step, written_key
from edgelint.json_text.views import Origin, Place
from edgelint.platforms import docker_options


def canonical(value: dict[Any, Any], place: Place) -> tuple[dict[str, Any], dict[Path, Any]]:
    """Return createOptions with keys spelled as Docker spells them, and the origins of the paths that moved by that.

    `value` may hold members keyed by `Occurrence`, which a later equal key replaces; `place` is where it stands.
    Duplicates are read as the runtime's typed reader does (executed): objects, lists and maps of the typed members are
    filled twice, though what the second object does not name is lost; of all else the last one wins.
    """
    reader = _Reader()
    data: dict[str, Any] = {}
    reader.fill(data, value, "", place, (), again=False)
    return data, reader.moved


class _Reader:
    def __init__(self) -> None:
        self.moved: dict[Path, Any] = {}

    def fill(
        self, target: dict[str, Any], value: dict[Any, Any], option: str, place: Place, path: Path, *, again: bool
    ) -> None:
        """Fill `target`, which stands at `path`; `again` where it was filled before from another place."""
        for step, item in value.items():
            name = docker_options.spelling(option, written_key(step))
            source = _below(place, step)
            where = (*path, name)
            merged = name in target and _merges(where, target[name], item)
            if not merged:
                self._forget(where, known=name in target)
                if again or step != name:
                    self.moved[where] = Origin(source, {})
            before = target.get(name) if merged else None
            target[name] = self._value(item, docker_options.child(option, name), source, where, before)

    def _value(self, item: Any, option: str, place: Place, path: Path, before: Any) -> Any:
        if isinstance(item, dict):
            target: dict[str, Any] = {} if before is None else before
            if before is not None and not docker_options.is_open(option):
                self._reset(target, item, option, path)
            self.fill(target, item, option, place, path, again=before is not None)
            return target
        if isinstance(item, list):
            return self._list(item, docker_options.items(option), place, path, before)
        return item

    def _reset(self, target: dict[str, Any], value: dict[Any, Any], option: str, path: Path) -> None:
        """Drop what a second object does not name: the runtime then puts defaults in the place of its members."""
        named = {docker_options.spelling(option, written_key(step)) for step in value}
        for name in [name for name in target if name not in named and docker_options.is_typed(option, name)]:
            del target[name]
            self._forget((*path, name), known=True)

    def _list(self, items: list[Any], option: str, place: Place, path: Path, before: Any) -> list[Any]:
        target: list[Any] = [] if before is None else before
        for index, item in enumerate(items):
            where, source = (*path, len(target)), _below(place, index)
            if before is not None:
                self.moved[where] = Origin(source, {})
            target.append(self._value(item, option, source, where, None))
        return target

    def _forget(self, path: Path, *, known: bool) -> None:
        if known:
            self.moved = {where: origin for where, origin in self.moved.items() if where[: len(path)] != path}


def _merges(path: Path, before: Any, item: Any) -> bool:
    """Tell whether the runtime adds to what stands there: containers of typed members, outside of list items."""
    typed = path[0] in docker_options.MERGED and not any(isinstance(step, int) for step in path)
    return typed and type(before) is type(item) and isinstance(item, dict | list) and not _is_map_entry(path)


def _is_map_entry(path: Path) -> bool:
    option = ""
    for step in path[:-1]:
        option = docker_options.child(option, str(step))
    return docker_options.is_open(option)


def _below(place: Place, step: Step) -> Place:
    return place._replace(path=(*place.path, step))
