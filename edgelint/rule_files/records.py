"""Formats of mappings: records of known keys, and alternatives told by the key that is present."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, Protocol

from edgelint.json_text.nodes import Path
from edgelint.rule_files.formats import Format, Problem, Schema, did_you_mean, wrong_type


class Keyed(Format, Protocol):
    """A format of mappings that knows each key it may hold."""

    def known(self) -> tuple[str, ...]: ...


class Field(NamedTuple):
    """A key of a record, and what an editor says about it."""

    format: Format
    description: str
    required: bool = False


class Demand(NamedTuple):
    """What a record asks for across its keys: `missing` says what is missing, `schema` says the same."""

    missing: Callable[[Mapping[str, Any]], str | None]
    schema: Schema


class Record(NamedTuple):
    """A mapping of known keys."""

    fields: Mapping[str, Field]
    demand: Demand | None = None

    def known(self) -> tuple[str, ...]:
        return tuple(self.fields)

    def check(self, data: Any, path: Path) -> Iterator[Problem]:
        if not isinstance(data, dict):
            yield wrong_type(path, "a mapping", data)
            return
        for key in self._required():
            if key not in data:
                yield Problem(path, f'key "{key}" is missing')
        if self.demand and (missing := self.demand.missing(data)):
            yield Problem(path, missing)
        for key, value in data.items():
            if key in self.fields:
                yield from self.fields[key].format.check(value, (*path, key))
            else:
                yield unknown_key(key, self.fields, path)

    def schema(self) -> Schema:
        return {
            "type": "object",
            "properties": {
                key: {**field.format.schema(), "description": field.description} for key, field in self.fields.items()
            },
            "required": self._required(),
            "additionalProperties": False,
            **(self.demand.schema if self.demand else {}),
        }

    def _required(self) -> list[str]:
        return [key for key, field in self.fields.items() if field.required]


class Alternatives(NamedTuple):
    """A mapping of several kinds, told by the key that is present; where two are, the one named first here."""

    by_key: Mapping[str, Keyed]

    def known(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(key for kind in self.by_key.values() for key in kind.known()))

    def check(self, data: Any, path: Path) -> Iterator[Problem]:
        if not isinstance(data, dict):
            yield wrong_type(path, "a mapping", data)
            return
        chosen = next((key for key in self.by_key if key in data), None)
        if chosen is None:
            yield from self._unchosen(data, path)
            return
        kind = self.by_key[chosen]
        strays = [key for key in data if key in self.known() and key not in kind.known()]
        for key in strays:
            yield Problem((*path, key), f'"{key}" does not go with "{chosen}"')
        yield from kind.check({key: value for key, value in data.items() if key not in strays}, path)

    def _unchosen(self, data: dict[str, Any], path: Path) -> Iterator[Problem]:
        unknown = [key for key in data if key not in self.known()]
        for key in unknown:
            yield unknown_key(key, self.known(), path)
        if not unknown:
            yield Problem(path, f"needs one of {', '.join(self.by_key)}")

    def schema(self) -> Schema:
        return {"anyOf": [kind.schema() for kind in self.by_key.values()]}


class Shared(NamedTuple):
    """A format by its name, so that it may hold itself; its schema stands under `$defs`."""

    name: str
    formats: Mapping[str, Keyed]

    def known(self) -> tuple[str, ...]:
        return self.formats[self.name].known()

    def check(self, data: Any, path: Path) -> Iterator[Problem]:
        return self.formats[self.name].check(data, path)

    def schema(self) -> Schema:
        return {"$ref": f"#/$defs/{self.name}"}


def unknown_key(key: str, known: Iterable[str], path: Path) -> Problem:
    """Return the problem of a key that the mapping at `path` does not take."""
    return Problem((*path, key), f'unknown key "{key}"{did_you_mean(key, known)}')


def need(what: Format, description: str) -> Field:
    """Return a key that must be present."""
    return Field(what, description, required=True)


def sole(word: str, what: Format, description: str) -> Record:
    """Return a mapping of this one key."""
    return Record({word: need(what, description)})
