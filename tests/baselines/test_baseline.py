"""What a baseline records, and how findings are known again by it."""

import json
from typing import Any

import pytest
from command_line import BINDS, rule, write

from edgelint.baselines.baseline import Baseline, Entry, record
from edgelint.baselines.fingerprints import fingerprints
from edgelint.baselines.known_findings import known
from edgelint.engine.check import check
from edgelint.files.source import Source
from edgelint.findings import Finding
from edgelint.rule_files.rule_pack import load_rules
from edgelint.rule_files.rules import Rule

ONCE = rule("TST601", "one-bind", "$.mounts[*]", "Binds entry {text} and more") + "once: module\n"
FIRST = (
    rule("TST602", "first-bind", "$.mounts[*]", "Source {source} is told where it stands first", scope="manifest")
    + "where: [{not: {earlier: {same: [source]}}}]\n"
)
CLASH = (
    rule("TST603", "clash", "$.mounts[*]", "Target {target} stands twice", scope="manifest")
    + "where: [{earlier: {same: [target]}}]\nrelated: [{at: '{earlier}', label: the other}]\n"
)
OBJECT = rule("TST604", "object", "$.createOptions.HostConfig", "An object")

pytestmark = pytest.mark.usefixtures("folder")


def loaded(text: str) -> list[Rule]:
    return load_rules([write("r/rule.yaml", text)])


def deployment(modules: dict[str, Any], indent: int | str | None = None) -> str:
    """Return a deployment of modules of these createOptions, which are texts where they are text."""
    held = {name: {"settings": {"image": name, "createOptions": options}} for name, options in modules.items()}
    agent = {"properties.desired": {"modules": held}}
    return json.dumps({"modulesContent": {"$edgeAgent": agent}}, indent=indent, ensure_ascii=False)


def binds(*entries: str) -> dict[str, Any]:
    return {"HostConfig": {"Binds": list(entries)}}


def found(rules: list[Rule], text: str) -> list[Finding]:
    checked = check(Source(text, "utf-8", b"", None), rules, "a.json")
    assert checked
    return checked.findings


def new(rules_text: str, before: str, after: str) -> list[str]:
    """Return the messages of what is new in a text, given that which the baseline was recorded of."""
    rules = loaded(rules_text)
    entries, findings = record(found(rules, before)), found(rules, after)
    assert entries
    matched = known(entries, findings, rules)
    told = [entry for entry in matched if entry]
    assert len(told) == len(set(told)), "an entry stands for one finding"
    return [finding.message for finding, entry in zip(findings, matched, strict=True) if entry is None]


# What is recorded


def test_an_entry_says_what_was_found() -> None:
    findings = found(loaded(CLASH), deployment({"cam": binds("/a:/x", "/b:/x")}))
    binds_of_cam = "/modulesContent/$edgeAgent/properties.desired/modules/cam/settings/createOptions/HostConfig/Binds"
    assert record(findings) == (
        Entry(fingerprints(findings)[0], "TST603", "cam", binds_of_cam, (binds_of_cam,), "Target /x stands twice"),
    )


def test_entries_are_sorted_and_equal_ones_stay_apart() -> None:
    rules = loaded(BINDS)
    entries = record(found(rules, deployment({"b": binds("/a:/x", "/a:/x"), "a": binds("/a:/x")})))
    assert [entry.module for entry in entries] == ["a", "b", "b"]
    assert len({entry.fingerprint for entry in entries}) == 3
    assert record(found(rules, deployment({"a": binds("/a:/x"), "b": binds("/a:/x", "/a:/x")}))) == entries


ENTRIES = {
    name: (Entry(f"{name:0<16}", "TST101", "cam", "/x", (), "It is wrong"),) for name in ("a.json", "b.json", "c.json")
}


@pytest.mark.parametrize(
    ("file", "gone", "expected"),
    [
        pytest.param("b.json", "", ["b.json"], id="a file has its own"),
        pytest.param("b.json", "a.json b.json", ["b.json"], id="whatever is gone"),
        pytest.param("d.json", "", [], id="a new file has none"),
        pytest.param("d.json", "c.json a.json", ["a.json", "c.json"], id="a new file has those of files that are gone"),
        pytest.param(None, "", ["a.json", "b.json", "c.json"], id="a text without a name may be any file"),
    ],
)
def test_what_may_be_known_of_a_file(file: str | None, gone: str, expected: list[str]) -> None:
    entries = Baseline(ENTRIES).entries(file, lambda name: name in gone.split())
    assert entries == [entry for name in expected for entry in ENTRIES[name]]


