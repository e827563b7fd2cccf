"""The layout around a place: how a careful person would write something new there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from edgelint.json_text.nodes import Member, Node


class Style(NamedTuple):
    """How new containers are written near a place: the `unit` of indentation and the line end; what stands around a colon;
    what follows a comma and what pads braces and brackets on one line; the quote; whether the text keeps to ASCII.
    """

    unit: str
    newline: str
    colon: str
    comma: str
    pads: tuple[str, str]
    quote: str
    ascii_only: bool


def style_near(text: str, chain: Sequence[Node]) -> Style:
    """Return the style at a container, as it shows it itself, else what stands in it, else the containers around it.

    `chain` are the containers from the root of the text to it.
    """
    near = [node for node in _near(chain) if node.children]
    over_lines = [node for node in near if opens_lines(text, node)]
    on_line = [node for node in near if not spans_lines(text, node)]
    colon = _first(near, lambda node: _usual_colon(text, node)) or (": " if "\n" in text else ":")
    comma = _first(on_line, lambda node: _comma(text, node))
    newline = "\r\n" if "\r\n" in text else "\n"
    return Style(
        unit=_first(over_lines, lambda node: _unit(text, node), "  "),
        newline=_first(over_lines, lambda node: "\r\n" if "\r\n" in opening(text, node) else "\n", newline),
        colon=colon,
        comma=(" " if colon[-1] == " " else "") if comma is None else comma,
        pads=(_pad(text, on_line, "object"), _pad(text, on_line, "array")),
        quote=_first(near, lambda node: _quote(text, node), '"'),
        ascii_only=text.isascii(),
    )


def opening(text: str, node: Node) -> str:
    """Return what stands between the bracket of a container and its first child, or the other bracket."""
    return text[node.span.start + 1 : start_of(node.children[0]) if node.children else node.span.end - 1]


def opens_lines(text: str, node: Node) -> bool:
    """Tell whether a container's children begin on a line of their own."""
    return "\n" in opening(text, node)


def spans_lines(text: str, node: Node) -> bool:
    """Tell whether a node goes over more than one line."""
    return text.find("\n", node.span.start, node.span.end) >= 0


def colon_for(text: str, node: Node, name: str, style: Style) -> str:
    """Return what stands around the colon of a new member (`name` is its key as written) of an object.

    Where the values of the members stand in one column, its value does too.
    """
    gaps = [gap for member in node.children if (gap := _colon(text, member))]
    columns = {_column(text, member) for member in node.children if _starts_line(text, member)}
    if len(gaps) == len(node.children) > 1 and len(set(gaps)) > 1 and len(columns) == 1:
        width = columns.pop() - len(indent_at(text, start_of(node.children[0]))) - len(name)
        return _filled(gaps, width)
    return max(gaps, key=gaps.count) if gaps else style.colon


def indent_at(text: str, offset: int) -> str:
    """Return the blanks at the start of the line of a character."""
    start = text.rfind("\n", 0, offset) + 1
    return text[start : offset - len(text[start:offset].lstrip(" \t"))]


def start_of(child: Any) -> int:
    """Return the offset of a member or item."""
    return int(child.key.span.start if isinstance(child, Member) else child.span.start)


def end_of(child: Any) -> int:
    """Return the offset behind a member or item."""
    return int(child.value.span.end if isinstance(child, Member) else child.span.end)


def value_of(child: Any) -> Node:
    """Return the value of a member, or an item."""
    node: Node = child.value if isinstance(child, Member) else child
    return node


def _near(chain: Sequence[Node]) -> Iterator[Node]:
    """Yield the containers of a text, nearest first."""
    before: Node | None = None
    for node in reversed(chain):
        yield from _containers(node, before)
        before = node


def _containers(node: Node, known: Node | None) -> Iterator[Node]:
    if node is known or node.kind not in ("object", "array"):
        return
    yield node
    for child in node.children:
        yield from _containers(value_of(child), known)


def _first(nodes: list[Node], look: Callable[[Node], str | None], default: Any = None) -> Any:
    return next((found for node in nodes if (found := look(node)) is not None), default)


def _unit(text: str, node: Node) -> str | None:
    outer, inner = indent_at(text, node.span.start), indent_at(text, start_of(node.children[0]))
    return inner[len(outer) :] if inner.startswith(outer) else None


def _colon(text: str, member: Member) -> str | None:
    """Return what stands around the colon of a member, where blanks alone do."""
    gap = text[member.key.span.end : member.value.span.start]
    return gap if re.fullmatch("[ \t]*:[ \t]*", gap) else None


def _usual_colon(text: str, node: Node) -> str | None:
    """Return what stands around the first colon of an object, columns left out of account."""
    colons = (_colon(text, member) for member in node.children if isinstance(member, Member))
    colon = next((colon for colon in colons if colon), None)
    return colon and re.sub("[ \t]{2,}", " ", colon)


def _starts_line(text: str, member: Member) -> bool:
    start = member.key.span.start
    return not text[text.rfind("\n", 0, start) + 1 : start].strip()


def _column(text: str, member: Member) -> int:
    return member.value.span.start - text.rfind("\n", 0, member.value.span.start) - 1


def _filled(gaps: list[str], width: int) -> str:
    """Return a colon with blanks that fill a width, in front of it or behind it, as in the gaps of other members."""
    before, after = gaps[0].split(":")
    if len({gap.split(":")[1] for gap in gaps}) == 1:
        return " " * (width - 1 - len(after)) + ":" + after
    return before + ":" + " " * max(width - 1 - len(before), 1)


def _comma(text: str, node: Node) -> str | None:
    """Return what follows the comma between the first two children, where blanks alone do."""
    if len(node.children) < 2:
        return None
    match = re.fullmatch(r"[ \t]*,([ \t]?)[ \t]*", text[end_of(node.children[0]) : start_of(node.children[1])])
    return match[1] if match else None


def _pad(text: str, on_line: list[Node], kind: str) -> str:
    gap: str = _first([node for node in on_line if node.kind == kind], lambda node: opening(text, node), "")
    return gap if not gap.strip() else ""


def _quote(text: str, node: Node) -> str | None:
    child = node.children[0]
    mark = text[start_of(child)]
    return mark if mark in "\"'" else None
