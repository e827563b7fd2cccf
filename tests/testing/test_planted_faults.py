"""A pack of planted faults: whatever an example says wrongly, the run of examples notices."""

from pathlib import Path
from typing import Any

import pytest

from edgelint.rule_files import rule_format
from edgelint.rule_files.rule_loader import RuleFile, load
from edgelint.rule_files.yaml_reader import read_yaml
from edgelint.testing.outcome import Failure, Outcome
from edgelint.testing.runner import run

RULE = """\
code: ASE999
name: binds
summary: Binds entries
severity: error
scope: module
select: $.mounts[?(@.list == 'Binds')]
message: 'Binds entry {text}'
fix:
  title: Remove it
  applicability: unsafe
  steps: [{remove: {at: '@'}}]
examples:
"""
BAD = "- bad: {createOptions: {Image: x, HostConfig: {Binds: ['/a:/b', '/c/d:/e']}}}\n  shapes: [string]\n  finds:\n"
FIXED = "  fixed: {createOptions: {Image: x, HostConfig: {Binds: []}}}\n"
FIRST = "  - {at: '$.createOptions.HostConfig.Binds[0]', message: 'Binds entry /a:/b'}\n"
SECOND = "  - {at: '$.createOptions.HostConfig.Binds[1]', message: 'Binds entry /c/d:/e'}\n"
POINTER = "/modulesContent/$edgeAgent/properties.desired/modules/m/settings/createOptions"
FOUND_FIRST = f'error "Binds entry /a:/b" (unsafe fix) under "/a:/b" at 40:79 {POINTER}/HostConfig/Binds/0'
FOUND_SECOND = f'error "Binds entry /c/d:/e" (unsafe fix) under "/c/d:/e" at 40:89 {POINTER}/HostConfig/Binds/1'


def rule(examples: str, start: str = RULE) -> RuleFile:
    data: dict[str, Any] = read_yaml(start + examples).data
    assert rule_format.check(data) == []
    return RuleFile("binds.yaml", "faults", data)


def outcome(examples: str, start: str = RULE) -> Outcome:
    return run([rule(examples, start)])


def said(examples: str, start: str = RULE) -> list[tuple[str, str, str]]:
    """Return word, expected and found of the failures in the first shape that ran."""
    failures = outcome(examples, start).failures
    return [failure[5:] for failure in failures if failure.shape == failures[0].shape]


def test_what_is_right_is_no_failure() -> None:
    assert outcome(BAD + SECOND + FIRST + FIXED).failures == ()


@pytest.mark.parametrize(
    ("finds", "expected", "found"),
    [
        pytest.param(
            FIRST.replace("Binds[0]", "Binds[1]"),
            'finding "Binds entry /a:/b" under "/c/d:/e" at $.createOptions.HostConfig.Binds[1]',
            FOUND_FIRST,
            id="a wrong place",
        ),
        pytest.param(
            FIRST.replace(".Binds[0]", ""),
            'finding "Binds entry /a:/b" under {"Binds": ["/a:/b", "/c/d:/e"]} at $.createOptions.HostConfig',
            FOUND_FIRST,
            id="the place around it",
        ),
        pytest.param(
            FIRST.replace("}", ", text: /a}"),
            'finding "Binds entry /a:/b" under "/a" at $.createOptions.HostConfig.Binds[0]',
            FOUND_FIRST,
            id="a wrong marked text",
        ),
        pytest.param(
            FIRST.replace("entry", "item"),
            'finding "Binds item /a:/b" under "/a:/b" at $.createOptions.HostConfig.Binds[0]',
            FOUND_FIRST,
            id="a wrong message",
        ),
        pytest.param(
            FIRST.replace("}", ", severity: warning}"),
            'warning "Binds entry /a:/b" under "/a:/b" at $.createOptions.HostConfig.Binds[0]',
            FOUND_FIRST,
            id="a wrong severity",
        ),
        pytest.param(
            FIRST.replace("}", ", fix: safe}"),
            'finding "Binds entry /a:/b" (safe fix) under "/a:/b" at $.createOptions.HostConfig.Binds[0]',
            FOUND_FIRST,
            id="a wrong kind of fix",
        ),
    ],
)
def test_what_an_example_says_wrongly_is_missing(finds: str, expected: str, found: str) -> None:
    assert said(BAD + SECOND + finds) == [("missing", expected, found)]


