"""One file through the whole road: bytes or text in, findings out. Pure: no files, no output."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from edgelint.engine.linter import Judged, lint
from edgelint.files.source import Source
from edgelint.findings import Finding, LeftOut
from edgelint.json_text.parser import JSONSyntaxError, parse
from edgelint.json_text.reading import read
from edgelint.json_text.text import Fault
from edgelint.manifests.manifest import Manifest, read_manifests, unreadable_manifest
from edgelint.manifests.shapes import mentions_manifest
from edgelint.rule_files.rules import Rule
from edgelint.secrecy.secret_places import Secret, find_secrets

# Words, in small letters, without one of which a file is no manifest; most JSON of a repository is skipped by them alone.
# Looked for one after the other in the lowered text, a megabyte takes 3 ms; a pattern that ignores case takes 40.
_WORDS = (
    "modulescontent", "modulecontent", "$edgeagent", "$edgehub", "systemmodules", '"modules"', "hostconfig",
    "k8s-experimental",
)  # fmt: skip


class Checked(NamedTuple):
    """What a file gave: its findings, sorted, secrets masked, each with what its fix would do, and its text.

    `left_out` are those that are not to be listed and not to be fixed; they are not among the findings.
    """

    findings: list[Finding]
    fixes: list[Judged]
    text: str
    manifests: list[Manifest]
    left_out: tuple[LeftOut, ...] = ()

    def secrets(self) -> list[Secret]:
        """Return the secrets of the file, sorted by place."""
        return find_secrets(self.manifests)


def check(
    source: Source,
    rules: Sequence[Rule],
    filename: str,
    *,
    standard_input: bool = False,
    answers: Mapping[str, Any] | None = None,
) -> Checked | None:
    """Return what the rules find in a file, or None where it is no manifest; raises linter.RuleError."""
    if not standard_input and not _has_words(source.text):
        return None
    manifests = _manifests(source, filename, standard_input)
    if not manifests:
        return None
    fixes = lint(manifests, rules, filename, answers)
    return Checked([judged.finding for judged in fixes], fixes, source.text, manifests)


def _manifests(source: Source, filename: str, standard_input: bool) -> list[Manifest]:
    text = source.text
    undecoded = (source.fault,) if source.fault else ()
    try:
        reading = read(text)
    except JSONSyntaxError as error:
        return _unreadable(text, undecoded or (_first_fault(text, error),))
    faults = undecoded + reading.faults
    reading = reading._replace(faults=faults)
    manifests = read_manifests(text, reading, filename=filename, standard_input=standard_input)
    return manifests or _unreadable(text, tuple(fault for fault in faults if not fault.readable))


def _unreadable(text: str, faults: tuple[Fault, ...]) -> list[Manifest]:
    """Return what stands for a manifest that has faults, where the text was meant as one."""
    return [unreadable_manifest(text, faults)] if faults and mentions_manifest(text) else []


def _first_fault(text: str, error: JSONSyntaxError) -> Fault:
    """Return where the strict tools stop, which is never behind the place where the tolerant parser gave up."""
    try:
        parse(text)
    except JSONSyntaxError as strict:
        return strict.fault
    return error.fault


def _has_words(text: str) -> bool:
    lowered = text.lower()
    return any(word in lowered for word in _WORDS)
