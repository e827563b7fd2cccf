"""The HTML page: what it says, that it needs nothing else, and that no text of a manifest becomes a part of it."""

import json
import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from page_tree import Element, read
from report_builders import FILE, finding, place, related, report, written
from test_masked_reports import LAYOUTS, SECRETS, leaks
from whole_reports import whole_report

import edgelint
from edgelint.findings import Finding, FixOffer, LeftOut
from edgelint.report import Change, Report
from edgelint.reporters.diff import unified_diff
from edgelint.reporters.html.style import DARK, LIGHT
from edgelint.reporters.html.words import Piece, compared, shortened

EXAMPLE = Path(edgelint.__file__).parent.parent / "examples" / "fpga-deployment.json"
TEXT = '{"a": "b",\n "c": 1}'
NASTY = "</p><script>alert(1)</script> &amp; \" ' <b>x</b> \x1b\u202e 한 😀"
SAID = "</p><script>alert(1)</script> &amp; \" ' <b>x</b> \ufffd\ufffd 한 😀"
ERROR = finding(place(TEXT, "b"), module="cam", help="Do it", url="https://example.org/a")
WARNING = finding(place(TEXT, "1"), module="cam", severity="warning", code="ASE310", rule="docker-limits")
INFO = WARNING._replace(severity="info", code="ASE606", message="Good to know")
SAFE = FixOffer("safe", "Mount it", ("Look after it",))


def page(report: Report) -> Element:
    return read(written("html", report))


def run(*found: Finding, **members: Any) -> Report:
    return report(TEXT, *found, **{"modules": {FILE: ["cam"]}, **members})


def rows(table: Element) -> list[list[str]]:
    return [[cell.text() for cell in row if cell.name in ("th", "td")] for row in table.all("tr")]


def title(section: Element) -> str:
    return next((each.text() for each in section.content if isinstance(each, Element) and each.name == "h2"), "")


@pytest.fixture(scope="module")
def example() -> Report:
    return whole_report({"fpga.json": EXAMPLE.read_text(encoding="utf-8")})


def test_the_readiness_of_the_example(example: Report) -> None:
    tree = page(example)
    assert [each.text() for each in tree.one("header").all("p")] == [
        "1 manifest: blocked",
        "8 modules: 4 blocked, 1 to review, 2 fix available, 1 ready",
        "11 errors, 3 warnings and 9 infos left",
    ]
    fleet, modules = map(rows, tree.all("table"))
    assert [(row[0].split(" ")[0], *row[1:]) for row in fleet] == [
        ("Readiness", "Manifests", "Modules"),
        ("✗", "1", "4"),
        ("▲", "0", "1"),
        ("→", "0", "2"),
        ("✓", "0", "1"),
    ]
    assert modules == [
        ["Module", "Readiness", "Errors and warnings"],
        ["edgeAgent", "✓ ready", "none"],
        ["edgeHub", "→ fix available", "1 error 1 mended by --fix"],
        ["frame-grabber", "→ fix available", "4 errors 4 mended by --fix"],
        ["defect-scorer", "✗ blocked", "3 errors and 2 warnings 4 mended by --fix"],
        ["legacy-scorer", "✗ blocked", "1 error"],
        ["result-writer", "✗ blocked", "1 error"],
        ["3d-viewer", "✗ blocked", "1 error"],
        ["metrics-relay", "▲ to review", "1 warning"],
    ]


def test_the_page_says_what_its_words_mean(example: Report) -> None:
    text = page(example).text()
    assert "✗ blocked An error is left that --fix does not mend: a person has to." in text
    assert "→ fix available There are errors or warnings, and --fix mends all of them." in text
    assert "✓ ready No error and no warning is left." in text
    assert "A manifest is as ready as the least ready of its modules and of what stands outside of them." in text


