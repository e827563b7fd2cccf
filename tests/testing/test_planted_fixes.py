"""A pack of planted faults of fixes: whatever `fixed` says wrongly, the run of examples notices."""

from typing import Any

import pytest

from edgelint.rule_files import rule_format
from edgelint.rule_files.rule_loader import RuleFile
from edgelint.rule_files.yaml_reader import read_yaml
from edgelint.testing.outcome import Outcome
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
  applicability: safe
  steps: [{remove: {at: '@', prune: empty-parents}}]
examples:
"""
BAD = """\
- bad: {createOptions: {Image: x, HostConfig: {Binds: ['/a:/b'], Memory: 1}}}
  finds: [{at: '$.createOptions.HostConfig.Binds[0]', message: 'Binds entry /a:/b'}]
"""
FIXED = "  fixed: {createOptions: {Image: x, HostConfig: {Memory: 1}}}\n"
NEEDS = RULE.replace("safe", "needs-input\n  needs: shares.{source_key}").replace(
    "[{remove: {at: '@', prune: empty-parents}}]", "[{replace: {at: '@', value: '{answer}:/b'}}]"
)
ANSWERED = (
    "  fixed: {createOptions: {Image: x, HostConfig: {Binds: ['in:/b'], Memory: 1}}}\n  answers: {shares: {/a: in}}\n"
)
UNSAID = "what the fix makes, which the example does not say"
OPTIONS = "$.modules.m.createOptions"


def rule(examples: str, start: str = RULE) -> RuleFile:
    data: dict[str, Any] = read_yaml(start + examples).data
    assert rule_format.check(data) == []
    return RuleFile("binds.yaml", "faults", data)


def outcome(examples: str, start: str = RULE) -> Outcome:
    return run([rule(examples, start)])


def said(examples: str, start: str = RULE) -> set[tuple[str, str, str]]:
    """Return word, expected and found of the failures in all shapes but `bare`, which tells less."""
    return {failure[5:] for failure in outcome(examples, start).failures if failure.shape != "bare"}


def test_what_is_right_is_no_failure_in_any_shape_and_is_counted() -> None:
    counted = outcome(BAD + FIXED)
    assert (counted.failures, counted.runs, counted.fixes) == ((), 19, 19)


@pytest.mark.parametrize(
    ("fixed", "expected", "found"),
    [
        pytest.param(
            FIXED.replace("Memory: 1", ""),
            f"nothing at {OPTIONS}.HostConfig.Memory",
            f"1 at {OPTIONS}.HostConfig.Memory",
            id="a lost member",
        ),
        pytest.param(
            FIXED.replace("Memory: 1", "Memory: 2"),
            f"2 at {OPTIONS}.HostConfig.Memory",
            f"1 at {OPTIONS}.HostConfig.Memory",
            id="another value",
        ),
        pytest.param(
            FIXED.replace("Memory: 1", "Memory: '1'"),
            f'"1" at {OPTIONS}.HostConfig.Memory',
            f"1 at {OPTIONS}.HostConfig.Memory",
            id="another type",
        ),
        pytest.param(
            FIXED.replace("Memory: 1", "Memory: 1, Binds: []"),
            f"[] at {OPTIONS}.HostConfig.Binds",
            f"nothing at {OPTIONS}.HostConfig.Binds",
            id="an emptied parent that stays",
        ),
        pytest.param(
            FIXED.replace("createOptions", "status: stopped, createOptions"),
            '"stopped" at $.modules.m.status',
            '"running" at $.modules.m.status',
            id="something outside createOptions",
        ),
    ],
)
def test_what_fixed_says_wrongly_is_missing(fixed: str, expected: str, found: str) -> None:
    assert said(BAD + fixed) == {("missing", expected, found)}


def test_a_fix_that_the_example_does_not_say_is_missing() -> None:
    assert {failure[:2] for failure in said(BAD)} == {("missing", UNSAID)}


@pytest.mark.parametrize(
    ("examples", "start"),
    [
        pytest.param(BAD + FIXED, RULE[: RULE.index("fix:")] + "examples:\n", id="no fix"),
        pytest.param(BAD.replace("'}]", "', fix: unsafe}]").replace("unsafe", "safe") + FIXED, RULE.replace(
            "applicability: safe", "applicability: unsafe"), id="a kind of fix that is not there"),
        pytest.param(BAD + FIXED, NEEDS, id="no answer"),
    ],
)  # fmt: skip
def test_a_needless_fixed_is_a_failure(examples: str, start: str) -> None:
    assert "missing" in {failure[0] for failure in said(examples, start)}


def test_where_no_fix_is_made_fixed_is_missing() -> None:
    assert said(BAD + FIXED, NEEDS) == {("missing", "what fixed says", "no fix is made")}


def test_an_answer_of_the_example_is_taken() -> None:
    assert outcome(BAD.replace("'}]", "', fix: needs-input}]") + ANSWERED, NEEDS).failures == ()
    assert said(BAD + ANSWERED.replace("/a: in", "/a: out"), NEEDS) == {
        ("missing", f'"in:/b" at {OPTIONS}.HostConfig.Binds[0]', f'"out:/b" at {OPTIONS}.HostConfig.Binds[0]')
    }


def test_without_an_answer_nothing_changes() -> None:
    counted = outcome(BAD.replace("'}]", "', fix: needs-input}]"), NEEDS)
    assert (counted.failures, counted.fixes) == ((), 0)


def test_an_unsafe_fix_is_made_where_the_example_expects_one_or_says_nothing() -> None:
    start = RULE.replace("applicability: safe", "applicability: unsafe")
    assert outcome(BAD + FIXED, start).failures == ()
    assert outcome(BAD.replace("'}]", "', fix: unsafe}]") + FIXED, start).failures == ()


def test_a_shape_that_cannot_hold_what_is_fixed_is_not_fixed() -> None:
    fixed = "  fixed: {createOptions: {}}\n"
    bad = BAD.replace("Image: x, ", "").replace(", Memory: 1", "")
    counted = outcome(bad + fixed)
    assert (counted.failures, counted.runs, counted.fixes) == ((), 19, 18)


def test_where_no_shape_can_hold_what_is_fixed_that_is_a_failure() -> None:
    failures = outcome(BAD + "  shapes: [bare]\n  fixed: {env: {A: {value: x}}}\n").failures
    assert [failure[4:] for failure in failures] == [
        ("every shape", "missing", "a shape that can hold what fixed says", "")
    ]


def test_a_fix_that_never_comes_to_rest_is_missing() -> None:
    start = RULE.replace(
        "[{remove: {at: '@', prune: empty-parents}}]", "[{replace: {at: '@', value: '{source}/x:/b'}}]"
    )
    refused = "the fixes of ASE999 were not made: they do not come to rest in 5 rounds"
    assert said(BAD + FIXED, start) == {("missing", "a fix", refused)}


def test_a_fix_that_is_left_is_noisy() -> None:
    steps = "[{replace: {at: '$.mounts[0]', value: '/e:/f'}}]"
    example = """\
