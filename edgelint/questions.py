"""Open questions, written into an answers file that a person fills in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from edgelint.answers import AnswersError, Question, read_answers
from edgelint.text import Position


class Open(NamedTuple):
    """A question that is open, and what a person must know to answer it."""

    question: Question
    comment: str


def with_questions(text: str, questions: Iterable[Open]) -> tuple[str, int]:
    """Return an answers file with the questions that it does not hold yet, each under a comment; and how many are new.

    Everything else stays as it is written. Raises AnswersError for what is wrong in the file, and where it is written in
    such a way that a line cannot be added.
    """
    known, added = read_answers(text), 0
    for item in questions:
        if not _holds(known, item.question):
            text = _with_question(text, item)
            known, added = read_answers(text), added + 1
    return text, added


def _with_question(text: str, item: Open) -> str:
    """Return the text with a question under its section, which is added where it is missing."""
    from edgelint.yaml_reader import read_yaml

    data, positions = read_yaml(text, number_keys=True)
    depth = max(n for n in range(len(item.question)) if item.question[:n] in positions)
    known = item.question[:depth]
    lines = _lines(text)
    at = max(place.line for path, place in positions.items() if path[:depth] == known) if depth else len(lines)
    lines[at:at] = _rows(item, depth, _indent(known, positions), "\r\n" if "\r\n" in text else "\n")
    new = "".join(lines)
    if not _adds(new, data or {}, item.question):
        raise AnswersError(positions[known], f"{'.'.join(item.question)} cannot be added here; write one entry a line")
    return new


def _lines(text: str) -> list[str]:
    """Split at LF alone, and end the last line."""
    lines = [f"{line}\n" for line in text.split("\n")]
    return lines if lines[-1] != "\n" else lines[:-1]


def _indent(known: Question, positions: Mapping[Any, Position]) -> int:
    """Return how far the entries below a section are indented, or would be."""
    columns = [place.column for path, place in positions.items() if path[:-1] == known and path]
    return columns[0] - 1 if columns else (positions[known].column + 1 if known else 0)


def _rows(item: Open, depth: int, indent: int, end: str) -> list[str]:
    keys = [f"{_key(key)}:" for key in item.question[depth:]]
    blanks = [" " * (indent + 2 * level) for level in range(len(keys))]
    rows = [blank + key for blank, key in zip(blanks, keys, strict=True)]
    comment = "".join(character if character.isprintable() else "\ufffd" for character in item.comment)
    return [row + end for row in (*rows[:-1], f"{blanks[-1]}# {comment}", rows[-1])]


def _adds(text: str, known: dict[str, Any], question: Question) -> bool:
    """Tell whether a text says what is known and asks the question, and nothing else."""
    try:
        data: Any = read_answers(text)
    except AnswersError:
        return False
    inside = data
    for key in question[:-1]:
        inside = inside.get(key) if isinstance(inside, dict) else None
    if not isinstance(inside, dict) or inside.pop(question[-1], "") is not None:
        return False
    return bool(_without_nothing(data) == _without_nothing(known))


def _without_nothing(data: Any) -> Any:
    """Return sections without those that hold nothing."""
    if not isinstance(data, dict):
        return data
    members = {key: _without_nothing(value) for key, value in data.items()}
    return {key: value for key, value in members.items() if value not in (None, {})}


def _holds(answers: Any, question: Question) -> bool:
    for key in question:
        if not isinstance(answers, dict) or key not in answers:
            return False
        answers = answers[key]
    return True


def _key(key: str) -> str:
    """Return a key as YAML; in quotes where it would be read as anything but that text."""
    import json
    import re

    if re.fullmatch(r"[A-Za-z_][\w.-]*|[1-9][0-9]*", key) and key.lower() not in _WORDS:
        return key
    return json.dumps(key, ensure_ascii=not key.isprintable())


_WORDS = ("null", "true", "false", "yes", "no", "on", "off", "y", "n")
