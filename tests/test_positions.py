"""The checker of places knows a right place from one beside it."""

import pytest
from positions import Confirmed, WrongPlaceError, confirm

PLAIN = b'{"image": "a\\u0062c",\r\n "n": 10, "": "", "list": [{"k": "v"}]}\n'
NESTED = rb"""{"createOptions": "{\"Env\": [\"A=\\u0062\\\"c\"],",
 "createOptions01": "\"Cm",
 "createOptions02": "d\": [\"x/y\"]}"}"""


def place(path: str, line: int, column: int, end: int, end_line: int = 0) -> dict[str, object]:
    return {"path": path, "line": line, "column": column, "end_line": end_line or line, "end_column": end}


RIGHT = [
    pytest.param(PLAIN, place("/image", 1, 12, 20), Confirmed("file", "value", "abc"), id="a text between its quotes"),
    pytest.param(PLAIN, place("/image", 1, 13, 19), Confirmed("file", "part", "b"), id="an escape in a text"),
    pytest.param(PLAIN, place("/image", 1, 3, 8), Confirmed("file", "key", "image"), id="a key"),
    pytest.param(PLAIN, place("/n", 2, 7, 9), Confirmed("file", "value", "10"), id="a number on the second line"),
    pytest.param(PLAIN, place("/", 2, 15, 17), Confirmed("file", "value", ""), id="the quotes of an empty text"),
    pytest.param(PLAIN, place("/list/0", 2, 28, 38), Confirmed("file", "value", '{"k": "v"}'), id="an object"),
    pytest.param(
        b"\xef\xbb\xbf" + PLAIN, place("/image", 1, 3, 8), Confirmed("file", "key", "image"), id="a mark has no column"
    ),
    pytest.param(
        PLAIN.decode().encode("utf-16"), place("/n", 2, 7, 9), Confirmed("file", "value", "10"), id="a file in UTF-16"
    ),
    pytest.param(
        NESTED, place("/createOptions/Env/0", 1, 33, 47), Confirmed("chunks", "value", 'A=b"c'), id="a text in a text"
    ),
    pytest.param(
        NESTED, place("/createOptions/Env/0", 1, 35, 42), Confirmed("chunks", "part", "b"), id="an escaped escape"
    ),
    pytest.param(
        NESTED, place("/createOptions/Cmd", 2, 24, 23, 3), Confirmed("chunks", "key", "Cmd"), id="a key across a seam"
    ),
    pytest.param(
        NESTED, place("/createOptions/Cmd/0", 3, 30, 33), Confirmed("chunks", "value", "x/y"), id="a text behind seams"
    ),
]
WRONG = [
    pytest.param(PLAIN, place("/image", 1, 11, 20), id="a text with its quote"),
    pytest.param(PLAIN, place("/image", 1, 14, 20), id="a place inside an escape"),
    pytest.param(PLAIN, place("/image", 1, 2, 8), id="a key with its quote"),
    pytest.param(PLAIN, place("/image", 1, 4, 8), id="a part of a key"),
    pytest.param(PLAIN, place("/n", 2, 7, 8), id="a part of a number"),
    pytest.param(PLAIN, place("/n", 1, 12, 20), id="the value of another path"),
    pytest.param(PLAIN, place("/m", 2, 7, 9), id="a path that leads nowhere"),
    pytest.param(PLAIN, place("/list/1", 2, 28, 38), id="an index that is too large"),
    pytest.param(PLAIN, place("/n", 2, 99, 100), id="a column that the line has not"),
    pytest.param(PLAIN, place("/n", 2, 9, 7), id="an end before the start"),
    pytest.param(NESTED, place("/createOptions/Env/0", 1, 36, 47), id="a place inside of an escaped escape"),
    pytest.param(NESTED, place("/createOptions/Cmd", 2, 22, 23, 3), id="a key across a seam with its quote"),
]


@pytest.mark.parametrize(("data", "where", "expected"), RIGHT)
def test_confirmed(data: bytes, where: dict[str, object], expected: Confirmed) -> None:
    assert confirm(data, where) == expected


@pytest.mark.parametrize(("data", "where"), WRONG)
def test_refused(data: bytes, where: dict[str, object]) -> None:
    with pytest.raises(WrongPlaceError):
        confirm(data, where)


def test_a_fault_may_stand_anywhere_in_the_value_that_its_path_names() -> None:
    assert confirm(NESTED, place("/createOptions", 3, 22, 22), fault=True) == Confirmed("chunks", "fault", "")


def test_a_fault_outside_of_that_value_is_refused() -> None:
    with pytest.raises(WrongPlaceError):
        confirm(NESTED, place("/createOptions", 1, 1, 2), fault=True)
