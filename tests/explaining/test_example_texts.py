"""Fragments of examples as people see them."""

import json

import pytest

from edgelint.explaining.example_texts import fragment_lines
from edgelint.rule_files.yaml_reader import read_yaml


@pytest.mark.parametrize(
    ("fragment", "shown"),
    [
        pytest.param("createOptions: {Env: []}", {"createOptions": {"Env": []}}, id="createOptions alone"),
        pytest.param("env: {A: {}}", {"env": {"A": {}}}, id="a member of a module"),
        pytest.param(
            "{env: {}, createOptions: {}, settings: {image: i}}",
            {"env": {}, "settings": {"image": "i", "createOptions": {}}},
            id="createOptions stand in the settings",
        ),
        pytest.param(
            "module: {settings: {createOptions: x}}", {"settings": {"createOptions": "x"}}, id="a whole module"
        ),
        pytest.param(
            "{name: a, env: {}, createOptions: {}}",
            {"modules": {"a": {"env": {}, "settings": {"createOptions": {}}}}},
            id="a module with its name",
        ),
        pytest.param(
            "{kind: system, createOptions: {}}",
            {"systemModules": {"edgeAgent": {"settings": {"createOptions": {}}}}},
            id="the system module",
        ),
        pytest.param(
            "modules: {a: {createOptions: {}}, edgeHub: {kind: system, env: {}}, b: {}}",
            {"modules": {"a": {"settings": {"createOptions": {}}}, "b": {}}, "systemModules": {"edgeHub": {"env": {}}}},
            id="modules of both kinds",
        ),
        pytest.param(
            "{env: {}, modules: {a: {}}}", {"modules": {"m": {"env": {}}, "a": {}}}, id="a module beside others"
        ),
        pytest.param(
            "{routes: {r: x}, twins: {cam: {a: 1}, $edgeHub: {b: 2}}}",
            {
                "cam": {"properties.desired": {"a": 1}},
                "$edgeHub": {"properties.desired": {"routes": {"r": "x"}, "b": 2}},
            },
            id="routes and twins",
        ),
        pytest.param(
            "{registryCredentials: {acr: {address: a.io}}, modules: {a: {env: {}}}}",
            {
                "modules": {"a": {"env": {}}},
                "runtime": {"settings": {"registryCredentials": {"acr": {"address": "a.io"}}}},
            },
            id="credentials of registries",
        ),
        pytest.param("manifest: {modules: {a: {env: {}}}}", {"modules": {"a": {"env": {}}}}, id="a whole manifest"),
    ],
)
def test_members_stand_where_a_manifest_has_them(fragment: str, shown: object) -> None:
    assert json.loads("\n".join(fragment_lines(read_yaml(fragment).data, 80))) == shown


def test_lines_are_as_short_as_they_can_be() -> None:
    assert fragment_lines({"createOptions": {"Env": ["A=1", "B=2"]}}, 30) == [
        "{",
        '  "createOptions": {',
        '    "Env": ["A=1", "B=2"]',
        "  }",
        "}",
    ]


def test_the_text_of_a_whole_file_stays() -> None:
    assert fragment_lines({"text": "{\n 'a'}\n"}, 1) == ["{", " 'a'}"]
