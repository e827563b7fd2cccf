"""`--answers` and `--write-answers`: values for fixes that need one, and the questions that are open."""

from pathlib import Path
from typing import Any

import pytest
from command_line import Ran, manifest, write
from test_fix_command import CLEAN, PATH, check, found, report, state

pytestmark = pytest.mark.usefixtures("folder")

SHARE = {"HostConfig": {"Binds": ["/home/hcsshares/in1:/home/input"]}}
ODD = {"HostConfig": {"Binds": ["/home/hcsshares/My_Share:/home/output"]}}
CREATE = (
    'Create share out on the GPU device with "Use the share with Edge compute", and bring over what the module needs'
)
ODD_SAID = "Source /home/hcsshares/My_Share is the FPGA share My_Share, a path that a GPU device does not have"
HINT = "# Fill in the name of a share on the GPU device: 3 to 63 letters, digits and single hyphens between them"
ASKED = f"shares:\n  {HINT}\n  # a.json:1: {ODD_SAID}\n  My_Share:\n"
ONE = "edgelint: q.yaml: 1 question added\n"
NONE = "edgelint: q.yaml: 0 questions added\n"


def volume(source: str, target: str) -> dict[str, Any]:
    return {"HostConfig": {"Mounts": [{"Type": "volume", "Source": source, "Target": target}]}}


def fixed(options: Any, answers: str) -> str:
    """Return the manifest of these createOptions after --fix with the answers."""
    check("--fix", "--answers", write("answers.yaml", answers), write("a.json", manifest(options)))
    return Path("a.json").read_text()


# --answers


def test_a_share_of_a_good_name_needs_no_answer() -> None:
    assert check("--fix", write("a.json", manifest(SHARE))) == Ran(0, "", "")
    assert Path("a.json").read_text() == manifest(volume("in1", "/home/input"))


@pytest.mark.parametrize(
    ("answers", "source"),
    [
        ("shares: {in1: nfs-input}\n", "nfs-input"),
        ("shares:\n  'in1': \"nfs-input\" # the new one\nports:\n  cam: {5000: 6000}\n", "nfs-input"),
        ("shares: {other: xyz}\n", "in1"),
        ("shares: {in1: }\n", "in1"),
        ("shares:\nmodules: ~\n", "in1"),
        ("# nothing\n", "in1"),
    ],
)
def test_an_answer_takes_the_place_of_the_name(answers: str, source: str) -> None:
    assert fixed(SHARE, answers) == manifest(volume(source, "/home/input"))


def test_a_share_of_a_bad_name_needs_an_answer() -> None:
    assert fixed(ODD, "shares: {My_Share: my-share}") == manifest(volume("my-share", "/home/output"))


def test_without_an_answer_it_is_offered_and_left() -> None:
    before = state(write("a.json", manifest(ODD)))
    (finding,) = report("--fix", "a.json")["findings"]
    assert (finding["fix"]["applicability"], finding["fixed"]) == ("needs-input", False)
    assert state("a.json") == before


def test_an_answered_fix_is_told_with_its_answer() -> None:
    document = report("--fix", "--answers", write("q.yaml", "shares: {My_Share: out}"), write("a.json", manifest(ODD)))
    (finding,) = document["findings"]
    assert finding["fix"] == {
        "applicability": "needs-input",
        "title": "Mount share out with HostConfig.Mounts, Type volume",
        "then": [CREATE],
    }
    assert (finding["fixed"], finding["path"]) == (True, f"{PATH}/HostConfig/Binds/0")


