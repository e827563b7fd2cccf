"""Texts in rows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edgelint.reporters.width import columns
from edgelint.reporters.wrapping import wrapped


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("", ["- "], id="nothing"),
        pytest.param("a text that fits", ["- a text that fits"], id="what fits is one row"),
        pytest.param("a text that just fits", ["- a text that just", "  fits"], id="the others hang"),
        pytest.param("카메라 배포 매니페스트", ["- 카메라 배포", "  매니페스트"], id="letters of two columns"),
        pytest.param(
            "an `{a: b, c: d, e: f}` too", ["- an", "  `{a: b, c: d, e: f}`", "  too"], id="a code span stays whole"
        ),
        pytest.param(
            "see " + "x" * 40, ["- see", "  " + "x" * 18, "  " + "x" * 18, "  " + "x" * 4], id="a word that fits no row"
        ),
    ],
)
def test_rows_of_twenty_columns(text: str, rows: list[str]) -> None:
    assert wrapped(text, 20, "- ", "  ") == rows


@given(st.text("ab 한`", max_size=120), st.integers(12, 40))
def test_the_words_stay_and_the_room_is_kept(text: str, room: int) -> None:
    rows = wrapped(text, room, "- ", "    ")
    assert "".join("".join(row[4 * bool(index) :] for index, row in enumerate(rows))[2:].split()) == "".join(
        text.split()
    )
    assert all(columns(row) <= room or "`" in row for row in rows)
