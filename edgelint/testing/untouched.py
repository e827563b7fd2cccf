"""Whether a fix has left alone, to the character, all that its change of the data does not ask for.

Both texts are parsed anew, and nothing is known of the edits: values that say the same must be written the same, and
what stands between two of them that were neighbours and still are must be what it was.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any, NamedTuple

from edgelint.files.source import decode
from edgelint.json_text.nodes import Member, Node, plain
from edgelint.json_text.parser import JSONSyntaxError, parse
from edgelint.json_text.text import Span
from edgelint.manifests.option_keys import option_keys

_PAIR = r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
_CHARACTER = re.compile(rf"{_PAIR}|\\u[0-9a-fA-F]{{4}}|\\.|[^\\]", re.DOTALL)


class Touched(NamedTuple):
    """Something that should have stayed: how it was written and how it is now."""

    before: str
    after: str


class _Script(NamedTuple):
    """A text and how each character of it is written in the file."""

    text: str
    characters: Sequence[str]

    def written(self, start: int, end: int) -> str:
        return "".join(self.characters[start:end])


class _Child(NamedTuple):
    """A member or item: its key, if it has one, and its value; `token` is what it says."""

    key: Node | None
    value: Node
    token: tuple[Any, str]

    @property
    def span(self) -> Span:
        return Span(self.key.span.start if self.key else self.value.span.start, self.value.span.end)


_Pair = tuple[int, int]


def touched(before: bytes, after: bytes) -> list[Touched]:
    """Return what is written otherwise in a fixed file though its data do not ask for that.

    Looks at the byte order mark, line ends, blanks, the spelling of keys and values, and the same inside createOptions.
    Raises JSONSyntaxError where one of the files cannot be read.
    """
    old, new = decode(before), decode(after)
    if old.bom != new.bom or new.fault is not None:
        return [Touched(old.bom.hex() or "no byte order mark", new.bom.hex() or "no byte order mark")]
    return list(dict.fromkeys(_texts(_Script(old.text, old.text), _Script(new.text, new.text))))


def _texts(before: _Script, after: _Script) -> Iterator[Touched]:
    old, new = (parse(script.text, tolerant=True).root for script in (before, after))
    yield from _same(before, Span(0, old.span.start), after, Span(0, new.span.start))
    yield from _same(before, Span(old.span.end, len(before.text)), after, Span(new.span.end, len(after.text)))
    yield from _values(before, old, after, new)
    if not _line_ends(after) <= _line_ends(before):
        yield Touched(f"line ends {sorted(_line_ends(before))}", f"line ends {sorted(_line_ends(after))}")


def _line_ends(script: _Script) -> set[str]:
    return set(re.findall(r"\r\n|[\r\n]", script.text))


def _same(before: _Script, old: Span, after: _Script, new: Span) -> Iterator[Touched]:
    texts = Touched(before.written(*old), after.written(*new))
    if texts.before != texts.after:
        yield texts


def _values(before: _Script, old: Node, after: _Script, new: Node) -> Iterator[Touched]:
    if _said(old) == _said(new):
        yield from _same(before, old.span, after, new.span)
    elif old.kind == new.kind and old.children and new.children:
        yield from _containers(before, old, after, new)
        yield from _options(before, old, after, new)


def _containers(before: _Script, old: Node, after: _Script, new: Node) -> Iterator[Touched]:
    olds, news = _children(old), _children(new)
    pairs = sorted(_pairs(olds, news))
    for index, other in pairs:
        one, two = olds[index], news[other]
        if one.key and two.key and one.key.value == two.key.value:
            gaps = Span(one.key.span.start, one.value.span.start), Span(two.key.span.start, two.value.span.start)
            yield from _same(before, gaps[0], after, gaps[1])
        yield from _values(before, one.value, after, two.value)
    for (index, other), following in pairwise(pairs):
        if following == (index + 1, other + 1):
            yield from _same(before, _gap(olds, index), after, _gap(news, other))
    yield from _order(olds, news)
    yield from _same(before, _head(old, olds), after, _head(new, news))
    yield from _same(before, _tail(old, olds), after, _tail(new, news))


def _order(olds: list[_Child], news: list[_Child]) -> Iterator[Touched]:
    """Compare the order of the keys that both objects have."""
    names, others = ([child.token[0] for child in children if child.key] for children in (olds, news))
    kept, now = [name for name in names if name in others], [name for name in others if name in names]
    if kept != now:
        yield Touched(f"keys {', '.join(kept)}", f"keys {', '.join(now)}")


def _gap(children: list[_Child], index: int) -> Span:
    return Span(children[index].span.end, children[index + 1].span.start)


def _head(node: Node, children: list[_Child]) -> Span:
    return Span(node.span.start, children[0].span.start)


def _tail(node: Node, children: list[_Child]) -> Span:
    return Span(children[-1].span.end, node.span.end)


def _children(node: Node) -> list[_Child]:
    return [
        _Child(child.key, child.value, (child.key.value, _said(child.value)))
        if isinstance(child, Member)
        else _Child(None, child, (None, _said(child)))
        for child in node.children
    ]


def _said(node: Node) -> str:
    return json.dumps(plain(node), default=str, sort_keys=True)


def _pairs(olds: list[_Child], news: list[_Child]) -> Iterator[_Pair]:
    """Yield which children are the same ones: they say the same, have one key, or took each other's place."""
    matcher = SequenceMatcher(None, [child.token for child in olds], [child.token for child in news], autojunk=False)
    for word, start, end, other, other_end in matcher.get_opcodes():
        both = zip(range(start, end), range(other, other_end), strict=False)
        if word == "equal" or (olds[0].key is None and end - start == other_end - other):
            yield from both
        elif word == "replace":
            for index in range(start, end):
                yield from _namesake(olds[index], index, news, range(other, other_end))


def _namesake(old: _Child, index: int, news: list[_Child], among: range) -> Iterator[_Pair]:
    """Yield the pair of a member with the one that has its key now or, renamed, its value."""
    if old.key is None:
        return
    same = [other for other in among if news[other].token[0] == old.token[0]]
    renamed = [other for other in among if news[other].token[1] == old.token[1]]
    yield from ((index, other) for other in (same or renamed)[:1])


def _options(before: _Script, old: Node, after: _Script, new: Node) -> Iterator[Touched]:
    """Compare the texts of createOptions, where both objects are settings that hold some."""
    inner, other = _inner(before, old), _inner(after, new)
    if inner and other and inner.text != other.text:
        try:
            yield from _texts(inner, other)
        except JSONSyntaxError:
            return


def _inner(script: _Script, node: Node) -> _Script | None:
    members = {member.key.value: member.value for member in node.children if isinstance(member, Member)}
    strings = [members[key] for key in option_keys(members)]
    if not strings or any(string.kind != "string" for string in strings):
        return None
    literals = [script.text[string.span.start + 1 : string.span.end - 1] for string in strings]
    characters = [match[0] for literal in literals for match in _CHARACTER.finditer(literal)]
    return _Script("".join(string.value for string in strings), characters)