def test_what_is_left_for_a_person(example: Report) -> None:
    (section,) = [each for each in page(example).all("section") if title(each) == "Left for you"]
    assert [each.text() for each in section.all("h3")] == [
        "By hand",
        "Answers that fixes wait for",
        "Steps that go with the fixes",
    ]
    by_hand, answers, steps = section.all("ul")
    assert by_hand.all("li")[0].text() == (
        "✗ error Source /etc/hosts is a file; only directories can be bound line 72 (defect-scorer)"
    )
    assert [each.text() for each in answers.all("li")] == [
        "modules.3d-viewer line 100 (3d-viewer)",
        "ports.metrics-relay.35000 line 117 (metrics-relay)",
    ]
    assert "line 72 (defect-scorer) line 82 (legacy-scorer)" in steps.text()


def test_the_next_steps_count_errors_and_warnings(example: Report) -> None:
    (section,) = [each for each in page(example).all("section") if title(each) == "Next steps"]
    assert section.one("p").text() == "Of 11 errors and 3 warnings:"
    assert [each.one("b").text() for each in section.all("li")] == ["9", "1", "2", "2"]


def test_the_chart_of_the_families(example: Report) -> None:
    chart = page(example).all("svg")[-1]
    assert chart.one("title").text() == "Findings by family"
    assert chart.one("desc").text() == (
        "Storage: 4 errors. Resources: 3 errors, 1 warning, 6 infos. Environment: 3 errors. Naming: 1 error. "
        "Network: 1 warning, 3 infos. Lifecycle: 1 warning."
    )
    bars = [each for each in chart.all("rect") if "pattern" not in each.classes()]
    assert [(each.attributes["class"], each.attributes["x"], each.attributes["width"]) for each in bars[:4]] == [
        ("error", "0.00%", "40.00%"),
        ("error", "0.00%", "30.00%"),
        ("warning", "30.00%", "10.00%"),
        ("info", "40.00%", "60.00%"),
    ]


def test_a_chart_is_named_and_described(example: Report) -> None:
    tree = page(example)
    known = {each.attributes.get("id"): each for each in tree}
    for chart in tree.all("svg"):
        assert chart.attributes["role"] == "img"
        assert all(known[name].text() for name in chart.attributes["aria-labelledby"].split())


def test_a_family_that_nobody_knows_is_shown_as_other() -> None:
    chart = page(run(ERROR, rules=lambda: [{"code": "X", "family": "network"}])).one("svg")
    assert chart.one("desc").text() == "Other: 1 error."


def test_a_finding() -> None:
    answer = ERROR._replace(fix=FixOffer("needs-input", "Rename it"), related=(related("the other", place(TEXT, "1")),))
    shown = page(run(answer, question=lambda found: "modules.cam")).one("ul", "findings").one("li")
    assert shown.one("p", "head").text() == "✗ error ASE101 docker-binds module cam line 1, column 8"
    assert shown.one("a").attributes["href"] == "https://example.org/a"
    assert shown.one("p", "message").text() == "It is wrong"
    assert (shown.one("pre").raw(), shown.one("mark").raw()) == ('{"a": "b",', "b")
    assert shown.one("p", "aside").text() == "the other: line 2, column 7"
    assert shown.one("p", "help").text() == "Do it"
    assert shown.one("p", "way").text() == "With an answer to modules.cam: Rename it"


LONG = "x" * 300


@pytest.mark.parametrize(
    ("text", "marked", "shown"),
    [
        pytest.param('  \t"a": 1', "a", '"a": 1', id="without the blanks in front"),
        pytest.param(f"{LONG}a{LONG}", "a", f"…{'x' * 78}a{'x' * 79}…", id="around what is meant"),
        pytest.param(f"{' ' * 300}a{LONG}", "a", f"a{'x' * 79}…", id="blanks alone are not cut off"),
        pytest.param("a\nb", "\n", "a", id="a line end"),
    ],
)
def test_the_excerpt_of_a_line(text: str, marked: str, shown: str) -> None:
    tree = page(run(ERROR._replace(location=place(text, marked)), texts={FILE: text}))
    assert tree.first("pre", "excerpt").raw() == shown
    assert [each.raw() for each in tree.first("pre", "excerpt").all("mark")] == [marked] * (marked == "a")


