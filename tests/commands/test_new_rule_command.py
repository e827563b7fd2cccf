"""`edgelint new-rule`: the file it writes, the code and the folder it chooses, and what it refuses."""

from pathlib import Path

import pytest
from command_line import BINDS, Ran, manifest, run, write

from edgelint.rule_files.rule_loader import load

pytestmark = pytest.mark.usefixtures("folder")

WRITTEN = """\
edgelint-rules/no-debug.yaml: written, with the code SITE001

Change it; its comments say how, and its examples must pass:
  edgelint test edgelint-rules
Run it on your manifests:
  edgelint check --rules edgelint-rules --select SITE001 .
Where it speaks, or does not, and you wonder why:
  edgelint why --rules edgelint-rules FILE:LINE SITE001
To run it always, in hooks too, name the folder in .edgelint.yaml:
  rules: ["edgelint-rules"]
"""


NO_NAME = "is no name of a rule: it must be small letters and digits joined by hyphens, as in docker-binds"
TAKEN, OWN = "is taken by", ", a rule of edgelint's own"


def code_of(path: str) -> str:
    (file,) = load([path])
    return str(file.data["code"])


def test_a_rule_is_written_and_what_comes_next_is_told() -> None:
    assert run("new-rule", "no-debug") == Ran(0, WRITTEN, "")


def test_its_examples_are_green_at_once_and_enough() -> None:
    run("new-rule", "no-debug")
    ran = run("test", "edgelint-rules")
    assert (ran.status, ran.stderr) == (0, "")
    assert ran.stdout.startswith("1 rule, 3 examples, 45 runs (19 with a fix) in 19 shapes and layouts: ")
    (file,) = load(["edgelint-rules"])
    good, bad = ([each for each in file.data["examples"] if kind in each] for kind in ("good", "bad"))
    assert [example["because"] for example in good] != []
    assert (len(good), len(bad)) == (2, 1)
    assert [find.keys() >= {"at", "text", "message"} for find in bad[0]["finds"]] == [True]


def test_the_file_says_what_to_change() -> None:
    run("new-rule", "no-debug")
    lines = Path("edgelint-rules/no-debug.yaml").read_text(encoding="utf-8").splitlines()
    assert max(map(len, lines)) <= 130
    assert sum("#" in line for line in lines) > len(lines) / 3
    assert lines[2:4] == [
        "code: SITE001 # belongs to this rule for ever",
        "name: no-debug # the file is called so",
    ]


def test_the_commands_that_it_names_run() -> None:
    write("a.json", manifest({"Env": ["LOG_LEVEL=debug"]}))
    told = run("new-rule", "no-debug").stdout.splitlines()
    commands = [line.replace("FILE:LINE", "a.json:1").split()[1:] for line in told if line.startswith("  edgelint ")]
    assert [run(*command).status for command in commands] == [0, 0, 0]
    write(".edgelint.yaml", told[-1].strip())
    (listed,) = (line.split() for line in run("rules").stdout.splitlines() if line.startswith("SITE"))
    assert listed[:2] == ["SITE001", "warning"]


@pytest.mark.parametrize(
    ("codes", "code"),
    [
        pytest.param([], "SITE001", id="none"),
        pytest.param(["SITE007", "SITE003"], "SITE008", id="behind the last one"),
        pytest.param(["NET001", "NET002"], "NET003", id="with the letters of the folder"),
        pytest.param(["ASE950"], "SITE001", id="never with those of edgelint"),
        pytest.param(["SITE998"], "SITE999", id="the last one"),
    ],
)
def test_the_code_is_the_next_free_one_of_the_folder(codes: list[str], code: str) -> None:
    for number, each in enumerate(codes):
        write(f"own/{number}.yaml", BINDS.replace("TST101", each).replace("docker-binds", f"rule-{number}"))
    assert run("new-rule", "no-debug", "--folder", "own").stdout.startswith(
        f"own/no-debug.yaml: written, with the code {code}\n"
    )


def test_the_rules_of_the_configuration_have_their_codes_too() -> None:
    write(".edgelint.yaml", "rules: [first, second]")
    write("first/a.yaml", BINDS.replace("TST101", "SITE004").replace("docker-binds", "rule-a"))
    write("second/b.yaml", BINDS.replace("docker-binds", "rule-b"))
    run("new-rule", "no-debug", "--folder", "third")
    run("new-rule", "no-trace", "--folder", "second")
    assert (code_of("third"), code_of("second/no-trace.yaml")) == ("SITE005", "TST102")


