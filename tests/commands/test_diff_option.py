"""`edgelint --diff`: a patch on standard output, the report on standard error, nothing written."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from command_line import FEW, Ran, manifest, run, write
from test_fix_command import BIND, CLEAN, DEVICE, FIXED, GPU, LAID_OUT, MOUNT, check, found, report, state

pytestmark = pytest.mark.usefixtures("folder")


def test_diff_prints_a_patch_and_writes_nothing() -> None:
    before = state(write("a.json", LAID_OUT))
    old, new = LAID_OUT.splitlines(), FIXED.splitlines()
    changed = [f"-{old[6]}", f"+{new[6]}", f" {old[7]}", f"-{old[8]}", f"+{new[8]}"]
    rows = ["--- a.json", "+++ a.json", "@@ -6,5 +6,5 @@", f" {old[5]}", *changed, f" {old[9]}"]
    assert check("--diff", "a.json") == Ran(1, "\n".join(rows) + "\n", found())
    assert state("a.json") == before


def test_without_fix_nothing_is_fixed_in_the_report() -> None:
    write("a.json", LAID_OUT)
    document = json.loads(run("check", "--select", FEW, "--diff", "--output-format", "json", "a.json").stderr)
    assert document == report("a.json")
    assert (document["files"]["fixed"], document["summary"]["fixable"]) == (0, 2)


def test_with_fix_the_report_tells_what_would_be_fixed() -> None:
    write("a.json", LAID_OUT)
    document = json.loads(run("check", "--select", FEW, "--diff", "--fix", "--output-format", "json", "a.json").stderr)
    assert [finding["fixed"] for finding in document["findings"]] == [True, True]
    assert document["files"]["fixed"] == 1


def test_diff_exits_as_a_lint_of_the_original() -> None:
    before = found(write("a.json", manifest(BIND)))
    assert (check("--diff", "a.json").status, check("--diff", "a.json").stderr) == (1, before)
    assert check("--diff", "a.json", "--fail-on", "never").status == 0


def test_diff_with_fix_reports_what_would_be_left_and_writes_nothing() -> None:
    before = state(write("a.json", manifest(BIND)))
    ran = check("--diff", "--fix", "a.json")
    assert (ran.status, ran.stdout, ran.stderr) == (0, check("--diff", "a.json").stdout, "")
    assert state("a.json") == before


def test_diff_takes_unsafe_fixes_where_they_are_asked_for() -> None:
    write("a.json", manifest(DEVICE))
    assert check("--diff", "a.json").stdout == ""
    assert manifest(GPU) in check("--diff", "--unsafe-fixes", "a.json").stdout


@pytest.mark.parametrize("text", [CLEAN, "{}", ""])
def test_where_nothing_changes_there_is_no_patch(text: str) -> None:
    write("a.json", text)
    assert check("--diff", "a.json") == Ran(0, "", check("a.json").stderr)


def test_diff_of_standard_input() -> None:
    lines = f"-{manifest(BIND)}\n\\ No newline at end of file\n+{manifest(MOUNT)}\n\\ No newline at end of file\n"
    ran = check("--diff", "-", "--stdin-filename", "a.json", stdin=manifest(BIND).encode())
    assert ran.stdout == f"--- a.json\n+++ a.json\n@@ -1,1 +1,1 @@\n{lines}"
    assert ran.stderr == check("-", "--stdin-filename", "a.json", stdin=manifest(BIND).encode()).stdout


def test_diff_of_a_file_that_is_not_fixed_says_why() -> None:
    write("a.json", LAID_OUT.encode().replace("카메라".encode(), b"cam\xe9ra"))
    ran = check("--diff", "a.json")
    assert (ran.status, ran.stdout) == (1, "")
    assert "edgelint: a.json: nothing was fixed: byte 0xe9 is not valid UTF-8\n" in ran.stderr


def test_a_secret_beside_a_change_is_not_in_the_patch() -> None:
    ran = check("--diff", write("a.json", LAID_OUT))
    assert "S3cr3t-Value" not in ran.stdout + ran.stderr


def test_a_secret_in_a_line_that_changes_is_in_the_patch_for_it_must_apply() -> None:
    text = manifest(BIND, module={"env": {"password": {"value": "S3cr3t-Value"}, "A:B": {"value": "1"}}})
    ran = check("--diff", write("a.json", text))
    assert ran.stdout.count("S3cr3t-Value") == 2
    assert "S3cr3t-Value" not in ran.stderr


@pytest.mark.skipif(shutil.which("patch") is None, reason="there is no program patch")
@pytest.mark.parametrize(
    "name", ["a.json", "a b.json", "카메라 1.json", 'q"t.json', "b\\s.json", "n\nl.json", "caf\udce9.json"]
)
@pytest.mark.parametrize("text", [LAID_OUT, LAID_OUT.replace("\n", "\r\n"), "\ufeff" + LAID_OUT, manifest(BIND)])
def test_the_patch_makes_the_bytes_that_fix_writes(name: str, text: str) -> None:
    data = text.encode("utf-8")
    write(name, data)
    write("own/fixed.json", data)
    diff = run("check", "--diff", name, encoding="latin-1").stdout.encode("latin-1")
    subprocess.run(["patch", "--binary", "-s", "-p0"], input=diff, check=True, timeout=60)
    run("check", "--fix", "own/fixed.json")
    assert Path(name).read_bytes() == Path("own/fixed.json").read_bytes() != data
