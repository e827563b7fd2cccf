"""One description of the rule format checks rules and prints their JSON Schema; both must say the same."""

import os
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped] # jsonschema ships no types

from edgelint.rule_files.rule_format import check, json_schema
from edgelint.rule_files.yaml_reader import read_yaml

BASE: dict[str, Any] = {
    "code": "ASE101",
    "name": "docker-binds",
    "summary": "Docker Binds",
    "severity": "error",
    "scope": "module",
    "select": "$.mounts[*]",
    "message": "Binds entry",
}
OPERATORS = "exists, equals, in, matches, is, above, not"
CONDITIONS = "at, any, all, not, some, none, only, earlier, total"
STEPS = "add, append, remove, replace, rename, rewrite, substitute, chunk, stringify, unwrap, rename-module"
KINDS = (
    "whole-number, placeholder, text, number, boolean, list, object, null, quantity, dns-label, service-name, env-name, "
    "share-name"
)
BRACES = "braces must pair around a name, as in {source}; {{ and }} are braces themselves"
PLACE = "must be a JSONPath that starts at @ or $, or a whole capture as in {earlier}"
FACTS = os.environ.get("EDGELINT_FACTS")


def rule(yaml: str) -> dict[str, Any]:
    """Return the smallest rule with these members in addition."""
    members: dict[str, Any] = read_yaml(yaml).data or {}
    return {**BASE, **members}


def without(*keys: str, **members: object) -> dict[str, Any]:
    return {key: value for key, value in {**BASE, **members}.items() if key not in keys}


def fits_schema(data: object) -> bool:
    return bool(Draft202012Validator(json_schema()).is_valid(data))


ACCEPTED = [
    pytest.param(rule(""), id="the smallest rule"),
    pytest.param(rule("select: ['$.mounts[*]', \"$.ports[?(@.list == 'bound')]\"]"), id="several selectors"),
    pytest.param(without("message", cases=[{"message": "a"}, {"message": "b"}]), id="a message in every case"),
    pytest.param(rule("cases: [{severity: info}, {related: [], fix: []}]"), id="cases that leave things out"),
    pytest.param(rule("message: 'a {x} and {x.y} in {{braces}}'"), id="captures and literal braces"),
    pytest.param(rule("help: |\n  Two lines\n  of help\n"), id="help of several lines"),
    pytest.param(
        rule("{once: module, mark: key, since: '1.0', status: deprecated, replaced-by: ASE102}"), id="its life"
    ),
    pytest.param(rule("where: [{at: '@', exists: true}]"), id="the node itself"),
    pytest.param(rule("where: [{at: '{mapped.number}', equals: 1}]"), id="a whole capture as a place"),
    pytest.param(rule("where: [{at: '@.a', equals: null}]"), id="nothing is a value to compare with"),
    pytest.param(rule("where: [{at: '@.a', in: [1, x, null]}]"), id="a choice of values"),
    pytest.param(rule("where: [{at: '@.a', matches: '^x$', case: ignore}]"), id="a pattern whose case is ignored"),
    pytest.param(rule("where: [{at: '@.a', is: whole-number}]"), id="a word for what a value is"),
    pytest.param(rule("where: [{at: '@.a', above: 5}, {at: '@.a', above: '{limit.number}'}]"), id="bounds"),
    pytest.param(rule("where: [{at: '@.a', not: {in: [x]}, case: ignore}]"), id="an operator that does not hold"),
    pytest.param(rule("where: [{not: {any: [{all: [{at: '@', exists: true}]}]}}]"), id="conditions inside conditions"),
    pytest.param(
        rule("where: [{some: {in: manifest, select: $.a, where: [{at: '@', exists: true}], as: x}}]"),
        id="some other row",
    ),
    pytest.param(rule("where: [{none: {select: [$.a, $.b]}}, {only: {select: $.a, as: x}}]"), id="no row, one row"),
    pytest.param(rule("where: [{earlier: {same: [volume], differ: [source_key]}}]"), id="an earlier row"),
    pytest.param(rule("where: [{total: {of: number, above: 1.5}}]"), id="a sum"),
    pytest.param(rule("related: [{at: '{earlier}', label: 'the {x} one', key: true}]"), id="a related place"),
    pytest.param(
        rule("sources: [{evidence: documented, statement: S3, title: Page, url: 'https://example.com/a'}]"),
        id="a source",
    ),
    pytest.param(
        rule(
            "fix: {title: t, applicability: needs-input, where: [], then: [x], needs: 'shares.{name}', steps: ["
            "{add: {to: $.a, value: null}}, {append: {to: $.b, value: {'K?': '{x}'}}}, "
            "{remove: {at: '@', prune: empty-parents}}, {replace: {at: '{x}', value: 1}}, {rename: {at: '@', to: K}}, "
            "{rewrite: {at: '@', part: port, with: ''}}, {substitute: {text: '$({name})', with: '$({name}_b)'}}]}"
        ),
        id="every step of a fix",
    ),
    pytest.param(
        rule("fix: [{title: t, applicability: safe, steps: [{remove: {at: '@'}}]}]"), id="a list of alternative fixes"
    ),
    pytest.param(
        rule(
            "examples: [{bad: {env: 1, kind: system}, finds: [{at: $.env, text: '', message: 'the ${X} is {wrong', "
            "severity: info, fix: safe}], fixed: {}, answers: {shares: {}}, because: x}, {good: {modules: {a: {}}}}]"
        ),
        id="a bad and a good example",
    ),
    pytest.param(rule("examples: [{good: {env: 1}, statement: S11}]"), id="a good example that names a statement"),
    pytest.param(
        rule(
            "examples: [{good: {module: 1, manifest: [], routes: x, twins: {}, text: '{'}}, {good: {name: 1, status: 1, "
            "type: 1, restartPolicy: 1, startupOrder: 1, imagePullPolicy: 1, version: 1, settings: 1, createOptions: 1}}]"
        ),
        id="the inner values of a fragment are free",
    ),
]