def test_the_excerpt_masks_secrets() -> None:
    text = '{"password": "hunter2", "a": 1}'
    secret = place(text, "hunter2").span
    tree = page(run(ERROR._replace(location=place(text, '"a"')), texts={FILE: text}, secrets=lambda file: [secret]))
    assert tree.first("pre", "excerpt").raw() == '{"password": "•••", "a": 1}'


def test_a_finding_of_a_file_that_is_not_at_hand_has_no_excerpt() -> None:
    assert page(run(ERROR, texts={})).all("pre") == []


@pytest.mark.parametrize(
    ("offer", "removed", "said"),
    [
        (SAFE, True, "With --fix: Mount it"),
        (None, True, "With --fix: goes away with other fixes"),
        (SAFE, False, "By hand."),
        (FixOffer("unsafe", "Mount it"), False, "With --fix --unsafe-fixes: Mount it"),
        (None, False, "By hand."),
    ],
)
def test_how_a_finding_goes_away(offer: FixOffer | None, removed: bool, said: str) -> None:
    error = ERROR._replace(fix=offer)
    change = Change(TEXT, TEXT, removed=[error] if removed else [])
    assert page(run(error, changes=lambda file: change)).one("p", "way").text() == said


def test_infos_are_folded_and_errors_come_before_warnings() -> None:
    tree = page(run(WARNING, INFO, ERROR))
    details = tree.one("details")
    assert (details.one("summary").text(), "open" in details.attributes) == ("1 info", False)
    assert "Good to know" in details.text()
    assert [each.attributes["class"] for each in tree.first("ul", "findings").all("li")] == ["error", "warning"]


def test_no_text_becomes_a_part_of_the_page() -> None:
    nasty = ERROR._replace(
        code=NASTY, rule=NASTY, message=NASTY, help=NASTY, module=NASTY, file=NASTY, url=f"https://{NASTY}"
    )
    nasty = nasty._replace(related=(related(NASTY, ERROR.location),), fix=FixOffer("needs-input", NASTY, (NASTY,)))
    change = Change(f'{{"a": "{NASTY}"}}', f'{{"b": "{NASTY}"}}', refused="")
    shown = report(
        TEXT,
        nasty,
        nasty._replace(fixed=True),
        texts={NASTY: f'{{"{NASTY}b": 1}}'},
        modules={NASTY: [NASTY]},
        changes=lambda file: change,
        question=lambda found: NASTY,
        rules=lambda: [{"code": NASTY, "family": NASTY}],
        left_out=(LeftOut(nasty, NASTY),),
    )
    tree = page(shown)
    plain = page(report(TEXT, ERROR, modules={FILE: ["cam"]}))
    assert {each.name for each in tree} - {each.name for each in plain} <= {
        "details",
        "summary",
        "del",
        "ins",
        "i",
        "h3",
    }
    assert tree.first("ul", "findings").one("p", "message").raw() == SAID
    assert tree.text().count("alert(1)") >= 15
    assert all("<" not in each.attributes.get("id", "") for each in tree)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "", "//example.org"])
def test_only_addresses_of_the_web_are_links(url: str) -> None:
    assert page(run(ERROR._replace(url=url))).one("p", "head").all("a") == []


def test_the_page_loads_nothing_and_runs_nothing(example: Report) -> None:
    tree = page(example)
    assert {each.name for each in tree} & {"script", "link", "img", "iframe", "object", "form", "base"} == set()
    loading = ("src", "srcset", "action", "data", "poster", "background", "style")
    assert [name for each in tree for name in each.attributes if name in loading or name.startswith("on")] == []
    style = tree.one("style").raw()
    assert "@import" not in style
    assert "url(" not in style
    policy = {each.attributes["content"] for each in tree.all("meta") if "http-equiv" in each.attributes}
    assert policy == {"default-src 'none'; style-src 'unsafe-inline'"}


