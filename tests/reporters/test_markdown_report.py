"""The Markdown report: what it says, that no text becomes markup, and that it stays short enough for a comment."""

import html
import re
from pathlib import Path
from typing import Any

import pytest
from report_builders import FILE, finding, place, report, written
from whole_reports import whole_report

import edgelint
from edgelint.findings import Finding, FixOffer, LeftOut
from edgelint.report import Change, Report
from edgelint.reporters.markdown_sections import Section, fitted, shares
from edgelint.reporters.markdown_text import clipped, code, escaped, linked

EXAMPLE = Path(edgelint.__file__).parent.parent / "examples" / "fpga-deployment.json"
ARTICLE = "https://learn.microsoft.com/azure/databox-online/azure-stack-edge-gpu-modify-fpga-modules-gpu"
TEXT = '{"a": "b",\n "c": 1}'
ERROR = finding(place(TEXT, "b"), module="cam", url="https://example.org/a")
WARNING = finding(place(TEXT, "1"), module="cam", severity="warning", code="ASE310")


def run(*found: Finding, **members: Any) -> Report:
    return report(TEXT, *found, **{"modules": {FILE: ["cam"]}, **members})


def lines(report: Report) -> list[str]:
    return written("markdown", report).splitlines()


def cells(row: str) -> list[str]:
    """Return the cells of a row, parted by the bars that no backslash stands before."""
    assert row.startswith("| ")
    assert row.endswith(" |")
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", row[1:-1])]


def section(text: list[str], title: str) -> list[str]:
    """Return the lines below a title, or in a folded part, up to the next one."""
    start = next(index for index, line in enumerate(text) if title in line and line.startswith(("#", "<details>")))
    ends = (
        index for index, line in enumerate(text) if index > start and line.startswith(("#", "<details>", "</details"))
    )
    return [line for line in text[start + 1 : next(ends)] if line]


@pytest.fixture(scope="module")
def example() -> list[str]:
    return lines(whole_report({"fpga.json": EXAMPLE.read_text(encoding="utf-8")}))


def test_the_start_of_the_report(example: list[str]) -> None:
    modules = "4 blocked, 1 to review, 2 fix available, 1 ready"
    assert example[:9] == [
        "## Readiness for Azure Stack Edge Pro GPU",
        "",
        "**1 manifest: blocked**",
        "",
        "8 modules: 4 blocked, 1 to review, 2 fix available, 1 ready. 11 errors, 3 warnings and 9 infos left.",
        "",
        "| Manifest | Readiness | Errors and warnings | Modules |",
        "|---|---|---|---|",
        f"| `fpga.json` | ✗ blocked | 11 errors and 3 warnings; 9 mended by `--fix` | {modules} |",
    ]


def test_the_errors_and_how_they_go_away(example: list[str]) -> None:
    head, _, *rows = section(example, "Errors")
    assert cells(head) == ["Place", "Rule", "What is wrong", "Goes away"]
    assert len(rows) == 11
    assert cells(rows[5]) == [
        "`fpga.json:72`",
        f"[ASE103]({ARTICLE})",
        "Source /etc/hosts is a file; only directories can be bound",
        "by hand",
    ]
    assert [cells(row)[3] for row in rows].count("with --fix") == 7
    assert {cells(row)[3] for row in rows} == {"with --fix", "with --fix --unsafe-fixes", "with an answer", "by hand"}


def test_warnings_are_folded_and_infos_only_counted(example: list[str]) -> None:
    assert [cells(row)[0] for row in section(example, "3 warnings")[2:]] == [
        "`fpga.json:72`",
        "`fpga.json:72`",
        "`fpga.json:117`",
    ]
    assert not any("ASE309" in line for line in example)


