"""What a rule's conditions and texts can speak of: the row, other rows that were named, the module, the manifest."""

from __future__ import annotations

from typing import Any, NamedTuple

from edgelint.engine.scope import Hit, Scope
from edgelint.expressions.selectors import select_by_library
from edgelint.expressions.templates import as_text, fill
from edgelint.expressions.walking import select
from edgelint.rule_files.rules import Selector, reference


class Context(NamedTuple):
    """What a condition can speak of.

    `subject` is the selected value of the rule (whose fields `{x}` names), `current` what @ is (the same, but inside
    some, none and only), `root` what $ is; `rows` is the selection of which `current` is the `number`-th (from 0); `captures`
    are the values that earlier conditions named; `answer` is what the answers file says, for a fix that needs it.
    """

    root: Scope
    subject: Hit
    current: Hit
    rows: list[Hit]
    number: int
    captures: dict[str, Hit]
    answer: str | int | None = None

    def lookup(self, name: str) -> Any:
        """Return what `{name}` stands for, None where that is absent."""
        first, *rest = name.split(".")
        if first == "answer":
            return field(self.answer, rest[0]) if rest else self.answer
        if first in self.captures:
            hit = self.captures[first]
        else:
            hit, rest = self.subject, [first, *rest]
        found = _member(hit, rest[0]) if rest else hit.value
        for step in rest[1:]:
            found = field(found, step)
        return found


def resolve(at: Any, context: Context) -> list[Hit]:
    """Return the values that a compiled `at` names."""
    root, selector = reference(at)
    if selector is None:
        return [context.captures[root]] if root in context.captures else []
    if root == "$":
        return context.root.select(_filled(selector, context))
    return _below(context.current, selector)


def _filled(selector: Selector, context: Context) -> Selector:
    """Return a path with the captures in its names filled."""
    if "{" not in selector.source or selector.steps is None:
        return selector
    steps = [
        [kind, fill(rest[0], context.lookup)] if kind == "field" else [kind, *rest] for kind, *rest in selector.steps
    ]
    return Selector(fill(selector.source, context.lookup), steps)


def _below(hit: Hit, selector: Selector) -> list[Hit]:
    if selector.steps is None:
        return [Hit(hit.scope, hit.path + path, item) for path, item in select_by_library(selector.source, hit.value)]
    return [Hit(hit.scope, *match) for match in select(selector.steps, hit.value, hit.path)]


def _member(hit: Hit, name: str) -> Any:
    """Return a field of a value, or what every value has: module (its name), key (its last step), value (itself)."""
    found = field(hit.value, name)
    if found is not None:
        return found
    if name == "module":
        return hit.scope.name
    if name == "key":
        return hit.path[-1] if hit.path else None
    return hit.value if name == "value" and not isinstance(hit.value, dict | list) else None


def field(found: Any, name: str) -> Any:
    """Return a member of an object by its name; of what is no object its text, by the name text."""
    if isinstance(found, dict):
        return found.get(name)
    return as_text(found) if name == "text" and found is not None else None
