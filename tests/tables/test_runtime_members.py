"""The desired properties of $edgeAgent that the runtime reads beside the modules."""

import json
from typing import Any

import pytest
from table_rows import bare, fields, rows, seen

WHOLE: dict[str, Any] = {
    "schemaVersion": "1.1",
    "runtime": {"type": "docker", "settings": {}},
    "systemModules": {},
    "modules": {},
}


def manifest(properties: Any, **section: Any) -> str:
    """Return a manifest of properties; `section` stands beside them in $edgeAgent."""
    return json.dumps({"modulesContent": {"$edgeAgent": {"properties.desired": properties, **section}}})


def changed(**members: Any) -> str:
    """Return a whole deployment with some members replaced."""
    return manifest({**WHOLE, **members})


def lacking(*names: str) -> str:
    """Return a whole deployment without some members."""
    return manifest({name: value for name, value in WHOLE.items() if name not in names})


def fitting(text: str, member: str) -> list[bool]:
    """Return whether each spelling of a member fits."""
    return [fits for name, fits in fields("runtime_members", text, "member", "fits") if name == member]


def test_each_member_has_a_row() -> None:
    settings = {"minDockerVersion": "v1.25", "loggingOptions": 5, "other": []}
    text = changed(runtime={"type": "docker", "settings": settings}, other=1)
    assert fields("runtime_members", text, "member", "is_a", "fits", "whole") == [
        ("schemaVersion", "text", True, True),
        ("runtime", "object", True, True),
        ("runtime.type", "text", True, True),
        ("runtime.settings", "object", True, True),
        ("runtime.settings.minDockerVersion", "text", True, True),
        ("runtime.settings.loggingOptions", "number", True, True),
        ("systemModules", "object", True, True),
        ("modules", "object", True, True),
    ]


@pytest.mark.parametrize("name", ["schemaVersion", "runtime", "systemModules"])
def test_what_is_needed_has_a_row_where_it_is_missing(name: str) -> None:
    found = fields("runtime_members", lacking(name), "member", "is_a", "fits", "whole")
    assert [row for row in found if row[1] == "missing"] == [(name, "missing", False, True)]


def test_modules_may_be_missing() -> None:
    assert "modules" not in fields("runtime_members", lacking("modules"), "member")


def test_a_runtime_needs_a_type_but_no_settings() -> None:
    text = changed(runtime={})
    assert fitting(text, "runtime.type") == [False]
    assert fitting(text, "runtime.settings") == []


@pytest.mark.parametrize(
    "version", ["1.0", "1.1", "1.0.0", "1.1.0", "1.0.99.5", "01.1", "1.01", " 1 . 1\t", "+1.-0", "1.0\0", 1.0, 1.1]
)
def test_a_version_up_to_the_latest_is_known(version: Any) -> None:
    assert fitting(changed(schemaVersion=version), "schemaVersion") == [True]


@pytest.mark.parametrize(
    "version",
    [
        *("1.2", "1.10", "1.1.1", "1.1.0.0", "2.0", "0.9", "1.0.2147483648"),
        *("", " ", "1", "1.0.", ".1", "1..0", "1.0.0.0.0", "1.-1", "v1.0", "1.0-beta", "1,0", "\u00a01.0", "1.\u0661"),
        *(1, 1.2, True, None, [], {}),
    ],
)
def test_another_version_is_not(version: Any) -> None:
    assert fitting(changed(schemaVersion=version), "schemaVersion") == [False]


@pytest.mark.parametrize("value", [None, "", "docker", 5, True, []])
def test_the_runtime_is_an_object(value: Any) -> None:
    assert fitting(changed(runtime=value), "runtime") == [False]
    assert fitting(changed(runtime=value), "runtime.type") == []


@pytest.mark.parametrize("kind", ["Docker", "docker ", "kubernetes", "", None, 5, [], {}])
def test_the_type_of_the_runtime_is_docker_to_the_letter(kind: Any) -> None:
    assert fitting(changed(runtime={"type": kind}), "runtime.type") == [False]


@pytest.mark.parametrize("name", ["settings", "config", "Settings"])
def test_settings_are_an_object_or_nothing(name: str) -> None:
    accepted: list[Any] = [None, "", {}, {"other": []}]
    refused: list[Any] = ["x", " ", 5, []]
    texts = [changed(runtime={"type": "docker", name: value}) for value in (*accepted, *refused)]
    assert [fitting(text, "runtime.settings") for text in texts] == [[True]] * 4 + [[False]] * 4


@pytest.mark.parametrize("name", ["minDockerVersion", "loggingOptions"])
@pytest.mark.parametrize(
    ("value", "fits"), [(None, True), ("", True), (5, True), (True, True), ([], False), ({}, False)]
)
def test_a_setting_is_a_text_of_any_kind(name: str, value: Any, fits: bool) -> None:
    text = changed(runtime={"type": "docker", "settings": {name: value}})
    assert fitting(text, f"runtime.settings.{name}") == [fits]


@pytest.mark.parametrize(
    ("value", "system", "user"),
    [
        ({}, True, True),
        (None, False, True),
        ("", False, True),
        ("x", False, False),
        ([], False, False),
    ],
)
def test_only_the_modules_of_the_user_may_be_nothing(value: Any, system: bool, user: bool) -> None:
    text = changed(systemModules=value, modules=value)
    assert (fitting(text, "systemModules"), fitting(text, "modules")) == ([system], [user])


