"""Unknown keys: where a key that nobody reads belongs, or what it is likely to mean."""

from typing import Any

import pytest
from table_rows import bare, deployment, fields, host, module, seen

COLUMNS = ("around", "key", "home", "name", "free", "ignored", "suggestion", "renamable")


def found(text: str) -> list[Any]:
    return fields("unknown_keys", text, *COLUMNS)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        pytest.param(
            bare(HostConfir={}),
            ("createOptions", "HostConfir", None, None, None, None, "HostConfig", True),
            id="a misspelt key",
        ),
        pytest.param(
            host(Env=[]), ("HostConfig", "Env", "createOptions", "Env", True, False, None, False), id="a level too deep"
        ),
        pytest.param(
            bare(HostConfig={}, MOUNTS=[]),
            ("createOptions", "MOUNTS", "HostConfig", "Mounts", True, False, None, False),
            id="a level too high, in another letter case",
        ),
        pytest.param(
            bare(HostConfig={"Mounts": []}, Mounts=[]),
            ("createOptions", "Mounts", "HostConfig", "Mounts", False, False, None, False),
            id="the right one is there too",
        ),
        pytest.param(
            host(StopTimeout=5),
            ("HostConfig", "StopTimeout", "createOptions", "StopTimeout", True, True, None, False),
            id="ignored there too",
        ),
        pytest.param(
            bare(Bind=[]),
            ("createOptions", "Bind", None, None, None, None, "Binds in HostConfig", False),
            id="misspelt and misplaced",
        ),
        pytest.param(
            bare(Foo=1), ("createOptions", "Foo", None, None, None, None, None, False), id="nothing is like it"
        ),
        pytest.param(
            host(Mounts=[{"RW": True}]),
            ("an entry of Mounts", "RW", None, None, None, None, None, False),
            id="a mount",
        ),
        pytest.param(
            host(PortBindings={"80": [{"HostPorts": "1"}]}),
            ("an entry of PortBindings", "HostPorts", None, None, None, None, "HostPort", True),
            id="a port",
        ),
        pytest.param(
            host(PortBindings={"binds": []}),
            ("PortBindings", "binds", "HostConfig", "Binds", True, False, None, False),
            id="an option among the ports",
        ),
    ],
)
def test_a_key_that_nobody_reads(text: str, row: Any) -> None:
    assert found(text) == [row]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(bare(Labels={"Binds": 1}, NetworkingConfig={"EndpointsConfig": {"n": {"x": 1}}}), id="free keys"),
        pytest.param(bare(**{"k8s-experimental": {"Env": [], "foo": 1}}), id="the section of Kubernetes"),
        pytest.param(bare(**{"${KEY}": 1}), id="a placeholder"),
        pytest.param(host(PortBindings={"x": []}), id="a port key that is no option"),
        pytest.param(host(LogConfig={"Foo": 1}), id="a level that is not looked at"),
    ],
)
def test_a_key_that_is_no_finding(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("key", "value", "home"),
    [
        pytest.param("env", {"A": {"value": "1"}}, "the module", id="variables of the module"),
        pytest.param("Env", ["A=1"], "createOptions", id="variables of createOptions"),
        pytest.param("HostConfig", {}, "createOptions", id="an option"),
        pytest.param("Privileged", True, "HostConfig", id="an option of HostConfig"),
        pytest.param("restartPolicy", "always", None, id="a member of a module"),
        pytest.param("createOptionsOld", "", None, id="a chunk"),
        pytest.param("auth", "x", None, id="another word"),
    ],
)
def test_an_option_among_the_settings(key: str, value: Any, home: str | None) -> None:
    text = deployment({"m": {"settings": {"image": "i", key: value}}})
    assert fields("unknown_keys", text, "around", "home") == ([("settings", home)] if home else [])


@pytest.mark.parametrize(
    ("text", "default"),
    [
        pytest.param(bare(MemorySwap=0), True, id="the usual number"),
        pytest.param(bare(MemorySwap=-1), False, id="another number"),
        pytest.param(bare(Privileged=0), False, id="no number is false"),
        pytest.param(bare(Mounts=[]), True, id="nothing in a list"),
        pytest.param(host(Env=None), True, id="null"),
        pytest.param(host(Cmd=[]), False, id="an empty command, which is a command"),
        pytest.param(host(PortBindings={"Binds": []}), True, id="among the ports"),
        pytest.param(deployment({"m": {"settings": {"env": {}}}}), True, id="no variables"),
        pytest.param(deployment({"m": {"settings": {"env": {"A": {}}}}}), False, id="variables"),
        pytest.param(bare(Foo=None), None, id="a key that belongs nowhere"),
    ],
)
def test_a_value_asks_for_nothing_in_the_right_place_either(text: str, default: bool | None) -> None:
    assert fields("unknown_keys", text, "default") == [default]


def test_what_an_object_lacks_is_known() -> None:
    text = host(Mounts=[{"type": "bind", "RW": True, "Readonlyy": True, "Sourc": "/a", "TARGET": "/b", "Foo": 1}])
    assert fields("unknown_keys", text, "key", "lacking") == [
        ("RW", ["BindOptions", "Consistency", "ReadOnly", "Source", "TmpfsOptions", "VolumeOptions"]),
        ("Readonlyy", ["BindOptions", "Consistency", "ReadOnly", "Source", "TmpfsOptions", "VolumeOptions"]),
        ("Sourc", ["BindOptions", "Consistency", "Source", "TmpfsOptions", "VolumeOptions"]),
        ("Foo", ["BindOptions", "Consistency", "TmpfsOptions", "VolumeOptions"]),
    ]


def test_variables_that_the_module_has_already_leave_no_room() -> None:
    text = deployment({"m": {"settings": {"image": "i", "env": {}}, "env": {"A": {"value": "1"}}}})
    assert fields("unknown_keys", text, "free") == [False]


def test_a_key_is_a_row_at_its_value_and_key() -> None:
    (row,) = seen("unknown_keys", deployment({"m": module({"HostConfig": {"env": ["A=1"]}})}))
    assert (row.text, row.parts) == ('["A=1"]', {"key": "env"})
