"""The command line as a process: commands, streams that are closed or full, internal failures."""

import io
import os
import subprocess
import sys

import pytest
from command_line import BIND, BINDS, TEXTS, Ran, lint, lint_process, manifest, run, write

import edgelint
from edgelint import __version__
from edgelint.cli import main

pytestmark = pytest.mark.usefixtures("folder")


@pytest.mark.parametrize("arguments", [["--version"], ["check", "--version"], ["-q", "nowhere", "--version"]])
def test_the_version(arguments: list[str]) -> None:
    assert run(*arguments) == Ran(0, f"edgelint {__version__}\n", "")


@pytest.mark.parametrize(
    "command", ["check", "rules", "explain", "test", "schema", "config", "baseline", "new-rule", "why"]
)
def test_each_command_has_a_help(command: str) -> None:
    ran = run(command, "--help")
    assert (ran.status, ran.stderr) == (0, "")
    assert ran.stdout.startswith("usage: edgelint ")


def test_the_help_names_the_other_commands() -> None:
    assert "Other commands: edgelint rules, explain, why, test, new-rule, schema, config, baseline;" in " ".join(
        run("--help").stdout.split()
    )


class Failing(io.StringIO):
    """An output that fails as no output should."""

    def write(self, _text: str) -> int:
        raise RuntimeError("what nobody thought of")


def test_a_bug_makes_a_three_and_asks_for_a_report() -> None:
    errors = io.StringIO()
    arguments = ["--no-default-rules", "--rules", write("own.yaml", BINDS), write("a.json", manifest())]
    assert main(arguments, io.StringIO(), Failing(), errors) == 3
    assert errors.getvalue().startswith("edgelint: Traceback (most recent call last):\n")
    assert errors.getvalue().endswith(
        "\nRuntimeError: what nobody thought of\n"
        "edgelint: this is a bug in edgelint; please report it with the lines above\n"
    )


def test_a_message_shows_no_control_characters() -> None:
    assert run("a\x1b[31m\x9bb").stderr == "edgelint: a\ufffd[31m\ufffdb: no such file or folder\n"


def test_a_message_never_fails_on_an_encoding() -> None:
    assert run("카메라\udcff", encoding="ascii") == Ran(2, "", "edgelint: ????: no such file or folder\n")


def test_the_process_says_the_same() -> None:
    write("a.json", manifest())
    assert lint_process("a.json") == lint("a.json")
    assert lint_process("nowhere") == lint("nowhere")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        ["--help"],
        ["rules", "--select", "ASE9"],
        ["explain", "ASE901"],
        ["check", "--selct"],
        ["a.json", "-q"],
    ],
)
def test_python_m_edgelint_is_the_same_program(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    write("a.json", manifest())
    done = subprocess.run(
        [sys.executable, "-m", "edgelint", *arguments],
        env={**os.environ, "PYTHONPATH": os.path.dirname(edgelint.__path__[0])},
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
        stdin=subprocess.DEVNULL,
    )
    assert Ran(done.returncode, done.stdout, done.stderr) == run(*arguments)


@pytest.mark.parametrize("order", [("a.json", "b"), ("b", "a.json")])
@pytest.mark.parametrize(
    "variables",
    [
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "2", "LC_ALL": "C", "TZ": "Asia/Seoul", "COLUMNS": "40", "TERM": "dumb"},
    ],
)
def test_two_runs_print_the_same_bytes(order: tuple[str, ...], variables: dict[str, str]) -> None:
    for name in ("a.json", "b/z.json", "b/a.json"):
        write(name, manifest({"Env": ["A=1", "B=2"], "HostConfig": {"Binds": ["/a:/b"]}}))
    for name in ("text", "concise", "json"):
        arguments = (*order, "--output-format", name)
        assert lint_process(*arguments, rules=TEXTS, **variables) == lint(*arguments, rules=TEXTS)


@pytest.mark.parametrize(
    ("arguments", "shell", "expected"),
    [
        pytest.param(
            ["a.json"], ">&-", Ran(2, "", "edgelint: the output cannot be written: not writable\n"), id="output"
        ),
        pytest.param(["b.json"], ">&-", Ran(0, "", ""), id="output, with nothing to say"),
        pytest.param(["a.json", "--output-file", "x"], ">&-", Ran(1, "", ""), id="output, with a file for it"),
        pytest.param(["-"], "<&-", Ran(2, "", "edgelint: -: cannot be read\n"), id="input"),
        pytest.param(["b.json"], "<&-", Ran(0, "", ""), id="input, where it is not asked for"),
        pytest.param(["nowhere"], "2>&-", Ran(2, "", ""), id="errors"),
        pytest.param(["nowhere"], ">&- 2>&- <&-", Ran(2, "", ""), id="all"),
        pytest.param(
            ["a.json"],
            ">/dev/full",
            Ran(2, "", "edgelint: the output cannot be written: No space left on device\n"),
            id="output on a full disk",
        ),
        pytest.param(["nowhere"], "2>/dev/full", Ran(2, "", ""), id="errors on a full disk"),
    ],
)
def test_a_stream_that_is_closed_or_full(arguments: list[str], shell: str, expected: Ran) -> None:
    write("a.json", manifest())
    write("b.json", manifest({}))
    assert lint_process(*arguments, shell=shell) == expected


def test_the_errors_do_not_go_to_the_output_where_theirs_is_closed() -> None:
    write("a.json", manifest())
    assert lint_process("a.json", shell="2>&-").stdout == lint("a.json").stdout


@pytest.mark.parametrize("name", ["text", "concise", "json"])
def test_a_reader_that_goes_away_is_no_failure_to_speak_of(name: str) -> None:
    for number in range(120):
        write(f"{number}.json", manifest({"HostConfig": {"Binds": ["/a:/b"] * 12}}))
    ran = lint_process(".", "--output-format", name, shell="| head -n 1; exit ${PIPESTATUS[0]}")
    assert (ran.status, len(ran.stdout.splitlines()), ran.stderr) == (2, 1, "")


def test_both_streams_may_go_away() -> None:
    write("a.json", manifest({"HostConfig": {"Binds": ["/a:/b"] * 5000}}))
    assert lint_process("a.json", "b", shell="2>&1 | true; exit ${PIPESTATUS[0]}").status == 2


def test_the_reader_of_a_short_report_gets_all_of_it() -> None:
    ran = lint_process(write("a.json", manifest()), shell="| head -n 1; exit ${PIPESTATUS[0]}")
    assert (ran.status, ran.stdout.endswith(f"{BIND}\n")) == (1, True)
