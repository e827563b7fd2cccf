"""Runs rules over a manifest: select, where, cases, finding. Pure: no files, no output."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from edgelint.editing.operations import NoPlaceError, Operation, UnfitValueError
from edgelint.engine.answers import Question, answer
from edgelint.engine.conditions import holds
from edgelint.engine.context import Context, resolve
from edgelint.engine.masking import Masker, hidden
from edgelint.engine.scope import Hit, Scope
from edgelint.engine.steps import operations
from edgelint.expressions.path_words import SelectorError
from edgelint.expressions.templates import fill
from edgelint.findings import Finding, FixOffer, Location, Related
from edgelint.json_text.text import LineIndex, Span
from edgelint.json_text.views import Place, inner_span, outer_span, pointer
from edgelint.manifests.manifest import Manifest
from edgelint.rule_files.rules import Case, Fix, Rule

_DOT = re.compile(r"\.(?![^{}]*\})")


class RuleError(Exception):
    """A rule that cannot be run on a manifest; the message names it."""


class Judged(NamedTuple):
    """A finding and the operations of its fix, where that can be made now; else the question that is open, if one is."""

    finding: Finding
    operations: tuple[Operation, ...] = ()
    question: Question | None = None


def lint(
    manifests: Sequence[Manifest], rules: Sequence[Rule], filename: str, answers: Mapping[str, Any] | None = None
) -> list[Judged]:
    """Return what the rules find in the manifests of one file, sorted by place and code; raises RuleError.

    `answers` are those of the answers file, for fixes that need one.
    """
    found: list[Judged] = []
    lines: LineIndex | None = None
    masker = Masker(manifests)
    for manifest in manifests:
        whole = Scope(manifest, None)
        modules = [Scope(manifest, module, whole) for module in manifest.modules]
        for rule in rules:
            for case, place, context in _judged(rule, scopes_of(rule, whole, modules)):
                lines = lines or LineIndex(manifest.view.text)
                finding = _finding(rule, case, place, context, masker, filename, lines)
                found.append(_with_fix(finding, case, context, masker, answers or {}))
    return sorted(
        found, key=lambda judged: (judged.finding.location.start, judged.finding.code, judged.finding.message)
    )


def scopes_of(rule: Rule, whole: Scope, modules: list[Scope]) -> list[Scope]:
    """Return what `$` is for a rule, one after the other: the manifest, or those of its modules that the rule looks at."""
    if rule.scope == "manifest":
        return [whole]
    wanted = rule.scope.partition("-")[0]
    return [scope for scope in modules if wanted == "module" or (scope.module and scope.module.kind == wanted)]


def _judged(rule: Rule, scopes: list[Scope]) -> Iterator[tuple[Case, Place, Context]]:
    """Yield what a rule says: the case, the place and the context that its texts speak of."""
    said: set[object] = set()
    for scope in scopes:
        for case, place, context in _in_scope(rule, scope):
            if rule.once:
                module = scope.manifest.module_at(place)
                group = module.origin.place.path if rule.once == "module" and module else None
                if group in said:
                    continue
                said.add(group)
            yield case, place, context


def _in_scope(rule: Rule, scope: Scope) -> Iterator[tuple[Case, Place, Context]]:
    try:
        for start in contexts(rule, scope):
            context = holds(rule.where, start)
            judged = context and _case(rule, context)
            if judged:
                yield judged[0], start.subject.mark(judged[0].mark), judged[1]
    except SelectorError as error:
        raise RuleError(f"{rule.code} {rule.name}: {error.reason}") from None


def contexts(rule: Rule, scope: Scope) -> Iterator[Context]:
    """Yield the context in which the conditions of a rule look at each value that it selects."""
    rows = [hit for selector in rule.select for hit in scope.select(selector)]
    for index, hit in enumerate(rows):
        yield Context(scope, hit, hit, rows, index, {})


def _case(rule: Rule, context: Context) -> tuple[Case, Context] | None:
    for case in rule.cases:
        after = holds(case.where, context)
        if after is not None:
            return case, after
    return None


def _finding(
    rule: Rule, case: Case, place: Place, context: Context, masker: Masker, filename: str, lines: LineIndex
) -> Finding:
    module = context.root.module or context.root.manifest.module_at(place)
    inner = inner_span(place)
    location = locate(place, lines)
    return Finding(
        code=rule.code,
        rule=rule.name,
        severity=case.severity,
        message=masker.say(case.message, context),
        help=masker.say(case.help, context),
        file=filename,
        location=location,
        module=module.name if module else None,
        value=hidden(place.view.text[inner.start : inner.end], masker.near([location.span])),
        url=rule.url,
        related=tuple(_related(case, context, masker, lines)),
    )


def locate(place: Place, lines: LineIndex) -> Location:
    """Return the characters of the file at a place, for people and for programs."""
    span: Span = outer_span(place)
    return Location(span, lines.position(span.start), lines.position(span.end), pointer(place))


def _related(case: Case, context: Context, masker: Masker, lines: LineIndex) -> Iterator[Related]:
    for item in case.related:
        hits: list[Hit] = resolve(item.at, context)
        for hit in hits[:1]:
            yield Related(masker.say(item.label, context), locate(hit.mark(item.mark), lines))


def _with_fix(finding: Finding, case: Case, context: Context, masker: Masker, answers: Mapping[str, Any]) -> Judged:
    """Add the first fix whose conditions hold; one that needs an answer gives way to a later one while it has none.

    One whose answer does not fit is offered and not made; what is left to do then is another answer.
    """
    unanswered = None
    for fix in case.fixes:
        after = holds(fix.where, context)
        if after is None:
            continue
        question = _question(fix, after)
        known = answer(answers, question) if question else None
        named = after._replace(answer=f"<{'.'.join(question)}>")
        if question and known is None:
            unanswered = unanswered or Judged(finding._replace(fix=_offer(fix, named, masker)), (), question)
            continue
        try:
            made = operations(fix, after._replace(answer=known))
        except NoPlaceError as error:
            if question and isinstance(error, UnfitValueError):
                step = f"Answer {'.'.join(question)} otherwise: {error}"
                return Judged(finding._replace(fix=_offer(fix, named, masker)._replace(then=(step,))), (), question)
            continue
        return Judged(finding._replace(fix=_offer(fix, after._replace(answer=known), masker)), made)
    return unanswered or Judged(finding)


def _question(fix: Fix, context: Context) -> Question:
    """Return the question of a fix, () where it has none; dots inside braces part nothing."""
    return tuple(fill(part, context.lookup) for part in _DOT.split(fix.needs)) if fix.needs else ()


def _offer(fix: Fix, context: Context, masker: Masker) -> FixOffer:
    """Return the offer of a fix; one with a question is not unsafe, for a person decides what it makes."""
    then = tuple(masker.say(line, context) for line in fix.then)
    applicability = "needs-input" if fix.needs else fix.applicability
    return FixOffer(applicability, masker.say(fix.title, context), then)
