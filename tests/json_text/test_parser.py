import json
import math
import sys
from collections.abc import Iterator
from typing import Any, NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edgelint.json_text.nodes import Member, Node, plain
from edgelint.json_text.parser import MAX_DEPTH, JSONSyntaxError, parse
from edgelint.json_text.reading import Reading, read
from edgelint.json_text.text import Fault, Span

TOO_DEEP = "lists and objects are nested deeper than 256 levels"

READABLE = [
    pytest.param("[1] // c", [1], [(4, "comment")], id="a comment to the end of the line"),
    pytest.param("{/*c*/}", {}, [(1, "comment")], id="a comment between brackets"),
    pytest.param("[1, 2,]", [1, 2], [(5, "comma before ]")], id="a trailing comma in a list"),
    pytest.param('{"a":1,\n}', {"a": 1}, [(6, "comma before }")], id="a trailing comma in an object"),
    pytest.param(
        '{"a":1, // c\n}', {"a": 1}, [(6, "comma before }"), (8, "comment")], id="faults in the order of the text"
    ),
    pytest.param("[1,,2]", [1, None, 2], [(3, "no value before the comma")], id="an empty item"),
    pytest.param('{"a":,"b":1}', {"a": None, "b": 1}, [(5, "no value before the comma")], id="an empty value"),
    pytest.param(
        "{'a\"': 'b'}",
        {'a"': "b"},
        [(1, "string in single quotes"), (7, "string in single quotes")],
        id="single quotes",
    ),
    pytest.param('["it\\\'s"]', ["it's"], [(4, "escape \\'")], id="an escaped single quote"),
    pytest.param("{$a_1 :1}", {"$a_1": 1}, [(1, "name without quotes")], id="a name without quotes"),
    pytest.param("{$edgeHub:1}", {"$edgeHub": 1}, [(1, "name without quotes")], id="a name with a dollar sign"),
    pytest.param("{__X__:1}", {"__X__": 1}, [(1, "name without quotes")], id="a placeholder that is a name too"),
    pytest.param("[NaN]", [None], [(1, "NaN is no value of JSON")], id="NaN"),
    pytest.param("[-Infinity]", [None], [(1, "-Infinity is no value of JSON")], id="minus infinity"),
    pytest.param("[undefined]", [None], [(1, "undefined is no value of JSON")], id="undefined"),
    pytest.param('["a\r\n\tb"]', ["a\r\n\tb"], [(3, "line break in a string")], id="a line break in a string"),
    pytest.param('["\t"]', ["\t"], [(2, "tab in a string")], id="a tab in a string"),
    pytest.param('["\0"]', ["\0"], [(2, "character U+0000 in a string")], id="a control character in a string"),
    pytest.param("[017]", [15], [(1, "number with a leading zero")], id="a leading zero means octal"),
    pytest.param("[-017]", [-17], [(2, "number with a leading zero")], id="but not in a negative number"),
    pytest.param("[0x1F90]", [8080], [(1, "hexadecimal number")], id="a hexadecimal number"),
    pytest.param("[0xffffffffffffffff]", [-1], [(1, "hexadecimal number")], id="its 64th bit is the sign"),
    pytest.param(
        "[01777777777777777777777]", [-1], [(1, "number with a leading zero")], id="that of an octal one, too"
    ),
    pytest.param(
        "[1.]", [1.0], [(2, "number without a digit on both sides of its point")], id="no digit behind the point"
    ),
    pytest.param(
        "[-.5e1]", [-5.0], [(2, "number without a digit on both sides of its point")], id="no digit before the point"
    ),
    pytest.param("[\u00a01]", [1], [(1, "white space U+00A0")], id="white space of Unicode"),
    pytest.param("\0[1\0]", [1], [(0, "white space U+0000"), (3, "white space U+0000")], id="NULs between tokens"),
    pytest.param("[1] //\n", [1], [(4, "comment")], id="an empty comment"),
    pytest.param("\f{}", {}, [(0, "white space U+000C")], id="a form feed"),
]

