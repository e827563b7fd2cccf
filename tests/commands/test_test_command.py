"""`edgelint test` on rules of the user's own: what passes, what fails and where, and what cannot be run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import BINDS, Ran, run, write

import edgelint

pytestmark = pytest.mark.usefixtures("folder")

RULE = f"""\
{BINDS}examples:
  - bad: {{createOptions: {{HostConfig: {{Binds: ['/a:/b']}}}}}}
    finds: [{{at: '$.createOptions.HostConfig.Binds[0]', message: 'Binds entry /a:/b'}}]
    shapes: [object]
"""
BIND = "/modulesContent/$edgeAgent/properties.desired/modules/m/settings/createOptions/HostConfig/Binds/0"
PASSED = "1 rule, 1 example, 1 run in 1 shapes and layouts: 1 reported, 0 silent, 0 missing, 0 noisy\n"


def test_a_folder_whose_examples_come_out_right() -> None:
    write("own/storage/docker-binds.yaml", RULE)
    assert run("test", "own") == run("test", "own/storage/docker-binds.yaml") == Ran(0, PASSED, "")


def test_the_rules_of_edgelint_are_not_among_them_wherever_it_runs(folder: Path) -> None:
    write("own/docker-binds.yaml", RULE)
    environment = {**os.environ, "PYTHONPATH": os.path.dirname(edgelint.__path__[0])}
    command = [sys.executable, "-m", "edgelint", "test", "."]
    done = subprocess.run(command, cwd=folder / "own", env=environment, capture_output=True, text=True, check=False)
    assert Ran(done.returncode, done.stdout, done.stderr) == Ran(0, PASSED, "")


def test_an_example_that_comes_out_otherwise_is_told_with_its_line() -> None:
    ran = run("test", write("own.yaml", RULE.replace("message: 'Binds entry /a:/b'", "message: Binds entry")))
    assert ran.status == 1
    assert ran.stdout.splitlines()[:-1] == [
        "own.yaml:9: TST101 example 1: missing in object",
        '  expected  finding "Binds entry" under "/a:/b" at $.createOptions.HostConfig.Binds[0]',
        f'  found     error "Binds entry /a:/b" under "/a:/b" at 44:22 {BIND}',
    ]


def test_a_rule_without_examples_is_named() -> None:
    ran = run("test", write("own/docker-binds.yaml", BINDS))
    assert (ran.status, ran.stderr) == (
        0,
        "edgelint: own/docker-binds.yaml: TST101 has no examples, so nothing of it was tested\n",
    )


def test_what_is_not_there_is_told_at_once() -> None:
    write("own.yaml", BINDS)
    expected = "edgelint: nowhere: no such file or folder\nneither.yaml: no such file or folder\n"
    assert run("test", "nowhere", "own.yaml", "neither.yaml") == Ran(2, "", expected)


def test_a_folder_without_rules_is_no_success() -> None:
    write("own/notes.md")
    expected = "edgelint: rule files cannot be used\nown:1:1: holds no rule file (*.yaml, *.yml)\n"
    assert run("test", "own") == Ran(2, "", expected)


def test_a_broken_rule_is_told_with_its_place() -> None:
    write("own/a.yaml", BINDS.replace("severity: error", "severity: eror"))
    expected = 'own/a.yaml:4:1: "eror" is not one of error, warning, info; did you mean "error"?\n'
    assert run("test", "own") == Ran(2, "", f"edgelint: rule files cannot be used\n{expected}")


def test_yaml_that_is_no_rule_is_skipped_quietly_where_it_is_named() -> None:
    write("own.yaml", RULE)
    others = write("ci.yml", "name: ci\non: push\n"), write("broken.yaml", "a: [\n"), write("empty.yaml")
    assert run("test", *others, "own.yaml") == Ran(0, PASSED, "")


def test_one_line_says_that_nothing_was_a_rule() -> None:
    assert run("test", write("ci.yml", "on: push\n")) == Ran(0, "", "edgelint: no rule file among the files given\n")


def test_in_a_folder_of_rules_everything_is_meant_as_one() -> None:
    write("own/a.yaml", RULE)
    write("own/ci.yml", "on: push\n")
    ran = run("test", "own")
    assert (ran.status, ran.stdout) == (2, "")
    assert 'own/ci.yml:1:1: unknown key "on"' in ran.stderr


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(BINDS + "why: [\n", "9:1: while parsing a flow node", id="broken YAML"),
        pytest.param("code: TST101\nselect: $.mounts[*]\n", '1:1: key "name" is missing', id="two keys of seven"),
        pytest.param(BINDS.replace("code: TST101\n", ""), '1:1: key "code" is missing', id="six of them"),
        pytest.param(BINDS.replace("select", "selct"), '6:1: unknown key "selct"', id="a misspelt key"),
    ],
)
def test_what_was_meant_as_a_rule_is_none_of_the_skipped(text: str, told: str) -> None:
    ran = run("test", write("ci.yml", "on: push\n"), write("a.yaml", text))
    assert (ran.status, ran.stdout, f"\na.yaml:{told}" in ran.stderr) == (2, "", True)


def test_skipping_reads_no_yaml(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("edgelint.rule_files.yaml_reader.read_yaml", None)
    assert run("test", write("ci.yml", "on: push\n")).status == 0