def test_diff_takes_answers() -> None:
    write("a.json", manifest(ODD))
    ran = check("--diff", "--answers", write("q.yaml", "shares: {My_Share: out}"), "a.json")
    assert f"+{manifest(volume('out', '/home/output'))}\n" in ran.stdout


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        pytest.param("share: {a: b}", 'q.yaml:1:1: unknown key "share"; did you mean "shares"?', id="a wrong key"),
        pytest.param(
            "\nthings: 1", 'q.yaml:2:1: unknown key "things"; known are shares, ports, modules', id="a strange key"
        ),
        pytest.param("shares:\n  in1: 5", "q.yaml:2:3: shares.in1 must be a text; quote it", id="a number for a name"),
        pytest.param("shares:\n  in1: ''", "q.yaml:2:3: shares.in1 must be a text", id="an empty name"),
        pytest.param("shares: [in1]", "q.yaml:1:1: shares must be a mapping", id="a list"),
        pytest.param("shares: {in1: {a: b}}", "q.yaml:1:10: shares.in1 must be a text; quote it", id="too deep"),
        pytest.param("ports: {cam: 5}", "q.yaml:1:9: ports.cam must be a mapping", id="not deep enough"),
        pytest.param(
            "ports: {cam: {5000: '6'}}", "q.yaml:1:15: ports.cam.5000 must be a whole number", id="a text for a port"
        ),
        pytest.param("ports: {cam: {5: true}}", "q.yaml:1:15: ports.cam.5 must be a whole number", id="a truth"),
        pytest.param("- shares", "q.yaml:1:1: answers are a mapping of shares, ports, modules", id="no mapping"),
        pytest.param("shares: {a: b}\nshares: {}", 'q.yaml:2:1: key "shares" stands here a second time', id="twice"),
        pytest.param(
            "shares: {a: b",
            "q.yaml:1:14: while parsing a flow mapping, expected ',' or '}', but got '<stream end>'",
            id="no YAML",
        ),
        pytest.param(b"shares: {\xff: b}", "q.yaml: byte 0xff is not valid UTF-8", id="bytes that cannot be decoded"),
    ],
)
def test_wrong_answers_stop_the_run_before_anything_is_written(answers: str | bytes, message: str) -> None:
    write("q.yaml", answers)
    before = state(write("a.json", manifest(SHARE)))
    assert check("--fix", "--answers", "q.yaml", "a.json") == Ran(2, "", f"edgelint: {message}\n")
    assert state("a.json") == before


@pytest.mark.parametrize(
    ("path", "message"), [("none.yaml", "none.yaml: No such file or directory"), (".", ".: Is a directory")]
)
def test_answers_that_cannot_be_read_stop_the_run(path: str, message: str) -> None:
    write("a.json", manifest(SHARE))
    assert check("--fix", "--answers", path, "a.json") == Ran(2, "", f"edgelint: {message}\n")
    assert Path("a.json").read_text() == manifest(SHARE)


def test_answers_to_nothing_are_told_once() -> None:
    write("q.yaml", "shares: {My_Share: out, other: xyz}\nports: {zz: {35000: 6000, 35001: }}\n")
    write("a.json", manifest(ODD))
    write("b.json", CLEAN)
    said = "edgelint: q.yaml: shares.other answers no question\nedgelint: q.yaml: ports.zz.35000 answers no question\n"
    assert check("--answers", "q.yaml", "a.json", "b.json").stderr == said
    assert check("--fix", "--answers", "q.yaml", "a.json", "b.json") == Ran(0, "", said)
    assert check("--quiet", "--answers", "q.yaml", "b.json") == Ran(0, "", "")


# --write-answers


def test_questions_go_to_a_new_file() -> None:
    ran = check("--write-answers", "q.yaml", write("a.json", manifest(ODD)))
    assert ran == Ran(1, found(), ONE)
    assert Path("q.yaml").read_text() == ASKED


@pytest.mark.parametrize("arguments", [["--fix"], ["--diff"]])
def test_questions_are_those_that_a_fix_leaves_open(arguments: list[str]) -> None:
    options = {"HostConfig": {"Binds": [*SHARE["HostConfig"]["Binds"], *ODD["HostConfig"]["Binds"]]}}
    check(*arguments, "--write-answers", "q.yaml", write("a.json", manifest(options)))
    assert Path("q.yaml").read_text() == ASKED


def test_the_filled_file_is_accepted() -> None:
    write("a.json", manifest(ODD))
    check("--write-answers", "q.yaml", "a.json")
    assert check("--fix", "--answers", "q.yaml", "a.json").status == 1
    write("q.yaml", Path("q.yaml").read_text().replace("My_Share:\n", "My_Share: out\n"))
    assert check("--fix", "--answers", "q.yaml", "a.json") == Ran(0, "", "")
    assert Path("a.json").read_text() == manifest(volume("out", "/home/output"))