def test_a_finding_that_the_rule_does_not_have_is_missing() -> None:
    more = "  - {at: $.createOptions.Image, message: Image x}\n"
    assert said(BAD + FIRST + SECOND + more) == [
        ("missing", 'finding "Image x" under "x" at $.createOptions.Image', "")
    ]


def test_a_finding_that_the_example_does_not_name_is_noisy() -> None:
    assert said(BAD + FIRST) == [("noisy", "", FOUND_SECOND)]


def test_a_kind_of_fix_is_missing_where_the_rule_has_no_fix() -> None:
    start = RULE[: RULE.index("fix:")] + "examples:\n"
    assert said(BAD + FIRST.replace("}", ", fix: safe}") + SECOND, start) == [
        (
            "missing",
            'finding "Binds entry /a:/b" (safe fix) under "/a:/b" at $.createOptions.HostConfig.Binds[0]',
            FOUND_FIRST.replace(" (unsafe fix)", ""),
        )
    ]


def test_a_finding_on_a_good_example_is_noisy() -> None:
    good = "- good: {createOptions: {Image: x, HostConfig: {Binds: ['/a:/b']}}}\n  shapes: [string]\n"
    assert said(good) == [("noisy", "", FOUND_FIRST)]


@pytest.mark.parametrize(
    "good",
    [
        pytest.param("- good: {createOptions: {Env: ['Binds=/a:/b']}}\n", id="in shapes"),
        pytest.param("- good: {text: '{\"a\": 1}'}\n", id="in a file that is no manifest"),
    ],
)
def test_a_good_example_that_the_rule_never_comes_near_is_a_failure(good: str) -> None:
    assert outcome(good).failures == (
        Failure(
            "binds.yaml", 0, "ASE999", 1, "every shape", "missing", "a good example that the rule never comes near", ""
        ),
    )


def test_the_system_modules_that_are_added_bring_nothing_near() -> None:
    start = RULE.replace("$.mounts[?(@.list == 'Binds')]", "$.ports[*]")
    assert [failure.shape for failure in outcome("- good: {createOptions: {Env: []}}\n", start).failures] == [
        "every shape"
    ]


def test_the_system_modules_that_are_added_are_no_noise() -> None:
    start = RULE.replace("$.mounts[?(@.list == 'Binds')]", "$.ports[*]").replace("{text}", "{key}")
    finds = "  finds: [{at: \"$.createOptions.ExposedPorts['9/udp']\", message: Binds entry 9/udp}]\n"
    finds += "  fixed: {createOptions: {ExposedPorts: {}}}\n"
    assert outcome("- bad: {createOptions: {ExposedPorts: {9/udp: {}}}}\n" + finds, start).failures == ()


def test_the_system_modules_that_are_given_are_looked_at() -> None:
    start = RULE.replace("$.mounts[?(@.list == 'Binds')]", "$.ports[*]").replace("{text}", "{key}")
    given = "- good: {name: edgeHub, kind: system, createOptions: {ExposedPorts: {9/udp: {}}}}\n"
    assert {failure.word for failure in outcome(given, start).failures} == {"noisy"}


def test_a_whole_file_is_run_as_it_is() -> None:
    example = """\
- bad: {text: "{'HostConfig': {'Binds': ['/\\u0061:/b', ], }, } // odd"}
  finds: [{at: $, text: '/a:/b', message: 'Binds entry /a:/b'}]
  fixed: {text: "{'HostConfig': {'Binds': [], }, } // odd"}
- bad: {text: '{"HostConfig": {"Binds": ["/a:/b"]}}'}
  finds: [{at: '$.HostConfig.Binds[0]', message: 'Binds entry /a:/b'}]
  fixed: {text: '{"HostConfig": {"Binds": []}}'}
"""
    assert outcome(example).failures == ()
    assert outcome(example).shapes == {"text"}
    assert [failure.word for failure in outcome(example.replace("text: '/a", "text: '/c")).failures] == ["missing"]
    assert [failure.word for failure in outcome(example.replace("Binds[0]", "Binds[1]")).failures] == ["missing"]


