"""Faults of the file's text, and how the createOptions of each module read."""

from typing import Any

import pytest
from table_rows import Seen, deployment, fields, host, rows, seen


def settings(**members: Any) -> str:
    return deployment({"m": {"settings": members}})


@pytest.mark.parametrize(
    ("text", "row", "characters"),
    [
        pytest.param(settings(), {"form": "missing", "state": "none"}, "{}", id="missing, at the settings"),
        pytest.param(settings(createOptions=""), {"form": "text", "state": "none"}, '""', id="an empty text"),
        pytest.param(settings(createOptions="{}"), {"form": "text", "state": "read"}, "{}", id="a text"),
        pytest.param(settings(createOptions={}), {"form": "object", "state": "read"}, "{}", id="an object"),
        pytest.param(
            settings(createOptions="<x>"), {"form": "text", "state": "placeholder"}, "<x>", id="a placeholder"
        ),
        pytest.param(
            settings(createOptions="[]"), {"form": "text", "state": "not-object", "found": "a list"}, "[]", id="a list"
        ),
        pytest.param(
            settings(createOptions=5),
            {"form": "object", "state": "not-object", "found": "a number"},
            "5",
            id="a number",
        ),
        pytest.param(
            settings(createOptions='"{}"'), {"form": "text", "state": "encoded-twice"}, '"{}"', id="encoded twice"
        ),
        pytest.param(
            settings(createOptions='{"a": x}'),
            {"form": "text", "state": "broken", "reason": 'expected a value, found "x"'},
            "x",
            id="broken, at the fault",
        ),
        pytest.param(
            settings(createOptions='{"a":/*c*/1}'),
            {"form": "text", "state": "refused", "reason": "comment before the value of a"},
            "/",
            id="refused, at the comment",
        ),
        pytest.param(
            settings(createOptions='{"a":', createOptions01=1, createOptions02="}"),
            {"form": "joined", "state": "read"},
            "1",
            id="joined, at what is no text",
        ),
        pytest.param(
            settings(createOptions='{"a":', createOptions01=" +1}"),
            {"form": "chunks", "state": "broken", "reason": 'expected a value, found "+"'},
            "+",
            id="broken in the second chunk",
        ),
    ],
)
def test_the_options_of_a_module_read_somehow(text: str, row: dict[str, Any], characters: str) -> None:
    assert seen("texts", text) == [Seen({"module": "m", **row}, characters, {})]


@pytest.mark.parametrize(
    ("options", "liberty", "characters"),
    [
        pytest.param({"createOptions": '{"a": 1,}'}, "comma before }", ",", id="a comma"),
        pytest.param({"createOptions": "{'a': 1} // x"}, "string in single quotes", "'", id="the first of two"),
        pytest.param({"createOptions": "{", "createOptions01": "a: 1}"}, "name without quotes", "a", id="in a chunk"),
        pytest.param({"createOptions": "NULL"}, "NULL is no value of JSON", "NULL", id="a word for no options"),
        pytest.param({"createOptions": "''"}, "'' is no value of JSON", "''", id="nothing in single quotes"),
        pytest.param({"createOptions": "null // c"}, "comment", "null // c", id="a comment behind it"),
        pytest.param({"createOptions": " //c"}, "comment", " //c", id="a comment alone"),
        pytest.param(
            {"createOptions": "", "createOptions01": "undefined"},
            "undefined is no value of JSON",
            "undefined",
            id="in a chunk alone",
        ),
    ],
)
def test_what_strict_json_does_not_have_is_told(options: dict[str, Any], liberty: str, characters: str) -> None:
    (row,) = seen("texts", settings(**options))
    assert (row.fields["liberty"], row.parts.get("liberty", row.text)) == (liberty, characters)


@pytest.mark.parametrize(
    "options",
    [
        pytest.param({"createOptions": ' {"a": "//"} '}, id="strict JSON"),
        pytest.param({"createOptions": " null"}, id="null"),
        pytest.param({"createOptions": " "}, id="blanks"),
        pytest.param({"createOptions": '""'}, id="an empty text in quotes"),
        pytest.param({"createOptions": '{"Tty":/*c*/true}'}, id="what the runtime refuses"),
        pytest.param({"createOptions": None}, id="nothing"),
        pytest.param({"createOptions": '{"a": ${X}}'}, id="a placeholder"),
        pytest.param({"createOptions": {"a": 1}}, id="an object"),
        pytest.param({}, id="no options"),
    ],
)
def test_strict_json_takes_no_liberty(options: dict[str, Any]) -> None:
    assert fields("texts", settings(**options), "liberty") == [None]


def test_bare_options_are_read_as_an_object() -> None:
    assert seen("texts", host()) == [Seen({"form": "object", "state": "read"}, '{"HostConfig": {}}', {})]


def test_a_strict_file_has_no_faults() -> None:
    assert rows("faults", host(Binds=["${X}"])) == []


@pytest.mark.parametrize(
    ("text", "reason", "placeholder", "characters"),
    [
        pytest.param('{"HostConfig": {},}', "comma before }", False, ",", id="a trailing comma"),
        pytest.param('{"HostConfig": {} // c\n}', "comment", False, "/", id="a comment"),
        pytest.param(
            '{"HostConfig": {}, "User": ${X}}', "placeholder ${X} without quotes", True, "$", id="a placeholder"
        ),
        pytest.param('{"HostConfig": {}} x', 'expected the end of the text, found "x"', False, "x", id="text behind"),
        pytest.param('{"HostConfig": {}, <more>}', "placeholder <more> in place of a member", True, "<", id="a member"),
    ],
)
def test_a_fault_of_the_file_is_a_row(text: str, reason: str, placeholder: bool, characters: str) -> None:
    assert seen("faults", text) == [Seen({"reason": reason, "placeholder": placeholder}, characters, {})]


def test_a_document_of_two_manifests_has_its_faults_once() -> None:
    text = f"[{settings()}, {settings()},]"
    assert fields("faults", text, "placeholder") == [False]
