"""Markdown: text that is not read as markup, tables, blocks of code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

_CODE_OR_MARK = re.compile(r"`[^`]*`|[|*<]|(?<!\w)_|_(?!\w)")


def escaped(text: str) -> str:
    """Return a text that shows as it is written; code spans stay."""
    return _CODE_OR_MARK.sub(lambda found: found[0] if found[0][0] == "`" else f"\\{found[0]}", text)


def grid(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table; the cells are Markdown."""
    yield f"| {' | '.join(heads)} |"
    yield "|" + "---|" * len(heads)
    for cells in rows:
        yield f"| {' | '.join(cells)} |"


def block(lines: Iterable[str], language: str) -> list[str]:
    """Return the lines of a block of code."""
    return [f"```{language}", *lines, "```"]