UNREADABLE = [
    pytest.param('{"a":${TTL}}', {"a": "${TTL}"}, [(5, "placeholder ${TTL} without quotes")], id="a bare value"),
    pytest.param("[$X]", ["$X"], [(1, "placeholder $X without quotes")], id="a bare word"),
    pytest.param(
        '{"a":{{x}}}', {"a": "{{x}}"}, [(5, "placeholder {{x}} without quotes")], id="double braces are no object"
    ),
    pytest.param("[#{x}#]", ["#{x}#"], [(1, "placeholder #{x}# without quotes")], id="number signs"),
    pytest.param("[__X__]", ["__X__"], [(1, "placeholder __X__ without quotes")], id="underscores"),
    pytest.param("[%X%]", ["%X%"], [(1, "placeholder %X% without quotes")], id="percent signs"),
    pytest.param("{<k v>: 1}", {"<k v>": 1}, [(1, "placeholder <k v> without quotes")], id="a bare key"),
    pytest.param(
        '{"a":1,\n<create option>\n}',
        {"a": 1},
        [(8, "placeholder <create option> in place of a member")],
        id="a placeholder on a line of its own",
    ),
    pytest.param(
        '{"a":1 <x> <y>, "b":2}',
        {"a": 1, "b": 2},
        [(7, "placeholder <x> in place of a member"), (11, "placeholder <y> in place of a member")],
        id="placeholders need no commas around them",
    ),
    pytest.param(
        '{<x> "b":2}', {"b": 2}, [(1, "placeholder <x> in place of a member")], id="nor before the next member"
    ),
    pytest.param(
        '{"a":1 ["$spi_dev"]}',
        {"a": 1},
        [(7, 'placeholder ["$spi_dev"] in place of a member')],
        id="a placeholder in quotes and brackets",
    ),
    pytest.param('{"a"/**/:1}', {"a": 1}, [(4, "comment")], id="a comment before the colon"),
    pytest.param(
        '{"a":1 "b":2}',
        {"a": 1, "b": 2},
        [(7, "expected a comma or }, found a string")],
        id="a missing comma between members",
    ),
    pytest.param("[1 2]", [1, 2], [(3, 'expected a comma or ], found "2"')], id="a missing comma between items"),
    pytest.param(
        '{"a":1,,"b":2}', {"a": 1, "b": 2}, [(7, "no member before the comma")], id="two commas between members"
    ),
    pytest.param("[08]", [8], [(1, "number with a leading zero")], id="eight is no octal digit"),
    pytest.param(
        "[0x10000000000000000]",
        [math.inf],
        [(1, "hexadecimal number of more than 64 bits")],
        id="a hexadecimal number of 65 bits",
    ),
    pytest.param("{} }", {}, [(3, 'expected the end of the text, found "}"')], id="one bracket too many"),
]

HOPELESS = [
    pytest.param("", 0, "the text holds no value", id="an empty text"),
    pytest.param("// c", 4, "the text holds no value", id="a comment alone"),
    pytest.param(",", 0, 'expected a value, found ","', id="a comma alone"),
    pytest.param("[1", 2, "the text ends inside a list", id="an open list"),
    pytest.param('[{"a"', 5, "the text ends inside an object", id="an open object"),
    pytest.param('{"a": "b', 6, "string is not closed", id="an open string"),
    pytest.param('["\\', 1, "string is not closed", id="an open string that ends in a backslash"),
    pytest.param("[/* c", 1, "comment is not closed", id="an open comment"),
    pytest.param("[1}", 2, 'expected a comma or ], found "}"', id="a bracket of the other kind"),
    pytest.param('{"a":}', 5, 'expected a value, found "}"', id="no value before the bracket"),
    pytest.param('{"a" 1}', 5, 'expected a colon, found "1"', id="no colon"),
    pytest.param("{1}", 1, 'expected a name in quotes, found "1"', id="no name"),
    pytest.param('{["a"]:1}', 1, 'expected a name in quotes, found "["', id="a list as name"),
    pytest.param('{"a":1 x}', 7, 'expected a comma or }, found "x"', id="a word behind a value"),
    pytest.param('{"a":"b"c"}', 8, 'expected a comma or }, found "c"', id="a quote that is not escaped"),
    pytest.param("[True]", 1, 'expected a value, found "True"', id="a word of Python"),
    pytest.param("[nullx]", 1, 'expected a value, found "nullx"', id="a word that begins like a literal"),
    pytest.param("[+5]", 1, 'expected a value, found "+"', id="a plus sign"),
    pytest.param("[-]", 1, 'expected a value, found "-"', id="a minus sign alone"),
    pytest.param("[1.2.3]", 4, '"1.2.3" is no number', id="two points in a number"),
    pytest.param("[10px]", 3, '"10px" is no number', id="a unit behind a number"),
    pytest.param("[1e]", 2, '"1e" is no number', id="an exponent without digits"),
    pytest.param('["a\\q"]', 3, "unknown escape \\q", id="an unknown escape"),
    pytest.param('["\\\n"]', 2, "backslash before a line break", id="an escaped line break"),
    pytest.param('["\\u12"]', 2, "escape \\u without four hexadecimal digits", id="a short escape"),
    pytest.param("[1] //", 4, "comment is not closed", id="two slashes at the end, which the runtime refuses"),
    pytest.param("\ufeff{}", 0, "expected a value, found U+FEFF", id="a byte order mark"),
    pytest.param("[1\1]", 2, "expected a comma or ], found U+0001", id="a control character between tokens"),
    pytest.param('{"a":1\n<<<<<<< HEAD\n}', 7, 'expected a comma or }, found "<<<<<<<"', id="a merge-conflict marker"),
    pytest.param('{"a":1,\n=======\n}', 8, 'expected a name in quotes, found "======="', id="another marker"),
    pytest.param("[" * 257 + "]" * 257, 256, TOO_DEEP, id="a list too deep"),
    pytest.param('{"a":' * 100_000, 1280, TOO_DEEP, id="objects without end"),
]


