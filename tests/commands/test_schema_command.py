"""`edgelint schema`: schemas that fit what they describe."""

import json

import pytest
from command_line import BINDS, lint, manifest, run, write
from jsonschema import Draft202012Validator  # type: ignore[import-untyped] # jsonschema ships no types

from edgelint.rule_files.yaml_reader import read_yaml

pytestmark = pytest.mark.usefixtures("folder")


def validator(name: str) -> Draft202012Validator:
    schema = json.loads(run("schema", name).stdout)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_a_rule_fits_the_schema_of_rules() -> None:
    validator("rule").validate(read_yaml(BINDS).data)


def test_a_report_fits_the_schema_of_reports() -> None:
    report = json.loads(lint("--output-format", "json", write("a.json", manifest())).stdout)
    validator("report").validate(report)


@pytest.mark.parametrize("arguments", [[], ["manifest"]])
def test_another_format_has_no_schema(arguments: list[str]) -> None:
    ran = run("schema", *arguments)
    assert (ran.status, ran.stdout) == (2, "")
