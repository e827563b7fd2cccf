"""A baseline as the text of its file: JSON, an entry a line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from edgelint.baselines.baseline import Baseline, Entry

_VERSION = 1


class BaselineError(ValueError):
    """A text that is no baseline; the message says why."""


def read_baseline(text: str) -> Baseline:
    """Return the baseline of a text, that of an empty one without findings; raises BaselineError."""
    if not text.strip():
        return Baseline({})
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BaselineError(f"is no baseline: {error}") from None
    if not isinstance(data, dict) or not isinstance(data.get("files"), dict):
        raise BaselineError('is no baseline: it has no object "files"')
    if data.get("version") != _VERSION:
        raise BaselineError(
            f"is a baseline of version {json.dumps(data.get('version'))}; this edgelint knows {_VERSION}"
        )
    try:
        return Baseline({file: tuple(map(_entry, entries)) for file, entries in data["files"].items()})
    except (AttributeError, KeyError, TypeError):
        raise BaselineError("is no baseline: an entry of it lacks something") from None


def _entry(data: dict[str, Any]) -> Entry:
    related = tuple(str(path) for path in data.get("related", ()))
    texts = [str(data[key]) for key in ("fingerprint", "code", "path")]
    return Entry(texts[0], texts[1], data["module"], texts[2], related, str(data.get("message", "")))


def baseline_text(baseline: Baseline) -> str:
    """Return a baseline as text: sorted, an entry a line, so that a change of it reads well; files without one left out."""
    files = {file: entries for file, entries in sorted(baseline.files.items()) if entries}
    blocks = [f"    {_json(file)}: [\n{_lines(entries)}\n    ]" for file, entries in files.items()]
    held = "{\n" + ",\n".join(blocks) + "\n  }" if blocks else "{}"
    return f'{{\n  "version": {_VERSION},\n  "files": {held}\n}}\n'


def _lines(entries: Iterable[Entry]) -> str:
    rows = []
    for entry in entries:
        data = entry._asdict()
        if not entry.related:
            del data["related"]
        rows.append(f"      {_json(data)}")
    return ",\n".join(rows)


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)