def test_the_page_can_be_found_through(example: Report) -> None:
    tree = page(example)
    assert tree.attributes["lang"] == "en"
    levels = [int(each.name[1]) for each in tree if each.name in ("h1", "h2", "h3", "h4")]
    assert (levels[0], levels.count(1)) == (1, 1)
    assert all(second - first <= 1 for first, second in pairwise(levels))
    ids = [each.attributes["id"] for each in tree if "id" in each.attributes]
    assert len(ids) == len(set(ids))
    targets = {each.attributes["href"][1:] for each in tree.all("a") if each.attributes["href"].startswith("#")}
    assert targets
    assert targets <= set(ids)
    assert all(each.attributes["scope"] in ("col", "row") for each in tree.all("th"))


def test_each_sign_stands_beside_its_word(example: Report) -> None:
    badges = {tuple(each.text().split(" ", 1)) for each in page(example).all("span", "badge")}
    assert badges == {
        *(("✗", "blocked"), ("▲", "to review"), ("→", "fix available"), ("✓", "ready")),
        *(("✗", "error"), ("▲", "warning"), ("i", "info"), ("✗", "11 errors"), ("▲", "3 warnings"), ("i", "9 infos")),
    }


def test_equal_findings_have_addresses_of_their_own() -> None:
    ids = [each.attributes["id"] for each in page(run(ERROR, ERROR)) if "id" in each.attributes]
    assert len(ids) == len(set(ids))


def test_the_bytes_are_the_same_each_time_and_on_each_stream(example: Report) -> None:
    first = written("html", example)
    assert first.isascii()
    assert written("html", example, "cp1252", "strict") == first == written("html", example)
    other = example._replace(
        modules=dict(reversed(list(example.modules.items()))), rules=lambda: [*example.rules()][::-1]
    )
    assert written("html", other) == first


def test_several_manifests_have_a_table_and_a_section_each() -> None:
    tree = page(run(ERROR)._replace(modules={FILE: ["cam"], "b/ready.json": [], "a/ready.json": ["x"]}))
    table = next(each for each in tree.all("table") if each.all("th")[0].text() == "Manifest")
    assert rows(table)[1:] == [
        ["a/ready.json", "✓ ready", "none"],
        ["b/ready.json", "✓ ready", "none"],
        [FILE, "✗ blocked", "1 error"],
    ]
    assert [each.text() for each in tree.one("main").all("h3") if each.all("code")] == [
        "a/ready.json ✓ ready",
        "b/ready.json ✓ ready",
        f"{FILE} ✗ blocked",
    ]


def test_places_of_a_task_are_told_by_file_and_not_without_end() -> None:
    many = [ERROR._replace(file=file, location=place(TEXT, each)) for file in ("a.json", "b.json") for each in '"abc']
    tree = page(report(TEXT, *many, modules={}))
    (item,) = tree.one("main").all("ul")[1].all("li")
    assert [each.text() for each in item.all("p")] == [
        "a.json line 1 (cam) line 1 (cam) line 1 (cam) line 2 (cam)",
        "b.json line 1 (cam)",
        "and 3 more",
    ]


def test_what_was_fixed_is_folded_and_what_is_left_out_not_listed() -> None:
    fixed = ERROR._replace(fixed=True)
    tree = page(run(fixed, fixed=1, left_out=(LeftOut(WARNING, "We know"), LeftOut(INFO))))
    assert summaries(tree) == ["1 finding fixed"]
    assert [each.text() for details in tree.all("details") for each in details.all("li")] == [
        "ASE101 docker-binds, line 1: It is wrong",
    ]


def test_after_fix_the_page_tells_what_was_changed() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    before, after = whole_report({"a.json": text}), whole_report({"a.json": text}, made=True)
    assert summaries(page(before))[-1] == "What --fix changes"
    assert summaries(page(after)) == ["10 infos", "What --fix changed", "9 findings fixed"]
    assert [each.raw() for each in page(before).one("pre", "diff")] == [
        each.raw() for each in page(after).one("pre", "diff")
    ]
    assert "--fix mends" not in page(after).one("section", "manifest").text()


