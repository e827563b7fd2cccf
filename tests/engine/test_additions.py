"""Where what a rule adds goes: null on its way is absent, and every byte around it stays."""

import json
from typing import Any

import pytest

from edgelint.fixing.fixer import fix_text
from edgelint.rule_files.compiler import compile_rule
from edgelint.rule_files.rules import Rule, rule_from_json

AROUND = '{"modulesContent": {"$edgeAgent": {"properties.desired": {"modules": {"cam": {"settings": {"image": "a:1", %s}}}}}}}'


def adding(step: str, to: str, value: Any, code: str = "TEST001") -> Rule:
    """Return a rule that adds a value to each module."""
    made = {"title": "T", "applicability": "safe", "steps": [{step: {"to": to, "value": value}}]}
    head = {"code": code, "name": "t", "summary": "s", "severity": "error", "scope": "module", "message": "m"}
    where = [{"any": [{"at": to, "exists": False}, {"at": to, "is": "null"}]}]
    return rule_from_json(compile_rule({**head, "select": "$.name", "where": where, "fix": made}, "test"))


LIMIT = adding("add", "$.createOptions['k8s-experimental'].resources.limits.cpu", "1")
MEMORY = adding("add", "$.createOptions['k8s-experimental'].resources.limits.memory", "1Gi", "TEST002")
VOLUME = adding("append", "$.createOptions['k8s-experimental'].volumes", {"a": 1})
MOUNT = adding("append", "$.createOptions.HostConfig.Mounts", {"a": 1})


@pytest.mark.parametrize(
    ("rules", "before", "after"),
    [
        pytest.param([LIMIT], "{'k8s-experimental': null}", "{'resources': {'limits': {'cpu': '1'}}}", id="section"),
        pytest.param(
            [LIMIT], "{'k8s-experimental': {'resources': null}}", "{'limits': {'cpu': '1'}}", id="an object in it"
        ),
        pytest.param(
            [LIMIT], "{'k8s-experimental': {'Resources' : {'LIMITS':null}}}", "{'cpu':'1'}", id="in another letter case"
        ),
        pytest.param(
            [LIMIT], "{'k8s-experimental': {'resources': {'limits': {'cpu': null}}}}", "'1'", id="the place itself"
        ),
        pytest.param([VOLUME], "{'k8s-experimental': {'volumes': null, 'x': 1}}", "[{'a': 1}]", id="a list"),
        pytest.param([VOLUME], "{'k8s-experimental': null}", "{'volumes': [{'a': 1}]}", id="the parent of a list"),
        pytest.param([MOUNT], "{'hostconfig': {'mounts': null}}", "[{'a': 1}]", id="an option of Docker"),
        pytest.param([MOUNT], "{'HOSTCONFIG': null}", "{'Mounts': [{'a': 1}]}", id="its parent"),
        pytest.param(
            [LIMIT, MEMORY],
            "{'k8s-experimental': {'resources': null}}",
            "{'limits': {'cpu': '1', 'memory': '1Gi'}}",
            id="two in one place",
        ),
    ],
)
@pytest.mark.parametrize("form", ["object", "text"])
def test_null_is_absent(rules: list[Rule], before: str, after: str, form: str) -> None:
    text, new = (each.replace("'", '"') for each in (before, before.replace("null", after)))
    if form == "text":
        text, new = json.dumps(text), json.dumps(new)
    fixed = fix_text(AROUND % f'"createOptions": {text}', rules, "a.json", unsafe=False, answers={})
    assert fixed.text == AROUND % f'"createOptions": {new}'
    assert (len(fixed.fixed), fixed.left, fixed.refused) == (len(rules), [], "")


def test_a_null_member_of_a_module_is_absent() -> None:
    text = AROUND.replace('"settings"', '"env": null, "settings"') % '"createOptions": "{}"'
    fixed = fix_text(text, [adding("add", "$.env.A", {"value": "b"})], "a.json", unsafe=False, answers={})
    assert fixed.text == text.replace("null", '{"A": {"value": "b"}}')


def test_a_null_under_a_dotted_key_is_absent() -> None:
    text = json.dumps({"modulesContent": {"$edgeAgent": {"properties.desired.modules.cam": {"env": None}}}})
    fixed = fix_text(text, [adding("add", "$.env.A", {"value": "b"})], "a.json", unsafe=False, answers={})
    assert fixed.text == text.replace("null", '{"A": {"value": "b"}}')


def test_what_is_no_null_stops_it() -> None:
    text = AROUND % '"createOptions": {"k8s-experimental": {"resources": false}}'
    assert fix_text(text, [LIMIT], "a.json", unsafe=False, answers={}).text == text
