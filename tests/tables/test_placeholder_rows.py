"""The placeholders of a module."""

from typing import Any

import pytest
from table_rows import bare, deployment, fields, module, seen


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        pytest.param({"Env": ["A=${X}"]}, [("createOptions", "${X}", "braces")], id="a variable"),
        pytest.param(
            {"Cmd": ["${X}"], "entrypoint": ["<x>"]},
            [("command", "${X}", "braces"), ("command", "<x>", "angles")],
            id="arguments",
        ),
        pytest.param(
            {"Labels": {"<k>": "$V"}},
            [("createOptions", "<k>", "angles"), ("createOptions", "$V", "other")],
            id="a key",
        ),
        pytest.param(
            {"Env": ["A=${X}${Y}"]},
            [("createOptions", "${X}", "braces"), ("createOptions", "${Y}", "braces")],
            id="two",
        ),
        pytest.param({"Env": ["A=$edgeHub", "B={{iot:identity}}"]}, [], id="words of IoT Edge"),
    ],
)
def test_placeholders_of_the_options(options: dict[str, Any], expected: list[tuple[str, str, str]]) -> None:
    assert fields("placeholders", bare(**options), "source", "placeholder", "form") == expected


def test_placeholders_of_a_module() -> None:
    text = deployment({"m": module({}, image="<r>/${M}", env={"A": {"value": "b ${A}"}}, status="${S}")})
    found = [(row.fields["source"], row.fields["text"], row.text) for row in seen("placeholders", text)]
    assert found == [("image", "<r>/${M}", "<r>"), ("image", "<r>/${M}", "${M}"), ("env", "b ${A}", "${A}")]


@pytest.mark.parametrize(
    ("options", "placeholder"),
    [
        pytest.param("<create options>", "<create options>", id="the whole text"),
        pytest.param('{"HostConfig": ${H}}', "${H}", id="a value without quotes"),
        pytest.param('{"Env": [] ${MORE} "x"}', "${MORE}", id="in a text that cannot be read for it"),
    ],
)
def test_a_placeholder_in_place_of_options(options: str, placeholder: str) -> None:
    text = deployment({"m": module(options)})
    assert [row.text for row in seen("placeholders", text)] == [placeholder]