def summaries(tree: Element) -> list[str]:
    return [each.text() for each in tree.all("summary")]


def test_a_refusal_is_told() -> None:
    change = Change(TEXT, TEXT, refused="the fixes of ASE101 were not made: <they would bring ASE102>")
    said = page(run(ERROR, changes=lambda file: change)).one("p", "refused").text()
    assert said == "--fix changes nothing here: the fixes of ASE101 were not made: <they would bring ASE102>"


def test_a_refusal_of_some_fixes_stands_above_what_the_others_change() -> None:
    change = Change('{"a": 1}', '{"b": 1}', refused="the fixes of ASE101 in module cam were not made")
    tree = page(run(ERROR, changes=lambda file: change))
    assert tree.one("p", "refused").text() == "the fixes of ASE101 in module cam were not made"
    assert "What --fix changes" in summaries(tree)


def diff_rows(change: Change) -> list[str]:
    tree = page(run(changes=lambda file: change))
    return [row.raw() for box in tree.all("pre", "diff") for row in box.content if isinstance(row, Element)]


LINES = "".join(f"{number}\n" for number in range(20))


@pytest.mark.parametrize(
    "after",
    [
        LINES.replace("5\n", "five\n", 1),
        LINES.replace("5\n", "", 1).replace("9\n", "nine\nten\n", 1),
        f"first\n{LINES}",
        f"{LINES}last",
        "",
    ],
)
def test_the_diff_has_the_rows_of_the_patch(after: str) -> None:
    patch = unified_diff(LINES, after, "x").splitlines(keepends=True)[2:]
    wanted = [row if row.endswith("\n") else f"{row}\n" for row in patch if not row.startswith("\\")]
    assert diff_rows(Change(LINES, after)) == wanted


def test_what_differs_in_a_line_is_marked_and_each_row_has_its_sign() -> None:
    change = Change('{\n"Binds": ["/a:/b"]\n}\n', '{\n"Mounts": ["/a:/b"]\n}\n')
    box = page(run(changes=lambda file: change)).one("pre", "diff")
    assert [(each.name, each.raw()) for each in box if each.name in ("del", "ins", "mark")] == [
        ("del", '-"Binds": ["/a:/b"]\n'),
        ("mark", "Binds"),
        ("ins", '+"Mounts": ["/a:/b"]\n'),
        ("mark", "Mounts"),
    ]
    assert "open" in page(run(changes=lambda file: change)).one("details").attributes


def test_where_nothing_changes_there_is_no_diff() -> None:
    assert diff_rows(Change(TEXT, TEXT)) == []
    assert diff_rows(Change("a\r\nb\r\n", "a\r\nc\r\n")) == ["@@ -1,2 +1,2 @@\n", " a\n", "-b\n", "+c\n"]


@pytest.mark.parametrize("content", LAYOUTS)
@pytest.mark.parametrize("name", ["html", "markdown"])
def test_no_report_shows_a_secret_and_the_diff_is_there(content: str, name: str) -> None:
    text = written(name, whole_report({"a.json": content}, unsafe=True))
    assert leaks(text) == []
    assert leaks(content) != []
    if name == "html":
        box = read(text).one("pre", "diff")
        assert "Mounts" in box.raw()


def test_a_secret_that_a_fix_moves_is_masked_on_both_sides() -> None:
    env = {"Hub:Password": {"value": SECRETS[1]}, "Hub:User": {"value": "me"}}
    module = {"settings": {"image": "cam:1", "createOptions": "{}"}, "env": env}
    agent = {"properties.desired": {"modules": {"cam": module}}}
    tree = page(whole_report({"a.json": json.dumps({"modulesContent": {"$edgeAgent": agent}})}))
    gone, new = tree.one("pre", "diff").one("del").raw(), tree.one("pre", "diff").one("ins").raw()
    assert '"Hub:Password": {"value": "•••"}' in gone
    assert '"Hub__Password": {"value": "•••"}' in new
    assert leaks(tree.raw()) == []


