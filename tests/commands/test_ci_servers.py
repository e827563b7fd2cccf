"""What `edgelint check` says to the CI server that it runs on, beside its text."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ci_commands import azure_command, github_command
from command_line import BIND, BINDS, IMAGES, NOTHING, PORTS, Ran, manifest, run, write

import edgelint
from edgelint.reporters import REPORTERS

GITHUB, AZURE = {"GITHUB_ACTIONS": "true"}, {"TF_BUILD": "True"}
FIX = "fix: {title: Remove it, applicability: safe, steps: [{remove: {at: '@'}}]}\n"
SUMMARY = "summary.md"

pytestmark = pytest.mark.usefixtures("folder")
on_each_server = pytest.mark.parametrize("variables", [GITHUB, AZURE], ids=["GitHub Actions", "Azure Pipelines"])


@pytest.fixture(autouse=True)
def _checkout(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder / SUMMARY))
    for name in ("GITHUB_WORKSPACE", "BUILD_SOURCESDIRECTORY"):
        monkeypatch.setenv(name, str(folder))


@pytest.fixture
def on(monkeypatch: pytest.MonkeyPatch) -> "Server":
    return Server(monkeypatch)


class Server:
    """Runs the command line with and without the variables of a server."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch

    def lint(self, variables: dict[str, str], *arguments: str, rules: str = BINDS, **streams: Any) -> Ran:
        """Run `check` with one rule; `streams` are what `run` takes."""
        with self._monkeypatch.context() as patch:
            for name, value in variables.items():
                patch.setenv(name, value)
            own = ("--no-default-rules", "--rules", write("own/rule.yaml", rules))
            return run("check", *own, *arguments, **streams)

    def said(self, variables: dict[str, str], *arguments: str, rules: str = BINDS) -> list[str]:
        """Return the lines that a run prints on a server behind those that it prints elsewhere."""
        elsewhere, here = self.lint({}, *arguments, rules=rules), self.lint(variables, *arguments, rules=rules)
        assert here.stdout.startswith(elsewhere.stdout)
        assert (here.status, here.stderr) == (elsewhere.status, elsewhere.stderr)
        return here.stdout[len(elsewhere.stdout) :].splitlines()


def files_annotated(lines: list[str]) -> list[str]:
    """Return the files that commands of either server name."""
    commands = [github_command(line) if line.startswith("::") else azure_command(line) for line in lines]
    return [properties.get("file") or properties["sourcepath"] for _, properties, _ in commands]


def summary() -> str:
    return Path(SUMMARY).read_text(encoding="utf-8")


# Annotations


def test_github_gets_workflow_commands_behind_the_text(on: Server) -> None:
    write("a.json", manifest())
    (line,) = on.said(GITHUB, "a.json")
    level, properties, message = github_command(line)
    assert (level, properties["file"], properties["title"]) == ("error", "a.json", "TST101 docker-binds")
    assert (properties["line"], properties["col"]) == ("1", str(manifest().index("/a:/b") + 1))
    assert message == BIND


def test_azure_gets_logging_commands_behind_the_text(on: Server) -> None:
    write("a.json", manifest())
    (line,) = on.said(AZURE, "a.json")
    name, properties, message = azure_command(line)
    assert (name, properties["type"], properties["sourcepath"]) == ("task.logissue", "error", "a.json")
    assert message == BIND


@pytest.mark.parametrize("variables", [{"GITHUB_ACTIONS": "false"}, {"GITHUB_ACTIONS": ""}, {"TF_BUILD": ""}, {}])
def test_no_server_gets_nothing(variables: dict[str, str], on: Server) -> None:
    write("a.json", manifest())
    assert on.said(variables, "a.json") == []
    assert not Path(SUMMARY).exists()


@on_each_server
@pytest.mark.parametrize(
    "arguments",
    [
        *(["--output-format", name] for name in REPORTERS),
        ["--output-format", "json:out.json"],
        ["--output-file", "out.txt"],
        ["--statistics"],
    ],
    ids=" ".join,
)
def test_a_run_that_names_what_it_writes_writes_nothing_else(
    arguments: list[str], variables: dict[str, str], on: Server
) -> None:
    write("a.json", manifest())
    assert on.said(variables, "a.json", *arguments) == []
    assert not Path(SUMMARY).exists()


@on_each_server
def test_annotations_are_of_what_the_text_shows(variables: dict[str, str], on: Server) -> None:
    write("a.json", manifest())
    assert on.said(variables, "a.json", rules=IMAGES) == []
    assert len(on.said(variables, "a.json", "-v", rules=IMAGES)) == 1
    assert len(on.said(variables, "a.json", "--fail-on", "info", rules=IMAGES)) == 1


@on_each_server
def test_a_quiet_run_annotates_too(variables: dict[str, str], on: Server) -> None:
    write("a.json", manifest())
    assert len(on.said(variables, "a.json", "-q")) == 1


@on_each_server
def test_ten_of_each_severity_are_annotated_the_gravest_first(variables: dict[str, str], on: Server) -> None:
    ports = {f"{number}/tcp": [{"HostPort": str(number)}] for number in range(1, 12)}
    write("a.json", manifest({"HostConfig": {"PortBindings": ports}}))
    write("b.json", manifest({"HostConfig": {"Binds": [f"/{number}:/b" for number in range(11)]}}))
    lines = on.said(variables, "a.json", "b.json", "--rules", write("ports.yaml", PORTS))
    assert files_annotated(lines) == ["b.json"] * 10 + ["a.json"] * 10


