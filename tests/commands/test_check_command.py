"""`edgelint check`: paths, standard input, which rules, where the report goes, exit status."""

import json
import os
from pathlib import Path

import pytest
from command_line import (
    BIND,
    BINDS,
    FAULTS,
    IMAGES,
    NOTHING,
    PORTS,
    Ran,
    lint,
    manifest,
    places,
    run,
    write,
)

pytestmark = pytest.mark.usefixtures("folder")
COLUMN = manifest().index("/a:/b") + 1
FOUND = f"a.json:1:{COLUMN}: error TST101 {BIND}\n"
CLEAN = manifest({})


def own(*texts: str) -> list[str]:
    """Write rules and return the options that make them the only ones."""
    for index, text in enumerate(texts):
        write(f"own/{index}.yaml", text)
    return ["--no-default-rules", "--rules", "own", "--output-format", "concise"]


def test_a_file_with_a_finding() -> None:
    assert lint(write("a.json", manifest())) == Ran(1, FOUND, "")


def test_a_file_without_one() -> None:
    assert lint(write("a.json", CLEAN)) == Ran(0, "", "")


def test_without_a_path_the_current_folder_is_meant() -> None:
    write("a.json", manifest())
    assert lint() == lint(".") == Ran(1, FOUND, "")


def test_check_is_the_command_where_none_is_named() -> None:
    assert run(*own(BINDS), write("a.json", manifest())) == Ran(1, FOUND, "")


def test_a_folder_and_files_in_it_come_once_and_in_order() -> None:
    for name in ("b/z.json", "b/a.template", "a.json", "c.yaml"):
        write(name, manifest())
    expected = [f"{name}:1:{COLUMN}" for name in ("a.json", "b/a.template", "b/z.json", "c.yaml")]
    given = ("c.yaml", "b", "./b/z.json", "a.json", "a.json", ".")
    assert places(lint(*given)) == places(lint(*reversed(given))) == expected


def test_a_walk_opens_only_what_begins_as_json() -> None:
    write("a.txt", "see modulesContent\n" + manifest())
    write("b.txt", "// see\n" + manifest())
    write("c.txt", "/* " + "-" * 5000 + " */ modulesContent")
    ran = lint(".", "a.txt", rules=FAULTS)
    assert ran.stdout == (
        'a.txt:1:1: error TST001 No JSON: expected a value, found "see"\nb.txt:1:1: error TST001 No JSON: comment\n'
    )


@pytest.mark.parametrize("name", ["rules", "check", "explain", "test", "schema"])
def test_a_path_called_like_a_command(name: str) -> None:
    write(f"{name}/a.json", manifest())
    assert lint(f"./{name}") == lint("--", name) == Ran(1, f"{name}/{FOUND}", "")


def test_a_path_that_looks_like_an_option_stands_behind_two_hyphens() -> None:
    write("-q", manifest())
    assert lint("--", "-q").stdout == FOUND.replace("a.json", "-q")


def test_options_and_paths_stand_in_any_order() -> None:
    write("a.json", manifest())
    write("b.json", manifest())
    assert places(lint("a.json", "--fail-on", "never", "b.json")) == [f"a.json:1:{COLUMN}", f"b.json:1:{COLUMN}"]


def test_standard_input() -> None:
    assert lint("-", stdin=manifest().encode()) == Ran(1, FOUND.replace("a.json", "-"), "")


def test_standard_input_has_the_name_it_is_given() -> None:
    ran = lint("--stdin-filename", "deploy/a.json", "-", stdin=manifest().encode())
    assert ran == Ran(1, f"deploy/{FOUND}", "")


def test_standard_input_and_files_are_one_report() -> None:
    write("a.json", manifest())
    assert places(lint("a.json", "-", stdin=manifest().encode())) == [f"-:1:{COLUMN}", f"a.json:1:{COLUMN}"]


def test_standard_input_stands_for_the_file_of_its_name() -> None:
    write("a.json", manifest())
    assert lint("--stdin-filename", "./a.json", "a.json", "-", stdin=CLEAN.encode()) == Ran(0, "", "")