- bad: {createOptions: {HostConfig: {Binds: ['/a:/b', '/c:/d']}}}
  finds:
  - {at: '$.createOptions.HostConfig.Binds[0]', message: 'Binds entry /a:/b'}
  - {at: '$.createOptions.HostConfig.Binds[1]', message: 'Binds entry /c:/d'}
  fixed: {createOptions: {HostConfig: {Binds: ['/e:/f', '/c:/d']}}}
"""
    found = said(example, RULE.replace("[{remove: {at: '@', prune: empty-parents}}]", steps))
    assert {(word, text.partition(" under ")[0]) for word, _, text in found} == {
        ("noisy", 'a fix is left for "Binds entry /e:/f"'),
        ("noisy", 'a fix is left for "Binds entry /c:/d"'),
    }


def test_a_whole_file_is_compared_to_the_letter() -> None:
    example = """\
- bad: {text: '{"HostConfig": {"Memory": 1,  "Binds": ["/a:/b"]} }'}
  finds: [{at: '$.HostConfig.Binds[0]', message: 'Binds entry /a:/b'}]
  fixed: {text: '{"HostConfig": {"Memory": 1} }'}
"""
    assert outcome(example).failures == ()
    assert said(example.replace("1} }", "1}}")) == {
        (
            "missing",
            'line 1: "{\\"HostConfig\\": {\\"Memory\\": 1}}"',
            'line 1: "{\\"HostConfig\\": {\\"Memory\\": 1} }"',
        )
    }


def test_a_whole_file_and_a_fragment_cannot_be_compared() -> None:
    assert {failure.expected for failure in outcome(BAD + "  fixed: {text: x}\n").failures} == {
        "bad and fixed must both be a whole file, or neither"
    }


def test_the_fixes_of_all_rules_must_go_together() -> None:
    other = rule(
        "- good: {}\n",
        RULE.replace("safe", "unsafe").replace("$.mounts[?(@.list == 'Binds')]", "$.createOptions.Image"),
    )
    grows = {"fix": {"title": "x", "applicability": "safe", "steps": [{"replace": {"at": "@", "value": "{value}x"}}]}}
    others = other._replace(data={**other.data, **grows, "code": "ASE998", "examples": []})
    assert [failure[4:7] for failure in run([rule(BAD + FIXED), others]).failures] == [
        ("object with all rules on", "missing", "fixes that go together")
    ]
