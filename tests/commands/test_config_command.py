"""`edgelint config`: the settings that hold for a file, and where each of them comes from."""

import pytest
from command_line import BINDS, IMAGES, PORTS, Ran, run, write

pytestmark = pytest.mark.usefixtures("folder")

CONFIG = """\
select: [TST1, TST2]
extend-select: TST3
ignore: TST201
extend-ignore: [image]
severity: {TST1: warning, TST2: off}
fail-on: info
baseline: ci/baseline.json
rules: mine
overrides:
  - files: old/
    ignore: TST101
    severity: {TST2: info}
suppressions:
  - rule: TST101
    files: [old/*, x.json]
    module: cam*
    path: Binds/0
    reason: >
      Hans
      knows
    expires: 2027-01-31
  - rule: image
    reason: mine
"""
MESSAGE = "edgelint: configuration cannot be used\n"


def config(*arguments: str) -> Ran:
    for name, text in (("binds", BINDS), ("ports", PORTS), ("images", IMAGES)):
        write(f"own/{name}.yaml", text)
    return run("config", "--no-default-rules", "--rules", "own", *arguments)


def rows(*arguments: str) -> list[str]:
    """Return the lines with blanks made one."""
    ran = config(*arguments)
    assert (ran.status, ran.stderr) == (0, "")
    return [" ".join(line.split()) for line in ran.stdout.splitlines()]


def configured(text: str = CONFIG, name: str = ".edgelint.yaml") -> None:
    write(name, text)
    write("ci/baseline.json", '{"version": 1, "files": {}}')
    write("mine/empty.yaml", IMAGES.replace("TST301", "TST302").replace("image", "another"))
    write("old/a.json")


def test_without_a_configuration() -> None:
    assert config() == Ran(
        0,
        ".: no configuration\n"
        "  fail-on  error         default\n"
        "  rules    own           --rules\n"
        "  run      5 of 5 rules\n",
        "",
    )


def test_the_settings_of_a_folder_with_all_that_holds_for_some_of_its_files(monkeypatch: pytest.MonkeyPatch) -> None:
    configured()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1801353600")  # 2027-01-31
    assert rows() == [
        ".: configuration .edgelint.yaml",
        "fail-on info .edgelint.yaml:6:1",
        "baseline ci/baseline.json .edgelint.yaml:7:1",
        "rules own --rules",
        "rules mine .edgelint.yaml:8:1",
        "select TST1 .edgelint.yaml:1:10",
        "select TST2 .edgelint.yaml:1:16",
        "select TST3 .edgelint.yaml:2:1",
        "ignore TST201 .edgelint.yaml:3:1",
        "ignore image .edgelint.yaml:4:17",
        "severity TST1: warning .edgelint.yaml:5:12",
        "severity TST2: off .edgelint.yaml:5:27",
        "ignore TST101 in old/ .edgelint.yaml:11:5",
        "severity TST2: info in old/ .edgelint.yaml:12:16",
        "suppression TST101 in old/*, x.json in module cam* at Binds/0 until 2027-01-31 .edgelint.yaml:14:5 Hans knows",
        "suppression image .edgelint.yaml:22:5 mine",
        "run 4 of 6 rules",
    ]


def test_the_settings_of_a_file_are_those_that_hold_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    configured()
    write("b.json")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1801440000")  # 2027-02-01
    assert rows("old/a.json")[-5:] == [
        "ignore TST101 .edgelint.yaml:11:5",
        "severity TST2: info .edgelint.yaml:12:16",
        "suppression TST101 in module cam* at Binds/0 until 2027-01-31 (expired) .edgelint.yaml:14:5 Hans knows",
        "suppression image .edgelint.yaml:22:5 mine",
        "run 3 of 6 rules",
    ]
    assert rows("b.json")[-3:] == [
        "severity TST2: off .edgelint.yaml:5:27",
        "suppression image .edgelint.yaml:22:5 mine",
        "run 4 of 6 rules",
    ]


