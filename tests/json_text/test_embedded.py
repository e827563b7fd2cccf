"""Every character of a text inside JSON strings stands where the map says."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edgelint.json_text.embedded import OffsetMap
from edgelint.json_text.nodes import Node
from edgelint.json_text.parser import parse
from edgelint.json_text.text import Span

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False, allow_infinity=False),
    lambda values: st.lists(values, max_size=3) | st.dictionaries(st.text(), values, max_size=3),
    max_leaves=6,
)
SHORT = {'"': '\\"', "\\": "\\\\", "/": "\\/", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def strings(text: str) -> list[Node]:
    """Return the string nodes of a list, in order."""
    return list(parse(text).root.children)


def outward(text: str, start: int, end: int) -> str:
    span = OffsetMap(text, strings(text)).outward(Span(start, end))
    return text[span.start : span.end]


@pytest.mark.parametrize(
    ("escape", "character"),
    [
        pytest.param('\\"', '"', id="an escaped quote"),
        pytest.param("\\\\", "\\", id="an escaped backslash"),
        pytest.param("\\/", "/", id="an escaped slash"),
        pytest.param("/", "/", id="a bare slash"),
        pytest.param("\\b", "\b", id="a backspace"),
        pytest.param("\\f", "\f", id="a form feed"),
        pytest.param("\\n", "\n", id="a line feed"),
        pytest.param("\\r", "\r", id="a carriage return"),
        pytest.param("\\t", "\t", id="a tab"),
        pytest.param("\\u00e9", "é", id="four hexadecimal digits in lower case"),
        pytest.param("\\u00E9", "é", id="four hexadecimal digits in upper case"),
        pytest.param("\\u0022", '"', id="a quote as hexadecimal digits"),
        pytest.param("\\ud83d\\ude00", "😀", id="a pair of surrogates is one character"),
        pytest.param("\\uD83D\\uDE00", "😀", id="a pair of surrogates in upper case"),
        pytest.param("😀", "😀", id="a raw character beyond the basic plane"),
        pytest.param("\\ud83d", "\ud83d", id="a lone high surrogate"),
        pytest.param("\\ude00", "\ude00", id="a lone low surrogate"),
    ],
)
def test_a_character_stands_where_its_escape_does(escape: str, character: str) -> None:
    text = f'["a{escape}b"]'
    assert strings(text)[0].value == f"a{character}b"
    assert [outward(text, at, at + 1) for at in range(3)] == ["a", escape, "b"]
    assert outward(text, 0, 3) == f"a{escape}b"


@pytest.mark.parametrize(
    ("body", "characters"),
    [
        pytest.param("\\ud83d\\ud83d\\ude00", ["\\ud83d", "\\ud83d\\ude00"], id="a lone high one before a pair"),
        pytest.param("\\ud83d\\u0041", ["\\ud83d", "\\u0041"], id="a high one before another escape"),
        pytest.param("\\ud83d\\n", ["\\ud83d", "\\n"], id="a high one before a short escape"),
        pytest.param("\\ude00\\ud83d", ["\\ude00", "\\ud83d"], id="a pair the wrong way round"),
        pytest.param("\\\\ud83d", ["\\\\", "u", "d", "8", "3", "d"], id="an escaped backslash before a u"),
        pytest.param('\\\\\\"', ["\\\\", '\\"'], id="an escaped backslash before an escaped quote"),
    ],
)
def test_neighbours_do_not_melt_together(body: str, characters: list[str]) -> None:
    text = f'["{body}"]'
    length = len(strings(text)[0].value)
    assert [outward(text, at, at + 1) for at in range(length)] == characters


CHUNKS = '["ab", "", "c\\nd", "e"]'


@pytest.mark.parametrize(
    ("start", "end", "outer"),
    [
        pytest.param(0, 1, "a", id="inside one chunk"),
        pytest.param(0, 2, "ab", id="ending at a seam"),
        pytest.param(2, 3, "c", id="starting at a seam"),
        pytest.param(2, 5, "c\\nd", id="one whole chunk"),
        pytest.param(1, 4, 'b", "", "c\\n', id="crossing a seam and an empty chunk"),
        pytest.param(0, 6, 'ab", "", "c\\nd", "e', id="the whole text"),
    ],
)
def test_a_span_of_joined_chunks(start: int, end: int, outer: str) -> None:
    assert outward(CHUNKS, start, end) == outer


@pytest.mark.parametrize(
    ("text", "inner", "outer"),
    [
        pytest.param(CHUNKS, 0, 2, id="at the beginning"),
        pytest.param(CHUNKS, 1, 3, id="inside a chunk"),
        pytest.param(CHUNKS, 2, 4, id="at a seam it ends the string in front"),
        pytest.param(CHUNKS, 4, 15, id="behind an escape"),
        pytest.param(CHUNKS, 5, 16, id="at the second seam"),
        pytest.param(CHUNKS, 6, 21, id="at the end"),
        pytest.param('["a", ""]', 1, 3, id="at the end before an empty chunk"),
        pytest.param('["", "a"]', 0, 6, id="at the beginning behind an empty chunk"),
        pytest.param('[""]', 0, 2, id="in an empty string"),
    ],
)
def test_an_empty_span_has_one_place(text: str, inner: int, outer: int) -> None:
    assert OffsetMap(text, strings(text)).outward(Span(inner, inner)) == Span(outer, outer)


@pytest.mark.parametrize(
    ("start", "end", "outer"),
    [
        pytest.param(0, 2, "ab", id="the first chunk, which stands last"),
        pytest.param(2, 4, "cd", id="the second chunk, which stands first"),
        pytest.param(1, 3, "b", id="of a span over both, what is in the first"),
    ],
)
def test_chunks_may_stand_in_another_order(start: int, end: int, outer: str) -> None:
    text = '["cd", "ab"]'
    span = OffsetMap(text, reversed(strings(text))).outward(Span(start, end))
    assert text[span.start : span.end] == outer


def test_a_string_in_single_quotes_maps_too() -> None:
    text = "['a\\'b']"
    offsets = OffsetMap(text, parse(text, tolerant=True).root.children)
    assert offsets.outward(Span(1, 2)) == Span(3, 5)


@st.composite
def embedded(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Return an inner text and the bodies of the strings that hold it, each character escaped at random."""
    inner = json.dumps(draw(JSON), ensure_ascii=draw(st.booleans()), indent=draw(st.sampled_from([None, 1])))
    seams = sorted(draw(st.lists(st.integers(0, len(inner)), max_size=3)))
    parts = [inner[start:end] for start, end in zip([0, *seams], [*seams, len(inner)], strict=True)]
    return inner, ["".join(draw(escaped(character)) for character in part) for part in parts]


