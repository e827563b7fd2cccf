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
            settings(createOptions='{"a":', createOptions01=" +1}"),
            {"form": "chunks", "state": "broken", "reason": 'expected a value, found "+"'},
            "+",
            id="broken in the second chunk",
        ),
    ],
)
def test_the_options_of_a_module_read_somehow(text: str, row: dict[str, Any], characters: str) -> None:
    assert seen("texts", text) == [Seen({"module": "m", **row}, characters, {})]


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