def test_createoptions_alone_need_more_by_name_than_on_standard_input() -> None:
    assert lint(write("a.json", '{"Env": ["A=b"]}')) == Ran(0, "", NOTHING)
    assert lint("-", stdin=b'{"Env": ["A=b"]}') == Ran(0, "", "")


@pytest.mark.parametrize("paths", [("a.json",), (".",)])
def test_createoptions_alone_with_a_hostconfig_are_a_manifest(paths: tuple[str, ...]) -> None:
    write("a.json", '{"HostConfig": {"Binds": ["/a:/b"]}}')
    assert lint(*paths).stdout == f"a.json:1:28: error TST101 {BIND}\n"


def test_files_that_are_no_manifests_are_skipped_quietly_beside_one() -> None:
    write("a.json", CLEAN)
    write("b.json", "{}")
    assert lint(".") == Ran(0, "", "")


def test_one_line_says_that_nothing_was_a_manifest() -> None:
    write("a.json", "{}")
    assert lint(".") == lint("a.json", "-q") == lint("-", stdin=b"") == Ran(0, "", NOTHING)


def test_an_empty_folder() -> None:
    Path("empty").mkdir()
    assert lint("empty") == Ran(0, "", NOTHING)


def test_what_is_skipped_is_counted_by_v_and_in_json() -> None:
    for name, content in (("a.json", CLEAN), ("b.json", "{}"), ("c.txt", "no JSON")):
        write(name, content)
    assert lint(".", "-v", "--output-format", "text").stdout == "No findings in 1 manifest (1 file skipped).\n"
    assert lint(".", "--output-format", "text").stdout == "No findings in 1 manifest.\n"
    assert json.loads(lint(".", "c.txt", "--output-format", "json").stdout)["files"] == {
        "checked": 1,
        "skipped": 2,
        "fixed": 0,
        "unreadable": 0,
    }


def test_q_shows_findings_and_nothing_else() -> None:
    write("a.json", manifest())
    assert "Found 1 error in 1 manifest." in lint(".", "--output-format", "text").stdout
    assert lint(".", "-q", "--output-format", "text").stdout.splitlines()[-1].endswith("^^^^^")


ALL = manifest({"HostConfig": {"Binds": ["/a:/b"], "PortBindings": {"80/tcp": [{"HostPort": "80"}]}}})


def codes(*arguments: str) -> list[str]:
    ran = run(*own(BINDS, PORTS, IMAGES), *arguments, write("a.json", ALL))
    return sorted(line.split(" ")[2] for line in ran.stdout.splitlines())


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        pytest.param([], ["TST101", "TST201", "TST301"], id="all"),
        pytest.param(["--select", "TST1,image"], ["TST101", "TST301"], id="a prefix and a name"),
        pytest.param(["--select", "TST1", "--select", " tst2 ,"], ["TST101", "TST201"], id="twice, with blanks"),
        pytest.param(["--ignore", "host-ports,TST3"], ["TST101"], id="ignored"),
        pytest.param(["--ignore", "TST1", "--extend-ignore", "TST2"], ["TST301"], id="ignored in addition"),
        pytest.param(["--select", "TST1", "--extend-select", "TST2"], ["TST101", "TST201"], id="in addition"),
        pytest.param(["--extend-select", "TST2"], ["TST101", "TST201", "TST301"], id="in addition to all"),
    ],
)
def test_which_rules_run(arguments: list[str], expected: list[str]) -> None:
    assert codes(*arguments) == expected


@pytest.mark.parametrize("option", ["--select", "--ignore", "--extend-select", "--extend-ignore"])
def test_a_word_that_names_no_rule_is_wrong_use(option: str) -> None:
    write("a.json", manifest())
    message = 'edgelint: "TST102" names no rule; did you mean "TST101"?\n'
    assert lint("a.json", option, "TST101,TST102") == Ran(2, "", message)


def test_a_selection_of_nothing_is_wrong_use() -> None:
    assert lint("--select", ",") == Ran(2, "", "edgelint: --select names no rule\n")
    assert (
        lint("--select", "TST1", "--ignore", "TST101").stderr
        == "edgelint: --select and --ignore leave no rule to run\n"
    )


