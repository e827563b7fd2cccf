"""The page on the rule file: its tables come from the description of the format, its prose is written by hand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from edgelint.rule_files import rule_texts
from edgelint.rule_files.formats import Anything, Choice, Either, Flag, Format, ListOf, MapOf, Number, Text
from edgelint.rule_files.records import Alternatives, Keyed, Record, Shared
from edgelint.rule_files.rule_format import FRAGMENT, RULE

_TABLE = re.compile(r"(<!-- keys of ([a-z]+) -->\n).*?(<!-- end -->)", re.DOTALL)
_HEAD = "| key | value | needed | meaning |\n|---|---|---|---|\n"
_TEXTS = {
    rule_texts.TEXT: "text",
    rule_texts.LINE: "one line",
    rule_texts.TEMPLATE: "template of one line",
    rule_texts.LONG_TEMPLATE: "template",
    rule_texts.PART: "template of one line, may be empty",
    rule_texts.NAME: "name",
    rule_texts.FIELD: "field, as in `source_key`",
    rule_texts.CAPTURE: "a whole `{x}`",
    rule_texts.REGEX: "regular expression of Python",
    rule_texts.PATH: "JSONPath from `$`",
    rule_texts.PLACE: "JSONPath from `@` or `$`, or a whole `{x}`",
    rule_texts.CODE: "code, as in `ASE101`",
    rule_texts.RULE_NAME: "name, as in `docker-binds`",
    rule_texts.VERSION: "version in quotes, as in `'1.0'`",
}


class _Row(NamedTuple):
    key: str
    value: str
    needed: bool
    meaning: str


def with_tables(page: str) -> str:
    """Return the page with each table between `<!-- keys of … -->` and `<!-- end -->` written anew."""
    return _TABLE.sub(lambda found: found[1] + _table(_rows(_formats()[found[2]])) + found[3], page)


def _formats() -> dict[str, Keyed]:
    """Return the formats by the names of their tables; the conditions in two, those with `at` and all others."""
    condition = FRAGMENT.formats["condition"]
    assert isinstance(condition, Alternatives)
    others = Alternatives({word: kind for word, kind in condition.by_key.items() if word != "at"})
    return {"rule": RULE, **FRAGMENT.formats, "test": condition.by_key["at"], "condition": others}


def _table(rows: Iterable[_Row]) -> str:
    cells = [(f"`{row.key}`", row.value, "yes" if row.needed else "", row.meaning) for row in rows]
    return _HEAD + "".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in row)} |\n" for row in cells)


def _rows(what: Format, before: str = "") -> Iterator[_Row]:
    """Yield a row for each key of a mapping and of the mappings inside it that have no name of their own."""
    if isinstance(what, Record):
        for key, field in what.fields.items():
            yield _Row(before + key, _word(field.format), field.required, field.description)
            inner, marks = _inner(field.format)
            yield from _rows(inner, f"{before}{key}{marks}.")
    elif isinstance(what, Alternatives):
        yield from _rows_of_any(what, before)


def _rows_of_any(what: Alternatives, before: str) -> Iterator[_Row]:
    """Yield the rows of all alternatives, each key once; the keys that tell them apart are not needed."""
    found: dict[str, _Row] = {}
    for kind in what.by_key.values():
        for row in _rows(kind, before):
            found.setdefault(row.key, row._replace(needed=row.needed and row.key not in what.by_key))
    yield from found.values()


def _inner(what: Format) -> tuple[Format, str]:
    """Return what the items of a list are (or of no list, the value itself), and how a key goes on to them."""
    item, marks = (what.item, "[]") if isinstance(what, ListOf) else (what, "")
    return (item, marks) if isinstance(item, Record) else (Anything(), "")


def _word(what: Format) -> str:
    """Return what a value is, in words."""
    if isinstance(what, Text):
        return _TEXTS.get(what, "text")
    if isinstance(what, Choice):
        return ", ".join(f"`{word}`" for word in what.words)
    if isinstance(what, Shared):
        return f"[{what.name}](#{what.name})"
    if isinstance(what, Alternatives):
        return "one of " + ", ".join(f"`{key}`" for key in what.by_key)
    return _compound(what)


def _compound(what: Format) -> str:
    if isinstance(what, ListOf):
        return f"list: {_word(what.item)}"
    if isinstance(what, MapOf):
        return f"mapping of names: {_word(what.value)}"
    if isinstance(what, Either):
        other = "a list of such" if isinstance(what.then, ListOf) else _word(what.then)
        return f"{_word(what.otherwise)}, or {other}"
    words: dict[type, str] = {Flag: "`true` or `false`", Number: "number", Anything: "any value", Record: "mapping"}
    return words[type(what)]