def test_an_example_may_keep_to_some_shapes() -> None:
    assert outcome(BAD.replace("[string]", "[bare, layered]") + FIRST + SECOND + FIXED).shapes == {"bare", "layered"}


def test_what_an_outcome_counts() -> None:
    examples = BAD + FIRST + SECOND + FIXED + "- good: {env: {A: {value: x}}}\n"
    counted = outcome(examples)
    assert (counted.examples, counted.reported, counted.silent, counted.runs, counted.fixes) == (2, 7, 13, 20, 7)
    assert counted.skipped == dict.fromkeys(
        ["chunks", "pretty-string", "escaped-string", "bare", "lower-case", "upper-case"], 1
    )


def test_what_only_the_filter_holds_back_is_near() -> None:
    near = "- good: {createOptions: {HostConfig: {Mounts: [{Type: bind, Source: /a, Target: /b}]}}}\n"
    assert outcome(near).failures == ()


def test_a_place_where_nothing_stands_is_a_failure() -> None:
    assert [failure[4:] for failure in outcome(BAD + FIRST.replace("Binds[0]", "Bind[0]")).failures] == [
        (
            "no shape",
            "missing",
            "no shape can hold the example: nothing stands at $.createOptions.HostConfig.Bind[0]",
            "",
        )
    ]


@pytest.mark.parametrize(
    ("example", "reason"),
    [
        pytest.param(
            BAD + FIRST.replace("[0]", "[*]"), "$.createOptions.HostConfig.Binds[*] is no simple path", id="at"
        ),
        pytest.param("- good: {module: 1}\n", "module must be a mapping", id="a module"),
        pytest.param(
            "- good: {manifest: {image: x}}\n",
            "manifest takes modules, routes, registryCredentials, twins, not image",
            id="a manifest",
        ),
    ],
)
def test_what_is_no_example_is_a_failure(example: str, reason: str) -> None:
    assert [failure.expected for failure in outcome(example).failures] == [reason]


def test_one_finding_does_not_count_for_two() -> None:
    twice = RULE.replace("select: $", "select: ['$.mounts[0]', '$.mounts[0]'] #")
    assert [failure[5] for failure in outcome(BAD + FIRST + FIRST, twice).failures] == ["missing"] * 7


def test_with_all_rules_on_a_bad_example_still_comes_out_so() -> None:
    other = rule("- good: {}\n", RULE.replace("(@.list == 'Binds')", "(@.source == '/a')").replace("entry", "item"))
    failures = run([rule(BAD + FIRST + SECOND + FIXED), other._replace(data={**other.data, "examples": []})]).failures
    assert [(failure.shape, failure.word) for failure in failures] == [("string with all rules on", "noisy")]


def test_a_key_must_be_marked_where_the_rule_says_so() -> None:
    start = RULE.replace("select: $.mounts[?(@.list == 'Binds')]", "select: $.createOptions.Image").replace(
        "{text}", "x"
    )
    example = BAD + "  - {at: $.createOptions.Image, message: Binds entry x}\n"
    example += "  fixed: {createOptions: {HostConfig: {Binds: ['/a:/b', '/c/d:/e']}}}\n"
    assert outcome(example, start + "").failures == ()
    assert outcome(example, "mark: key\n" + start).failures == ()
    assert outcome(example.replace("x}\n", "x, text: x}\n"), start).failures == ()
    assert (
        said(example.replace("x}\n", "x, text: x}\n"), "mark: key\n" + start)[0][2].split(" under ")[1][:7] == '"Image"'
    )


def test_a_failure_names_the_line_of_its_example(tmp_path: Path) -> None:
    path = tmp_path / "binds.yaml"
    path.write_text(RULE + "- good: {createOptions: {HostConfig: {Mounts: [{}]}}}\n" + BAD + FIRST, encoding="utf-8")
    assert {(failure.file, failure.line, failure.example) for failure in run(load([str(path)])).failures} == {
        (str(path), 14, 2)
    }
