"""Which rules run on a file, and how grave their findings are."""

import pytest
from command_line import BINDS, FAULTS, IMAGES, PORTS, write

from edgelint.config.decisions import Given, chosen, overrides_for
from edgelint.config.notice_rules import notice_rules
from edgelint.config.reader import read_config
from edgelint.rule_files.rule_pack import load_rules
from edgelint.rule_files.rules import Rule
from edgelint.rule_files.selection import Word

ALL = "TST001 TST101 TST201 TST301 ASE901 ASE902"


@pytest.fixture
def rules(folder: object) -> list[Rule]:
    for index, text in enumerate((BINDS, FAULTS, IMAGES, PORTS)):
        write(f"r/{index}.yaml", text)
    return [*load_rules(["r"]), *notice_rules()]


def given(options: str) -> Given:
    """Return what options like `select TST1, ignore TST2` say."""
    lists: dict[str, tuple[Word, ...]] = {}
    for option in options.split(", ") if options else []:
        name, *words = option.split()
        lists[name] = tuple(Word(word, f"--{name}") for word in words)
    return Given(**lists)


def running(rules: list[Rule], options: str, text: str, path: str) -> list[Rule]:
    config = read_config(text.encode(), ".edgelint.yaml", "/folder", toml=False)
    return chosen(rules, given(options), config, overrides_for(config, path))


def codes(rules: list[Rule], options: str = "", text: str = "", path: str = "a.json") -> str:
    return " ".join(rule.code for rule in running(rules, options, text, path))


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        pytest.param("", ALL, id="all where none is selected"),
        pytest.param("select TST2 TST3", "TST201 TST301", id="two prefixes"),
        pytest.param("select TST3 TST1", "TST101 TST301", id="in the order of the codes"),
        pytest.param("ignore TST1 image", "TST001 TST201 ASE901 ASE902", id="all but some"),
        pytest.param("extend_ignore TST1, ignore TST3", "TST001 TST201 ASE901 ASE902", id="and some more"),
        pytest.param("select TST1 TST2, ignore TST101", "TST201", id="ignoring weighs more"),
        pytest.param("select TST1, extend_select image", "TST101 TST301", id="one more than selected"),
        pytest.param("extend_select image", ALL, id="one more than all"),
        pytest.param("select TST1, ignore image, extend_select TST3", "TST101", id="ignoring weighs more than adding"),
        pytest.param("select TST1, ignore TST1", "", id="nothing left"),
    ],
)
def test_what_the_command_line_chooses(rules: list[Rule], options: str, expected: str) -> None:
    assert " ".join(rule.code for rule in chosen(rules, given(options), None)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", ALL, id="all where nothing is said"),
        pytest.param("select: TST1", "TST101 ASE901 ASE902", id="what is selected, and that on the configuration"),
        pytest.param(
            "{select: TST1, extend-select: image}", "TST101 TST301 ASE901 ASE902", id="one more than selected"
        ),
        pytest.param("extend-select: image", ALL, id="one more than all"),
        pytest.param("ignore: [TST, ASE901]", "ASE902", id="what is ignored does not run"),
        pytest.param("{ignore: TST1, extend-ignore: TST2}", "TST001 TST301 ASE901 ASE902", id="nor what is more"),
        pytest.param("{select: TST1, ignore: TST101}", "ASE901 ASE902", id="ignoring weighs more"),
        pytest.param("{select: TST1, ignore: TST2, extend-select: TST2}", "TST101 ASE901 ASE902", id="than adding"),
        pytest.param("severity: {TST1: off, image: off}", "TST001 TST201 ASE901 ASE902", id="off does not run"),
        pytest.param("severity: {TST: off, TST2: info}", "TST201 ASE901 ASE902", id="a longer prefix turns it on"),
        pytest.param("overrides: [{files: a.json, ignore: TST}]", "ASE901 ASE902", id="an override of the file"),
        pytest.param("overrides: [{files: b.json, ignore: TST}]", ALL, id="an override of another file"),
        pytest.param(
            "overrides: [{files: [b.json, '*.json'], severity: {TST1: off}}]",
            "TST001 TST201 TST301 ASE901 ASE902",
            id="an override that turns off",
        ),
        pytest.param(
            "{severity: {TST1: off}, overrides: [{files: '*', severity: {TST: warning}}]}",
            ALL,
            id="and one that turns on",
        ),
        pytest.param(
            "overrides: [{files: '*', severity: {TST: off}}, {files: '*', severity: {TST101: info}}]",
            "TST101 ASE901 ASE902",
            id="the last override weighs most",
        ),
    ],
)
def test_what_a_configuration_chooses(rules: list[Rule], text: str, expected: str) -> None:
    assert codes(rules, "", text) == expected


