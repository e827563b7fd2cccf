"""The page on the tables, from the descriptions that they carry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from edgelint.docs.markdown import escaped, grid
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


def _section(table: Table) -> str:
    lines = [f"## {table.name}", "", table.summary, "", *_named("column", table.columns)]
    if table.parts:
        lines += ["", *_named("part", table.parts)]
    return "\n".join(lines) + "\n"


def _named(head: str, rows: Mapping[str, str]) -> Iterator[str]:
    return grid((head, "meaning"), ((f"`{name}`", escaped(meaning)) for name, meaning in rows.items()))
