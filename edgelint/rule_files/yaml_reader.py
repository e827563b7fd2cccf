"""YAML text as plain data with the place of every value; the only door to ruamel.yaml."""

import math
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, Never

from edgelint.json_text.nodes import Path
from edgelint.json_text.text import LineIndex, Position

DEEPEST = 100
"""How many lists and mappings may stand inside each other."""

_CORE = "tag:yaml.org,2002:"


class YamlError(ValueError):
    """The text is no YAML that a rule file may hold; `line` and `column` count from 1."""

    def __init__(self, position: Position, reason: str) -> None:
        super().__init__(f"{position.line}:{position.column}: {reason}")
        self.line, self.column = position
        self.reason = reason


class Yaml(NamedTuple):
    """Plain data, and where each path of it stands: members at their key, items at themselves, `()` at the document."""

    data: Any
    positions: dict[Path, Position]


def read_yaml(text: str, *, number_keys: bool = False) -> Yaml:
    """Read one YAML 1.2 document of the core schema (https://yaml.org/spec/1.2.2/#103-core-schema).

    With `number_keys` a key may be a whole number, which then is its text.

    Timestamps stay text and an empty text gives None. Raises YamlError for what is no YAML, and for anchors, aliases,
    foreign tags, repeated keys, keys that are no text, infinite numbers, a second document, and nesting beyond DEEPEST.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError
    from ruamel.yaml.reader import ReaderError

    positions: dict[Path, Position] = {(): Position(1, 1)}
    reading = _Reading(YAML(typ="safe", pure=True).parse(text), positions, number_keys)
    try:
        return Yaml(reading.stream(), positions)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        reason = ", ".join(part for part in (error.context, error.problem) if part)
        raise YamlError(Position(mark.line + 1, mark.column + 1), reason) from error
    except ReaderError as error:
        reason = f"character U+{error.character:04X} is not allowed"
        raise YamlError(LineIndex(text).position(error.position), reason) from error
    except (ValueError, OverflowError) as error:
        if isinstance(error, YamlError):
            raise
        raise YamlError(reading.position, f"cannot be read: {error}") from error


def flow_mapping(text: str, path: Path) -> tuple[int, int] | None:
    """Return where the braces of the mapping at a path of a readable text begin and end; None where it has none."""
    from ruamel.yaml import YAML

    node = YAML(typ="safe", pure=True).compose(text)
    for step in path:
        node = next((value for key, value in getattr(node, "value", ()) if key.value == step), None)
        if getattr(node, "id", "") != "mapping":
            return None
    return (node.start_mark.index, node.end_mark.index) if node and node.flow_style else None


class _Reading:
    """The walk over the events of one text; no event refers back to another, so the walk is as long as the text."""

    def __init__(self, events: Iterator[Any], positions: dict[Path, Position], number_keys: bool) -> None:
        self._events = events
        self._positions = positions
        self._number_keys = number_keys
        self.position = Position(1, 1)

    def stream(self) -> Any:
        self._next()
        if self._next() == "StreamEnd":
            return None
        self._positions[()] = self.position
        self._next()
        data = self._value(())
        self._next()
        if self._next() == "DocumentStart":
            self._fail("a second document starts here; a file holds one")
        return data

    def _next(self) -> str:
        self._event = next(self._events)
        mark = self._event.start_mark
        self.position = Position(mark.line + 1, mark.column + 1)
        return type(self._event).__name__.removesuffix("Event")

    def _fail(self, reason: str) -> Never:
        raise YamlError(self.position, reason)

    def _value(self, path: Path) -> Any:
        """Return the value that the current event starts, and leave the walk at its last event."""
        event, kind = self._event, type(self._event).__name__
        if event.anchor is not None:
            self._fail("anchors and aliases are not allowed")
        if len(path) >= DEEPEST and kind != "ScalarEvent":
            self._fail(f"more than {DEEPEST} lists and mappings inside each other")
        if kind == "ScalarEvent":
            return self._scalar(event)
        self._allow_tag(event, "map" if kind == "MappingStartEvent" else "seq")
        return self._mapping(path) if kind == "MappingStartEvent" else self._sequence(path)

    def _mapping(self, path: Path) -> dict[str, Any]:
        members: dict[str, Any] = {}
        while self._next() != "MappingEnd":
            key = self._key()
            if key in members:
                self._fail(f'key "{key}" stands here a second time')
            self._positions[*path, key] = self.position
            self._next()
            members[key] = self._value((*path, key))
        return members

    def _key(self) -> str:
        key = self._value(()) if type(self._event).__name__ in ("ScalarEvent", "AliasEvent") else None
        if self._number_keys and type(key) is int:
            return str(key)
        if not isinstance(key, str):
            self._fail("keys must be text; quote it")
        return key

    def _sequence(self, path: Path) -> list[Any]:
        items: list[Any] = []
        while self._next() != "SequenceEnd":
            place = (*path, len(items))
            self._positions[place] = self.position
            items.append(self._value(place))
        return items

    def _allow_tag(self, event: Any, *names: str) -> None:
        if event.tag not in (None, "!", *(_CORE + name for name in names)):
            self._fail(f"tag {event.tag.replace(_CORE, '!!')} is not allowed")

    def _scalar(self, event: Any) -> Any:
        self._allow_tag(event, "str", *_READERS)
        if event.tag in (None, "!"):
            plain = event.tag is None and event.implicit[0]
            name = _plain_type(event.value) if plain else "str"
        else:
            name = event.tag.removeprefix(_CORE)
        return event.value if name == "str" else self._typed(name, event.value)

    def _typed(self, name: str, text: str) -> Any:
        pattern, read = _READERS[name]
        if not re.fullmatch(pattern, text):
            self._fail(f'"{text}" is not what the tag !!{name} says')
        value = read(text)
        if isinstance(value, float) and not math.isfinite(value):
            self._fail(f"{text} is not a finite number")
        return value


def _plain_type(text: str) -> str:
    return next((name for name, (pattern, _) in _READERS.items() if re.fullmatch(pattern, text)), "str")


def _integer(text: str) -> int:
    base = {"0o": 8, "0x": 16}.get(text[:2], 10)
    return int(text, base)


def _float(text: str) -> float:
    return float(re.sub(r"(?i)\.(inf|nan)", r"\1", text))


_READERS: dict[str, tuple[str, Callable[[str], Any]]] = {
    "null": (r"null|Null|NULL|~|", lambda _: None),
    "bool": (r"true|True|TRUE|false|False|FALSE", lambda text: text.lower() == "true"),
    "int": (r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", _integer),
    "float": (
        r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
        _float,
    ),
}
