"""Laws of the part of a line that a frame shows."""

from hypothesis import given
from hypothesis import strategies as st

from edgelint.json_text.text import Span
from edgelint.reporters.cells import Line, crop
from edgelint.reporters.width import columns

TEXTS = st.text(st.sampled_from("ab \t한e\u0301\u200b\u202e\x00\ud800…"), max_size=200)


@st.composite
def lines(draw: st.DrawFn, secrets: bool = True) -> tuple[Line, Span]:
    text = draw(TEXTS)
    offset = st.integers(0, len(text))
    ends = sorted(draw(st.lists(offset, max_size=6, unique=True))) if secrets else []
    hidden = tuple(Span(*pair) for pair in zip(ends[::2], ends[1::2], strict=False))
    start = draw(offset)
    return Line(text, hidden, draw(st.sampled_from(("utf-8", "ascii", "cp949")))), Span(
        start, draw(st.integers(start, len(text)))
    )


@given(lines(), st.integers(40, 120))
def test_a_window_keeps_its_room_and_shows_where_the_span_begins(case: tuple[Line, Span], room: int) -> None:
    line, span = case
    window = crop(line, span, room)
    blanks, carets = window.underline(span, "^")
    assert columns(window.text()) <= room
    assert len(blanks + carets) <= room + 1
    assert span.start == len(line.text) or any(cell.start <= span.start < cell.end for cell in window.cells)
    window.text().encode(line.encoding)


@given(lines(), st.integers(40, 120))
def test_cells_follow_each_other_and_never_show_a_part_of_a_secret(case: tuple[Line, Span], room: int) -> None:
    line, span = case
    window = crop(line, span, room)
    assert all(left.end == right.start for left, right in zip(window.cells, window.cells[1:], strict=False))
    for cell in window.cells:
        for secret in line.secrets:
            inside = cell.start < secret.end and cell.end > secret.start
            assert not inside or (cell.start, cell.end, cell.text.strip("•*")) == (*secret, "")


@given(lines(secrets=False), st.integers(40, 120), st.integers(300, 900))
def test_a_line_that_has_room_is_whole(case: tuple[Line, Span], room: int, wide: int) -> None:
    line, span = case
    whole = crop(line, span, wide * 4)
    assert [cell.start for cell in whole.cells[:1]] == [0] * bool(line.text)
    assert whole.left + whole.right == ""
    if columns(whole.text()) <= room // 2:
        assert crop(line, span, room).text() == whole.text()
