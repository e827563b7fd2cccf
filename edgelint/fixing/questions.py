"""Open questions, written into an answers file that a person fills in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

from edgelint.engine.answers import WANTED, AnswersError, Question, read_answers
from edgelint.json_text.text import Position


class Open(NamedTuple):
    """A question that is open, and what a person must know to answer it."""

    question: Question
    comment: str


class Written(NamedTuple):
    """An answers file with new questions, how many these are, and why others could not be added."""

    text: str
    added: int
    failed: tuple[AnswersError, ...] = ()


def with_questions(text: str, questions: Iterable[Open]) -> Written:
    """Return an answers file with the questions that it does not hold yet, each under a comment.

    Everything else stays as it is written. Raises AnswersError for what is wrong in the file.
    """
    known, added, failed = read_answers(text), 0, dict[Question, AnswersError]()
    for item in questions:
        if _holds(known, item.question) or item.question in failed:
            continue
        try:
            text = _with_question(text, item)
            known, added = read_answers(text), added + 1
        except AnswersError as error:
            failed[item.question] = error
    return Written(text, added, tuple(failed.values()))


def _with_question(text: str, item: Open) -> str:
    """Return the text with a question under its section, which is added where it is missing; raises AnswersError."""
    from edgelint.rule_files.yaml_reader import read_yaml

    data, positions = read_yaml(text, number_keys=True)
    depth = max(n for n in range(len(item.question)) if item.question[:n] in positions)
    known = item.question[:depth]
    end = "\r\n" if "\r\n" in text else "\n"
    for new in chain((_in_lines(text, item, known, positions, end),), _in_braces(text, item, known, end)):
        if _adds(new, data or {}, item.question):
            return new
    raise AnswersError(positions[known], f"{'.'.join(item.question)} cannot be added here; write one entry a line")


def _in_lines(text: str, item: Open, known: Question, positions: Mapping[Any, Position], end: str) -> str:
    """Return the text with a question as lines behind those of the section `known`."""
    lines, depth = _lines(text), len(known)
    at = max(place.line for path, place in positions.items() if path[:depth] == known) if depth else len(lines)
    lines[at:at] = _rows(item, depth, _indent(known, positions), end, text)
    return "".join(lines)


def _in_braces(text: str, item: Open, known: Question, end: str) -> Iterator[str]:
    """Yield the text with a question inside the braces of the section `known`, if it has any, behind a comma and without."""
    from edgelint.rule_files.yaml_reader import flow_mapping

    braces = flow_mapping(text, known)
    if braces is None:
        return
    first, last = braces[0], braces[1] - 1
    entry = ": {".join(map(_key, item.question[len(known) :])) + ": " + "}" * (len(item.question) - len(known) - 1)
    line = text.rfind("\n", 0, first) + 1
    blank = text[line : len(text) - len(text[line:].lstrip(" "))]
    comments = "".join(f"{blank}# {comment}{end}" for comment in _comments(item, text))
    for comma in (", ", ""):
        yield text[:line] + comments + text[line:last] + comma + entry + text[last:]


def _lines(text: str) -> list[str]:
    """Split at LF alone, and end the last line."""
    lines = [f"{line}\n" for line in text.split("\n")]
    return lines if lines[-1] != "\n" else lines[:-1]


def _indent(known: Question, positions: Mapping[Any, Position]) -> int:
    """Return how far the entries below a section are indented, or would be."""
    columns = [place.column for path, place in positions.items() if path[:-1] == known and path]
    return columns[0] - 1 if columns else (positions[known].column + 1 if known else 0)


def _rows(item: Open, depth: int, indent: int, end: str, text: str) -> list[str]:
    keys = [f"{_key(key)}:" for key in item.question[depth:]]
    blanks = [" " * (indent + 2 * level) for level in range(len(keys))]
    rows = [blank + key for blank, key in zip(blanks, keys, strict=True)]
    comments = [f"{blanks[-1]}# {comment}" for comment in _comments(item, text)]
    return [row + end for row in (*rows[:-1], *comments, rows[-1])]


def _comments(item: Open, text: str) -> list[str]:
    """Return what is told of a question; what an answer is stands once in a file for all questions of a section."""
    told = "".join(character if character.isprintable() else "\ufffd" for character in item.comment)
    hint = f"Fill in {WANTED[item.question[0]]}"
    return [told] if hint in text else [hint, told]


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
