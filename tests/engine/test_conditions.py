"""The conditions of rules, run over small manifests."""

import json
from typing import Any

import pytest
from manifest_builders import manifests

from edgelint.engine.linter import RuleError, lint
from edgelint.rule_files.compiler import compile_rule
from edgelint.rule_files.rules import rule_from_json

BASE = {
    "code": "ASE901",
    "name": "rule",
    "summary": "A rule",
    "severity": "error",
    "scope": "module",
    "message": "{value}",
}
Where = list[dict[str, Any]]


def messages(text: str, **rule: Any) -> list[str]:
    """Return what a rule says of a text, in the order of the text."""
    compiled = rule_from_json(compile_rule({**BASE, **rule}, "test"))
    judged = lint(manifests(text, standard_input=True), [compiled], "deployment.json")
    return [each.finding.message for each in judged]


def bare(**options: Any) -> str:
    """Return createOptions alone, in which $ is the one module."""
    return json.dumps({"k8s-experimental": {}, **options})


def deployment(**modules: Any) -> str:
    return json.dumps({"modulesContent": {"$edgeAgent": {"properties.desired": {"modules": modules}}}})


VALUES = ["a", "A", "ab", 1, 1.0, "1", True, None, [], ["a"], {}, {"x": 1}]
CMD = "$.createOptions.Cmd[*]"


def kept(*where: dict[str, Any], values: list[Any] = VALUES) -> list[str]:
    """Return which of the values, named by their JSON text, the conditions hold for."""
    text = bare(Cmd=[{"v": value} for value in values])
    return messages(text, select=CMD, where=list(where), message="{v}")


def at(**test: Any) -> dict[str, Any]:
    return {"at": "@.v", **test}


@pytest.mark.parametrize(
    ("test", "holding"),
    [
        pytest.param({"exists": True}, 12, id="every value is there, null too"),
        pytest.param({"exists": False}, 0, id="none is absent"),
        pytest.param({"equals": "a"}, ["a"], id="a text in its own letter case"),
        pytest.param({"equals": "a", "case": "ignore"}, ["a", "A"], id="a text in any letter case"),
        pytest.param({"equals": 1}, ["1", "1.0"], id="a number, no text and no boolean"),
        pytest.param({"equals": "1"}, ["1"], id="a text of digits"),
        pytest.param({"equals": True}, ["true"], id="a boolean"),
        pytest.param({"equals": None}, [""], id="null"),
        pytest.param({"equals": ["a"]}, ['["a"]'], id="a list"),
        pytest.param({"equals": {"x": 1.0}}, ['{"x": 1}'], id="an object"),
        pytest.param({"in": ["a", 1, None]}, ["a", "1", "1.0", ""], id="one of several"),
        pytest.param({"in": ["AB", "B"], "case": "ignore"}, ["ab"], id="one of several in any letter case"),
        pytest.param({"in": []}, [], id="one of none"),
        pytest.param({"matches": "a"}, ["a", "ab"], id="a pattern is found anywhere"),
        pytest.param({"matches": "^a$", "case": "ignore"}, ["a", "A"], id="a pattern in any letter case"),
        pytest.param({"matches": "1"}, ["1"], id="a pattern finds nothing in a number"),
        pytest.param({"matches": ""}, ["a", "A", "ab", "1"], id="an empty pattern finds every text"),
        pytest.param({"above": 0}, ["1", "1.0"], id="above a number, booleans and texts are not"),
        pytest.param({"above": 1}, [], id="above means more"),
        pytest.param({"is": "text"}, ["a", "A", "ab", "1"], id="texts"),
        pytest.param({"is": "number"}, ["1", "1.0"], id="numbers"),
        pytest.param({"is": "whole-number"}, ["1", "1.0"], id="whole numbers"),
        pytest.param({"is": "boolean"}, ["true"], id="booleans"),
        pytest.param({"is": "null"}, [""], id="nulls"),
        pytest.param({"is": "list"}, ["[]", '["a"]'], id="lists"),
        pytest.param({"is": "object"}, ["{}", '{"x": 1}'], id="objects"),
        pytest.param({"not": {"is": "text"}}, 8, id="what is no text"),
        pytest.param({"not": {"equals": "a"}, "case": "ignore"}, 10, id="not, in any letter case"),
    ],
)
def test_an_operator_holds(test: dict[str, Any], holding: list[str] | int) -> None:
    found = kept(at(**test))
    assert (found if isinstance(holding, list) else len(found)) == holding


