"""The types of the runtime's models: what its reader takes for each, as it was run."""

import json
from typing import Any

import pytest

from edgelint.platforms.runtime_types import ITEMS, RANGES, TYPES, is_nothing, rounded_number, takes

INTEGERS: list[Any] = [5, 0, True, 1.5, 0.4, -0.5, "5", " 5 ", "+5", "\t5\r\n", "5\0", "0"]
NO_INTEGERS: list[Any] = [
    "",
    " ",
    None,
    "x",
    "1.5",
    "1.0",
    "1e3",
    "0x10",
    "5,000",
    "5m",
    "5\u00a0",
    "\uff15",
    "--5",
    "5 5",
    [],
    {},
]
CASES: dict[str, tuple[list[Any], list[Any]]] = {
    "any": ([None, "", "x", 5, [], {}], []),
    "boolean": (
        [True, False, 0, 5, 1.5, 1e308, 10**30, "true", "FALSE", " True ", "\u00a0true", "true\0"],
        [None, "", " ", "yes", "1", "0", "t", "true\x1f", [], {}, [True]],
    ),
    "boolean or null": ([None, "", True, "true"], [" ", "x", "null", []]),
    "int32": ([*(value for value in INTEGERS if value is not True), -(2**31)], [*NO_INTEGERS, True, 2**31]),
    "int32 or null": ([None, "", 5, "5", 2147483647.4], [" ", False, 2147483647.5, "2147483648", -(2**31) - 1]),
    "int64": ([*INTEGERS, 2**63 - 1, -(2**63), "9223372036854775807"], [*NO_INTEGERS, 2**63, 1e19, "9" * 5000]),
    "int64 or null": ([None, "", *INTEGERS], [" ", "x", 2**63, -(2**63) - 1, "9223372036854775808"]),
    "uint16": ([*INTEGERS, 65535, 65535.4, "65535", "-0"], [*NO_INTEGERS, -1, "-1", -0.51, 65535.5, 65536, "65536"]),
    "uint16 or null": ([None, "", 5], [-1, "x"]),
    "uint32": ([*INTEGERS, 2**32 - 1], [*NO_INTEGERS, -1, 2**32, 1e10]),
    "uint32 or null": ([None, "", 5], [-1, "x"]),
    "uint64": ([*INTEGERS, 2**63, 1e19, 2**64 - 1], [*NO_INTEGERS, -1, 2**64, 1e20, float("inf"), float("nan")]),
    "uint64 or null": ([None, "", 5], [-1, "x"]),
    "date or null": (
        [None, "", "2020-01-02T03:04:05Z", "1/2/2020", "10:00"],
        [" ", "x", "5", "1.0", "5,000", 5, True, [], {}],
    ),
    "number or text": ([None, "", "x", 5, 1.5, True, 2**63 - 1], [[], {}, 2**63]),
    "quantity": ([None, "", "x", 5, 2**63], [[], {}]),
    "text": ([None, "", "x", 5, 1.5, True, 2**70], [[], {}, ["x"]]),
    "restart policy": (
        ["no", "ALWAYS", "OnFailure", " unlessstopped ", "undefined", "no, always", 0, 9, -1, True, "3", "+1", 2**31],
        ["", " ", None, "on-failure", "unless-stopped", "no,", "x", 1.5, "1.5", "2147483648", 2**63, [], {}],
    ),
    **{kind: ([None, "", [], [5, "x", None]], [" ", "x", 5, True, {}]) for kind in ITEMS},
    **{
        kind: ([None, "", {}, {"a": []}], [" ", "x", 5, False, []])
        for kind in ("object", "map of texts", "map of quantities", "map of objects", "map of lists of objects")
    },
    "object, not null": ([{}, {"a": 1}], [None, "", " ", "x", 5, []]),
}


def told(value: Any) -> str:
    return json.dumps(value)[:30]


@pytest.mark.parametrize(
    ("kind", "value"), [(kind, value) for kind, (taken, _) in CASES.items() for value in taken], ids=told
)
def test_a_value_is_taken(kind: str, value: Any) -> None:
    assert takes(kind, value)


@pytest.mark.parametrize(
    ("kind", "value"), [(kind, value) for kind, (_, refused) in CASES.items() for value in refused], ids=told
)
def test_a_value_is_refused(kind: str, value: Any) -> None:
    assert not takes(kind, value)


def test_each_type_was_tried() -> None:
    assert set(CASES) == set(TYPES)
    assert set(ITEMS.values()) <= set(TYPES)


@pytest.mark.parametrize("kind", RANGES)
def test_a_range_ends_where_it_says(kind: str) -> None:
    least, most = RANGES[kind]
    assert [takes(kind, value) for value in (least - 1, least, most, most + 1)] == [False, True, True, False]


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (2.5, 2),
        (3.5, 4),
        (-0.5, 0),
        ("-7", -7),
        (" 5\0", 5),
        (True, 1),
        ("1.5", None),
        (None, None),
        (float("inf"), None),
        ([1], None),
    ],
)
def test_a_whole_number_is_read(value: Any, number: int | None) -> None:
    assert rounded_number(value) == number


@pytest.mark.parametrize(
    ("kind", "value", "nothing"),
    [
        ("list of texts", "", True),
        ("object", "", True),
        ("boolean or null", "", True),
        ("text", "", False),
        ("any", "", False),
        ("int64", "", False),
        ("object, not null", "", False),
        ("text", None, True),
        ("object", " ", False),
        ("object", {}, False),
    ],
)
def test_an_empty_text_is_null_where_it_is_no_text(kind: str, value: Any, nothing: bool) -> None:
    assert is_nothing(kind, value) is nothing
