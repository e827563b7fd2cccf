"""Options: every create option that is set, and what becomes of it."""

from typing import Any

import pytest
from table_rows import Seen, bare, fields, host, seen


def paths(text: str) -> list[str]:
    found: list[str] = fields("options", text, "option")
    return found


@pytest.mark.parametrize(
    ("text", "options"),
    [
        pytest.param('{"HostConfig": {}, "Labels": {"a": {"Env": 1}}}', ["HostConfig", "Labels"], id="labels"),
        pytest.param(
            host(PortBindings={"80": [{"HostPort": "1", "HostIp": ""}]}),
            [
                "HostConfig",
                "HostConfig.PortBindings",
                "HostConfig.PortBindings.*[].HostPort",
                "HostConfig.PortBindings.*[].HostIp",
            ],
            id="port keys",
        ),
        pytest.param(
            host(LogConfig={"Type": "x", "Config": {"max-size": "1"}}),
            ["HostConfig", "HostConfig.LogConfig", "HostConfig.LogConfig.Type", "HostConfig.LogConfig.Config"],
            id="options of a log driver",
        ),
        pytest.param(host(Binds=["a", {"b": 1}]), ["HostConfig", "HostConfig.Binds"], id="items that are no objects"),
        pytest.param(host(Foo={"Bar": 1}), ["HostConfig", "HostConfig.Foo"], id="below an unknown option"),
        pytest.param('{"HostConfig": null}', [], id="no manifest at all"),
        pytest.param(host(Healthcheck=1), ["HostConfig", "HostConfig.Healthcheck"], id="an option of another level"),
        pytest.param(
            host(Mounts=[{"Type": "bind"}, {"Foo": 1}]),
            ["HostConfig", "HostConfig.Mounts", "HostConfig.Mounts[].Type", "HostConfig.Mounts[].Foo"],
            id="items of a list",
        ),
        pytest.param(
            bare(**{"k8s-experimental": {"resources": {"limits": {"cpu": 1}}, "x": 1}}),
            [
                "k8s-experimental",
                "k8s-experimental.resources",
                "k8s-experimental.resources.limits",
                "k8s-experimental.x",
            ],
            id="the Kubernetes section",
        ),
    ],
)
def test_members_are_rows_down_to_what_belongs_to_the_user(text: str, options: list[str]) -> None:
    assert paths(text) == options


@pytest.mark.parametrize(
    ("name", "value", "default"),
    [
        pytest.param("Memory", 1, False, id="a number"),
        pytest.param("Memory", False, False, id="false is no nought"),
        pytest.param("Memory", 0, True, id="nought"),
        pytest.param("Memory", None, True, id="null"),
        pytest.param("Init", 0, False, id="nought is not false"),
        pytest.param("Init", False, True, id="false"),
        pytest.param("CapAdd", ["a"], False, id="a list"),
        pytest.param("CapAdd", [], True, id="an empty list"),
        pytest.param("Foo", None, False, id="an unknown option has none"),
    ],
)
def test_a_value_may_ask_for_nothing(name: str, value: Any, default: bool) -> None:
    assert fields("options", host(**{name: value}), "default")[1:] == [default]


def test_an_option_is_a_row_at_its_value() -> None:
    text = '{"hostconfig": {"shmsize": 64}}'
    _, row = seen("options", text)
    assert {name: row.fields[name] for name in ("option", "name", "key", "value", "default", "kubernetes", "rule")} == {
        "option": "HostConfig.ShmSize",
        "name": "ShmSize",
        "key": "shmsize",
        "value": 64,
        "default": False,
        "kubernetes": "ignored",
        "rule": "ASE311",
    }
    assert (row.text, row.parts) == ("64", {"key": "shmsize"})


def test_an_unknown_option_says_so() -> None:
    _, row = seen("options", host(Bar="x"))
    assert row == Seen(
        {
            "option": "HostConfig.Bar",
            "name": "Bar",
            "key": "Bar",
            "value": "x",
            "default": False,
            "kubernetes": "unknown",
        },
        "x",
        {"key": "Bar"},
    )


def test_a_merged_option_is_one_row_where_it_stands_first() -> None:
    text = '{"HostConfig": {"Memory": 1}, "Env": ["A=1"], "hostconfig": {"memory": 2, "Init": true}}'
    assert [(row.fields["option"], row.fields["key"], row.text) for row in seen("options", text)] == [
        ("HostConfig", "HostConfig", '{"Memory": 1}'),
        ("HostConfig.Memory", "memory", "2"),
        ("HostConfig.Init", "Init", "true"),
        ("Env", "Env", '["A=1"]'),
    ]