@pytest.mark.parametrize(
    ("word", "holding"),
    [
        ("whole-number", [2, 3.0, -1]),
        ("placeholder", ["a${X}"]),
        ("quantity", ["1Gi", "1", "1.5"]),
        ("dns-label", ["1", "1gi", "a-b"]),
        ("service-name", ["a-b"]),
        ("env-name", ["a-b", "A_B", "-a"]),
        ("share-name", ["1gi", "a-b"]),
    ],
)
def test_a_grammar_holds(word: str, holding: list[Any]) -> None:
    values = [2, 3.0, -1, 2.5, float("inf"), "1Gi", "1", "1.5", "1gi", "a-b", "A_B", "-a", "a${X}", "", None, True, []]
    text = bare(Cmd=[{"v": value} for value in values]).replace("Infinity", "1e999")
    found = messages(text, select=CMD, where=[at(**{"is": word})], message="{v}")
    assert found == [str(value) for value in holding]


@pytest.mark.parametrize(
    ("where", "holding"),
    [
        pytest.param([], ["a", "b", "c"], id="no condition always holds"),
        pytest.param([{"at": "@.x", "exists": True}], ["a"], id="what is there"),
        pytest.param([{"at": "@.x", "exists": False}], ["b", "c"], id="what is not there"),
        pytest.param([{"at": "@.x", "not": {"equals": 1}}], ["b", "c"], id="what is absent is not equal"),
        pytest.param([{"at": "@.x", "not": {"exists": True}}], ["b", "c"], id="not there"),
        pytest.param([{"at": "@.l[*]", "equals": 2}], ["b"], id="one of several values is enough"),
        pytest.param([{"at": "@..l[1:]", "equals": 2}], ["b"], id="a path that only the library can run"),
        pytest.param([{"at": "@.l[*]", "not": {"equals": 2}}], ["a", "c"], id="not means none of them"),
        pytest.param([{"at": "$.createOptions.User", "equals": "u"}], ["a", "b", "c"], id="what stands elsewhere"),
        pytest.param([{"at": "$.createOptions.Image", "exists": True}], [], id="what stands nowhere"),
        pytest.param([{"at": "@.n", "equals": "{name}"}], ["c"], id="another field of the value"),
        pytest.param([{"at": "@.n", "in": ["x", "{name}"]}], ["c"], id="another field among others"),
        pytest.param([{"at": "@.n", "equals": "{absent}"}], [], id="an absent capture equals nothing"),
        pytest.param([{"at": "@.n", "in": ["c", "{absent}"]}], [], id="an absent capture spoils a choice"),
        pytest.param([{"at": "@.n", "not": {"equals": "{absent}"}}], ["a", "b", "c"], id="and so does not equal"),
        pytest.param([{"at": "@.m", "above": "{x}"}], ["a"], id="above another field"),
        pytest.param([{"at": "@.m", "above": "{name}"}], [], id="a number is above no text"),
        pytest.param([{"at": "@.m", "above": "{flag}"}], [], id="nor above a boolean"),
    ],
)
def test_a_place_is_tested(where: Where, holding: list[str]) -> None:
    cmd = [
        {"name": "a", "x": 1, "m": 2, "l": [1]},
        {"name": "b", "l": [1, 2], "m": 5, "flag": True},
        {"name": "c", "n": "c"},
    ]
    assert messages(bare(Cmd=cmd, User="u"), select=CMD, where=where, message="{name}") == holding