def escaped(character: str) -> st.SearchStrategy[str]:
    ways = [SHORT[character]] if character in SHORT else []
    if ord(character) > 0x1F and character not in '"\\':
        ways.append(character)
    ways.append(json.dumps(character)[1:-1] if character > "~" else f"\\u{ord(character):04x}")
    return st.sampled_from([*ways, ways[-1].replace("\\u", "\\U").upper().replace("\\U", "\\u")])


@given(embedded())
def test_every_inner_span_unescapes_to_the_inner_text(case: tuple[str, list[str]]) -> None:
    inner, bodies = case
    text = "[ " + " , ".join(f'"{body}"' for body in bodies) + "]"
    offsets = OffsetMap(text, strings(text))
    assert all(unescaped(text, offsets.outward(span)) == inner[span.start : span.end] for span in spans(inner))


def spans(inner: str) -> list[Span]:
    ends = sorted({0, len(inner), *range(0, len(inner), max(1, len(inner) // 8))})
    single = [Span(at, at + 1) for at in range(len(inner))]
    return single + [Span(start, end) for start in ends for end in ends if start < end]


def unescaped(text: str, span: Span) -> str:
    """Return what a stretch of the outer text says, the seams in it left out."""
    body = re.sub(r'(?<!\\)((?:\\\\)*)"(?: , "")* , "', r"\1", text[span.start : span.end])
    value: str = json.loads(f'"{body}"')
    return value
