"""Each create option, set to a value that asks for something and to one of a wrong type, through all the rules."""

import json
from functools import cache
from typing import Any

import pytest

from edgelint.engine.check import check
from edgelint.files.source import decode
from edgelint.findings import Finding
from edgelint.platforms.docker_options import KUBERNETES_SECTION, Option, items, options
from edgelint.rule_files.rule_pack import load_rules, rules_folder
from edgelint.rule_files.rules import Rule

VALUES: dict[str, Any] = {
    "any": "x",
    "boolean": True,
    "boolean or null": True,
    "int64": 1,
    "int64 or null": 1,
    "int32": 1,
    "int32 or null": 1,
    "uint16": 1,
    "uint64": 1,
    "date or null": "2020-01-02T03:04:05Z",
    "number or text": 1,
    "quantity": "1",
    "text": "x",
    "restart policy": "always",
    "list of texts": ["x"],
    "list of uint64": [1],
    "list of int64 or null": [1],
    "object": {"x": "y"},
    "object, not null": {"x": "y"},
}
OF_THEIR_OWN: dict[str, Any] = {
    "HostConfig": {"Privileged": True},
    "HostConfig.DeviceCgroupRules": ["c 1:3 rwm"],
    "HostConfig.KernelMemoryTCP": 1,
}
OF_THE_USER = {"HostConfig.PortBindings": "80/tcp", "ExposedPorts": "80/tcp"}
HOST_IP = "HostConfig.PortBindings.*[].HostIp"
TYPED_BY_OTHERS = {"Cmd", "Entrypoint"}


@cache
def rules() -> list[Rule]:
    return load_rules([rules_folder()])


def findings(created: dict[str, Any]) -> list[Finding]:
    """Return what all rules find in a module with these createOptions."""
    module = {"type": "docker", "status": "running", "settings": {"image": "i:1", "createOptions": json.dumps(created)}}
    text = json.dumps({"modulesContent": {"$edgeAgent": {"properties.desired": {"modules": {"m": module}}}}})
    checked = check(decode(text.encode()), rules(), "deployment.json")
    assert checked is not None
    return checked.findings


def codes(option: Option, value: Any) -> set[str]:
    return {finding.code for finding in findings(at(option.option, value))}


def at(path: str, value: Any) -> Any:
    """Return createOptions in which a value stands at an option path, with nothing else but what is around it."""
    parent, _, name = path.rpartition(".")
    name = OF_THE_USER.get(parent, "x") if name == "*" else name
    created: Any = {name: value}
    while parent.endswith("[]"):
        created, parent = [created], parent.removesuffix("[]")
    return at(parent, created) if parent else created


def asking(option: Option) -> Any:
    """Return a value of an option that is of its type and asks for something."""
    if option.option in OF_THEIR_OWN:
        return OF_THEIR_OWN[option.option]
    item = _object(items(option.option) + ".")
    return [item] if item else _object(option.option + ".") or VALUES[option.type]


def _object(prefix: str) -> dict[str, Any]:
    """Return an object with the first member that the options below a prefix have."""
    paths = [path for path in options() if path.startswith(prefix) and not set(path[len(prefix) :]) & set(".[")]
    if not paths:
        return {}
    name = paths[0][len(prefix) :]
    name = OF_THE_USER.get(prefix[:-1], "x") if name == "*" else name
    return {name: asking(options()[paths[0]])}


def of(kubernetes: str) -> list[Any]:
    return [pytest.param(option, id=path) for path, option in options().items() if option.kubernetes == kubernetes]


def reported_by(option: Option) -> str:
    """Return the rule that reports an ignored option, or the one around it."""
    while not option.rule:
        option = options()[option.option.rpartition(".")[0].removesuffix("[]")]
    return option.rule


@pytest.mark.parametrize("option", [param for param in of("ignored") if param.id != HOST_IP])
def test_an_ignored_option_is_reported_by_its_rule(option: Option) -> None:
    assert reported_by(option) in codes(option, asking(option))


def test_an_ignored_address_of_a_port_is_reported_by_its_rule() -> None:
    created = {"HostConfig": {"PortBindings": {"80/tcp": [{"HostIp": "127.0.0.1", "HostPort": "80"}]}}}
    assert options()[HOST_IP].rule in {finding.code for finding in findings(created)}


@pytest.mark.parametrize("option", of("translated") + of("altered"))
def test_no_rule_calls_ignored_or_unknown_what_the_agent_reads(option: Option) -> None:
    assert codes(option, asking(option)) & {"ASE804", "ASE702", "ASE010"} == set()
    told = {finding.message for finding in findings(at(option.option, asking(option))) if finding.code == "ASE803"}
    assert not any(option.option in message for message in told)


TYPED = [
    pytest.param(option, id=path)
    for path, option in options().items()
    if option.type != "any" and path not in TYPED_BY_OTHERS and not path.startswith(KUBERNETES_SECTION)
]


@pytest.mark.parametrize("option", TYPED)
def test_a_value_of_another_type_fails(option: Option) -> None:
    scalar = option.type in VALUES and not isinstance(VALUES[option.type], list | dict)
    found = findings(at(option.option, [] if scalar else 5))
    assert ("ASE010", "error") in {(finding.code, finding.severity) for finding in found}


@pytest.mark.parametrize("option", TYPED)
def test_no_rule_speaks_of_the_meaning_of_a_value_of_another_type(option: Option) -> None:
    scalar = option.type in VALUES and not isinstance(VALUES[option.type], list | dict)
    created = at(option.option, [] if scalar else 5)
    others = [
        found for found in findings(created) if found.code[:4] in ("ASE1", "ASE2", "ASE3") or found.code == "ASE803"
    ]
    (misfit,) = [found for found in findings(created) if found.code == "ASE010"]
    assert [found for found in others if found.location.path.startswith(misfit.location.path)] == []
