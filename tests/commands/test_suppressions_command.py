"""`edgelint check` with suppressions: what is left out, until when, and what is found about the entries themselves."""

import json
from pathlib import Path

import pytest
from command_line import BIND, BINDS, IMAGES, Ran, lint, manifest, run, write

from edgelint.reporters import REPORTERS

pytestmark = pytest.mark.usefixtures("folder")

FIX = "fix: {title: Remove it, applicability: safe, steps: [{remove: {at: '@'}}]}\n"
LAST_DAY, DAY_AFTER = "1801439999", "1801440000"  # of 2027-01-31, in UTC
NOTHING_FOUND = Ran(0, "", "")


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", LAST_DAY)


def suppress(*entries: str, more: str = "") -> None:
    """Write a configuration of these entries, each the members of a flow mapping."""
    held = "".join(f"  - {{{entry}}}\n" for entry in entries)
    write(".edgelint.yaml", f"suppressions:\n{held}{more}")


def notices(ran: Ran) -> list[str]:
    """Return the findings on the configuration."""
    return [line for line in ran.stdout.splitlines() if line.startswith(".edgelint.yaml:")]


# What is left out


@pytest.mark.parametrize(
    "entry",
    [
        "rule: TST101, reason: x",
        "rule: docker-binds, reason: x",
        "rule: TST101, reason: x, files: a.json",
        "rule: TST101, reason: x, files: [b.json, x/*]",
        "rule: TST101, reason: x, module: cam",
        "rule: TST101, reason: x, module: c*",
        "rule: TST101, reason: x, path: HostConfig/Binds/0",
        "rule: TST101, reason: x, files: x/, module: '*', path: Binds/*, expires: 2027-01-31",
    ],
)
def test_what_an_entry_matches_is_neither_listed_nor_counted(entry: str) -> None:
    write("x/a.json", manifest())
    suppress(entry)
    assert lint("x/a.json") == NOTHING_FOUND
    report = json.loads(lint("--output-format", "json", "x/a.json").stdout)
    assert (report["findings"], report["summary"]["error"]) == ([], 0)


@pytest.mark.parametrize(
    "entry",
    [
        "rule: TST301, reason: x",
        "rule: TST101, reason: x, files: b.json",
        "rule: TST101, reason: x, files: /a.json",
        "rule: TST101, reason: x, module: camera",
        "rule: TST101, reason: x, path: HostConfig/Binds/1",
        "rule: TST101, reason: x, module: cam, path: Mounts/*",
        "rule: TST101, reason: x, expires: 2027-01-30",
    ],
)
def test_what_comes_near_is_listed(entry: str) -> None:
    write("x/a.json", manifest())
    suppress(entry, more=f"rules: {write('images.yaml', IMAGES)}\n")
    ran = lint("--select", "TST101", "x/a.json")
    assert (ran.status, ran.stdout.count(BIND)) == (1, 1)


def test_an_entry_needs_a_reason() -> None:
    write("a.json", manifest())
    suppress("rule: TST101")
    message = 'edgelint: configuration cannot be used\n.edgelint.yaml:2:5: key "reason" is missing\n'
    assert lint("a.json") == Ran(2, "", message)


@pytest.mark.parametrize("name", sorted(set(REPORTERS) - {"sarif"}))
def test_no_report_but_sarif_lists_what_is_suppressed(name: str) -> None:
    write("a.json", manifest())
    suppress("rule: TST101, reason: x, files: a.json")
    ran = lint("--output-format", name, "a.json")
    assert (ran.status, BIND in ran.stdout) == (0, False)


def test_what_is_suppressed_is_not_fixed() -> None:
    two = manifest({"HostConfig": {"Binds": ["/a:/b", "/c:/d"]}})
    write("a.json", two)
    write("b.json", two)
    suppress("rule: TST101, reason: x, files: a.json, path: Binds/0", "rule: TST101, reason: x, files: b.json")
    assert lint("--fix", "a.json", "b.json", rules=BINDS + FIX) == NOTHING_FOUND
    assert Path("a.json").read_text() == manifest({"HostConfig": {"Binds": ["/a:/b"]}})
    assert Path("b.json").read_text() == two
    assert lint("--diff", "b.json", rules=BINDS + FIX) == NOTHING_FOUND


def test_a_module_keeps_its_suppression_in_the_run_that_renames_it() -> None:
    rename = (
        "code: TST501\nname: names\nsummary: x\nseverity: error\nscope: user-module\nselect: $\n"
        "where: [{at: $.name, equals: cam}]\nmessage: Name\nmark: key\n"
        "fix: {title: Rename it, applicability: safe, steps: [{rename-module: {to: dog}}]}\n"
    )
    write("a.json", manifest())
    suppress(
        "rule: TST101, reason: x, module: cam, path: modules/cam/**", more=f"rules: {write('names.yaml', rename)}\n"
    )
    assert lint("--fix", "a.json") == NOTHING_FOUND
    assert '"dog"' in Path("a.json").read_text()


