"""Strings: every text of a manifest, once, with where it stands."""

import pytest
from table_rows import Seen, bare, deployment, fields, module, rows, seen


def test_texts_of_a_module_come_in_the_order_env_options_image_twin() -> None:
    one = module({"Cmd": ["c", {"d": ["e"]}], "Labels": {"f": "g"}}, image="i:1", env={"A": {"value": "a"}, "B": "b"})
    text = deployment({"m": one}, content={"m": {"properties.desired": {"x": [{"y": "t"}]}}})
    assert fields("strings", text, "source", "text") == [
        ("env", "a"),
        ("env", "b"),
        ("createOptions", "c"),
        ("createOptions", "e"),
        ("createOptions", "g"),
        ("image", "i:1"),
        ("twin", "t"),
    ]


def test_a_text_is_a_row_where_it_stands() -> None:
    text = '{"HostConfig": {"Binds": ["a\\\\b"]}, "cmd": [""]}'
    assert seen("strings", text) == [
        Seen({"source": "createOptions", "text": "a\\b"}, "a\\\\b", {}),
        Seen({"source": "createOptions", "text": ""}, '""', {}),
    ]


def test_twins_without_a_module_and_routes_come_last() -> None:
    hub = {"properties.desired": {"routes": {"r": "x", "s": {"route": "y", "priority": 0}}}}
    twin = {"properties.desired": {"a": "t"}}
    text = deployment(
        {"m": module()}, system={"edgeHub": module()}, content={"$edgeHub": hub, "n": twin, "edgeHub": twin}
    )
    assert fields("strings", text, "module", "source", "text") == [
        ("edgeHub", "image", "i"),
        ("m", "image", "i"),
        ("n", "twin", "t"),
        ("edgeHub", "twin", "t"),
        (None, "route", "x"),
        (None, "route", "y"),
    ]


def test_a_layered_twin_is_found_at_its_key() -> None:
    text = '{"modulesContent": {"$edgeAgent": {}, "m": {"properties.desired.a.b": "x"}}}'
    assert seen("strings", text) == [Seen({"module": "m", "source": "twin", "text": "x"}, "x", {})]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(bare(Labels={"key": 5}, Cmd=[None, True, 1.5]), id="keys, numbers and booleans"),
        pytest.param(deployment({"m": {"type": "docker", "settings": None}}), id="other members of a module"),
        pytest.param(deployment({"m": {"settings": {"image": 5, "env": {"A": "b"}}}}), id="other members of settings"),
        pytest.param(deployment({"m": {"settings": {"createOptions": "{"}}}), id="options that cannot be read"),
    ],
)
def test_what_is_no_text_gives_no_row(text: str) -> None:
    assert rows("strings", text) == []
