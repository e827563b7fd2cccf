"""`--statistics`, `-q` and `-v` of `edgelint check`, and what a terminal gets."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import BINDS, FEW, IMAGES, NOTHING, PORTS, Ran, lint, manifest, run, write

import edgelint
from edgelint.reporters import REPORTERS
from edgelint.reporters.width import columns

pytestmark = pytest.mark.usefixtures("folder")

CLEAN = manifest({})
OPTIONS = {"HostConfig": {"Binds": ["/a:/b", "/c:/d", "C:\\x:/e"], "PortBindings": {"80/tcp": [{"HostPort": "80"}]}}}
MIXED = """\
fix: {title: Drop it, applicability: safe, where: [{at: '@.kind', equals: host-directory}], steps: [{remove: {at: '@'}}]}
"""


def text(*arguments: str, rules: str = BINDS) -> Ran:
    return lint(*arguments, "--output-format", "text", rules=rules)


def several(*arguments: str) -> Ran:
    """Lint two manifests with rules on Binds, ports and images, of which the first fixes two of its three findings."""
    own = [write(f"own/{name}.yaml", rule) for name, rule in (("b", BINDS + MIXED), ("i", IMAGES), ("p", PORTS))]
    files = [write("a.json", manifest(OPTIONS)), write("b.json", manifest({}))]
    return run("check", "--no-default-rules", *(word for path in own for word in ("--rules", path)), *arguments, *files)


TABLE = """\
Count  Code    Severity  Fix  Name
    3  TST101  error     [-]  docker-binds
    2  TST301  info           image
    1  TST201  warning        host-ports
