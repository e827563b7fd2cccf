"""Names for findings that stay the same while a file is edited around them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from edgelint.findings import Finding


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """Return the fingerprint of each finding, 16 hexadecimal digits.

    It depends on code, module, path without array indices, value, and the ordinal among equal findings of the same
    file; what else the file or the run holds does not matter.
    """
    seen: Counter[tuple[object, ...]] = Counter()
    prints = []
    for finding in findings:
        known = identity(finding)
        prints.append(_digest((*known, seen[finding.file, *known])))
        seen[finding.file, *known] += 1
    return prints


def identity(finding: Finding) -> tuple[object, ...]:
    """Return what a finding is known by in its file, wherever it moves and however it is laid out."""
    return finding.code, finding.module, without_indices(finding.location.path), _without_layout(finding.value)


def without_indices(pointer: str) -> str:
    """Return a JSON Pointer without its array indices."""
    return "/".join(segment for segment in pointer.split("/") if not (segment.isascii() and segment.isdecimal()))


def _without_layout(value: str) -> str:
    """Return the text of an object or array in one layout and order of keys, all else as it is."""
    if not value.startswith(("{", "[")):
        return value
    import json

    try:
        return json.dumps(json.loads(value), sort_keys=True)
    except (ValueError, RecursionError):
        return "".join(value.split())


def _digest(parts: tuple[object, ...]) -> str:
    import hashlib
    import json

    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]
