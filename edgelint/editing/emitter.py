"""Turns a draft into text edits that follow the layout around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from edgelint.editing import gaps
from edgelint.editing.draft import Draft, Entry, Value
from edgelint.editing.edits import Edit
from edgelint.editing.insertions import Chain, behind, filling, in_place, new_value
from edgelint.editing.layout import end_of, indent_at, opens_lines, spans_lines, start_of, style_near, value_of
from edgelint.editing.removals import Run, removal
from edgelint.editing.rendering import render, scalar
from edgelint.json_text.escapes import escaped_like
from edgelint.json_text.nodes import Member, Node
from edgelint.json_text.text import Span
from edgelint.json_text.views import decoded_part


def emit(text: str, draft: Draft) -> list[Edit]:
    """Return the edits that make the text say what the draft says, in the order of the text; they do not overlap."""
    if draft.root.node is None:
        return [Edit(draft.tree.span, draft.root.literal or "")]
    edits = [*_unwrapped(text, draft.tree, draft.root.node), *_value(text, draft.root, ())]
    return sorted(edits, key=lambda edit: edit.span)


def _unwrapped(text: str, old: Node, kept: Node) -> list[Edit]:
    """Return the edits that take away what stands around the part of an old value that takes its place, and its indent."""
    if kept is old:
        return []
    around = [Span(old.span.start, kept.span.start), Span(kept.span.end, old.span.end)]
    return [Edit(span, "") for span in [*around, *_indents(text, kept, len(indent_at(text, old.span.start)))]]


def _indents(text: str, kept: Node, width: int) -> Iterator[Span]:
    """Yield what each line of a value is to lose so that the value is indented by so many blanks."""
    surplus = indent_at(text, kept.span.start)
    for line in re.finditer(rf"\n{surplus}", text[: kept.span.end]):
        if line.start() >= kept.span.start and len(surplus) > width:
            yield Span(line.start() + 1 + width, line.end())


def _value(text: str, value: Value, around: Chain) -> Iterator[Edit]:
    """Yield the edits of a value that stands in the text, and of all below it."""
    node = value.node
    assert node is not None
    for span, part in value.parts:
        yield _rewritten(text, node, span, part)
    if any(entry.touched for entry in value.opened):
        chain = (*around, node)
        for entry in value.kept():
            if entry.old is not None:
                yield from _old(text, entry, chain)
        yield from _new_and_removed(text, value, chain)


def _old(text: str, entry: Entry, chain: Chain) -> Iterator[Edit]:
    if isinstance(entry.old, Member) and entry.name != entry.old.key.value:
        yield _renamed(text, entry.old.key, entry.name, chain)
    if entry.value.node is None:
        yield _replaced(text, value_of(entry.old), entry.value, chain)
    else:
        yield from _unwrapped(text, value_of(entry.old), entry.value.node)
        yield from _value(text, entry.value, chain)


def _rewritten(text: str, string: Node, span: Span, part: str) -> Edit:
    """Return the edit that writes a part of a string anew, as far as it differs, in the manner of the string."""
    old = string.value[span.start : span.end]
    start = _common(old, part)
    end = _common(old[start:][::-1], part[start:][::-1])
    at = decoded_part(text, string, Span(span.start + start, span.end - end))
    literal = text[string.span.start : string.span.end]
    return Edit(at, escaped_like(part[start : len(part) - end], literal, ascii_only=text.isascii()))


def _common(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    return next(
        (index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _renamed(text: str, key: Node, name: str, chain: Chain) -> Edit:
    """Return the edit of a key, in the manner of the old one."""
    if key.kind == "string":
        return _rewritten(text, key, Span(0, len(key.value)), name)
    bare = re.fullmatch(r"[A-Za-z_]\w*", name, re.ASCII)
    return Edit(key.span, name if bare else scalar(name, style_near(text, chain)))


def _replaced(text: str, old: Node, value: Value, chain: Chain) -> Edit:
    """Return the edit that puts a new value in the place of an old one: a container over lines if the old one was."""
    data, indent = value.plain(), indent_at(text, old.span.start)
    if isinstance(data, str) and old.kind == "string" and value.literal is None:
        return _rewritten(text, old, Span(0, len(old.value)), data)
    style = style_near(text, (*chain, old))
    if old.children and isinstance(data, dict | list):
        return Edit(old.span, render(data, style, indent if spans_lines(text, old) else None))
    spread = opens_lines(text, chain[-1])
    return Edit(old.span, new_value(text, chain[-1], value, style, indent, spread=spread))


class _Block(NamedTuple):
    """An old child that is kept, or removed ones side by side, and the new ones behind."""

    old: list[Entry]
    added: list[Entry]

    @property
    def removed(self) -> bool:
        return self.old[0].removed

    @property
    def span(self) -> Span:
        return Span(start_of(self.old[0].old), end_of(self.old[-1].old))


def _new_and_removed(text: str, value: Value, chain: Chain) -> Iterator[Edit]:
    """Yield the removals and additions among the children of a container."""
    blocks = _blocks(text, value.children)
    if not blocks and value.kept():
        yield filling(text, chain, value)
    for index, block in enumerate(blocks):
        if block.removed and block.added:
            yield from in_place(text, chain, block.span, block.added)
        elif block.removed:
            yield from removal(text, _run(blocks, index, chain[-1]))
        elif block.added:
            yield from behind(text, chain, block.span.end, block.added)


def _blocks(text: str, children: list[Entry]) -> list[_Block]:
    blocks: list[_Block] = []
    for entry in children:
        if entry.old is None:
            if blocks and not entry.removed:
                blocks[-1].added.append(entry)
        elif blocks and entry.removed and blocks[-1].removed and not _apart(text, blocks[-1].span.end, entry):
            blocks[-1].old.append(entry)
        else:
            blocks.append(_Block([entry], []))
    for kept, run in pairwise(blocks):
        if run.removed and not kept.removed:
            run.added[:0] = kept.added
            kept.added.clear()
    return blocks


def _apart(text: str, end: int, entry: Entry) -> bool:
    """Tell whether something that is no child stands in front of a child."""
    return any(mark.kind == "odd" for mark in gaps.marks(text, end, start_of(entry.old)))


def _run(blocks: list[_Block], index: int, node: Node) -> Run:
    first, last = index == 0, index + 1 == len(blocks)
    floor = node.span.start + 1 if first else blocks[index - 1].span.end
    ceiling = node.span.end - 1 if last else blocks[index + 1].span.start
    return Run(blocks[index].span, floor, ceiling, first, last)