def test_words_that_differ() -> None:
    assert compared("same", "same") == ([Piece("same")], [Piece("same")])
    assert compared("a b-c d", "a x-y d") == (
        [Piece("a "), Piece("b-c", True), Piece(" d")],
        [Piece("a "), Piece("x-y", True), Piece(" d")],
    )
    assert compared("ab", "ab cd") == ([Piece("ab")], [Piece("ab"), Piece(" cd", True)])
    many = " ".join(map(str, range(2000)))
    assert compared(f"a {many} z", f"a x {many[2:]} z")[0] == [Piece("a "), Piece("0", True), Piece(f" {many[2:]} z")]


def test_long_common_parts_are_left_out_around_what_differs() -> None:
    long = "".join(f"{number:03}" for number in range(100))
    first, second, third = Piece(long), Piece("x", True), Piece(long)
    assert shortened([first, second, third]) == [
        Piece("", left_out=240),
        Piece(long[-60:]),
        second,
        Piece(long[:60], left_out=240),
        Piece(""),
    ]
    assert shortened([second, first, second])[1:3] == [Piece(long[:60], left_out=180), Piece(long[-60:])]
    assert shortened([Piece(long)]) == [Piece(long[:60], left_out=240), Piece("")]
    assert shortened([second, Piece(long[:120]), second])[1] == Piece(long[:120])
    assert shortened([Piece(long, True)]) == [Piece(long, True)]


def test_a_long_line_is_shortened_and_says_so() -> None:
    long = " ".join(map(str, range(1000, 1200)))
    _, gone, new = diff_rows(Change(f"{long} a", f"{long} b"))
    assert gone == "-… 940 characters …" + long[-59:] + " a\n"
    assert new.endswith(" b\n")


def luminance(color: str) -> float:
    """Return the relative luminance of a colour: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance"""
    parts = [int(color[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    dark, light = sorted(map(luminance, (first, second)))
    return (light + 0.05) / (dark + 0.05)


def pairs() -> Iterator[tuple[str, str, float]]:
    """Yield the colours that meet, and the contrast that they need."""
    states = ("blocked", "review", "fixable", "ready", "info")
    yield from ((text, ground, 4.5) for text in ("text", "muted") for ground in ("page", "surface"))
    yield from ((text, ground, 4.5) for text in ("text", "muted") for ground in ("gone", "new"))
    yield from (("text", ground, 4.5) for ground in ("gone-mark", "new-mark", "code-mark"))
    yield from ((each, f"{each}-tint", 4.5) for each in states)
    yield from (("link", ground, 4.5) for ground in ("page", "surface"))
    yield from (("on-bar", f"bar-{each}", 4.5) for each in states[:4])
    yield from ((f"bar-{each}", "page", 3) for each in states)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_stands_out_from_its_ground(theme: dict[str, str]) -> None:
    weak = [(text, ground) for text, ground, least in pairs() if contrast(theme[text], theme[ground]) < least]
    assert weak == []
    assert LIGHT.keys() == DARK.keys()


@pytest.mark.skipif("EDGELINT_CORPUS" not in os.environ, reason="EDGELINT_CORPUS is not set")
def test_pages_of_public_manifests_hold_together() -> None:
    files = sorted(Path(os.environ["EDGELINT_CORPUS"], "manifests").rglob("*.json"))[::15]
    texts = {file.name + str(number): file.read_text("utf-8-sig", "replace") for number, file in enumerate(files)}
    shown = whole_report(texts)
    tree = page(shown)
    ids = [each.attributes["id"] for each in tree if "id" in each.attributes]
    assert len(ids) == len(set(ids))
    assert len(tree.all("section", "manifest")) == len(shown.modules) > 20
    for name in shown.modules:
        for text, span in ((shown.texts[name], span) for span in shown.secrets(name)):
            secret = text[span.start : span.end]
            assert len(secret) < 12 or secret not in tree.raw(), name