CONFIG = """\
select: [TST1, TST2]
ignore: TST201
extend-ignore: TST001
severity: {TST101: off}
overrides: [{files: a.json, ignore: TST101}]
"""


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        pytest.param("", "ASE901 ASE902", id="the configuration alone"),
        pytest.param("select TST", "TST001 TST101 TST201 TST301", id="select sets all of it aside"),
        pytest.param("select TST, ignore TST3", "TST001 TST101 TST201", id="with ignore of the command line"),
        pytest.param("ignore TST301", "TST201 ASE901 ASE902", id="ignore takes the place of both lists, not of off"),
        pytest.param("extend_ignore ASE901", "ASE902", id="extend-ignore adds to them"),
        pytest.param("extend_select TST101", "TST101 ASE901 ASE902", id="extend-select turns on what is off"),
        pytest.param("extend_select TST301", "TST301 ASE901 ASE902", id="and what is not selected"),
        pytest.param(
            "extend_select TST1 TST2, ignore TST101", "TST201 ASE901 ASE902", id="but not what it ignores itself"
        ),
    ],
)
def test_the_command_line_weighs_more_than_the_configuration(rules: list[Rule], options: str, expected: str) -> None:
    assert codes(rules, options, CONFIG) == expected


def severity(rules: list[Rule], text: str, options: str = "") -> dict[str, str]:
    found = running(rules, options, text, "a.json")
    assert all(case.severity == rule.severity for rule in found for case in rule.cases)
    return {rule.code: rule.severity for rule in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", "error", id="the rule's own"),
        pytest.param("severity: {TST101: info}", "info", id="by code"),
        pytest.param("severity: {docker-binds: info}", "info", id="by name"),
        pytest.param("severity: {TST: info}", "info", id="by prefix"),
        pytest.param("severity: {TST2: info}", "error", id="another one's"),
        pytest.param("severity: {TST101: warning, TST1: info}", "warning", id="the code before the prefix"),
        pytest.param("severity: {TST: info, TST1: warning}", "warning", id="the longer prefix"),
        pytest.param("severity: {docker-binds: warning, TST101: info}", "warning", id="the name before all"),
        pytest.param(
            "{severity: {TST101: info}, overrides: [{files: '*', severity: {TST: warning}}]}",
            "warning",
            id="an override before all of it",
        ),
        pytest.param(
            "{severity: {TST101: info}, overrides: [{files: b.json, severity: {TST: warning}}]}",
            "info",
            id="not that of another file",
        ),
        pytest.param(
            "overrides: [{files: '*', severity: {TST101: info}}, {files: a.json, severity: {TST: warning}}]",
            "warning",
            id="the last override",
        ),
    ],
)
def test_the_severity_of_a_rule(rules: list[Rule], text: str, expected: str) -> None:
    assert severity(rules, text)["TST101"] == expected


def test_a_severity_holds_for_what_the_command_line_selects(rules: list[Rule]) -> None:
    text = "{severity: {TST101: info}, overrides: [{files: '*', severity: {TST2: info}}]}"
    assert severity(rules, text, "select TST101") == {"TST101": "info"}


def test_a_rule_that_the_command_line_turns_on_has_its_own_severity(rules: list[Rule]) -> None:
    assert severity(rules, "severity: {TST101: off}", "select TST1") == {"TST101": "error"}


def test_the_severity_of_a_finding_on_the_configuration(rules: list[Rule]) -> None:
    assert severity(rules, "severity: {ASE9: info, ASE902: error}", "extend_select ASE9")["ASE902"] == "error"
