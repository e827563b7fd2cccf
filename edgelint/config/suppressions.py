"""Findings that a configuration leaves out, each entry with its reason."""

from __future__ import annotations

from collections.abc import Mapping

from edgelint.config.model import Suppression
from edgelint.files.globs import literal_file, matches_file, matches_name, matches_pointer
from edgelint.findings import Finding


def holds_for(entry: Suppression, path: str) -> bool:
    """Tell whether an entry is for a file, given its path from the configuration's folder."""
    return not entry.files or any(matches_file(pattern, path) for pattern in entry.files)


def suppresses(entry: Suppression, finding: Finding) -> bool:
    """Tell whether an entry that is for the finding's file matches the finding."""
    word = entry.rule.text
    if finding.code != word.upper() and finding.rule != word.lower():
        return False
    if entry.module is not None and not (finding.module is not None and matches_name(entry.module, finding.module)):
        return False
    return entry.path is None or matches_pointer(entry.path, finding.location.path)


def is_expired(entry: Suppression, day: str) -> bool:
    """Tell whether an entry held until before a day, YYYY-MM-DD."""
    return entry.expires is not None and entry.expires < day


def only_files(entry: Suppression) -> list[str] | None:
    """Return the files that an entry is for, None where its patterns may match any."""
    files = [literal_file(pattern) for pattern in entry.files]
    known = [file for file in files if file is not None]
    return known if files and len(known) == len(files) else None


def day_of(environment: Mapping[str, str]) -> str:
    """Return the day of today in UTC, YYYY-MM-DD, or the one that SOURCE_DATE_EPOCH names; raises ValueError.

    https://reproducible-builds.org/specs/source-date-epoch/
    """
    from datetime import UTC, datetime

    given = environment.get("SOURCE_DATE_EPOCH")
    now = datetime.now(UTC) if given is None else datetime.fromtimestamp(int(given), UTC)
    return now.date().isoformat()
