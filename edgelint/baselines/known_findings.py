"""How findings are known again by the entries of a baseline, after the file was edited around them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from edgelint.baselines.baseline import Entry
from edgelint.baselines.fingerprints import fingerprints, without_indices
from edgelint.findings import Finding
from edgelint.rule_files.rules import Rule

_Alike = Callable[[Finding, Entry], bool]


def known(entries: Sequence[Entry], findings: Sequence[Finding], rules: Iterable[Rule]) -> list[Entry | None]:
    """Return for each finding of a file the entry that it is known by, None for a new one; `rules` are those that ran.

    Fingerprints tell. Which finding a rule tells of several places may depend on their order in the file: what no
    fingerprint tells is known also by an entry of its code that is left over, if that has the same places in all, or
    what the rule tells only once has in common.
    """
    by_print = {entry.fingerprint: entry for entry in entries}
    found = [by_print.get(fingerprint) for fingerprint in fingerprints(findings)]
    matched = set(found)
    free = [entry for entry in entries if entry not in matched]
    if free and None in matched:
        for alike in (_by_places(entries), _by_what_is_told_once(rules)):
            for index, finding in enumerate(findings):
                found[index] = found[index] or _taken(free, finding, alike)
    return found


def _taken(free: list[Entry], finding: Finding, alike: _Alike) -> Entry | None:
    """Return the first of the entries that a finding is known by, and take it from them."""
    for entry in free:
        if entry.code == finding.code and alike(finding, entry):
            free.remove(entry)
            return entry
    return None


class _Group(NamedTuple):
    """Places that findings of one code have together."""

    code: str
    places: set[str]


def _by_places(entries: Iterable[Entry]) -> _Alike:
    groups = _groups(entries)

    def alike(finding: Finding, entry: Entry) -> bool:
        if not finding.related or not entry.related:
            return False
        locations = (finding.location, *(each.location for each in finding.related))
        places = {entry.path, *(without_indices(each.path) for each in locations)}
        return any(group.code == entry.code and places <= group.places for group in groups)

    return alike


def _groups(entries: Iterable[Entry]) -> list[_Group]:
    groups: list[_Group] = []
    for entry in entries:
        if entry.related:
            places = {entry.path, *entry.related}
            near = [group for group in groups if group.code == entry.code and group.places & places]
            groups = [group for group in groups if group not in near]
            groups.append(_Group(entry.code, places.union(*(group.places for group in near))))
    return groups


def _by_what_is_told_once(rules: Iterable[Rule]) -> _Alike:
    common = {rule.code: _common(rule) for rule in rules}

    def alike(finding: Finding, entry: Entry) -> bool:
        what = common.get(entry.code)
        if what == "module":
            return finding.module == entry.module
        return what == "manifest" or (what == "message" and not finding.related and finding.message == entry.message)

    return alike


def _common(rule: Rule) -> str | None:
    """Return what findings have in common of which a rule tells only one, as the order is: module, manifest or message."""
    if rule.once:
        return rule.once
    return "message" if _looks_back([rule.where, [case.where for case in rule.cases]]) else None


def _looks_back(conditions: Any) -> bool:
    if isinstance(conditions, dict):
        return "earlier" in conditions or _looks_back(list(conditions.values()))
    return isinstance(conditions, list) and any(map(_looks_back, conditions))
