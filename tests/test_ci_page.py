"""docs/ci.md: its pipelines are what the servers read, its commands run, its problem matcher reads concise output."""

import json
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import official_schemas
import pytest
from ci_commands import github_command
from command_line import BINDS, IMAGES, PORTS, lint, manifest, run, write

from edgelint import __version__
from edgelint.commands.check_arguments import parse
from edgelint.commands.outputs import Output, outputs
from edgelint.reporters import REPORTERS
from edgelint.rule_files.yaml_reader import read_yaml

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
SCHEMAS = {
    "github-workflows": "https://json.schemastore.org/github-workflow.json",
    "azure-pipelines": "https://github.com/Microsoft/azure-pipelines-vscode/blob/main/service-schema.json",
    "gitlab-ci": "https://gitlab.com/.gitlab-ci.yml",
}


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


PIPELINES: list[dict[str, Any]] = [read_yaml(text).data for text in blocks("yaml")]
each_pipeline = pytest.mark.parametrize("pipeline", PIPELINES)


def server(pipeline: dict[str, Any]) -> str:
    """Return the schema of the server that a pipeline is for."""
    if "jobs" in pipeline:
        return "github-workflows"
    return "azure-pipelines" if "steps" in pipeline else "gitlab-ci"


def texts(value: Any) -> Iterator[str]:
    """Yield all texts of a pipeline."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from texts(each)


def checks(lines: list[str]) -> list[list[str]]:
    """Return the arguments of each `edgelint check` among lines of shell."""
    return [shlex.split(line)[2:] for line in lines if line.startswith("edgelint check")]


SHELL = [line for block in blocks("sh") for line in block.splitlines()]
CHECKS = checks([*(text for pipeline in PIPELINES for text in texts(pipeline)), *SHELL])


def test_there_is_a_pipeline_for_each_server() -> None:
    assert [server(pipeline) for pipeline in PIPELINES] == [
        *["github-workflows"] * 2,
        *["azure-pipelines"] * 2,
        "gitlab-ci",
        "github-workflows",
    ]


@each_pipeline
def test_a_pipeline_is_what_the_schema_of_its_server_describes(pipeline: dict[str, Any]) -> None:
    schema = official_schemas.server(server(pipeline))
    assert schema.name == SCHEMAS[server(pipeline)]
    assert official_schemas.faults(schema.data, pipeline) == []


@pytest.mark.parametrize(
    ("written", "broken"),
    [
        ("runs-on: ubuntu-latest", "runs: ubuntu-latest"),
        ("testResultsFormat: JUnit", "testResultsFormat: Junit5"),
        ("when: always", "when: ever"),
    ],
    ids=["GitHub", "Azure", "GitLab"],
)
def test_a_pipeline_that_a_server_does_not_read_is_told(written: str, broken: str) -> None:
    text = next(text for text in blocks("yaml") if written in text)
    pipeline = read_yaml(text.replace(written, broken)).data
    assert official_schemas.faults(official_schemas.server(server(pipeline)).data, pipeline) != []


def test_all_that_is_installed_is_this_version() -> None:
    versions = re.findall(r"edgelint/edgelint@(\S+)", PAGE)
    assert len(versions) == 5
    assert set(versions) == {f"v{__version__}"}


def test_the_action_has_the_inputs_that_the_page_gives_it() -> None:
    action = read_yaml((ROOT / "action.yml").read_text(encoding="utf-8")).data
    (used,) = (step for step in PIPELINES[0]["jobs"]["edgelint"]["steps"] if "edgelint" in step["uses"])
    assert used["with"].keys() == action["inputs"].keys()
    assert parse(used["with"]["args"].split(), StringIO()).fail_on == "warning"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("arguments", CHECKS, ids=" ".join)
def test_a_command_writes_what_it_names(arguments: list[str]) -> None:
    write("a.json", manifest())
    ran = run("check", *arguments)
    assert (ran.status, ran.stderr) == (1, "")
    files = {each.file for each in outputs(parse(arguments, StringIO()))}
    assert bool(ran.stdout) == (None in files)
    assert all(Path(file).read_text(encoding="utf-8") for file in files if file)


@each_pipeline
def test_what_a_pipeline_takes_up_is_what_its_command_writes(pipeline: dict[str, Any]) -> None:
    said = list(texts(pipeline))
    written = {each.file for arguments in checks(said) for each in outputs(parse(arguments, StringIO())) if each.file}
    taken = {text for text in said if re.fullmatch(r"[\w-]+\.(sarif|xml|json)", text)}
    assert taken == written


def test_each_format_is_told() -> None:
    (rows,) = re.findall(r"^\| format \| for \|\n\|---\|---\|\n((?:\|.*\n)+)", PAGE, re.MULTILINE)
    named = [name for row in rows.splitlines() for name in re.findall(r"`([a-z]+)`", row.split("|")[1])]
    assert sorted(named) == sorted(REPORTERS)


@pytest.mark.usefixtures("folder")
@pytest.mark.skipif(shutil.which("jq") is None, reason="jq is missing")
def test_jq_takes_out_what_is_suppressed() -> None:
    (line,) = (line for line in SHELL if line.startswith("jq "))
    write("a.json", manifest({"HostConfig": {"Binds": ["/a:/b", "/c:/d"]}}))
    write(".edgelint.yaml", "suppressions: [{rule: TST101, path: Binds/0, reason: we know}]")
    lint("a.json", "--output-format", "sarif:edgelint.sarif")
    subprocess.run(["bash", "-c", line], check=True, timeout=60)
    before, after = (json.loads(Path(f"{name}.sarif").read_text(encoding="utf-8")) for name in ("edgelint", "left"))
    assert [result["message"]["text"] for result in after["runs"][0]["results"]] == ["Binds entry /c:/d"]
    assert len(before["runs"][0]["results"]) == 2


@pytest.mark.skipif(shutil.which("git") is None, reason="git is missing")
def test_a_hook_that_fails_annotates(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pre_commit")
    variables = {"PRE_COMMIT_HOME": str(folder / "home"), "PYTHONPATH": str(ROOT), "GITHUB_ACTIONS": "true"}
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    entry = f"'{sys.executable} -m edgelint check'"
    hook = f"{{id: edgelint, name: edgelint, language: system, types: [json], entry: {entry}}}"
    write(".pre-commit-config.yaml", f"repos: [{{repo: local, hooks: [{hook}]}}]\n")
    write("deploy/a.json", manifest())
    subprocess.run(["git", "init", "--quiet"], check=True)
    subprocess.run(["git", "add", "."], check=True)
    (line,) = (text for text in texts(PIPELINES[-1]) if text.startswith("pre-commit run"))
    ran = subprocess.run(
        [sys.executable, "-m", "pre_commit", *line.split()[1:]], capture_output=True, encoding="utf-8", timeout=120
    )
    commands = [github_command(line) for line in ran.stdout.splitlines() if line.startswith("::")]
    assert ran.returncode == 1
    assert {properties["file"] for _, properties, _ in commands} == {"deploy/a.json"}


# The problem matcher of Visual Studio Code

(TASKS,) = map(json.loads, blocks("json"))
(TASK,) = TASKS["tasks"]


def problem(line: str) -> dict[str, str] | None:
    """Read a line as the problem matcher does."""
    regexp, *groups = TASK["problemMatcher"]["pattern"].items()
    found = re.search(regexp[1], line)
    return {name: found[number] for name, number in groups} if found else None


def test_the_task_writes_concise_lines() -> None:
    assert (TASK["command"], TASK["args"][0]) == ("edgelint", "check")
    assert outputs(parse(TASK["args"][1:], StringIO())) == [Output("concise")]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "name",
    [
        "a.json",
        "deploy/line 1/a b.json",
        "C:/work/deploy/a.json",
        "a:1:2.json",
        "a: error/b:3:4: warning/c.json",
        "(1,2): x/설정.json",
    ],
)
def test_every_concise_line_is_a_problem(name: str) -> None:
    ports = {"1/tcp": [{"HostPort": "1"}]}
    write(name, manifest({"HostConfig": {"Binds": ["/a:1:2: error ASE101 x"], "PortBindings": ports}}))
    more = [word for rules in (PORTS, IMAGES) for word in ("--rules", write(f"rules/{len(rules)}.yaml", rules))]
    concise, report = (lint(*more, name, "--output-format", kind, rules=BINDS).stdout for kind in ("concise", "json"))
    members = ("file", "line", "column", "severity", "code", "message")
    found = [{member: str(each[member]) for member in members} for each in json.loads(report)["findings"]]
    assert [problem(line) for line in concise.splitlines()] == found
    assert {each["severity"] for each in found} == {"error", "warning", "info"}


@pytest.mark.parametrize("line", ["Found 1 error in 1 manifest.", "edgelint: x: No such file", "a.json:1: error x"])
def test_another_line_is_no_problem(line: str) -> None:
    assert problem(line) is None
