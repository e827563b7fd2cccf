"""A rule on one line of a manifest: what it selects there, and what became of that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from edgelint.engine.check import Checked
from edgelint.engine.condition_texts import path_text
from edgelint.engine.conditions import holds
from edgelint.engine.context import Context
from edgelint.engine.linter import contexts, scopes_of
from edgelint.engine.scope import Hit, Scope
from edgelint.findings import Finding
from edgelint.manifests.manifest import Module
from edgelint.rule_files.rules import Case, Rule, Selector
from edgelint.tracing.sight import Sight
from edgelint.tracing.spots import ELSEWHERE, NoModuleError, Spot, distance, stands_on, where_modules_are
from edgelint.tracing.tracing import Step, trace, trace_filters

_TRACED = 3


class Selection(NamedTuple):
    """What one path of the rule found in a scope, and of how many values where its filters are left out.

    `end` tells where the path ends that finds nothing without its filters either.
    """

    scope: Scope
    path: str
    found: tuple[Hit, ...]
    of: int
    end: str | None


class Traced(NamedTuple):
    """A value that the rule looked at: whether its filters, its conditions and each of its cases held, step by step.

    `case` is the one that speaks, and `finding` what it said, None where only an earlier one counts.
    """

    hit: Hit
    filters: tuple[Step, ...]
    where: tuple[Step, ...]
    cases: tuple[tuple[Step, ...], ...]
    case: Case | None
    finding: Finding | None


class RuleTrace(NamedTuple):
    """What a rule did on a line: `values` are the nearest ones, `more` those that are as near and not traced.

    `near` tells whether the values stand on the line; `skipped` are the modules on the line that the rule does not look at.
    """

    selections: tuple[Selection, ...]
    values: tuple[Traced, ...]
    more: tuple[Hit, ...]
    near: bool
    skipped: tuple[Module, ...]


class _Candidate(NamedTuple):
    """A value that a path finds without its filters, with the context of the rule's conditions where it finds it with them."""

    selector: Selector
    hit: Hit
    start: Context | None


def trace_rule(rule: Rule, checked: Checked, spot: Spot, sight: Sight) -> RuleTrace:
    """Return what the rule did on a line of a file, which was checked with it; raises NoModuleError."""
    scopes, skipped = _scopes(rule, checked, spot, sight)
    candidates = [candidate for scope in scopes for candidate in _candidates(rule, scope)]
    distances = [_distance(rule, candidate, spot, sight) for candidate in candidates]
    best = min(distances, default=(0, 0))
    nearest = [each for each, away in zip(candidates, distances, strict=True) if away == best]
    nearest.sort(key=lambda each: _rank(rule, each))
    near = best[0] < ELSEWHERE
    shown = _TRACED if near else 1
    traced = [_traced(rule, candidate, checked, sight) for candidate in nearest[:shown]]
    more = tuple(candidate.hit for candidate in nearest[shown:])
    kept = {id(candidate.hit.scope) for candidate in nearest}
    looked = [scope for scope in scopes if not kept or id(scope) in kept]
    selections = tuple(selection for scope in looked for selection in _selections(rule, scope))
    return RuleTrace(selections, tuple(traced), more, near, skipped)


def _scopes(rule: Rule, checked: Checked, spot: Spot, sight: Sight) -> tuple[list[Scope], tuple[Module, ...]]:
    """Return what `$` is for the rule on the line, and the modules there that it does not look at."""
    found: list[Scope] = []
    skipped: list[Module] = []
    for manifest in checked.manifests:
        whole = Scope(manifest, None)
        modules = [module for module in manifest.modules if stands_on(module, spot, sight)]
        if rule.scope == "manifest":
            found.append(whole)
            continue
        looked = scopes_of(rule, whole, [Scope(manifest, module, whole) for module in modules])
        found += looked
        skipped += [module for module in modules if all(scope.module is not module for scope in looked)]
    if not found and not skipped:
        raise NoModuleError(
            where_modules_are([module for each in checked.manifests for module in each.modules], spot, sight)
        )
    return found, tuple(skipped)


def _rank(rule: Rule, candidate: _Candidate) -> int:
    """Return 0 for a value that the rule speaks of, 1 for another that it selects, 2 for one that its filters leave out."""
    if candidate.start is None:
        return 2
    after = holds(rule.where, candidate.start)
    return 1 if after is None or all(holds(case.where, after) is None for case in rule.cases) else 0


def _candidates(rule: Rule, scope: Scope) -> Iterator[_Candidate]:
    starts = contexts(rule, scope)
    for selector in rule.select:
        taken = set()
        for hit in scope.select(selector):
            taken.add(hit.path)
            yield _Candidate(selector, hit, next(starts))
        for hit in _unfiltered(selector, scope):
            if hit.path not in taken:
                yield _Candidate(selector, hit, None)


def _unfiltered(selector: Selector, scope: Scope) -> list[Hit]:
    return scope.select(selector if selector.steps is None else selector.unfiltered())


def _distance(rule: Rule, candidate: _Candidate, spot: Spot, sight: Sight) -> tuple[int, int]:
    marks = dict.fromkeys([None, *(case.mark for case in rule.cases)])
    return min(distance(spot, sight.location(candidate.hit, mark), sight) for mark in marks)


def _traced(rule: Rule, candidate: _Candidate, checked: Checked, sight: Sight) -> Traced:
    filters = tuple(trace_filters(candidate.selector, candidate.hit, sight))
    if candidate.start is None:
        return Traced(candidate.hit, filters, (), (), None, None)
    steps, after = trace(rule.where, candidate.start, sight)
    where, cases = tuple(steps), []
    for case in rule.cases:
        if after is None:
            break
        steps, spoken = trace(case.where, after, sight)
        cases.append(tuple(steps))
        if spoken is not None:
            finding = _said(rule, case, spoken, checked, sight)
            return Traced(candidate.hit, filters, where, tuple(cases), case, finding)
    return Traced(candidate.hit, filters, where, tuple(cases), None, None)


def _said(rule: Rule, case: Case, context: Context, checked: Checked, sight: Sight) -> Finding | None:
    """Return what the run found there, listed or left out."""
    location = sight.location(context.subject, case.mark)
    message = sight.masker.say(case.message, context)
    findings = [*checked.findings, *(each.finding for each in checked.left_out)]
    told = (each for each in findings if each.code == rule.code and each.message == message)
    return next((each for each in told if each.location == location), None)


def _selections(rule: Rule, scope: Scope) -> Iterator[Selection]:
    for selector in rule.select:
        found, wide = tuple(scope.select(selector)), _unfiltered(selector, scope)
        yield Selection(scope, selector.source, found, len(wide), None if wide else _end(selector, scope))


def _end(selector: Selector, scope: Scope) -> str:
    """Return what stops a path that finds nothing without its filters."""
    if selector.steps is None:
        return "nothing matches"
    wide, length = selector.unfiltered(), 1
    while scope.select(wide.beginning(length)):
        length += 1
    if selector.steps[length - 1][0] in ("all", "filter"):
        return f"{path_text('$', selector.steps[: length - 1])} is empty"
    return f"there is no {path_text('$', selector.steps[:length])}"
