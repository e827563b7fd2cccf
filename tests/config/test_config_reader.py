"""Configuration files as values, and what is wrong in them."""

import pytest

from edgelint.config import ConfigError
from edgelint.config.model import Config, Level, Override, Suppression
from edgelint.config.reader import read_config
from edgelint.json_text.text import Position
from edgelint.rule_files.selection import Word

YAML = """\
select: [ASE1, docker-binds]
extend-select: ASE4
ignore: [ASE101]
extend-ignore: []
severity: {ASE1: info, docker-binds: off}
rules: rules
fail-on: warning
baseline: ci/baseline.json
overrides:
  - files: ['*.old.json', deploy/]
    ignore: ASE2
    severity:
      ASE3: error
  - files: x
suppressions:
  - rule: ASE301
    files: deploy/a.json
    module: cam*
    path: HostConfig/Binds/*
    reason: Hans knows
    expires: 2027-01-31
  - reason: none needed
    rule: image
"""
TOML = """\
[tool.edgelint]
select = ["ASE1", "docker-binds"]
extend-select = "ASE4"
ignore = ["ASE101"]
extend-ignore = []
severity = {ASE1 = "info", docker-binds = "off"}
rules = "rules"
fail-on = "warning"
baseline = "ci/baseline.json"

[[tool.edgelint.overrides]]
files = ["*.old.json", "deploy/"]
ignore = "ASE2"
severity.ASE3 = "error"
[[tool.edgelint.overrides]]
files = "x"

[[tool.edgelint.suppressions]]
rule = "ASE301"
files = "deploy/a.json"
module = "cam*"
path = "HostConfig/Binds/*"
reason = "Hans knows"
expires = 2027-01-31
[[tool.edgelint.suppressions]]
reason = "none needed"
rule = "image"
"""


def read(text: str | bytes, path: str = ".edgelint.yaml") -> Config | None:
    data = text.encode() if isinstance(text, str) else text
    return read_config(data, path, "/folder", toml=path.endswith(".toml"))


def problems(text: str | bytes, path: str = ".edgelint.yaml") -> list[str]:
    with pytest.raises(ConfigError) as caught:
        read(text, path)
    return str(caught.value).splitlines()


def test_a_whole_yaml_file() -> None:
    def word(text: str, place: str) -> Word:
        return Word(text, f".edgelint.yaml:{place}")

    assert read(YAML) == Config(
        ".edgelint.yaml",
        "/folder",
        YAML,
        select=(word("ASE1", "1:10"), word("docker-binds", "1:16")),
        extend_select=(word("ASE4", "2:1"),),
        ignore=(word("ASE101", "3:10"),),
        severity=(Level(word("ASE1", "5:12"), "info"), Level(word("docker-binds", "5:24"), "off")),
        rules=(word("rules", "6:1"),),
        fail_on=word("warning", "7:1"),
        baseline=word("ci/baseline.json", "8:1"),
        overrides=(
            Override(
                ("*.old.json", "deploy/"),
                (word("ASE2", "11:5"),),
                (Level(word("ASE3", "13:7"), "error"),),
                ".edgelint.yaml:10:5",
            ),
            Override(("x",), (), (), ".edgelint.yaml:14:5"),
        ),
        suppressions=(
            Suppression(
                word("ASE301", "16:5"),
                ("deploy/a.json",),
                "cam*",
                "HostConfig/Binds/*",
                "Hans knows",
                "2027-01-31",
                "/suppressions/0",
                Position(16, 5),
            ),
            Suppression(word("image", "23:5"), (), None, None, "none needed", None, "/suppressions/1", Position(22, 5)),
        ),
    )


def plain(config: Config | None) -> object:
    """Return a configuration without the places of its parts."""
    assert config
    return [
        [[word.text for word in words] for words in (config.select, config.extend_select, config.ignore, config.rules)],
        [(level.rules.text, level.severity) for level in config.severity],
        [(each.files, each.ignore[0].text if each.ignore else "") for each in config.overrides],
        [
            each._replace(rule=Word(each.rule.text, ""), place=Position(1, 1), pointer="")
            for each in config.suppressions
        ],
        config.fail_on and config.fail_on.text,
        config.baseline and config.baseline.text,
    ]


def test_toml_says_the_same() -> None:
    config = read(TOML, "pyproject.toml")
    assert plain(config) == plain(read(YAML))
    assert config
    assert config.select[1] == Word("docker-binds", "pyproject.toml:2:19")
    assert config.overrides[0].severity == (Level(Word("ASE3", "pyproject.toml:14:10"), "error"),)
    assert [each.pointer for each in config.suppressions] == [
        f"/tool/edgelint/suppressions/{index}" for index in (0, 1)
    ]
    assert [each.place for each in config.suppressions] == [Position(18, 1), Position(25, 1)]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n", "~", "{}"])
def test_a_file_may_say_nothing(text: str) -> None:
    assert read(text) == Config(".edgelint.yaml", "/folder", text)


