"""Several reports of one run, and where they go."""

import json
from pathlib import Path

import pytest
from command_line import BIND, Ran, lint, manifest, run, write

pytestmark = pytest.mark.usefixtures("folder")
COLUMN = manifest().index("/a:/b") + 1
FOUND = f"a.json:1:{COLUMN}: error TST101 {BIND}\n"


def test_each_format_has_its_file_and_one_the_terminal() -> None:
    write("a.json", manifest())
    formats = (
        "--output-format",
        "json:out.json",
        "--output-format",
        "concise",
        "--output-format=checkstyle:out: x.xml",
    )
    assert lint("a.json", *formats) == Ran(1, FOUND, "")
    assert json.loads(Path("out.json").read_text(encoding="utf-8"))["summary"]["error"] == 1
    assert (
        Path("out: x.xml").read_text(encoding="utf-8").startswith('<?xml version="1.0" encoding="utf-8"?>\n<checkstyle')
    )


def test_a_report_in_a_file_leaves_the_terminal_quiet() -> None:
    write("a.json", manifest())
    assert lint("a.json", "--output-format", "concise:out.txt") == Ran(1, "", "")
    assert Path("out.txt").read_text(encoding="utf-8") == FOUND


def test_output_file_is_that_of_the_format_without_one() -> None:
    write("a.json", manifest())
    formats = ("--output-format", "concise", "--output-format", "json:out.json", "--output-file", "out.txt")
    assert lint("a.json", *formats) == Ran(1, "", "")
    assert Path("out.txt").read_text(encoding="utf-8") == FOUND
    assert Path("out.json").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["--output-format", "json", "--output-format", "concise"],
        ["--output-format", "json:a", "--output-format", "concise:a"],
        ["--output-format", "json:a", "--output-format", "concise", "--output-file", "a"],
    ],
)
def test_two_reports_for_one_place_are_wrong_use(arguments: list[str]) -> None:
    message = "edgelint: two reports for one place; give --output-format NAME:FILE to all but one\n"
    assert run("check", *arguments) == Ran(2, "", message)


def test_a_report_that_cannot_be_written_makes_a_2_and_never_hides_it() -> None:
    write("a.json", manifest())
    ran = lint("a.json", "--output-format", "json:no/such", "--fail-on", "never")
    assert ran == Ran(2, "", "edgelint: no/such: No such file or directory\n")
