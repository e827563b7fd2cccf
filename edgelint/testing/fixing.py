"""Fixes the file of an example and compares what comes out with what the example says."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from itertools import zip_longest
from typing import Any

from edgelint.engine.check import Checked
from edgelint.files.source import Source, decode
from edgelint.fixing.fixer import fix
from edgelint.json_text.parser import JSONSyntaxError
from edgelint.testing.matching import Difference
from edgelint.testing.meaning import unlike
from edgelint.testing.outcome import MISSING, NOISY
from edgelint.testing.subjects import Subject
from edgelint.testing.untouched import touched

Check = Callable[[str], Checked | None]

_UNSAID = "what the fix makes, which the example does not say"
_SHORT = 60


def takes_unsafe(example: Mapping[str, Any]) -> bool:
    """Tell whether an example is fixed with the unsafe fixes too: where it expects one, or says nothing of the kind."""
    kinds = {found["fix"] for found in example["finds"] if "fix" in found}
    return not kinds or "unsafe" in kinds


def fix_differences(subject: Subject, check: Check, code: str, *, unsafe: bool) -> list[Difference]:
    """Return in what the fix of a file differs from what its example says, where that says nothing, from no change.

    `check` runs the rule of this code alone.
    """
    source = decode(subject.data)
    before = check(source.text)
    if before is None:
        return []
    result = fix(before, check, unsafe=unsafe)
    text = result.after.text
    if result.refused:
        return [Difference(MISSING, "a fix", result.refused)]
    if subject.fixed is None:
        return [Difference(MISSING, _UNSAID, changed(source.text, text))] if text != source.text else []
    if text == source.text:
        return [Difference(MISSING, "what fixed says", "no fix is made")]
    return [*_wrong(subject, source, text), *_restless(text, check, code, unsafe=unsafe)]


def all_differences(subject: Subject, check: Check, *, unsafe: bool) -> list[Difference]:
    """Return why the fixes of all rules together, which `check` runs, cannot be made."""
    before = check(decode(subject.data).text)
    refused = fix(before, check, unsafe=unsafe).refused if before else ""
    return [Difference(MISSING, "fixes that go together", refused)] if refused else []


def changed(before: str, after: str) -> str:
    """Return the first line in which two texts differ, as it is in the second; "" where there is none."""
    pairs = zip_longest(before.splitlines(keepends=True), after.splitlines(keepends=True), fillvalue="")
    for number, (old, new) in enumerate(pairs, 1):
        if old != new:
            return f"line {number}: {_short(new)}"
    return ""


def again(before: str, after: str) -> list[Difference]:
    """Return what a second run of the fix has changed, which should be nothing."""
    found = changed(before, after)
    return [Difference(NOISY, "", f"fixing again changes {found}")] if found else []


def unasked(before: bytes, after: bytes) -> list[Difference]:
    """Return what is written otherwise in a fixed file without need."""
    return [Difference(NOISY, f"{_short(old)} stays", _short(new)) for old, new in touched(before, after)]


def _wrong(subject: Subject, source: Source, text: str) -> Iterator[Difference]:
    assert subject.fixed is not None
    expected = decode(subject.fixed).text
    if subject.whole:
        if text != expected:
            yield Difference(MISSING, changed(text, expected), changed(expected, text))
        return
    try:
        difference = unlike(expected, text)
        if difference:
            yield Difference(MISSING, *difference)
        yield from unasked(subject.data, source.bom + text.encode(source.encoding))
    except JSONSyntaxError as error:
        yield Difference(NOISY, "", f"a broken text: {error}")


def _restless(text: str, check: Check, code: str, *, unsafe: bool) -> Iterator[Difference]:
    """Yield what is wrong with the result as something to be fixed: it changes again, or a fix is left."""
    after = check(text)
    if after is None:
        return
    yield from again(text, fix(after, check, unsafe=unsafe).after.text)
    for finding, operations, _ in after.fixes:
        applies = finding.fix and (unsafe or finding.fix.applicability != "unsafe")
        if finding.code == code and operations and applies:
            yield Difference(NOISY, "", f'a fix is left for "{finding.message}" under {finding.location.path}')


def _short(text: str) -> str:
    """Return a text as one short line: of a long one the beginning and the end."""
    shown = json.dumps(text, ensure_ascii=False)
    return shown if len(shown) <= _SHORT else f"{shown[: _SHORT // 2]}…{shown[-_SHORT // 2 :]}"
