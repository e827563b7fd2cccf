"""YAML becomes plain data with places; everything that could surprise a rule author is an error with a place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edgelint.rule_files.yaml_reader import YamlError, read_yaml

BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"


@pytest.mark.parametrize(
    ("text", "data"),
    [
        pytest.param("", None, id="an empty text is nothing"),
        pytest.param("# only a comment\n", None, id="a comment is nothing"),
        pytest.param("---\n...\n", None, id="an empty document is nothing"),
        pytest.param("\ufeffa: 1\n", {"a": 1}, id="a byte order mark is no part of the first key"),
        pytest.param("a: 1\r\nb: 2\r\n", {"a": 1, "b": 2}, id="CRLF ends a line"),
        pytest.param("a: 2024-01-01", {"a": "2024-01-01"}, id="a date stays text"),
        pytest.param("a: 2024-01-01T10:00:00Z", {"a": "2024-01-01T10:00:00Z"}, id="a timestamp stays text"),
        pytest.param("[on, yes, No, y]", ["on", "yes", "No", "y"], id="the booleans of YAML 1.1 are text"),
        pytest.param("[1_000, 1:30, 0b1]", ["1_000", "1:30", "0b1"], id="the numbers of YAML 1.1 are text"),
        pytest.param("[true, FALSE, ~, null, ]", [True, False, None, None], id="core words are values"),
        pytest.param("[010, -7, 0o17, 0x1F]", [10, -7, 15, 31], id="whole numbers"),
        pytest.param("[1.5, .5, 1e3, -2.]", [1.5, 0.5, 1000.0, -2.0], id="broken numbers"),
        pytest.param("['1', \"true\", 'null']", ["1", "true", "null"], id="quoted values are text"),
        pytest.param(
            "[!!str 1, ! 2, !!float 3, !!null ~]", ["1", "2", 3.0, None], id="core tags are taken at their word"
        ),
        pytest.param("!!map {a: !!seq []}", {"a": []}, id="core tags of collections say nothing new"),
        pytest.param("<<: {a: 1}", {"<<": {"a": 1}}, id="a merge key is a key like any other"),
        pytest.param("a: |\n  x\n  y\n", {"a": "x\ny\n"}, id="a block keeps its lines"),
        pytest.param("a:\n", {"a": None}, id="a key without a value is nothing"),
        pytest.param("'1': x", {"1": "x"}, id="a quoted number is a key"),
    ],
)
def test_data(text: str, data: object) -> None:
    assert read_yaml(text).data == data
    assert type(read_yaml(text).data) is type(data)


def test_positions_are_of_keys_and_items() -> None:
    text = "# rule\n---\nselect: $\nwhere:\n- {at: '@', in: [1, 2]}\n-   - x\n"
    assert read_yaml(text).positions == {
        (): (2, 1),
        ("select",): (3, 1),
        ("where",): (4, 1),
        ("where", 0): (5, 3),
        ("where", 0, "at"): (5, 4),
        ("where", 0, "in"): (5, 13),
        ("where", 0, "in", 0): (5, 18),
        ("where", 0, "in", 1): (5, 21),
        ("where", 1): (6, 5),
        ("where", 1, 0): (6, 7),
    }


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        pytest.param(
            "a: !!python/object:os.x {}", (1, 4, "tag !!python/object:os.x is not allowed"), id="a Python tag"
        ),
        pytest.param("a: !secret x", (1, 4, "tag !secret is not allowed"), id="a tag of one's own"),
        pytest.param("a: !!binary aGk=", (1, 4, "tag !!binary is not allowed"), id="a tag outside the core schema"),
        pytest.param("a: !!timestamp 2024-01-01", (1, 4, "tag !!timestamp is not allowed"), id="a timestamp by tag"),
        pytest.param("a: !!int x", (1, 4, '"x" is not what the tag !!int says'), id="a tag that its value belies"),
        pytest.param("a: !!map [x]", (1, 4, "tag !!map is not allowed"), id="a list that is called a mapping"),
        pytest.param("a: !!seq x", (1, 4, "tag !!seq is not allowed"), id="a text that is called a list"),
        pytest.param("!!python/name:x a: 1", (1, 1, "tag !!python/name:x is not allowed"), id="a tag on a key"),
        pytest.param(BOMB, (1, 4, "anchors and aliases are not allowed"), id="an alias bomb stops at its first anchor"),
        pytest.param("a: *x", (1, 4, "anchors and aliases are not allowed"), id="an alias without an anchor"),
        pytest.param("a: 1\n*x : 2", (2, 1, "anchors and aliases are not allowed"), id="an alias as a key"),
        pytest.param("&x a: 1", (1, 1, "anchors and aliases are not allowed"), id="an anchor on a key"),
        pytest.param("a: &x", (1, 4, "anchors and aliases are not allowed"), id="an anchor on nothing"),
        pytest.param("a: 1\nb: 2\na: 3", (3, 1, 'key "a" stands here a second time'), id="a key twice"),
        pytest.param("a: 1\n'a': 3", (2, 1, 'key "a" stands here a second time'), id="a key twice, once in quotes"),
        pytest.param("a: 1\n80: x", (2, 1, "keys must be text; quote it"), id="a number as a key"),
        pytest.param("true: x", (1, 1, "keys must be text; quote it"), id="a boolean as a key"),
        pytest.param("~: x", (1, 1, "keys must be text; quote it"), id="nothing as a key"),
        pytest.param("? [a]\n: x", (1, 3, "keys must be text; quote it"), id="a list as a key"),
        pytest.param("{{a}}: x", (1, 1, "keys must be text; quote it"), id="a bare placeholder as a key"),
        pytest.param("a: .inf", (1, 4, ".inf is not a finite number"), id="infinity"),
        pytest.param("a: -.INF", (1, 4, "-.INF is not a finite number"), id="minus infinity"),
        pytest.param("a: .NaN", (1, 4, ".NaN is not a finite number"), id="no number at all"),
        pytest.param("a: 1e999", (1, 4, "1e999 is not a finite number"), id="a number beyond all numbers"),
        pytest.param("a: 1\n---\nb: 2", (2, 1, "a second document starts here; a file holds one"), id="two documents"),
        pytest.param("a: b: c", (1, 5, "mapping values are not allowed here"), id="a colon too many"),
        pytest.param(
            "a: [1",
            (1, 6, "while parsing a flow sequence, expected ',' or ']', but got '<stream end>'"),
            id="a list without an end",
        ),
        pytest.param(
            "\ta: 1",
            (1, 1, "while scanning for the next token, found character '\\t' that cannot start any token"),
            id="a tab in front",
        ),
        pytest.param("a: 1\nb: \x01", (2, 4, "character U+0001 is not allowed"), id="a control character"),
    ],
)
def test_faults(text: str, fault: tuple[int, int, str]) -> None:
    with pytest.raises(YamlError) as caught:
        read_yaml(text)
    assert (caught.value.line, caught.value.column, caught.value.reason) == fault


def test_an_error_prints_its_place() -> None:
    with pytest.raises(YamlError, match=r'\A2:1: key "a" stands here a second time\Z'):
        read_yaml("a: 1\na: 2")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param('b: 1\na: "\\U00110000"', (2, 1), id="an escape beyond Unicode"),
        pytest.param("a: " + "1" * 5000, (1, 4), id="a number that Python does not read"),
    ],
)
def test_what_python_cannot_hold_is_a_fault_near_its_place(text: str, place: tuple[int, int]) -> None:
    with pytest.raises(YamlError, match="cannot be read: ") as caught:
        read_yaml(text)
    assert (caught.value.line, caught.value.column) == place


def test_a_hundred_levels_are_read() -> None:
    assert str(read_yaml("[" * 100 + "]" * 100).data) == "[" * 100 + "]" * 100


@pytest.mark.parametrize("depth", [101, 50_000])
def test_more_levels_are_a_fault_at_the_first_of_them(depth: int) -> None:
    with pytest.raises(YamlError, match=r"^1:101: more than 100 lists and mappings inside each other$"):
        read_yaml("[" * depth)


@given(st.text(alphabet="ab1:-[]{}\n \t'\"!&*#|>?,%@`\\.~x0\r\ufeff\x85\x00", max_size=25) | st.text(max_size=25))
def test_any_text_is_read_or_is_a_fault_with_a_place(text: str) -> None:
    assert _place(text) >= (1, 1)


def _place(text: str) -> tuple[int, int]:
    try:
        return read_yaml(text).positions[()]
    except YamlError as error:
        return error.line, error.column
