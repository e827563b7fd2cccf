"""`edgelint check --files-from`: lists of files, as other programs write them."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from command_line import NOTHING, Ran, lint, lint_process, manifest, places, rule, write

pytestmark = pytest.mark.usefixtures("folder")
COLUMN = manifest().index("/a:/b") + 1


def files(ran: Ran) -> list[str]:
    """Return the files in which something was found."""
    assert ran.stderr == ""
    return [place.removesuffix(f":1:{COLUMN}") for place in places(ran)]


def listed(content: str | bytes, *arguments: str) -> list[str]:
    """Return the files that are read for a list that is a file and, the same, on standard input."""
    data = content.encode() if isinstance(content, str) else content
    found = files(lint("--files-from", write("list.txt", data), *arguments))
    assert files(lint("--files-from", "-", *arguments, stdin=data)) == found
    return found


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param("b.json\na.json\n", ["a.json", "b.json"], id="one a line, in order of their names"),
        pytest.param("b.json\na.json", ["a.json", "b.json"], id="the last line has no end"),
        pytest.param("a.json\r\nb.json\r\n", ["a.json", "b.json"], id="CRLF"),
        pytest.param("\n\na.json\n\n", ["a.json"], id="empty lines"),
        pytest.param("a.json\n./a.json\nc/../a.json\n", ["a.json"], id="one file, three times"),
        pytest.param("a.json\0b.json\0", ["a.json", "b.json"], id="NUL-separated, as find -print0 and git -z write it"),
        pytest.param("a.json\0b.json", ["a.json", "b.json"], id="NUL-separated without an end"),
        pytest.param("two\nlines.json\0a.json\0", ["a.json", "two\nlines.json"], id="a line end in a name"),
        pytest.param(
            "a b.json\n a.json\n카메라.json\n", [" a.json", "a b.json", "카메라.json"], id="blanks and Korean"
        ),
        pytest.param("a\u2028b.json\n", ["a\u2028b.json"], id="a line end of Unicode is none"),
        pytest.param("c\n", ["c/d.json"], id="a folder"),
        pytest.param("a.yaml\n", ["a.yaml"], id="what is named may be called anything"),
        pytest.param("-\n", ["-"], id="a file that is called -"),
        pytest.param("\ufeffa.json\nb.json\n", ["a.json", "b.json"], id="a byte order mark"),
        pytest.param("a.json\r\nb.json\r\n".encode("utf-16"), ["a.json", "b.json"], id="UTF-16"),
    ],
)
def test_the_files_of_a_list(content: str | bytes, expected: list[str]) -> None:
    names = (
        "a.json",
        "b.json",
        "a b.json",
        " a.json",
        "카메라.json",
        "a\u2028b.json",
        "two\nlines.json",
        "c/d.json",
        "a.yaml",
        "-",
    )
    for name in names:
        write(name, manifest())
    shown = [name.replace("\n", "\ufffd").replace("\u2028", "\ufffd") for name in expected]
    assert listed(content) == shown


def test_a_name_that_is_no_text_is_found_again() -> None:
    write(os.fsdecode(b"\xff.json"), manifest())
    write("a.json", manifest())
    ran = lint("--files-from", write("list.txt", b"\xff.json\na.json\n"))
    assert (ran.status, len(ran.stdout.splitlines()), ran.stderr) == (1, 2, "")


def test_a_list_adds_to_the_paths() -> None:
    for name in ("a.json", "b.json", "c.json", "d.json"):
        write(name, manifest())
    assert listed("b.json\n", "a.json") == ["a.json", "b.json"]
    more = ("--files-from", write("more.txt", "c.json\n"))
    assert listed("b.json\n", *more, "a.json") == ["a.json", "b.json", "c.json"]


@pytest.mark.parametrize("content", ["", "\n", "\0"])
def test_an_empty_list_means_no_file_and_not_the_current_folder(content: str) -> None:
    write("a.json", manifest())
    assert lint("--files-from", write("list.txt", content)) == Ran(0, "", NOTHING)


def test_a_listed_file_is_read_although_git_ignores_it() -> None:
    write(".gitignore", "a.json\n")
    write("a.json", manifest())
    assert listed("a.json\n") == ["a.json"]
    assert lint(".") == Ran(0, "", NOTHING)


@pytest.mark.parametrize(
    ("arguments", "stdin", "message"),
    [
        pytest.param(["nowhere.txt"], b"", "nowhere.txt: No such file or directory", id="no list"),
        pytest.param(["."], b"", ".: Is a directory", id="a folder"),
        pytest.param(["-"], b"z.json\na.json\ny.json\n", "y.json: no such file or folder\nz.json: no such file or folder",
                     id="files that are not there"),
        pytest.param(["-", "-"], b"a.json\n", "standard input is asked for twice; it is one list of files or one manifest",
                     id="list and manifest are standard input"),
        pytest.param(["-", "--files-from", "-"], b"a.json\n",
                     "standard input is asked for twice; it is one list of files or one manifest", id="two lists are"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_list_makes_a_two(arguments: list[str], stdin: bytes, message: str) -> None:
    write("a.json", manifest())
    assert lint("a.json", "--files-from", *arguments, stdin=stdin) == Ran(2, "", f"edgelint: {message}\n")


def test_a_list_on_a_closed_standard_input_makes_a_two() -> None:
    assert lint_process("--files-from", "-", shell="<&-") == Ran(2, "", "edgelint: -: cannot be read\n")


def test_a_manifest_on_standard_input_goes_with_a_list_in_a_file() -> None:
    write("a.json", manifest())
    ran = lint("-", "--files-from", write("list.txt", "a.json\n"), stdin=manifest().encode())
    assert files(ran) == ["-", "a.json"]


def test_the_files_of_a_list_are_fixed() -> None:
    write("a.json", '{"HostConfig": {"Binds": []}}')
    fix = "fix: {title: Remove Binds, applicability: safe, steps: [{remove: {at: '@'}}]}\n"
    removal = rule("TST100", "binds", "$.createOptions.HostConfig.Binds", "Binds") + fix
    assert lint("--fix", "--files-from", write("list.txt", "a.json\n"), rules=removal) == Ran(0, "", "")
    assert Path("a.json").read_text(encoding="utf-8") == '{"HostConfig": {}}'


@pytest.mark.skipif(shutil.which("git") is None, reason="git is missing")
def test_what_git_lists() -> None:
    subprocess.run(["git", "init", "--quiet"], check=True)
    for name in ("a b.json", "카메라.json", "c/d.json"):
        write(name, manifest())
    subprocess.run(["git", "add", "."], check=True)
    names = subprocess.run(["git", "ls-files", "-z"], check=True, capture_output=True).stdout
    assert listed(names) == ["a b.json", "c/d.json", "카메라.json"]
