"""The texts that the runtime makes of values which are none."""

from typing import Any

import pytest

from edgelint.manifests.joining import chunk_text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("", ""),
        (None, ""),
        (" x", " x"),
        (5, "5"),
        (5.0, "5"),
        (-1.5, "-1.5"),
        (True, "True"),
        (False, "False"),
        ({}, "{}"),
        ([], "[]"),
        ({"a": [True]}, '{\n  "a": [\n    true\n  ]\n}'),
    ],
)
def test_a_value_becomes_a_text(value: Any, text: str) -> None:
    assert chunk_text(value) == text