"""
BEHIND = """
Found 3 errors, 1 warning and 2 infos in 2 manifests.
2 can be fixed with --fix: [*] all of a row, [-] some.
Run "edgelint explain TST101" to see why and how to fix it.
"""


def test_statistics_count_findings_in_place_of_listing_them() -> None:
    assert several("--statistics") == Ran(1, TABLE + BEHIND, "")


def test_quiet_statistics_are_the_counts_alone() -> None:
    assert several("--statistics", "-q") == Ran(1, TABLE, "")


def test_statistics_after_fixing_count_what_is_left() -> None:
    assert several("--statistics", "--fix").stdout == (
        "Count  Code    Severity  Fix  Name\n"
        "    2  TST301  info           image\n"
        "    1  TST101  error          docker-binds\n"
        "    1  TST201  warning        host-ports\n"
        "\n"
        "Fixed 2 findings in 1 file:\n"
        "- a.json: TST101 docker-binds, 2 findings\n"
        "\n"
        "Found 1 error, 1 warning and 2 infos in 2 manifests.\n"
        'Run "edgelint explain TST101" to see why and how to fix it.\n'
    )


def test_of_equal_counts_the_graver_comes_first_then_the_lesser_code() -> None:
    rules = [BINDS, PORTS.replace("TST201", "TST100").replace("$.ports", "$.mounts"), IMAGES]
    again = BINDS.replace("TST101", "TST102").replace("docker-binds", "again")
    for index, rule in enumerate((*rules, again)):
        write(f"own/{index}.yaml", rule)
    ran = run("--no-default-rules", "--rules", "own", "--statistics", "-q", write("a.json", manifest()))
    assert [row.split()[:2] for row in ran.stdout.splitlines()[1:]] == [
        ["1", "TST101"],
        ["1", "TST102"],
        ["1", "TST100"],
        ["1", "TST301"],
    ]


def test_a_rule_of_two_severities_has_a_row_for_each() -> None:
    cases = BINDS.replace("message: 'Binds entry {text}'\n", "") + (
        "cases:\n"
        "- {where: [{at: '@.source', equals: /a}], severity: warning, message: 'One {text}'}\n"
        "- {message: 'Other {text}'}\n"
    )
    ran = text("--statistics", "-q", write("a.json", manifest(OPTIONS)), rules=cases)
    assert [row.split() for row in ran.stdout.splitlines()[1:]] == [
        ["2", "TST101", "error", "docker-binds"],
        ["1", "TST101", "warning", "docker-binds"],
    ]


def test_counts_stand_below_each_other_however_wide() -> None:
    many = manifest({"HostConfig": {"Binds": [f"/a{number}:/b" for number in range(123)]}})
    rows = text("--statistics", "-q", write("a.json", many)).stdout.splitlines()
    assert rows == ["Count  Code    Severity  Fix  Name", "  123  TST101  error          docker-binds"]


def test_statistics_of_nothing_are_the_summary() -> None:
    assert text("--statistics", write("a.json", CLEAN)) == Ran(0, "No findings in 1 manifest.\n", "")
    assert text("--statistics", "-q", "a.json") == Ran(0, "", "")


def test_all_of_a_row_that_can_be_fixed_has_a_star() -> None:
    shown = text("--statistics", "-q", write("a.json", manifest()), rules=BINDS + MIXED).stdout
    assert shown.splitlines()[1] == "    1  TST101  error     [*]  docker-binds"


def test_with_a_patch_on_standard_output_the_counts_stand_on_standard_error() -> None:
    ran = lint(
        *("--statistics", "-q", "--diff", "--output-format", "text"),
        write("a.json", manifest()),
        rules=BINDS + MIXED,
    )
    assert ran.stdout.startswith("--- a.json\n")
    assert ran.stderr.splitlines()[1] == "    1  TST101  error     [*]  docker-binds"


@pytest.mark.parametrize("name", sorted(set(REPORTERS) - {"text"}))
def test_no_other_format_has_statistics(name: str) -> None:
    write("a.json", manifest(OPTIONS))
    plain = lint("a.json", "--output-format", name)
    assert lint("a.json", "--statistics", "--output-format", name) == plain


def test_statistics_have_the_colours_of_the_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    row = text("--statistics", "-q", write("a.json", manifest())).stdout.splitlines()[1]
    bold, reset = "\x1b[1m", "\x1b[0m"
    assert row == f"    1  {bold}TST101{reset}  {bold}\x1b[31merror   {reset}       docker-binds"
    monkeypatch.delenv("FORCE_COLOR")


SKIPPED = {
    "array.json": (b"[]", "no deployment manifest"),
    "cut.json": (b'{"a": [1, 2', "not JSON at line 1, column 12"),
    "env.json": (b'{"Env": ["A=b"]}', "createOptions alone, which count only with HostConfig or k8s-experimental"),
    "latin.json": (b'{"a": "\xe9"}', "not text: byte 0xe9 is not valid UTF-8"),
    "notes.txt": (b'{"password": hunter2 }', "not JSON at line 1, column 14"),
}


def test_v_says_why_files_are_skipped() -> None:
    write("a.json", CLEAN)
    for name, (content, _) in SKIPPED.items():
        write(name, content)
    told = "".join(f"edgelint: {name}: skipped, {reason}\n" for name, (_, reason) in SKIPPED.items())
    assert text("-v", ".") == Ran(0, "No findings in 1 manifest (5 files skipped).\n", told)
    assert text(".") == Ran(0, "No findings in 1 manifest.\n", "")
    assert lint("-v", ".") == Ran(0, "", told)


def test_v_says_why_the_only_file_is_no_manifest() -> None:
    told = "edgelint: a.json: skipped, no deployment manifest\n"
    assert text("-v", write("a.json", "{}")) == Ran(0, "", told + NOTHING)


def test_v_shows_infos_and_all_steps_that_are_left() -> None:
    then = "[{}]".format(", ".join(f"Step {number}" for number in range(7)))
    rule = IMAGES + f"fix: {{title: Drop, applicability: unsafe, steps: [{{remove: {{at: '@'}}}}], then: {then}}}\n"
    write("a.json", manifest())
    quiet, loud = text("a.json", rules=rule).stdout, text("-v", "a.json", rules=rule).stdout
    assert ("info TST301" in quiet, "Step 0" in quiet, "-v shows the infos" in quiet) == (False, False, True)
    assert ("info TST301" in loud, loud.count("\n- Step "), "-v" in loud) == (True, 7, False)


def test_q_leaves_out_the_summary_and_what_is_no_finding_or_error() -> None:
    odd = manifest({"HostConfig": {"PortBindings": {"80/tcp": [{"HostPort": "35000"}]}}})
    arguments = ("--select", FEW, "--write-answers", "q.yaml", write("a.json", odd))
    loud, quiet = run(*arguments), run(*arguments, "-q")
    assert "Found 1 warning" in loud.stdout
    assert loud.stderr == "edgelint: q.yaml: 1 question added\n"
    assert "warning ASE202" in quiet.stdout
    assert loud.stdout.startswith(quiet.stdout)
    assert quiet.stderr == ""


def test_q_tells_errors() -> None:
    write("a.json", manifest())
    Path("b.json").symlink_to("nowhere")
    ran = text("-q", "a.json", "b.json")
    assert (ran.status, ran.stderr) == (2, "edgelint: b.json: No such file or directory\n")
    assert "Found" not in ran.stdout


def test_q_and_v_together_are_all_findings_and_nothing_else() -> None:
    write("a.json", manifest())
    write("b.json", "{}")
    ran = text("-q", "-v", ".", rules=IMAGES)
    assert [line.split(": ", 1)[1] for line in ran.stdout.splitlines() if "TST" in line] == ["info TST301 An image"]
    assert ("Found" in ran.stdout, ran.stderr) == (False, "")


@pytest.mark.parametrize("option", ["-q", "-v"])
def test_machines_get_the_same_whatever_people_want_to_see(option: str) -> None:
    write("a.json", manifest())
    write("b.json", "{}")
    for name in ("json", "sarif", "concise"):
        assert lint(".", option, "--output-format", name).stdout == lint(".", "--output-format", name).stdout
    assert json.loads(lint(".", option, "--output-format", "json").stdout)["files"]["skipped"] == 1


def on_terminal(width: int, *arguments: str) -> str:
    """Return what a process writes to a terminal of this width."""
    import termios

    master, slave = os.openpty()
    termios.tcsetwinsize(slave, (24, width))
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    environment |= {"PYTHONPATH": os.path.dirname(edgelint.__path__[0]), "TERM": "xterm", "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "edgelint", *arguments]
    with subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=slave, stderr=slave):
        os.close(slave)
        written = b"".join(iter(lambda: _read(master), b""))
    os.close(master)
    return written.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 1 << 16)
    except OSError:  # Linux says so at the end
        return b""


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
@pytest.mark.parametrize("arguments", [["explain", "ASE502"], ["rules"], ["a.json", "--select", FEW]])
def test_a_terminal_gets_colours_and_rows_of_its_width(arguments: list[str]) -> None:
    write("a.json", manifest({"HostConfig": {"Binds": [f"/srv/{'x' * 200}:/data", "/home/hcsshares/카메라:/in"]}}))
    colored = on_terminal(72, *arguments)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", colored)
    assert colored != plain
    assert "\x1b[31m" in colored
    rows = [row for row in plain.splitlines() if "https://" not in row and not row.startswith("a.json:")]
    assert max(map(columns, rows)) <= 72
    assert [row for row in rows if columns(row) > 66]
    assert "\x1b" not in run(*arguments).stdout


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
@pytest.mark.parametrize(("width", "used"), [(0, 100), (10, 60), (60, 60), (300, 160)])
def test_how_wide_a_terminal_is_taken_to_be(width: int, used: int) -> None:
    words = " ".join(["ab"] * 100)
    write("own/rule.yaml", BINDS.replace("Binds entry {text}", words))
    written = on_terminal(
        width, write("a.json", manifest()), "-q", "--no-color", "--rules", "own", "--no-default-rules"
    )
    assert used - 3 < max(map(len, written.splitlines())) <= used
