"""Options: every create option that is set, and what becomes of it."""

from typing import Any

import pytest
from table_rows import Seen, bare, deployment, fields, host, module, seen

from edgelint.platforms.docker_options import levels


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
            "level": "HostConfig",
            "name": "Bar",
            "key": "Bar",
            "value": "x",
            "default": False,
            "kubernetes": "unknown",
            "members": ", ".join(levels()["HostConfig"].members),
            "lacking": sorted(levels()["HostConfig"].members),
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


@pytest.mark.parametrize(
    ("name", "value", "fits"),
    [
        pytest.param("Init", "TRUE ", True, id="a boolean as a text"),
        pytest.param("Init", "yes", False, id="a word for a boolean"),
        pytest.param("OomScoreAdj", "-5", True, id="a number as a text"),
        pytest.param("OomScoreAdj", True, True, id="a boolean for a number, which counts as 1"),
        pytest.param("OomScoreAdj", None, False, id="null for a number"),
        pytest.param("RestartPolicy", {"Name": "x"}, False, id="a wrong value inside"),
        pytest.param("CapAdd", "X", False, id="a text for a list"),
        pytest.param("CapAdd", [{"X": 1}], False, id="an object in a list of texts"),
        pytest.param("Ulimits", [{"Name": "nofile"}], True, id="an object in a list of objects"),
        pytest.param("Ulimits", ["nofile"], False, id="a text in a list of objects"),
        pytest.param("Sysctls", ["a"], False, id="a list for a map"),
        pytest.param("UTSMode", ["a"], False, id="a list for a text"),
        pytest.param("UTSMode", 5, True, id="a number for a text"),
        pytest.param("UTSMode", "${MODE}", False, id="a placeholder"),
        pytest.param("MaskedPaths", "x", True, id="an option that the runtime has no member for"),
        pytest.param("Foo", "x", None, id="no option"),
    ],
)
def test_a_value_may_be_of_a_type_that_the_runtime_refuses(name: str, value: Any, fits: bool | None) -> None:
    assert fields("options", host(**{name: value}), "fits")[1] is fits


@pytest.mark.parametrize(
    ("section", "suggestions"),
    [
        pytest.param({"service-options": 1}, ["serviceOptions"], id="a hyphen"),
        pytest.param({"deploymentStrategy": 1}, ["strategy"], id="a word in front"),
        pytest.param({"volume": 1}, ["volumes"], id="a letter too few"),
        pytest.param({"affinity": 1}, [None], id="nothing is near"),
        pytest.param({"volume": 1, "volumes": []}, [None], id="the key is there"),
        pytest.param({"volume": 1, "volumess": 1}, ["volumes", None], id="an earlier key means it"),
    ],
)
def test_an_unknown_key_may_mean_a_known_one(section: dict[str, Any], suggestions: list[str | None]) -> None:
    found = fields("options", bare(**{"k8s-experimental": section}), "kubernetes", "suggestion")
    assert [suggestion for kubernetes, suggestion in found if kubernetes == "unknown"] == suggestions


def test_an_unknown_key_tells_the_known_ones_of_its_level() -> None:
    found = fields("options", bare(**{"k8s-experimental": {"resources": {"x": 1}}}), "level", "members")
    assert found[1:] == [("k8s-experimental", None), ("k8s-experimental.resources", "limits, requests")]


@pytest.mark.parametrize(
    ("user", "uid", "gid"),
    [
        pytest.param("1000", 1000, None, id="a number"),
        pytest.param(1000, 1000, None, id="a JSON number"),
        pytest.param("0:0", 0, 0, id="a number and a group"),
        pytest.param("node", None, None, id="a name"),
        pytest.param("1000:node", None, None, id="a name of a group"),
        pytest.param("1000:", None, None, id="an empty group"),
        pytest.param("-1", None, None, id="below 0"),
        pytest.param(["1"], None, None, id="a list"),
    ],
)
def test_a_user_may_be_a_number(user: Any, uid: int | None, gid: int | None) -> None:
    assert fields("options", bare(User=user), "uid", "gid")[1] == (uid, gid)


def test_a_word_that_is_no_json_is_no_row_unless_it_is_read_as_null() -> None:
    options = '{"Cmd": NaN, "Entrypoint": undefined, "WorkingDir": null, "Foo": NaN}'
    assert fields("options", deployment({"m": module(options)}), "name") == ["Entrypoint", "WorkingDir", "Foo"]
