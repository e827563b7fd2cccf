"""Fixes a file to a fixed point and proves the result before anybody writes it. Pure: text in, text out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from edgelint.editing.edits import apply
from edgelint.editing.patch import Patch
from edgelint.engine.check import Checked, check
from edgelint.engine.linter import Judged
from edgelint.files.source import Source
from edgelint.findings import Finding
from edgelint.fixing.proofs import ProofError, new_errors, prove_data
from edgelint.fixing.removed import removed
from edgelint.fixing.renamed_modules import old_names
from edgelint.rule_files.rules import Rule

ROUNDS = 5

Check = Callable[[str], Checked | None]
"""Reads a text and runs the rules on it, as the file was read."""


class Fixed(NamedTuple):
    """What fixing gave: the findings that it removed, the text and what is left in it, and which fixes were refused why."""

    fixed: list[Finding]
    after: Checked
    refused: str = ""


class FixResult(NamedTuple):
    """A text with its fixes made, the findings that they removed, those that are left, and which fixes were refused why."""

    text: str
    fixed: list[Finding]
    left: list[Finding]
    refused: str = ""


class _Made(NamedTuple):
    """A finding that a fix was made for, and the name that its module had before all fixes."""

    finding: Finding
    module: str | None


class _Fixing(NamedTuple):
    """A file that is being fixed, and the modules, by the names they had, whose fixes are left out."""

    before: Checked
    check: Check
    unsafe: bool
    without: frozenset[str | None] = frozenset()


def fix_text(text: str, rules: Sequence[Rule], filename: str, *, unsafe: bool, answers: Mapping[str, Any]) -> FixResult:
    """Read a text, check it and fix it; one that is no manifest stays as it is."""

    def again(changed: str) -> Checked | None:
        return check(Source(changed, "utf-8", b"", None), rules, filename, answers=answers)

    checked = again(text)
    if checked is None:
        return FixResult(text, [], [])
    fixed, after, refused = fix(checked, again, unsafe=unsafe)
    return FixResult(after.text, fixed, after.findings, refused)


def fix(before: Checked, check: Check, *, unsafe: bool, check_all: Check | None = None) -> Fixed:
    """Apply the safe and answered fixes of a checked file (with `unsafe` those too) in rounds, five at most.

    All fixes of a round are chosen from one reading of the text and made in one draft, in the order of the text; further
    rounds exist for what new data makes possible. The fixes of a module into which they would bring a new error are left
    out and the others are made. Nothing is fixed where an error comes in all the same, where the text would not say exactly
    what the drafts say and where it would not come to rest. The rules of what is not made are named.

    `check_all` runs more rules than `check` does; none of these must find a new error either.
    """
    fixing, refusals = _Fixing(before, check, unsafe), list[str]()
    while True:
        made: list[_Made] = []
        try:
            after = _to_rest(fixing, made)
            new = _new_errors(before, after, check_all) if made else []
            doubtful = _doubtful(made, new)
        except ProofError as error:
            return Fixed([], before, "; ".join([*refusals, _refusal(made, str(error))]))
        if not new:
            return Fixed(removed(before, after, [each.finding for each in made]), after, "; ".join(refusals))
        refusals += _refusals(made, new, doubtful)
        fixing = fixing._replace(without=fixing.without | set(doubtful))


def _new_errors(before: Checked, after: Checked, check_all: Check | None) -> list[Finding]:
    if check_all:
        before, after = (check_all(each.text) or each for each in (before, after))
    return new_errors(before, after)


def _doubtful(made: Sequence[_Made], new: Sequence[Finding]) -> list[str | None]:
    """Return the modules of new errors for which fixes were made; raises ProofError where there is none to leave out."""
    modules = {finding.module for finding in new} & {each.module for each in made}
    if new and not modules:
        raise ProofError(_brought(new))
    return sorted(modules, key=lambda name: (name is not None, name or ""))


def _refusals(made: Sequence[_Made], new: Sequence[Finding], modules: Sequence[str | None]) -> Iterator[str]:
    for module in modules:
        brought = [finding for finding in new if finding.module == module]
        yield _refusal([each for each in made if each.module == module], _brought(brought), module)


def _refusal(made: Sequence[_Made], reason: str, module: str | None = None) -> str:
    codes = ", ".join(sorted({each.finding.code for each in made}))
    inside = "" if module is None else f" in module {module}"
    return f"the fixes of {codes}{inside} were not made: {reason}"


def _brought(new: Sequence[Finding]) -> str:
    """Return the new errors, of each rule the first."""
    first = {finding.code: finding.message for finding in reversed(new)}
    return f"they would bring {', '.join(f'{code} ({first[code]})' for code in sorted(first))}"


def _to_rest(fixing: _Fixing, made: list[_Made]) -> Checked:
    now = fixing.before
    for _ in range(ROUNDS):
        text = _round(fixing, now, made)
        if text == now.text:
            return now
        now = fixing.check(text) or _emptied(now, text)
    if _round(fixing, now, made) != now.text:
        raise ProofError(f"they do not come to rest in {ROUNDS} rounds")
    return now


def _emptied(now: Checked, text: str) -> Checked:
    """Return what is left of bare create options of which the fixes leave nothing that tells them."""
    if now.manifests[0].shape != "bare":
        raise ProofError("the file would be no manifest any more")
    return Checked([], [], text, now.manifests)


def _round(fixing: _Fixing, now: Checked, made: list[_Made]) -> str:
    """Return the text with one round of fixes made; add the findings that they were made for."""
    wanted = list(_wanted(fixing, now))
    if not wanted:
        return now.text
    patch = Patch(now.manifests[0].view)
    taken = [each for each, judged in wanted if patch.take(judged.operations)]
    text = apply(now.text, patch.edits())
    if text != now.text:
        made += taken
        prove_data(text, patch)
    return text


def _wanted(fixing: _Fixing, now: Checked) -> Iterator[tuple[_Made, Judged]]:
    names = old_names(fixing.before, now)
    for finding, judged in zip(now.findings, now.fixes, strict=True):
        module = names.get(finding.module, finding.module)
        if _is_wanted(judged, fixing.unsafe) and module not in fixing.without:
            yield _Made(finding, module), judged


def _is_wanted(judged: Judged, unsafe: bool) -> bool:
    offer = judged.finding.fix
    return offer is not None and bool(judged.operations) and (unsafe or offer.applicability != "unsafe")
