"""What `$` is for a rule: a manifest or one of its modules, with the tables beside its data."""

from __future__ import annotations

from typing import Any, NamedTuple

from edgelint.expressions.selectors import select_by_library
from edgelint.expressions.walking import select
from edgelint.json_text.nodes import Path
from edgelint.json_text.views import Place
from edgelint.manifests.manifest import Manifest, Module
from edgelint.rule_files.rules import Selector
from edgelint.tables import TABLES, Row, Table


class Scope:
    """The root of a rule's paths: the module's data, or the manifest's where `module` is None."""

    def __init__(self, manifest: Manifest, module: Module | None, around: Scope | None = None) -> None:
        self.manifest = manifest
        self.module = module
        self.whole: Scope = around or self
        self._rows: dict[str, list[Row]] = {}
        self._found: dict[str, list[Hit]] = {}

    def select(self, selector: Selector) -> list[Hit]:
        """Return what a path from `$` finds; equal paths are evaluated once."""
        found = self._found.get(selector.source)
        if found is None:
            found = self._found[selector.source] = [Hit(self, *match) for match in self._matches(selector)]
        return found

    def place(self, path: Path) -> Place:
        """Return where the value at a path from `$` stands; of a table's row or field, the place of the row."""
        row = self.row(path)
        if row is not None:
            return row.place
        return (self.module or self.manifest).origin.resolve(path)

    def row(self, path: Path) -> Row | None:
        """Return the row of a table that a path leads to or into."""
        if len(path) < 2 or path[0] not in TABLES:
            return None
        name, index = path[:2]
        return self._table(str(name))[index] if isinstance(index, int) else None

    @property
    def name(self) -> str | None:
        """The name of the module, None for a manifest and for bare options."""
        return self.module.name if self.module else None

    def _matches(self, selector: Selector) -> Any:
        if selector.steps is None:
            return select_by_library(selector.source, self._whole_root())
        first = selector.steps[0] if selector.steps else None
        if first is None or first[0] != "field":
            return select(selector.steps, self.data)
        name = first[1]
        if name in TABLES:
            return select(selector.steps[1:], [row.fields for row in self._table(name)], (name,))
        return select(selector.steps, self.data)

    def strings(self) -> list[Hit]:
        """Return the rows of the table strings, but for those of twins."""
        found = self.select(Selector("$.strings[*]", [["field", "strings"], ["all"]]))
        return [hit for hit in found if hit.value["source"] != "twin"]

    @property
    def data(self) -> dict[str, Any]:
        """The plain data of the module or manifest, without the tables."""
        return (self.module or self.manifest).data

    def _whole_root(self) -> dict[str, Any]:
        return {**self.data, **{name: [row.fields for row in self._table(name)] for name in TABLES}}

    def _table(self, name: str) -> list[Row]:
        rows = self._rows.get(name)
        if rows is None:
            rows = self._rows[name] = list(self._make(TABLES[name]))
        return rows

    def _make(self, table: Table) -> list[Row]:
        if table.of_module is not None:
            modules = self.manifest.modules if self.module is None else (self.module,)
            return [row for module in modules for row in table.of_module(self.manifest, module)]
        if self.module is None:
            assert table.of_manifest is not None
            return list(table.of_manifest(self.manifest))
        name = self.module.name
        return [row for row in self.whole._table(table.name) if row.fields.get("module") == name]


class Hit(NamedTuple):
    """A selected value: the scope in which it was found, its path there and itself."""

    scope: Scope
    path: Path
    value: Any

    def mark(self, mark: str | None) -> Place:
        """Return the place to point at: the value's, its key, or a part of the row."""
        place = self.scope.place(self.path)
        row = self.scope.row(self.path)
        if mark is None:
            return place
        if row is not None and mark in row.parts:
            return row.parts[mark]
        return place._replace(mark="key", span=None) if mark == "key" else place
