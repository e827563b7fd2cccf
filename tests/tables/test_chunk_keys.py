"""The members that hold createOptions: their numbers, their sizes, and what stops the runtime at their keys."""

from typing import Any

import pytest
from table_rows import deployment, fields, host, rows, seen


def settings(*keys: str, **members: Any) -> str:
    return deployment({"m": {"settings": {**dict.fromkeys(keys, "x"), **members}}})


def numbered(count: int, width: int) -> list[str]:
    return ["createOptions", *(f"createOptions{number:0{width}}" for number in range(1, count))]


def faults(*keys: str) -> list[tuple[str, str, str | None]]:
    found = fields("chunks", settings(*keys), "key", "fault", "other")
    return [row for row in found if row[1]]


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param([], id="none"),
        pytest.param(["createOptions"], id="one"),
        pytest.param(["_createOptions"], id="a stray one alone"),
        pytest.param(["createOptions", "createOptions1"], id="one digit"),
        pytest.param(["createOptions", "createOptions001"], id="three digits"),
        pytest.param(["createOptions01", "createOptions"], id="in another order"),
        pytest.param(["createOptions", "CREATEOPTIONS01"], id="in other letters"),
        pytest.param(["createOptions", "createOptions01x"], id="a stray one whose number fits"),
        pytest.param(numbered(100, 2), id="a hundred"),
        pytest.param(["createOptions", "createOptions${N}"], id="a placeholder in a key"),
    ],
)
def test_keys_that_the_runtime_reads_have_no_fault(keys: list[str]) -> None:
    assert faults(*keys) == []


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        pytest.param(["createOptions", "createOptions02"], [("createOptions02", "gap", "createOptions01")], id="a gap"),
        pytest.param(
            ["createOptions", "createOptions1", "createOptions5", "createOptions7"],
            [("createOptions5", "gap", "createOptions2")],
            id="the first of two gaps",
        ),
        pytest.param(["createOptions01"], [("createOptions01", "base", None)], id="no base"),
        pytest.param(["createOptions00"], [("createOptions00", "base", None)], id="nought is no base"),
        pytest.param(
            ["createOptions", "createOptions0"], [("createOptions0", "twice", "createOptions")], id="nought beside it"
        ),
        pytest.param(["createOptions", "createoptions"], [("createoptions", "twice", "createOptions")], id="two cases"),
        pytest.param(
            ["createOptions", "createOptions01", "createOptions1"],
            [("createOptions01", "twice", "createOptions1")],
            id="two spellings of a number",
        ),
        pytest.param(
            ["createOptions", "createOptionsOld", "myCreateOptions"],
            [("createOptionsOld", "stray", None), ("myCreateOptions", "stray", None)],
            id="two stray ones",
        ),
        pytest.param(
            ["createOptions", "createOptionsOld", "createOptions02"],
            [("createOptions02", "gap", "createOptions01"), ("createOptionsOld", "stray", None)],
            id="a stray one and a gap",
        ),
        pytest.param(numbered(11, 1), [("createOptions10", "unpadded", "createOptions2")], id="eleven of one digit"),
        pytest.param(
            ["createOptions", "createOptions1", "createOptions02"],
            [("createOptions02", "unpadded", "createOptions1")],
            id="one and two digits",
        ),
        pytest.param(numbered(101, 2), [("createOptions100", "beyond", None)], id="101 of two digits"),
        pytest.param(numbered(102, 3), [("createOptions100", "beyond", None)], id="102 of three digits"),
        pytest.param(
            ["createOptions", "createOptions" + "9" * 5000],
            [("createOptions" + "9" * 5000, "gap", "createOptions01")],
            id="a number that is none",
        ),
    ],
)
def test_a_key_at_which_the_runtime_stops(keys: list[str], expected: list[tuple[str, str, str | None]]) -> None:
    assert faults(*keys) == expected


def test_the_rows_come_in_the_order_of_the_numbers() -> None:
    text = settings("createOptions10", "createOptions2", "createOptions", "createOptionsOld")
    assert fields("chunks", text, "number") == [0, 2, 10, None]


@pytest.mark.parametrize(
    ("value", "size"),
    [
        pytest.param("abc", (3, 3), id="ASCII"),
        pytest.param("é😀", (3, 6), id="beyond ASCII"),
        pytest.param("\ud800", (1, 3), id="half a pair"),
        pytest.param("", (0, 0), id="empty"),
        pytest.param("a${X}", (None, None), id="a placeholder"),
        pytest.param({}, (None, None), id="an object"),
        pytest.param(None, (None, None), id="null"),
    ],
)
def test_texts_are_measured(value: Any, size: tuple[int | None, int | None]) -> None:
    assert fields("chunks", settings(createOptions=value), "units", "bytes") == [size]


@pytest.mark.parametrize(
    ("values", "needed"),
    [
        pytest.param(["x" * 512], 1, id="one full"),
        pytest.param(["x" * 500, "y" * 13], 2, id="one more than full"),
        pytest.param(["x" * 511 + "😀"], 2, id="a pair that does not fit"),
        pytest.param(["😀" * 256, ""], 1, id="pairs that do"),
        pytest.param([""], 0, id="nothing"),
        pytest.param(["x", None], None, id="null"),
        pytest.param(["$", "{X}"], None, id="a placeholder over a seam"),
    ],
)
def test_the_chunks_that_the_text_needs_are_counted(values: list[Any], needed: int | None) -> None:
    keys = numbered(len(values), 2)
    assert fields("chunks", settings(**dict(zip(keys, values, strict=True))), "needed", "count") == [
        (needed, len(values))
    ] * len(values)


def test_a_row_points_at_the_value() -> None:
    assert [row.text for row in seen("chunks", settings(createOptions="{}", createOptions01=""))] == ["{}", '""']


@pytest.mark.parametrize("text", [host(), deployment({"m": {"settings": "x"}}), deployment({"m": None})])
def test_where_there_are_no_settings_there_are_no_rows(text: str) -> None:
    assert rows("chunks", text) == []