# What brings nothing back

CAM, DOG = binds("/a:/x", "/b:/y"), binds("/a:/x")
BEFORE = deployment({"cam": CAM, "dog": DOG})


@pytest.mark.parametrize(
    "after",
    [
        pytest.param(BEFORE, id="nothing"),
        pytest.param(deployment({"cam": CAM, "dog": DOG}, 4), id="another indentation"),
        pytest.param(deployment({"cam": CAM, "dog": DOG}, "\t").replace("\n", "\r\n"), id="tabs and other line ends"),
        pytest.param("\n\n// moved down\n" + BEFORE, id="lines above"),
        pytest.param(deployment({"dog": DOG, "cam": CAM}), id="another order of the modules"),
        pytest.param(deployment({"new": {}, "cam": CAM, "dog": DOG}), id="another module"),
        pytest.param(deployment({"cam": binds("/b:/y", "/a:/x"), "dog": DOG}), id="another order of the entries"),
        pytest.param(deployment({"cam": CAM}), id="a module less"),
        pytest.param(deployment({"cam": json.dumps(CAM), "dog": json.dumps(DOG)}), id="createOptions made a text"),
    ],
)
@pytest.mark.parametrize("rules", [BINDS, ONCE, FIRST, CLASH], ids=["all", "one in a module", "the first", "a clash"])
def test_an_edit_around_findings_makes_none_new(rules: str, after: str) -> None:
    assert new(rules, BEFORE, after) == []


def test_an_object_is_the_same_in_another_layout_and_order_of_its_keys() -> None:
    before = deployment({"cam": {"HostConfig": {"A": 1, "B": [1.0, "x y"]}}})
    assert new(OBJECT, before, deployment({"cam": {"HostConfig": {"B": [1.0, "x y"], "A": 1}}}, 2)) == []
    assert new(OBJECT, before, deployment({"cam": {"HostConfig": {"A": 1, "B": [1.0, "xy"]}}})) == ["An object"]


# What is new


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        pytest.param(deployment({"cam": binds("/a:/x", "/c:/y")}), ["Binds entry /c:/y"], id="another value"),
        pytest.param(deployment({"cam": CAM, "dog": CAM}), ["Binds entry /b:/y"], id="the value in another module"),
        pytest.param(deployment({"cam": binds("/a:/x", "/a:/x", "/b:/y")}), ["Binds entry /a:/x"], id="once more"),
        pytest.param(
            deployment({"Cam": CAM}), ["Binds entry /a:/x", "Binds entry /b:/y"], id="another name of the module"
        ),
    ],
)
def test_what_was_not_there_is_new(after: str, expected: list[str]) -> None:
    assert new(BINDS, BEFORE, after) == expected


def test_of_a_rule_that_tells_one_in_a_module_one_is_known_in_each() -> None:
    before = deployment({"cam": binds("/a:/x", "/b:/y")})
    assert new(ONCE, before, deployment({"cam": binds("/b:/y", "/a:/x")})) == []
    assert new(ONCE, before, deployment({"dog": binds("/a:/x"), "cam": binds("/c:/z")})) == [
        "Binds entry /a:/x and more"
    ]


def test_of_a_rule_that_tells_the_first_of_equals_another_one_is_new() -> None:
    before = deployment({"cam": binds("/a:/x"), "dog": binds("/a:/x")})
    assert new(FIRST, before, deployment({"dog": binds("/a:/x"), "cam": binds("/a:/x", "/c:/x")})) == [
        "Source /c is told where it stands first"
    ]


def test_a_moved_finding_of_a_rule_that_tells_all_is_new() -> None:
    """Only where a rule tells one of several can another place be the same finding."""
    assert new(BINDS, deployment({"cam": binds("/a:/x")}), deployment({"dog": binds("/a:/x")})) == ["Binds entry /a:/x"]


def test_findings_of_two_places_are_known_whichever_of_them_stands_first() -> None:
    cam, dog, owl = binds("/1:/x"), binds("/2:/x"), binds("/3:/x")
    before = deployment({"cam": cam, "dog": dog, "owl": owl})
    assert new(CLASH, before, deployment({"owl": owl, "dog": dog, "cam": cam})) == []
    assert new(CLASH, before, deployment({"new": dog, "owl": owl, "cam": cam, "dog": dog})) == [
        "Target /x stands twice"
    ]
    assert new(CLASH, deployment({"cam": cam, "dog": dog}), deployment({"dog": dog, "owl": owl})) == [
        "Target /x stands twice"
    ]
