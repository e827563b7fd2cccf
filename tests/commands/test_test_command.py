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