def test_the_fixes_and_what_is_left(example: list[str]) -> None:
    assert section(example, "Next steps")[0] == "- **9** can be fixed with `--fix`."
    assert "- Use the strategy Recreate (`fpga.json:72`)" in section(example, "What --fix does")
    left = section(example, "Left for you")
    assert left[0] == "- By hand: Source /etc/hosts is a file; only directories can be bound (`fpga.json:72`)"
    assert left[2] == "- Answer modules.3d-viewer (`fpga.json:100`)"
    assert left[-1] == "- Tell callers from outside the device of the new port (`fpga.json:117`)"
    assert "- **✓ ready**: No error and no warning is left." in section(example, "What the words mean")


def test_a_report_without_findings() -> None:
    text = lines(run())
    assert text[2:9] == [
        "**1 manifest: ready**",
        "",
        "1 module: ready. No findings left.",
        "",
        "| Manifest | Readiness | Errors and warnings | Modules |",
        "|---|---|---|---|",
        f"| `{FILE}` | ✓ ready | none | 1 ready |",
    ]
    assert [line for line in text[9:] if line.startswith(("#", "<details>"))] == [
        "<details><summary>What the words mean</summary>"
    ]


def test_what_was_fixed_is_counted_and_its_steps_are_told() -> None:
    fixed = ERROR._replace(fixed=True, fix=FixOffer("safe", "Mount it", ("Look after it",)))
    text = lines(run(fixed, fixed=1, unreadable=1, left_out=(LeftOut(WARNING),)))
    assert text[4] == (
        "1 module: ready. No findings left. 1 finding fixed in 1 file. "
        "1 finding left out by suppressions or the baseline. 1 file could not be read."
    )
    assert section(text, "Left for you") == [f"- Look after it (`{FILE}:1`)"]


def test_the_places_of_a_step_are_told_once_and_not_without_end() -> None:
    offer = FixOffer("safe", "Mount it", ("Step",))
    many = [ERROR._replace(file=f"{name}.json", fix=offer, fixed=True) for name in "aabcde"]
    left = section(lines(report(TEXT, *many)), "Left for you")
    assert left == ["- Step (`a.json:1`, `b.json:1`, `c.json:1` and 2 more)"]


NASTY = (
    "a | b",
    "`code` ``",
    "<b>x</b> & &amp;",
    "two\nlines",
    "*a* _b_ __c__ ~~d~~",
    "[a](http://x) ![b](y)",
    "back\\slash \\| end\\",
    "$a$ @user #12 :tada:",
    "http://a.b/c_d_ www.x.org",
    "- item",
    "12. item",
    "# title",
    "> quote",
    "한 😀 no_proxy",
)


def plain(markdown: str) -> str:
    """Read what GitHub shows of a text that `escaped` made."""
    without = re.sub(r"</?(?:span|code)>", "", markdown)
    return html.unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", without))


@pytest.mark.parametrize("text", NASTY)
def test_a_text_is_shown_as_it_is_written(text: str) -> None:
    assert plain(escaped(text)) == text.replace("\n", " ")
    assert plain(code(text).strip("`") if code(text).startswith("`") else code(text)) == text.replace("\n", " ")


@pytest.mark.parametrize("text", NASTY)
def test_no_text_breaks_its_cell_or_becomes_markup(text: str) -> None:
    nasty = ERROR._replace(message=text, file=text, code="A|B")
    (row,) = section(lines(report(TEXT, nasty, modules={text: []})), "Errors")[2:]
    place_, rule, message, way = cells(row)
    assert (plain(message), plain(rule), way) == (text.replace("\n", " "), "[A|B](https://example.org/a)", "by hand")
    marks = r"(?<!\\)[`*\[\]|~]|<(?!/?(?:span|code)>)|(?<!\\)(?<![^\W_])_|&(?!amp;|lt;|gt;)|(?<!>)[@#$]|://"
    assert re.search(marks, re.sub(r"\\\\", "", message)) is None
    assert not message.startswith(("-", ">", "#")) and not re.match(r"\d+\.", message)  # noqa: PT018
    assert place_.startswith(("`", "<code>"))