@pytest.mark.parametrize("data", ACCEPTED)
def test_accepted_by_both(data: object) -> None:
    assert check(data) == []
    assert fits_schema(data)


W = ("where", 0)
F = ("fix",)
S = ("fix", "steps", 0)
E = ("examples", 0)


def fix(steps: str) -> dict[str, Any]:
    return rule(f"fix: {{title: t, applicability: safe, steps: [{steps}]}}")


REJECTED = [
    pytest.param(None, (), "must be a mapping, not nothing", id="an empty file"),
    pytest.param([BASE], (), "must be a mapping, not a list", id="a list of rules"),
    pytest.param("x", (), "must be a mapping, not text", id="a text"),
    pytest.param(
        rule("mesage: x"), ("mesage",), 'unknown key "mesage"; did you mean "message"?', id="a key that is misspelt"
    ),
    pytest.param(rule("zzz: x"), ("zzz",), 'unknown key "zzz"', id="a key that is like no other"),
    pytest.param(without("code"), (), 'key "code" is missing', id="no code"),
    pytest.param(without("name"), (), 'key "name" is missing', id="no name"),
    pytest.param(without("summary"), (), 'key "summary" is missing', id="no summary"),
    pytest.param(without("severity"), (), 'key "severity" is missing', id="no severity"),
    pytest.param(without("scope"), (), 'key "scope" is missing', id="no scope"),
    pytest.param(without("select"), (), 'key "select" is missing', id="no selector"),
    pytest.param(without("message"), (), 'key "message" is missing, here or in a case', id="no message"),
    pytest.param(
        without("message", cases=[{"message": "a"}, {}]),
        (),
        'key "message" is missing, here or in a case',
        id="a case without a message",
    ),
    pytest.param(
        rule("code: ASE1"), ("code",), "must be two to five capitals and three digits, as in ASE101", id="a short code"
    ),
    pytest.param(
        rule("code: XASE101x"),
        ("code",),
        "must be two to five capitals and three digits, as in ASE101",
        id="a long code",
    ),
    pytest.param(
        rule("name: dockerBinds"),
        ("name",),
        "must be small letters and digits joined by hyphens, as in docker-binds",
        id="a name in camel case",
    ),
    pytest.param(
        rule('summary: "a\\nb"'),
        ("summary",),
        "must be one line of text without blanks around it",
        id="a summary of two lines",
    ),
    pytest.param(
        rule("severity: eror"),
        ("severity",),
        '"eror" is not one of error, warning, info; did you mean "error"?',
        id="a severity that is misspelt",
    ),
    pytest.param(
        rule("severity: 3"),
        ("severity",),
        "must be one of error, warning, info, not a number",
        id="a severity by number",
    ),
    pytest.param(
        rule("scope: user_module"),
        ("scope",),
        '"user_module" is not one of manifest, module, user-module, system-module; did you mean "user-module"?',
        id="a scope with an underscore",
    ),
    pytest.param(rule("select: 5"), ("select",), "must be text, not a number", id="a selector by number"),
    pytest.param(rule("select: []"), ("select",), "must not be empty", id="no selectors"),
    pytest.param(rule("select: a.b"), ("select",), "must be a JSONPath that starts at $", id="a path without a root"),
    pytest.param(rule("select: '@.b'"), ("select",), "must be a JSONPath that starts at $", id="a path from nowhere"),
    pytest.param(rule("select: [$.a, b]"), ("select", 1), "must be a JSONPath that starts at $", id="the second path"),
    pytest.param(rule("where: {}"), ("where",), "must be a list, not a mapping", id="conditions without a list"),
    pytest.param(rule("cases: []"), ("cases",), "must not be empty", id="no cases"),
    pytest.param(
        rule("cases: [{once: module}]"), ("cases", 0, "once"), 'unknown key "once"', id="a case with a key of the rule"
    ),
    pytest.param(rule("once: file"), ("once",), '"file" is not one of module, manifest', id="once in what"),
    pytest.param(rule("mark: '@.key'"), ("mark",), "must be a name of small letters and _", id="a mark by path"),
    pytest.param(rule("message: 'a {b'"), ("message",), f"must be one line of text; {BRACES}", id="an open brace"),
    pytest.param(rule("message: 'a b}'"), ("message",), f"must be one line of text; {BRACES}", id="a closing brace"),
    pytest.param(
        rule("message: 'a {}'"), ("message",), f"must be one line of text; {BRACES}", id="braces around nothing"
    ),
    pytest.param(
        rule("message: '{a b}'"), ("message",), f"must be one line of text; {BRACES}", id="braces around words"
    ),
    pytest.param(rule("message: '{{a}'"), ("message",), f"must be one line of text; {BRACES}", id="a brace and a half"),
    pytest.param(rule("message: ' '"), ("message",), f"must be one line of text; {BRACES}", id="a blank message"),
    pytest.param(
        rule('message: "a\\nb"'), ("message",), f"must be one line of text; {BRACES}", id="a message of two lines"
    ),
    pytest.param(rule("help: '{'"), ("help",), f"must be text; {BRACES}", id="an open brace in the help"),
    pytest.param(rule("why: ''"), ("why",), "must not be empty", id="an empty reason"),
    pytest.param(
        rule("since: 1.0"), ("since",), "must be text, not a number", id="a version that YAML takes as a number"
    ),
    pytest.param(rule("since: v1"), ("since",), "must be a version, as in '1.0'", id="a version with a letter"),
    pytest.param(
        rule("status: beta"), ("status",), '"beta" is not one of preview, stable, deprecated', id="a status of its own"
    ),
    pytest.param(
        rule("replaced-by: docker-binds"),
        ("replaced-by",),
        "must be two to five capitals and three digits, as in ASE101",
        id="a successor by name",
    ),
    pytest.param(rule("related: [{at: '@'}]"), ("related", 0), 'key "label" is missing', id="a place without a label"),
    pytest.param(
        rule("related: [{at: 'the {x}', label: x}]"), ("related", 0, "at"), PLACE, id="a capture with words around it"
    ),
    pytest.param(
        rule("related: [{at: '@', label: x, key: 1}]"),
        ("related", 0, "key"),
        "must be true or false, not a number",
        id="a flag by number",
    ),
    pytest.param(
        rule("sources: [{evidence: documented, title: x, url: 'http://example.com'}]"),
        ("sources", 0, "url"),
        "must start with https://",
        id="a source without https",
    ),
    pytest.param(
        rule("sources: [{evidence: guess, title: x, url: 'https://example.com'}]"),
        ("sources", 0, "evidence"),
        '"guess" is not one of documented, executed, source, inferred',
        id="a guess as evidence",
    ),
    pytest.param(
        rule("sources: [{evidence: source, statement: 3, title: x, url: 'https://example.com'}]"),
        ("sources", 0, "statement"),
        "must be text, not a number",
        id="a statement by number",
    ),
    pytest.param(rule("where: [{}]"), W, f"needs one of {CONDITIONS}", id="an empty condition"),
    pytest.param(rule("where: [x]"), W, "must be a mapping, not text", id="a text as a condition"),
    pytest.param(
        rule("where: [{nonne: {}}]"),
        (*W, "nonne"),
        'unknown key "nonne"; did you mean "none"?',
        id="a condition that is misspelt",
    ),
    pytest.param(rule("where: [{at: '@.a'}]"), W, f"needs one of {OPERATORS}", id="a place without an operator"),
    pytest.param(rule("where: [{equals: 1}]"), W, f"needs one of {CONDITIONS}", id="an operator without a place"),
    pytest.param(rule("where: [{at: a, exists: true}]"), (*W, "at"), PLACE, id="a place without a root"),
    pytest.param(
        rule("where: [{at: '@', equal: 1, exists: true}]"),
        (*W, "equal"),
        'unknown key "equal"',
        id="an operator that is misspelt beside another",
    ),
    pytest.param(
        rule("where: [{at: '@', machtes: x}]"),
        (*W, "machtes"),
        'unknown key "machtes"; did you mean "matches"?',
        id="an operator that is misspelt",
    ),
    pytest.param(
        rule("where: [{at: '@', equals: 1, in: [1]}]"), (*W, "in"), '"in" does not go with "equals"', id="two operators"
    ),
    pytest.param(
        rule("where: [{at: '@', exists: true, some: {select: $}}]"),
        (*W, "some"),
        '"some" does not go with "at"',
        id="two conditions in one",
    ),
    pytest.param(
        rule("where: [{at: '@', is: text, case: ignore}]"),
        (*W, "case"),
        '"case" does not go with "is"',
        id="case where there is none",
    ),
    pytest.param(
        rule("where: [{at: '@', not: {equals: x, case: ignore}}]"),
        (*W, "not", "case"),
        'unknown key "case"',
        id="case inside of not",
    ),
    pytest.param(
        rule("where: [{at: '@', equals: x, case: upper}]"),
        (*W, "case"),
        '"upper" is not one of ignore',
        id="upper case",
    ),
    pytest.param(
        rule("where: [{at: '@', exists: 'yes'}]"), (*W, "exists"), "must be true or false, not text", id="exists: yes"
    ),
    pytest.param(rule("where: [{at: '@', in: x}]"), (*W, "in"), "must be a list, not text", id="in without a list"),
    pytest.param(rule("where: [{at: '@', in: []}]"), (*W, "in"), "must not be empty", id="in an empty list"),
    pytest.param(
        rule("where: [{at: '@', is: integer}]"), (*W, "is"), f'"integer" is not one of {KINDS}', id="an unknown word"
    ),
    pytest.param(
        rule("where: [{at: '@', is: dns-lable}]"),
        (*W, "is"),
        f'"dns-lable" is not one of {KINDS}; did you mean "dns-label"?',
        id="a word that is misspelt",
    ),
    pytest.param(
        rule("where: [{at: '@', above: true}]"),
        (*W, "above"),
        "must be a number, not true or false",
        id="a bound that is no number",
    ),
    pytest.param(
        rule("where: [{at: '@', above: '5'}]"),
        (*W, "above"),
        "must be a number or a whole capture, as in {limit}",
        id="a bound in quotes",
    ),
    pytest.param(
        rule("where: [{at: '@', not: {}}]"),
        (*W, "not"),
        "needs one of exists, equals, in, matches, is, above",
        id="not what",
    ),
    pytest.param(
        rule("where: [{at: '@', not: {at: $, equals: 1}}]"),
        (*W, "not", "at"),
        'unknown key "at"',
        id="a place inside not",
    ),
    pytest.param(rule("where: [{any: []}]"), (*W, "any"), "must not be empty", id="any of nothing"),
    pytest.param(
        rule("where: [{not: [{at: '@', exists: true}]}]"), (*W, "not"), "must be a mapping, not a list", id="not a list"
    ),
    pytest.param(
        rule("where: [{any: [{all: [{not: {at: '@', exist: true}}]}]}]"),
        (*W, "any", 0, "all", 0, "not", "exist"),
        'unknown key "exist"; did you mean "exists"?',
        id="a fault deep inside",
    ),
    pytest.param(
        rule("where: [{some: {where: []}}]"), (*W, "some"), 'key "select" is missing', id="rows without a selector"
    ),
    pytest.param(
        rule("where: [{none: {select: $, as: x}}]"), (*W, "none", "as"), 'unknown key "as"', id="a name for no row"
    ),
    pytest.param(
        rule("where: [{only: {select: $, in: file}}]"),
        (*W, "only", "in"),
        '"file" is not one of module, manifest',
        id="rows of nowhere",
    ),
    pytest.param(
        rule("where: [{earlier: {}}]"), (*W, "earlier"), "needs same, differ or both", id="an earlier row, but which"
    ),
    pytest.param(
        rule("where: [{earlier: {same: volume}}]"),
        (*W, "earlier", "same"),
        "must be a list, not text",
        id="a field without a list",
    ),
    pytest.param(
        rule("where: [{earlier: {same: ['@.volume']}}]"),
        (*W, "earlier", "same", 0),
        "must be the name of a field, as in source_key",
        id="a field by path",
    ),
    pytest.param(
        rule("where: [{total: {of: a}}]"), (*W, "total"), 'key "above" is missing', id="a sum without a bound"
    ),
    pytest.param(fix(""), (*F, "steps"), "must not be empty", id="a fix without steps"),
    pytest.param(fix("{}"), S, f"needs one of {STEPS}", id="an empty step"),
    pytest.param(
        fix("{append: {to: $.a, value: 1}, remove: {at: '@'}}"),
        (*S, "remove"),
        '"remove" does not go with "append"',
        id="two steps in one",
    ),
    pytest.param(fix("{delete: {at: '@'}}"), (*S, "delete"), 'unknown key "delete"', id="a step of another tool"),
    pytest.param(fix("{add: {value: 1}}"), (*S, "add"), 'key "to" is missing', id="a step without a place"),
    pytest.param(fix("{add: {to: $.a}}"), (*S, "add"), 'key "value" is missing', id="a step without a value"),
    pytest.param(
        fix("{remove: {at: '@', prune: all}}"),
        (*S, "remove", "prune"),
        '"all" is not one of empty-parents',
        id="prune what",
    ),
    pytest.param(
        fix("{rewrite: {at: '@', part: x, with: '{x'}}"),
        (*S, "rewrite", "with"),
        f"must be one line; {BRACES}",
        id="with",
    ),
    pytest.param(
        rule("fix: {title: t, applicability: unsave, steps: [{remove: {at: '@'}}]}"),
        (*F, "applicability"),
        '"unsave" is not one of safe, unsafe, needs-input; did you mean "unsafe"?',
        id="an applicability that is misspelt",
    ),
    pytest.param(
        rule("examples: [{because: x}]"), E, "needs one of bad, good", id="an example that is neither bad nor good"
    ),
    pytest.param(
        rule("examples: [{bad: {}, good: {}, finds: [{at: $, message: x}]}]"),
        (*E, "good"),
        '"good" does not go with "bad"',
        id="an example that is both",
    ),
    pytest.param(
        rule("examples: [{bad: {}, finds: [{at: $, message: x}], statement: S11}]"),
        (*E, "statement"),
        '"statement" does not go with "bad"',
        id="a bad example that names a statement",
    ),
    pytest.param(
        rule("examples: [{good: {}, statement: 11}]"),
        (*E, "statement"),
        "must be text, not a number",
        id="an example that names a statement by number",
    ),
    pytest.param(
        rule("examples: [{good: {}, fixed: {}}]"),
        (*E, "fixed"),
        '"fixed" does not go with "good"',
        id="a good example that is fixed",
    ),
    pytest.param(rule("examples: [{bad: {}}]"), E, 'key "finds" is missing', id="a bad example without findings"),
    pytest.param(rule("examples: [{bad: {}, finds: []}]"), (*E, "finds"), "must not be empty", id="no findings"),
    pytest.param(
        rule("examples: [{bad: {}, finds: [{at: $}]}]"),
        (*E, "finds", 0),
        'key "message" is missing',
        id="a mute finding",
    ),
    pytest.param(
        rule("examples: [{good: {createOption: {}}}]"),
        (*E, "good", "createOption"),
        'unknown key "createOption"; did you mean "createOptions"?',
        id="a member that is misspelt",
    ),
    pytest.param(
        rule("examples: [{good: {modules: {a: {enf: {}}}}}]"),
        (*E, "good", "modules", "a", "enf"),
        'unknown key "enf"; did you mean "env"?',
        id="a member that is misspelt in a named module",
    ),
    pytest.param(
        rule("examples: [{good: {kind: edge}}]"),
        (*E, "good", "kind"),
        '"edge" is not one of user, system',
        id="a module of no kind",
    ),
    pytest.param(
        rule("examples: [{good: {text: {}}}]"), (*E, "good", "text"), "must be text, not a mapping", id="a text as data"
    ),
]