A, B, NEVER = at(equals="a"), at(equals="A"), at(equals="x")


@pytest.mark.parametrize(
    ("condition", "holding"),
    [
        pytest.param({"any": [A, B]}, ["a", "A"], id="any of two"),
        pytest.param({"any": [NEVER]}, [], id="any of one that never holds"),
        pytest.param({"all": [at(matches="a"), at(matches="b")]}, ["ab"], id="all of two"),
        pytest.param({"all": [A, NEVER]}, [], id="all with one that never holds"),
        pytest.param({"not": {"any": [at(**{"not": {"is": "text"}}), A]}}, ["A", "ab", "1"], id="not any"),
        pytest.param({"not": {"all": [A, B]}}, 12, id="not both"),
        pytest.param({"any": [{"all": [A]}, {"not": {"not": B}}]}, ["a", "A"], id="nested"),
    ],
)
def test_conditions_are_joined(condition: dict[str, Any], holding: list[str] | int) -> None:
    found = kept(condition)
    assert (found if isinstance(holding, list) else len(found)) == holding


ROWS = [{"k": "a", "v": 1}, {"k": "b", "v": 2}, {"k": "a", "v": 3}]
SAME = {"select": "$.createOptions.Entrypoint[*]", "where": [{"at": "@.k", "equals": "{k}"}]}


@pytest.mark.parametrize(
    ("where", "message", "holding"),
    [
        pytest.param([{"some": SAME}], "{k}", ["a", "b"], id="some: there is such a row"),
        pytest.param([{"none": SAME}], "{k}", ["c"], id="none: there is no such row"),
        pytest.param([{"only": SAME}], "{k}", ["b"], id="only: there is exactly one"),
        pytest.param([{"some": {**SAME, "as": "row"}}], "{k}{row.v}", ["a1", "b2"], id="some captures the first"),
        pytest.param([{"only": {**SAME, "as": "row"}}], "{k}{row.v}", ["b2"], id="only captures the one"),
        pytest.param([{"some": SAME}], "{row.v}", ["", ""], id="without a name nothing is captured"),
        pytest.param(
            [{"some": {**SAME, "as": "row"}}, {"at": "{row}", "exists": True}],
            "{k}",
            ["a", "b"],
            id="a capture is a place",
        ),
        pytest.param([{"at": "{row}", "exists": True}], "{k}", [], id="a capture that was not made is absent"),
        pytest.param(
            [{"some": {**SAME, "as": "row"}}, {"at": "$.createOptions.Entrypoint[*].v", "equals": "{row.v}"}],
            "{k}",
            ["a", "b"],
            id="a field of a capture keeps its type",
        ),
        pytest.param(
            [{"some": {"select": ["$.createOptions.Nothing", "$.createOptions.Entrypoint[0]"]}}],
            "{k}",
            ["a", "b", "c"],
            id="several selectors",
        ),
        pytest.param(
            [{"any": [{"some": {**SAME, "as": "row"}}, {"at": "@.k", "equals": "c"}]}],
            "{k}{row.v}",
            ["a1", "b2", "c"],
            id="a capture inside any",
        ),
        pytest.param(
            [{"not": {"none": {**SAME, "as": "row"}}}], "{k}{row.v}", ["a", "b"], id="what not negates captures nothing"
        ),
        pytest.param(
            [{"some": {"select": "$.createOptions.Entrypoint[*]", "where": [{"earlier": {"same": ["k"]}}]}}],
            "{k}",
            ["a", "b", "c"],
            id="earlier rows are those of the inner selection",
        ),
    ],
)
def test_other_rows_are_asked(where: Where, message: str, holding: list[str]) -> None:
    text = bare(Entrypoint=ROWS, Cmd=[{"k": "a"}, {"k": "b"}, {"k": "c"}])
    assert messages(text, select=CMD, where=where, message=message) == holding