@pytest.mark.parametrize("text", NASTY)
def test_what_the_parser_of_github_makes_of_it(text: str) -> None:
    cmarkgfm = pytest.importorskip("cmarkgfm", reason="cmarkgfm, the parser of GitHub, is not installed")
    for markdown in (escaped(text), code(text)):
        page = cmarkgfm.github_flavored_markdown_to_html(f"| a |\n|---|\n| {markdown} |\n\n- {markdown}\n", 1 << 17)
        for shown in re.findall(r"<(?:td|li)>(.*?)</(?:td|li)>", page, re.DOTALL):
            assert html.unescape(re.sub(r"</?(?:span|code)>", "", shown)) == text.replace("\n", " ")


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://example.org/a#b", "[X](https://example.org/a#b)"),
        ("https://example.org/a b)|<c>", "[X](https://example.org/a%20b%29%7C%3Cc%3E)"),
        ("javascript:alert(1)", "X"),
        ("", "X"),
    ],
)
def test_only_addresses_of_the_web_are_links(address: str, shown: str) -> None:
    assert linked("X", address) == shown


def test_a_message_without_end_is_clipped() -> None:
    (row,) = section(lines(run(ERROR._replace(message="x" * 1000))), "Errors")[2:]
    assert cells(row)[2] == "x" * 399 + "…"
    assert (clipped("abc", 3), clipped("abcd", 3)) == ("abc", "ab…")


@pytest.mark.parametrize(
    ("wanted", "room", "given"),
    [
        ([10, 20], 100, [10, 20]),
        ([10, 80, 90], 100, [10, 45, 45]),
        ([90, 5, 90], 100, [47, 5, 48]),
        ([50, 50], 0, [0, 0]),
        ([], 10, []),
    ],
)
def test_the_longest_sections_give_way(wanted: list[int], room: int, given: list[int]) -> None:
    assert shares(wanted, room) == given


def test_a_shortened_section_says_how_many_items_are_left_out() -> None:
    long = Section("A\n", tuple(f"item {number:04}" for number in range(2000)), "- … and {} more", "end\n")
    text = fitted([long, Section("B\n", ("short",))], 1000)
    assert len(text) <= 1000
    rows = text.splitlines()
    shown = sum(row.startswith("item") for row in rows)
    assert shown > 70
    assert rows[shown + 1 :] == [f"- … and {2000 - shown:,} more", "end", "B", "short"]


def test_the_report_of_very_many_manifests_stays_below_the_limit() -> None:
    names = [f"sites/{number:04}/deployment.json" for number in range(2000)]
    offer = FixOffer("safe", "Mount it | so", ("Look after it",))
    many = [
        each._replace(
            file=name, message=f"It is wrong | {name} " + "x_" * 150, fix=offer._replace(then=(f"Do {name}",))
        )
        for name in names
        for each in (ERROR, WARNING)
    ]
    change = Change(TEXT, TEXT, removed=[each for each in many if "7/" in each.file])
    text = written("markdown", report(TEXT, *many, modules=dict.fromkeys(names, ("cam",)), changes=lambda file: change))
    assert 55_000 < len(text) < 65_000
    rows = text.splitlines()
    assert rows[2] == "**2,000 manifests: 1,800 blocked, 200 fix available**"
    for title, everything in (("Errors", 2000), ("2,000 warnings", 2000)):
        part = section(rows, title)
        shown = sum(line.startswith("| ") for line in part) - 1
        assert 10 < shown < everything
        assert part[-1] == f"… and {everything - shown:,} more"
    assert section(rows, "Left for you")[-1].startswith("- … and ")
    assert rows.count("</details>") == sum(row.startswith("<details>") for row in rows) == 3


def test_the_report_of_a_stream_that_lacks_letters() -> None:
    text = written("markdown", run(ERROR._replace(message="한 한")), "ascii", "strict")
    assert "blocked | 1 error |" in text
    assert "| ? ? | by hand |" in text
