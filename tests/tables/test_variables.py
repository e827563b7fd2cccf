"""Variables: env of a module and createOptions.Env alike."""

from typing import Any

import pytest
from table_rows import Seen, bare, deployment, fields, module, rows, seen


def env(**variables: Any) -> str:
    return deployment({"m": module(env=variables)})


@pytest.mark.parametrize(
    ("entry", "value", "text"),
    [
        pytest.param({"value": "x"}, "x", "x", id="a text"),
        pytest.param({"value": ""}, "", '""', id="an empty text"),
        pytest.param({"value": 5}, "5", "5", id="a number"),
        pytest.param({"value": 1.5}, "1.5", "1.5", id="a fraction"),
        pytest.param({"value": True}, "true", "true", id="a boolean"),
        pytest.param({"value": None}, None, "null", id="null"),
        pytest.param({"value": ["x"]}, None, '["x"]', id="a list"),
        pytest.param({"other": "x"}, None, '{"other": "x"}', id="an object without a value"),
        pytest.param("x", "x", "x", id="a bare text"),
        pytest.param(5, "5", "5", id="a bare number"),
        pytest.param(None, None, "null", id="bare null"),
    ],
)
def test_a_member_of_env_is_a_row(entry: Any, value: str | None, text: str) -> None:
    row = {"module": "m", "list": "env", "name": "A:B", "renamed": "A__B"} | ({} if value is None else {"value": value})
    ((found),) = seen("variables", env(**{"A:B": entry}))
    assert found.fields == row
    assert found.parts == {"name": "A:B", "value": text}


@pytest.mark.parametrize(
    "item",
    [
        pytest.param("NAME", id="no equals sign"),
        pytest.param("", id="nothing"),
        pytest.param("=x", id="no name"),
        pytest.param("${VARIABLE}", id="a placeholder"),
        pytest.param(5, id="a number"),
        pytest.param(None, id="null"),
        pytest.param({"A": "b"}, id="an object"),
    ],
)
def test_an_item_that_sets_nothing_gives_no_row(item: Any) -> None:
    assert rows("variables", bare(Env=[item])) == []


@pytest.mark.parametrize(
    ("item", "name", "value"),
    [
        pytest.param("A=b", "A", "b", id="name and value"),
        pytest.param("A=", "A", "", id="an empty value"),
        pytest.param("A=b=c", "A", "b=c", id="an equals sign in the value"),
        pytest.param("A==", "A", "=", id="a value that is one"),
        pytest.param("A B=c", "A B", "c", id="a blank in the name"),
        pytest.param("${N}=$V", "${N}", "$V", id="placeholders"),
    ],
)
def test_an_item_of_env_is_a_row(item: str, name: str, value: str) -> None:
    row = {"list": "Env", "name": name, "value": value}
    assert seen("variables", bare(Env=[item])) == [Seen(row, item, {"name": name, "value": value})]


def test_parts_of_an_item_are_found_through_escapes() -> None:
    (row,) = seen("variables", '{"HostConfig": {}, "env": ["\\u0041=\\\\\\"b"]}')
    assert (row.fields["value"], row.parts) == ('\\"b', {"name": "\\u0041", "value": '\\\\\\"b'})


def test_the_module_comes_before_its_options() -> None:
    text = deployment({"m": module({"Env": ["A=1"]}, env={"A": {"value": "2"}})})
    assert fields("variables", text, "list", "value") == [("env", "2"), ("Env", "1")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(deployment({"m": module(env=[])}), id="env as a list"),
        pytest.param(deployment({"m": module(env=None)}), id="env as null"),
        pytest.param(deployment({"m": {"settings": {"env": {"A": {"value": "b"}}}}}), id="env under settings"),
        pytest.param(bare(Env="A=b"), id="Env as a text"),
        pytest.param(bare(Env={"A": "b"}), id="Env as an object"),
        pytest.param(bare(HostConfig={"Env": ["A=b"]}), id="Env in HostConfig"),
    ],
)
def test_what_sets_nothing_gives_no_row(text: str) -> None:
    assert rows("variables", text) == []


@pytest.mark.parametrize(
    ("kind", "name", "overwritten"),
    [
        pytest.param("user", "m", ["IOTEDGE_DEVICEID", "EdgeDeviceHostName", "IOTEDGE_GATEWAYHOSTNAME"], id="a module"),
        pytest.param(
            "user", "edgeHub", ["IOTEDGE_DEVICEID", "EdgeDeviceHostName", "IOTEDGE_GATEWAYHOSTNAME"], id="a name"
        ),
        pytest.param("system", "edgeHub", ["IOTEDGE_DEVICEID", "EdgeDeviceHostName"], id="edgeHub"),
        pytest.param("system", "edgeAgent", ["IOTEDGE_DEVICEID", "EdgeDeviceHostName", "K8sNamespace"], id="edgeAgent"),
    ],
)
def test_the_agent_overwrites_variables_of_its_own(kind: str, name: str, overwritten: list[str]) -> None:
    names = ("IOTEDGE_DEVICEID", "EdgeDeviceHostName", "IOTEDGE_GATEWAYHOSTNAME", "K8sNamespace", "RuntimeLogLevel")
    others = ("iotedge_deviceid", "IOTEDGE_TIMEOUT", "EDGEDEVICEHOSTNAME")
    entry = module(env={key: {"value": "x"} for key in (*names, *others)})
    text = deployment({name: entry} if kind == "user" else {}, system={name: entry} if kind == "system" else None)
    found = fields("variables", text, "name", "overwritten")
    assert [key for key, is_overwritten in found if is_overwritten] == overwritten


def test_a_variable_may_be_lost_twice() -> None:
    text = bare(Env=["IOTEDGE_MODULEID=a", "IOTEDGE_MODULEID=b"])
    assert fields("variables", text, "replaced", "overwritten") == [(True, True), (None, True)]


@pytest.mark.parametrize(
    ("name", "renamed"),
    [
        pytest.param("A_:B", None, id="an underscore before the colon, which .NET would take for its half"),
        pytest.param("A__:B", "A____B", id="two underscores, a colon of .NET by themselves"),
        pytest.param("A:_B", "A___B", id="an underscore behind the colon"),
        pytest.param("A__B:C", "A__B__C", id="both ways to write a level"),
        pytest.param("A__B", None, id="no colon"),
    ],
)
def test_two_underscores_take_the_place_of_a_colon_where_net_reads_them_alike(name: str, renamed: str | None) -> None:
    assert [row.fields.get("renamed") for row in rows("variables", bare(Env=[f"{name}=1"]))] == [renamed]
