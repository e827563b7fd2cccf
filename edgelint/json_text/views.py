"""Views: the file's text and the texts inside it, and the places in them."""

from __future__ import annotations

from functools import cached_property
from typing import Any, NamedTuple

from edgelint.json_text.embedded import OffsetMap
from edgelint.json_text.nodes import Node, Occurrence, Path, member_at, node_at, written_key
from edgelint.json_text.parser import parse
from edgelint.json_text.reading import Reading
from edgelint.json_text.text import Span

_LAYERED = "properties.desired."


class View:
    """A text and its data; an inner view also knows the strings of the view around it whose values are its text."""

    def __init__(self, text: str, reading: Reading | None, strings: tuple[Place, ...] = ()) -> None:
        self.text = text
        self.reading = reading
        self.strings = strings

    @cached_property
    def tree(self) -> Node:
        """The position tree, built when the first place is asked for."""
        return parse(self.text, tolerant=True).root

    @cached_property
    def _offsets(self) -> OffsetMap:
        around = self.strings[0].view
        return OffsetMap(around.text, [_require(node_at(around.tree, place.path)) for place in self.strings])

    def outward(self, span: Span) -> Span:
        """Return the characters of the file that a span of this view's text stands for."""
        if not self.strings:
            return span
        return self.strings[0].view.outward(self._offsets.outward(span))


class Place(NamedTuple):
    """Where something stands: a view and a path in it, written as in the text.

    `mark` says what is meant there: value, key (of the member), part (`span` counts characters of the decoded string)
    or text (`span` counts characters of the view's text, for what has no node).
    """

    view: View
    path: Path
    mark: str = "value"
    span: Span | None = None


class Origin(NamedTuple):
    """Where normalised data came from: a place, and the paths below it that stand or are spelled otherwise."""

    place: Place
    moved: dict[Path, Any]

    def resolve(self, path: Path) -> Place:
        """Return the place of a normalised path (from this origin)."""
        for length in range(len(path), 0, -1):
            origin = self.moved.get(path[:length])
            if origin is not None:
                found: Place = origin.resolve(path[length:])
                return found
        return self.place._replace(path=self.place.path + path)


def inner_span(place: Place) -> Span:
    """Return the marked characters of the place's own view; what is missing there is marked at its nearest parent."""
    if place.mark == "text" and place.span is not None:
        return place.span
    if place.mark == "key":
        member = member_at(place.view.tree, place.path)
        if member is not None:
            return _key(member.key, place.view.text)
    node, missing = _nearest(place.view.tree, place.path)
    if missing:
        member = member_at(place.view.tree, place.path[: len(place.path) - missing])
        return _key(member.key, place.view.text) if member else Span(node.span.start, node.span.start + 1)
    if place.mark == "part" and place.span is not None and node.kind == "string":
        return decoded_part(place.view.text, node, place.span)
    return _content(node, place.view.text)


def decoded_part(text: str, node: Node, part: Span) -> Span:
    """Return where a part of a string stands in the text: `part` counts characters of the decoded value."""
    return OffsetMap(text, [node]).outward(part)


def outer_span(place: Place) -> Span:
    """Return the characters of the file at the place."""
    return place.view.outward(inner_span(place))


def pointer(place: Place) -> str:
    """Return the JSON Pointer (RFC 6901) of the place, from the file's root; chunks count as one value.

    Of what is missing it names the nearest parent, as the marked characters do.
    """
    around = pointer(place.view.strings[0]) if place.view.strings else ""
    missing = _nearest(place.view.tree, place.path)[1] if place.path else 0
    return around + "".join("/" + _escaped(step) for step in place.path[: len(place.path) - missing])


def nearest_place(view: View, json_pointer: str) -> Place:
    """Return the place of the deepest part of a JSON Pointer that the view's text has."""
    path: Path = ()
    for segment in json_pointer.split("/")[1:]:
        name = segment.replace("~1", "/").replace("~0", "~")
        node = node_at(view.tree, path)
        step = int(name) if node is not None and node.kind == "array" and name.isdecimal() else name
        if node_at(view.tree, (*path, step)) is None:
            break
        path = (*path, step)
    return Place(view, path)


def file_path(place: Place) -> Path:
    """Return the path of the place in the file's own view, as far as that goes."""
    return file_path(place.view.strings[0]) if place.view.strings else place.path


def _escaped(step: str | int | Occurrence) -> str:
    name = written_key(step)
    return name.replace("~", "~0").replace("/", "~1")


def _key(key: Node, text: str) -> Span:
    """Return what stands between the quotes of a key, of a layered one (`properties.desired.x`) its last name alone."""
    name = str(key.value)
    last = name.rpartition(".")[2]
    if name.startswith(_LAYERED) and last:
        return decoded_part(text, key, Span(len(name) - len(last), len(name)))
    return _content(key, text)


def _content(node: Node, text: str) -> Span:
    """Return what stands between the quotes of a string; of an empty one, the quotes; else the whole node."""
    if text[node.span.start] in "\"'" and node.span.end - node.span.start > 2:
        return Span(node.span.start + 1, node.span.end - 1)
    return node.span


def _nearest(tree: Node, path: Path) -> tuple[Node, int]:
    """Return the node at the path or at its nearest parent that exists, and how many steps are missing."""
    for missing in range(len(path) + 1):
        node = node_at(tree, path[: len(path) - missing])
        if node is not None:
            return node, missing
    return tree, len(path)


def _require(node: Node | None) -> Node:
    assert node is not None, "the data and the tree of one text differ"
    return node
