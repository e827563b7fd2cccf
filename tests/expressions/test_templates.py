"""Captures in texts and values."""

from typing import Any

import pytest

from edgelint.expressions.templates import as_text, fill, filled, value

CAPTURES: dict[str, Any] = {
    "text": "a{b}",
    "number": 5,
    "fraction": 1.5,
    "flag": False,
    "list": [1, "é"],
    "object": {"k": None},
    "mapped.number": 18501,
    "empty": "",
    "zero": 0,
}


@pytest.mark.parametrize(
    ("template", "text"),
    [
        pytest.param("no capture", "no capture", id="a plain text"),
        pytest.param("{{text}}", "{text}", id="doubled braces"),
        pytest.param("{{{number}}}", "{5}", id="a capture in braces"),
        pytest.param("{}{A}{a b}{1}", "{}{A}{a b}{1}", id="braces around no name"),
        pytest.param("<{text}>", "<a{b}>", id="what a capture holds is not filled again"),
        pytest.param("{number} {fraction} {flag}", "5 1.5 false", id="numbers and booleans as in JSON"),
        pytest.param("{list} {object}", '[1, "é"] {"k": null}', id="lists and objects as JSON"),
        pytest.param("{mapped.number}", "18501", id="a field of a capture"),
        pytest.param("[{absent}] [{absent.x}]", "[] []", id="an absent capture leaves nothing"),
        pytest.param("[{empty}][{zero}]", "[][0]", id="an empty text and nought are there"),
    ],
)
def test_a_text_is_filled(template: str, text: str) -> None:
    assert fill(template, CAPTURES.get) == text


@pytest.mark.parametrize(
    ("template", "meant"),
    [
        pytest.param("{number}", 5, id="a number"),
        pytest.param("{flag}", False, id="a boolean"),
        pytest.param("{zero}", 0, id="nought"),
        pytest.param("{list}", [1, "é"], id="a list"),
        pytest.param("{object}", {"k": None}, id="an object"),
        pytest.param("{empty}", "", id="an empty text"),
        pytest.param("{number}/tcp", "5/tcp", id="a part of a text becomes text"),
        pytest.param("{absent}/tcp", "/tcp", id="an absent part leaves nothing"),
        pytest.param("{{number}}", "{number}", id="doubled braces are no capture"),
        pytest.param(["{number}", "x{flag}", ["{zero}"]], [5, "xfalse", [0]], id="lists item by item"),
        pytest.param(True, True, id="what is no text"),
        pytest.param(None, None, id="null"),
    ],
)
def test_a_whole_capture_keeps_its_type(template: Any, meant: Any) -> None:
    assert value(template, CAPTURES.get) == meant
    assert type(value(template, CAPTURES.get)) is type(meant)


@pytest.mark.parametrize("template", ["{absent}", ["a", "{absent}"], [["{absent.field}"]]])
def test_a_whole_capture_that_is_absent_is_no_value(template: Any) -> None:
    with pytest.raises(KeyError):
        value(template, CAPTURES.get)


@pytest.mark.parametrize(
    ("found", "text"),
    [(None, ""), (True, "true"), ("", ""), (1, "1"), (2.0, "2.0"), ([], "[]"), ({"a": "é"}, '{"a": "é"}')],
)
def test_a_value_as_people_write_it(found: Any, text: str) -> None:
    assert as_text(found) == text


MEMBERS: dict[str, Any] = {"port": 80, "port.text": "80", "off": False, "zero": 0, "empty": ""}


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        pytest.param({"A": "{port}"}, {"A": 80}, id="a member keeps the type"),
        pytest.param([{"HostPort": "{port.text}"}], [{"HostPort": "80"}], id="an object in a list"),
        pytest.param([[{"A?": "{absent}"}]], [[{}]], id="a list in a list"),
        pytest.param({"A?": "{absent}", "B?": "{off}", "C": 1}, {"C": 1}, id="absent and false members are left out"),
        pytest.param({"A?": "{zero}", "B?": "{empty}"}, {"A": 0, "B": ""}, id="nought and an empty text stay"),
        pytest.param({"A?": {"B": "{absent}"}}, {}, id="an object that needs what is absent"),
    ],
)
def test_a_value_of_members_is_filled(template: Any, expected: Any) -> None:
    assert filled(template, MEMBERS.get) == expected


def test_a_member_that_must_be_there_needs_its_value() -> None:
    with pytest.raises(KeyError):
        filled([{"A": "{absent}"}], MEMBERS.get)
