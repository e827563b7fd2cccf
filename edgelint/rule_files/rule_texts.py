"""The texts of a rule file: names, templates, JSONPaths and regular expressions."""

import re

from edgelint.rule_files.formats import Choice, Text


def _pointed(reason: str, text: str, offset: int) -> str:
    """Return the reason with the character at `offset` (from 0); below it, where it is one line, the text and a caret."""
    if "\n" in text:
        return f"{reason}, at character {offset + 1}"
    return f"{reason}, at character {offset + 1}\n    {text}\n    {' ' * offset}^"


def _path_fault(source: str) -> str | None:
    from edgelint.expressions.path_words import SelectorError
    from edgelint.expressions.selectors import lower

    if source.startswith("{"):
        return None
    try:
        lower(source.replace("@", "$", 1) if source.startswith("@") else source)
    except SelectorError as error:
        return _pointed(f"wrong JSONPath: {error.reason}", source, error.offset)
    return None


def _target_fault(source: str) -> str | None:
    from edgelint.expressions.selectors import lower

    fault = _path_fault(source)
    if fault is None and any(step[0] != "field" for step in lower(source) or [["all"]]):
        return f"{source} must name one place: a path of keys alone"
    return fault


def _regex_fault(source: str) -> str | None:
    try:
        re.compile(source)
    except re.error as error:
        return _pointed(f"wrong regular expression: {error.msg}", source, error.pos or 0)
    except OverflowError as error:
        return f"wrong regular expression: {error}"
    return None


_NAME = r"[a-z_]+"
_BRACES = r"\{\{|\}\}|\{[a-z_]+(?:\.[a-z_]+)*\}"
_HINT = "braces must pair around a name, as in {source}; {{ and }} are braces themselves"

TEXT = Text()
LINE = Text(r"\S(?:.*\S)?", "must be one line of text without blanks around it")
TEMPLATE = Text(rf"(?=.*\S)(?:[^{{}}\r\n]|{_BRACES})+", f"must be one line of text; {_HINT}")
LONG_TEMPLATE = Text(rf"(?=[\s\S]*\S)(?:[^{{}}]|{_BRACES})+", f"must be text; {_HINT}")
PART = Text(rf"(?:[^{{}}\r\n]|{_BRACES})*", f"must be one line; {_HINT}")
NAME = Text(_NAME, "must be a name of small letters and _")
FIELD = Text(rf"{_NAME}(?:\.{_NAME})*", "must be the name of a field, as in source_key")
CAPTURE = Text(r"\{[a-z_.]+\}", "must be a number or a whole capture, as in {limit}")
REGEX = Text(r"[\s\S]+", "must not be empty", _regex_fault)
PATH = Text(r"\$[^\r\n]*", "must be a JSONPath that starts at $", _path_fault)
PLACE = Text(
    r"[$@][^\r\n]*|\{[a-z_.]+\}",
    "must be a JSONPath that starts at @ or $, or a whole capture as in {earlier}",
    _path_fault,
)
TARGET = Text(r"\$[^\r\n]*", "must be a JSONPath that starts at $", _target_fault)
SEVERITY = Choice(("error", "warning", "info"))
APPLICABILITY = Choice(("safe", "unsafe", "needs-input"))
CODE = Text(r"[A-Z]{2,5}[0-9]{3}", "must be two to five capitals and three digits, as in ASE101")
RULE_NAME = Text(
    r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", "must be small letters and digits joined by hyphens, as in docker-binds"
)
VERSION = Text(r"[0-9]+(?:\.[0-9]+){1,2}", "must be a version, as in '1.0'")
