"""action.yml, the action that the project offers to GitHub: what it is, and what its lines of shell do.

https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import official_schemas
import pytest
from ci_commands import github_command
from command_line import BIND, BINDS, Ran, manifest, write

from edgelint.rule_files.yaml_reader import read_yaml

ROOT = Path(__file__).parent.parent
ACTION: dict[str, Any] = read_yaml((ROOT / "action.yml").read_text(encoding="utf-8")).data
INSTALL, CHECK = ACTION["runs"]["steps"]
SHELL = ("bash", "--noprofile", "--norc", "-eo", "pipefail")  # as GitHub runs a step whose shell is bash


def test_it_is_what_github_reads() -> None:
    schema = official_schemas.server("github-actions")
    assert schema.name == "https://json.schemastore.org/github-action.json"
    assert official_schemas.faults(schema.data, ACTION) == []
    assert official_schemas.faults(schema.data, {**ACTION, "runs": {"using": "composite"}}) != []


def test_it_is_small() -> None:
    assert {name: each["default"] for name, each in ACTION["inputs"].items()} == {"paths": "", "args": ""}
    assert ACTION["runs"]["using"] == "composite"
    assert [step["shell"] for step in ACTION["runs"]["steps"]] == ["bash", "bash"]
    assert not any("uses" in step for step in ACTION["runs"]["steps"])


def test_no_input_is_pasted_into_a_line_of_shell() -> None:
    assert [step["run"] for step in (INSTALL, CHECK) if "${{" in step["run"]] == []


def script(path: str, text: str) -> None:
    """Write a program in the place of one that is on the machine of the server."""
    write(path, f"#!/usr/bin/env bash\n{text}\n")
    os.chmod(path, 0o755)


def step(step: dict[str, Any], folder: Path, **inputs: str) -> Ran:
    """Run the lines of a step, as GitHub runs them, with programs of the folder `bin` before all others."""
    given = {name: each["default"] for name, each in ACTION["inputs"].items()} | inputs
    expressions = {f"${{{{ inputs.{name} }}}}": value for name, value in given.items()}
    environment = {
        **os.environ,
        **{name: expressions[value] for name, value in step.get("env", {}).items()},
        "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH")))),
        "RUNNER_TEMP": str(folder / "a temp"),
        "GITHUB_ACTION_PATH": str(folder / "an action"),
        "GITHUB_ACTIONS": "true",
        "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
    }
    done = subprocess.run(
        [*SHELL, "-c", step["run"]], env=environment, capture_output=True, check=False, encoding="utf-8", timeout=60
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def test_it_installs_its_own_checkout_into_an_environment_of_its_own(folder: Path) -> None:
    script("bin/python3", 'echo "python3 $*"; mkdir -p "$3/bin"; cp "$0" "$3/bin/python"')
    made, installed = step(INSTALL, folder).stdout.splitlines()
    assert made == f"python3 -m venv {folder}/a temp/edgelint"
    assert re.fullmatch(rf"python3 -m pip install (--[\w-]+ )*{re.escape(str(folder))}/an action", installed)


def test_an_installation_that_fails_ends_the_step(folder: Path) -> None:
    script("bin/python3", "exit 3")
    assert step(INSTALL, folder).status != 0


@pytest.mark.parametrize(
    ("inputs", "expected"),
    [
        pytest.param({}, ["check", "--"], id="the defaults"),
        pytest.param({"paths": "deploy\n"}, ["check", "--", "deploy"], id="a path"),
        pytest.param({"paths": "a b/*.json\n\n--x\n"}, ["check", "--", "a b/*.json", "--x"], id="paths with blanks"),
        pytest.param(
            {"args": "--fail-on  warning\n--select A*\n", "paths": "."},
            ["check", "--fail-on", "warning", "--select", "A*", "--", "."],
            id="arguments on lines",
        ),
        pytest.param({"args": "$(touch x) `y` ; z"}, ["check", "$(touch", "x)", "`y`", ";", "z", "--"], id="no shell"),
    ],
)
def test_what_edgelint_is_called_with(inputs: dict[str, str], expected: list[str], folder: Path) -> None:
    words = "import json, sys; print(json.dumps(sys.argv[1:]))"
    script("a temp/edgelint/bin/edgelint", f"exec '{sys.executable}' -c '{words}' \"$@\"")
    write("A.json")
    assert json.loads(step(CHECK, folder, **inputs).stdout) == expected
    assert not Path("x").exists()


@pytest.mark.parametrize(("text", "status"), [(manifest(), 1), (manifest({}), 0)], ids=["findings", "clean"])
def test_a_job_is_annotated_and_summed_up_and_ends_with_the_status(text: str, status: int, folder: Path) -> None:
    script("a temp/edgelint/bin/edgelint", f"exec '{sys.executable}' -m edgelint \"$@\"")
    write("rules/rule.yaml", BINDS)
    write("deploy/a b.json", text)
    ran = step(CHECK, folder, paths="deploy\n", args="--no-default-rules --rules rules")
    assert (ran.status, ran.stderr) == (status, "")
    commands = [github_command(line) for line in ran.stdout.splitlines() if line.startswith("::")]
    assert [(level, properties["file"], message) for level, properties, message in commands] == [
        ("error", "deploy/a b.json", BIND)
    ] * status
    assert "deploy/a b.json" in Path("summary.md").read_text(encoding="utf-8")
