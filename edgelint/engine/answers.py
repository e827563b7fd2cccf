"""The answers file: values that only a person knows, for fixes that need one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from edgelint.json_text.text import Position
from edgelint.manifests.module_names import NAME_RULE, unfit_name

Question = tuple[str, ...]
"""The path of a value in the answers file, such as ("shares", "input")."""

SHARE_RULE = "3 to 63 letters, digits and single hyphens between them"
PORT_RULE = "a number from 1 to 65535, but not 35000 and 35001, which the IoT Edge proxy uses"

# What may stand under each section, by depth.
_SECTIONS = {"shares": (1, str), "ports": (2, int), "modules": (1, str)}

WANTED = {
    "shares": f"the name of a share on the GPU device: {SHARE_RULE}",
    "ports": f"the new port: {PORT_RULE}",
    "modules": f"the new name of the module: {NAME_RULE}",
}
"""What an answer of each section is, for people."""


class Answers(dict[str, Any]):
    """The answers of a file, section by section; `asked` are the questions that were put to them."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """Take the data of the file."""
        super().__init__(data)
        self.asked: set[Question] = set()

    def unused(self) -> list[Question]:
        """Return the questions that are answered here and that nobody asked, as they are written."""
        return [question for question in _answered(self, ()) if question not in self.asked]


class AnswersError(ValueError):
    """An answers file that cannot be used; `position` counts from 1."""

    def __init__(self, position: Position, reason: str) -> None:
        super().__init__(f"{position.line}:{position.column}: {reason}")


def read_answers(text: str) -> Answers:
    """Return the answers of a YAML text, section by section; raises AnswersError for a wrong key, type or value."""
    from edgelint.rule_files.yaml_reader import YamlError, read_yaml

    try:
        data, positions = read_yaml(text, number_keys=True)
    except YamlError as error:
        raise AnswersError(Position(error.line, error.column), error.reason) from None
    if data is None:
        return Answers({})
    if not isinstance(data, dict):
        raise AnswersError(positions[()], f"answers are a mapping of {', '.join(_SECTIONS)}")
    for section, value in data.items():
        if section not in _SECTIONS:
            raise AnswersError(positions[section,], _unknown(section))
        _check(value, (section,), *_SECTIONS[section], positions)
    return Answers(data)


def answer(answers: Mapping[str, Any], question: Question) -> str | int | None:
    """Return the answer to a question, None where there is none; it counts as asked."""
    if isinstance(answers, Answers):
        answers.asked.add(question)
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
        reason = _UNFIT[path[0]](value)
        if reason:
            raise AnswersError(positions[path], f"{'.'.join(path)} cannot be {value}: {reason}")
        return
    if not isinstance(value, dict):
        raise AnswersError(positions[path], f"{'.'.join(path)} must be a mapping")
    for key, item in value.items():
        _check(item, (*path, key), depth - 1, kind, positions)


def _answered(data: Any, path: Question) -> Iterator[Question]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _answered(value, (*path, key))
    elif data is not None:
        yield path


def _unfit_share(name: str) -> str:
    return (
        ""
        if re.fullmatch(r"(?=.{3,63}\Z)[A-Za-z0-9](-?[A-Za-z0-9])*", name)
        else f"the name of a share has {SHARE_RULE}"
    )


def _unfit_port(port: int) -> str:
    return "" if 1 <= port <= 65535 and port not in (35000, 35001) else f"a port is {PORT_RULE}"


_UNFIT: dict[str, Callable[[Any], str]] = {"shares": _unfit_share, "ports": _unfit_port, "modules": unfit_name}


def _unknown(section: str) -> str:
    from difflib import get_close_matches

    close = get_close_matches(section, _SECTIONS, 1)
    return f'unknown key "{section}"' + (
        f'; did you mean "{close[0]}"?' if close else f"; known are {', '.join(_SECTIONS)}"
    )
