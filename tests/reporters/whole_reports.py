"""Reports of whole files, as a run of the command line makes them, with the shipped rules or others."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from edgelint.engine.check import Checked, check
from edgelint.files.source import Source
from edgelint.findings import Finding
from edgelint.fixing.fixer import Fixed, fix
from edgelint.fixing.previews import change
from edgelint.json_text.text import Span
from edgelint.report import Change, Report
from edgelint.rule_files.rule_pack import shipped_documents, shipped_rules
from edgelint.rule_files.rules import Rule


def whole_report(
    texts: Mapping[str, str],
    *,
    made: bool = False,
    unsafe: bool = False,
    answers: Mapping[str, Any] | None = None,
    rules: Sequence[Rule] | None = None,
) -> Report:
    """Return the report of manifests by their names; with `made` as it is after --fix."""
    check_ = _checker(shipped_rules() if rules is None else rules, answers or {})
    before = {name: checked for name, text in texts.items() if (checked := check_(name, text))}
    results = {name: fix(checked, _again(check_, name), unsafe=unsafe) for name, checked in before.items()}
    after = {name: result.after for name, result in results.items()} if made else before
    fixed = {name: result.fixed if made else [] for name, result in results.items()}
    questions = {judged.finding: judged.question for checked in after.values() for judged in checked.fixes}
    return Report(
        findings=tuple(found for name in sorted(after) for found in [*after[name].findings, *fixed[name]]),
        texts={name: checked.text for name, checked in after.items()},
        secrets=lambda name: [Span(*secret.span) for secret in after[name].secrets()],
        checked=len(after),
        skipped=0,
        fixed=sum(map(bool, fixed.values())),
        unreadable=0,
        rules=shipped_documents,
        modules={name: _modules(checked) for name, checked in after.items()},
        changes=_changes(before, results, made),
        question=lambda finding: ".".join(questions.get(finding) or ()),
    )


_Check = Callable[[str, str], Checked | None]


def _checker(rules: Sequence[Rule], answers: Mapping[str, Any]) -> _Check:
    return lambda name, text: check(Source(text, "utf-8", b"", None), rules, name, answers=answers)


def _again(checker: _Check, name: str) -> Callable[[str], Checked | None]:
    return lambda text: checker(name, text)


def _modules(checked: Checked) -> list[str | None]:
    return [module.name for manifest in checked.manifests for module in manifest.modules]


def _changes(before: Mapping[str, Checked], results: Mapping[str, Fixed], made: bool) -> Callable[[str], Change | None]:
    def changes(name: str) -> Change | None:
        if name not in results:
            return None
        fixed: list[Finding] = results[name].fixed
        return change(before[name], results[name].after, fixed, made=made, refused=results[name].refused)

    return changes
