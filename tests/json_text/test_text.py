import pytest
from hypothesis import given
from hypothesis import strategies as st

from edgelint.json_text.text import LineIndex, Position

TEXT = "ab\r\n\n😀d\re\n"


@pytest.mark.parametrize(
    ("offset", "position"),
    [
        pytest.param(0, Position(1, 1), id="the first character"),
        pytest.param(3, Position(1, 4), id="a line end belongs to its line"),
        pytest.param(4, Position(2, 1), id="an empty line"),
        pytest.param(6, Position(3, 2), id="columns count code points"),
        pytest.param(8, Position(3, 4), id="a lone CR ends no line"),
        pytest.param(10, Position(4, 1), id="behind the last line end"),
    ],
)
def test_an_offset_has_a_line_and_a_column(offset: int, position: Position) -> None:
    assert LineIndex(TEXT).position(offset) == position


@pytest.mark.parametrize(("number", "line"), [(1, "ab"), (2, ""), (3, "😀d\re"), (4, "")])
def test_a_line_comes_without_its_end(number: int, line: str) -> None:
    assert LineIndex(TEXT).line(number) == line


def test_a_carriage_return_at_the_end_of_the_text_is_no_line_end() -> None:
    assert LineIndex("a\r").line(1) == "a\r"


def test_an_empty_text_has_one_line() -> None:
    index = LineIndex("")
    assert (index.position(0), index.line(1)) == (Position(1, 1), "")


@given(st.text("a\r\n😀"), st.integers(0, 20))
def test_line_start_and_column_give_the_offset_back(text: str, offset: int) -> None:
    index = LineIndex(text)
    offset = min(offset, len(text))
    line, column = index.position(offset)
    assert index.start(line) + column - 1 == offset
