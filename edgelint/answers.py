"""The answers file: values that only a person knows, for fixes that need one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from edgelint.text import Position

Question = tuple[str, ...]
"""The path of a value in the answers file, such as ("shares", "input")."""

# What may stand under each section, by depth: a text, or for ports a number.
_SECTIONS = {"shares": (1, str), "ports": (2, int), "modules": (1, str)}


class AnswersError(ValueError):
    """An answers file that cannot be used; `position` counts from 1."""

    def __init__(self, position: Position, reason: str) -> None:
        super().__init__(f"{position.line}:{position.column}: {reason}")


class Open(NamedTuple):
    """A question that is open, and what a person must know to answer it."""

    question: Question
    comment: str


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


def with_questions(text: str, questions: Iterable[Open]) -> str:
    """Return an answers file with the questions that it does not hold yet added, each under a comment that explains it."""
    known = read_answers(text)
    lines = text.splitlines()
    for item in questions:
        if not _holds(known, item.question):
            _insert(lines, item)
            known = read_answers("\n".join(lines))
    return "".join(f"{line}\n" for line in lines)


def _insert(lines: list[str], item: Open) -> None:
    """Insert a question under its section, which is added where it is missing."""
    from edgelint.yaml_reader import read_yaml

    positions = read_yaml("\n".join(lines), number_keys=True).positions
    depth = max(n for n in range(len(item.question)) if item.question[:n] in positions)
    at = positions[item.question[:depth]].line if depth else len(lines)
    new = [f"{'  ' * level}{_key(key)}:" for level, key in enumerate(item.question)][depth:]
    comment = [f"{'  ' * (len(item.question) - 1)}# {line}" for line in item.comment.splitlines()]
    lines[at:at] = [*new[:-1], *comment, new[-1]]


def _holds(answers: Any, question: Question) -> bool:
    for key in question:
        if not isinstance(answers, dict) or key not in answers:
            return False
        answers = answers[key]
    return True


def _check(value: Any, path: Question, depth: int, kind: type, positions: Mapping[Any, Position]) -> None:
    if value is None:
        return
    if depth == 0:
        if not isinstance(value, kind) or isinstance(value, bool):
            wanted = "a text; quote it" if kind is str else "a whole number"
            raise AnswersError(positions[path], f"{'.'.join(path)} must be {wanted}")
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


def _key(key: str) -> str:
    """Return a key as YAML; in quotes where it would be read as anything but that text."""
    import json
    import re

    return key if re.fullmatch(r"[A-Za-z_][\w.-]*|[1-9][0-9]*", key) and key.lower() not in _WORDS else json.dumps(key)


_WORDS = ("null", "true", "false", "yes", "no", "on", "off", "y", "n")
