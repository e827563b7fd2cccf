"""Fixes a file to a fixed point and proves the result before anybody writes it. Pure: text in, text out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from edgelint.check import Checked, check
from edgelint.chunks import CHUNK_UNITS, units
from edgelint.edits import apply
from edgelint.findings import Finding
from edgelint.linter import Judged
from edgelint.nodes import node_at, plain
from edgelint.option_texts import option_keys
from edgelint.parser import JSONSyntaxError, parse
from edgelint.patch import Patch
from edgelint.reading import read
from edgelint.removed import removed
from edgelint.renamed_modules import old_names
from edgelint.rules import Rule
from edgelint.source import Source
from edgelint.views import View

ROUNDS = 5

Check = Callable[[str], Checked | None]
"""Reads a text and runs the rules on it, as the file was read."""


class Fixed(NamedTuple):
    """What fixing gave: the findings that it removed, the text and what is left in it, and why it was refused, if so."""

    fixed: list[Finding]
    after: Checked
    refused: str = ""


class FixResult(NamedTuple):
    """A text with its fixes made, the findings that they removed, those that are left, and why they were refused, if so."""

    text: str
    fixed: list[Finding]
    left: list[Finding]
    refused: str = ""


class _ProofError(Exception):
    """A result that must not be written; the message says what is wrong with it."""


def fix_text(text: str, rules: Sequence[Rule], filename: str, *, unsafe: bool, answers: Mapping[str, Any]) -> FixResult:
    """Read a text, check it and fix it; one that is no manifest stays as it is."""

    def again(changed: str) -> Checked | None:
        return check(Source(changed, "utf-8", b"", None), rules, filename, answers=answers)

    checked = again(text)
    if checked is None:
        return FixResult(text, [], [])
    fixed, after, refused = fix(checked, again, unsafe=unsafe)
    return FixResult(after.text, fixed, after.findings, refused)


def fix(before: Checked, check: Check, *, unsafe: bool) -> Fixed:
    """Apply the safe and answered fixes of a checked file (with `unsafe` those too) in rounds, five at most.

    All fixes of a round are chosen from one reading of the text and made in one draft, in the order of the text; further
    rounds exist for what new data makes possible. Where the text would not say exactly what the drafts say, a new error
    would come in or it would not come to rest, nothing is fixed and the rules are named.
    """
    made: list[Finding] = []
    try:
        after = _to_rest(before, check, unsafe, made)
        _prove_no_new_error(before, after)
    except _ProofError as error:
        codes = ", ".join(sorted({finding.code for finding in made}))
        return Fixed([], before, f"the fixes of {codes} were not made: {error}")
    return Fixed(removed(before, after, made), after)


def _to_rest(now: Checked, check: Check, unsafe: bool, made: list[Finding]) -> Checked:
    for _ in range(ROUNDS):
        text = _round(now, unsafe, made)
        if text == now.text:
            return now
        now = check(text) or _emptied(now, text)
    if _round(now, unsafe, made) != now.text:
        raise _ProofError(f"they do not come to rest in {ROUNDS} rounds")
    return now


def _emptied(now: Checked, text: str) -> Checked:
    """Return what is left of bare create options of which the fixes leave nothing that tells them."""
    if now.manifests[0].shape != "bare":
        raise _ProofError("the file would be no manifest any more")
    return Checked([], [], text, now.manifests)


def _round(checked: Checked, unsafe: bool, made: list[Finding]) -> str:
    """Return the text with one round of fixes made; add the findings that they were made for."""
    wanted = [pair for pair in zip(checked.findings, checked.fixes, strict=True) if _is_wanted(pair[1], unsafe)]
    if not wanted:
        return checked.text
    patch = Patch(checked.manifests[0].view)
    taken = [finding for finding, judged in wanted if patch.take(judged.operations)]
    text = apply(checked.text, patch.edits())
    if text != checked.text:
        made += taken
        _prove_data(text, patch)
    return text


def _is_wanted(judged: Judged, unsafe: bool) -> bool:
    offer = judged.finding.fix
    return offer is not None and bool(judged.operations) and (unsafe or offer.applicability != "unsafe")


def _prove_data(text: str, patch: Patch) -> None:
    """Prove that the text parses and says what the drafts of the file and of the texts inside it say."""
    try:
        data = plain(parse(text, tolerant=True).root)
    except JSONSyntaxError as error:
        raise _ProofError(f"the text would be broken at character {error.offset + 1}") from None
    (outer, expected), *inner = patch.expected()
    if data != expected:
        raise _ProofError("the text would not say what it should")
    for view, options in inner:
        settings = patch.draft(outer).find(view.strings[0].path[:-1])
        texts = _texts(settings.plain()) if settings else []
        if len(texts) > 1 and any(units(text) > max(CHUNK_UNITS, _longest(view)) for text in texts):
            raise _ProofError("a chunk of createOptions would be too long")
        if _data("".join(texts)) != options:
            raise _ProofError("createOptions would not say what it should")


def _texts(settings: dict[str, Any]) -> list[str]:
    return [settings[key] for key in option_keys(settings) if settings[key]]


def _longest(view: View) -> int:
    """Return the units of the longest string that holds a view's text."""
    nodes = (node_at(place.view.tree, place.path) for place in view.strings)
    return max(units(node.value) for node in nodes if node)


def _data(text: str) -> Any:
    try:
        return read(text).data
    except JSONSyntaxError:
        return None


def _prove_no_new_error(before: Checked, after: Checked) -> None:
    new = _errors(after, old_names(before, after)) - _errors(before, {})
    if new:
        raise _ProofError(f"they would bring {', '.join(sorted({code for code, _ in new}))}")


def _errors(checked: Checked, renamed: Mapping[str | None, str | None]) -> Counter[tuple[str, str | None]]:
    """Count the errors by code and module, also those that are left out, for a fix may bring one back."""
    everything = [*checked.findings, *(each.finding for each in checked.left_out)]
    found = [(each.code, each.module) for each in everything if each.severity == "error"]
    return Counter((code, renamed.get(module, module)) for code, module in found)
