"""What of a baseline still occurs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from edgelint.baselines.baseline import Baseline, Entry
from edgelint.baselines.known_findings import known
from edgelint.findings import Finding
from edgelint.rule_files.rules import Rule


class Found(NamedTuple):
    """What was found in a file, and the rules that ran."""

    findings: Sequence[Finding]
    rules: Sequence[Rule]


def pruned(
    baseline: Baseline, found: Mapping[str, Found], is_gone: Callable[[str], bool], is_near: Callable[[str], bool]
) -> Baseline:
    """Return what of a baseline still occurs, given what was found in files by their paths from its folder.

    What was recorded of a file that is gone goes to the first file that has it now, as the one that it was renamed to;
    what no file has is dropped if the run looked where the file was (`is_near`). Kept are also the entries of files that
    were not looked at, and of rules that did not run.
    """
    gone = {name: list(entries) for name, entries in baseline.files.items() if name not in found and is_gone(name)}
    kept = {name: entries for name, entries in baseline.files.items() if name not in found and name not in gone}
    for name, (findings, rules) in sorted(found.items()):
        if name in baseline.files:
            kept[name] = tuple(_kept(baseline.files[name], found[name]))
        else:
            kept[name] = tuple(_taken_over(gone, findings, rules))
    ran = {rule.code for each in found.values() for rule in each.rules}
    for name, entries in gone.items():
        kept[name] = tuple(entry for entry in entries if entry.code not in ran or not is_near(name))
    return Baseline(kept)


def _kept(entries: Sequence[Entry], found: Found) -> Iterator[Entry]:
    matched = set(known(entries, *found))
    ran = {rule.code for rule in found.rules}
    yield from (entry for entry in entries if entry in matched or entry.code not in ran)


def _taken_over(gone: Mapping[str, list[Entry]], findings: Sequence[Finding], rules: Sequence[Rule]) -> Iterator[Entry]:
    """Yield the entries that findings are known by, and take them from the files that are gone."""
    everything = [entry for name in sorted(gone) for entry in gone[name]]
    for entry in known(everything, findings, rules):
        holder = next((entries for entries in gone.values() if entry in entries), None)
        if entry and holder:
            holder.remove(entry)
            yield entry