@pytest.mark.parametrize(("data", "path", "message"), REJECTED)
def test_rejected_by_both(data: object, path: tuple[str | int, ...], message: str) -> None:
    assert check(data) == [(path, message)]
    assert not fits_schema(data)


@pytest.mark.parametrize(
    ("data", "path", "message"),
    [
        pytest.param(
            rule("select: '$.a]'"),
            ("select",),
            "wrong JSONPath: unexpected ], at character 4\n    $.a]\n       ^",
            id="a selector with a bracket too many",
        ),
        pytest.param(
            rule("where: [{at: '@.a]', exists: true}]"),
            (*W, "at"),
            "wrong JSONPath: unexpected ], at character 4\n    @.a]\n       ^",
            id="a place from the node is shown as written",
        ),
        pytest.param(
            rule("where: [{at: '@', matches: 'a(b'}]"),
            (*W, "matches"),
            "wrong regular expression: missing ), unterminated subpattern, at character 2\n    a(b\n     ^",
            id="a group without an end",
        ),
        pytest.param(
            rule('where: [{at: "@", matches: "a\\n(b"}]'),
            (*W, "matches"),
            "wrong regular expression: missing ), unterminated subpattern, at character 3",
            id="a pattern of two lines has no caret",
        ),
        pytest.param(
            rule("where: [{at: '@', matches: 'a{99999999999999}'}]"),
            (*W, "matches"),
            "wrong regular expression: the repetition number is too large",
            id="a repetition beyond all bounds",
        ),
    ],
)
def test_paths_and_patterns_are_compiled_at_load_only(data: object, path: tuple[str | int, ...], message: str) -> None:
    assert check(data) == [(path, message)]
    assert fits_schema(data)


