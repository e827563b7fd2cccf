"""`edgelint check` with a configuration: which one holds, what it changes, what the command line says against it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import BIND, BINDS, IMAGES, PORTS, Ran, lint, manifest, run, write

import edgelint

pytestmark = pytest.mark.usefixtures("folder")

OPTIONS = {"ExposedPorts": {"80/tcp": {}}, "HostConfig": {"Binds": ["/a:/b"]}}
ALL = ["error TST101", "warning TST201", "info TST301"]
HEAD = "edgelint: configuration cannot be used\n"


def check(*arguments: str) -> Ran:
    """Run the rules of the folder own/ in place of those that come with edgelint."""
    for name, text in (("binds", BINDS), ("ports", PORTS), ("images", IMAGES)):
        write(f"own/{name}.yaml", text)
    return run("check", "--no-default-rules", "--rules", "own", "--output-format", "concise", *arguments)


def found(*arguments: str) -> list[str]:
    """Return file, severity and code of each finding, `a.json` left out."""
    parts = [line.split(" ", 3) for line in check(*arguments).stdout.splitlines()]
    names = [place.partition(":")[0] for place, *_ in parts]
    rows = [f"{name} {severity} {code}" for name, (_, severity, code, _) in zip(names, parts, strict=True)]
    return sorted((row.removeprefix("a.json ") for row in rows), key=lambda row: row[row.index(" T") :])


# Which configuration holds


def test_without_a_configuration_all_rules_run() -> None:
    write("a.json", manifest(OPTIONS))
    assert found("a.json") == ALL


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (".edgelint.yaml", "ignore: TST1\n"),
        (".edgelint.yml", "ignore: [TST101]\n"),
        ("pyproject.toml", "[tool.edgelint]\nignore = ['docker-binds']\n"),
    ],
)
def test_each_file_is_read(name: str, text: str) -> None:
    write("deploy/a.json", manifest(OPTIONS))
    write(name, text)
    assert found("deploy/a.json") == [f"deploy/a.json {row}" for row in ALL[1:]]


def test_each_manifest_has_the_configuration_above_it() -> None:
    for name in ("a.json", "x/a.json", "x/y/a.json", "z/a.json"):
        write(name, manifest(OPTIONS))
    write(".edgelint.yaml", "select: TST1\n")
    write("x/pyproject.toml", "[tool.edgelint]\nselect = 'TST2'\n")
    write("z/pyproject.toml", "[project]\nname = 'z'\n")
    rows = ["error TST101", "z/a.json error TST101", "x/a.json warning TST201", "x/y/a.json warning TST201"]
    assert found(".") == rows
    assert found("z", "x/y", "x/a.json", "a.json") == rows


def test_the_configuration_is_that_of_the_manifest_not_of_the_current_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    write("x/a.json", manifest(OPTIONS))
    write("x/.edgelint.yaml", "select: TST2\n")
    write("here/.edgelint.yaml", "select: TST1\n")
    monkeypatch.chdir("here")
    assert found("../x/a.json") == ["../x/a.json warning TST201"]


def test_standard_input_has_the_configuration_of_its_name() -> None:
    write(".edgelint.yaml", "ignore: TST101\n")
    write("x/.edgelint.yaml", "severity: {TST101: info}\n")
    text = manifest().encode()
    assert lint("-", stdin=text).stdout == ""
    assert lint("-", "--stdin-filename", "b.json", stdin=text).stdout == ""
    assert "x/b.json:1:160: info TST101" in lint("-", "--stdin-filename", "x/b.json", stdin=text).stdout
    assert "error TST101" in lint("-", "--stdin-filename", "../b.json", stdin=text).stdout


def test_the_file_that_is_named_holds_for_all_manifests() -> None:
    write("a.json", manifest(OPTIONS))
    write("x/a.json", manifest(OPTIONS))
    write("x/.edgelint.yaml", "select: TST2\n")
    write("ci/strict.yaml", "select: TST3\n")
    assert found("--config", "ci/strict.yaml", ".") == ["info TST301", "x/a.json info TST301"]


# What it changes


def test_patterns_are_relative_to_the_configuration(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("deploy/a.json", "old/a.json", "old/deploy/a.json"):
        write(f"x/{name}", manifest())
    write("x/.edgelint.yaml", "overrides: [{files: deploy/*, severity: {TST101: info}}]\n")
    write("ci/named.yaml", "overrides: [{files: ../x/old/a.json, severity: {TST101: info}}]\n")
    assert found("--select", "TST1", ".") == [
        "x/deploy/a.json info TST101",
        "x/old/a.json error TST101",
        "x/old/deploy/a.json error TST101",
    ]
    assert found("--select", "TST1", "x", "--config", "ci/named.yaml") == [
        "x/deploy/a.json error TST101",
        "x/old/a.json info TST101",
        "x/old/deploy/a.json error TST101",
    ]
    monkeypatch.chdir("x/old")
    rules = ("--no-default-rules", "--rules", "../../own/binds.yaml", "--output-format", "concise")
    assert " info TST101 " in run("check", *rules, "../deploy/a.json").stdout


def test_an_override_holds_for_its_files() -> None:
    write("a.json", manifest(OPTIONS))
    write("old/a.json", manifest(OPTIONS))
    write(".edgelint.yaml", "overrides: [{files: old/, ignore: [TST1, image], severity: {TST2: info}}]\n")
    assert found(".") == [ALL[0], ALL[1], "old/a.json info TST201", ALL[2]]


def test_a_severity_decides_the_exit_status() -> None:
    write("a.json", manifest(OPTIONS))
    write(".edgelint.yaml", "severity: {TST101: warning}\n")
    assert check("a.json").status == 0
    write(".edgelint.yaml", "severity: {TST301: error, TST1: off}\n")
    assert (check("a.json").status, found("a.json")) == (1, ["warning TST201", "error TST301"])


@pytest.mark.parametrize(
    ("text", "option", "status"),
    [
        ("{}", (), 0),
        ("fail-on: warning", (), 1),
        ("fail-on: error", (), 0),
        ("fail-on: warning", ("--fail-on", "error"), 0),
        ("fail-on: never", ("--fail-on", "warning"), 1),
    ],
)
def test_the_least_severity_that_fails(text: str, option: tuple[str, ...], status: int) -> None:
    write("a.json", manifest(OPTIONS))
    write(".edgelint.yaml", text)
    assert check("a.json", "--ignore", "TST1", *option).status == status


def test_each_manifest_fails_by_its_own_configuration() -> None:
    write("a.json", manifest(OPTIONS))
    write("strict/a.json", manifest({}))
    write("strict/.edgelint.yaml", "fail-on: info\n")
    assert check("--ignore", "TST1", "a.json").status == 0
    assert check("--ignore", "TST1", "strict").status == 1
    assert check("--ignore", "TST1", ".").status == 1


def test_rules_of_the_configuration_run_beside_the_others() -> None:
    write("x/a.json", manifest(OPTIONS))
    write("a.json", manifest(OPTIONS))
    write("x/.edgelint.yaml", "rules: [rules, more/ports.yaml]\n")
    write("x/rules/images.yaml", IMAGES)
    write("x/more/ports.yaml", PORTS)
    ran = lint(".")
    assert [line.split(" ")[2] for line in ran.stdout.splitlines()] == ["TST101", "TST301", "TST201", "TST101"]
    assert lint("--select", "TST201", "x").stdout.count("TST201") == 1


def test_rules_that_both_name_are_read_once() -> None:
    write("a.json", manifest())
    write(".edgelint.yaml", "rules: own\n")
    assert lint("a.json").stdout.count(BIND) == 1


def test_fixes_are_made_for_the_rules_that_run() -> None:
    fix = "fix: {title: Remove it, applicability: safe, steps: [{remove: {at: '@'}}]}\n"
    write("rule.yaml", BINDS + fix)
    write("a.json", manifest())
    write("b.json", manifest())
    write(".edgelint.yaml", "overrides: [{files: b.json, ignore: TST101}]\n")
    run("check", "--no-default-rules", "--rules", "rule.yaml", "--fix", "-q", ".")
    assert BIND.rpartition(" ")[2] not in Path("a.json").read_text()
    assert Path("b.json").read_text() == manifest()


# What the command line says against it


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ((), ["warning TST101"]),
        (("--select", "TST"), ["warning TST101", *ALL[1:]]),
        (("--ignore", "TST3"), ["warning TST101", "warning TST201"]),
        (("--extend-ignore", "TST1"), []),
        (("--extend-select", "image"), ["warning TST101", "info TST301"]),
    ],
)
def test_the_command_line_weighs_more(arguments: tuple[str, ...], expected: list[str]) -> None:
    write("a.json", manifest(OPTIONS))
    write(".edgelint.yaml", "{select: [TST1, TST2], ignore: TST2, severity: {TST101: warning}}\n")
    assert found("a.json", *arguments) == expected


def test_a_word_of_the_command_line_may_name_a_rule_of_any_configuration() -> None:
    write("a.json", manifest())
    write("x/a.json", manifest())
    write("x/.edgelint.yaml", "rules: images.yaml\n")
    write("x/images.yaml", IMAGES)
    assert lint("--ignore", "TST301", ".").stdout.count("TST") == 2
    assert lint("--ignore", "TST301", "a.json") == Ran(
        2, "", 'edgelint: "TST301" names no rule; did you mean "TST101"?\n'
    )


# What cannot be used


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("ignor: TST1\n", '.edgelint.yaml:1:1: unknown key "ignor"; did you mean "ignore"?\n'),
        ("ignore: TST9\n", '.edgelint.yaml:1:1: "TST9" names no rule'),
        ("ignore: [docker-bind]\n", '.edgelint.yaml:1:10: "docker-bind" names no rule; did you mean "docker-binds"?\n'),
        (
            "severity: {dockerbinds: off}\n",
            '.edgelint.yaml:1:12: "dockerbinds" names no rule; did you mean "docker-binds"?',
        ),
        (
            "overrides: [{files: x, ignore: imag}]\n",
            '.edgelint.yaml:1:24: "imag" names no rule; did you mean "image"?\n',
        ),
        (
            "suppressions: [{rule: TST1, reason: x}]\n",
            '.edgelint.yaml:1:17: "TST1" names several rules; a suppression is for one\n',
        ),
        ("suppressions: [{rule: ASE901, reason: x}]\n", '.edgelint.yaml:1:17: "ASE901" names no rule'),
    ],
)
def test_what_is_wrong_in_it_makes_a_two(text: str, message: str) -> None:
    write("a.json", manifest())
    write(".edgelint.yaml", text)
    ran = check("a.json")
    assert (ran.status, ran.stdout) == (2, "")
    assert ran.stderr.startswith(HEAD + message)


def test_a_word_may_name_a_rule_that_is_left_out() -> None:
    write("a.json", manifest())
    write(".edgelint.yaml", "ignore: ASE101\n")
    assert lint("a.json").status == 1


def test_the_rules_of_the_configuration_may_be_wrong() -> None:
    write("a.json", manifest())
    write(".edgelint.yaml", "rules: [mine.yaml]\n")
    write("mine.yaml", "- x\n")
    wrong = "mine.yaml:1:1: must be a mapping, not a list\n"
    assert lint("a.json") == Ran(2, "", f"edgelint: rule files cannot be used\n{wrong}")


def test_rules_and_a_baseline_that_are_not_there_are_told_with_their_places() -> None:
    write("x/a.json", manifest())
    write("x/.edgelint.yaml", "baseline: b.json\nrules:\n- mine.yaml\n- own/\n")
    none = "no such file or folder"
    assert check("x") == Ran(
        2, "", f"{HEAD}x/.edgelint.yaml:3:3: mine.yaml: {none}\nx/.edgelint.yaml:4:3: own/: {none}\n"
    )
    write(".edgelint.yaml", "rules: mine.yaml\n")
    for command in (["rules"], ["explain", "ASE101"]):
        assert run(*command) == Ran(2, "", f"{HEAD}.edgelint.yaml:1:1: mine.yaml: {none}\n")
    write("x/.edgelint.yaml", "baseline: b.json\n")
    written = "edgelint baseline x/b.json PATH ... writes one"
    assert check("x") == Ran(2, "", f"{HEAD}x/.edgelint.yaml:1:1: there is no baseline x/b.json; {written}\n")


def test_a_broken_one_stops_a_run_before_anything_is_written() -> None:
    fix = "fix: {title: Remove it, applicability: safe, steps: [{remove: {at: '@'}}]}\n"
    write("a.json", manifest())
    write("z/a.json", manifest())
    write("z/.edgelint.yaml", "[\n")
    ran = lint("--fix", ".", rules=BINDS + fix)
    assert (ran.status, ran.stdout) == (2, "")
    assert ran.stderr.startswith(f"{HEAD}z/.edgelint.yaml:")
    assert Path("a.json").read_text() == manifest()


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nowhere.toml", "No such file or directory"),
        ("own", "Is a directory"),
        ("x.toml", "has no table [tool.edgelint]"),
    ],
)
def test_the_file_that_is_named_cannot_be_read(name: str, message: str) -> None:
    write("a.json", manifest())
    write("x.toml", "[tool.other]\n")
    assert check("--config", name, "a.json") == Ran(2, "", f"{HEAD}{name}: {message}\n")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is unreadable to this user")
def test_one_that_may_not_be_read() -> None:
    write("a.json", manifest())
    os.chmod(write(".edgelint.yaml", "{}"), 0)
    assert check("a.json") == Ran(2, "", f"{HEAD}.edgelint.yaml: Permission denied\n")


# Other commands


def test_the_rules_of_the_configuration_are_listed_and_explained() -> None:
    write(".edgelint.yaml", "rules: mine\n")
    write("mine/image.yaml", IMAGES)
    assert "TST301  info           image " in run("rules").stdout
    assert run("explain", "image").stdout.startswith("TST301 image (info)\n")
    write("other.yaml", "{}")
    assert run("explain", "image", "--config", "other.yaml").status == 2
    write(".edgelint.yaml", "rule: mine\n")
    assert run("rules") == Ran(2, "", f'{HEAD}.edgelint.yaml:1:1: unknown key "rule"; did you mean "rules"?\n')


# What it costs


def loaded(*arguments: str) -> set[str]:
    """Return the modules that a run loads in a process of its own."""
    code = (
        "import io, sys; from edgelint.cli import main;"
        "main(sys.argv[1:], sys.stdin, io.StringIO(), sys.stderr);"
        "print(*sys.modules)"
    )
    environment = {**os.environ, "PYTHONPATH": os.path.dirname(edgelint.__path__[0])}
    ran = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True, env=environment
    )
    return set(ran.stdout.split())


@pytest.mark.parametrize("text", [None, "[project]\nname = 'x'\n\n[tool.ruff]\nline-length = 120\n"])
def test_without_a_configuration_nothing_is_loaded_for_one(text: str | None) -> None:
    write("a.json", manifest({}))
    if text is not None:
        write("pyproject.toml", text)
    names = {name for name in loaded("a.json") if name.startswith("edgelint.")}
    for_it = {"config.model", "config.document", "config.reader", "globs", "suppressions", "baseline", "leaving_out"}
    assert names & {f"edgelint.{name}" for name in for_it} == set()


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        pytest.param("x", "", set(), id="no file"),
        pytest.param("pyproject.toml", "[tool.ruff]\nx = 1\n", set(), id="a pyproject of others"),
        pytest.param("pyproject.toml", "[tool.edgelint]\n", {"tomllib"}, id="a pyproject with the table"),
        pytest.param(".edgelint.yaml", "{}\n", {"ruamel"}, id="a YAML file"),
    ],
)
def test_which_parser_is_loaded(name: str, text: str, expected: set[str]) -> None:
    write("a.json", manifest({}))
    write(name, text)
    assert {module.partition(".")[0] for module in loaded("a.json")} & {"tomllib", "ruamel"} == expected
