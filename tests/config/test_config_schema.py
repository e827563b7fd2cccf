"""The JSON Schema of configurations says what the reader says."""

import json
import tomllib
from typing import Any

import pytest
from command_line import run
from jsonschema import Draft202012Validator  # type: ignore[import-untyped] # jsonschema ships no types
from test_config_reader import TOML, YAML

from edgelint.config.format import CONFIGURATION
from edgelint.rule_files.yaml_reader import read_yaml


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    ran = run("schema", "config")
    assert (ran.status, ran.stderr) == (0, "")
    data = json.loads(ran.stdout)
    Draft202012Validator.check_schema(data)
    return Draft202012Validator(data)


def test_the_schema_names_its_kind_and_itself(schema: Draft202012Validator) -> None:
    assert schema.schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema.schema["title"] == "edgelint configuration"


def test_every_key_is_described(schema: Draft202012Validator) -> None:
    found = list(descriptions(schema.schema))
    assert len(found) == 19
    assert [text for text in found if not text or text.endswith(".")] == []


def descriptions(schema: Any) -> Any:
    if isinstance(schema, dict):
        yield from (each.get("description", "") for each in schema.get("properties", {}).values())
        for key, value in schema.items():
            yield from descriptions(list(value.values()) if key == "properties" else value)
    elif isinstance(schema, list):
        for item in schema:
            yield from descriptions(item)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(read_yaml(YAML).data, id="all keys, of YAML"),
        pytest.param(
            json.loads(json.dumps(tomllib.loads(TOML)["tool"]["edgelint"], default=str)), id="all keys, of TOML"
        ),
        pytest.param({}, id="nothing"),
        pytest.param({"ignore": []}, id="an empty list"),
    ],
)
def test_what_is_right_fits(schema: Draft202012Validator, data: Any) -> None:
    assert list(CONFIGURATION.check(data, ())) == []
    schema.validate(data)


@pytest.mark.parametrize(
    "text",
    [
        "selekt: x",
        "select: []",
        "select: 1",
        "ignore: ' '",
        "severity: {ASE1: warn}",
        "fail-on: off",
        "baseline: []",
        "overrides: {}",
        "overrides: [{}]",
        "overrides: [{files: x, expires: y}]",
        "suppressions: [{rule: x}]",
        "suppressions: [{reason: x}]",
        "suppressions: [{rule: x, reason: ''}]",
        "suppressions: [{rule: x, reason: y, expires: 2027-1-31}]",
        "[]",
    ],
)
def test_what_is_wrong_does_not_fit(schema: Draft202012Validator, text: str) -> None:
    data = read_yaml(text).data
    assert list(CONFIGURATION.check(data, ())) != []
    assert not schema.is_valid(data)