def test_all_problems_come_at_once_in_the_order_of_the_file() -> None:
    data = {"mesage": "x", "severity": "eror", "where": [{"at": "a", "exist": True}, {"total": {}}], "select": "$"}
    assert [(path, message.partition(";")[0]) for path, message in check(data)] == [
        ((), 'key "code" is missing'),
        ((), 'key "name" is missing'),
        ((), 'key "summary" is missing'),
        ((), 'key "scope" is missing'),
        ((), 'key "message" is missing, here or in a case'),
        (("mesage",), 'unknown key "mesage"'),
        (("severity",), '"eror" is not one of error, warning, info'),
        (("where", 0, "exist"), 'unknown key "exist"'),
        (("where", 1, "total"), 'key "of" is missing'),
        (("where", 1, "total"), 'key "above" is missing'),
    ]


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(json_schema())


def test_every_key_of_the_schema_has_a_description_and_every_object_is_closed() -> None:
    for node in _objects(json_schema()):
        assert node["additionalProperties"] is False
        assert all(member["description"] for member in node["properties"].values())


def _objects(node: object) -> list[dict[str, Any]]:
    if isinstance(node, list):
        return [found for item in node for found in _objects(item)]
    if not isinstance(node, dict):
        return []
    here = [node] if node.get("type") == "object" and "properties" in node else []
    return here + [found for item in node.values() for found in _objects(item)]


@pytest.mark.skipif(FACTS is None, reason="EDGELINT_FACTS is not set")
def test_the_hardest_rules_can_be_said() -> None:
    text = (Path(FACTS or "").parent / "hard-rules.yaml").read_text(encoding="utf-8")
    sketches = [read_yaml(document).data for document in re.split(r"(?m)^---$", text)]
    assert len(sketches) == 12
    for sketch in sketches:
        assert check({"summary": "A sketch has none", **sketch}) == []