@pytest.mark.parametrize("name", ["schemaVersion", "runtime", "systemModules", "modules"])
def test_a_placeholder_is_not_judged(name: str) -> None:
    assert fitting(changed(**{name: "${VALUE}"}), name) == [True]


@pytest.mark.parametrize(
    ("name", "replaced", "fits"),
    [
        pytest.param("schemaVersion", "9.0", True, id="any text"),
        pytest.param("schemaVersion", None, True, id="null for a text"),
        pytest.param("schemaVersion", [], False, id="no list for a text"),
        pytest.param("runtime", None, True, id="null for the runtime"),
        pytest.param("runtime", "", False, id="no empty text for the runtime"),
        pytest.param("systemModules", "", True, id="an empty text for an object"),
        pytest.param("systemModules", "x", False, id="no other text"),
        pytest.param("modules", None, True, id="null for modules"),
    ],
)
def test_what_another_spelling_replaces_needs_the_type_alone(name: str, replaced: Any, fits: bool) -> None:
    assert fitting(manifest({name.upper(): replaced, **WHOLE}), name) == [fits, True]


@pytest.mark.parametrize(
    ("types", "fits"),
    [
        pytest.param({"TYPE": "x", "type": "docker"}, [True, True], id="the usual spelling tells what it is"),
        pytest.param({"type": "docker", "Type": "Docker"}, [True, False], id="the last must be exactly right"),
        pytest.param({"type": "x", "Type": "docker"}, [False, True], id="what tells it must be right"),
        pytest.param({"type": "Docker", "Type": "docker"}, [True, True], id="that one in any letter case"),
        pytest.param({"TYPE": None, "Type": "docker"}, [False, True], id="else the first tells it"),
        pytest.param({"TYPE": [], "type": "docker"}, [False, True], id="no list"),
    ],
)
def test_a_type_in_two_spellings_is_read_twice(types: dict[str, Any], fits: list[bool]) -> None:
    assert fitting(changed(runtime=types), "runtime.type") == fits


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        pytest.param(lacking("runtime"), True, id="one missing"),
        pytest.param(lacking("runtime", "modules"), True, id="modules are not needed"),
        pytest.param(lacking("schemaVersion", "runtime"), False, id="two missing"),
        pytest.param(manifest({"modules": {}}), False, id="modules alone, as tools write a layer"),
        pytest.param(manifest({"SCHEMAVERSION": "1.0", "Runtime": {}}), True, id="in any letter case"),
        pytest.param(manifest({"schemaVersion": "1.0", "runtime": {}, "${SYSTEM}": {}}), False, id="a placeholder"),
        pytest.param(lacking("systemModules").replace("{}}", "{},}", 1), False, id="a fault of the text"),
        pytest.param(manifest({"modules": {}, "schemaVersion": "1.0"}, **{"properties.desired.runtime": {}}), True, id="dots"),
    ],
)  # fmt: skip
def test_what_is_meant_as_a_whole_deployment(text: str, whole: bool) -> None:
    assert set(fields("runtime_members", text, "whole")) == {whole}


def test_a_row_points_at_the_value_or_at_what_lacks_it() -> None:
    text = manifest({"schemaVersion": "9", "runtime": {"SETTINGS": {"loggingOptions": []}}})
    found = {row.fields["member"]: row.text for row in seen("runtime_members", text)}
    assert found == {
        "schemaVersion": "9",
        "runtime": '{"SETTINGS": {"loggingOptions": []}}',
        "runtime.type": "runtime",
        "runtime.settings": '{"loggingOptions": []}',
        "runtime.settings.loggingOptions": "[]",
        "systemModules": "properties.desired",
    }


def test_a_row_points_at_a_dotted_key() -> None:
    text = manifest({"schemaVersion": "1.0"}, **{"properties.desired.runtime.type": "x"})
    assert [row.text for row in seen("runtime_members", text) if row.fields["member"] == "runtime.type"] == ["x"]


def test_a_twin_has_the_same_rows() -> None:
    module = {"type": "docker", "settings": {"image": "i"}}
    twin = {"properties": {"desired": {**WHOLE, "schemaVersion": "9", "modules": {"m": module}}}}
    assert fitting(json.dumps(twin), "schemaVersion") == [False]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(bare(), id="createOptions alone"),
        pytest.param('{"modulesContent": {"$edgeAgent": {"properties.desired.schemaVersion": "9"}}}', id="a layer"),
        pytest.param('{"modulesContent": {"$edgeAgent": {}}}', id="an empty layer"),
        pytest.param('{"modulesContent": {"$edgeHub": {"properties.desired": {"schemaVersion": "9"}}}}', id="edgeHub alone"),
        pytest.param('{"modulesContent": {"$edgeAgent": null, "$edgeHub": {}}}', id="null for edgeAgent"),
        pytest.param(manifest(None), id="null for the properties"),
    ],
)  # fmt: skip
def test_without_properties_of_edge_agent_there_are_none(text: str) -> None:
    assert rows("runtime_members", text) == []
