"""JSONPath selectors: parsed by jsonpath-ng at load, lowered to the few steps that `walking` takes through plain data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edgelint.expressions.path_words import SelectorError, check_words, word_at
from edgelint.expressions.walking import Match, Steps
from edgelint.json_text.nodes import Path

MAX_MATCHES = 100_000
_OPERATORS = ("==", "!=", "<", "<=", ">", ">=")


def lower(source: str) -> Steps | None:
    """Return the steps of a selector that starts at `$`, or None where only jsonpath-ng itself can run it.

    A step is one of `["field", name]`, `["index", number]`, `["all"]` and `["filter", [[steps, operator, value], …]]`
    (operator and value None for an existence test); plain lists, so that they can be kept as JSON.

    What the steps mean is RFC 9535: values of different types are unequal and have no order, `<=` and `>=` hold for equal
    values of any type, a comparison with nothing holds for `!=` alone, and where a test finds several values one that
    passes is enough (RFC 9535 has no such test). jsonpath-ng finds the same in the same order, but tells the place of an
    index from the end by its negative number.
    Raises SelectorError.
    """
    check_words(source)
    tree = _parse(source)
    try:
        return list(_lowered(tree, "Root"))
    except _NotLoweredError:
        return None


def select_by_library(source: str, root: Any) -> Iterator[Match]:
    """Yield what jsonpath-ng finds; raises SelectorError where a path explodes."""
    for count, match in enumerate(_parse(source).find(root)):
        if count == MAX_MATCHES:
            raise SelectorError(f"the path {source} finds more than {MAX_MATCHES} values")
        yield Match(_library_path(match), match.value)


class _NotLoweredError(Exception):
    pass


def _parse(source: str) -> Any:
    from jsonpath_ng.exceptions import JSONPathError
    from jsonpath_ng.ext.parser import parse

    try:
        return parse(source)
    except JSONPathError as error:
        word, offset = word_at(source, _offset(str(error), source))
        raise SelectorError(f"unexpected {word}" if word else "the path ends too early", offset) from None


def _offset(message: str, source: str) -> int:
    """Return the offset that a message of jsonpath-ng names, as `line:column` or in words."""
    import re

    place = re.search(r"at (\d+):(\d+) near|line (\d+), col (\d+)", message)
    if place is None:
        return len(source)
    line, column = (int(number) for number in place.groups() if number)
    breaks = [0, *(match.start() for match in re.finditer("\n", source))]
    return breaks[line - 1] + column


def _lowered(tree: Any, start: str) -> Iterator[list[Any]]:
    """Yield the steps of a path that begins with a node of the kind `start`."""
    if type(tree).__name__ == start:
        return
    if type(tree).__name__ != "Child":
        raise _NotLoweredError
    yield from _lowered(tree.left, start)
    yield _lowered_step(tree.right)


def _lowered_step(tree: Any) -> list[Any]:
    kind = type(tree).__name__
    if _is_wildcard(tree, kind):
        return ["all"]
    if kind == "Fields" and len(tree.fields) == 1:
        return ["field", tree.fields[0]]
    if kind == "Index" and len(tree.indices) == 1:
        return ["index", tree.indices[0]]
    if kind == "Filter":
        return ["filter", [_lowered_test(test) for test in tree.expressions]]
    raise _NotLoweredError


def _is_wildcard(tree: Any, kind: str) -> bool:
    """Tell whether a node means *, which has no class of its own before jsonpath-ng 1.16."""
    if kind == "Slice":
        return tree.start is tree.end is tree.step is None
    return kind == "Wildcard" or (kind == "Fields" and tree.fields == ("*",))


def _lowered_test(test: Any) -> list[Any]:
    if type(test).__name__ != "Expression" or test.op not in (None, *_OPERATORS):
        raise _NotLoweredError
    if not isinstance(test.value, str | int | float | bool | None):
        raise _NotLoweredError
    return [list(_lowered(test.target, "This")), test.op, test.value]


def _library_path(match: Any) -> Path:
    """Return the path of a match of jsonpath-ng; an index from the end becomes one from the start."""
    steps: list[str | int] = []
    while match.context is not None:
        around = match.context.value
        by_name = isinstance(around, dict)
        steps.append(match.path.fields[0] if by_name else match.path.indices[0] % len(around))
        match = match.context
    return tuple(reversed(steps))
