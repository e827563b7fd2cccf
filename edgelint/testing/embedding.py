"""A document in the making, which notes where the parts of a fragment come to stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from edgelint.testing.fragments import ABSENT, ExampleModule
from edgelint.testing.places import Path, Stand
from edgelint.testing.writings import Writing


class UnfitError(ValueError):
    """A shape that cannot hold a fragment; the message says why."""


class Embedded(NamedTuple):
    """A document that holds a fragment: its data, and where the parts of the fragment stand, by normalised paths.

    `literals` are the JSON strings of the texts that are not written in the usual way, `added` the paths in the document
    of modules that the fragment does not have.
    """

    document: Any
    stands: dict[Path, Stand]
    literals: Mapping[str, str] = {}
    added: Sequence[Path] = ()


class Embedding:
    """A document in the making; `path` is where the manifest stands in it."""

    def __init__(self, path: Path) -> None:
        self.stands: dict[Path, Stand] = {}
        self.added: list[Path] = []
        self._path = path
        self._literals: dict[str, str] = {}

    def module(self, module: ExampleModule, writing: Writing, path: Path) -> dict[str, Any]:
        """Return a module as a document holds it, and note that it stands at a path; raises UnfitError."""
        data = {**module.members, "settings": module.settings}
        where: Path = ("modules", module.name)
        if module.options is not ABSENT and isinstance(module.settings, dict):
            data["settings"] = {**module.settings, **self._options(module.options, writing, where, path)}
        self.stands[where] = Stand(path, module.name, data)
        return data

    def embedded(self, content: Any, beside: Mapping[str, Any]) -> Embedded:
        """Return the document with the manifest at its place and the members that stand beside it."""
        self.stands[()] = Stand(self._path, str(self._path[-1]), content)
        document = content
        for step in reversed(self._path):
            document = {step: document} if isinstance(step, str) else [document]
        return Embedded({**beside, **document}, self.stands, self._literals, self.added)

    def _options(self, options: Any, writing: Writing, where: Path, path: Path) -> dict[str, Any]:
        try:
            written = writing(options)
        except ValueError as error:
            raise UnfitError(str(error)) from error
        at = (*path, "settings", "createOptions")
        self.stands[*where, "createOptions"] = Stand(at, "createOptions", written.value, written.inside, "")
        first, *more = written.members.values()
        self.stands[*where, "settings", "createOptions"] = Stand(
            at, "createOptions", "".join((first, *more)) if isinstance(first, str) else first
        )
        if written.literal is not None:
            self._literals[written.members["createOptions"]] = written.literal
        return written.members
