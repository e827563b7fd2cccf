"""The items of the lists that the agent goes through."""

from typing import Any

import pytest
from table_rows import bare, fields, seen


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