@on_each_server
def test_what_a_fix_removed_is_not_annotated(variables: dict[str, str], on: Server) -> None:
    write("a.json", manifest())
    ran = on.lint(variables, "--fix", "a.json", rules=BINDS + FIX)
    assert (ran.status, "::" in ran.stdout, "##vso" in ran.stdout) == (0, False, False)


@on_each_server
@pytest.mark.parametrize("arguments", [["--diff", "a.json"], ["--fix", "-"]], ids=" ".join)
def test_annotations_follow_the_report(arguments: list[str], variables: dict[str, str], on: Server) -> None:
    write("a.json", manifest())
    elsewhere, here = (on.lint(each, *arguments, stdin=manifest().encode()) for each in ({}, variables))
    assert (here.status, here.stdout) == (elsewhere.status, elsewhere.stdout)
    assert here.stderr.startswith(elsewhere.stderr)
    (line,) = here.stderr[len(elsewhere.stderr) :].splitlines()
    assert line.startswith(("::error ", "##vso[task.logissue "))


@on_each_server
def test_files_are_named_from_the_checkout(
    variables: dict[str, str], on: Server, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("checkout/deploy/a.json", manifest())
    write("other/b.json", manifest())
    for name in ("GITHUB_WORKSPACE", "BUILD_SOURCESDIRECTORY"):
        monkeypatch.setenv(name, str(folder / "checkout"))
    monkeypatch.chdir(folder / "checkout" / "deploy")
    assert files_annotated(on.said(variables, "a.json", "../../other/b.json")) == [
        "../../other/b.json",
        "deploy/a.json",
    ]
    assert files_annotated(on.said(variables, str(folder / "checkout/deploy/a.json"))) == ["deploy/a.json"]


def test_without_a_checkout_files_are_named_as_given(on: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_WORKSPACE")
    assert files_annotated(on.said(GITHUB, write("x/a.json", manifest()))) == ["x/a.json"]


def test_standard_input_keeps_its_name(on: Server, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "deploy").mkdir()
    monkeypatch.chdir(folder / "deploy")
    ran = on.lint(GITHUB, "-", stdin=manifest().encode())
    assert files_annotated(ran.stdout.splitlines()[-1:]) == ["-"]


# The summary of the job


def test_the_summary_gets_the_markdown_report_behind_what_it_holds(on: Server) -> None:
    write("a.json", manifest())
    write(SUMMARY, "Before\n\n")
    on.lint(GITHUB, "a.json")
    markdown = on.lint({}, "a.json", "--output-format", "markdown").stdout
    assert summary() == f"Before\n\n{markdown}\n"
    on.lint(GITHUB, "a.json")
    assert summary() == f"Before\n\n{markdown}\n{markdown}\n"


def test_a_clean_manifest_is_in_the_summary_and_no_manifest_is_not(on: Server) -> None:
    assert on.lint(GITHUB, write("b.json", "{}")) == Ran(0, "", NOTHING)
    assert not Path(SUMMARY).exists()
    on.lint(GITHUB, write("a.json", manifest({})))
    assert "ready" in summary()


@pytest.mark.parametrize("variables", [AZURE, {**GITHUB, "GITHUB_STEP_SUMMARY": ""}], ids=["Azure", "no file named"])
def test_no_summary(variables: dict[str, str], on: Server) -> None:
    write("a.json", manifest())
    assert on.lint(variables, "a.json").stderr == ""
    assert not Path(SUMMARY).exists()


@pytest.mark.parametrize(("text", "status"), [(manifest(), 1), (manifest({}), 0)], ids=["findings", "clean"])
def test_a_summary_that_cannot_be_written_is_told_and_changes_nothing(text: str, status: int, on: Server) -> None:
    write("a.json", text)
    elsewhere = on.lint({}, "a.json")
    ran = on.lint({**GITHUB, "GITHUB_STEP_SUMMARY": "no/such"}, "a.json")
    assert (ran.status, ran.stderr) == (status, "edgelint: no/such: No such file or directory\n")
    assert ran.stdout.startswith(elsewhere.stdout)


def test_the_summary_is_utf_8_whatever_the_stream_is(on: Server) -> None:
    write("a.json", manifest({"HostConfig": {"Binds": ["/한:/b"]}}))
    ran = on.lint(GITHUB, "a.json", encoding="ascii")
    assert ("Binds entry /?:/b" in ran.stdout, "Binds entry /한:/b" in summary()) == (True, True)


def test_a_process_on_a_server_has_its_variables() -> None:
    package = os.pathsep.join(filter(None, (os.path.dirname(edgelint.__path__[0]), os.environ.get("PYTHONPATH"))))
    command = [sys.executable, "-m", "edgelint", "--select", "ASE101", write("a.json", manifest())]
    environment = {**os.environ, **GITHUB, "PYTHONPATH": package, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(command, env=environment, capture_output=True, check=False, encoding="utf-8", timeout=60)
    assert github_command(done.stdout.splitlines()[-1])[1]["file"] == "a.json"
    assert "ASE101" in summary()
