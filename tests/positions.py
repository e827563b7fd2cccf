"""Confirms places of the JSON report in the bytes of a file; knows nothing of edgelint but its contract."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from json_texts import Node, Text, UnreadableError, decode, plain, read, unquoted

OPTIONS = re.compile(r"(?i:createoptions)(\d*)", re.ASCII)


class WrongPlaceError(AssertionError):
    """A place that does not hold what its path names; the message says what is there instead."""


class Confirmed(NamedTuple):
    """What stands at a place.

    `text` is the file, a string or chunks: in which text the place lies; `what` is value, part (of a string), key,
    start (the bracket of a value), torn (a value in chunks that stand in another order) or fault; `said` is the decoded
    slice of a string or key, of anything else the slice itself.
    """

    text: str
    what: str
    said: str


class Step(NamedTuple):
    """What a pointer has come to: a value, the key of its member, the object around it."""

    text: Text
    node: Node
    key: Node | None = None
    around: Node | None = None


def confirm(data: bytes, place: Mapping[str, Any], *, fault: bool = False) -> Confirmed:
    """Return what stands at the place of a finding (or of a related place) where its path names just that.

    With `fault` the place may be any character of the value that the path names. Raises WrongPlaceError.
    """
    text = decode(data)
    start, end = (offset(text, place[f"{side}line"], place[f"{side}column"]) for side in ("", "end_"))
    if start > end or (start == end and not fault):
        raise WrongPlaceError(f"ends before or where it starts: {place}")
    tokens = [token.replace("~1", "/").replace("~0", "~") for token in place["path"].split("/")[1:]]
    if fault and not tokens:
        return Confirmed("file", "fault", text.characters[start:end])
    judge = _fault_at if fault else _named_by
    found = (judge(step, start, end) for step in _walk(Step(text, read(text.characters)), tokens))
    confirmed = next((what for what in found if what), None)
    if confirmed is None:
        raise WrongPlaceError(f"{place['path']} is not at {start}:{end} {text.characters[start:end]!r}")
    return confirmed


def offset(text: Text, line: int, column: int) -> int:
    """Return the offset (from 0) of the character at a line and column (from 1); raises WrongPlaceError."""
    starts = _lines(text.characters)
    found = starts[line - 1] + column - 1
    if not starts[line - 1] <= found < starts[line]:
        raise WrongPlaceError(f"line {line} has no column {column}")
    return found


@lru_cache(maxsize=2)
def _lines(characters: str) -> list[int]:
    """Return the offset of each line, and of the one that would follow the last."""
    starts = [0]
    for line in characters.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts


def _walk(step: Step, tokens: list[str]) -> Iterator[Step]:
    """Yield each value that a pointer names: equal keys may stand several times, options as a text and as its value."""
    inside = _inside(step)
    if not tokens:
        yield from (found for found in (step, inside) if found)
        return
    for child in _children(inside or step, tokens[0]):
        yield from _walk(child, tokens[1:])


def _children(step: Step, token: str) -> Iterator[Step]:
    text, node = step.text, step.node
    if node.kind == "array" and token.isdecimal() and int(token) < len(node.children):
        yield Step(text, node.children[int(token)])
    for key, value in node.children if node.kind == "object" else ():
        if key.value == token:
            yield Step(text, value, key, node)


def _joined(step: Step) -> Text | None:
    """Return the text that createOptions hold, alone or in chunks; None for any other value."""
    if step.node.kind != "string" or step.around is None or not _number(step.key):
        return None
    pairs = sorted((_number(key), value) for key, value in step.around.children if _number(key))
    texts = [unquoted(step.text, value) for _, value in pairs if value.kind == "string"]
    return Text(
        "chunks" if len(texts) > 1 else "string",
        "".join(text.characters for text in texts),
        [offset for text in texts for offset in text.starts],
        [offset for text in texts for offset in text.ends],
    )


def _inside(step: Step) -> Step | None:
    text = _joined(step)
    try:
        return Step(text, read(text.characters)) if text else None
    except UnreadableError:
        return None


def _number(key: Node | None) -> int:
    """Return the place of a createOptions key among the chunks, from 1; 0 for any other key."""
    match = OPTIONS.fullmatch(str(key.value)) if key else None
    return int(match[1] or 0) + 1 if match else 0


def _named_by(step: Step, start: int, end: int) -> Confirmed | None:
    """Tell what of the value or its key stands exactly at these offsets of the file."""
    text, node, key = step.text, step.node, step.key
    if key is not None and (said := _in_string(text, key, start, end)) is not None:
        return Confirmed(text.kind, "key", said) if said in (key.value, key.value.rpartition(".")[2]) else None
    if node.kind == "string":
        said = _in_string(text, node, start, end)
        whole = "value" if said == node.value else "part"
        return None if said is None else Confirmed(text.kind, whole, said)
    found = _range(text, start, end)
    if found == (node.start, node.end):
        return Confirmed(text.kind, "value", _same(text, node))
    if node.kind != "word" and found == (node.start, node.start + 1):
        return Confirmed(text.kind, "start", text.characters[node.start])
    torn = text.starts[node.start] == start and text.ends[node.end - 1] < start and end in text.ends
    return Confirmed(text.kind, "torn", "") if torn else None


def _range(text: Text, start: int, end: int) -> tuple[int, int] | None:
    """Return which characters of a text begin and end at these offsets of the file, None where none do."""
    if start not in text.starts or end not in text.ends:
        return None
    return text.starts.index(start), text.ends.index(end) + 1


def _in_string(text: Text, node: Node, start: int, end: int) -> str | None:
    """Return what stands at these offsets in a string (or a bare word), decoded; of an empty one at its quotes."""
    inner = unquoted(text, node)
    if not inner.characters:
        return "" if _range(text, start, end) == (node.start, node.end) else None
    found = _range(inner, start, end)
    return inner.characters[slice(*found)] if found else None


def _fault_at(step: Step, start: int, end: int) -> Confirmed | None:
    """Tell whether the place lies in the text of the value."""
    text = _joined(step) or step.text.part(step.node.start, step.node.end)
    inside = bool(text.characters) and min(text.starts) <= start <= end <= max(text.ends)
    return Confirmed(text.kind, "fault", "") if inside else None


def _same(text: Text, node: Node) -> str:
    """Return the characters of a value, read once more by `json` where it can."""
    said = text.characters[node.start : node.end]
    try:
        again = json.loads(said)
    except ValueError:
        return said
    if again != plain(node):
        raise WrongPlaceError(f"{said!r} is not what the path names")
    return said
