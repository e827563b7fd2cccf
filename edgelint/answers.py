"""The answers file: values that only a person knows, for fixes that need one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from edgelint.module_names import unfit_name
from edgelint.text import Position

Question = tuple[str, ...]
"""The path of a value in the answers file, such as ("shares", "input")."""

# What may stand under each section, by depth: a text, of modules a name that Kubernetes takes, or for ports a number.
_SECTIONS = {"shares": (1, str), "ports": (2, int), "modules": (1, str)}


class AnswersError(ValueError):
    """An answers file that cannot be used; `position` counts from 1."""

    def __init__(self, position: Position, reason: str) -> None:
        super().__init__(f"{position.line}:{position.column}: {reason}")


def read_answers(text: str) -> dict[str, Any]:
    """Return the answers of a YAML text, section by section; raises AnswersError for a wrong key or type."""
    from edgelint.yaml_reader import YamlError, read_yaml

    try:
        data, positions = read_yaml(text, number_keys=True)
    except YamlError as error:
        raise AnswersError(Position(error.line, error.column), error.reason) from None
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise AnswersError(positions[()], f"answers are a mapping of {', '.join(_SECTIONS)}")
    for section, value in data.items():
        if section not in _SECTIONS:
            raise AnswersError(positions[section,], _unknown(section))
        _check(value, (section,), *_SECTIONS[section], positions)
    return data


def answer(answers: Mapping[str, Any], question: Question) -> str | int | None:
    """Return the answer to a question, None where there is none."""
    found: Any = answers
    for key in question:
        found = found.get(key) if isinstance(found, dict) else None
    return found if isinstance(found, str | int) else None


def _check(value: Any, path: Question, depth: int, kind: type, positions: Mapping[Any, Position]) -> None:
    if value is None:
        return
    if depth == 0:
        if not isinstance(value, kind) or isinstance(value, bool) or value == "":
            wanted = ("a text" if value == "" else "a text; quote it") if kind is str else "a whole number"
            raise AnswersError(positions[path], f"{'.'.join(path)} must be {wanted}")
        reason = unfit_name(str(value)) if path[0] == "modules" else ""
        if reason:
            raise AnswersError(positions[path], f"{'.'.join(path)} cannot be {value}: {reason}")
        return
    if not isinstance(value, dict):
        raise AnswersError(positions[path], f"{'.'.join(path)} must be a mapping")
    for key, item in value.items():
        _check(item, (*path, key), depth - 1, kind, positions)


def _unknown(section: str) -> str:
    from difflib import get_close_matches

    close = get_close_matches(section, _SECTIONS, 1)
    return f'unknown key "{section}"' + (
        f'; did you mean "{close[0]}"?' if close else f"; known are {', '.join(_SECTIONS)}"
    )
