"""Conditions in words near to those of the rule file."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from edgelint.expressions.walking import Steps
from edgelint.rule_files.rules import reference

_ROWS = {"some": "some row of", "none": "no row of", "only": "exactly one row of"}


def said(condition: dict[str, Any]) -> str:
    """Return what a compiled condition asks for, in one line."""
    word = next(iter(condition))
    if word in _ROWS:
        return _rows(word, condition[word])
    return _SAID[word](condition)


def filter_said(steps: Steps, operator: str | None, operand: Any) -> str:
    """Return one test of a filter as the path writes it."""
    path = f"filter {path_text('@', steps)}"
    return path if operator is None else f"{path} {operator} {json.dumps(operand, ensure_ascii=False)}"


def path_text(root: str, steps: Steps) -> str:
    """Return a path in the words of JSONPath; of a filter only that there is one."""
    return root + "".join(_step(*step) for step in steps)


def _step(kind: str, what: Any = None) -> str:
    if kind == "field":
        return f".{what}" if what.isidentifier() else f"['{what}']"
    return {"all": "[*]", "filter": "[?…]"}.get(kind, f"[{what}]")


def _test(condition: dict[str, Any]) -> str:
    root, selector = reference(condition["at"])
    at = f"{{{root}}}" if selector is None else root + selector.source[1:]
    fold = ", case: ignore" if condition["fold"] else ""
    return f"{at} {_operator(*condition['test'])}{fold}"


def _operator(word: str, operand: Any) -> str:
    if word == "not":
        return f"not {_operator(*operand)}"
    return f"{word}: {_quoted(operand) if word == 'matches' else _operand(operand)}"


def _operand(value: Any) -> str:
    """Return a value of the rule as JSON, a whole `{x}` in it as it is."""
    if isinstance(value, list):
        return f"[{', '.join(map(_operand, value))}]"
    whole = isinstance(value, str) and value.startswith("{") and value.endswith("}")
    return value if whole else json.dumps(value, ensure_ascii=False)


def _quoted(text: str) -> str:
    """Return a text in the quotes of YAML that leave a backslash alone."""
    return "'" + text.replace("'", "''") + "'"


def _rows(word: str, data: dict[str, Any]) -> str:
    paths = " and ".join(source for source, _ in data["select"])
    where = f" in the {data['in']}" if data["in"] else ""
    return f"{_ROWS[word]} {paths}{where}"


def _earlier(condition: dict[str, Any]) -> str:
    parts = (
        f"{key}: {', '.join(condition['earlier'][key])}" for key in ("same", "differ") if key in condition["earlier"]
    )
    return f"an earlier row, {', '.join(parts)}"


def _total(condition: dict[str, Any]) -> str:
    return f"the total of {condition['total']['of']} first goes above {condition['total']['above']} here"


_SAID: dict[str, Callable[[dict[str, Any]], str]] = {
    "at": _test,
    "any": lambda condition: f"any of {len(condition['any'])}",
    "all": lambda condition: f"all of {len(condition['all'])}",
    "not": lambda condition: f"not: {said(condition['not'])}",
    "earlier": _earlier,
    "total": _total,
}
