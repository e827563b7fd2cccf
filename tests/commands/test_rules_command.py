"""`edgelint rules`: the table and the list for machines."""

import json
import re

import pytest
from command_line import BINDS, IMAGES, PORTS, Ran, run, write

from edgelint.reporters.rule_table import rule_table, surest_fix
from edgelint.reporters.screen import Screen
from edgelint.reporters.text_style import plain
from edgelint.rule_files.rule_pack import shipped_rules

pytestmark = pytest.mark.usefixtures("folder")


FIX = "fix: {{title: Drop it, applicability: {0}, steps: [{{remove: {{at: '@'}}}}]}}\n"
LONG = "of which so much is told that one row has no room for it"


@pytest.fixture
def options() -> list[str]:
    write("own/b/binds.yaml", BINDS + FIX.format("safe"))
    write("own/i/image.yaml", IMAGES.replace("The rule image", f"The rule image, {LONG}") + FIX.format("needs-input"))
    write("own/p/ports.yaml", PORTS + "status: preview\n")
    return ["--no-default-rules", "--rules", "own"]


TABLE = """\
Code    Severity  Fix  Name                 What it finds
TST101  error     [*]  docker-binds         The rule docker-binds
TST201  warning        host-ports           The rule host-ports (preview)
TST301  info      [?]  image                The rule image, of which so much is told that one row
                                            has no room for it
ASE901  warning        suppression-unused   A suppression in the configuration that matches no
                                            finding
ASE902  warning        suppression-expired  A suppression in the configuration whose last day is
                                            over

5 rules: 1 error, 3 warnings, 1 info; fixes: [*] 1 safe, [?] 1 needs-input.
"""


def test_the_rules_are_a_table(options: list[str]) -> None:
    assert run("rules", *options) == Ran(0, TABLE, "")


def listed(*arguments: str) -> list[str]:
    """Return the codes that are listed, the same in the table and for machines."""
    table, machines = run("rules", *arguments), run("rules", *arguments, "--output-format", "json")
    rows = [row for row in table.stdout.splitlines()[1:-2] if not row.startswith(" ")]
    codes = [rule["code"] for rule in json.loads(machines.stdout)]
    assert [row.split()[0] for row in rows] == codes
    return codes


@pytest.mark.parametrize(
    ("arguments", "codes"),
    [
        pytest.param(["--select", "TST1,image"], ["TST101", "TST301"], id="a prefix and a name"),
        pytest.param(["--ignore", "ASE9", "--ignore", "host-ports"], ["TST101", "TST301"], id="all but some"),
        pytest.param(["--select", "TST1", "--extend-select", "ASE902"], ["TST101", "ASE902"], id="in addition"),
        pytest.param(["--family", "b"], ["TST101"], id="a family"),
        pytest.param(["--severity", "warning"], ["TST201", "ASE901", "ASE902"], id="a severity"),
        pytest.param(["--fixable"], ["TST101", "TST301"], id="those with a fix"),
        pytest.param(["--fixable", "--severity", "info", "--select", "TST"], ["TST301"], id="all of it at once"),
    ],
)
def test_some_of_the_rules(options: list[str], arguments: list[str], codes: list[str]) -> None:
    assert listed(*options, *arguments) == codes


def test_no_rule_is_no_table(options: list[str]) -> None:
    assert run("rules", *options, "--fixable", "--severity", "warning") == Ran(0, "0 rules.\n", "")


def test_one_rule_is_counted_as_one(options: list[str]) -> None:
    assert run("rules", *options, "--family", "b").stdout.splitlines()[-1] == "1 rule: 1 error; fixes: [*] 1 safe."


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--select", "TST9"], '"TST9" names no rule; did you mean "TST301"?'),
        (["--ignore", "docker-bind"], '"docker-bind" names no rule; did you mean "docker-binds"?'),
        (["--family", "c"], 'there is no family "c"; there are b, p, i, configuration'),
    ],
)
def test_a_word_that_names_nothing_is_wrong_use(options: list[str], arguments: list[str], message: str) -> None:
    assert run("rules", *options, *arguments) == Ran(2, "", f"edgelint: {message}\n")


@pytest.mark.parametrize("columns", [60, 100, 160])
def test_the_table_of_the_shipped_rules_keeps_the_width_of_the_screen(columns: int) -> None:
    rows = list(rule_table(shipped_rules(), Screen(columns, "utf-8", plain)))
    assert max(map(len, rows)) <= columns
    assert (len(rows) - 3 == len(shipped_rules())) is (columns == 160)


def test_on_a_narrow_screen_what_a_rule_finds_stands_below_it() -> None:
    rows = list(rule_table(shipped_rules()[2:4], Screen(60, "utf-8", plain)))
    assert rows == [
        "Code    Severity  Fix  Name",
        "ASE003  error          create-options-chunks",
        "        Chunks of createOptions that the runtime cannot join",
        "ASE004  warning   [*]  create-options-too-long",
        "        createOptions in strings that are too long or too",
        "        many",
        "",
        "2 rules: 1 error, 1 warning; fixes: [*] 1 safe.",
    ]


def test_the_surest_fix_of_a_rule_is_told() -> None:
    by_code = {rule.code: surest_fix(rule) for rule in shipped_rules()}
    assert [by_code[code] for code in ("ASE101", "ASE102", "ASE103", "ASE108", "ASE501")] == [
        "safe",
        "safe",
        "",
        "unsafe",
        "unsafe",
    ]


def test_a_terminal_gets_colours_and_they_change_nothing_else(
    options: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    colored = run("rules", *options).stdout
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == TABLE
    bold, reset = "\x1b[1m", "\x1b[0m"
    head, first, *_ = colored.splitlines()
    assert head == f"{bold}Code    Severity  Fix  Name                 What it finds{reset}"
    assert first.startswith(f"{bold}TST101{reset}  {bold}\x1b[31merror   {reset}  [*]  docker-binds")


def test_the_rules_for_machines(options: list[str]) -> None:
    first = json.loads(run("rules", "--output-format", "json", *options).stdout)[0]
    url = first.pop("url")
    assert url.startswith("https://")
    assert first == {
        "code": "TST101",
        "name": "docker-binds",
        "family": "b",
        "severity": "error",
        "summary": "The rule docker-binds",
        "status": "stable",
    }


def test_the_shipped_rules_are_among_them() -> None:
    assert "\nASE001  error          manifest-unparseable" in run("rules").stdout


def test_broken_rules_cannot_be_listed() -> None:
    ran = run("rules", "--rules", write("x.yaml", "code: x\n"))
    assert (ran.status, ran.stdout) == (2, "")
    assert ran.stderr.startswith("edgelint: rule files cannot be used\nx.yaml:1:")
