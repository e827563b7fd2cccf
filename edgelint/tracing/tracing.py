"""Conditions step by step: what each looked at, what it saw and whether it held, as the engine itself judges it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from edgelint.engine.condition_texts import filter_said, said
from edgelint.engine.conditions import holds, others, sums
from edgelint.engine.context import Context, resolve
from edgelint.engine.scope import Hit
from edgelint.expressions.templates import fill
from edgelint.expressions.walking import passes, select
from edgelint.rule_files.rules import Selector, reference
from edgelint.tracing.sight import Sight, is_row

_SHOWN_ROWS = 2


class Step(NamedTuple):
    """One step: what it asks for, whether that held (None where the engine did not come so far), and what it saw.

    `below` are the steps that it is made of.
    """

    said: str
    held: bool | None
    saw: str = ""
    below: tuple[Step, ...] = ()


def trace(conditions: Sequence[dict[str, Any]], context: Context, sight: Sight) -> tuple[list[Step], Context | None]:
    """Return the steps of conditions all of which must hold, and what `conditions.holds` returns for them."""
    steps: list[Step] = []
    after: Context | None = context
    for condition in conditions:
        if after is None:
            steps.append(Step(said(condition), None))
            continue
        before, after = after, holds([condition], after)
        saw, below = _LOOKS[next(iter(condition))](condition, before, after, sight)
        steps.append(Step(said(condition), after is not None, saw, tuple(below)))
    return steps, after


def trace_filters(selector: Selector, hit: Hit, sight: Sight) -> list[Step]:
    """Return the steps of the filters on the way to a value that the path finds without them."""
    steps: list[Step] = []
    for index, (kind, *rest) in enumerate(selector.steps or ()):
        if kind != "filter":
            continue
        on_the_way = hit.scope.select(selector.beginning(index + 1).unfiltered())
        around = next(each for each in on_the_way if each.path == hit.path[: index + 1])
        for test in rest[0]:
            failed = bool(steps) and not steps[-1].held
            steps.append(Step(filter_said(*test), None) if failed else _filter_step(test, around, sight))
    return steps


def _filter_step(test: list[Any], hit: Hit, sight: Sight) -> Step:
    found = [Hit(hit.scope, *match) for match in select(test[0], hit.value, hit.path)]
    return Step(filter_said(*test), passes(hit.value, *test), f"saw {sight.hits(found)}")


_Seen = tuple[str, Iterable[Step]]
"""What a condition saw, and the steps that it is made of."""

_Look = Callable[[dict[str, Any], Context, Context | None, Sight], _Seen]
"""Takes a condition and the contexts before and after it."""


def _at(condition: dict[str, Any], context: Context, _after: Context | None, sight: Sight) -> _Seen:
    at = reference(condition["at"])
    names = [*_captures(at.selector.source if at.selector else ""), *_captures(_operand(*condition["test"]))]
    filled = [f"{{{name}}} is {sight.filled(name, context)}" for name in dict.fromkeys(names)]
    found = resolve(at, context)
    seen = "the row" if found == [context.current] and is_row(context.current) else sight.hits(found)
    return "; ".join([f"saw {seen}", *filled]), []


def _operand(word: str, operand: Any) -> Any:
    """Return the operand of a test in which captures are filled, if there is one."""
    if word == "not":
        return _operand(*operand)
    return operand if word in ("equals", "in", "above") else None


def _captures(template: Any) -> list[str]:
    names: list[str] = []
    for text in template if isinstance(template, list) else [template]:
        if isinstance(text, str):
            fill(text, names.append)
    return names


def _any(condition: dict[str, Any], context: Context, _after: Context | None, sight: Sight) -> _Seen:
    steps: list[Step] = []
    for item in condition["any"]:
        done = bool(steps) and steps[-1].held is not False
        steps += [Step(said(item), None)] if done else trace([item], context, sight)[0]
    return "", steps


def _all(condition: dict[str, Any], context: Context, _after: Context | None, sight: Sight) -> _Seen:
    return "", trace(condition["all"], context, sight)[0]


def _not(condition: dict[str, Any], context: Context, _after: Context | None, sight: Sight) -> _Seen:
    (step,), _ = trace([condition["not"]], context, sight)
    return step.saw, step.below


def _rows(condition: dict[str, Any], context: Context, _after: Context | None, sight: Sight) -> _Seen:
    """Show the rows that the conditions hold for, or where there is none those that come nearest to that."""
    (data,) = condition.values()
    where, rows = data["where"], list(others(data, context))
    holding = [row for row in rows if holds(where, row) is not None]
    shown = (holding or sorted(rows, key=lambda row: -_reach(where, row)))[:_SHOWN_ROWS]
    more = f", {len(shown)} of them below" if len(holding or rows) > len(shown) else ""
    return f"{len(holding)} of {counted(len(rows), 'row')}{more}", [_row(where, row, sight) for row in shown]


def _reach(conditions: Sequence[dict[str, Any]], context: Context) -> int:
    """Return how many of the conditions hold before the first that does not."""
    for number, condition in enumerate(conditions):
        after = holds([condition], context)
        if after is None:
            return number
        context = after
    return len(conditions)


def _row(where: Sequence[dict[str, Any]], row: Context, sight: Sight) -> Step:
    steps, after = trace(where, row, sight)
    return Step(f"{sight.position(row.current)} {sight.hit(row.current)}", after is not None, "", tuple(steps))


def _earlier(_condition: dict[str, Any], context: Context, after: Context | None, sight: Sight) -> _Seen:
    if after is not None:
        hit = after.captures["earlier"]
        return f"saw {sight.position(hit)} {sight.hit(hit)}", []
    return f"none of {counted(context.number, 'row')} before this one", []


def _total(condition: dict[str, Any], context: Context, _after: Context | None, _sight: Sight) -> _Seen:
    before, with_it = sums(condition["total"], context)
    return f"{before} before this row, {with_it} with it", []


def counted(number: int, noun: str) -> str:
    """Return a number of things in words."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


_LOOKS: dict[str, _Look] = {
    "at": _at,
    "any": _any,
    "all": _all,
    "not": _not,
    "some": _rows,
    "none": _rows,
    "only": _rows,
    "earlier": _earlier,
    "total": _total,
}