def test_every_question_stands_there_once() -> None:
    for name in ("a.json", "b.json"):
        write(name, manifest(ODD))
    assert check("--write-answers", "q.yaml", ".").stderr == ONE
    assert Path("q.yaml").read_text() == ASKED


def test_a_second_run_adds_nothing_and_writes_nothing() -> None:
    write("a.json", manifest(ODD))
    check("--write-answers", "q.yaml", "a.json")
    before = state("q.yaml")
    assert check("--write-answers", "q.yaml", "a.json").stderr == NONE
    assert state("q.yaml") == before


@pytest.mark.parametrize("text", [manifest(SHARE), CLEAN])
def test_where_nothing_is_open_no_file_is_made(text: str) -> None:
    assert check("--write-answers", "q.yaml", write("a.json", text)).stderr == NONE
    assert not Path("q.yaml").exists()


def test_an_existing_file_is_kept_and_added_to() -> None:
    own = b"\xef\xbb\xbf# our answers\r\nshares: # on the device\r\n    in1: nfs-input\r\n\r\nmodules: {A: b}"
    write("q.yaml", own)
    check("--write-answers", "q.yaml", write("a.json", manifest(ODD)))
    new = f"    {HINT}\r\n    # a.json:1: {ODD_SAID}\r\n    My_Share:\r\n".encode()
    at = own.index(b"\r\n\r\n") + 2
    assert Path("q.yaml").read_bytes() == own[:at] + new + own[at:] + b"\n"


def test_a_question_goes_into_braces() -> None:
    write("q.yaml", "shares: {in1: nfs-input}\n")
    assert check("--write-answers", "q.yaml", write("a.json", manifest(ODD))) == Ran(1, found(), ONE)
    assert Path("q.yaml").read_text() == f"{HINT}\n# a.json:1: {ODD_SAID}\nshares: {{in1: nfs-input, My_Share: }}\n"


def test_a_file_that_cannot_be_added_to_is_kept() -> None:
    before = state(write("q.yaml", "shares: ~\n"))
    ran = check("--write-answers", "q.yaml", write("a.json", manifest(ODD)))
    message = "q.yaml:1:1: shares.My_Share cannot be added here; write one entry a line"
    assert ran == Ran(2, found(), f"edgelint: {message}\n")
    assert state("q.yaml") == before


@pytest.mark.parametrize(
    ("path", "message"),
    [
        pytest.param("no/q.yaml", "no/q.yaml: No such file or directory", id="no such folder"),
        pytest.param("own", "own: Is a directory", id="a folder"),
        pytest.param("link.yaml", "link.yaml: No such file or directory", id="a link to nowhere"),
        pytest.param("bad.yaml", 'bad.yaml:1:1: unknown key "x"; known are shares, ports, modules', id="no answers"),
    ],
)
def test_questions_that_cannot_be_written_make_a_two_behind_the_report(path: str, message: str) -> None:
    write("own/x")
    write("bad.yaml", "x: 1\n")
    Path("link.yaml").symlink_to("nowhere")
    ran = check("--fix", "--write-answers", path, write("a.json", manifest(ODD)))
    assert ran == Ran(2, found(), f"edgelint: {message}\n")


def test_a_share_of_a_strange_name_is_asked_for_in_quotes() -> None:
    options = {"HostConfig": {"Binds": ["/home/hcsshares/공유 #1:/x", "/home/hcsshares/null:/y"]}}
    check("--write-answers", "q.yaml", write("a.json", manifest(options)))
    rows = Path("q.yaml").read_text().splitlines()
    assert [row for row in rows if not row.startswith("  # ")] == ["shares:", '  "공유 #1":']
    filled = Path("q.yaml").read_text().replace('#1":', '#1": one')
    check("--fix", "--answers", write("q.yaml", filled), "a.json")
    assert report("a.json")["findings"] == []
