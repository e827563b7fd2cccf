"""Laws of a line that is shown around several places."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edgelint.json_text.text import Span
from edgelint.reporters.cells import Line, crop
from edgelint.reporters.excerpts import around
from edgelint.reporters.width import columns

TEXT = "".join(chr(ord("a") + number % 26) for number in range(400))


def shown(*spans: tuple[int, int], text: str = TEXT, room: int = 40, encoding: str = "utf-8") -> list[str]:
    """Return the part of the line that is shown, and the underline of each span."""
    window = around(Line(text, (), encoding), [Span(*span) for span in spans], room)
    return [window.text(), *("".join(window.underline(Span(*span), "^")) for span in spans)]


@pytest.mark.parametrize(
    ("spans", "rows"),
    [
        pytest.param(
            [(0, 3), (30, 33)],
            ["abcdefghijklmnopqrstuvwxyzabcdefghijkl…", "^^^", " " * 30 + "^^^"],
            id="near each other: one piece",
        ),
        pytest.param(
            [(0, 3), (300, 303)],
            ["abcdefghijklm…efghijklmnopqrstuvwxyza…", "^^^", " " * 24 + "^^^"],
            id="far apart: a part around each",
        ),
        pytest.param(
            [(300, 303), (0, 3)],
            ["abcdefghijklm…efghijklmnopqrstuvwxyza…", " " * 24 + "^^^", "^^^"],
            id="in any order",
        ),
        pytest.param(
            [(100, 160), (397, 400)],
            ["…wxyzabcdefghijklmnopqrstuvwxyzabcde…hij", " " + "^" * 36, " " * 37 + "^^^"],
            id="one that is too long is cut at its right",
        ),
        pytest.param(
            [(10, 14), (18, 22), (390, 394)],
            ["…fghijklmnopqrstuvwxyza…vwxyzabcdefghi…", " " * 6 + "^^^^", " " * 14 + "^^^^", " " * 29 + "^^^^"],
            id="two near each other are in one part",
        ),
        pytest.param(
            [(0, 3), (400, 400)], [TEXT[:21] + "…" + TEXT[-18:], "^^^", " " * 40 + "^"], id="the end of the line"
        ),
    ],
)
def test_what_is_shown_of_a_long_line(spans: list[tuple[int, int]], rows: list[str]) -> None:
    assert shown(*spans) == rows


def test_what_stands_for_the_rest_is_as_wide_as_the_encoding_makes_it() -> None:
    (row, *_) = shown((0, 3), (300, 303), encoding="ascii")
    assert row == "abcdefghijkl...fghijklmnopqrstuvwxyz..."


def test_letters_of_two_columns_count_as_two() -> None:
    assert shown((0, 1), (200, 201), text="가" * 400, room=20) == [
        "가" * 3 + "…" + "가" * 5 + "…",
        "^^",
        " " * 11 + "^^",
    ]


@st.composite
def lines(draw: st.DrawFn) -> tuple[Line, list[Span]]:
    text = draw(st.text(st.sampled_from("ab \t한e\u0301\u200b\u202e\x00"), min_size=1, max_size=400))
    offset = st.integers(0, len(text))
    ends = sorted(draw(st.lists(offset, max_size=6, unique=True)))
    hidden = tuple(Span(*pair) for pair in zip(ends[::2], ends[1::2], strict=False))
    spans = draw(st.lists(st.tuples(offset, offset).map(sorted), min_size=1, max_size=4))
    return Line(text, hidden, draw(st.sampled_from(("utf-8", "ascii")))), [Span(*span) for span in spans]


@given(lines(), st.integers(40, 120))
def test_the_room_is_kept_and_the_beginning_of_each_place_is_shown(case: tuple[Line, list[Span]], room: int) -> None:
    line, spans = case
    window = around(line, spans, room)
    assert columns(window.text()) <= room
    assert all(left.end <= right.start for left, right in pairwise(window.cells))
    for span in spans:
        at_end = span.start == len(line.text)
        assert at_end or any(cell.start <= span.start < cell.end for cell in window.cells)


@given(lines(), st.integers(40, 120))
def test_never_a_part_of_a_secret_is_shown(case: tuple[Line, list[Span]], room: int) -> None:
    line, spans = case
    for cell in around(line, spans, room).cells:
        for secret in line.secrets:
            inside = cell.start < secret.end and cell.end > secret.start
            assert not inside or (cell.start, cell.end, cell.text.strip("•*")) == (*secret, "")


@given(lines(), st.integers(40, 120))
def test_of_one_place_the_same_is_shown_as_ever(case: tuple[Line, list[Span]], room: int) -> None:
    line, spans = case
    assert around(line, spans[:1], room) == crop(line, spans[0], room)