# Until when


@pytest.mark.parametrize(("epoch", "status"), [("0", 0), (LAST_DAY, 0), (DAY_AFTER, 1), ("4000000000", 1)])
def test_after_its_last_day_the_finding_is_back(monkeypatch: pytest.MonkeyPatch, epoch: str, status: int) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    write("a.json", manifest())
    suppress("rule: TST101, reason: x, expires: 2027-01-31")
    ran = lint("a.json")
    assert (ran.status, ran.stdout.count(BIND), ran.stdout.count("ASE902")) == (status, status, status)


def test_after_its_last_day_the_finding_is_fixed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY_AFTER)
    write("a.json", manifest())
    suppress("rule: TST101, reason: x, expires: 2027-01-31")
    lint("--fix", "a.json", rules=BINDS + FIX)
    assert BIND.rpartition(" ")[2] not in Path("a.json").read_text()


def test_an_expired_entry_is_a_finding_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY_AFTER)
    write("a.json", manifest())
    suppress("rule: TST101, reason: x, expires: 2027-01-31", "rule: docker-binds, reason: y")
    assert lint(".").stdout == ".edgelint.yaml:2:5: warning ASE902 Suppression of TST101 expired on 2027-01-31\n"


@pytest.mark.parametrize("epoch", ["", "soon", "1e9", "99999999999999999999"])
def test_a_day_that_is_none(monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    write("a.json", manifest())
    suppress("rule: TST101, reason: x")
    assert lint("a.json") == NOTHING_FOUND
    suppress("rule: TST101, reason: x, expires: 2027-01-31")
    message = f'edgelint: SOURCE_DATE_EPOCH is "{epoch}", which is no number of seconds since 1970\n'
    assert lint("a.json") == Ran(2, "", message)


# What is found about entries


UNUSED = ".edgelint.yaml:2:5: warning ASE901 Suppression of TST101 matches no finding"


def test_an_unused_entry_is_a_finding_of_its_own() -> None:
    write("a.json", manifest())
    suppress("rule: TST101, reason: x, module: dog", "rule: TST101, reason: y")
    assert lint(".") == Ran(0, f"{UNUSED}\n", "")
    assert lint("--fail-on", "warning", ".").status == 1


def test_it_is_told_in_json_with_its_place() -> None:
    write("a.json", manifest({}))
    entry = '[[tool.edgelint.suppressions]]\nrule = "TST101"\nreason = "x"\n'
    write("pyproject.toml", f"[project]\nname = 'x'\n\n{entry}{entry}")
    first, second = json.loads(lint("--output-format", "json", ".").stdout)["findings"]
    assert {
        key: second[key] for key in ("code", "rule", "severity", "file", "line", "column", "end_column", "path")
    } == {
        "code": "ASE901",
        "rule": "suppression-unused",
        "severity": "warning",
        "file": "pyproject.toml",
        "line": 7,
        "column": 1,
        "end_column": 31,
        "path": "/tool/edgelint/suppressions/1",
    }
    assert first["line"] == 4
    assert first["fingerprint"] != second["fingerprint"]


@pytest.mark.parametrize("name", REPORTERS)
def test_every_report_lists_it(name: str) -> None:
    write("a.json", manifest({}))
    suppress("rule: TST101, reason: x")
    ran = lint("--output-format", name, ".")
    assert (ran.status, ran.stderr) == (0, "")
    assert "Suppression of TST101 matches no finding" in ran.stdout


@pytest.mark.parametrize(
    ("entry", "paths", "told"),
    [
        pytest.param("", ".", True, id="the folder of the configuration"),
        pytest.param("", "../here", True, id="the same spelled otherwise"),
        pytest.param("", "..", True, id="a folder above it"),
        pytest.param("", "x", False, id="a folder in it, for there are others"),
        pytest.param("", "a.json", False, id="a file, for there are others"),
        pytest.param("", "a.json x/a.json", False, id="all files one by one, for who knows"),
        pytest.param(", files: /a.json", "a.json", True, id="the file that it names"),
        pytest.param(", files: /a.json", "x", False, id="not that file"),
        pytest.param(", files: a.json", "a.json", False, id="files of that name in any folder"),
        pytest.param(", files: [/a.json, x/a.json]", "a.json", False, id="one of the files that it names"),
        pytest.param(", files: [/a.json, x/a.json]", "x/a.json a.json", True, id="both"),
        pytest.param(", files: x/gone.json", ".", True, id="a file that is gone"),
        pytest.param(", files: x/gone.json", "x", False, id="a file that is gone, and a part of the folder"),
        pytest.param(", files: x/b.manifest", ".", False, id="a file that a walk does not look at"),
        pytest.param(", files: x/b.manifest", "x/b.manifest", True, id="a file of another ending by its name"),
        pytest.param("", "--select TST301 .", False, id="its rule did not run"),
        pytest.param("", "--select TST101 .", False, id="only its rule ran"),
        pytest.param("", "--select TST101,ASE901 .", True, id="its rule ran, and this one"),
        pytest.param("", "--ignore ASE901 .", False, id="this one did not"),
        pytest.param("", "--ignore TST101 .", False, id="its rule is ignored"),
    ],
)
def test_an_entry_is_unused_only_where_the_run_can_know(
    monkeypatch: pytest.MonkeyPatch, entry: str, paths: str, told: bool
) -> None:
    Path("here").mkdir()
    monkeypatch.chdir("here")
    for name in ("a.json", "x/a.json", "x/b.manifest"):
        write(name, manifest({}))
    suppress(f"rule: TST101, reason: x{entry}", more=f"rules: {write('images.yaml', IMAGES)}\n")
    assert notices(lint("--ignore", "TST301", *paths.split()) if "--" not in paths else lint(*paths.split())) == (
        [UNUSED] if told else []
    )


def test_an_entry_of_a_rule_that_is_off_is_not_judged() -> None:
    write("a.json", manifest({}))
    suppress("rule: TST101, reason: x", more="severity: {TST101: off}\n")
    assert lint(".") == NOTHING_FOUND


def test_an_entry_is_used_by_a_finding_that_the_baseline_has_too() -> None:
    write("a.json", manifest())
    write("own/rule.yaml", BINDS)
    run("baseline", "--no-default-rules", "--rules", "own", "b.json", "a.json")
    suppress("rule: TST101, reason: x")
    assert lint("--baseline", "b.json", ".") == NOTHING_FOUND


def test_an_entry_is_used_by_a_finding_that_this_run_fixes() -> None:
    two = manifest({"HostConfig": {"Binds": ["/a:/b", "/c:/d"]}})
    write("a.json", two)
    suppress("rule: TST101, reason: x, path: Binds/1")
    assert lint("--fix", ".", rules=BINDS + FIX) == NOTHING_FOUND


def test_an_entry_of_an_unreadable_run_is_not_judged() -> None:
    write("a.json", manifest({}))
    Path("x.json").symlink_to("nowhere")
    suppress("rule: TST101, reason: x")
    assert notices(lint(".", "x.json")) == []


def test_each_configuration_has_its_own_entries() -> None:
    for name in ("a.json", "x/a.json"):
        write(name, manifest())
    write(".edgelint.yaml", "suppressions: [{rule: TST101, reason: x, files: x/a.json}]\n")
    write("x/.edgelint.yaml", "suppressions: [{rule: TST101, reason: x}]\nfail-on: warning\n")
    ran = lint(".")
    assert [line.partition(" ")[0] for line in ran.stdout.splitlines()] == [".edgelint.yaml:1:16:", "a.json:1:160:"]
    write("a.json", manifest({}))
    assert lint(".").status == 0
    write(
        "x/.edgelint.yaml",
        "suppressions: [{rule: TST101, reason: x}, {rule: TST101, reason: y, module: z}]\nfail-on: warning\n",
    )
    assert lint(".").status == 1


def test_the_severity_of_such_findings_is_set_as_of_others() -> None:
    write("a.json", manifest({}))
    suppress("rule: TST101, reason: x", more="severity: {suppression-unused: error}\n")
    assert (lint(".").status, notices(lint("."))) == (1, [UNUSED.replace("warning", "error")])
    suppress("rule: TST101, reason: x", more="severity: {ASE9: off}\n")
    assert lint(".") == NOTHING_FOUND


@pytest.mark.parametrize("word", ["ASE901", "suppression-expired"])
def test_they_are_rules_that_are_listed_and_explained(word: str) -> None:
    assert word in run("rules").stdout
    ran = run("explain", word)
    assert (ran.status, ran.stderr) == (0, "")
    assert ran.stdout.startswith("ASE90")
    assert "SOURCE_DATE_EPOCH" in ran.stdout or "one that was given the folder" in ran.stdout


def test_a_rule_may_not_take_their_codes() -> None:
    ran = lint(write("a.json", manifest()), rules=BINDS.replace("TST101", "ASE901"))
    assert ran == Ran(
        2, "", "edgelint: the rule ASE901 docker-binds has the code or name of a rule of edgelint's own\n"
    )
