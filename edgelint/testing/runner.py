"""Runs the examples of rule files and compares what is found with what they say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import compress
from typing import Any, NamedTuple

from edgelint.engine.check import Checked, check
from edgelint.files.source import decode
from edgelint.rule_files.compiler import compile_rule
from edgelint.rule_files.rule_loader import RuleFile
from edgelint.rule_files.rules import Rule, rule_from_json
from edgelint.testing.expectations import Seen, expect
from edgelint.testing.fixing import all_differences, fix_differences, takes_unsafe
from edgelint.testing.lines import line_of_example
from edgelint.testing.matching import Difference, differences
from edgelint.testing.nearness import comes_near
from edgelint.testing.outcome import MISSING, Failure, Outcome
from edgelint.testing.subjects import Subject, subjects

_FILENAME = "deployment.json"
_NEVER_FIXED = "a shape that can hold what fixed says"
_NEVER_NEAR = "a good example that the rule never comes near"


class _Example(NamedTuple):
    file: str
    code: str
    number: int
    data: dict[str, Any]

    @property
    def bad(self) -> bool:
        return "bad" in self.data

    def failure(self, shape: str, difference: Difference) -> Failure:
        return Failure(self.file, 0, self.code, self.number, shape, *difference)


class _Ran(NamedTuple):
    """What an example gave: the shapes in which it ran, how many came out right, in how many it was fixed, those that
    cannot hold it.
    """

    example: _Example
    shapes: tuple[str, ...]
    right: int
    fixes: int
    skipped: tuple[str, ...]
    failures: tuple[Failure, ...]


def run(files: Sequence[RuleFile]) -> Outcome:
    """Run and fix the examples of all files, each with its rule alone, the bad ones once with all rules.

    Raises SelectorError for a path that is none and RuleError for a rule that cannot be run.
    """
    rules = [rule_from_json(compile_rule(file.data, file.family)) for file in files]
    ran = [
        _run(_Example(file.path, rule.code, number, data), rule, rules)
        for file, rule in zip(files, rules, strict=True)
        for number, data in enumerate(file.data.get("examples", ()), 1)
    ]
    return Outcome(
        rules=len(rules),
        examples=len(ran),
        shapes=frozenset(shape for each in ran for shape in each.shapes),
        reported=sum(each.right for each in ran if each.example.bad),
        silent=sum(each.right for each in ran if not each.example.bad),
        runs=sum(len(each.shapes) for each in ran),
        skipped=Counter(name for each in ran for name in each.skipped),
        fixes=sum(each.fixes for each in ran),
        failures=tuple(failure for each in ran for failure in _placed(each)),
    )


def _placed(ran: _Ran) -> Sequence[Failure]:
    """Return the failures of an example with its line, for which its file is read again."""
    if not ran.failures:
        return ()
    line = line_of_example(ran.example.file, ran.example.number)
    return [failure._replace(line=line) for failure in ran.failures]


def _run(example: _Example, rule: Rule, rules: Sequence[Rule]) -> _Ran:
    try:
        forms = list(subjects(example.data))
    except ValueError as error:
        return _ran_nowhere(example, str(error))
    fit = [form for form in forms if isinstance(form, Subject)]
    unfit = [form for form in forms if not isinstance(form, Subject)]
    if not fit:
        reasons = ", ".join(dict.fromkeys(form.reason for form in unfit))
        return _ran_nowhere(example, f"no shape can hold the example: {reasons}")
    judged = [_judge(example, rule, subject) for subject in fit]
    failures = [failure for found in judged for failure in found]
    fixes = [subject for subject in fit if subject.fixed is not None]
    if not example.bad:
        failures += _never_near(example, rule, fit)
    elif not judged[0]:
        failures += _with_all_rules(example, rule, rules, fit[0])
    if "fixed" in example.data and not fixes:
        failures.append(example.failure("every shape", Difference(MISSING, _NEVER_FIXED, "")))
    shapes = tuple(subject.name for subject in fit)
    return _Ran(example, shapes, judged.count([]), len(fixes), tuple(form.name for form in unfit), tuple(failures))


def _ran_nowhere(example: _Example, reason: str) -> _Ran:
    return _Ran(example, (), 0, 0, (), (example.failure("no shape", Difference(MISSING, reason, "")),))


def _judge(example: _Example, rule: Rule, subject: Subject) -> list[Failure]:
    found = differences(_expected(example, rule, subject), _seen(example, subject, [rule], rule.code))
    if example.bad and not found:
        found = _fix(example, rule, subject)
    return [example.failure(subject.name, difference) for difference in found]


def _fix(example: _Example, rule: Rule, subject: Subject) -> list[Difference]:
    """Return in what the fix of a bad example differs; in a shape that cannot hold what it should make, it is not run."""
    if "fixed" in example.data and subject.fixed is None:
        return []

    def check_part(text: str) -> Checked | None:
        checked = _check(example, subject, [rule], text)
        return checked and _part_of_example(checked, subject)

    return fix_differences(subject, check_part, rule.code, unsafe=takes_unsafe(example.data))


def _part_of_example(checked: Checked, subject: Subject) -> Checked:
    """Return a checked file without what is found in the modules that the example does not have."""
    own = [subject.speaks_of(finding.location.path) for finding in checked.findings]
    return checked._replace(
        findings=list(compress(checked.findings, own)),
        fixes=list(compress(checked.fixes, own)),
    )


def _with_all_rules(example: _Example, rule: Rule, rules: Sequence[Rule], subject: Subject) -> list[Failure]:
    """Return in what a bad example differs where all rules run."""

    def check_all(text: str) -> Checked | None:
        return _check(example, subject, rules, text)

    found = differences(_expected(example, rule, subject), _seen(example, subject, rules, rule.code))
    found += all_differences(subject, check_all, unsafe=takes_unsafe(example.data))
    return [example.failure(f"{subject.name} with all rules on", difference) for difference in found]


def _never_near(example: _Example, rule: Rule, fit: Sequence[Subject]) -> list[Failure]:
    checked = ((subject, _check(example, subject, [rule])) for subject in fit)
    if any(each and comes_near(rule, each.manifests, subject.speaks_of) for subject, each in checked):
        return []
    return [example.failure("every shape", Difference(MISSING, _NEVER_NEAR, ""))]


def _expected(example: _Example, rule: Rule, subject: Subject) -> list[Any]:
    key = {case.mark for case in rule.cases} == {"key"}
    finds = example.data.get("finds", ())
    return [expect(found, spot, key=key) for found, spot in zip(finds, subject.spots, strict=True)]


def _seen(example: _Example, subject: Subject, rules: Sequence[Rule], code: str) -> list[Seen]:
    checked = _check(example, subject, rules)
    if checked is None:
        return []
    found = [finding for finding in checked.findings if finding.code == code]
    return [Seen(finding, checked.text) for finding in found if subject.speaks_of(finding.location.path)]


def _check(example: _Example, subject: Subject, rules: Sequence[Rule], text: str | None = None) -> Checked | None:
    """Check the file of an example, or what a fix has made of its text."""
    source = decode(subject.data)
    source = source if text is None else source._replace(text=text)
    return check(source, rules, _FILENAME, standard_input=True, answers=example.data.get("answers"))
