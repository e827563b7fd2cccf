"""The format of a configuration, as data: from it come both the check at load and the JSON Schema for editors."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from edgelint.config.decisions import OFF
from edgelint.json_text.nodes import Path
from edgelint.rule_files.formats import Choice, ListOf, MapOf, Problem, Schema, Text, one_or_list, wrong_type
from edgelint.rule_files.records import Field, Record, need
from edgelint.rule_files.rule_texts import SEVERITY
from edgelint.rule_files.rules import SEVERITIES


class _Day:
    """A date as YYYY-MM-DD."""

    def check(self, data: Any, path: Path) -> Iterator[Problem]:
        if not isinstance(data, str):
            yield wrong_type(path, "a date as 2027-01-31", data)
        elif not _is_day(data):
            yield Problem(path, f'"{data}" is no date; write it as 2027-01-31')

    def schema(self) -> Schema:
        return {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


TEXT = Text()
WORDS = one_or_list(TEXT, at_least=0)
_FILES = one_or_list(TEXT)
_CODES = "codes, code prefixes (ASE1) or names"
_LEVELS = MapOf(Choice((*SEVERITY.words, OFF)))

_OVERRIDE = Record(
    {
        "files": need(_FILES, "Patterns of the files that it holds for, relative to the configuration's folder"),
        "ignore": Field(WORDS, f"Rules that these files are not checked by: {_CODES}"),
        "severity": Field(_LEVELS, "The severity of rules in these files, or off"),
    }
)
_SUPPRESSION = Record(
    {
        "rule": need(TEXT, "The rule whose findings are left out: its code or name"),
        "files": Field(_FILES, "Patterns of the files that it holds for; all where there is none"),
        "module": Field(TEXT, "The module that it holds for, as written; * stands for any characters"),
        "path": Field(TEXT, "The place that it holds for: a JSON Pointer, or its end; * is one step, ** any number"),
        "reason": need(TEXT, "Why the finding may stay"),
        "expires": Field(_Day(), "The last day on which it holds, as 2027-01-31"),
    }
)
CONFIGURATION = Record(
    {
        "select": Field(one_or_list(TEXT), f"The rules that run, all others do not: {_CODES}"),
        "extend-select": Field(WORDS, "Rules that run in addition"),
        "ignore": Field(WORDS, f"The rules that do not run: {_CODES}"),
        "extend-ignore": Field(WORDS, "Rules that do not run in addition"),
        "severity": Field(_LEVELS, "The severity of rules, or off"),
        "rules": Field(WORDS, "Rule files and folders of your own, relative to the configuration's folder"),
        "fail-on": Field(Choice((*SEVERITIES, "never")), "The least severity that makes the exit status 1"),
        "baseline": Field(TEXT, "The baseline whose findings are left out, relative to the configuration's folder"),
        "overrides": Field(ListOf(_OVERRIDE, at_least=0), "Settings for some files; later ones weigh more"),
        "suppressions": Field(ListOf(_SUPPRESSION, at_least=0), "Findings that are left out"),
    }
)


def json_schema() -> Schema:
    """Return the format as JSON Schema, draft 2020-12: that of .edgelint.yaml and of [tool.edgelint]."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "edgelint configuration",
        **CONFIGURATION.schema(),
    }