def test_no_code_behind_the_last_one() -> None:
    write("own/a.yaml", BINDS.replace("TST101", "SITE999").replace("docker-binds", "rule-a"))
    message = "edgelint: no code is free behind SITE999; choose one with --code\n"
    assert run("new-rule", "no-debug", "--folder", "own") == Ran(2, "", message)


def test_a_code_can_be_chosen() -> None:
    run("new-rule", "no-debug", "--code", "LOG100")
    assert code_of("edgelint-rules") == "LOG100"


def test_the_folder_is_that_of_the_configuration_which_need_not_be_there() -> None:
    write(".edgelint.yaml", "rules: [one.yaml, ours/]")
    write("one.yaml", BINDS.replace("docker-binds", "rule-a"))
    told = run("new-rule", "no-debug").stdout
    assert told.startswith("ours/no-debug.yaml: written, with the code SITE001\n")
    assert "edgelint check --select SITE001 ." in told
    assert "rules:" not in told


@pytest.mark.parametrize(
    ("config", "text", "told"),
    [
        (".edgelint.yaml", "rules: ours/", 'in .edgelint.yaml:\n  rules: ["ours/", "more"]\n'),
        ("pyproject.toml", "[tool.edgelint]\n", 'in pyproject.toml:\n  rules = ["more"]\n'),
    ],
)
def test_the_setting_to_make_is_that_of_the_configuration(config: str, text: str, told: str) -> None:
    write(config, text)
    assert run("new-rule", "no-debug", "--folder", "more").stdout.endswith(told)


def test_the_setting_is_relative_to_the_configuration(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(".edgelint.yaml")
    (folder / "deploy").mkdir()
    monkeypatch.chdir("deploy")
    told = run("new-rule", "no-debug").stdout
    assert told.endswith('in ../.edgelint.yaml:\n  rules: ["deploy/edgelint-rules"]\n')


def test_a_folder_with_a_blank_is_quoted() -> None:
    assert "\n  edgelint test 'my rules'\n" in run("new-rule", "no-debug", "--folder", "my rules").stdout


def test_nothing_is_overwritten() -> None:
    write("edgelint-rules/no-debug.yaml", own := BINDS.replace("docker-binds", "another"))
    message = "edgelint: edgelint-rules/no-debug.yaml: exists, and is left as it is\n"
    assert run("new-rule", "no-debug") == Ran(2, "", message)
    assert Path("edgelint-rules/no-debug.yaml").read_text(encoding="utf-8") == own


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["No Debug"], f'"No Debug" {NO_NAME}; did you mean "no-debug"?'),
        (["../x"], f'"../x" {NO_NAME}; did you mean "x"?'),
        (["1"], f'"1" {NO_NAME}'),
        (["docker-binds"], f'the name "docker-binds" {TAKEN} ASE101 docker-binds{OWN}'),
        (["suppression-unused"], f'the name "suppression-unused" {TAKEN} ASE901 suppression-unused{OWN}'),
        (["taken"], 'the name "taken" is taken by edgelint-rules/a.yaml'),
        (["x", "--code", "site1"], '"site1" is no code: it must be two to five capitals and three digits, as in ASE101'),
        (["x", "--code", "TST101"], 'the code "TST101" is taken by edgelint-rules/a.yaml'),
        (["x", "--code", "ASE101"], 'the code "ASE101" is taken by ASE101 docker-binds, a rule of edgelint\'s own'),
        (["x", "--code", "ASE950"], 'the code "ASE950" could become one of edgelint\'s own, which begin with ASE'),
        (["x", "--folder", "a-file"], "a-file: is no folder"),
        ([], "the following arguments are required: NAME; edgelint new-rule --help lists what there is"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_wrong_use_and_writes_nothing(arguments: list[str], message: str) -> None:
    write("edgelint-rules/a.yaml", BINDS.replace("docker-binds", "taken"))
    write("a-file")
    before = sorted(Path().rglob("*"))
    assert run("new-rule", *arguments) == Ran(2, "", f"edgelint: {message}\n")
    assert sorted(Path().rglob("*")) == before


def test_rules_that_cannot_be_read_come_first() -> None:
    write("edgelint-rules/a.yaml", "code: [")
    ran = run("new-rule", "no-debug")
    assert (ran.status, ran.stderr.splitlines()[0]) == (2, "edgelint: rule files cannot be used")


def test_a_configuration_that_cannot_be_used() -> None:
    write(".edgelint.yaml", "ruls: x")
    message = 'edgelint: configuration cannot be used\n.edgelint.yaml:1:1: unknown key "ruls"; did you mean "rules"?\n'
    assert run("new-rule", "no-debug") == Ran(2, "", message)
