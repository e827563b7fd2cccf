"""Baselines on disk."""

from __future__ import annotations

import os
from typing import NamedTuple

from edgelint.baselines.baseline import Baseline, Entry
from edgelint.baselines.baseline_file import BaselineError, baseline_text, read_baseline
from edgelint.commands.ending import UsageError
from edgelint.files.discovery import path_from
from edgelint.files.source import decode
from edgelint.files.writer import WriteError, replace_file


class Recorded(NamedTuple):
    """A baseline and its real folder."""

    baseline: Baseline
    folder: str

    def of(self, name: str) -> list[Entry]:
        """Return what may be known of a file, given its path or `-`."""
        return self.baseline.entries(None if name == "-" else path_from(self.folder, name), self.is_gone)

    def is_gone(self, name: str) -> bool:
        """Tell whether a recorded file is no longer there."""
        return not os.path.lexists(os.path.join(self.folder, name))


def folder_of(path: str) -> str:
    """Return the real folder of a file that need not be there."""
    return os.path.realpath(os.path.dirname(path) or ".")


def read_recorded(path: str) -> Recorded:
    """Return the baseline of a file; raises UsageError."""
    return Recorded(_read(path)[0], folder_of(path))


def write_baseline(path: str, baseline: Baseline) -> None:
    """Write a baseline to a new file or over another baseline, never over anything else; raises UsageError."""
    after = baseline_text(baseline).encode("utf-8", "backslashreplace")
    try:
        if os.path.lexists(path):
            before = _read(path)[1]
            if before != after:
                replace_file(path, before, after)
            return
        with open(path, "xb") as file:
            file.write(after)
    except (OSError, WriteError) as error:
        raise UsageError(f"{path}: {getattr(error, 'strerror', None) or error}") from None


def _read(path: str) -> tuple[Baseline, bytes]:
    try:
        with open(path, "rb") as file:
            data = file.read()
        source = decode(data)
        if source.fault:
            raise BaselineError(f"is no baseline: {source.fault.reason}")
        return read_baseline(source.text), data
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}") from None
    except BaselineError as error:
        raise UsageError(f"{path}: {error}") from None