@pytest.mark.parametrize(("text", "data", "faults"), READABLE)
def test_what_the_runtime_reads_is_a_readable_fault(text: str, data: Any, faults: list[tuple[int, str]]) -> None:
    expected = tuple(Fault(offset, reason, readable=True) for offset, reason in faults)
    assert read(text) == Reading(data, expected, duplicates=False)


@pytest.mark.parametrize(("text", "data", "faults"), UNREADABLE)
def test_what_it_does_not_read_is_tolerated(text: str, data: Any, faults: list[tuple[int, str]]) -> None:
    assert read(text) == Reading(data, tuple(Fault(*fault) for fault in faults), duplicates=False)


@pytest.mark.parametrize(("text", "data", "faults"), READABLE + UNREADABLE)
def test_what_is_tolerated_is_an_error_of_strict_json(text: str, data: Any, faults: list[tuple[int, str]]) -> None:
    tolerated = parse(text, tolerant=True)
    with pytest.raises(JSONSyntaxError) as error:
        parse(text)
    assert plain(tolerated.root) == data
    assert error.value.fault in tolerated.faults


@pytest.mark.parametrize(("text", "offset", "reason"), HOPELESS)
def test_the_rest_is_an_error_that_names_what_stands_there(text: str, offset: int, reason: str) -> None:
    with pytest.raises(JSONSyntaxError) as error:
        read(text)
    assert error.value.fault == Fault(offset, reason)
    assert (error.value.offset, str(error.value)) == (offset, reason)


@pytest.mark.parametrize(
    ("text", "node"),
    [
        pytest.param("${X}", Node("placeholder", Span(0, 4), "${X}"), id="a placeholder"),
        pytest.param("[,]", Node("array", Span(0, 3), None, (Node("literal", Span(1, 1), None),)), id="nothing"),
        pytest.param("NaN", Node("literal", Span(0, 3), None), id="NaN"),
        pytest.param(" 'a' ", Node("string", Span(1, 4), "a"), id="a string in single quotes"),
        pytest.param(
            "{a:0}",
            Node(
                "object",
                Span(0, 5),
                None,
                (Member(Node("literal", Span(1, 2), "a"), Node("number", Span(3, 4), 0)),),
            ),
            id="a name without quotes",
        ),
        pytest.param(
            "{$A:0}",
            Node(
                "object",
                Span(0, 6),
                None,
                (Member(Node("placeholder", Span(1, 3), "$A"), Node("number", Span(4, 5), 0)),),
            ),
            id="a placeholder as name",
        ),
    ],
)
def test_what_json_does_not_know_has_a_node(text: str, node: Node) -> None:
    assert parse(text, tolerant=True).root == node


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(r'"\ud83d\ude00"', id="an escaped pair of surrogates is one character"),
        pytest.param(r'"\ude00\ud83d"', id="a pair in the wrong order stays two"),
        pytest.param(r'"\ud83d\ud83d\ude00"', id="half a pair before a pair"),
        pytest.param(r'"\ud83d\n"', id="half a pair"),
        pytest.param(r'"\\ud83d\\\/\"\b\f\n\r\t\u0000"', id="all the other escapes"),
        pytest.param('"\x7f\x85\u2028"', id="control characters beyond ASCII's first may stand in a string"),
        pytest.param("-0", id="minus zero"),
        pytest.param("1e400", id="a number beyond all floats"),
    ],
)
def test_values_are_those_of_json(text: str) -> None:
    assert plain(parse(text).root) == json.loads(text) == read(text).data


