"""The steps of selectors walked through plain data, and the comparison of JSON values."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from edgelint.expressions.words import is_number
from edgelint.json_text.nodes import Path


class Match(NamedTuple):
    """A value that a selector found, and its path from the root."""

    path: Path
    value: Any


Steps = list[list[Any]]
"""What `selectors.lower` makes of a selector."""


def select(steps: Steps, root: Any, path: Path = ()) -> Iterator[Match]:
    """Yield what the steps find below `root`, which stands at `path`."""
    found: Iterator[Match] = iter([Match(path, root)])
    for step in steps:
        found = _WALK[step[0]](found, *step[1:])
    return found


def _fields(found: Iterator[Match], name: str) -> Iterator[Match]:
    for path, value in found:
        if isinstance(value, dict) and name in value:
            yield Match((*path, name), value[name])


def _indices(found: Iterator[Match], number: int) -> Iterator[Match]:
    for path, value in found:
        if isinstance(value, list) and -len(value) <= number < len(value):
            yield Match((*path, number % len(value)), value[number])


def _all(found: Iterator[Match]) -> Iterator[Match]:
    for path, value in found:
        for step, item in _children(value):
            yield Match((*path, step), item)


def _filtered(found: Iterator[Match], tests: list[list[Any]]) -> Iterator[Match]:
    for match in _all(found):
        if all(passes(match.value, *test) for test in tests):
            yield match


_WALK: dict[str, Callable[..., Iterator[Match]]] = {
    "field": _fields,
    "index": _indices,
    "all": _all,
    "filter": _filtered,
}


def _children(value: Any) -> Iterator[tuple[str | int, Any]]:
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from enumerate(value)


def passes(value: Any, steps: Steps, operator: str | None, operand: Any) -> bool:
    """Tell whether a value passes one test of a filter."""
    found = [match.value for match in select(steps, value)]
    if operator is None:
        return bool(found)
    if not found:
        return operator == "!="
    return any(compare(item, operator, operand) for item in found)


def compare(value: Any, operator: str, operand: Any) -> bool:
    """Compare two JSON values; values of different types are unequal and never in order, a boolean is no number."""
    if operator in ("==", "!="):
        return equal(value, operand) == (operator == "==")
    if equal(value, operand):
        return operator in ("<=", ">=")
    return _ordered(value, operand) and bool(value < operand) == operator.startswith("<")


def equal(value: Any, operand: Any) -> bool:
    """Compare two JSON values for equality; a boolean equals no number."""
    if isinstance(value, list) and isinstance(operand, list):
        return len(value) == len(operand) and all(map(equal, value, operand))
    if isinstance(value, dict) and isinstance(operand, dict):
        return value.keys() == operand.keys() and all(equal(item, operand[key]) for key, item in value.items())
    return bool(value == operand) and isinstance(value, bool) == isinstance(operand, bool)


def _ordered(value: Any, operand: Any) -> bool:
    if isinstance(value, str):
        return isinstance(operand, str)
    return is_number(value) and is_number(operand)
