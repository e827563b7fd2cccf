"""The members of a module that the runtime reads itself."""

from typing import Any

import pytest
from table_rows import deployment, fields, host, rows, seen

LACKING = [("type", "missing"), ("status", "missing"), ("restartPolicy", "missing"), ("imagePullPolicy", "missing")]


def test_each_member_has_a_row_be_it_there_or_not() -> None:
    text = deployment({"m": {"type": "docker", "startupOrder": 1, "settings": {"image": "i"}}})
    assert fields("members", text, "member", "is_a", "value") == [
        ("type", "text", "docker"),
        ("status", "missing", None),
        ("restartPolicy", "missing", None),
        ("imagePullPolicy", "missing", None),
        ("startupOrder", "number", 1),
        ("settings", "object", {"image": "i"}),
        ("image", "text", "i"),
    ]


@pytest.mark.parametrize(
    ("value", "is_a"),
    [("x", "text"), (1, "number"), (1.5, "number"), (True, "boolean"), (None, "null"), ([], "list"), ({}, "object")],
)
def test_a_value_is_something(value: Any, is_a: str) -> None:
    assert fields("members", deployment({"m": {"status": value}}), "is_a")[1] == is_a


def test_keys_count_in_any_letter_case_those_of_the_usual_one_first() -> None:
    text = deployment({"m": {"TYPE": "docker", "Status": "running", "status": "stopped"}})
    assert fields("members", text, "member", "value")[:2] == [("type", "docker"), ("status", "stopped")]


@pytest.mark.parametrize(("value", "is_a"), [(None, "null"), ("x", "text"), ([], "list")])
def test_what_is_no_module_has_one_row(value: Any, is_a: str) -> None:
    assert fields("members", deployment({"m": value}), "member", "is_a") == [("module", is_a)]


def test_an_empty_module_is_a_module() -> None:
    missing = [*LACKING, ("startupOrder", "missing"), ("settings", "missing")]
    assert fields("members", deployment({"m": {}}), "member", "is_a") == missing


@pytest.mark.parametrize("settings", [None, "x", []])
def test_settings_that_are_no_object_have_no_image(settings: Any) -> None:
    assert "image" not in fields("members", deployment({"m": {"settings": settings}}), "member")


def test_a_row_points_at_the_value_or_at_what_lacks_it() -> None:
    text = deployment({"m": {"type": "docker", "settings": {}}, "n": None})
    found = {(row.fields["module"], row.fields["member"]): row.text for row in seen("members", text)}
    assert found["m", "type"] == "docker"
    assert found["m", "status"] == "m"
    assert found["m", "settings"] == "{}"
    assert found["m", "image"] == "settings"
    assert found["n", "module"] == "null"


def test_modules_of_the_runtime_are_told() -> None:
    text = deployment({}, system={"edgeHub": {"type": "docker"}})
    assert set(fields("members", text, "module", "kind")) == {("edgeHub", "system")}


@pytest.mark.parametrize("text", [host(), deployment({"$metadata": None})])
def test_what_is_no_module_of_a_manifest_has_none(text: str) -> None:
    assert rows("members", text) == []
