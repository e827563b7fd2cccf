"""JSONPath selectors: parsed by jsonpath-ng at load, lowered to a few steps of our own that walk plain data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from edgelint.nodes import Path

MAX_DESCENTS = 2
MAX_MATCHES = 100_000
_OPERATORS = ("==", "!=", "<", "<=", ">", ">=")


class SelectorError(ValueError):
    """A selector that is no JSONPath, or one that edgelint does not take; `offset` counts its characters from 0."""

    def __init__(self, reason: str, offset: int = 0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.offset = offset


class Match(NamedTuple):
    """A value that a selector found, and its path from the root."""

    path: Path
    value: Any


Steps = list[list[Any]]


def lower(source: str) -> Steps | None:
    """Return the steps of a selector that starts at `$`, or None where only jsonpath-ng itself can run it.

    A step is one of `["field", name]`, `["index", number]`, `["all"]` and `["filter", [[steps, operator, value], …]]`
    (operator and value None for an existence test); plain lists, so that they can be kept as JSON.
    Raises SelectorError.
    """
    tree = _parse(source)
    _check(tree, source)
    try:
        return list(_lowered(tree))
    except _NotLoweredError:
        return None


def select(steps: Steps, root: Any, path: Path = ()) -> Iterator[Match]:
    """Yield what the steps find below `root`, which stands at `path`."""
    found: Iterator[Match] = iter([Match(path, root)])
    for step in steps:
        found = _WALK[step[0]](found, *step[1:])
    return found


def select_by_library(source: str, root: Any) -> Iterator[Match]:
    """Yield what jsonpath-ng finds; raises SelectorError where a path explodes."""
    for count, match in enumerate(_parse(source).find(root)):
        if count == MAX_MATCHES:
            raise SelectorError(f"the path {source} finds more than {MAX_MATCHES} values")
        yield Match(_library_path(match.full_path), match.value)


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
        if all(_passes(match.value, *test) for test in tests):
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


def _passes(value: Any, steps: Steps, operator: str | None, operand: Any) -> bool:
    found = [match.value for match in select(steps, value)]
    if operator is None:
        return bool(found)
    if not found:
        return operator == "!="
    return compare(found[0], operator, operand)


def compare(value: Any, operator: str, operand: Any) -> bool:
    """Compare two JSON values; values of different types are unequal and never in order, a boolean is no number."""
    if operator in ("==", "!="):
        return equal(value, operand) == (operator == "==")
    if not _ordered(value, operand):
        return False
    return bool({"<": value < operand, "<=": value <= operand, ">": value > operand, ">=": value >= operand}[operator])


def equal(value: Any, operand: Any) -> bool:
    """Compare two JSON values for equality; a boolean equals no number."""
    return bool(value == operand) and isinstance(value, bool) == isinstance(operand, bool)


def _ordered(value: Any, operand: Any) -> bool:
    if isinstance(value, str):
        return isinstance(operand, str)
    return _is_number(value) and _is_number(operand)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


class _NotLoweredError(Exception):
    pass


def _parse(source: str) -> Any:
    from jsonpath_ng.exceptions import JSONPathError
    from jsonpath_ng.ext.parser import parse

    if not source.startswith("$"):
        raise SelectorError("a path starts with $")
    try:
        return parse(source)
    except JSONPathError as error:
        raise SelectorError(_reason(str(error)), _offset(str(error), source)) from None


def _reason(message: str) -> str:
    return message.partition("\n")[0]


def _offset(message: str, source: str) -> int:
    import re

    place = re.search(r"\b1:(\d+)\b", message) or re.search(r"line 1, col (\d+)", message)
    return min(int(place.group(1)), len(source)) if place else len(source)


def _lowered(tree: Any) -> Iterator[list[Any]]:
    kind = type(tree).__name__
    if kind in ("Root", "This"):
        return
    if kind != "Child":
        raise _NotLoweredError
    yield from _lowered(tree.left)
    yield _lowered_step(tree.right)


def _lowered_step(tree: Any) -> list[Any]:
    kind = type(tree).__name__
    if kind == "Wildcard" or (kind == "Fields" and tree.fields == ("*",)):
        return ["all"]
    if kind == "Fields" and len(tree.fields) == 1:
        return ["field", tree.fields[0]]
    if kind == "Index" and len(tree.indices) == 1:
        return ["index", tree.indices[0]]
    if kind == "Filter":
        return ["filter", [_lowered_test(test) for test in tree.expressions]]
    raise _NotLoweredError


def _lowered_test(test: Any) -> list[Any]:
    if type(test).__name__ != "Expression" or test.op not in (None, *_OPERATORS):
        raise _NotLoweredError
    if not isinstance(test.value, str | int | float | bool | None):
        raise _NotLoweredError
    return [list(_lowered(test.target)), test.op, test.value]


_KNOWN = ("Root", "This", "Child", "Fields", "Index", "Wildcard", "Slice", "Filter", "Descendants")


def _check(tree: Any, source: str) -> None:
    """Refuse what makes up places (len, sub, split …) and what explodes."""
    descents = 0
    for node in _nodes(tree):
        kind = type(node).__name__
        if kind not in _KNOWN:
            raise SelectorError(f"{kind.lower()} is not supported in a path")
        descents += kind == "Descendants"
    if descents > MAX_DESCENTS:
        raise SelectorError(f"a path descends (..) at most {MAX_DESCENTS} times", source.rfind(".."))


def _nodes(tree: Any) -> Iterator[Any]:
    yield tree
    for side in ("left", "right"):
        if hasattr(tree, side):
            yield from _nodes(getattr(tree, side))


def _library_path(full_path: Any) -> Path:
    kind = type(full_path).__name__
    if kind in ("Root", "This"):
        return ()
    if kind == "Child":
        return _library_path(full_path.left) + _library_path(full_path.right)
    step: str | int = full_path.fields[0] if kind == "Fields" else full_path.indices[0]
    return (step,)
