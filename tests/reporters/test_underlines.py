"""The rows below a line: underlines and their labels."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edgelint.reporters.text_style import plain
from edgelint.reporters.underlines import Underline, underlined
from edgelint.reporters.width import columns


def rows(*underlines: Underline, room: int = 40) -> list[str]:
    return list(underlined(underlines, room, plain))


def here(column: int) -> Underline:
    return Underline(column, "^^^", "error", "")


def there(column: int, label: str, width: int = 3) -> Underline:
    return Underline(column, "-" * width, "line", label)


@pytest.mark.parametrize(
    ("underlines", "expected"),
    [
        pytest.param([here(2)], ["  ^^^"], id="one without a label"),
        pytest.param([here(2), there(8, "the other")], ["  ^^^   --- the other"], id="a label on the right"),
        pytest.param([here(12), there(0, "other")], ["--- other   ^^^"], id="a label with room before the next place"),
        pytest.param([here(11), there(0, "other")], ["--- other  ^^^"], id="a label that just has room"),
        pytest.param([here(10), there(0, "other")], ["---       ^^^", "|", "other"], id="a label without room hangs"),
        pytest.param(
            [here(14), there(7, "second"), there(0, "first")],
            ["---    ---    ^^^", "|      |", "|      second", "first"],
            id="of several that hang the right one hangs higher",
        ),
        pytest.param(
            [here(6), there(2, "around", 12)], ["      ^^^", "  ------------ around"], id="a place around another"
        ),
        pytest.param(
            [here(6), there(6, "same"), there(0, "left")],
            ["---   ^^^", "|", "left", "      --- same"],
            id="a place that is the same, and one beside it",
        ),
        pytest.param(
            [here(0), there(30, "a long label")],
            ["^^^                           ---", "                              |", " " * 28 + "a long label"],
            id="a label without room up to the edge ends there",
        ),
        pytest.param(
            [here(38), there(0, "한" * 30)],
            ["---                                   ^^^", "|", "한" * 19 + "…"],
            id="a label wider than the room is cut",
        ),
        pytest.param(
            [here(0), there(29, "left"), there(34, "a long label")],
            [
                "^^^                          ---  ---",
                " " * 29 + "|    |",
                " " * 28 + "a long label",
                " " * 29 + "left",
            ],
            id="a bar gives way to a label",
        ),
    ],
)
def test_where_labels_stand(underlines: list[Underline], expected: list[str]) -> None:
    assert rows(*underlines) == expected


UNDERLINES = st.builds(
    Underline,
    st.integers(0, 36),
    st.text("-", min_size=1, max_size=4),
    st.just("line"),
    st.text("ab한", max_size=50),
)


@given(st.lists(UNDERLINES, min_size=1, max_size=6))
def test_all_is_underlined_and_labelled_within_the_room(underlines: list[Underline]) -> None:
    shown = rows(*underlines)
    assert max(map(columns, shown)) <= 40
    drawn = sum(len(symbols) for row in shown for symbols in re.findall("-+", row))
    assert drawn == sum(len(each.symbols) for each in underlines)
    text = "\n".join(shown)
    assert all(each.label[:10] in text for each in underlines)
