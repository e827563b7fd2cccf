"""Edits of a text, made all at once."""

import pytest

from edgelint.editing.edits import Edit, apply
from edgelint.json_text.text import Span


@pytest.mark.parametrize(
    ("edits", "after"),
    [
        pytest.param([], "abcd", id="none"),
        pytest.param([Edit(Span(1, 3), "x")], "axd", id="a replacement"),
        pytest.param([Edit(Span(4, 4), "x"), Edit(Span(0, 1), "")], "bcdx", id="in any order"),
        pytest.param([Edit(Span(1, 2), "x"), Edit(Span(2, 3), "y")], "axyd", id="side by side"),
        pytest.param(
            [Edit(Span(1, 3), "y"), Edit(Span(1, 1), "x")], "axyd", id="an insertion in front of a replacement"
        ),
        pytest.param([Edit(Span(3, 3), "y"), Edit(Span(1, 3), "x")], "axyd", id="an insertion behind a replacement"),
        pytest.param([Edit(Span(2, 2), "y"), Edit(Span(2, 2), "x")], "abyxcd", id="insertions in the order given"),
    ],
)
def test_edits_are_made(edits: list[Edit], after: str) -> None:
    assert apply("abcd", edits) == after


@pytest.mark.parametrize(("start", "end"), [(1, 2), (2, 2), (0, 4)])
def test_edits_that_overlap_are_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=r"^two edits overlap at character [12]$"):
        apply("abcd", [Edit(Span(1, 3), "x"), Edit(Span(start, end), "y")])
