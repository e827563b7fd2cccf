"""Arguments: what a container is started with."""

import pytest
from table_rows import Seen, bare, fields, host, rows, seen


def test_the_arguments_of_both_lists_run_as_one_command() -> None:
    text = bare(Cmd=["--port", "80"], Entrypoint=["run.sh", "-v"])
    assert fields("arguments", text, "list", "text", "before") == [
        ("Entrypoint", "run.sh", None),
        ("Entrypoint", "-v", "run.sh"),
        ("Cmd", "--port", "-v"),
        ("Cmd", "80", "--port"),
    ]


def test_an_argument_is_a_row_where_it_stands() -> None:
    text = '{"HostConfig": {}, "entryPoint": ["a\\"b"]}'
    assert seen("arguments", text) == [Seen({"list": "Entrypoint", "text": 'a"b'}, 'a\\"b', {})]


def test_what_is_no_text_stands_before_nothing() -> None:
    assert fields("arguments", bare(Cmd=["a", 5, "b", None, "c"]), "text", "before") == [
        ("a", None),
        ("b", None),
        ("c", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(bare(Cmd="run"), id="a text for a list"),
        pytest.param(bare(Cmd=None, Entrypoint=[]), id="null and an empty list"),
        pytest.param(bare(Cmd=[["a"], {}]), id="lists and objects as elements"),
        pytest.param(host(Cmd=["a"]), id="in HostConfig"),
    ],
)
def test_what_is_no_argument_gives_no_row(text: str) -> None:
    assert rows("arguments", text) == []
