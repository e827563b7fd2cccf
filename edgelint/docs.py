"""Pages of the documentation that are made from the program itself: `python -m edgelint.docs docs` writes them."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping

from edgelint.rule_format_page import rule_format_page
from edgelint.tables import TABLES, Table

_INTRODUCTION = """\
# Tables

<!-- Made by `python -m edgelint.docs docs` from the modules of edgelint/tables. -->

A table holds what edgelint knows about a manifest, as rows that a rule selects: `select: $.mounts[*]`, or with a filter
`select: $.mounts[?(@.kind == 'share')]`. Where `$` is a module, a table has the rows of that module; where it is the
manifest, those of all modules and what belongs to none.

A row is an object with the columns below. What is unknown is absent: `{at: '@.target', exists: false}` asks for that.
A column can be named in texts, as in `{source}`. A finding points at the place of the row; `mark:` names a part of it to
point at instead, and a fix step `rewrite` changes a part.
"""


def tables_page() -> str:
    """Return the page on all tables, as Markdown."""
    return "\n".join([_INTRODUCTION, *(_section(table) for table in TABLES.values())])


PAGES: Mapping[str, Callable[[], str]] = {"rule-format.md": rule_format_page, "tables.md": tables_page}
"""The pages by the names of their files."""


def write(folder: str) -> None:
    """Write all pages to a folder that exists; all are made before one is opened, for some are made from what they were."""
    texts = {name: page() for name, page in PAGES.items()}
    for name, text in texts.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8", newline="\n") as file:
            file.write(text)


def _section(table: Table) -> str:
    lines = [f"## {table.name}", "", table.summary, "", *_grid("column", table.columns)]
    if table.parts:
        lines += ["", *_grid("part", table.parts)]
    return "\n".join(lines) + "\n"


def _grid(head: str, rows: Mapping[str, str]) -> Iterator[str]:
    yield f"| {head} | meaning |"
    yield "|---|---|"
    for name, meaning in rows.items():
        yield f"| `{name}` | {_escaped(meaning)} |"


def _escaped(text: str) -> str:
    return re.sub(r"[|*<]", r"\\\g<0>", text)


if __name__ == "__main__":
    write(sys.argv[1])
