"""Typed values: what stands in createOptions and env where the runtime wants a type."""

from typing import Any

import pytest
from table_rows import bare, deployment, fields, host, module, seen


def misfits(text: str, *names: str) -> list[Any]:
    return [
        found[1:] if len(names) > 1 else found[1]
        for found in fields("typed_values", text, "fits", *names)
        if not found[0]
    ]


@pytest.mark.parametrize(
    ("text", "path", "wanted", "found"),
    [
        pytest.param(host(Memory=None), "HostConfig.Memory", "a number", "null", id="null for a number"),
        pytest.param(host(ShmSize="256m"), "HostConfig.ShmSize", "a number", '"256m"', id="a word for a number"),
        pytest.param(host(Init=""), None, None, None, id="an empty text for a boolean that may be null"),
        pytest.param(
            host(Privileged=""), "HostConfig.Privileged", "true or false", "an empty text", id="an empty text"
        ),
        pytest.param(
            host(Binds="x" * 41), "HostConfig.Binds", "a list of texts", "a text", id="a long text is not told"
        ),
        pytest.param(host(Binds="a\nb"), "HostConfig.Binds", "a list of texts", "a text", id="nor one of two lines"),
        pytest.param(host(Sysctls=[]), "HostConfig.Sysctls", "an object", "a list", id="a list for a map"),
        pytest.param(host(Dns=[{}]), "HostConfig.Dns[0]", "a text", "an object", id="an item"),
        pytest.param(
            bare(ExposedPorts={"80/tcp": False}),
            "ExposedPorts['80/tcp']",
            "an object",
            "false",
            id="the value of a key",
        ),
        pytest.param(bare(Labels={"a.b": []}), "Labels['a.b']", "a text", "a list", id="a key with a dot"),
    ],
)
def test_a_misfit_is_told_in_words(text: str, path: str | None, wanted: str | None, found: str | None) -> None:
    assert misfits(text, "path", "wanted", "found") == ([(path, wanted, found)] if path else [])


def test_the_section_of_kubernetes_is_left_out() -> None:
    assert fields("typed_values", bare(**{"k8s-experimental": {"resources": "x"}}), "path") == []


@pytest.mark.parametrize(
    ("env", "found"),
    [
        pytest.param({"A": {"value": 5}, "B": {"value": None}, "C": {}, "D": None}, [], id="what is taken"),
        pytest.param({"A": "x", "B": 5}, [("env.A", '"x"'), ("env.B", "5")], id="bare values"),
        pytest.param({"A": "${A}"}, [], id="a placeholder"),
        pytest.param(
            {"A": {"Value": []}}, [("env.A.Value", "a list")], id="a list as value, its key in any letter case"
        ),
        pytest.param([{"A": "x"}], [("env", "a list")], id="no object at all"),
        pytest.param(None, [], id="null"),
    ],
)
def test_variables_are_objects_with_a_scalar(env: Any, found: list[Any]) -> None:
    assert misfits(deployment({"m": module(env=env)}), "path", "found") == found


def test_a_value_is_a_row_where_it_stands() -> None:
    found = [(row.fields["option"], row.text) for row in seen("typed_values", '{"hostconfig": {"binds": ["a", null]}}')]
    assert found == [
        ("HostConfig", '{"binds": ["a", null]}'),
        ("HostConfig.Binds", '["a", null]'),
        ("HostConfig.Binds[]", "a"),
        ("HostConfig.Binds[]", "null"),
    ]
