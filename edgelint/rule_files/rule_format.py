"""The format of a rule file, as data: from it come both the check at load and the JSON Schema for editors."""

from collections.abc import Mapping
from typing import Any

from edgelint.rule_files.condition_format import CONDITIONS, WHERE_FIELD
from edgelint.rule_files.formats import Anything, Choice, Flag, ListOf, MapOf, Problem, Schema, Text, one_or_list
from edgelint.rule_files.records import Alternatives, Demand, Field, Keyed, Record, Shared, need, sole
from edgelint.rule_files.rule_texts import (
    APPLICABILITY,
    CODE,
    LINE,
    LONG_TEMPLATE,
    NAME,
    PART,
    PATH,
    PLACE,
    RULE_NAME,
    SEVERITY,
    TARGET,
    TEMPLATE,
    TEXT,
    VERSION,
)


def check(data: Any) -> list[Problem]:
    """Return every problem of the data of one rule file, in the order of the file."""
    return list(RULE.check(data, ()))


def json_schema() -> Schema:
    """Return the format as JSON Schema, draft 2020-12; paths and regular expressions are checked at load only."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "edgelint rule",
        **RULE.schema(),
        "$defs": {name: shared.schema() for name, shared in _SHARED.items()},
    }


_SHARED: dict[str, Keyed] = {**CONDITIONS}
_AT = {"at": need(PLACE, "The node that is changed")}
_TO = {"to": need(TARGET, "Where the value goes; missing parents are made")}
_VALUE = {"value": need(Anything(), "The value; 'Key?' is left out where its value is absent or false")}
_NEW_NAME = {"to": need(TEMPLATE, "The new name")}
_REWRITE = {
    **_AT,
    "part": need(NAME, "The part of the row's text that is changed"),
    "with": need(PART, "The text in its place"),
}
_SUBSTITUTE = {
    "text": need(TEMPLATE, "The text that is looked for in all texts of the module"),
    "with": need(PART, "The text in its place"),
}
_RENAME_MODULE = {**_NEW_NAME, "at": Field(PLACE, "A place in the module, where that is another than the finding's")}
_PRUNE = {"prune": Field(Choice(("empty-parents",)), "Remove the parents too that this leaves empty")}

_SHARED["step"] = Alternatives(
    {
        "add": sole("add", Record({**_TO, **_VALUE}), "Add a member"),
        "append": sole("append", Record({**_TO, **_VALUE}), "Add an item to the end of a list"),
        "remove": sole("remove", Record({**_AT, **_PRUNE}), "Remove a node"),
        "replace": sole("replace", Record({**_AT, **_VALUE}), "Put a value in the place of another"),
        "rename": sole("rename", Record({**_AT, **_NEW_NAME}), "Rename a key"),
        "rewrite": sole("rewrite", Record(_REWRITE), "Change a part of a text"),
        "substitute": sole("substitute", Record(_SUBSTITUTE), "Change a text wherever the module's texts hold it"),
        "chunk": sole("chunk", Record(_AT), "Cut a text that stands in strings into chunks of the usual size"),
        "stringify": sole("stringify", Record(_AT), "Make an object a text, in chunks where that is too long for one"),
        "unwrap": sole("unwrap", Record(_AT), "Put a node in the place of the object around it"),
        "rename-module": sole(
            "rename-module", Record(_RENAME_MODULE), "Rename a module wherever the manifest names it"
        ),
    }
)
_SHARED["fix"] = Record(
    {
        "title": need(TEMPLATE, "What the fix does, as an order"),
        "applicability": need(APPLICABILITY, "Whether it is right always, mostly, or only with a value from a person"),
        "where": WHERE_FIELD,
        "steps": need(ListOf(Shared("step", _SHARED)), "What is changed, all or nothing"),
        "then": Field(ListOf(TEMPLATE), "What a person must still do"),
        "needs": Field(
            TEMPLATE, "The entry of the answers file that the fix takes its value {answer} from, as in shares.{name}"
        ),
    }
)
_SHARED["related"] = Record(
    {
        "at": need(PLACE, "A further place, by path or by capture"),
        "label": need(TEMPLATE, "What it has to do with the finding"),
        "key": Field(Flag(), "Whether its key is meant, not its value"),
        "mark": Field(NAME, "The part of the row that is meant"),
    }
)

_MEMBERS = {
    "kind": Field(Choice(("user", "system")), "What the module is"),
    **{
        name: Field(Anything(), f"The member {name} of the module")
        for name in (
            "env", "name", "status", "type", "restartPolicy", "startupOrder", "imagePullPolicy", "version", "configuration",
            "settings", "createOptions",
        )
    },
}  # fmt: skip
_SHARED["members"] = Record(_MEMBERS)
_SHARED["fragment"] = Record(
    {
        **_MEMBERS,
        "module": Field(Anything(), "A whole module"),
        "modules": Field(MapOf(Shared("members", _SHARED)), "Modules by their names"),
        "manifest": Field(Anything(), "A whole manifest"),
        "routes": Field(Anything(), "The routes of edgeHub"),
        "registryCredentials": Field(Anything(), "The credentials of registries by their names"),
        "twins": Field(Anything(), "The desired properties of modules by their names"),
        "text": Field(Text(r"[\s\S]*", ""), "The text of a whole file"),
    }
)
FRAGMENT = Shared("fragment", _SHARED)
_FOUND = Record(
    {
        "at": need(PATH, "The place of the finding"),
        "text": Field(Text(r"[\s\S]*", ""), "The text that is marked, where it is not the whole value"),
        "message": need(LINE, "The message, its captures filled in"),
        "severity": Field(SEVERITY, "The severity, where the rule has several"),
        "fix": Field(APPLICABILITY, "What kind of fix is offered"),
    }
)
EXAMPLE_SHAPES = (
    "object", "string", "chunks", "pretty-string", "escaped-string", "layered", "content", "legacy", "twin", "nested",
    "bare", "lower-case", "upper-case",
)  # fmt: skip
"""The shapes of manifests that examples are run in."""

_STATEMENT = Text(r"S[0-9]+", "must be S and a number, as in S3")
_ALWAYS = {
    "because": Field(TEXT, "Why it comes out so"),
    "shapes": Field(ListOf(Choice(EXAMPLE_SHAPES)), "The shapes in which it comes out so, where that is not all"),
}
_SHARED["example"] = Alternatives(
    {
        "bad": Record(
            {
                "bad": need(FRAGMENT, "A fragment in which the rule finds something"),
                "finds": need(ListOf(_FOUND), "Every finding, in order"),
                "fixed": Field(FRAGMENT, "What the fixes make of it"),
                "answers": Field(MapOf(Anything()), "The answers file"),
                **_ALWAYS,
            }
        ),
        "good": Record(
            {
                "good": need(FRAGMENT, "A fragment in which the rule finds nothing"),
                "statement": Field(_STATEMENT, "The statement of the article that wants it so"),
                **_ALWAYS,
            }
        ),
    }
)
_FIX = Field(
    one_or_list(Shared("fix", _SHARED), at_least=0), "A fix, or several of which the first that holds is offered"
)
_SAYS = {
    "help": Field(LONG_TEMPLATE, "What to do about it"),
    "mark": Field(NAME, "What the caret stands under: key, or a part of the row"),
    "related": Field(ListOf(Shared("related", _SHARED), at_least=0), "Further places"),
    "fix": _FIX,
}
_SHARED["case"] = Record(
    {
        "where": WHERE_FIELD,
        "severity": Field(SEVERITY, "How bad it is in this case"),
        "message": Field(TEMPLATE, "What is wrong in this case"),
        **_SAYS,
    }
)
_SOURCE = Record(
    {
        "evidence": need(Choice(("documented", "executed", "source", "inferred")), "How it is known"),
        "statement": Field(_STATEMENT, "The statement of the article that it rests on"),
        "title": need(LINE, "The title of the page"),
        "url": need(Text(r"https://\S+", "must start with https://"), "The address of the page"),
    }
)


def _message_missing(rule: Mapping[str, Any]) -> str | None:
    cases = rule.get("cases")
    spoken = isinstance(cases, list) and all(not isinstance(case, dict) or "message" in case for case in cases)
    return None if "message" in rule or spoken else 'key "message" is missing, here or in a case'


_EVERY_CASE_SPEAKS = {"required": ["cases"], "properties": {"cases": {"items": {"required": ["message"]}}}}

RULE = Record(
    {
        "code": need(CODE, "The code; never used again for another rule"),
        "name": need(RULE_NAME, "The name; the file is called so"),
        "summary": need(LINE, "What the rule finds, in one line"),
        "severity": need(SEVERITY, "How bad it is"),
        "scope": need(Choice(("manifest", "module", "user-module", "system-module")), "What $ is"),
        "select": need(one_or_list(PATH), "What the rule looks at"),
        "where": WHERE_FIELD,
        "cases": Field(
            ListOf(Shared("case", _SHARED)), "The first that holds says what is found; if none does, nothing is"
        ),
        "once": Field(
            Choice(("module", "manifest")), "Only the first finding of each module, or of the manifest, counts"
        ),
        "message": Field(TEMPLATE, "What is wrong with the actual value; {x} is a field of the row or a capture"),
        **_SAYS,
        "why": Field(TEXT, "The reason, in Markdown"),
        "sources": Field(ListOf(_SOURCE), "What the rule rests on"),
        "examples": Field(ListOf(Shared("example", _SHARED)), "Fragments that explain and test the rule"),
        "since": Field(VERSION, "The version in which the rule appeared"),
        "status": Field(Choice(("preview", "stable", "deprecated")), "Where the rule is in its life"),
        "replaced-by": Field(CODE, "The code of the rule that took its place"),
    },
    Demand(_message_missing, {"anyOf": [{"required": ["message"]}, _EVERY_CASE_SPEAKS]}),
)
