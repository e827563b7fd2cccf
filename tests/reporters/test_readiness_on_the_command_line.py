"""The reports that tell how ready manifests are, asked for on the command line."""

from pathlib import Path

import pytest
from command_line import run, write
from page_tree import Element, read

import edgelint

pytestmark = pytest.mark.usefixtures("folder")
EXAMPLE = Path(edgelint.__file__).parent.parent / "examples" / "fpga-deployment.json"


def page(*arguments: str) -> Element:
    return read(run("check", "--output-format", "html", "a.json", *arguments).stdout)


def headlines(tree: Element) -> list[str]:
    return [each.text() for each in tree.one("header").all("p")]


def example() -> str:
    return write("a.json", EXAMPLE.read_bytes())


def test_before_any_fix() -> None:
    example()
    tree = page()
    assert headlines(tree) == [
        "1 manifest: blocked",
        "8 modules: 4 blocked, 1 to review, 2 fix available, 1 ready",
        "11 errors, 3 warnings and 9 infos left",
    ]
    assert [each.text() for each in tree.all("summary")] == ["9 infos", "What --fix changes"]
    assert "Answers that fixes wait for modules.3d-viewer line 100 (3d-viewer)" in tree.text()


def test_answers_and_unsafe_fixes_count_as_far_as_they_are_given() -> None:
    example()
    write("answers.yaml", "modules:\n  3d-viewer: viewer\nports:\n  metrics-relay:\n    35000: 9600\n")
    assert headlines(page("--answers", "answers.yaml"))[1] == "8 modules: 3 blocked, 4 fix available, 1 ready"
    assert headlines(page("--unsafe-fixes"))[1] == "8 modules: 3 blocked, 1 to review, 3 fix available, 1 ready"


def test_after_the_fixes() -> None:
    example()
    write("b.json", EXAMPLE.read_bytes())
    before = page().one("pre", "diff").raw()
    tree = page("--fix")
    assert headlines(tree)[1:] == [
        "8 modules: 4 blocked, 1 to review, 3 ready",
        "4 errors, 1 warning and 10 infos left",
        "9 findings fixed in 1 file",
    ]
    assert tree.one("pre", "diff").raw() == before
    assert Path("a.json").read_bytes() != Path("b.json").read_bytes()


def test_a_suppressed_finding_does_not_block() -> None:
    example()
    write(".edgelint.yaml", "suppressions:\n  - rule: ASE103\n    reason: The file is on the device\n")
    text = run("check", "--output-format", "markdown", "a.json").stdout
    assert "8 modules: 3 blocked, 1 to review, 3 fix available, 1 ready." in text
    assert "1 finding left out by suppressions or the baseline." in text


def test_a_manifest_without_findings_is_counted_and_another_file_is_not() -> None:
    write("a.json", '{"modulesContent": {"$edgeAgent": {"properties.desired": {"modules": {}}}}}')
    write("b.json", "{}")
    ran = run("check", "--select", "ASE101", "--output-format", "markdown", "a.json", "b.json")
    assert ran.stdout.splitlines()[2] == "**1 manifest: ready**"
    assert ran.status == 0
