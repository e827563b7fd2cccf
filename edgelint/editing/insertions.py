"""New children: how they are written in their container, and where they are put."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from edgelint.editing import gaps
from edgelint.editing.draft import Entry, Value
from edgelint.editing.edits import Edit
from edgelint.editing.layout import (
    Style,
    colon_for,
    end_of,
    indent_at,
    opening,
    opens_lines,
    spans_lines,
    start_of,
    style_near,
    value_of,
)
from edgelint.editing.rendering import render, scalar
from edgelint.json_text.nodes import Node, plain
from edgelint.json_text.text import Span

Chain = Sequence[Node]
"""The containers from the root of the text to the one meant."""


def behind(text: str, chain: Chain, end: int, added: list[Entry]) -> list[Edit]:
    """Return the edits that put new children behind the one that ends at `end`, below the comment on its line."""
    separator, new = _joined(text, chain, added)
    at = gaps.behind_own(text, end, lines=False)
    note = gaps.ending(text, at)
    if note is None or "\n" not in separator:
        return [Edit(Span(at, at), separator + new)]
    below = Span(note.end(), note.end())
    line = separator.replace(",", "", 1)
    if note[1]:
        return [Edit(below, line + new + ",")]
    return [Edit(Span(at, at), ","), Edit(below, line + new)]


def in_place(text: str, chain: Chain, removed: Span, added: list[Entry]) -> list[Edit]:
    """Return the edits that put new children where removed ones stand."""
    edits = [Edit(Span(removed.start, gaps.behind_own(text, removed.end)), _joined(text, chain, added)[1])]
    comma = gaps.comma(text, removed.end)
    note = Span(comma.end, gaps.behind_note(text, comma.end)) if comma else None
    return [*edits, Edit(note, "")] if note and note.start < note.end else edits


def filling(text: str, chain: Chain, value: Value) -> Edit:
    """Return the edit that puts new children into a container without any; comments in it stay in front of them."""
    node = chain[-1]
    inside = Span(node.span.start + 1, node.span.end - 1)
    style = style_near(text, chain)
    spread = opens_lines(text, node) or (len(chain) > 1 and spreads(text, value.plain(), chain[-2]))
    outer = indent_at(text, node.span.start)
    indent = outer + style.unit if spread else outer
    line = style.newline + indent if spread else style.comma
    new = ("," + line).join(_child(text, node, entry, indent, style, spread=spread) for entry in value.kept())
    held = gaps.marks(text, *inside)
    if not held:
        pad = opening(text, node) or style.pads[node.kind == "array"]
        return Edit(inside, line + new + style.newline + outer if spread else pad + new + pad)
    if all(mark.kind in ("line", "block") for mark in held):
        return Edit(Span(held[-1].span.end, held[-1].span.end), (line if spread else " ") + new)
    blanks = text[inside.start : held[0].span.start]
    return Edit(Span(inside.start, inside.start), (line if spread else blanks) + new + ",")


def new_value(text: str, parent: Node, value: Value, style: Style, indent: str, *, spread: bool) -> str:
    """Return a new value as text, for a line with this indentation; `spread` is whether its parent goes over lines."""
    if value.literal is not None:
        return value.literal
    data = value.plain()
    if isinstance(data, dict | list):
        return render(data, style, indent if spreads(text, data, parent, otherwise=spread) else None)
    return scalar(data, style)


def spreads(text: str, data: Any, parent: Node, *, otherwise: bool | None = None) -> bool:
    """Tell whether a new container goes over lines in its parent, as the containers beside it do.

    A new member goes over lines also where all those on one line hold less levels. Where there are none beside it, it
    does as the parent, or as `otherwise` says.
    """
    parent_does = opens_lines(text, parent) if otherwise is None else otherwise
    beside = [node for child in parent.children if (node := value_of(child)).children]
    alike = [node for node in beside if (node.kind == "object") == isinstance(data, dict)] or beside
    if not alike:
        return parent_does
    if parent.kind == "array":
        return spans_lines(text, alike[-1])
    flat = [node for node in alike if not spans_lines(text, node)]
    if len(flat) * 2 < len(alike):
        return True
    return parent_does and _depth(data) > max(_depth(plain(node)) for node in flat)


def _joined(text: str, chain: Chain, added: list[Entry]) -> tuple[str, str]:
    """Return what separates the children of a container that has some, and the new ones, separated so."""
    node, style = chain[-1], style_near(text, chain)
    separator = _separator(text, node, style)
    lines = separator.rpartition("\n")
    indent = (
        lines[2][: len(lines[2]) - len(lines[2].lstrip())] if lines[1] else indent_at(text, start_of(node.children[-1]))
    )
    spread = opens_lines(text, node)
    return separator, separator.join(_child(text, node, entry, indent, style, spread=spread) for entry in added)


def _child(text: str, node: Node, entry: Entry, indent: str, style: Style, *, spread: bool) -> str:
    value = new_value(text, node, entry.value, style, indent, spread=spread)
    if node.kind == "array":
        return value
    key = scalar(entry.name, style)
    return key + colon_for(text, node, key, style) + value


def _separator(text: str, node: Node, style: Style) -> str:
    """Return what stands between the last two children, comments left out, and blank lines where not all have them."""
    between = [text[end_of(one) : start_of(other)] for one, other in pairwise(node.children)]
    spaced = all(re.search(r"\n[ \t]*\r?\n", gap) for gap in between)
    for one, other in reversed(list(pairwise(node.children))):
        gap = _without_comments(text, end_of(one), start_of(other))
        if re.fullmatch(r"\s*,\s*", gap):
            return gap if spaced else re.sub(r"(?:\r?\n[ \t]*)+(?=\r?\n)", "", gap)
    if opens_lines(text, node):
        return "," + style.newline + indent_at(text, start_of(node.children[0]))
    return "," + style.comma


def _without_comments(text: str, start: int, end: int) -> str:
    gap = text[start:end]
    for mark in reversed(gaps.marks(text, start, end)):
        if mark.kind in ("line", "block"):
            gap = gap[: mark.span.start - start].rstrip(" \t") + gap[mark.span.end - start :]
    return re.sub(r"[ \t]+(?=\r?\n)", "", gap)


def _depth(data: Any) -> int:
    if not isinstance(data, dict | list):
        return 0
    return 1 + max((_depth(item) for item in (data.values() if isinstance(data, dict) else data)), default=0)
