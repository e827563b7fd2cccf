"""One file through the whole road: bytes or text in, findings out. Pure: no files, no output."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from edgelint.findings import Finding
from edgelint.linter import lint
from edgelint.manifest import Manifest, read_manifests, unreadable_manifest
from edgelint.parser import JSONSyntaxError, parse
from edgelint.reading import Reading, read
from edgelint.rules import Rule
from edgelint.secret_places import Secret, find_secrets
from edgelint.secrets import mask
from edgelint.shapes import mentions_manifest
from edgelint.source import Source
from edgelint.text import Fault

# Words without one of which a file is no manifest; most JSON files of a repository are skipped by them alone.
_WORDS = r"modules?Content|\$edge(?:Agent|Hub)|systemModules|\"modules\"|HostConfig|k8s-experimental"


class Checked(NamedTuple):
    """What a file gave: its findings, sorted, its text and its secrets."""

    findings: list[Finding]
    text: str
    manifests: list[Manifest]

    def secrets(self) -> list[Secret]:
        """Return the secrets of the file, sorted by place."""
        return find_secrets(self.manifests)


def check(source: Source, rules: Sequence[Rule], filename: str, *, standard_input: bool = False) -> Checked | None:
    """Return what the rules find in a file, or None where it is no manifest; raises linter.RuleError."""
    if not standard_input and not _words().search(source.text):
        return None
    manifests = _manifests(source, filename, standard_input)
    if not manifests:
        return None
    checked = Checked(lint(manifests, rules, filename), source.text, manifests)
    return checked._replace(findings=_masked(checked)) if checked.findings else checked


def _manifests(source: Source, filename: str, standard_input: bool) -> list[Manifest]:
    text = source.text
    undecoded = (source.fault,) if source.fault else ()
    try:
        reading = read(text)
    except JSONSyntaxError as error:
        faults = undecoded or (_first_fault(text, error),)
        return [unreadable_manifest(text, faults)] if mentions_manifest(text) else []
    reading = Reading(reading.data, undecoded + reading.faults, reading.duplicates)
    return read_manifests(text, reading, filename=filename, standard_input=standard_input)


def _first_fault(text: str, error: JSONSyntaxError) -> Fault:
    """Return where the strict tools stop, which is never behind the place where the tolerant parser gave up."""
    try:
        parse(text)
    except JSONSyntaxError as strict:
        return strict.fault
    return error.fault


def _masked(checked: Checked) -> list[Finding]:
    secrets = {secret.text for secret in checked.secrets()}
    if not secrets:
        return checked.findings
    return [
        finding._replace(
            message=mask(finding.message, secrets), help=mask(finding.help, secrets), value=mask(finding.value, secrets)
        )
        for finding in checked.findings
    ]


@cache
def _words() -> re.Pattern[str]:
    return re.compile(_WORDS, re.IGNORECASE)
