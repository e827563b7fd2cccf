"""Selectors: what is lowered, what is refused and where, and that our steps find what jsonpath-ng finds."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edgelint.expressions.path_words import SelectorError
from edgelint.expressions.selectors import lower, select_by_library
from edgelint.expressions.walking import Match, Steps, compare, equal, select

NAMES = [
    "a",
    "b",
    "HostConfig",
    "with blank",
    "80/tcp",
    "it's",
    'say "x"',
    "back\\slash",
    "é",
    "true",
    "null",
    "$x",
    "0",
    "",
]
OPERATORS = ["==", "!=", "<", "<=", ">", ">="]
SCALARS = (
    st.none()
    | st.booleans()
    | st.sampled_from([0, 1, -1, 1.5, 2.0, 10**20])
    | st.sampled_from(["", "a", "B", "é'", '"'])
)
DOCUMENTS = st.recursive(
    SCALARS,
    lambda values: st.lists(values, max_size=4) | st.dictionaries(st.sampled_from(NAMES), values, max_size=4),
    max_leaves=25,
)


def field(name: str) -> list[Any]:
    return ["field", name]


def kept(*tests: list[Any]) -> list[Any]:
    return ["filter", list(tests)]


@pytest.mark.parametrize(
    ("path", "steps"),
    [
        pytest.param("$", [], id="the root"),
        pytest.param("$.a.b", [field("a"), field("b")], id="names"),
        pytest.param("$['a']['b c']", [field("a"), field("b c")], id="names in single quotes"),
        pytest.param('$["80/tcp"]', [field("80/tcp")], id="a name in double quotes"),
        pytest.param("$['it\\'s']", [field("it's")], id="an escaped quote"),
        pytest.param("$['$edgeAgent']", [field("$edgeAgent")], id="a name with a dollar sign"),
        pytest.param("$['where']", [field("where")], id="a quoted operator is a name"),
        pytest.param("$.k8s-experimental", [field("k8s-experimental")], id="a name with a hyphen"),
        pytest.param("$.true.null", [field("true"), field("null")], id="names that are values elsewhere"),
        pytest.param("$.a[0][-1]", [field("a"), ["index", 0], ["index", -1]], id="indices"),
        pytest.param("$.*[*]", [["all"], ["all"]], id="wildcards"),
        pytest.param("$.a[?(@.b)]", [field("a"), kept([[field("b")], None, None])], id="an existence test"),
        pytest.param("$.a[?@.b]", [field("a"), kept([[field("b")], None, None])], id="without parentheses"),
        pytest.param("$[?(@ == 1)]", [kept([[], "==", 1])], id="the value itself"),
        pytest.param("$[?(@.b != 'x y')]", [kept([[field("b")], "!=", "x y"])], id="a text"),
        pytest.param('$[?(@.b == "x")]', [kept([[field("b")], "==", "x"])], id="a text in double quotes"),
        pytest.param("$[?(@.b >= 1.5)]", [kept([[field("b")], ">=", 1.5])], id="a number with a fraction"),
        pytest.param("$[?(@.b < -3)]", [kept([[field("b")], "<", -3])], id="a negative number"),
        pytest.param("$[?(@.b == true)]", [kept([[field("b")], "==", True])], id="a boolean"),
        pytest.param("$[?(@.b == null)]", [kept([[field("b")], "==", None])], id="null"),
        pytest.param(
            "$[?(@.b.c[0] == 1 && @.d && @.e > 2)]",
            [
                kept(
                    [[field("b"), field("c"), ["index", 0]], "==", 1],
                    [[field("d")], None, None],
                    [[field("e")], ">", 2],
                )
            ],
            id="tests joined by &&",
        ),
        pytest.param(
            "$[?(@[?(@.c == 1)])]", [kept([[kept([[field("c")], "==", 1])], None, None])], id="a filter in one"
        ),
    ],
)
def test_a_path_is_lowered(path: str, steps: Steps) -> None:
    assert lower(path) == steps


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("$..a", id="a descent"),
        pytest.param("$..a..b", id="two descents"),
        pytest.param("$.a[0:2]", id="a slice"),
        pytest.param("$.a[0,1]", id="two indices"),
        pytest.param("$['a','b']", id="two names"),
        pytest.param("$[?(@.a || @.b)]", id="tests joined by ||"),
        pytest.param("$[?(!@.a)]", id="a negated test"),
        pytest.param("$[?(@.a == @.b)]", id="two paths compared"),
        pytest.param("$[?(@.a == $.b)]", id="a comparison with the root"),
        pytest.param("$[?($.a == 1)]", id="a test of the root"),
        pytest.param("$[?(@..a == 1)]", id="a descent in a test"),
        pytest.param("$[?(a == 1)]", id="a test without @"),
    ],
)
def test_what_is_not_lowered_runs_on_the_library(path: str) -> None:
    assert lower(path) is None


@pytest.mark.parametrize(
    ("path", "offset", "reason"),
    [
        pytest.param("", 0, "a path starts with $", id="nothing"),
        pytest.param("a.b", 0, "a path starts with $", id="no root"),
        pytest.param("@.a", 0, "a path starts with $", id="another root"),
        pytest.param("$.", 2, "the path ends too early", id="a dot at the end"),
        pytest.param("$.a[?(@.b == ", 13, "the path ends too early", id="an operand is missing"),
        pytest.param("$.a[0", 5, "the path ends too early", id="an open bracket"),
        pytest.param("$a", 1, "unexpected a", id="no dot"),
        pytest.param("$.a b", 4, "unexpected b", id="two names in a row"),
        pytest.param("$.a 'b c'", 4, "unexpected 'b c'", id="a quoted name in a row"),
        pytest.param("$.a]", 3, "unexpected ]", id="a stray bracket"),
        pytest.param("$.é", 2, "unexpected é", id="a letter that needs quotes"),
        pytest.param("$.a[?(@.b == 1 && )]", 18, "unexpected )", id="half a conjunction"),
        pytest.param("$.a\n.b\n  c", 9, "unexpected c", id="on a later line"),
        pytest.param("$.a\n  #", 6, "unexpected #", id="an odd character on a later line"),
        pytest.param("$['a", 2, "the quote is not closed", id="an open quote"),
        pytest.param('$.a[?(@.b == "x)]', 13, "the quote is not closed", id="an open quote in a test"),
        pytest.param("$.a.`len`", 4, "`len` is not supported in a path", id="len"),
        pytest.param("$.a.`sub(/x/, y)`", 4, "`sub(/x/, y)` is not supported in a path", id="sub"),
        pytest.param("$.a.`split(x, 0, -1)`", 4, "`split(x, 0, -1)` is not supported in a path", id="split"),
        pytest.param("$.a.`parent`.b", 4, "`parent` is not supported in a path", id="parent"),
        pytest.param("$.a.`this`", 4, "`this` is not supported in a path", id="this"),
        pytest.param("$.a.`unknown`", 4, "`unknown` is not supported in a path", id="an unknown operator"),
        pytest.param("$.a.`len", 4, "`len is not supported in a path", id="an open operator"),
        pytest.param("$.a[?(@.b.`len` > 2)]", 10, "`len` is not supported in a path", id="len in a test"),
        pytest.param("$.a & $.b", 4, "& is not supported in a path, && joins two tests", id="an intersection"),
        pytest.param("$[?(@.a & @.b)]", 8, "& is not supported in a path, && joins two tests", id="& in a test"),
        pytest.param("$.a | $.b", 4, "| is not supported in a path, a rule takes a list of paths", id="a union"),
        pytest.param("$.a~", 3, "~ is not supported in a path", id="a tilde"),
        pytest.param("$.a + $.b", 4, "+ is not supported in a path", id="a sum"),
        pytest.param("$.a - $.b", 4, "- is not supported in a path", id="a difference"),
        pytest.param("$.a * 2", 4, "* is not supported in a path", id="a product"),
        pytest.param("$['*']", 2, "'*' is not supported in a path, [*] finds all", id="a quoted star"),
        pytest.param('$.a["*"]', 4, '"*" is not supported in a path, [*] finds all', id="a star in double quotes"),
        pytest.param("$.a[ : ]", 3, "[ : ] is not supported in a path, [*] finds all", id="a slice of all"),
        pytest.param("$.a[/b]", 4, "/ is not supported in a path", id="a sorting"),
        pytest.param("$.a[\\b]", 4, "\\ is not supported in a path", id="a sorting downwards"),
        pytest.param(
            "$.a where $.b",
            4,
            "where is not supported in a path, a member of this name stands in quotes",
            id="where",
        ),
        pytest.param(
            "$.a wherenot $.b",
            4,
            "wherenot is not supported in a path, a member of this name stands in quotes",
            id="wherenot",
        ),
        pytest.param("$[?(@.a = 1)]", 8, "= is not supported in a path, == compares", id="one equals sign"),
        pytest.param(
            "$[?(@.a =~ 'x')]", 8, "=~ is not supported in a path, the condition matches does that", id="a pattern"
        ),
        pytest.param("$[?(@.a == abc)]", 11, "a text stands in quotes, as in 'abc'", id="a text without quotes"),
        pytest.param(
            "$.modulesContent.$edgeAgent",
            17,
            "a name with $ stands in brackets and quotes, as in ['$edgeAgent']",
            id="a dollar sign in a bare name",
        ),
        pytest.param("$..a..b..c", 7, "a path descends (..) at most 2 times", id="three descents"),
        pytest.param("$..a[?(@..b)]..c", 13, "a path descends (..) at most 2 times", id="descents in tests count too"),
        pytest.param(
            "$..a[?(@.b == '..')]..c.`len`", 24, "`len` is not supported in a path", id="dots in a text do not"
        ),
    ],
)
def test_a_wrong_path_is_refused_at_its_place(path: str, offset: int, reason: str) -> None:
    with pytest.raises(SelectorError) as raised:
        lower(path)
    assert (raised.value.offset, raised.value.reason) == (offset, reason)


@given(
    st.lists(st.sampled_from([*"$.[]?()@*,:!<>=&|~`'\"+-/\\ \n#é", "a", "0", "'b'", "..", "[?(", "@.a", "=="])).map(
        "".join
    )
)
def test_any_text_is_a_path_or_is_refused_inside_it(text: str) -> None:
    refused = refusal("$" + text)
    assert refused is None or (0 <= refused.offset <= len(text) + 1 and refused.reason)


def refusal(path: str) -> SelectorError | None:
    try:
        lower(path)
    except SelectorError as error:
        return error
    return None


DATA = {
    "a": [{"n": 1, "t": "x"}, {"n": "1"}, {"n": True}, {"n": None}, {}, {"n": [1]}],
    "o": {"k": {"n": 1}, "l": {"n": 2}},
}


@pytest.mark.parametrize(
    ("path", "found"),
    [
        pytest.param("$.x.y", [], id="nothing there"),
        pytest.param("$.a.n", [], id="a name of a list"),
        pytest.param("$.o[0]", [], id="an index of an object"),
        pytest.param("$.a[9]", [], id="an index behind the end"),
        pytest.param("$.a[0].n[*]", [], id="a wildcard of a number"),
        pytest.param("$.a[?(@.n > 'x')]", [], id="no order between types"),
        pytest.param("$.a[-1].n", [("a", 5, "n")], id="an index from the end"),
        pytest.param("$.a[*].t", [("a", 0, "t")], id="a wildcard"),
        pytest.param("$.o.*", [("o", "k"), ("o", "l")], id="a wildcard of an object"),
        pytest.param("$.a[?(@.n == 1)]", [("a", 0)], id="a number is no text, boolean or list"),
        pytest.param("$.a[?(@.n == true)]", [("a", 2)], id="a boolean is no number"),
        pytest.param("$.a[?(@.n == null)]", [("a", 3)], id="null is not absence"),
        pytest.param(
            "$.a[?(@.n != 1)]", [("a", index) for index in (1, 2, 3, 4, 5)], id="other types and nothing are unequal"
        ),
        pytest.param("$.a[?(@.n >= null)]", [("a", 3)], id="equal values of any type are at least as great"),
        pytest.param("$.a[?(@.n)]", [("a", index) for index in (0, 1, 2, 3, 5)], id="null exists"),
        pytest.param("$.o[?(@.n > 1)]", [("o", "l")], id="a filter of an object finds members"),
        pytest.param("$.a[?(@[*] == 1)]", [("a", 0)], id="one of several values is enough"),
    ],
)
def test_steps_find(path: str, found: list[tuple[str | int, ...]]) -> None:
    steps = lower(path)
    assert steps is not None
    assert [match.path for match in select(steps, DATA)] == found


def test_steps_begin_at_a_given_path() -> None:
    assert list(select([field("n")], {"n": 1}, ("a", 0))) == [Match(("a", 0, "n"), 1)]


@pytest.mark.parametrize(
    ("path", "found"),
    [
        pytest.param(
            "$..n", [("a", at, "n") for at in (0, 1, 2, 3, 5)] + [("o", "k", "n"), ("o", "l", "n")], id="a descent"
        ),
        pytest.param("$.a[-2:].n[-1]", [("a", 5, "n", 0)], id="indices are counted from the start"),
        pytest.param("$.o[?(@.n == $.a[0].n)]", [("o", "k")], id="a comparison with the root"),
        pytest.param("$", [()], id="the root"),
    ],
)
def test_the_library_finds_real_places(path: str, found: list[tuple[str | int, ...]]) -> None:
    assert [match.path for match in select_by_library(path, DATA)] == found


def test_the_library_stops_where_a_path_explodes() -> None:
    with pytest.raises(SelectorError, match="finds more than 100000 values"):
        list(select_by_library("$[0,0,0,0,0,0,0,0,0,0][*]", [[0] * 10_001]))


NAME_STEPS = st.sampled_from(NAMES).map(field)
INDEX_STEPS = st.integers(-3, 4).map(lambda number: ["index", number])
PLAIN_STEPS = NAME_STEPS | INDEX_STEPS | st.just(["all"])
TESTS = st.tuples(st.lists(PLAIN_STEPS, max_size=2), st.sampled_from(OPERATORS), SCALARS).map(list)
EXISTENCE = st.lists(PLAIN_STEPS, max_size=2).map(lambda steps: [steps, None, None])
FILTER_STEPS = st.lists(TESTS | EXISTENCE, min_size=1, max_size=2).map(lambda tests: ["filter", tests])
STEPS = st.lists(PLAIN_STEPS | PLAIN_STEPS | FILTER_STEPS, max_size=4)


def written(steps: Steps, root: str = "$") -> str:
    """Return the path of which the steps come."""
    return root + "".join(bracket(*step) for step in steps)


def bracket(kind: str, value: Any = None) -> str:
    if kind == "field":
        return f"[{quoted(value)}]"
    if kind == "filter":
        return "[?(" + " && ".join(condition(*test) for test in value) + ")]"
    return "[*]" if kind == "all" else f"[{value}]"


def condition(steps: Steps, operator: str | None, value: Any) -> str:
    if operator is None:
        return written(steps, "@")
    return f"{written(steps, '@')} {operator} {quoted(value) if isinstance(value, str) else json.dumps(value)}"


def quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


@given(STEPS, DOCUMENTS)
def test_our_steps_find_what_the_library_finds(steps: Steps, document: Any) -> None:
    path = written(steps)
    assert lower(path) == steps
    assert list(select(steps, document)) == list(select_by_library(path, document))


@given(SCALARS | DOCUMENTS, st.sampled_from(OPERATORS), DOCUMENTS)
def test_comparisons_agree_with_each_other(value: Any, operator: str, operand: Any) -> None:
    assert compare(value, "!=", operand) is not compare(value, "==", operand)
    assert compare(value, "<=", operand) is (compare(value, "<", operand) or equal(value, operand))
    assert compare(value, operator, operand) is compare(operand, operator.translate(str.maketrans("<>", "><")), value)


@pytest.mark.parametrize(
    ("value", "operand", "same"),
    [
        pytest.param(1, True, False, id="a boolean is no number"),
        pytest.param([1], [True], False, id="not in a list either"),
        pytest.param({"a": 0}, {"a": False}, False, id="nor in an object"),
        pytest.param({"a": 1}, {"b": 1}, False, id="another key"),
        pytest.param([1], [1, 1], False, id="a longer list"),
        pytest.param("1", 1, False, id="a text is no number"),
        pytest.param([], {}, False, id="a list is no object"),
        pytest.param(None, False, False, id="null is not false"),
        pytest.param(1, 1.0, True, id="a fraction that is none"),
        pytest.param({"a": [1], "b": 2}, {"b": 2.0, "a": [1]}, True, id="the order of keys does not matter"),
    ],
)
def test_values_are_equal_as_json(value: Any, operand: Any, same: bool) -> None:
    assert equal(value, operand) is same
