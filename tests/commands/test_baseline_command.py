"""`edgelint baseline` and `check --baseline`: what is recorded, what is new, what is dropped."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from command_line import BIND, BINDS, IMAGES, Ran, lint, manifest, run, write

from edgelint.reporters import REPORTERS

pytestmark = pytest.mark.usefixtures("folder")

FIX = "fix: {title: Remove it, applicability: safe, steps: [{remove: {at: '@'}}]}\n"
NOTHING_FOUND = Ran(0, "", "")


def binds(*entries: str) -> dict[str, Any]:
    return {"HostConfig": {"Binds": list(entries)}}


def baseline(*arguments: str, rules: str = BINDS) -> Ran:
    return run("baseline", "--no-default-rules", "--rules", write("own/rule.yaml", rules), *arguments)


def told(number: int, file: str = "b.json") -> Ran:
    findings = "finding" if number == 1 else "findings"
    return Ran(0, "", f"edgelint: {file}: {number} {findings} recorded\n")


def pruned(dropped: int, left: int) -> Ran:
    said = [f"{number} {'finding' if number == 1 else 'findings'}" for number in (dropped, left)]
    return Ran(0, "", f"edgelint: b.json: {said[0]} dropped, {said[1]} left\n")


def entries(path: str = "b.json") -> dict[str, list[str]]:
    """Return what a baseline says of each file: the messages."""
    files = json.loads(Path(path).read_text())["files"]
    return {name: [entry["message"] for entry in found] for name, found in files.items()}


def deployment(modules: dict[str, Any], indent: int | str | None = None) -> str:
    held = {
        name: {"settings": {"image": name, "createOptions": json.dumps(options)}} for name, options in modules.items()
    }
    agent = {"properties.desired": {"modules": held}}
    return json.dumps({"modulesContent": {"$edgeAgent": agent}}, indent=indent)


CAM, DOG = binds("/a:/b", "/c:/d"), binds("/a:/b")


# What is recorded


def test_the_findings_of_today_are_recorded() -> None:
    write("x/a.json", manifest(CAM))
    write("a.json", manifest())
    write("clean.json", manifest({}))
    write("package.json", "{}")
    assert baseline("b.json", ".") == told(3)
    assert entries() == {"a.json": [BIND], "x/a.json": [BIND, "Binds entry /c:/d"]}
    before = Path("b.json").read_bytes()
    assert baseline("b.json", "x", "a.json", "clean.json") == told(3)
    assert Path("b.json").read_bytes() == before


def test_without_a_path_it_is_the_current_folder() -> None:
    write("x/a.json", manifest())
    assert baseline("b.json") == told(1)


def test_options_may_stand_anywhere() -> None:
    write("a.json", manifest())
    assert baseline("b.json", "--select", "TST1", "a.json") == told(1)


def test_names_are_relative_to_the_baseline(monkeypatch: pytest.MonkeyPatch) -> None:
    write("x/a.json", manifest())
    Path("ci").mkdir()
    assert baseline("ci/b.json", "x") == told(1, "ci/b.json")
    assert entries("ci/b.json") == {"../x/a.json": [BIND]}
    assert lint("--baseline", "ci/b.json", ".") == NOTHING_FOUND
    monkeypatch.chdir("x")
    assert lint("--baseline", "../ci/b.json", "a.json") == NOTHING_FOUND


def test_what_is_suppressed_or_does_not_run_is_not_recorded() -> None:
    write("a.json", manifest(CAM))
    write(".edgelint.yaml", "suppressions: [{rule: TST101, reason: x, path: Binds/0}]\n")
    assert baseline("b.json", "a.json") == told(1)
    assert entries() == {"a.json": ["Binds entry /c:/d"]}
    write(".edgelint.yaml", "overrides: [{files: a.json, ignore: TST101}]\n")
    assert baseline("b.json", "a.json") == told(0)


def test_a_recorded_finding_shows_no_secret() -> None:
    options = {"Env": ["PASSWORD=S3cr3t-Value"]}
    write("a.json", manifest(options))
    rules = BINDS.replace("$.mounts[*]", "$.createOptions.Env[*]").replace("Binds entry {text}", "Variable {@}")
    rules = rules.replace("{@}", "is set")
    assert baseline("b.json", "a.json", rules=rules) == told(1)
    assert "S3cr3t" not in Path("b.json").read_text()


def test_a_baseline_is_written_anew() -> None:
    write("a.json", manifest())
    assert baseline("b.json", "a.json") == told(1)
    write("a.json", manifest(binds("/x:/y")))
    assert lint("--baseline", "b.json", "a.json").stdout.count("/x:/y") == 1
    assert baseline("b.json", "a.json") == told(1)
    assert entries() == {"a.json": ["Binds entry /x:/y"]}


@pytest.mark.parametrize("text", ["{}", manifest(), "\ufeff[]", b"\xff", "a note"])
def test_nothing_but_a_baseline_is_written_over(text: str | bytes) -> None:
    write("a.json", manifest())
    write("b.json", text)
    before = Path("b.json").read_bytes()
    for option in ((), ("--prune",)):
        ran = baseline("b.json", *option, "a.json")
        assert (ran.status, ran.stdout) == (2, "")
        assert ran.stderr.startswith("edgelint: b.json: is no baseline: ")
        assert Path("b.json").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            (),
            "edgelint: the following arguments are required: FILE, PATH; edgelint baseline --help lists what there is",
        ),
        (("b.json", "nowhere"), "edgelint: nowhere: no such file or folder\n"),
        (("b.json", "-"), "edgelint: a baseline is one of files; standard input is none\n"),
        (("x/b.json", "a.json"), "edgelint: x/b.json: No such file or directory\n"),
        (("--prune", "b.json", "a.json"), "edgelint: b.json: No such file or directory\n"),
        (("b.json", "a.json", "--select", "TST9"), 'edgelint: "TST9" names no rule; did you mean "TST101"?\n'),
        (("b.json", "a.json", "--baseline", "c.json"), "edgelint: unrecognized arguments: --baseline c.json;"),
    ],
)
def test_wrong_use(arguments: tuple[str, ...], message: str) -> None:
    write("a.json", manifest())
    ran = baseline(*arguments)
    assert (ran.status, ran.stdout, Path("b.json").exists()) == (2, "", False)
    assert ran.stderr.startswith(message)


def test_a_file_that_cannot_be_read_leaves_the_baseline_as_it_is() -> None:
    write("a.json", manifest())
    assert baseline("b.json", "a.json") == told(1)
    before = Path("b.json").read_bytes()
    write("a.json", manifest({}))
    os.symlink("nowhere", "c.json")
    for option in ((), ("--prune",)):
        assert baseline("b.json", *option, "a.json", "c.json") == Ran(
            2, "", "edgelint: c.json: No such file or directory\nedgelint: b.json: not written\n"
        )
        assert Path("b.json").read_bytes() == before


def test_a_name_of_any_bytes_is_recorded() -> None:
    name = os.fsdecode(b"\xff.json")
    write("a.json", manifest())
    os.rename("a.json", name)
    assert baseline("b.json", ".") == told(1)
    assert lint("--baseline", "b.json", ".") == NOTHING_FOUND


# What is new


def recorded(text: str, rules: str = BINDS) -> None:
    write("a.json", text)
    assert baseline("b.json", "a.json", rules=rules).status == 0


def test_recorded_findings_are_neither_listed_nor_counted_nor_make_a_one() -> None:
    recorded(manifest())
    assert lint("a.json").status == 1
    assert lint("--baseline", "b.json", "a.json") == NOTHING_FOUND
    report = json.loads(lint("--output-format", "json", "--baseline", "b.json", "a.json").stdout)
    assert (report["findings"], report["summary"]["error"], report["files"]["checked"]) == ([], 0, 1)


@pytest.mark.parametrize("name", sorted(set(REPORTERS) - {"sarif"}))
def test_no_report_but_sarif_lists_what_is_recorded(name: str) -> None:
    recorded(manifest())
    ran = lint("--output-format", name, "--baseline", "b.json", "a.json")
    assert (ran.status, BIND in ran.stdout) == (0, False)


def test_a_new_finding_is_listed_alone() -> None:
    recorded(manifest())
    write("a.json", manifest(CAM))
    ran = lint("--baseline", "b.json", "a.json")
    assert (ran.status, len(ran.stdout.splitlines())) == (1, 1)
    assert ran.stdout.endswith(": error TST101 Binds entry /c:/d\n")


def test_what_is_recorded_is_not_fixed() -> None:
    recorded(manifest())
    write("a.json", manifest(CAM))
    assert lint("--fix", "--baseline", "b.json", "a.json", rules=BINDS + FIX) == NOTHING_FOUND
    assert Path("a.json").read_text() == manifest()
    assert lint("--diff", "--baseline", "b.json", "a.json", rules=BINDS + FIX) == NOTHING_FOUND


@pytest.mark.parametrize(
    "after",
    [
        pytest.param(deployment({"cam": CAM, "dog": DOG}, 4), id="re-indenting"),
        pytest.param(deployment({"cam": CAM, "dog": DOG}, "\t").replace("\n", "\r\n"), id="tabs and other line ends"),
        pytest.param(deployment({"dog": DOG, "cam": CAM}), id="re-ordering modules"),
        pytest.param("\n\n\n" + deployment({"cam": CAM, "dog": DOG}), id="moving lines"),
        pytest.param(deployment({"new": {}, "dog": DOG, "old": {}, "cam": CAM}, 2), id="all of it, and new modules"),
    ],
)
@pytest.mark.parametrize("name", ["a.json", "renamed.json", "moved/to/a.json"])
def test_edits_around_them_bring_nothing_back(after: str, name: str) -> None:
    recorded(deployment({"cam": CAM, "dog": DOG}))
    os.remove("a.json")
    write(name, after)
    assert lint("--baseline", "b.json", name) == NOTHING_FOUND
    assert lint("--baseline", "b.json", ".") == NOTHING_FOUND


def test_a_copy_is_a_new_file() -> None:
    recorded(manifest())
    write("copy.json", manifest())
    ran = lint("--baseline", "b.json", ".")
    assert [line.partition(":")[0] for line in ran.stdout.splitlines()] == ["copy.json"]


def test_a_renamed_file_has_new_findings_as_any_other() -> None:
    recorded(manifest())
    os.remove("a.json")
    write("renamed.json", manifest(CAM))
    assert lint("--baseline", "b.json", ".").stdout.endswith("error TST101 Binds entry /c:/d\n")


def test_standard_input_is_known_by_its_name_or_may_be_any_file() -> None:
    recorded(manifest())
    text = manifest(CAM).encode()
    for name in (("-",), ("-", "--stdin-filename", "a.json")):
        ran = lint("--baseline", "b.json", *name, stdin=text)
        assert (ran.status, ran.stdout.count("TST101")) == (1, 1)
    assert lint("--baseline", "b.json", "-", "--stdin-filename", "z.json", stdin=text).stdout.count("TST101") == 2


@pytest.mark.parametrize(("name", "folder_of_run"), [("pyproject.toml", "."), (".edgelint.yaml", "x")])
def test_the_baseline_of_the_configuration(monkeypatch: pytest.MonkeyPatch, name: str, folder_of_run: str) -> None:
    write("x/a.json", manifest())
    Path("ci").mkdir()
    assert baseline("ci/b.json", ".") == told(1, "ci/b.json")
    write(name, "[tool.edgelint]\nbaseline = 'ci/b.json'\n" if name.endswith("toml") else "baseline: ci/b.json\n")
    monkeypatch.chdir(folder_of_run)
    assert lint(".") == NOTHING_FOUND
    write("empty.json", '{"version": 1, "files": {}}')
    assert lint("--baseline", "empty.json", ".").status == 1


def test_an_empty_file_in_the_place_of_the_baseline_shows_all_again() -> None:
    recorded(manifest())
    write(".edgelint.yaml", "baseline: b.json\n")
    assert lint("a.json") == NOTHING_FOUND
    assert lint("--baseline", write("empty", ""), "a.json").status == 1
    if os.path.exists("/dev/null"):
        assert lint("--baseline", "/dev/null", "a.json").status == 1
        assert baseline("/dev/null", "a.json") == Ran(2, "", "edgelint: /dev/null: is no regular file\n")


def test_recording_takes_no_heed_of_the_baseline_of_the_configuration() -> None:
    write("a.json", manifest())
    write(".edgelint.yaml", "baseline: b.json\n")
    assert ".edgelint.yaml:1:1: there is no baseline b.json" in lint("a.json").stderr
    assert baseline("b.json", "a.json") == told(1)
    assert baseline("b.json", "a.json") == told(1)
    assert lint("a.json") == NOTHING_FOUND


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "No such file or directory"),
        ("x", "is no baseline: Expecting value: line 1 column 1 (char 0)"),
        ('{"version": 7, "files": {}}', "is a baseline of version 7; this edgelint knows 1"),
        (b"\xff", "is no baseline: byte 0xff is not valid UTF-8"),
    ],
)
def test_a_baseline_that_cannot_be_used_makes_a_two(text: str | bytes | None, message: str) -> None:
    write("a.json", manifest())
    if text is not None:
        write("b.json", text)
    assert lint("--baseline", "b.json", "a.json") == Ran(2, "", f"edgelint: b.json: {message}\n")


# What is dropped


def test_prune_drops_what_no_longer_occurs_and_adds_nothing() -> None:
    recorded(manifest(CAM))
    write("a.json", manifest(binds("/c:/d", "/new:/x")))
    assert baseline("--prune", "b.json", "a.json") == pruned(1, 1)
    assert entries() == {"a.json": ["Binds entry /c:/d"]}
    assert baseline("--prune", "b.json", "a.json") == pruned(0, 1)
    write("a.json", manifest(CAM))
    assert lint("--baseline", "b.json", "a.json").stdout.count("TST101") == 1


def test_prune_keeps_what_the_run_does_not_look_at() -> None:
    for name in ("a.json", "x/a.json"):
        write(name, manifest())
    assert baseline("b.json", ".") == told(2)
    for name in ("a.json", "x/a.json"):
        write(name, manifest({}))
    write("own/more.yaml", IMAGES)
    assert baseline("--prune", "b.json", ".", "--rules", "own/more.yaml", "--select", "TST3") == pruned(0, 2)
    assert baseline("--prune", "b.json", "x") == pruned(1, 1)
    assert entries() == {"a.json": [BIND]}


def test_prune_drops_what_was_in_files_that_are_gone() -> None:
    for name in ("a.json", "x/a.json", "y/a.json"):
        write(name, manifest())
    assert baseline("b.json", ".") == told(3)
    os.remove("a.json")
    os.remove("x/a.json")
    assert baseline("--prune", "b.json", "y") == pruned(0, 3)
    assert baseline("--prune", "b.json", "x", "y") == pruned(1, 2)
    assert baseline("--prune", "b.json") == pruned(1, 1)
    assert entries() == {"y/a.json": [BIND]}


def test_prune_gives_the_entries_to_a_renamed_file() -> None:
    recorded(manifest(CAM))
    os.rename("a.json", "z.json")
    assert baseline("--prune", "b.json") == pruned(0, 2)
    assert entries() == {"z.json": [BIND, "Binds entry /c:/d"]}
    write("a.json", manifest())
    assert lint("--baseline", "b.json", ".").stdout.count("TST101") == 1


def test_a_pruned_baseline_may_be_empty() -> None:
    recorded(manifest())
    write("a.json", "{}")
    assert baseline("--prune", "b.json", "a.json") == pruned(1, 0)
    assert Path("b.json").read_text() == '{\n  "version": 1,\n  "files": {}\n}\n'


def test_the_file_of_a_baseline_is_no_manifest_and_is_checked_by_none() -> None:
    recorded(manifest())
    assert lint("b.json") == Ran(0, "", "edgelint: no deployment manifest among the files given\n")
