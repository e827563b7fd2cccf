"""Which findings a run of fixes has removed, at their places in the file as it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from edgelint.baselines.fingerprints import identity
from edgelint.engine.check import Checked
from edgelint.engine.linter import locate
from edgelint.findings import Finding
from edgelint.json_text.text import LineIndex
from edgelint.json_text.views import Place, nearest_place, pointer


def removed(before: Checked, after: Checked, made: Sequence[Finding]) -> list[Finding]:
    """Return the findings that are gone: those that fixes were made for, then those that went with them.

    A finding that a fix brought about and another one removed stands at the nearest part of its path that was there.
    """
    known = list(before.findings)
    fixed = [_as_it_was(finding, known, before) for finding in made]
    return fixed + [finding._replace(fixed=True) for finding in _gone_with_them(known, after.findings)]


def _as_it_was(finding: Finding, known: list[Finding], before: Checked) -> Finding:
    """Return a finding as the file had it and take it from those that are `known`."""
    same = [each for each in known if _said(each) == _said(finding)]
    if same:
        was = next((each for each in same if each.location == finding.location), same[0])
        known.remove(was)
        return was._replace(fixed=True, fix=finding.fix)
    location = locate(_nearest(before, finding.location.path), LineIndex(before.text))
    return finding._replace(fixed=True, location=location, related=())


def _nearest(before: Checked, path: str) -> Place:
    modules = (module for manifest in before.manifests for module in manifest.modules)
    for view in (module.options.view for module in modules):
        around = pointer(view.strings[0]) if view else ""
        if view and path.startswith(f"{around}/"):
            return nearest_place(view, path[len(around) :])
    return nearest_place(before.manifests[0].view, path)


def _gone_with_them(known: Sequence[Finding], left: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the known findings that are not left; of a rule no more than it finds less, for a renamed path hides one."""
    less = Counter(each.code for each in known)
    less.subtract(each.code for each in left)
    there = Counter(map(_said, left))
    for finding in known:
        if there[_said(finding)]:
            there[_said(finding)] -= 1
        elif less[finding.code] > 0:
            less[finding.code] -= 1
            yield finding


def _said(finding: Finding) -> tuple[object, ...]:
    return *identity(finding), finding.message
