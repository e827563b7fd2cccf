"""Formats: small descriptions of values that check them, all faults at once, and print themselves as JSON Schema."""

import re
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from typing import Any, NamedTuple, Protocol

from edgelint.json_text.nodes import Path

Schema = dict[str, Any]


class Problem(NamedTuple):
    """What is wrong with the data at a path; the message is for people."""

    path: Path
    message: str


class Format(Protocol):
    """What data may look like: `check` yields each departure below `path`, `schema` says the same in draft 2020-12."""

    def check(self, data: Any, path: Path) -> Iterator[Problem]: ...

    def schema(self) -> Schema: ...


class Anything:
    """Any value at all."""

    def check(self, data: Any, path: Path) -> Iterator[Problem]:
        yield from ()

    def schema(self) -> Schema:
        return {}


class Flag:
    """True or false."""

    def check(self, data: Any, path: Path) -> Iterator[Problem]:
        if not isinstance(data, bool):
            yield wrong_type(path, "true or false", data)

    def schema(self) -> Schema:
        return {"type": "boolean"}


class Number:
    """A number; true and false are none."""

    def check(self, data: Any, path: Path) -> Iterator[Problem]:
        if isinstance(data, bool) or not isinstance(data, int | float):
            yield wrong_type(path, "a number", data)

    def schema(self) -> Schema:
        return {"type": "number"}


class Text(NamedTuple):
    """Text that a regular expression matches as a whole; `fault` may say more than a pattern can."""

    pattern: str = r"[\s\S]*\S[\s\S]*"
    hint: str = "must not be empty"
    fault: Callable[[str], str | None] = lambda _: None

    def check(self, data: Any, path: Path) -> Iterator[Problem]:
        if not isinstance(data, str):
            yield wrong_type(path, "text", data)
        elif not re.fullmatch(self.pattern, data):
            yield Problem(path, self.hint)
        elif fault := self.fault(data):
            yield Problem(path, fault)

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^(?:{self.pattern})$"}


class Choice(NamedTuple):
    """One word of a few."""

    words: tuple[str, ...]

    def check(self, data: Any, path: Path) -> Iterator[Problem]:
        if not isinstance(data, str):
            yield wrong_type(path, f"one of {', '.join(self.words)}", data)
        elif data not in self.words:
            guess = did_you_mean(data, self.words)
            yield Problem(path, f'"{data}" is not one of {", ".join(self.words)}{guess}')

    def schema(self) -> Schema:
        return {"enum": list(self.words)}


class ListOf(NamedTuple):
    """A list of one format."""

    item: Format
    at_least: int = 1

    def check(self, data: Any, path: Path) -> Iterator[Problem]:
        if not isinstance(data, list):
            yield wrong_type(path, "a list", data)
            return
        if len(data) < self.at_least:
            yield Problem(path, "must not be empty")
        for index, item in enumerate(data):
            yield from self.item.check(item, (*path, index))

    def schema(self) -> Schema:
        return {"type": "array", "items": self.item.schema(), "minItems": self.at_least}


class MapOf(NamedTuple):
    """A mapping from any name to one format."""

    value: Format

    def check(self, data: Any, path: Path) -> Iterator[Problem]:
        if not isinstance(data, dict):
            yield wrong_type(path, "a mapping", data)
            return
        for key, value in data.items():
            yield from self.value.check(value, (*path, key))

    def schema(self) -> Schema:
        return {"type": "object", "additionalProperties": self.value.schema()}


class Either(NamedTuple):
    """One format for values of a Python type, another for the rest."""

    type: type
    then: Format
    otherwise: Format

    def check(self, data: Any, path: Path) -> Iterator[Problem]:
        return (self.then if isinstance(data, self.type) else self.otherwise).check(data, path)

    def schema(self) -> Schema:
        return {"anyOf": [self.otherwise.schema(), self.then.schema()]}


def one_or_list(item: Format, at_least: int = 1) -> Format:
    """Return the format of a list of items, or of one that needs no list."""
    return Either(list, ListOf(item, at_least), item)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `; did you mean "…"?` with the known word nearest to this one, or nothing."""
    near = get_close_matches(word, list(known), 1)
    return f'; did you mean "{near[0]}"?' if near else ""


def wrong_type(path: Path, wanted: str, data: Any) -> Problem:
    """Return the problem of a value that is of another type than wanted."""
    names = {bool: "true or false", str: "text", int: "a number", float: "a number", list: "a list", dict: "a mapping"}
    return Problem(path, f"must be {wanted}, not {names.get(type(data), 'nothing')}")
