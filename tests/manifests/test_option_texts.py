"""createOptions are put together and read as the runtime does it, no better and no worse."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from manifest_builders import module_with

from edgelint.json_text.views import outer_span, pointer
from edgelint.manifests.option_texts import OptionText

FACTS = os.environ.get("EDGELINT_FACTS")


def options(**settings: Any) -> OptionText:
    return module_with(json.dumps({"image": "i", **settings})).options


def options_of(text: str) -> OptionText:
    return options(createOptions=text)


def data(**settings: Any) -> Any:
    return module_with(json.dumps(settings)).data.get("createOptions")


@pytest.mark.parametrize(
    "settings",
    [
        pytest.param({}, id="no key"),
        pytest.param({"createOptions": None}, id="null"),
        pytest.param({"createOptions": ""}, id="an empty text"),
        pytest.param({"createOptions": " \n\t"}, id="blanks"),
        pytest.param({"createOptions": "null"}, id="the word null"),
        pytest.param({"createOptions": "NULL"}, id="null in upper case"),
        pytest.param({"createOptions": " null "}, id="null between blanks"),
        pytest.param({"createOptions": "/* a */ null // b"}, id="null between comments"),
        pytest.param({"createOptions": "undefined//c"}, id="undefined before a comment"),
        pytest.param({"createOptions": "//c"}, id="a comment"),
        pytest.param({"createOptions": " /**/ //\n"}, id="comments"),
        pytest.param({"createOptions": '""'}, id="a JSON text of nothing"),
        pytest.param({"createOptions": "''"}, id="in single quotes"),
        pytest.param({"createOptions": "//", "createOptions01": 5}, id="a number in a comment"),
        pytest.param({"createOptions": "undefined"}, id="the word undefined"),
        pytest.param({"createOptions": "nu", "createOptions1": "ll"}, id="a word in chunks"),
        pytest.param({"createOptions": None, "createOptions01": ""}, id="chunks without a character"),
    ],
)
def test_nothing_means_no_options(settings: dict[str, Any]) -> None:
    assert (options(**settings).state, data(**settings)) == ("none", {})


@pytest.mark.parametrize(
    ("settings", "form"),
    [
        pytest.param({"createOptions": '{"Env": ["A=b"]}'}, "text", id="one text"),
        pytest.param({"createoptions": '{"Env": ["A=b"]}'}, "text", id="a key in lower case"),
        pytest.param({"CREATEOPTIONS": '{"Env": ["A=b"]}'}, "text", id="a key in upper case"),
        pytest.param({"_createOptions": '{"Env": ["A=b"]}'}, "text", id="a key that only holds the word, alone"),
        pytest.param({"createOptionsOld": '{"Env": ["A=b"]}'}, "text", id="the word in front, alone"),
        pytest.param({"createOptions": '{"Env": [', "createOptions01": '"A=b"]}'}, "chunks", id="two chunks"),
        pytest.param({"createOptions": '{"Env": [', "createOptions1": '"A=b"]}'}, "chunks", id="an unpadded number"),
        pytest.param({"createOptions": '{"Env": [', "createOptions001": '"A=b"]}'}, "chunks", id="three digits"),
        pytest.param({"createOptions": '{"Env": [', "CREATEOPTIONS01": '"A=b"]}'}, "chunks", id="chunks in mixed case"),
        pytest.param({"createOptions01": '"A=b"]}', "createOptions": '{"Env": ['}, "chunks", id="the order of keys"),
        pytest.param({"createOptions": '{"Env": [', "createOptions02": '"A=b"]}'}, "chunks", id="a gap"),
        pytest.param({"createOptions01": '{"Env": ["A=b"]}'}, "text", id="the first chunk is missing"),
        pytest.param({"createOptions": '{"Env": ["A=b"]}', "createOptions01": None}, "chunks", id="a null chunk"),
        pytest.param({"createOptions": None, "createOptions01": '{"Env": ["A=b"]}'}, "chunks", id="null in front"),
        pytest.param({"createOptions": '{"Env": ["A=b"]}', "createOptions01": " "}, "chunks", id="a blank chunk"),
        pytest.param({"createOptions": '{"Env": ["A=b"]}', "_createOptions": "x"}, "text", id="a stray key beside it"),
        pytest.param({"createOptions": {"Env": ["A=b"]}}, "object", id="an object"),
        pytest.param({"createOptions": {"Env": ["A=b"]}, "createOptions01": ""}, "object", id="and an empty chunk"),
        pytest.param({"createOptions": {"Env": ["A=b"]}, "createOptions01": None}, "object", id="and a null chunk"),
        pytest.param({"createOptions": {"Env": ["A=b"]}, "createOptions01": " // c"}, "object", id="and a comment"),
        pytest.param({"createOptions": "/**/", "createOptions01": {"Env": ["A=b"]}}, "object", id="a comment in front"),
        pytest.param({"createOptions": '{"Env": ["A=b"', "createOptions1x": "]}"}, "chunks", id="a key with a tail"),
        pytest.param(
            {"createOptions": '{"Env":', "createOptions1": ["A=b"], "createOptions2": "}"}, "joined", id="a list"
        ),
    ],
)
def test_options_are_joined(settings: dict[str, Any], form: str) -> None:
    assert (options(**settings).form, options(**settings).state) == (form, "read")
    assert data(**settings) == {"Env": ["A=b"]}


def test_chunks_follow_their_numbers() -> None:
    keys = ["createOptions", *(f"createOptions{number}" for number in range(1, 12))]
    assert data(**dict(reversed(list(zip(keys, '{"A":1234567', strict=True))))) is None
    assert data(**dict(reversed(list(zip(keys, '{"A":123456}', strict=True))))) == {"A": 123456}


def test_the_runtime_takes_a_hundred_chunks() -> None:
    keys = ["createOptions", *(f"createOptions{number:03}" for number in range(1, 102))]
    texts = ['{"A": 1', *[" "] * 98, "}", "x", "y"]
    assert data(**dict(zip(keys, texts, strict=True))) == {"A": 1}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('{"Env": ["A=b"]} ', id="blanks around"),
        pytest.param('/* c */ {"Env": ["A=b"] // d\n} // e', id="comments"),
        pytest.param("{'Env': ['A=b']}", id="single quotes"),
        pytest.param('{Env: ["A=b"]}', id="a name without quotes"),
        pytest.param('{"Env": ["A=b",],}', id="trailing commas"),
    ],
)
def test_the_runtime_reads_more_than_json(text: str) -> None:
    assert (options_of(text).state, data(createOptions=text)) == ("read", {"Env": ["A=b"]})


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param('{"Env": ["A=\n"]}', {"Env": ["A=\n"]}, id="a raw line break in a string"),
        pytest.param('{"A": NaN}', {"A": None}, id="NaN"),
        pytest.param('{"A": 0x1F}', {"A": 31}, id="a hexadecimal number"),
        pytest.param('{"A": 010}', {"A": 8}, id="a leading zero"),
        pytest.param('{"HostConfig": ${X}}', {"HostConfig": "${X}"}, id="a bare placeholder"),
        pytest.param('{"Env": [${A}${B}]}', {"Env": ["${A}", "${B}"]}, id="two bare placeholders"),
        pytest.param('{"HostConfig": "${X}"}', {"HostConfig": "${X}"}, id="a placeholder in a string"),
    ],
)
def test_odd_values_are_read(text: str, value: Any) -> None:
    assert (options_of(text).state, data(createOptions=text)) == ("read", value)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<create option>", id="words in angle brackets"),
        pytest.param("$CREATE_OPTIONS", id="a variable"),
        pytest.param(" ${OPTIONS}\n", id="a variable in braces between blanks"),
        pytest.param('"${OPTIONS}"', id="a variable as a JSON string"),
        pytest.param('{"Env": [], ${MORE}', id="a text that ends at a placeholder"),
    ],
)
def test_a_placeholder_is_not_judged(text: str) -> None:
    assert (options_of(text).state, data(createOptions=text)) == ("placeholder", None)


@pytest.mark.parametrize(
    ("text", "reason", "characters"),
    [
        pytest.param('{"A": 1', "the text ends inside an object", "1", id="an open object"),
        pytest.param("{", "the text ends inside an object", "{", id="an open brace alone"),
        pytest.param('{"A": 1}}', 'expected the end of the text, found "}"', "}", id="one brace too many"),
        pytest.param("{}{}", 'expected the end of the text, found "{"', "{", id="a second object"),
        pytest.param("\ufeff{}", "expected a value, found U+FEFF", "\\ufeff", id="a byte order mark in front"),
        pytest.param("null x", 'expected the end of the text, found "x"', "x", id="a word behind null"),
        pytest.param(" NULL", 'expected a value, found "NULL"', "N", id="a blank before null in upper case"),
        pytest.param("//", "comment is not closed", "/", id="two slashes at the end"),
        pytest.param("/* c", "comment is not closed", "/", id="an open comment"),
        pytest.param("{} //", "comment is not closed", "/", id="two slashes behind the object"),
        pytest.param("UNDEFINED", 'expected a value, found "UNDEFINED"', "U", id="undefined in upper case"),
        pytest.param('{"A": +5}', 'expected a value, found "+"', "+", id="a plus in front of a number"),
        pytest.param(
            '{"A": "${X}" "B": 1}', "expected a comma or }, found a string", '\\"', id="an unrelated placeholder"
        ),
        pytest.param('{"A": "<x>", "B": tru}', 'expected a value, found "tru"', "t", id="angle brackets elsewhere"),
        pytest.param('{"A": "${X}', "string is not closed", '\\"', id="a placeholder in a string that is not closed"),
        pytest.param("'", "string is not closed", "'", id="a lone quote"),
    ],
)
def test_a_broken_text_is_told_where(text: str, reason: str, characters: str) -> None:
    found = options_of(text)
    file = found.place.view.text
    assert found.fault is not None
    span = outer_span(found.fault)
    assert (found.state, found.reason, file[span.start : span.end]) == ("broken", reason, characters)


@pytest.mark.parametrize(
    ("settings", "found", "at"),
    [
        pytest.param({"createOptions": []}, "a list", "createOptions", id="a list"),
        pytest.param({"createOptions": 5}, "a number", "createOptions", id="a number"),
        pytest.param({"createOptions": True}, "a boolean", "createOptions", id="a boolean"),
        pytest.param({"createOptions": "{}", "createOptions01": 1.5}, "a number", "createOptions01", id="as a chunk"),
        pytest.param(
            {"createOptions": "{}", "createOptions01": {}}, "an object", "createOptions01", id="an object there"
        ),
        pytest.param({"createOptions": "[]"}, "a list", "createOptions", id="a list as text"),
        pytest.param({"createOptions": " 5"}, "a number", "createOptions", id="a number as text"),
        pytest.param({"createOptions": "NaN"}, "a number", "createOptions", id="no number, which is one"),
        pytest.param({"createOptions": "/* NaN */ -Infinity"}, "a number", "createOptions", id="less than all numbers"),
        pytest.param({"createOptions": "true"}, "a boolean", "createOptions", id="a boolean as text"),
        pytest.param({"createOptions": '"x"'}, "a text", "createOptions", id="a text as text"),
    ],
)
def test_what_is_no_object_is_named(settings: dict[str, Any], found: str, at: str) -> None:
    read_as = options(**settings)
    assert (read_as.state, read_as.found, pointer(read_as.place).rpartition("/")[2]) == ("not-object", found, at)


def test_a_text_behind_an_object_is_broken() -> None:
    found = options(createOptions={"Env": []}, createOptions01="x")
    assert found.fault is not None
    assert (found.state, found.reason) == ("broken", "a text behind the object")
    assert pointer(found.fault).endswith("/createOptions01")


@pytest.mark.parametrize(
    ("settings", "value"),
    [
        pytest.param({"createOptions": '{"A":', "createOptions01": 5, "createOptions02": "}"}, 5, id="a number"),
        pytest.param(
            {"createOptions": '{"A":', "createOptions01": {"b": 1}, "createOptions02": "}"}, {"b": 1}, id="an object"
        ),
        pytest.param(
            {"createOptions": '{"A":"', "createOptions01": True, "createOptions02": '"}'}, "True", id="a boolean"
        ),
        pytest.param({"createOptions": "{A:", "createOptions01": 1.0, "createOptions02": "5}"}, 15, id="half a number"),
    ],
)
def test_values_that_are_no_texts_become_texts_and_stand_where_the_first_is(
    settings: dict[str, Any], value: Any
) -> None:
    module = module_with(json.dumps(settings))
    place = module.origin.resolve(("createOptions", "A"))
    assert (module.options.form, module.options.view, module.data["createOptions"]) == ("joined", None, {"A": value})
    assert pointer(place).endswith("/settings/createOptions01")


def test_what_the_runtime_refuses_is_read_all_the_same() -> None:
    found = options(createOptions='{"Tty":', createOptions01='/*c*/true,"Env":[]}')
    assert found.fault is not None
    assert (found.state, found.reason) == ("refused", "comment before the value of Tty")
    assert (found.data, outer_span(found.fault).start) == (
        {"Tty": True, "Env": []},
        found.place.view.strings[0].view.text.index("/*"),
    )


def test_what_the_runtime_refuses_in_joined_values_stands_where_the_first_is_that_is_no_text() -> None:
    found = options(createOptions='{"Tty":/*c*/', createOptions01=5, createOptions02="}")
    assert (found.form, found.state, found.data) == ("joined", "refused", {"Tty": 5})
    assert found.fault is not None
    assert pointer(found.fault).endswith("/createOptions01")


@pytest.mark.parametrize("text", ['"{\\"Env\\": []}"', '" {}"', "'{}'"])
def test_a_text_that_holds_options_as_a_string_is_encoded_twice(text: str) -> None:
    assert options_of(text).state == "encoded-twice"


@pytest.mark.parametrize("settings", [{"createOptions": "{}"}, {"createOptions": "{", "createOptions01": "}"}])
def test_options_that_are_a_text_have_a_view(settings: dict[str, Any]) -> None:
    view = options(**settings).view
    assert view is not None
    assert view.text == "{}"


@pytest.mark.parametrize("value", [None, "", {}, "<x>", "{", "[]", 5])
def test_other_options_have_none(value: Any) -> None:
    assert options(createOptions=value).view is None


@pytest.mark.parametrize(
    ("settings", "place"),
    [
        pytest.param('{"createOptions": ""}', "/createOptions", id="an empty text"),
        pytest.param('{"createoptions": " "}', "/createoptions", id="another spelling"),
        pytest.param(
            '{"createOptions": null, "createOptions01": "{}"}', "/createOptions01", id="the chunk that speaks"
        ),
        pytest.param('{"createOptions": {}}', "/createOptions", id="an object"),
        pytest.param("{}", "", id="nothing: the settings"),
    ],
)
def test_options_stand_where_their_first_characters_do(settings: str, place: str) -> None:
    module = module_with(settings)
    start = "/modulesContent/$edgeAgent/properties.desired/modules/m/settings"
    assert pointer(module.origin.resolve(("createOptions",))) == start + place


def test_a_repeated_member_of_a_text_is_kept_for_the_merge() -> None:
    assert data(createOptions='{"Env": ["A=1"], "Env": ["B=2"]}') == {"Env": ["A=1", "B=2"]}


def test_a_repeated_member_of_an_object_in_the_file_is_lost() -> None:
    module = module_with('{"createOptions": {"Env": ["A=1"], "Env": ["B=2"]}}')
    assert module.data["createOptions"] == {"Env": ["B=2"]}


def recorded() -> list[dict[str, Any]]:
    """Return the recorded runs of the agent that are about reading createOptions of one module."""
    if not FACTS:
        return []
    lines = (Path(FACTS) / "agent-vectors.jsonl").read_text(encoding="utf-8").splitlines()
    vectors = [vector for vector in map(json.loads, lines) if vector["id"].startswith("a2-")]
    return [vector for vector in vectors if "settings" in vector["input"] or "createOptions" in vector["input"]]


def read_vector(vector: dict[str, Any]) -> OptionText:
    given = vector["input"]
    if "createOptions" not in given:
        return options(**given["settings"])
    text = given["createOptions"]
    return options_of(text if isinstance(text, str) else json.dumps(text))


@pytest.mark.skipif(not FACTS, reason="EDGELINT_FACTS names no folder with the recorded outcomes of the agent")
def test_what_the_agent_read_is_read() -> None:
    states = {vector["id"]: read_vector(vector).state for vector in recorded() if "throws" not in vector["outcome"]}
    assert len(states) > 50
    assert {name: state for name, state in states.items() if state not in ("read", "none")} == {}


@pytest.mark.skipif(not FACTS, reason="EDGELINT_FACTS names no folder with the recorded outcomes of the agent")
def test_what_the_agent_could_not_read_is_not_read() -> None:
    refused = {f"a2-{number}" for number in ("26", "27", "28", "306", "308", "309", "312", "314", "315", "94")}
    states = {vector["id"]: read_vector(vector).state for vector in recorded() if vector["id"] in refused}
    assert states.keys() == refused
    assert {name: state for name, state in states.items() if state not in ("broken", "not-object")} == {}


@pytest.mark.skipif(not FACTS, reason="EDGELINT_FACTS names no folder with the recorded outcomes of the agent")
def test_the_agent_passed_on_the_variables_that_are_read() -> None:
    for vector in recorded():
        containers = [deployment["container"] for deployment in vector["outcome"].get("deployments", [])]
        if containers and "env" in containers[0] and "env" not in vector["input"]:
            given = vector["input"]
            settings = given.get("settings") or {"createOptions": given["createOptions"]}
            assert data(**settings)["Env"] == containers[0]["env"], vector["id"]