def test_rules_of_files_and_folders_add_up() -> None:
    arguments = ("--rules", write("x.yaml", PORTS), "--rules", os.path.dirname(write("y/z.yml", IMAGES)))
    ran = lint(*arguments, write("a.json", ALL))
    assert sorted(line.split(" ")[2] for line in ran.stdout.splitlines()) == ["TST101", "TST201", "TST301"]


def test_a_rule_may_be_named_twice() -> None:
    assert lint("--rules", "own", "--rules", "./own/rule.yaml", write("a.json", manifest())).stdout == FOUND


def test_without_any_rule_nothing_can_be_linted() -> None:
    message = "edgelint: there are no rules: --no-default-rules needs --rules PATH\n"
    assert run("--no-default-rules", ".") == Ran(2, "", message)


def test_broken_rules_stop_the_run_before_a_manifest_is_read_and_tell_every_place() -> None:
    write("a.json", manifest())
    write("bad/x.yaml", PORTS + "mesage: x\n")
    write("bad/y.yaml", IMAGES.replace("info", "note") + "why: [\n")
    Path("empty").mkdir()
    ran = lint("--rules", "bad", "--rules", "empty", "--rules", "none.yaml", "a.json")
    assert ran == Ran(
        2,
        "",
        "edgelint: rule files cannot be used\n"
        'bad/x.yaml:8:1: unknown key "mesage"; did you mean "message"?\n'
        "bad/y.yaml:9:1: while parsing a flow node, expected the node content, but found '<stream end>'\n"
        "empty:1:1: holds no rule file (*.yaml, *.yml)\n"
        "none.yaml:1:1: does not exist\n",
    )


def test_a_rule_must_not_have_the_code_of_a_shipped_one() -> None:
    clash = write("clash.yaml", BINDS.replace("TST101", "ASE001"))
    message = "the rule ASE001 docker-binds has the code or name of a rule of edgelint's own"
    assert run("--rules", clash, ".") == Ran(2, "", f"edgelint: {message}\n")


LEVELS = {"error": BINDS, "warning": PORTS, "info": IMAGES}


@pytest.mark.parametrize(
    ("fail_on", "failing"),
    [
        ("error", {"error"}),
        ("warning", {"error", "warning"}),
        ("info", {"error", "warning", "info"}),
        ("never", set()),
    ],
)
@pytest.mark.parametrize("severity", LEVELS)
def test_the_least_severity_that_fails(fail_on: str, failing: set[str], severity: str) -> None:
    ran = lint("--fail-on", fail_on, write("a.json", ALL), rules=LEVELS[severity])
    assert (ran.status, len(ran.stdout.splitlines())) == (1 if severity in failing else 0, 1)


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [([], False), (["-v"], True), (["--fail-on", "info"], True), (["--fail-on", "warning"], False)],
)
def test_when_people_are_shown_what_is_only_information(arguments: list[str], shown: bool) -> None:
    ran = lint("--output-format", "text", *arguments, write("a.json", ALL), rules=IMAGES)
    assert ("info TST" in ran.stdout, "Found 1 info in 1 manifest" in ran.stdout) == (shown, True)


def test_errors_alone_fail_where_nothing_else_is_said() -> None:
    assert [lint(write("a.json", ALL), rules=rules).status for rules in LEVELS.values()] == [1, 0, 0]


@pytest.mark.parametrize("format_name", ["text", "concise", "json"])
@pytest.mark.parametrize("content", [manifest(), CLEAN, "{}"])
def test_the_format_does_not_change_the_exit_status(format_name: str, content: str) -> None:
    write("a.json", content)
    assert lint("a.json", "--output-format", format_name).status == lint("a.json").status


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["nowhere"], "nowhere: no such file or folder", id="a path that does not exist"),
        pytest.param(
            ["z", "a.json", "b"], "b: no such file or folder\nz: no such file or folder", id="two, in any order"
        ),
        pytest.param([""], ": no such file or folder", id="a path of no characters"),
        pytest.param(
            ["--output-file", "no/such/x.txt"], "no/such/x.txt: No such file or directory", id="no such folder"
        ),
        pytest.param(["--output-file", "."], ".: Is a directory", id="a report that would be a folder"),
    ],
)
def test_a_two_is_not_hidden_by_findings(arguments: list[str], message: str) -> None:
    write("a.json", manifest())
    assert lint("a.json", *arguments) == Ran(2, "", f"edgelint: {message}\n")


