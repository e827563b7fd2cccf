"""The index of the pages on rules, by family."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from edgelint.docs.markdown import escaped, grid
from edgelint.rule_files.rule_content import applicabilities, severities

_INTRODUCTION = """\
# The rules

<!-- Made by `python -m edgelint.docs docs` from the files below rules and edgelint/config/notice_rules.py. -->

{count} rules, each with a page: what it finds, why, examples, what to do, and where it comes from. A terminal says the same:
`edgelint explain CODE`. [Which statement of the article is covered by which rule](../article-coverage.md) is a page of its own.

A fix is **safe** (`--fix` makes it), **unsafe** (right in most cases: `--fix --unsafe-fixes`), or **needs-input** (only you
know the value: `--fix --answers FILE`). Where there is none, the page says what to do.
"""
_EVIDENCE = """\
## Evidence

How well a source is known stands behind it on each page:

- **documented**: a document of the vendor or a standard says so;
- **executed**: the program in question was run, and did it;
- **source**: its source code was read;
- **inferred**: it follows from the others.
"""


def rule_index(rules: list[dict[str, Any]]) -> str:
    """Return the index as Markdown, given the data of the rules and their families."""
    ordered = sorted(rules, key=lambda rule: (_first_code(rules, rule["family"]), rule["code"]))
    lines = [_INTRODUCTION.format(count=len(rules))]
    for family, members in groupby(ordered, key=lambda rule: str(rule["family"])):
        lines += [f"## {family}", "", *_family(list(members)), ""]
    return "\n".join([*lines, _EVIDENCE])


def _first_code(rules: list[dict[str, Any]], family: str) -> str:
    """Return the least code of a family, by which the families are ordered."""
    return min(str(rule["code"]) for rule in rules if rule["family"] == family)


def _family(rules: list[dict[str, Any]]) -> Iterator[str]:
    rows = (
        (
            f"[{rule['code']}]({rule['code']}.md)",
            rule["name"],
            " or ".join(severities(rule)),
            escaped(rule["summary"]) + _status(rule),
            ", ".join(applicabilities(rule)),
        )
        for rule in rules
    )
    return grid(("code", "name", "severity", "finds", "fix"), rows)


def _status(rule: dict[str, Any]) -> str:
    return "" if rule["status"] == "stable" else f" ({rule['status']})"
