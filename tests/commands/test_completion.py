"""`--completion`: the scripts, and what the shells themselves are offered while a line is typed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from command_line import PORTS, Ran, manifest, rule, run, write

import edgelint
from edgelint.rule_files.rule_pack import shipped_rules

pytestmark = [
    pytest.mark.usefixtures("folder"),
    pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash"),
]

# Each script makes the shell complete every line that it is given, and prints the words, then a line of hyphens.
BASH = """\
source <(edgelint --completion bash)
for line; do
  COMP_LINE=$line COMP_POINT=${#line} COMP_TYPE=9
  _python_argcomplete edgelint
  printf '%s\\n' "${COMPREPLY[@]}" --
done
"""
ZSH = """\
compdef() { : }
_describe() { print -rl -- "${(@P)2}" }
source <(edgelint --completion zsh)
for BUFFER; do
  CURSOR=${#BUFFER} words=(${(z)BUFFER})
  _python_argcomplete
  print -- --
done
"""
FISH = """\
edgelint --completion fish | source
for line in $argv
  complete -C "$line"
  printf '%s\\n' --
end
"""
SHELLS = {"bash": ["bash", "--norc"], "zsh": ["zsh", "-f"], "fish": ["fish", "--no-config"]}
SCRIPTS = {"bash": BASH, "zsh": ZSH, "fish": FISH}
INSTALLED = [
    pytest.param(shell, marks=pytest.mark.skipif(shutil.which(shell) is None, reason=f"there is no {shell}"))
    for shell in SHELLS
]


def offered(shell: str, *lines: str) -> list[list[str]]:
    """Return what a shell is offered for each line: words, in zsh and fish with what they mean behind them."""
    program = write("bin/edgelint", f'#!/bin/sh\nexec "{sys.executable}" -m edgelint "$@"\n')
    Path(program).chmod(0o755)
    package = os.pathsep.join(filter(None, (os.path.dirname(edgelint.__path__[0]), os.environ.get("PYTHONPATH"))))
    variables = {"PATH": os.pathsep.join((os.path.abspath("bin"), os.environ["PATH"])), "PYTHONPATH": package}
    done = subprocess.run(
        [*SHELLS[shell], write(f"complete.{shell}", SCRIPTS[shell]), *lines],
        env={**os.environ, **variables},
        capture_output=True,
        check=True,
        text=True,
        timeout=120,
        stdin=subprocess.DEVNULL,
    )
    assert done.stderr == ""
    return [part.strip("\n").split("\n") for part in done.stdout.split("--\n")[:-1]]


def words(offers: Sequence[str]) -> list[str]:
    """Return the words of offers, without what they mean."""
    return sorted(offer.partition("\t")[0].partition(":")[0].strip() for offer in offers)


CODES = [each.code for each in shipped_rules()]
CASES = {
    "edgelint ex": ["explain"],
    "edgelint --statis": ["--statistics"],
    "edgelint check --unsa": ["--unsafe-fixes"],
    "edgelint rules --fam": ["--family"],
    "edgelint explain ASE10": [code for code in CODES if code.startswith("ASE10")],
    "edgelint explain fpga-sh": ["fpga-share-bind"],
    "edgelint --select ASE70": [code for code in CODES if code.startswith("ASE70")],
    "edgelint --select ASE101,ASE10": [f"ASE101,{code}" for code in CODES if code.startswith("ASE10")][1:],
    "edgelint --output-format j": ["json", "jsonl", "junit"],
    "edgelint rules --output-format ": ["json", "text"],
    "edgelint rules --family n": ["naming", "network"],
    "edgelint --fail-on ": ["error", "info", "never", "warning"],
    "edgelint schema ": ["config", "report", "rule"],
    "edgelint deploy/c": ["deploy/camera.json"],
    "edgelint deploy/camera.json --fix deploy/s": ["deploy/sub/"],
    "edgelint --answers deploy/an": ["deploy/answers.yaml"],
    "edgelint why deploy/camera.json ASE20": [code for code in CODES if code.startswith("ASE20")],
    "edgelint --fix ru": [""],
}


@pytest.fixture(autouse=True)
def _files(folder: Path) -> None:
    for name in ("camera.json", "answers.yaml", "sub/x.json"):
        write(str(folder / "deploy" / name), manifest())


@pytest.mark.parametrize("shell", INSTALLED)
def test_what_a_shell_is_offered(shell: str) -> None:
    found = offered(shell, *CASES)
    assert dict(zip(CASES, map(words, found), strict=True)) == CASES


@pytest.mark.parametrize("shell", INSTALLED)
def test_the_first_word_may_be_a_command_or_a_file(shell: str) -> None:
    (found,) = map(words, offered(shell, "edgelint "))
    assert {"check", "rules", "explain", "why", "deploy/"} <= set(found)
    assert not [word for word in found if word.startswith("-")]


@pytest.mark.parametrize("shell", [param for param in INSTALLED if param.values != ("bash",)])
def test_shells_that_can_show_it_are_told_what_words_mean(shell: str) -> None:
    separator = {"zsh": ":", "fish": "\t"}[shell]
    rules, options, files = offered(shell, "edgelint explain ASE101", "edgelint --stat", "edgelint deploy/c")
    assert rules == [f"ASE101{separator}Docker Binds of a host directory"]
    assert options[0].startswith(f"--statistics{separator}as text: ")
    assert files[0].rstrip(":") == "deploy/camera.json"


def test_a_report_may_go_to_a_file() -> None:
    assert offered("bash", "edgelint --output-format json:deploy/c") == [["deploy/camera.json "]]


def test_rules_of_ones_own_are_offered_too() -> None:
    write("own/b.yaml", rule("TST101", "own-binds", "$.mounts[*]", "x"))
    write("more.yaml", rule("SITE001", "site", "$.mounts[*]", "x"))
    write(".edgelint.yaml", "rules: [own]\n")
    assert list(map(words, offered("bash", "edgelint explain TS", "edgelint --rules more.yaml --select TST101,S"))) == [
        ["TST101"],
        ["TST101,SITE001"],
    ]


def test_rules_that_cannot_be_used_are_no_failure() -> None:
    write("own.yaml", PORTS + "mesage: x\n")
    assert offered("bash", "edgelint --rules own.yaml --select TST") == [[""]]


def test_a_name_is_no_command_in_the_middle_of_a_line() -> None:
    write("rules/a.json", manifest())
    assert list(map(words, offered("bash", "edgelint --fix rul", "edgelint check rul"))) == [["rules/"], ["rules/"]]


@pytest.mark.parametrize(
    ("shell", "first"),
    [("bash", "#compdef edgelint"), ("zsh", "#compdef edgelint"), ("fish", "function __fish_edgelint_complete")],
)
def test_the_scripts(shell: str, first: str) -> None:
    ran = run("--completion", shell)
    assert (ran.status, ran.stderr, ran.stdout.splitlines()[0]) == (0, "", first)
    assert "edgelint" in ran.stdout.splitlines()[-1] or shell != "fish"


@pytest.mark.parametrize("shell", ["bash", *INSTALLED[1:]])
def test_a_shell_can_read_its_script(shell: str) -> None:
    script = write("script", run("--completion", shell).stdout)
    done = subprocess.run([shell, "-n", script], capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_another_shell_is_wrong_use() -> None:
    ran = run("--completion", "tcsh")
    assert (ran.status, ran.stdout) == (2, "")
    assert ran.stderr.startswith("edgelint: argument --completion: invalid choice: 'tcsh'")


def test_a_script_is_printed_whatever_else_the_line_says() -> None:
    assert run("nowhere", "--completion", "fish") == Ran(0, run("--completion", "fish").stdout, "")