def test_a_toml_file_may_be_no_configuration() -> None:
    assert read("[tool.other]\nx = 1\n", "pyproject.toml") is None
    assert read("[tool.edgelint]\n", "pyproject.toml") == Config("pyproject.toml", "/folder", "[tool.edgelint]\n")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_file_may_have_a_mark(encoding: str) -> None:
    config = read("ignore: 카메라\n".encode(encoding))
    assert config
    assert config.ignore == (Word("카메라", ".edgelint.yaml:1:1"),)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("selekt: x", '1:1: unknown key "selekt"; did you mean "select"?'),
        ("extend_ignore: x", '1:1: unknown key "extend_ignore"; did you mean "extend-ignore"?'),
        ("min-jobs: {}", '1:1: unknown key "min-jobs"'),
        ("overrides: [{files: x, severities: {}}]", '1:24: unknown key "severities"; did you mean "severity"?'),
        ("suppressions: [{rule: x, reason: y, expire: z}]", '1:37: unknown key "expire"; did you mean "expires"?'),
        ("suppressions: [{rule: x}]", '1:16: key "reason" is missing'),
        ("suppressions: [{reason: x}]", '1:16: key "rule" is missing'),
        ("overrides: [{ignore: x}]", '1:13: key "files" is missing'),
        ("suppressions: [{rule: x, reason: ' '}]", "1:26: must not be empty"),
        ("suppressions: [{rule: x, reason: 3}]", "1:26: must be text, not a number"),
        ("suppressions: [{rule: x, reason: y, files: []}]", "1:37: must not be empty"),
        ("suppressions: {rule: x, reason: y}", "1:1: must be a list, not a mapping"),
        ("select: []", "1:1: must not be empty"),
        ("select: [ASE1, 2]", "1:16: must be text, not a number"),
        ("ignore: {ASE1: x}", "1:1: must be text, not a mapping"),
        ("ignore: ~", "1:1: must be text, not nothing"),
        ("severity: {ASE1: warn}", '1:12: "warn" is not one of error, warning, info, off; did you mean "warning"?'),
        ("severity: {ASE1: false}", "1:12: must be one of error, warning, info, off, not true or false"),
        ("fail-on: off", '1:1: "off" is not one of error, warning, info, never'),
        ("baseline: [x]", "1:1: must be text, not a list"),
        ("[select]", "1:1: must be a mapping, not a list"),
        ("select", "1:1: must be a mapping, not text"),
        ("a: 1\na: 2", '2:1: key "a" stands here a second time'),
        ("select: *all", "1:9: anchors and aliases are not allowed"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, message: str) -> None:
    assert problems(text) == [f".edgelint.yaml:{message}"]


def test_what_is_no_yaml() -> None:
    (problem,) = problems("a: 1\nx: [")
    assert problem.startswith(".edgelint.yaml:2:5: while parsing a flow node, ")


def test_all_that_is_wrong_is_told_in_the_order_of_the_file() -> None:
    text = "fail-on: x\nignor: y\nsuppressions:\n  - rule: z\n    expires: never\n"
    assert problems(text) == [
        '.edgelint.yaml:1:1: "x" is not one of error, warning, info, never',
        '.edgelint.yaml:2:1: unknown key "ignor"; did you mean "ignore"?',
        '.edgelint.yaml:4:5: key "reason" is missing',
        '.edgelint.yaml:5:5: "never" is no date; write it as 2027-01-31',
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[tool.edgelint]\nselekt = 1\n", '2:1: unknown key "selekt"; did you mean "select"?'),
        ("tool.edgelint = 3\n", "1:6: must be a mapping, not a number"),
        ("[[tool.edgelint]]\n", "1:8: must be a mapping, not a list"),
        ("[tool.edgelint]\nignore = [\n", "3:1: invalid value"),
        ("[tool.edgelint]\nignore = yes\n", "2:10: invalid value"),
        ("[tool.edgelint]\nfail-on = 2027-01-31\n", '2:1: "2027-01-31" is not one of error, warning, info, never'),
        ("[[tool.edgelint.suppressions]]\nrule = 'x'\n", '1:1: key "reason" is missing'),
        ("[tool.edgelint]\nx = " + "[" * 5000, "2:5005: maximum recursion depth exceeded"),
        ("[tool.edgelint]\nx = " + "1" * 5000, "2:5005: exceeds the limit"),
    ],
)
def test_what_is_wrong_in_toml(text: str, message: str) -> None:
    (problem,) = problems(text, "pyproject.toml")
    assert problem.startswith(f"pyproject.toml:{message}")


@pytest.mark.parametrize("path", [".edgelint.yaml", "pyproject.toml"])
def test_bytes_that_are_no_text(path: str) -> None:
    text = b"[tool.edgelint]\n# \xff" if path.endswith(".toml") else b"#\n# \xff"
    assert problems(text, path) == [f"{path}:2:3: byte 0xff is not valid UTF-8"]


@pytest.mark.parametrize(
    "day",
    [
        "2027-1-31",
        "'20270131'",
        "2027-02-29",
        "2027-W04-7",
        "31.01.2027",
        "2027-01-31T00:00:00",
        "' 2027-01-31'",
        "soon",
    ],
)
def test_what_is_no_date(day: str) -> None:
    (problem,) = problems(f"suppressions: [{{rule: x, reason: y, expires: {day}}}]")
    assert problem.endswith("is no date; write it as 2027-01-31")


@pytest.mark.parametrize("day", ["2028-02-29", "'2028-02-29'", '"2028-02-29"'])
def test_what_is_a_date(day: str) -> None:
    config = read(f"suppressions: [{{rule: x, reason: y, expires: {day}}}]")
    assert config
    assert config.suppressions[0].expires == "2028-02-29"


@pytest.mark.parametrize("day", ["2028-02-29", '"2028-02-29"'])
def test_a_date_in_toml(day: str) -> None:
    config = read(f'[[tool.edgelint.suppressions]]\nrule="x"\nreason="y"\nexpires={day}\n', "pyproject.toml")
    assert config
    assert config.suppressions[0].expires == "2028-02-29"


def test_a_time_in_toml_is_no_date() -> None:
    text = '[[tool.edgelint.suppressions]]\nrule="x"\nreason="y"\nexpires=2028-02-29T12:00:00\n'
    assert problems(text, "pyproject.toml") == [
        'pyproject.toml:4:1: "2028-02-29T12:00:00" is no date; write it as 2027-01-31'
    ]
