"""The items of the lists that the agent goes through."""

from typing import Any

import pytest
from table_rows import bare, deployment, fields, module, seen


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        pytest.param({"Env": ["A=1", None]}, [("Env", False, None), ("Env", True, False)], id="variables"),
        pytest.param({"HostConfig": {"Binds": [None]}}, [("Binds", True, True)], id="a bind alone"),
        pytest.param(
            {"hostconfig": {"mounts": [{}, None]}}, [("Mounts", False, None), ("Mounts", True, False)], id="mounts"
        ),
        pytest.param({"k8s-experimental": {"volumes": [None, None]}}, [("volumes", True, True)] * 2, id="volumes"),
        pytest.param(
            {"HostConfig": {"PortBindings": {"80": [None], "81": [{}], "82": None}}},
            [("PortBindings", True, True), ("PortBindings", False, None)],
            id="ports",
        ),
        pytest.param({"Cmd": [None], "Entrypoint": [None]}, [], id="arguments are none of them"),
        pytest.param({"Env": None, "HostConfig": {"Binds": "x", "PortBindings": []}}, [], id="no lists"),
        pytest.param({"HostConfig": None}, [], id="nothing"),
    ],
)
def test_the_items_of_the_lists(options: dict[str, Any], expected: list[tuple[str, bool, bool | None]]) -> None:
    assert fields("entries", bare(**options), "list", "null", "alone") == expected


def test_a_row_points_at_the_item() -> None:
    assert [row.text for row in seen("entries", bare(Env=["A=1", None]))] == ["A=1", "null"]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        pytest.param(
            '{"HostConfig": {"Mounts": ["", {}]}}', [(True, "an empty text"), (False, "an object")], id="mounts"
        ),
        pytest.param('{"k8s-experimental": {"volumes": [""]}}', [(True, "an empty text")], id="volumes"),
        pytest.param('{"HostConfig": {"PortBindings": {"80": [""]}}}', [(True, "an empty text")], id="ports"),
        pytest.param('{"Env": [""], "HostConfig": {"Binds": [""]}}', [(False, "an empty text")] * 2, id="texts"),
        pytest.param('{"HostConfig": {"PortBindings": {"80/http": [null], "81-82": [null]}}}', [], id="dropped keys"),
        pytest.param(
            '{"HostConfig": {"PortBindings": {"$PORT": [null]}}}', [(True, "null")], id="a placeholder as key"
        ),
        pytest.param('{"Env": [NaN, null]}', [(False, "null"), (True, "null")], id="a word that is read as a text"),
        pytest.param(
            '{"HostConfig": {"Mounts": [undefined, ,{}]}}',
            [(True, "null")] * 2 + [(False, "an object")],
            id="undefined",
        ),
        pytest.param(
            '{"Env": [undefined, ,"A=1"]}', [(False, "null")] * 2 + [(False, '"A=1"')], id="undefined among texts"
        ),
    ],
)
def test_an_item_is_null_as_the_agent_reads_it(options: str, expected: list[tuple[bool, str]]) -> None:
    assert sorted(fields("entries", deployment({"m": module(options)}), "null", "found"), key=str) == sorted(
        expected, key=str
    )