def test_a_file_that_cannot_be_read_makes_a_two_beside_findings() -> None:
    write("a.json", manifest())
    Path("b.json").symlink_to("nowhere")
    assert lint("a.json", "b.json") == Ran(2, FOUND, "edgelint: b.json: No such file or directory\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["--output-format", "xml"],
            'argument --output-format: there is no format "xml"; there are text, concise, json,',
        ),
        (["--fail-on", "fatal"], "argument --fail-on: invalid choice: 'fatal'"),
        (["--selct", "A"], "unrecognized arguments: --selct"),
        (["--sel", "A"], "unrecognized arguments: --sel"),
        (["--rules"], "argument --rules: expected one argument"),
    ],
)
def test_wrong_use_is_told_on_standard_error(arguments: list[str], message: str) -> None:
    ran = run("check", *arguments)
    assert (ran.status, ran.stdout) == (2, "")
    assert ran.stderr.startswith(f"edgelint: {message}")
    assert ran.stderr.endswith("; edgelint check --help lists what there is\n")


def test_the_report_goes_to_a_file() -> None:
    write("a.json", manifest())
    assert lint("a.json", "--output-file", "report.txt") == Ran(1, "", "")
    assert Path("report.txt").read_bytes() == FOUND.encode()


def test_the_report_in_a_file_is_utf_8_whatever_the_terminal_is() -> None:
    write("카메라.json", manifest())
    lint(".", "--output-file", "report.txt", encoding="ascii")
    assert Path("report.txt").read_bytes() == FOUND.replace("a.json", "카메라.json").encode()


def test_lines_count_from_lf_and_crlf_and_a_mark_is_no_column() -> None:
    text = json.dumps(json.loads(manifest()), indent=2)
    line = text[: text.index("/a:/b")].count("\n") + 1
    column = text.splitlines()[line - 1].index("/a:/b") + 1
    write("a.json", text)
    write("b.json", text.replace("\n", "\r\n"))
    write("c.json", "\ufeff" + text)
    write("d.json", "\ufeff".encode("utf-16-le") + text.encode("utf-16-le"))
    assert places(lint(".")) == [f"{name}.json:{line}:{column}" for name in "abcd"]


def test_a_mark_is_no_character_of_the_first_line() -> None:
    write("a.json", "\ufeff" + manifest())
    assert places(lint("a.json")) == [f"a.json:1:{COLUMN}"]


def test_findings_are_sorted_by_place_and_code() -> None:
    again = BINDS.replace("TST101", "TST100").replace("docker-binds", "again")
    two = manifest({"HostConfig": {"Binds": ["/b:/b", "/a:/a"]}})
    ran = run(*own(BINDS, again), write("a.json", two))
    assert [line.split(" ", 2)[2] for line in ran.stdout.splitlines()] == [
        f"{code} Binds entry {bind}" for bind in ("/b:/b", "/a:/a") for code in ("TST100", "TST101")
    ]


def test_the_json_report_says_where_a_finding_stands() -> None:
    document = json.loads(lint("--output-format", "json", write("a.json", manifest())).stdout)
    (finding,) = document["findings"]
    kept = ("code", "file", "line", "column", "end_line", "end_column", "module", "path", "fix", "fixed")
    assert {name: finding[name] for name in kept} == {
        "code": "TST101",
        "file": "a.json",
        "line": 1,
        "column": COLUMN,
        "end_line": 1,
        "end_column": COLUMN + len("/a:/b"),
        "module": "cam",
        "path": "/modulesContent/$edgeAgent/properties.desired/modules/cam/settings/createOptions/HostConfig/Binds/0",
        "fix": None,
        "fixed": False,
    }
    assert document["summary"] == {"error": 1, "warning": 0, "info": 0, "fixable": 0}
