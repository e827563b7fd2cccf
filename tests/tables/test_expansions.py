"""Expansions: what Kubernetes makes of dollars, and where it knows a variable."""

from typing import Any

import pytest
from table_rows import Seen, bare, deployment, fields, host, module, rows, seen


def reference(name: str, expanded: str) -> dict[str, str]:
    text = f"$({name})"
    return {"kind": "reference", "text": text, "name": name, "expanded": expanded, "escaped": "$" + text}


@pytest.mark.parametrize("name", ["Entrypoint", "Cmd"])
def test_a_command_knows_all_variables(name: str) -> None:
    text = deployment({"m": module({name: ["-a=$(A)/$(B)"], "Env": ["B=1"]}, env={"A": {"value": "1"}})})
    first, second = seen("expansions", text)
    assert first.fields == {"module": "m", "list": name, **reference("A", "always")}
    assert second.fields == {"module": "m", "list": name, **reference("B", "always")}
    assert [(row.text, row.parts) for row in (first, second)] == [
        ("-a=$(A)/$(B)", {"text": "$(A)"}),
        ("-a=$(A)/$(B)", {"text": "$(B)"}),
    ]


@pytest.mark.parametrize(
    ("name", "expanded"),
    [
        pytest.param("A", "always", id="a variable of the module"),
        pytest.param("a", "never", id="another letter case"),
        pytest.param("date", "never", id="a command of the shell"),
        pytest.param("IOTEDGE_DEVICEID", "always", id="a variable of the agent"),
        pytest.param("IOTEDGE_GATEWAYHOSTNAME", "always", id="a variable of modules alone"),
        pytest.param("K8sNamespace", "never", id="a variable of edgeAgent alone"),
        pytest.param("", "never", id="no name"),
    ],
)
def test_what_a_command_knows(name: str, expanded: str) -> None:
    assert fields("expansions", bare(Env=["A=1"], Cmd=[f"$({name})"]), "expanded") == [expanded]


def test_a_variable_of_options_knows_what_stands_in_front_of_it() -> None:
    options = {"Env": ["A=$(A)$(M)$(B)$(IOTEDGE_DEVICEID)", "B=$(A)$(B)"]}
    text = deployment({"m": module(options, env={"M": {"value": "1"}})})
    assert fields("expansions", text, "name", "expanded") == [
        ("A", "never"),
        ("M", "always"),
        ("B", "never"),
        ("IOTEDGE_DEVICEID", "never"),
        ("A", "always"),
        ("B", "never"),
    ]


def test_a_variable_of_the_module_may_know_another_of_them() -> None:
    env = {"M": {"value": "$(N)"}, "N": {"value": "$(M)$(N)$(A)"}}
    text = deployment({"m": module({"Env": ["A=1"]}, env=env)})
    assert fields("expansions", text, "list", "name", "expanded") == [
        ("env", "N", "sometimes"),
        ("env", "M", "sometimes"),
        ("env", "N", "never"),
        ("env", "A", "never"),
    ]


def test_a_row_of_env_stands_at_the_value() -> None:
    text = '{"HostConfig": {}, "Env": ["A=1", "B=\\u0024(A)\\"$$"]}'
    columns = {"list": "Env", **reference("A", "always")}
    first, second = seen("expansions", text)
    assert first == Seen(columns, '\\u0024(A)\\"$$', {"text": "\\u0024(A)"})
    assert second.parts == {"text": "$$"}


@pytest.mark.parametrize(
    ("value", "found"),
    [
        pytest.param("a$$b", [("$$", "$", "$$$$")], id="two"),
        pytest.param("$$", [("$$", "$", "$$$$")], id="two alone"),
        pytest.param("a$$$b", [("$$$", "$$", "$$$$$$")], id="three"),
        pytest.param("$$$(A)", [("$$$", "$$", "$$$$$$")], id="three in front of a name"),
        pytest.param("$$(", [("$$", "$", "$$$$")], id="a parenthesis that does not close"),
        pytest.param("a$b $", [], id="single ones"),
        pytest.param("$$(A)", [], id="an escaped reference"),
        pytest.param("a$$$$b", [], id="four"),
        pytest.param("$$${A}", [], id="braces"),
        pytest.param("${A}", [], id="a placeholder"),
        pytest.param("$(", [], id="one that does not close"),
    ],
)
def test_dollars(value: str, found: list[Any]) -> None:
    assert fields("expansions", bare(Env=["A=" + value]), "text", "result", "escaped") == found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(bare(Env=["A=$$", "A=1"]), id="a variable that a later one replaces"),
        pytest.param(bare(Env=["IOTEDGE_DEVICEID=$$"]), id="a variable that the agent sets"),
        pytest.param(bare(Env=["$$=1", "$$"]), id="no value"),
        pytest.param(bare(Cmd="$$", Entrypoint=[["$$"]]), id="no list of texts"),
        pytest.param(bare(Labels={"a": "$$"}, WorkingDir="$$"), id="what is not expanded"),
        pytest.param(host(Binds=["$$:$(A)"]), id="HostConfig"),
        pytest.param(deployment({"m": module(env={"A": {"value": None}, "B": {"value": 5}})}), id="no text"),
    ],
)
def test_what_is_not_expanded_gives_no_row(text: str) -> None:
    assert rows("expansions", text) == []
