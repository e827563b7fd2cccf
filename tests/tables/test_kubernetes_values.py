"""Kubernetes values: what the agent can read under k8s-experimental, by the type that it wants."""

from typing import Any

import pytest
from table_rows import Seen, bare, fields, seen


def section(value: Any) -> str:
    return bare(HostConfig={}, **{"k8s-experimental": value})


def unfit(value: Any) -> list[tuple[str, str | int, str]]:
    found = fields("kubernetes_values", section(value), "level", "name", "wanted", "fits")
    return [(level, name, wanted) for level, name, wanted, fits in found if not fits]


def test_values_are_rows_down_to_what_belongs_to_the_user() -> None:
    text = '{"k8s-experimental": {"NodeSelector": {"a": "b"}, "foo": 1, "strategy": "x", "resources": {"limits": {"cpu": []}}}}'
    assert [(row.fields["level"], row.fields["name"]) for row in seen("kubernetes_values", text)] == [
        ("", "k8s-experimental"),
        ("k8s-experimental", "nodeSelector"),
        ("k8s-experimental.nodeSelector", "a"),
        ("k8s-experimental", "resources"),
        ("k8s-experimental.resources", "limits"),
    ]


def test_an_item_is_a_row() -> None:
    rows = seen("kubernetes_values", section({"volumes": ["x"]}))
    assert rows[-1] == Seen(
        {"level": "k8s-experimental.volumes", "name": 0, "value": "x", "wanted": "object", "fits": False}, "x", {}
    )


@pytest.mark.parametrize("value", [None, "", "${SECTION}", {}])
def test_a_section_fits(value: Any) -> None:
    assert unfit(value) == []


@pytest.mark.parametrize("value", ["x", 5, True, [{}]])
def test_a_section_that_is_no_object_does_not_fit(value: Any) -> None:
    assert unfit(value) == [("", "k8s-experimental", "object")]


@pytest.mark.parametrize(
    ("value", "level", "name"),
    [
        *(({name: "x"}, "", name) for name in ("resources", "nodeSelector", "securityContext", "serviceOptions")),
        ({"resources": {"limits": []}}, ".resources", "limits"),
        ({"resources": {"requests": 5}}, ".resources", "requests"),
        ({"securityContext": {"seLinuxOptions": "x"}}, ".securityContext", "seLinuxOptions"),
        ({"securityContext": {"sysctls": ["a=b"]}}, ".securityContext.sysctls", 0),
        ({"volumes": [{"volume": "v"}]}, ".volumes[]", "volume"),
        ({"volumes": [{"volumeMounts": ["v"]}]}, ".volumes[].volumeMounts", 0),
        ({"volumes": [{"volume": {"emptyDir": True}}]}, ".volumes[].volume", "emptyDir"),
        ({"volumes": [{"volume": {"csi": "x"}}]}, ".volumes[].volume", "csi"),
        ({"volumes": [{"volume": {"secret": {"items": ["x"]}}}]}, ".volumes[].volume.secret.items", 0),
    ],
)
def test_an_object_is_wanted(value: Any, level: str, name: str | int) -> None:
    assert unfit(value) == [(f"k8s-experimental{level}", name, "object")]


@pytest.mark.parametrize(
    ("value", "level", "name"),
    [
        ({"volumes": {}}, "", "volumes"),
        ({"volumes": [{"volumeMounts": {}}]}, ".volumes[]", "volumeMounts"),
        ({"securityContext": {"supplementalGroups": 5}}, ".securityContext", "supplementalGroups"),
        ({"securityContext": {"sysctls": "a"}}, ".securityContext", "sysctls"),
        ({"volumes": [{"volume": {"configMap": {"items": {}}}}]}, ".volumes[].volume.configMap", "items"),
    ],
)
def test_a_list_is_wanted(value: Any, level: str, name: str) -> None:
    assert unfit(value) == [(f"k8s-experimental{level}", name, "list")]


@pytest.mark.parametrize("value", [1, 1.5, True, "1000", " -5 ", "", None, "${UID}"])
def test_a_number_fits(value: Any) -> None:
    assert unfit({"securityContext": {"runAsUser": value, "supplementalGroups": [value]}}) == []


@pytest.mark.parametrize("value", ["root", "1.5", "1e3", "0x10", [1], {}])
def test_a_word_is_no_number(value: Any) -> None:
    levels = [("k8s-experimental.securityContext", name) for name in ("runAsUser", "runAsGroup", "fsGroup")]
    assert unfit({"securityContext": {name: value for _, name in levels}}) == [(*level, "number") for level in levels]


@pytest.mark.parametrize("value", [True, 0, "true", " False ", "", None, "$ROOT"])
def test_a_boolean_fits(value: Any) -> None:
    mount = {"volumeMounts": [{"readOnly": value}]}
    assert unfit({"securityContext": {"runAsNonRoot": value}, "volumes": [mount]}) == []


@pytest.mark.parametrize("value", ["yes", "1", [], {}])
def test_a_word_is_no_boolean(value: Any) -> None:
    assert unfit(
        {"securityContext": {"runAsNonRoot": value}, "volumes": [{"volumeMounts": [{"readOnly": value}]}]}
    ) == [
        ("k8s-experimental.securityContext", "runAsNonRoot", "boolean"),
        ("k8s-experimental.volumes[].volumeMounts[]", "readOnly", "boolean"),
    ]


@pytest.mark.parametrize("value", ["x", 5, True, None])
def test_a_text_fits(value: Any) -> None:
    assert unfit({"nodeSelector": {"a": value}, "serviceOptions": {"type": value}}) == []


@pytest.mark.parametrize("value", [["x"], {"b": 1}])
def test_a_list_or_object_is_no_text(value: Any) -> None:
    assert unfit({"nodeSelector": {"a": value}, "volumes": [{"volume": {"name": value}}]}) == [
        ("k8s-experimental.nodeSelector", "a", "text"),
        ("k8s-experimental.volumes[].volume", "name", "text"),
    ]


def test_what_other_tables_know_is_left_to_them() -> None:
    empty_dir = {"name": "v", "emptyDir": {"sizeLimit": [1]}, "foo": []}
    value = {
        "resources": {"limits": {"cpu": [1]}, "claims": 5},
        "volumes": [{"volume": empty_dir}],
        "strategy": [1],
        "x": 1,
    }
    assert unfit(value) == []
