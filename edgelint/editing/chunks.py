"""Edits of an inner text carried outward: into the string or the chunks that hold it, cut anew where these get too long.

Sizes: the agent, the VS Code extension and iotedgedev write chunks of at most 512 UTF-16 units; a twin's text holds at
most 4 KB (IoT Hub). A surrogate pair is never cut, for halves that come back out of two chunks are lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from edgelint.editing.chunk_keys import members_for
from edgelint.editing.draft import Draft, Value
from edgelint.editing.edits import Edit, apply
from edgelint.json_text.escapes import characters, escaped_like
from edgelint.json_text.nodes import Node, Path, node_at
from edgelint.json_text.text import Span
from edgelint.json_text.views import View, decoded_part

CHUNK_UNITS = 512
STRING_BYTES = 4096


class _Chunk(NamedTuple):
    """A string that holds a part of the inner text: its path, how it is written with its quotes, and its own edits."""

    path: Path
    node: Node
    literal: str
    edits: list[Edit]

    @property
    def after(self) -> str:
        """What the string says when its edits are made."""
        return apply(self.node.value, self.edits)


class _Character(NamedTuple):
    """A character of a string, as it is and as it is written."""

    text: str
    written: str


_Piece = list[_Character]


def carry_outward(view: View, edits: Sequence[Edit], outer: Draft, *, anew: bool = False) -> list[Edit]:
    """Return the edits of the text around an inner view; where strings must be cut anew, `outer` takes them instead.

    With `anew` they are cut so that each but the last is full. In any case `outer` then says what the strings will say.
    """
    chunks = _chunks(view, edits) if edits or anew else []
    changed = [chunk for chunk in chunks if chunk.edits]
    if not anew and all(_fits(chunk, alone=len(chunks) == 1) for chunk in changed):
        for chunk in changed:
            string = outer.find(chunk.path)
            assert string is not None
            string.data = _joined(chunk.after)
        around = view.strings[0].view.text
        return [_outward(around, chunk, edit) for chunk in changed for edit in chunk.edits]
    _cut_anew(chunks, outer, full=anew, ascii_only=view.strings[0].view.text.isascii())
    return []


def chunked(text: str) -> list[str]:
    """Return a new text as the chunks that hold it: itself where it is not too long for one string of a twin."""
    if _bytes(text) <= STRING_BYTES:
        return [text]
    return ["".join(character.text for character in piece) for piece in _cut_all([_Character(c, c) for c in text])]


def pieces_needed(text: str) -> int:
    """Return how many chunks of the usual size a text fills."""
    if text.isascii():
        return -(-len(text) // CHUNK_UNITS)
    return len(_cut_all([_Character(c, c) for c in text]))


def _chunks(view: View, edits: Sequence[Edit]) -> list[_Chunk]:
    """Return the strings of a view, each with its share of the edits."""
    found, start = [], 0
    for place in view.strings:
        node = node_at(place.view.tree, place.path)
        assert node is not None
        literal = place.view.text[node.span.start : node.span.end]
        found.append(_Chunk(place.path, node, literal, _share(edits, Span(start, start + len(node.value)))))
        start += len(node.value)
    return found


def _share(edits: Sequence[Edit], own: Span) -> list[Edit]:
    """Return the share of the edits that a string has; what is new goes into the first string that an edit touches."""
    return [
        Edit(
            Span(max(span.start, own.start) - own.start, min(span.end, own.end) - own.start),
            text if span.start >= own.start else "",
        )
        for span, text in edits
        if _touches(span, own)
    ]


def _touches(span: Span, own: Span) -> bool:
    """Tell whether an edit touches a string; an insertion at a seam touches the one in front."""
    if span.start == span.end:
        return own.start < span.start <= own.end or span.start == own.start == 0
    return span.start < own.end and own.start < span.end


def _fits(chunk: _Chunk, *, alone: bool) -> bool:
    """Tell whether a string keeps within its size, or at least grows no more; a chunk must not get empty."""
    before, after = chunk.node.value, chunk.after
    if alone:
        return _bytes(after) <= max(STRING_BYTES, _bytes(before))
    return 0 < units(after) <= max(CHUNK_UNITS, units(before))


def _outward(text: str, chunk: _Chunk, edit: Edit) -> Edit:
    new = escaped_like(edit.text, chunk.literal, ascii_only=text.isascii())
    return Edit(decoded_part(text, chunk.node, edit.span), new)


def _cut_anew(chunks: list[_Chunk], outer: Draft, *, full: bool, ascii_only: bool) -> None:
    quote = chunks[0].literal[0]
    pieces = _pieces(chunks, quote, full=full, ascii_only=ascii_only)
    for member, piece in zip(members_for(len(pieces), [chunk.path for chunk in chunks], outer), pieces, strict=True):
        literal = quote + "".join(character.written for character in piece) + quote
        data = _joined("".join(character.text for character in piece))
        if member.value.node is None or member.value.node.value != data:
            member.value = Value(None, data, literal)


def _pieces(chunks: list[_Chunk], quote: str, *, full: bool, ascii_only: bool) -> list[_Piece]:
    """Return what the strings hold when all edits are made: what is too much for one goes on in the next.

    Where they are to be `full`, the next begins only when one is.
    """
    if full:
        return _cut_all([each for chunk in chunks for each in _edited(chunk, quote, ascii_only=ascii_only)])
    pieces, rest = [], _Piece()
    for chunk in chunks:
        piece, rest = rest + _edited(chunk, quote, ascii_only=ascii_only), []
        limit = max(CHUNK_UNITS, units(chunk.node.value) if len(chunks) > 1 else 0)
        if sum(units(character.text) for character in piece) > limit:
            piece, rest = _cut(piece)
        pieces.append(piece)
    return [piece for piece in [*pieces, *_cut_all(rest)] if piece]


def _edited(chunk: _Chunk, quote: str, *, ascii_only: bool) -> _Piece:
    """Return the characters of a string when its edits are made, as they are written in these quotes."""
    value, literal = chunk.node.value, chunk.literal
    if literal[0] != quote:
        literal = quote + escaped_like(value, quote * 2, ascii_only=ascii_only) + quote
    piece = list(map(_Character, value, characters(literal)))
    for span, text in sorted(chunk.edits, key=lambda edit: edit.span)[::-1]:
        new = _joined(text)
        written = characters(quote + escaped_like(new, literal, ascii_only=ascii_only) + quote)
        piece[span.start : span.end] = map(_Character, new, written)
    return piece


def _cut_all(rest: _Piece) -> list[_Piece]:
    """Return a text in pieces of 512 UTF-16 units each."""
    pieces = []
    while rest:
        piece, rest = _cut(rest)
        pieces.append(piece)
    return pieces


def _cut(piece: _Piece) -> tuple[_Piece, _Piece]:
    """Return the first 512 UTF-16 units of a text and the rest, one unit less where they would cut a pair."""
    size = 0
    for index, character in enumerate(piece):
        size += units(character.text)
        if size > CHUNK_UNITS:
            inside = _is_high(piece[index - 1].text) and _is_low(character.text)
            return piece[: index - inside], piece[index - inside :]
    return piece, []


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _joined(text: str) -> str:
    """Return a text in which halves of surrogate pairs that have come together are one character."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def _is_high(character: str) -> bool:
    return "\ud800" <= character <= "\udbff"


def _is_low(character: str) -> bool:
    return "\udc00" <= character <= "\udfff"


def units(text: str) -> int:
    """Return the number of UTF-16 units of a text."""
    return len(text) + sum(character > "\uffff" for character in text)
