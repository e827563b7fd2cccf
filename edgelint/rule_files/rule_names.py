"""The names that a rule uses: each must be one of a table, of a column or part of it, or of what the rule captures."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from edgelint.expressions.selectors import lower
from edgelint.expressions.templates import fill
from edgelint.expressions.walking import Steps
from edgelint.json_text.nodes import Path
from edgelint.rule_files.formats import Problem, did_you_mean
from edgelint.tables import TABLES

Tables = tuple[str, ...]
"""The names of the tables whose rows a selection takes; empty where it takes other values too, whose fields nobody knows."""

_OF_EVERY_ROW = ("module", "key", "value", "text")
_DATA = (
    "createOptions", "env", "settings", "name", "kind", "shape", "template", "type", "status", "restartPolicy",
    "startupOrder", "imagePullPolicy", "version", "configuration", "modules", "routes", "registryCredentials", "twins",
)  # fmt: skip
_HOLDING = ("cases", "fix", "where", "any", "all", "not", "some", "none", "only")
_TEXTS = ("message", "help", "title", "label", "then", "needs")
_OPERANDS = ("equals", "in", "above")


def unknown_names(rule: dict[str, Any]) -> Iterator[Problem]:
    """Yield each name of a rule that nothing bears; the rule has the format of `rule_format`."""
    own = _tables_of(rule["select"])
    yield from _Names(own, _captured(rule, own)).of_rule(rule)


class _Names(NamedTuple):
    """What a rule may name: the columns and parts of its `own` tables and what it `captured`, by name with its tables."""

    own: Tables
    captured: Mapping[str, Tables]

    def of_rule(self, rule: dict[str, Any]) -> Iterator[Problem]:
        yield from self._selection(rule, ())
        yield from self._says(rule, ())
        for index, case in enumerate(rule.get("cases", ())):
            path = ("cases", index)
            yield from self._conditions(case.get("where"), (*path, "where"), self.own)
            yield from self._says(case, path)

    def _says(self, data: dict[str, Any], path: Path) -> Iterator[Problem]:
        yield from self._said(data, path, self.own)
        for index, related in enumerate(data.get("related", ())):
            below = (*path, "related", index)
            yield from self._reference(related["at"], (*below, "at"), self.own)
            yield from self._said(related, below, self._tables_at(related["at"]))
        fixes = data.get("fix", [])
        for step, fix in enumerate(fixes) if isinstance(fixes, list) else [(None, fixes)]:
            yield from self._fix(fix, (*path, "fix") if step is None else (*path, "fix", step))

    def _said(self, data: dict[str, Any], path: Path, tables: Tables) -> Iterator[Problem]:
        for key in _TEXTS:
            yield from self._texts(data.get(key), (*path, key))
        if "mark" in data:
            yield from _unknown("part", data["mark"], tables, (*path, "mark"))

    def _fix(self, fix: dict[str, Any], path: Path) -> Iterator[Problem]:
        yield from self._conditions(fix.get("where"), (*path, "where"), self.own)
        yield from self._said(fix, path, self.own)
        for index, step in enumerate(fix["steps"]):
            ((word, data),) = step.items()
            below = (*path, "steps", index, word)
            if "at" in data:
                yield from self._reference(data["at"], (*below, "at"), self.own)
            if "part" in data:
                yield from _unknown("part", data["part"], self._tables_at(data["at"]), (*below, "part"))
            for key in data.keys() - {"at", "part"}:
                yield from self._texts(data[key], (*below, key))

    def _selection(self, data: dict[str, Any], path: Path) -> Iterator[Problem]:
        select = data["select"]
        for step, source in enumerate(select) if isinstance(select, list) else [(None, select)]:
            yield from _path(source, (*path, "select") if step is None else (*path, "select", step))
        yield from self._conditions(data.get("where"), (*path, "where"), _tables_of(select))

    def _conditions(self, conditions: Any, path: Path, current: Tables) -> Iterator[Problem]:
        for index, condition in enumerate(conditions or ()):
            yield from self._condition(condition, (*path, index), current)

    def _condition(self, condition: dict[str, Any], path: Path, current: Tables) -> Iterator[Problem]:
        if "at" in condition:
            yield from self._reference(condition["at"], (*path, "at"), current)
            yield from self._operands(condition, path)
            return
        ((word, data),) = condition.items()
        below = (*path, word)
        if word in ("any", "all"):
            yield from self._conditions(data, below, current)
        elif word == "not":
            yield from self._condition(data, below, current)
        elif word in ("earlier", "total"):
            yield from _columns(data, below, current)
        else:
            yield from self._selection(data, below)

    def _operands(self, test: dict[str, Any], path: Path) -> Iterator[Problem]:
        for word in _OPERANDS:
            yield from self._texts(test.get(word), (*path, word))
        if "not" in test:
            yield from self._operands(test["not"], (*path, "not"))

    def _reference(self, at: str, path: Path, current: Tables) -> Iterator[Problem]:
        if at.startswith("$"):
            yield from _path(at, path)
        elif at.startswith("@"):
            yield from _field(lower("$" + at[1:]), current, path)
        elif at[1:-1] not in self.captured:
            yield Problem(path, f'nothing captures "{at[1:-1]}"{did_you_mean(at[1:-1], self.captured)}')

    def _texts(self, value: Any, path: Path) -> Iterator[Problem]:
        """Yield the captures of all texts of a value that stand for nothing."""
        if isinstance(value, str):
            found: list[str] = []
            fill(value, found.append)
            for name in found:
                yield from self._capture(name, path)
        elif isinstance(value, dict | list):
            for step, item in value.items() if isinstance(value, dict) else enumerate(value):
                yield from self._texts(item, (*path, step))

    def _capture(self, name: str, path: Path) -> Iterator[Problem]:
        first, *rest = name.split(".")
        if first not in self.captured:
            yield from _unknown("field", first, self.own, path, (*_OF_EVERY_ROW, "answer", *self.captured))
        elif rest:
            yield from _unknown("field", rest[0], self.captured[first], path, _OF_EVERY_ROW)

    def _tables_at(self, at: str) -> Tables:
        """Return the tables of the rows that `at` of a rule, not of its conditions, leads to."""
        if at.startswith("@"):
            return self.own
        return self.captured.get(at[1:-1], ()) if at.startswith("{") else _tables_of(at)


def _captured(rule: dict[str, Any], own: Tables) -> dict[str, Tables]:
    captured: dict[str, Tables] = {}
    for name, tables in _captures(rule, own):
        known = captured.get(name, tables)
        captured[name] = tuple(dict.fromkeys(known + tables)) if known and tables else ()
    return captured


def _captures(data: Any, current: Tables) -> Iterator[tuple[str, Tables]]:
    """Yield what the conditions below some data capture, with the tables that it is a row of."""
    if isinstance(data, list):
        for item in data:
            yield from _captures(item, current)
    elif isinstance(data, dict):
        current = _tables_of(data["select"]) if "select" in data else current
        if "as" in data:
            yield data["as"], current
        if "earlier" in data:
            yield "earlier", current
        for word in _HOLDING:
            yield from _captures(data.get(word), current)


def _tables_of(select: str | list[str]) -> Tables:
    """Return the tables whose rows the paths take."""
    found = [_table_of(lower(path)) for path in ([select] if isinstance(select, str) else select)]
    tables = tuple(dict.fromkeys(table for table in found if table))
    return tables if None not in found else ()


def _table_of(steps: Steps | None) -> str | None:
    if not steps or len(steps) != 2 or steps[0][0] != "field" or steps[1][0] == "field":
        return None
    name: str = steps[0][1]
    return name if name in TABLES else None


def _path(source: str, path: Path) -> Iterator[Problem]:
    """Yield what is unknown in a path from `$`: its table, a column in its filter or behind it."""
    steps = lower(source)
    if not steps or steps[0][0] != "field":
        return
    name, behind = steps[0][1], steps[1:]
    if name not in TABLES:
        guess = did_you_mean(name, TABLES)
        if guess and name not in _DATA:
            yield Problem(path, f'unknown table "{name}"{guess}')
        return
    if behind and behind[0][0] == "filter":
        for test in behind[0][1]:
            yield from _field(test[0], (name,), path)
    yield from _field(behind[1:], (name,), path)


def _field(steps: Steps | None, tables: Tables, path: Path) -> Iterator[Problem]:
    if steps and steps[0][0] == "field":
        yield from _unknown("field", steps[0][1], tables, path)


def _columns(data: dict[str, Any], path: Path, current: Tables) -> Iterator[Problem]:
    """Yield the unknown columns of `earlier` and `total`."""
    for key in ("same", "differ"):
        for index, name in enumerate(data.get(key, ())):
            yield from _unknown("field", name, current, (*path, key, index))
    if "of" in data:
        yield from _unknown("field", data["of"], current, (*path, "of"))


def _unknown(kind: str, name: str, tables: Tables, path: Path, more: Iterable[str] = ()) -> Iterator[Problem]:
    """Yield a problem for a name that is none of the columns (kind field) or parts of the tables."""
    found = [TABLES[table] for table in tables]
    named = [word for table in found for word in (table.columns if kind == "field" else (*table.parts, "key"))]
    if tables and name not in (known := [*named, *more]):
        yield Problem(path, f'unknown {kind} "{name}" of {" or ".join(tables)}{did_you_mean(name, known)}')
