"""The conditions of `where`: each tells whether a selected value is one that the rule speaks of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from edgelint.engine.context import Context, field, resolve
from edgelint.engine.scope import Hit
from edgelint.expressions.templates import value
from edgelint.expressions.walking import equal
from edgelint.expressions.words import WORDS, is_number
from edgelint.rule_files.rules import Selector


def holds(conditions: list[dict[str, Any]], context: Context) -> Context | None:
    """Return the context with what the conditions captured where all of them hold, else None."""
    for condition in conditions:
        word = next(iter(condition))
        after = _CONDITIONS[word](condition[word], condition, context)
        if after is None:
            return None
        context = after
    return context


def _at(at: Any, condition: dict[str, Any], context: Context) -> Context | None:
    found = resolve(at, context)
    return context if _passes(condition["test"], condition["fold"], found, context) else None


def _passes(test: list[Any], fold: bool, found: list[Hit], context: Context) -> bool:
    word, operand = test
    if word == "not":
        return not _passes(operand, fold, found, context)
    if word == "exists":
        return bool(found) is bool(operand)
    if word in ("equals", "in", "above"):
        try:
            operand = value(operand, context.lookup)
        except KeyError:
            return False
    return any(_TESTS[word](hit.value, operand, fold) for hit in found)


def _equals(found: Any, operand: Any, fold: bool) -> bool:
    return equal(_folded(found, fold), _folded(operand, fold))


def _in(found: Any, operand: list[Any], fold: bool) -> bool:
    return any(_equals(found, item, fold) for item in operand)


def _matches(found: Any, operand: str, fold: bool) -> bool:
    return isinstance(found, str) and _pattern(operand, fold).search(found) is not None


def _is(found: Any, operand: str, _fold: bool) -> bool:
    return WORDS[operand](found)


def _above(found: Any, operand: Any, _fold: bool) -> bool:
    return is_number(found) and is_number(operand) and bool(found > operand)


_TESTS: dict[str, Callable[[Any, Any, bool], bool]] = {
    "equals": _equals,
    "in": _in,
    "matches": _matches,
    "is": _is,
    "above": _above,
}


def _any(conditions: list[Any], _condition: Any, context: Context) -> Context | None:
    return next((after for item in conditions if (after := holds([item], context)) is not None), None)


def _all(conditions: list[Any], _condition: Any, context: Context) -> Context | None:
    return holds(conditions, context)


def _not(condition: Any, _condition: Any, context: Context) -> Context | None:
    return context if holds([condition], context) is None else None


def _some(data: dict[str, Any], _condition: Any, context: Context) -> Context | None:
    return next(_rows(data, context), None)


def _none(data: dict[str, Any], _condition: Any, context: Context) -> Context | None:
    return context if next(_rows(data, context), None) is None else None


def _only(data: dict[str, Any], _condition: Any, context: Context) -> Context | None:
    found = list(_rows(data, context))
    return found[0] if len(found) == 1 else None


def _rows(data: dict[str, Any], context: Context) -> Iterator[Context]:
    """Yield the context for each other row that the conditions hold for, with the row captured under `as`."""
    for inner in others(data, context):
        if holds(data["where"], inner) is not None:
            captures = {**context.captures, data["as"]: inner.current} if data["as"] else context.captures
            yield context._replace(captures=captures)


def others(data: dict[str, Any], context: Context) -> Iterator[Context]:
    """Yield the context in which some, none and only look at each other row."""
    root = context.root.whole if data["in"] == "manifest" else context.root
    rows = [hit for selector in data["select"] for hit in root.select(Selector(*selector))]
    for number, hit in enumerate(rows):
        yield context._replace(root=root, current=hit, rows=rows, number=number)


def _earlier(data: dict[str, Any], _condition: Any, context: Context) -> Context | None:
    for hit in context.rows[: context.number]:
        same = all(_is_same(hit, context.current, name) for name in data.get("same", ()))
        if same and all(_is_different(hit, context.current, name) for name in data.get("differ", ())):
            return context._replace(captures={**context.captures, "earlier": hit})
    return None


def _is_same(first: Hit, second: Hit, name: str) -> bool:
    found = field(first.value, name)
    return found is not None and equal(found, field(second.value, name))


def _is_different(first: Hit, second: Hit, name: str) -> bool:
    return not equal(field(first.value, name), field(second.value, name))


def _total(data: dict[str, Any], _condition: Any, context: Context) -> Context | None:
    """Hold for the row with which the sum over the rows up to it first goes above the bound."""
    before, after = sums(data, context)
    return context if before <= data["above"] < after else None


def sums(data: dict[str, Any], context: Context) -> tuple[Any, Any]:
    """Return the sum that `total` adds up over the rows before this one, and with it."""
    amounts = [field(hit.value, data["of"]) for hit in context.rows[: context.number + 1]]
    numbers = [amount if is_number(amount) else 0 for amount in amounts]
    return sum(numbers[:-1]), sum(numbers)


_CONDITIONS: dict[str, Callable[[Any, Any, Context], Context | None]] = {
    "at": _at,
    "any": _any,
    "all": _all,
    "not": _not,
    "some": _some,
    "none": _none,
    "only": _only,
    "earlier": _earlier,
    "total": _total,
}


def _folded(found: Any, fold: bool) -> Any:
    return found.lower() if fold and isinstance(found, str) else found


@cache
def _pattern(source: str, fold: bool) -> Any:
    import re

    return re.compile(source, re.IGNORECASE if fold else 0)
