"""Which words differ between a line and the one in its place, and how much of the rest is worth showing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

_WORD = re.compile(r"\w+|\s+|.")
_MOST = 1500
"""The words of a line beyond which they are not compared one by one."""
_GAP = 3
"""The characters of a common part, between two that differ, up to which it counts as different too."""
_AROUND = 60
"""The characters of a long common part that are kept beside one that differs."""

Words = Sequence[str]


class Piece(NamedTuple):
    """A part of a line: whether it differs, and how many characters behind its text are left out."""

    text: str
    differs: bool = False
    left_out: int = 0


def compared(old: str, new: str) -> tuple[list[Piece], list[Piece]]:
    """Return both lines in pieces, those that differ told."""
    blocks = _blocks(_WORD.findall(old), _WORD.findall(new))
    return _pieces((differs, words) for differs, words, _ in blocks), _pieces(
        (differs, words) for differs, _, words in blocks
    )


def shortened(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with the middle of long common ones left out, of the first its beginning and of the last its end."""
    last = len(pieces) - 1
    return [part for index, piece in enumerate(pieces) for part in _parts(piece, index > 0, index < last)]


def _parts(piece: Piece, behind: bool, before: bool) -> Iterator[Piece]:
    """Yield a piece in two where its middle is left out: it stands behind one that differs, before one, or both."""
    ends = (_AROUND if behind or not before else 0, _AROUND if before else 0)
    out = len(piece.text) - sum(ends)
    if piece.differs or out <= _AROUND:
        yield piece
        return
    yield Piece(piece.text[: ends[0]], left_out=out)
    yield Piece(piece.text[len(piece.text) - ends[1] :])


def _blocks(first: Words, second: Words) -> list[tuple[bool, Words, Words]]:
    """Return the blocks in which the words are the same or differ, in order."""
    front = _alike(first, second)
    back = _alike(first[front:][::-1], second[front:][::-1])
    end, new_end = len(first) - back, len(second) - back
    between = _compared(first[front:end], second[front:new_end])
    return [(False, first[:front], second[:front]), *between, (False, first[end:], second[new_end:])]


def _alike(first: Words, second: Words) -> int:
    """Return how many words both begin with."""
    pairs = zip(first, second, strict=False)
    return next((index for index, (one, other) in enumerate(pairs) if one != other), min(len(first), len(second)))


def _compared(first: Words, second: Words) -> list[tuple[bool, Words, Words]]:
    if len(first) + len(second) > _MOST:
        return [(True, first, second)]
    codes = SequenceMatcher(None, first, second, autojunk=False).get_opcodes()
    return [
        (kind != "equal" or len("".join(first[start:end])) <= _GAP, first[start:end], second[new_start:new_end])
        for kind, start, end, new_start, new_end in codes
    ]


def _pieces(marked: Iterable[tuple[bool, Words]]) -> list[Piece]:
    """Join the words of neighbours that both differ or both do not; nothing stands for itself."""
    texts = [(differs, "".join(words)) for differs, words in marked]
    joined = [
        Piece("".join(text for _, text in group), differs)
        for differs, group in groupby(texts, key=lambda each: each[0])
    ]
    return [piece for piece in joined if piece.text]