def test_a_number_of_too_many_digits_is_a_float() -> None:
    text = f"[{'9' * (sys.get_int_max_str_digits() + 1)}]"
    assert read(text) == Reading([math.inf], (), duplicates=False)


@pytest.mark.parametrize("text", ["[" * MAX_DEPTH + "]" * MAX_DEPTH, '{"a":' * MAX_DEPTH + "1" + "}" * MAX_DEPTH])
def test_the_deepest_nesting_allowed_is_read(text: str) -> None:
    assert plain(parse(text).root) == read(text).data == json.loads(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(json.dumps(["[" * 300, '\\"' + "{" * 300]), id="brackets in strings do not count"),
        pytest.param("[" + ",".join(["[]"] * 300) + "]", id="nor do lists side by side"),
    ],
)
def test_only_nesting_is_bounded(text: str) -> None:
    assert read(text) == Reading(json.loads(text), (), duplicates=False)


@pytest.mark.parametrize(
    ("text", "duplicates"),
    [
        pytest.param('[{"a":1},{"a":2,"A":3}]', False, id="equal keys of two objects are none"),
        pytest.param('[{"a":1,"\\u0061":2}]', True, id="a key in two spellings"),
        pytest.param('[{"b":{"a":1,"a":1}},]', True, id="behind a fault"),
        pytest.param('[{"b":{"a":1,"c":1}},]', False, id="a fault without any"),
    ],
)
def test_a_key_that_stands_twice_is_noticed(text: str, duplicates: bool) -> None:
    assert read(text).duplicates is duplicates


SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20)
LAYOUTS: list[dict[str, Any]] = [
    {},
    {"indent": 2},
    {"indent": "\t", "ensure_ascii": False},
    {"separators": (",", ":"), "ensure_ascii": False},
    {"separators": ("\r\n, ", " :\n")},
]
TEXTS = st.builds(lambda value, layout: json.dumps(value, **layout), VALUES, st.sampled_from(LAYOUTS))
MUTATIONS = st.lists(
    st.tuples(st.integers(0, 200), st.sampled_from(["", *"[]{}:,\"'\\/-+.0123eEu\t\n \0<$aN", "\\u", "null", "NaN"])),
    max_size=3,
)


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        for part in (child.key, child.value) if isinstance(child, Member) else (child,):
            yield from _nodes(part)


def _refuse(name: str) -> NoReturn:
    raise ValueError(name)


def _mutate(text: str, mutations: list[tuple[int, str]]) -> str:
    for offset, piece in mutations:
        text = text[:offset] + piece + text[offset + 1 :]
    return text


def _is_strict(text: str) -> bool:
    try:
        parse(text)
    except JSONSyntaxError:
        return False
    return True


@given(TEXTS)
def test_any_json_is_read_as_json_reads_it(text: str) -> None:
    assert plain(parse(text).root) == json.loads(text)
    assert read(text) == Reading(json.loads(text), (), duplicates=False)
    assert parse(text, tolerant=True) == parse(text)


@given(TEXTS)
def test_the_span_of_a_node_holds_its_value(text: str) -> None:
    for node in _nodes(parse(text).root):
        assert json.loads(text[node.span.start : node.span.end]) == plain(node)


@given(TEXTS, MUTATIONS)
def test_a_damaged_text_fails_exactly_where_json_fails(text: str, mutations: list[tuple[int, str]]) -> None:
    damaged = _mutate(text, mutations)
    try:
        json.loads(damaged, parse_constant=_refuse)
    except ValueError:
        assert not _is_strict(damaged)
    else:
        assert _is_strict(damaged)


@given(st.text("[]{}:,\"'\\/*-.0x1en \n<a>$_%#"))
def test_tolerance_never_fails_otherwise_than_by_a_fault(text: str) -> None:
    try:
        faults = read(text).faults
    except JSONSyntaxError as error:
        faults = (error.fault,)
    assert all(0 <= fault.offset <= len(text) for fault in faults)
    assert list(faults) == sorted(faults)