TWO = deployment(
    cam={"settings": {"image": "i", "createOptions": {"Cmd": ["x"], "User": "u"}}},
    hub={"settings": {"image": "i", "createOptions": {"Cmd": ["x", "y"]}}},
)
EQUAL = [{"at": "@.text", "equals": "{text}"}, {"at": "@.module", "not": {"equals": "{module}"}}]


@pytest.mark.parametrize(
    ("rows", "holding"),
    [
        pytest.param({"in": "manifest"}, ["cam x", "hub x"], id="the rows of the whole manifest"),
        pytest.param({"in": "module"}, [], id="the rows of the module"),
        pytest.param({}, [], id="of the module too where nothing is said"),
    ],
)
def test_rows_of_other_modules_are_asked(rows: dict[str, Any], holding: list[str]) -> None:
    where = [{"some": {**rows, "select": "$.strings[?(@.source == 'createOptions')]", "where": EQUAL}}]
    found = messages(TWO, select="$.arguments[*]", where=where, message="{module} {text}")
    assert found == holding


def test_in_the_rows_of_the_manifest_the_root_is_the_manifest() -> None:
    where = [{"some": {"in": "manifest", "select": "$", "where": [{"at": "$.modules.hub", "exists": True}]}}]
    assert messages(TWO, select="$.createOptions.User", where=where) == ["u"]
    assert messages(TWO, select="$.createOptions.User", where=[{"at": "$.modules.hub", "exists": True}]) == []


EARLIER = [
    {"k": "a", "p": 1, "n": "1"},
    {"k": "b", "p": 1, "n": "2"},
    {"k": "a", "p": 2, "n": "3"},
    {"k": "a", "p": 1, "n": "4"},
    {"n": "5"},
    {"n": "6"},
]


@pytest.mark.parametrize(
    ("earlier", "holding"),
    [
        pytest.param({"same": ["k"]}, ["1-3", "1-4"], id="same: the first earlier row"),
        pytest.param({"same": ["k", "p"]}, ["1-4"], id="same in two fields"),
        pytest.param({"differ": ["p"]}, ["1-3", "3-4", "1-5", "1-6"], id="differ: absence differs from a value"),
        pytest.param({"same": ["k"], "differ": ["p"]}, ["1-3", "3-4"], id="same in one, different in another"),
        pytest.param({"same": ["x"]}, [], id="what is absent in both is not the same"),
        pytest.param({"differ": ["x"]}, [], id="nor is it different"),
        pytest.param({"differ": ["k", "p"]}, ["2-3", "1-5", "1-6"], id="different in both fields"),
    ],
)
def test_earlier_rows_are_compared(earlier: dict[str, Any], holding: list[str]) -> None:
    found = messages(bare(Cmd=EARLIER), select=CMD, where=[{"earlier": earlier}], message="{earlier.n}-{n}")
    assert found == holding


def test_the_first_row_has_no_earlier_one() -> None:
    assert messages(bare(Cmd=["a"]), select=CMD, where=[{"earlier": {"differ": ["x"]}}]) == []
    assert messages(bare(Cmd=[{"k": 1}]), select=CMD, where=[{"not": {"earlier": {"same": ["k"]}}}], message="{k}") == [
        "1"
    ]


@pytest.mark.parametrize(
    ("amounts", "holding"),
    [
        pytest.param([1, 1], [], id="not above"),
        pytest.param([1, 1, 1, 1], ["2"], id="the row with which it goes above"),
        pytest.param([3], ["0"], id="one row alone"),
        pytest.param([2, 0.5], ["1"], id="fractions"),
        pytest.param([2, "9", None, True, 1], ["4"], id="what is no number counts nothing"),
    ],
)
def test_amounts_are_added_up(amounts: list[Any], holding: list[str]) -> None:
    rows = [{"n": str(index), "v": amount} for index, amount in enumerate(amounts)]
    assert messages(bare(Cmd=rows), select=CMD, where=[{"total": {"of": "v", "above": 2}}], message="{n}") == holding


