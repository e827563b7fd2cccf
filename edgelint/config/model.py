"""Configurations as values."""

from __future__ import annotations

from typing import NamedTuple

from edgelint.json_text.text import Position
from edgelint.rule_files.selection import Word


class Level(NamedTuple):
    """A severity, or off, of the rules that a word names."""

    rules: Word
    severity: str


class Override(NamedTuple):
    """Settings for the files that one of the patterns matches."""

    files: tuple[str, ...]
    ignore: tuple[Word, ...]
    severity: tuple[Level, ...]
    origin: str


class Suppression(NamedTuple):
    """Findings that are left out: of a rule (code or name), in files (all where there is no pattern), a module, a place.

    `expires` is the last day, as YYYY-MM-DD. `pointer` and `place` are those of the entry in the configuration file.
    """

    rule: Word
    files: tuple[str, ...]
    module: str | None
    path: str | None
    reason: str
    expires: str | None
    pointer: str
    place: Position


class Config(NamedTuple):
    """What a configuration file says. `path` is how messages spell it, `folder` its real folder, `text` what it holds."""

    path: str
    folder: str
    text: str
    select: tuple[Word, ...] = ()
    extend_select: tuple[Word, ...] = ()
    ignore: tuple[Word, ...] = ()
    extend_ignore: tuple[Word, ...] = ()
    severity: tuple[Level, ...] = ()
    rules: tuple[Word, ...] = ()
    fail_on: Word | None = None
    baseline: Word | None = None
    overrides: tuple[Override, ...] = ()
    suppressions: tuple[Suppression, ...] = ()

    def words(self) -> list[Word]:
        """Return all words that must name a rule."""
        levels = (*self.severity, *(level for each in self.overrides for level in each.severity))
        ignored = (word for each in self.overrides for word in each.ignore)
        lists = (*self.select, *self.extend_select, *self.ignore, *self.extend_ignore)
        return [*lists, *ignored, *(level.rules for level in levels)]
