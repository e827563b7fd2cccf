"""A configuration file as plain data, with the place of every value; what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from edgelint.config import ConfigError
from edgelint.files.source import decode
from edgelint.json_text.nodes import Path
from edgelint.json_text.text import LineIndex, Position

_TABLE = ("tool", "edgelint")


class Document(NamedTuple):
    """The data of a configuration; `root` is the path of it in the file, `path` how messages spell the file."""

    path: str
    text: str
    root: Path
    data: Any
    places: Mapping[Path, Position]

    def place(self, path: Path) -> Position:
        """Return where a path of the data stands, or the nearest parent that stands anywhere."""
        whole = (*self.root, *path)
        while whole not in self.places:
            whole = whole[:-1]
        return self.places[whole]

    def origin(self, path: Path) -> str:
        """Return `file:line:column` of a path of the data."""
        return located(self.path, self.place(path))

    def fail(self, problems: Iterable[tuple[Path, str]]) -> None:
        """Raise ConfigError with all problems, in the order of the file; nothing where there is none."""
        found = sorted((self.place(path), message) for path, message in problems)
        if found:
            raise ConfigError("\n".join(f"{located(self.path, place)}: {message}" for place, message in found))


def located(path: str, place: Position) -> str:
    """Return `file:line:column`."""
    return f"{path}:{place.line}:{place.column}"


def read_document(data: bytes, path: str, *, toml: bool) -> Document | None:
    """Return the configuration of a file, None where a TOML file has no table of edgelint; raises ConfigError."""
    source = decode(data)
    if source.fault:
        place = LineIndex(source.text).position(source.fault.offset)
        raise ConfigError(f"{located(path, place)}: {source.fault.reason}")
    return _toml(source.text, path) if toml else _yaml(source.text, path)


def _yaml(text: str, path: str) -> Document:
    from edgelint.rule_files.yaml_reader import YamlError, read_yaml

    try:
        data, places = read_yaml(text)
    except YamlError as error:
        raise ConfigError(f"{path}:{error}") from None
    return Document(path, text, (), {} if data is None else data, places)


def _toml(text: str, path: str) -> Document | None:
    import tomllib

    from edgelint.config.toml_places import toml_places

    try:
        data: Any = tomllib.loads(text)
        for key in _TABLE:
            data = data.get(key) if isinstance(data, dict) else None
        return None if data is None else Document(path, text, _TABLE, _without_dates(data), toml_places(text))
    except (ValueError, RecursionError) as error:  # of tomllib: no TOML, a number too long, nested too deep
        raise ConfigError(_toml_fault(str(error), text, path)) from None


def _toml_fault(message: str, text: str, path: str) -> str:
    import re

    found = re.search(r" \(at line (\d+), column (\d+)\)$", message)
    place = Position(int(found[1]), int(found[2])) if found else LineIndex(text).position(len(text))
    reason = re.sub(r" \(at [^()]*\)$", "", message)
    return f"{located(path, place)}: {reason[:1].lower()}{reason[1:]}"


def _without_dates(data: Any) -> Any:
    """Return the data with dates and times as their ISO text, as YAML has them."""
    if isinstance(data, dict):
        return {key: _without_dates(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_without_dates(item) for item in data]
    return data.isoformat() if hasattr(data, "isoformat") else data
