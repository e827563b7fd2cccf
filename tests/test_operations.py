"""The values that fixes put in, with their captures filled."""

from typing import Any

import pytest

from edgelint.operations import filled

CAPTURES: dict[str, Any] = {"port": 80, "port.text": "80", "off": False, "zero": 0, "empty": ""}


@pytest.mark.parametrize(
    ("template", "value"),
    [
        pytest.param({"A": "{port}"}, {"A": 80}, id="a member keeps the type"),
        pytest.param([{"HostPort": "{port.text}"}], [{"HostPort": "80"}], id="an object in a list"),
        pytest.param([[{"A?": "{absent}"}]], [[{}]], id="a list in a list"),
        pytest.param({"A?": "{absent}", "B?": "{off}", "C": 1}, {"C": 1}, id="absent and false members are left out"),
        pytest.param({"A?": "{zero}", "B?": "{empty}"}, {"A": 0, "B": ""}, id="nought and an empty text stay"),
        pytest.param({"A?": {"B": "{absent}"}}, {}, id="an object that needs what is absent"),
    ],
)
def test_a_value_is_filled(template: Any, value: Any) -> None:
    assert filled(template, CAPTURES.get) == value


def test_a_member_that_must_be_there_needs_its_value() -> None:
    with pytest.raises(KeyError):
        filled([{"A": "{absent}"}], CAPTURES.get)
