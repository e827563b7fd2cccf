"""`edgelint --fix`: what is written where, what is told, the exit status."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from command_line import FEW, NOTHING, Ran, lint, manifest, rule, run, write

pytestmark = pytest.mark.usefixtures("folder")

BIND = {"HostConfig": {"Binds": ["/srv/app:/data"]}}
MOUNT = {"HostConfig": {"Mounts": [{"Type": "bind", "Source": "/srv/app", "Target": "/data"}]}}
RELATIVE = {"HostConfig": {"Binds": ["srv/app:/data"]}}
DEVICE = {"HostConfig": {"Devices": [{"PathOnHost": "/dev/catapult0", "PathInContainer": "/dev/catapult0"}]}}
GPU = {"k8s-experimental": {"resources": {"limits": {"nvidia.com/gpu": 1}}}}
CLEAN = manifest({})
SETTINGS = "/modulesContent/$edgeAgent/properties.desired/modules/cam/settings"
PATH = f"{SETTINGS}/createOptions"
NODE = "Make sure that /srv/app is on the node of the GPU device; what lies there on the FPGA device does not move by itself"
DESIRED = '"$edgeAgent": {"properties.desired": {"modules": {"cam": '

LAID_OUT = """\
{
  "modulesContent": {
    "$edgeAgent": {
      "properties.desired": {
        "modules": {
          "cam": {
            "settings": {"image": "카메라:1", "createOptions": "{\\"HostConfig\\":{\\"Binds\\":[\\"/srv/app:/data\\"]}}"},
            "env": {
              "A:B": {"value": "1"}
            },
            "password": {"value": "S3cr3t-Value"}
          }
        }
      }
    }
  }
}
"""
FIXED = LAID_OUT.replace(
    '\\"Binds\\":[\\"/srv/app:/data\\"]',
    '\\"Mounts\\":[{\\"Type\\":\\"bind\\",\\"Source\\":\\"/srv/app\\",\\"Target\\":\\"/data\\"}]',
).replace("A:B", "A__B")


def check(*arguments: str, stdin: bytes = b"", encoding: str = "utf-8") -> Ran:
    few = () if "--select" in arguments else ("--select", FEW)
    return run("check", *few, "--output-format", "concise", *arguments, stdin=stdin, encoding=encoding)


def report(*arguments: str, stdin: bytes = b"") -> Any:
    return json.loads(run("check", "--select", FEW, "--output-format", "json", *arguments, stdin=stdin).stdout)


def state(path: str) -> tuple[int, int, bytes]:
    """Return what shows whether a file was written."""
    status = os.stat(path)
    return status.st_ino, status.st_mtime_ns, Path(path).read_bytes()


def found(path: str = "a.json") -> str:
    """Return what a lint of the file says, on standard output."""
    return check(path).stdout


# What is written


def test_fix_writes_the_file() -> None:
    assert check("--fix", write("a.json", manifest(BIND))) == Ran(0, "", "")
    assert Path("a.json").read_text() == manifest(MOUNT)


def test_check_is_the_command_where_none_is_named() -> None:
    assert run("--fix", "-q", "--select", FEW, write("a.json", manifest(BIND))) == Ran(0, "", "")
    assert Path("a.json").read_text() == manifest(MOUNT)


def test_what_is_left_is_reported_where_it_stands_in_the_file_as_written() -> None:
    options = {"HostConfig": {"Binds": ["/srv/app:/data", "srv/app:/data2"]}}
    ran = check("--fix", write("a.json", manifest(options)))
    assert ran == Ran(1, found(), "")
    assert [line.split(" ")[2] for line in ran.stdout.splitlines()] == ["ASE101"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(CLEAN, id="nothing is found"),
        pytest.param(manifest(RELATIVE), id="nothing has a fix"),
        pytest.param(manifest(DEVICE), id="the fix is unsafe"),
        pytest.param("{}", id="no manifest"),
        pytest.param('{"modulesContent": ', id="a broken manifest"),
        pytest.param("", id="nothing in it"),
    ],
)
def test_a_file_in_which_nothing_changes_is_not_written(text: str) -> None:
    before = state(write("a.json", text))
    check("--fix", "a.json")
    assert state("a.json") == before


def test_a_second_fix_writes_nothing() -> None:
    check("--fix", write("a.json", LAID_OUT))
    before = state("a.json")
    assert check("--fix", "a.json") == Ran(0, "", "")
    assert state("a.json") == before


def test_without_fix_or_diff_nothing_is_written() -> None:
    before = state(write("a.json", manifest(BIND)))
    assert check("--unsafe-fixes", "--answers", write("answers.yaml"), "a.json").status == 1
    assert state("a.json") == before


@pytest.mark.parametrize(
    "encode",
    [
        pytest.param(lambda text: text.encode(), id="UTF-8"),
        pytest.param(lambda text: b"\xef\xbb\xbf" + text.encode(), id="a mark"),
        pytest.param(lambda text: text.replace("\n", "\r\n").encode(), id="CRLF"),
        pytest.param(lambda text: text.rstrip("\n").encode(), id="no final newline"),
        pytest.param(lambda text: (text + "\n \t\n").encode(), id="blanks behind it"),
        pytest.param(lambda text: text.replace("  ", "\t").encode(), id="tabs"),
        pytest.param(lambda text: text.replace("\n", " \r").encode(), id="CR alone"),
        pytest.param(lambda text: text.encode("utf-16"), id="UTF-16"),
        pytest.param(lambda text: b"\xfe\xff" + text.encode("utf-16-be"), id="UTF-16 BE"),
        pytest.param(lambda text: text.encode("utf-32"), id="UTF-32"),
    ],
)
def test_every_byte_around_an_edit_stays(encode: Any) -> None:
    write("a.json", encode(LAID_OUT))
    assert check("--fix", "a.json") == Ran(0, "", "")
    assert Path("a.json").read_bytes() == encode(FIXED)


def test_comments_and_bare_placeholders_of_a_template_stay() -> None:
    text = LAID_OUT.replace('"env": {', '/* who */ "env": { // where').replace('{"value": "1"}', '{"value": ${ONE} }')
    ran = check("--fix", "--select", "ASE1,ASE4", write("a.template.json", text))
    assert ran == Ran(0, "", "")
    fixed = FIXED.replace('"env": {', '/* who */ "env": { // where').replace('{"value": "1"}', '{"value": ${ONE} }')
    assert Path("a.template.json").read_text() == fixed


def test_a_value_with_half_a_pair_is_written_as_it_can_be() -> None:
    text = manifest({"HostConfig": {"Binds": ["/srv/\ud83d:/data"]}})
    check("--fix", write("a.json", text))
    mounts = {"HostConfig": {"Mounts": [{"Type": "bind", "Source": "/srv/\ud83d", "Target": "/data"}]}}
    assert Path("a.json").read_text() == manifest(mounts)


def test_a_file_with_undecodable_bytes_is_not_fixed_and_says_so() -> None:
    before = state(write("a.json", LAID_OUT.encode().replace("카메라".encode(), b"cam\xe9ra")))
    ran = check("--fix", "a.json")
    assert (ran.status, ran.stdout) == (1, found())
    assert ran.stderr == "edgelint: a.json: nothing was fixed: byte 0xe9 is not valid UTF-8\n"
    assert state("a.json") == before


def test_several_files_are_fixed_each_by_itself() -> None:
    for name in ("a.json", "b/c.json", "d.json", "e.json"):
        write(name, {"d.json": "{}", "e.json": CLEAN}.get(name, manifest(BIND)))
    assert check("--fix", ".") == Ran(0, "", "")
    assert [Path(name).read_text() for name in ("a.json", "b/c.json")] == [manifest(MOUNT)] * 2
    assert [Path(name).read_text() for name in ("d.json", "e.json")] == ["{}", CLEAN]


def test_a_file_under_two_names_is_fixed_once() -> None:
    Path("b.json").symlink_to(write("a.json", manifest(BIND)))
    assert check("--fix", "a.json", "b.json") == Ran(0, "", "")
    assert Path("b.json").is_symlink()
    assert Path("a.json").read_text() == manifest(MOUNT)


def test_a_fix_needs_no_terminal_that_shows_the_text() -> None:
    assert check("--fix", write("카메라.json", LAID_OUT), encoding="ascii") == Ran(0, "", "")
    assert Path("카메라.json").read_text() == FIXED


# Which fixes are made


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--select", "ASE101"], FIXED.replace("A__B", "A:B")),
        (["--ignore", "docker-binds"], LAID_OUT.replace("A:B", "A__B")),
        (["--select", "ASE3"], LAID_OUT),
    ],
)
def test_the_rules_that_run_are_the_ones_that_fix(arguments: list[str], expected: str) -> None:
    check("--fix", *arguments, write("a.json", LAID_OUT))
    assert Path("a.json").read_text() == expected


def test_unsafe_fixes_are_made_where_they_are_asked_for() -> None:
    assert check("--fix", write("a.json", manifest(DEVICE))).status == 1
    assert check("--fix", "--unsafe-fixes", "a.json") == Ran(0, "", "")
    assert Path("a.json").read_text() == manifest(GPU)


# Exit status


@pytest.mark.parametrize(
    ("options", "arguments", "status"),
    [
        pytest.param(BIND, [], 0, id="all is fixed"),
        pytest.param(RELATIVE, [], 1, id="an error is left"),
        pytest.param(RELATIVE, ["--fail-on", "never"], 0, id="what is left does not count"),
        pytest.param({"Env": ["X=wireserver"]}, [], 0, id="a warning is left"),
        pytest.param({"Env": ["X=wireserver"]}, ["--fail-on", "warning"], 1, id="a warning counts"),
    ],
)
def test_the_exit_status_counts_what_is_left(options: Any, arguments: list[str], status: int) -> None:
    assert check("--fix", *arguments, write("a.json", manifest(options))).status == status


def test_a_file_that_cannot_be_written_makes_a_two_and_stays() -> None:
    os.link(write("a.json", manifest(BIND)), "b.json")
    write("c.json", manifest(BIND))
    before = state("a.json")
    ran = check("--fix", "a.json", "c.json")
    reason = "not fixed: has 2 hard links, which replacing it would part"
    assert ran == Ran(2, found(), f"edgelint: a.json: {reason}\n")
    assert (state("a.json"), Path("c.json").read_text()) == (before, manifest(MOUNT))


def test_what_was_not_written_is_not_fixed_in_the_report() -> None:
    os.link(write("a.json", manifest(BIND)), "b.json")
    document = report("--fix", "a.json")
    assert [finding["fixed"] for finding in document["findings"]] == [False]
    assert document["files"] == {"checked": 1, "skipped": 0, "fixed": 0, "unreadable": 1}
    assert document["summary"]["error"] == 1


def test_fixed_findings_do_not_hide_a_file_that_cannot_be_read() -> None:
    Path("b.json").symlink_to("nowhere")
    ran = check("--fix", write("a.json", manifest(BIND)), "b.json")
    assert ran == Ran(2, "", "edgelint: b.json: No such file or directory\n")
    assert Path("a.json").read_text() == manifest(MOUNT)


def test_wrong_use_writes_nothing() -> None:
    before = state(write("a.json", manifest(BIND)))
    assert check("--fix", "a.json", "nowhere").status == 2
    assert state("a.json") == before


# Standard input


@pytest.mark.parametrize("name", ["-", "deploy/a.json"])
def test_standard_input_is_fixed_to_standard_output(name: str) -> None:
    text = LAID_OUT.replace("/srv/app", "srv/app")
    ran = check("--fix", "-", "--stdin-filename", name, stdin=text.encode())
    left = check("-", "--stdin-filename", name, stdin=text.replace("A:B", "A__B").encode())
    assert left.stdout.startswith(f"{name}:7:")
    assert ran == Ran(1, text.replace("A:B", "A__B"), left.stdout)


@pytest.mark.parametrize(
    ("text", "stderr"),
    [
        pytest.param(CLEAN, "", id="nothing is found"),
        pytest.param("{}", NOTHING, id="no manifest"),
        pytest.param("", NOTHING, id="nothing in it"),
        pytest.param("\ufeffno JSON\r\n\r\n", NOTHING, id="no JSON"),
    ],
)
def test_what_is_not_changed_goes_to_standard_output_as_it_is(text: str, stderr: str) -> None:
    assert check("--fix", "-", stdin=text.encode()) == Ran(0, text, stderr)


def test_bytes_that_cannot_be_decoded_come_back_as_they_are() -> None:
    data = b'{"a": "\xff\x00"}\r\n'
    assert run("check", "--select", FEW, "--fix", "-", stdin=data, encoding="latin-1").stdout.encode("latin-1") == data


def test_a_file_beside_standard_input_is_written() -> None:
    ran = check("--fix", "-", write("a.json", manifest(BIND)), stdin=CLEAN.encode())
    assert ran == Ran(0, CLEAN, "")
    assert Path("a.json").read_text() == manifest(MOUNT)


def test_the_file_that_standard_input_stands_for_is_not_written() -> None:
    before = state(write("a.json", CLEAN))
    ran = check("--fix", "-", "a.json", "--stdin-filename", "a.json", stdin=manifest(BIND).encode())
    assert ran == Ran(0, manifest(MOUNT), "")
    assert state("a.json") == before


def test_options_alone_on_standard_input_are_fixed() -> None:
    assert check("--fix", "-", stdin=b'{"Env": ["A:B=c"]}') == Ran(0, '{"Env": ["A__B=c"]}', "")


def test_the_line_ends_of_the_stream_do_not_matter() -> None:
    text = LAID_OUT.replace("\n", "\r\n")
    assert check("--fix", "-", stdin=text.encode()).stdout == FIXED.replace("\n", "\r\n")


# The JSON report


def test_fixed_findings_are_listed_where_they_stood() -> None:
    text = LAID_OUT.replace("/srv/app:/data", '/srv/app:/data\\",\\"srv/b:/b')
    before = report(write("a.json", text))["findings"]
    document = report("--fix", "a.json")
    left, binds, colon = document["findings"]
    assert [binds, colon] == [{**finding, "fixed": True} for finding in (before[0], before[2])]
    assert (left["code"], left["fixed"], left["path"]) == ("ASE101", False, f"{PATH}/HostConfig/Binds/0")
    assert binds["fix"]["then"] == [NODE]
    assert document["files"] == {"checked": 1, "skipped": 0, "fixed": 1, "unreadable": 0}
    assert document["summary"] == {"error": 1, "warning": 0, "info": 0, "fixable": 0}


def test_the_report_of_standard_input_lists_them_too() -> None:
    ran = run("check", "--select", FEW, "--fix", "-", "--output-format", "json", stdin=LAID_OUT.encode())
    assert ran.stdout == FIXED
    assert [finding["fixed"] for finding in json.loads(ran.stderr)["findings"]] == [True, True]


def test_files_count_as_fixed_where_something_was_written() -> None:
    for name, options in (("a.json", BIND), ("b.json", BIND), ("c.json", RELATIVE)):
        write(name, manifest(options))
    assert report("--fix", ".")["files"] == {"checked": 3, "skipped": 0, "fixed": 2, "unreadable": 0}


def test_a_finding_that_went_with_another_one_is_fixed_too() -> None:
    options = {"Env": ["WIRESERVER:A=10.139.218.1", "WIRESERVER__A=10.139.218.1"]}
    before = report(write("a.json", manifest(options)))
    document = report("--fix", "a.json")
    fixed = [finding for finding in document["findings"] if finding["fixed"]]
    assert [finding["code"] for finding in fixed] == ["ASE403", "ASE303"]
    assert fixed == [{**finding, "fixed": True} for finding in before["findings"][:2]]
    assert (before["summary"]["warning"], document["summary"]["warning"]) == (2, 1)


def test_the_report_to_a_file_leaves_standard_output_to_the_text() -> None:
    ran = check("--fix", "-", "--output-file", "report.txt", stdin=manifest(RELATIVE).encode())
    assert ran == Ran(1, manifest(RELATIVE), "")
    assert Path("report.txt").read_text().startswith("-:1:")


def test_the_text_report_tells_what_is_left_for_a_person() -> None:
    ran = run("check", "--select", FEW, "--fix", write("a.json", manifest(BIND)))
    told = ran.stdout.partition("\nLeft for you:\n")[2].partition("\n\n")[0]
    assert " ".join(told.split()) == f"- {NODE}"


# Refused

LOOP = rule("TST901", "never-at-rest", "$.settings.image", "An image") + (
    "fix:\n  title: One more\n  applicability: safe\n  steps: [{replace: {at: '@', value: '{value}1'}}]\n"
)


def test_a_fix_that_does_not_come_to_rest_is_refused_and_names_its_rule() -> None:
    before = state(write("a.json", CLEAN))
    ran = lint("--fix", "a.json", rules=LOOP)
    reason = "the fixes of TST901 were not made: they do not come to rest in 5 rounds"
    assert ran == Ran(1, lint("a.json", rules=LOOP).stdout, f"edgelint: a.json: {reason}\n")
    assert state("a.json") == before
    assert lint("--fix", "-", rules=LOOP, stdin=CLEAN.encode()).stdout == CLEAN


@pytest.mark.parametrize("chosen", [["--select", "TST901"], ["--ignore", "TST902"]])
def test_a_fix_that_brings_an_error_of_a_rule_that_does_not_run_is_not_made(chosen: list[str]) -> None:
    rename = rule("TST901", "a-to-b", "$.settings.a", "Found {text}") + (
        "fix:\n  title: A fix\n  applicability: safe\n  steps: [{rename: {at: '@', to: b}}]\n"
    )
    own = (
        "--rules",
        write("own2/a.yaml", rename),
        "--rules",
        write("own2/b.yaml", rule("TST902", "no-b", "$.settings.b", "No b")),
    )
    before = state(write("a.json", manifest({}, module={"settings": {"a": 1}})))
    ran = run("check", "--no-default-rules", *own, *chosen, "--fix", "--output-format", "concise", "a.json")
    said = "the fixes of TST901 in module cam were not made: they would bring TST902 (No b)"
    assert (ran.status, ran.stderr) == (1, f"edgelint: a.json: {said}\n")
    assert state("a.json") == before