def test_toml_and_paths_from_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    configured('[tool.edgelint]\nfail-on = "info"\nbaseline = "ci/baseline.json"\n', "pyproject.toml")
    write("here/own/binds.yaml", BINDS)
    monkeypatch.chdir("here")
    assert rows("../old/a.json") == [
        "../old/a.json: configuration ../pyproject.toml",
        "fail-on info ../pyproject.toml:2:1",
        "baseline ../ci/baseline.json ../pyproject.toml:3:1",
        "rules own --rules",
        "run 5 of 5 rules",
    ]


@pytest.mark.parametrize(
    ("arguments", "shown", "gone"),
    [
        (("--fail-on", "never"), "fail-on never --fail-on", "fail-on info"),
        (("--baseline", "other.json"), "baseline other.json --baseline", "baseline ci/baseline.json"),
        (("--select", "TST1,image"), "select image --select", "select TST2"),
        (("--select", "TST1"), "severity TST1: warning .edgelint.yaml:5:12", "ignore"),
        (("--select", "TST1"), "run 1 of 6 rules", "severity TST2: off"),
        (("--extend-select", "TST2"), "select TST2 --extend-select", "run 4"),
        (("--ignore", "TST3"), "ignore TST3 --ignore", "ignore TST201"),
        (("--extend-ignore", "ASE9"), "ignore ASE9 --extend-ignore", "ignore TST3"),
        (("--config", "other.yaml"), "fail-on error default", "ignore"),
    ],
)
def test_what_the_command_line_says_against_it(arguments: tuple[str, ...], shown: str, gone: str) -> None:
    configured()
    write("other.json", '{"version": 1, "files": {}}')
    write("other.yaml")
    write("b.json")
    found = rows("b.json", *arguments)
    assert shown in found
    assert [row for row in found if row.startswith(gone)] == []


@pytest.mark.parametrize("text", ["selekt: x\n", "ignore: TST9\n", "rules: 1\n"])
def test_one_that_cannot_be_used_is_told(text: str) -> None:
    configured(text)
    ran = config()
    assert (ran.status, ran.stdout) == (2, "")
    assert ran.stderr.startswith(f"{MESSAGE}.edgelint.yaml:1:1: ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("nowhere.json",), "edgelint: nowhere.json: no such file or folder\n"),
        (("--select", "TST9"), 'edgelint: "TST9" names no rule'),
        (("--config", "nowhere"), f"{MESSAGE}nowhere: No such file or directory\n"),
        (("--baseline", "nowhere"), "edgelint: nowhere: No such file or directory\n"),
        (("a", "b"), "edgelint: unrecognized arguments: b; edgelint config --help lists what there is\n"),
    ],
)
def test_wrong_use(arguments: tuple[str, ...], message: str) -> None:
    ran = config(*arguments)
    assert (ran.status, ran.stdout) == (2, "")
    assert ran.stderr.startswith(message)


def test_it_never_fails_on_an_encoding() -> None:
    configured("suppressions: [{rule: TST101, reason: 'Hans 공유'}]\n")
    ran = run("config", "--no-default-rules", "--rules", write("binds.yaml", BINDS), encoding="ascii")
    assert "  Hans ??\n" in ran.stdout


def test_columns_are_aligned_also_where_characters_are_wide() -> None:
    configured("rules: [공유, 'a']\n")
    write("공유/x.yaml", IMAGES.replace("TST301", "TST303").replace("image", "third"))
    write("a/x.yaml", IMAGES.replace("TST301", "TST304").replace("image", "fourth"))
    lines = config().stdout.splitlines()
    assert lines[3:5] == ["  rules    공유          .edgelint.yaml:1:9", "  rules    a             .edgelint.yaml:1:13"]


def test_it_has_a_help() -> None:
    assert run("config", "--help").stdout.startswith("usage: edgelint config [-h] [--select CODES]")
