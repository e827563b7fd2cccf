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


def fitting(module: dict[str, Any], member: str, *, system: str = "") -> list[bool]:
    """Return whether each spelling of a member fits, of a user module or of one of the runtime's own."""
    text = deployment({}, system={system: module}) if system else deployment({"m": module})
    return [fits for name, fits in fields("members", text, "member", "fits") if name == member]


def test_each_spelling_of_a_key_has_a_row_and_the_last_one_a_meaning() -> None:
    text = deployment({"m": {"TYPE": "docker", "Status": "Running", "status": 4}})
    found = fields("members", text, "member", "value", "fits", "means")[:3]
    assert found == [("type", "docker", True, None), ("status", "Running", True, None), ("status", 4, True, "stopped")]


@pytest.mark.parametrize(
    ("first", "second", "fits"),
    [
        pytest.param("docker", "Docker", [True, False], id="the last must be exactly right"),
        pytest.param("DOCKER", "docker", [True, True], id="the first tells what it is in any letter case"),
        pytest.param("x", "docker", [False, True], id="the first must tell it"),
        pytest.param(None, "docker", [False, True], id="no null"),
        pytest.param("docker", None, [True, False], id="no null at the end"),
    ],
)
def test_a_type_in_two_spellings_is_read_twice(first: Any, second: Any, fits: list[bool]) -> None:
    assert fitting({"type": first, "Type": second}, "type") == fits


@pytest.mark.parametrize(("value", "fits"), [("x", False), (None, False), ([], False), (9, True), ("running", True)])
def test_a_replaced_status_must_be_readable_but_needs_no_word(value: Any, fits: bool) -> None:
    assert fitting({"Status": value, "status": "running"}, "status") == [fits, True]


@pytest.mark.parametrize("status", ["on", None, 2.0, True])
def test_edge_agent_needs_no_status_but_one_that_is_there_is_read(status: Any) -> None:
    assert fitting({"status": status}, "status", system="edgeAgent") == [False]


def test_no_word_is_asked_for_where_edge_agent_has_a_number() -> None:
    assert fitting({}, "status", system="edgeAgent") == [True]
    assert fitting({"status": 9}, "status", system="EdgeAgent") == [True]
    assert fitting({"status": 9}, "status", system="edgeHub") == [False]
    assert fitting({"imagePullPolicy": 9}, "imagePullPolicy", system="edgeAgent") == [False]


def test_the_status_of_a_user_module_has_a_second_name() -> None:
    assert fitting({"status": "running", "DesiredStatus": "on"}, "status") == [True, False]
    assert fitting({"status": "running", "desiredStatus": "on"}, "status", system="edgeHub") == [True]
    assert fields("members", deployment({"m": {"desiredStatus": "running"}}), "member", "is_a")[1] == (
        "status",
        "missing",
    )


@pytest.mark.parametrize(
    ("member", "taken", "refused"),
    [
        pytest.param("version", [None, "", 5, True], [[], {}], id="version"),
        pytest.param("configuration", [None, "", {}, {"other": []}], ["x", 5, []], id="configuration"),
        pytest.param("startupOrder", [0, 1.5, "+1", " 2 ", True], [None, "", "1.5", -1, 2**32, []], id="startupOrder"),
        pytest.param("settings", [{}, {"x": 1}, "${SETTINGS}"], [None, "", "x", []], id="settings"),
    ],
)
def test_what_a_member_takes(member: str, taken: list[Any], refused: list[Any]) -> None:
    assert [value for value in taken if fitting({member: value}, member) != [True]] == []
    assert [value for value in refused if fitting({member: value}, member) != [False]] == []


@pytest.mark.parametrize(
    ("trust", "member"),
    [
        ({"rootID": []}, "rootID"),
        ({"ROOTJSONPATH": {}}, "rootJsonPath"),
        ({"rootCertificatePath": [], "RootCertificatePath": "x"}, "rootCertificatePath"),
        ({"disableTOFU": None}, "disableTOFU"),
        ("x", "notaryContentTrust"),
    ],
)
def test_what_stands_in_the_trust_is_typed(trust: Any, member: str) -> None:
    text = deployment({"m": {"settings": {"image": "i", "notaryContentTrust": trust}}})
    assert member in [name for name, fits in fields("members", text, "member", "fits") if not fits]


@pytest.mark.parametrize(
    ("image", "fits"),
    [("i", True), ("a:b:c", True), (5, True), ([], True), ({"a": "x:y"}, False), (" ", False), (None, False)],
)
def test_an_image_is_made_a_text(image: Any, fits: bool) -> None:
    assert fitting({"settings": {"image": image}}, "image") == [fits]


def test_of_two_images_the_usual_spelling_is_read_alone() -> None:
    assert fitting({"settings": {"IMAGE": "", "image": "i"}}, "image") == [True]
    assert fitting({"settings": {"Image": "", "IMAGE": "i"}}, "image") == [False]


def test_the_image_of_replaced_settings_must_be_one() -> None:
    module = {"settings": {"image": "a:b:c"}, "Settings": {"image": "i"}}
    assert fitting(module, "image") == [False, True]
    assert fitting({"settings": {}, "Settings": {"image": "i"}}, "image") == [False, True]


@pytest.mark.parametrize(("system", "fits"), [("", [False]), ("edgeHub", [True])])
def test_null_stands_for_a_module_of_the_runtime_alone(system: str, fits: list[bool]) -> None:
    text = deployment({}, system={system: None}) if system else deployment({"m": None})
    assert fields("members", text, "fits") == fits


@pytest.mark.parametrize(("order", "means"), [(1.5, 2), ("+3", 3), (4294967295, 4294967295), (-1, None)])
def test_an_order_means_a_number(order: Any, means: int | None) -> None:
    assert fields("members", deployment({"m": {"startupOrder": order}}), "member", "means")[4] == (
        "startupOrder",
        means,
    )


def test_a_row_of_a_replaced_key_points_at_it() -> None:
    text = deployment({"m": {"settings": {"image": ""}, "Settings": {"Image": "i"}}})
    assert [row.text for row in seen("members", text) if row.fields["member"] == "image"] == ['""', "i"]


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