@pytest.mark.parametrize(
    ("message", "filled"),
    [
        pytest.param("{value}", "u", id="the value itself"),
        pytest.param("{key}", "User", id="its key"),
        pytest.param("{module}", "cam", id="its module"),
        pytest.param("{text}", "u", id="its text"),
        pytest.param("[{other}]", "[]", id="another field of a text is absent"),
    ],
)
def test_every_value_has_some_captures(message: str, filled: str) -> None:
    assert messages(TWO, select="$.createOptions.User", message=message) == [filled]


def test_fields_of_a_value_come_before_what_every_value_has() -> None:
    assert messages(bare(Cmd=[{"value": "v", "module": "m"}]), select=CMD, message="{value} {module}") == ["v m"]


def test_bare_options_have_no_module_name() -> None:
    assert messages(bare(User="u"), select="$.createOptions.User", message="[{module}]") == ["[]"]


def test_a_field_of_a_field() -> None:
    assert messages(bare(Cmd=[{"o": {"p": {"q": 5}}}]), select=CMD, message="{o.p.q} {o.x.y}") == ["5 "]


def test_a_field_as_text() -> None:
    rows = messages(bare(Cmd=[{"p": 5, "o": {"text": "t"}}]), select=CMD, message="{p.text} {o.text} {x.text}")
    assert rows == ["5 t "]


def test_the_first_case_that_holds_speaks_and_without_one_nothing_does() -> None:
    cases = [
        {"where": [{"at": "@", "equals": "a"}], "message": "first {value}", "severity": "info"},
        {"where": [{"at": "@", "in": ["a", "b"]}], "message": "second {value}"},
    ]
    assert messages(bare(Cmd=["a", "b", "c"]), select=CMD, cases=cases) == ["first a", "second b"]


def test_captures_of_where_are_known_in_cases() -> None:
    cases = [{"where": [{"at": "@.k", "equals": "{row.k}"}], "message": "{row.v}"}]
    where = [{"some": {**SAME, "as": "row"}}]
    text = bare(Entrypoint=ROWS, Cmd=[{"k": "b"}])
    assert messages(text, select=CMD, where=where, cases=cases) == ["2"]


@pytest.mark.parametrize(
    ("once", "holding"),
    [
        pytest.param(None, ["x", "x", "y"], id="every value"),
        pytest.param("module", ["x", "x"], id="once in each module"),
    ],
)
def test_a_rule_may_speak_once(once: str | None, holding: list[str]) -> None:
    assert messages(TWO, select=CMD, once=once) == holding


@pytest.mark.parametrize(
    ("scope", "holding"),
    [
        ("manifest", ["deployment"]),
        ("module", ["deployment", "deployment"]),
        ("user-module", ["deployment", "deployment"]),
        ("system-module", []),
    ],
)
def test_the_scope_says_what_the_root_is(scope: str, holding: list[str]) -> None:
    assert messages(TWO, select="$.shape", scope=scope) == holding


def test_a_path_that_explodes_stops_the_run_and_names_the_rule() -> None:
    with pytest.raises(RuleError, match=r"^ASE901 rule: the path .* finds more than 100000 values$"):
        messages(bare(Cmd=[[0] * 2000]), select="$.createOptions.Cmd[" + "0," * 99 + "0][*]")


def test_a_capture_in_a_path_of_a_related_place_is_filled() -> None:
    text = deployment(a={"env": {"A": {"value": "http://b:80"}}, "settings": {}}, b={"settings": {}})
    related = [{"at": "$.modules['{target}']", "key": True, "label": "called"}]
    rule = {**BASE, "scope": "manifest", "select": "$.endpoints[?(@.target)]", "message": "x", "related": related}
    (judged,) = lint(manifests(text), [rule_from_json(compile_rule(rule, "test"))], "a.json")
    assert judged.finding.related[0].location.path.endswith("/modules/b")
