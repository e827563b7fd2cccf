"""The text report: whole outputs."""

import re
from textwrap import dedent

import pytest
from report_builders import FILE, finding, place, place_at, related, report, written

from edgelint.findings import Finding, FixOffer
from edgelint.json_text.text import Span

INDENTED = """\
{
  "Binds": ["/srv/in:/data"],
  "Mounts": [{"Target": "/data"}],
  "empty": ""
}
"""


def framed(text: str, *findings: Finding) -> str:
    return "\n" + written("text", report(text, *findings))


def test_the_frame_shows_the_line_the_caret_and_the_help() -> None:
    bind = finding(place(INDENTED, "/srv/in:/data"), help="Use HostConfig.Mounts")
    assert framed(INDENTED, bind) == dedent("""
        deploy/deployment.json:2:14: error ASE101 It is wrong
          |
        2 |   "Binds": ["/srv/in:/data"],
          |              ^^^^^^^^^^^^^
          = help: Use HostConfig.Mounts
        """)


def test_the_gutter_is_as_wide_as_the_widest_number() -> None:
    text = "[\n" + "1,\n" * 98 + "2]"
    last = finding(place(text, "2]"), related=(related("the first item", place(text, "1,")),))
    assert framed(text, last) == dedent("""
        deploy/deployment.json:100:1: error ASE101 It is wrong
            |
          2 | 1,
            | -- the first item
        ...
        100 | 2]
            | ^^
        """)


def test_places_on_lines_that_follow_each_other_are_one_picture_in_the_order_of_the_file() -> None:
    target = related("the first mount", place(INDENTED, "/srv/in:/data"))
    mount = finding(place(INDENTED, '{"Target": "/data"}'), related=(target,), help="Change it")
    assert framed(INDENTED, mount) == dedent("""
        deploy/deployment.json:3:14: error ASE101 It is wrong
          |
        2 |   "Binds": ["/srv/in:/data"],
          |              ------------- the first mount
        3 |   "Mounts": [{"Target": "/data"}],
          |              ^^^^^^^^^^^^^^^^^^^
          = help: Change it
        """)


def test_one_line_between_two_places_is_shown_and_more_are_told() -> None:
    others = (related("the end", place(INDENTED, '""')), related("the start", place(INDENTED, "{")))
    assert framed(INDENTED, finding(place(INDENTED, '"/srv/in:/data"'), related=others)) == dedent("""
        deploy/deployment.json:2:13: error ASE101 It is wrong
          |
        1 | {
          | - the start
        2 |   "Binds": ["/srv/in:/data"],
          |             ^^^^^^^^^^^^^^^
        3 |   "Mounts": [{"Target": "/data"}],
        4 |   "empty": ""
          |            -- the end
        """)
    far = related("the end", place_at(INDENTED, len(INDENTED) - 2, len(INDENTED) - 1))
    assert framed(INDENTED, finding(place(INDENTED, "Binds"), related=(far,))) == dedent("""
        deploy/deployment.json:2:4: error ASE101 It is wrong
          |
        2 |   "Binds": ["/srv/in:/data"],
          |    ^^^^^
        ...
        5 | }
          | - the end
        """)


PORTS = '["8080/tcp", "8080/udp",  "53/udp"]'


def test_places_on_the_same_line_are_underlined_together_and_labels_without_room_hang_below() -> None:
    others = (related("the first", place(PORTS, "8080/tcp")), related("the third", place(PORTS, "53/udp")))
    assert framed(PORTS, finding(place(PORTS, "8080/udp"), related=others)) == dedent("""
        deploy/deployment.json:1:15: error ASE101 It is wrong
          |
        1 | ["8080/tcp", "8080/udp",  "53/udp"]
          |   --------    ^^^^^^^^     ------ the third
          |   |
          |   the first
        """)


def test_places_far_apart_on_one_line_are_shown_with_a_part_of_the_line_around_each() -> None:
    text = '{"Binds": ["/a:/b"], "x": "' + "x" * 40_000 + '", "Mounts": ["/b"]}'
    far = finding(place(text, '"/b"'), related=(related("the first mount", place(text, "/a:/b")),))
    assert framed(text, far) == dedent(f"""
        deploy/deployment.json:1:40042: error ASE101 It is wrong
          |
        1 | {{"Binds": ["/a:/b"], "x": "{"x" * 26}…{"x" * 22}", "Mounts": ["/b"]{"}"}
          |             ----- the first mount{" " * 57}^^^^
        """)


def test_secrets_between_and_in_places_far_apart_are_masked() -> None:
    text = '{"a": "Key=geheim", "x": "' + "x" * 500 + '", "b": "geheim"}'
    spans = [Span(match.start(), match.end()) for match in re.finditer("geheim", text)]
    far = finding(place(text, '"b"'), related=(related("the key", place(text, "Key=geheim")),))
    rows = written("text", report(text, far, secrets=lambda file: spans)).splitlines()[2:]
    assert rows == [
        '1 | {"a": "Key=•••", "x": "' + "x" * 26 + "…" + "x" * 32 + '", "b": "•••"}',
        "  |        ------- the key" + " " * 63 + "^^^",
    ]


def test_of_more_than_four_places_far_apart_on_one_line_the_others_are_told_in_words() -> None:
    text = "[" + ", ".join(f'"{letter}{"x" * 60}"' for letter in "abcdef") + "]"
    others = tuple(related(f"letter {letter}", place(text, letter)) for letter in "bcdef")
    rows = written("text", report(text, finding(place(text, "a"), related=others))).splitlines()
    assert rows[-2:] == ["  = letter e: line 1, column 263", "  = letter f: line 1, column 328"]
    assert rows[2].count("…") == 4
    assert [rows[3].count(symbol) for symbol in "^-"] == [1, 3]


def test_a_place_in_the_middle_of_a_minified_file_is_cropped_on_both_sides() -> None:
    text = '{"k":"' + "x" * 20_000 + '","Binds":["/a:/b"],"z":"' + "y" * 20_000 + '"}'
    assert framed(text, finding(place(text, "/a:/b"))) == dedent(f"""
        deploy/deployment.json:1:20019: error ASE101 It is wrong
          |
        1 | …{"x" * 32}","Binds":["/a:/b"],"z":"{"y" * 37}…
          | {" " * 45}^^^^^
        """)


def test_a_marked_text_longer_than_the_room_is_cut_at_its_right() -> None:
    text = '{"k":"' + "x" * 20_000 + '"}'
    assert framed(text, finding(place(text, "x" * 20_000))) == dedent(f"""
        deploy/deployment.json:1:7: error ASE101 It is wrong
          |
        1 | …{"x" * 94}…
          |  {"^" * 94}
        """)


@pytest.mark.parametrize(
    ("start", "end", "row"),
    [
        pytest.param(0, 1, "  | ^", id="the first character"),
        pytest.param(10, 11, "  |           ^", id="the last character"),
        pytest.param(11, 11, "  |            ^", id="behind the last character"),
        pytest.param(12, 12, "  |            ^", id="the line feed of a CRLF"),
        pytest.param(8, 10, "  |         ^^", id="the two quotes of an empty string"),
        pytest.param(8, 15, "  |         ^^^", id="several lines: the first to its end"),
        pytest.param(8, 8, "  |         ^", id="nothing between two characters"),
    ],
)
def test_where_the_caret_stands(start: int, end: int, row: str) -> None:
    text = '{"nam": ""}\r\n}\r\n'
    marked = finding(place_at(text, start, end))
    assert written("text", report(text, marked)).splitlines()[2:] == ['1 | {"nam": ""}', row]


def test_the_end_of_an_empty_last_line_has_a_caret() -> None:
    text = "{\n"
    assert framed(text, finding(place_at(text, 2, 2))) == dedent("""
        deploy/deployment.json:2:1: error ASE101 It is wrong
          |
        2 |
          | ^
        """)


def test_tabs_are_blanks_up_to_every_fourth_column() -> None:
    text = '{\n\t"a":\t"b",\tx\n}'
    assert framed(text, finding(place(text, "x"), related=(related("the tab", place(text, "\tx")),))) == dedent("""
        deploy/deployment.json:2:12: error ASE101 It is wrong
          |
        2 |     "a":    "b",    x
          |                     ^
          |                 ----- the tab
        """)


@pytest.mark.parametrize(
    ("name", "shown", "blanks", "carets"),
    [
        pytest.param("한국어 카메라", "한국어 카메라", 0, 13, id="Korean letters take two columns"),
        pytest.param("e\u0301\u200b!", "e\u0301\u200b!", 0, 2, id="combining and zero-width characters take none"),
        pytest.param("\u1112\u1161\u11ab", "\u1112\u1161\u11ab", 0, 2, id="a decomposed syllable takes two"),
        pytest.param("\u202e\u2066\x1b[31m\x07", "���[31m�", 0, 8, id="controls are shown"),
        pytest.param("\ud83d", "�", 0, 1, id="a lone surrogate is shown"),
    ],
)
def test_the_width_of_characters(name: str, shown: str, blanks: int, carets: int) -> None:
    text = f'{{"{name}"}}'
    rows = written("text", report(text, finding(place(text, name)))).splitlines()
    assert rows[2:] == [f'1 | {{"{shown}"}}', f"  |   {'^' * carets}"]


def test_nothing_in_a_header_label_or_help_reaches_the_terminal_as_a_control() -> None:
    bad = "a\u202e\n\x1b[2J\ud800"
    marked = finding(
        place(INDENTED, "/data"), file=bad, message=bad, help=bad, related=(related(bad, place(INDENTED, "empty")),)
    )
    output = written("text", report(INDENTED, marked, texts={bad: INDENTED}), errors="strict")
    assert re.sub(r"[^\x00-\x1f\u202a-\u202e\ud800-\udfff]", "", output).strip("\n") == ""
    assert output.count("a���[2J�") == 4


def test_a_message_is_broken_where_the_screen_ends_and_its_place_never() -> None:
    words = " ".join(["word"] * 30)
    long = "folder/" * 13 + "a.json"
    output = written("text", report(INDENTED, finding(place(INDENTED, "/data"), message=words, severity="error")))
    first, second = output.splitlines()[:2]
    assert first.startswith("deploy/deployment.json:2:22: error ASE101 word word")
    assert (second.startswith("    word word"), max(len(first), len(second)) <= 100) == (True, True)
    output = written("text", report(INDENTED, finding(place(INDENTED, "/data"), message=words, file=long), texts={}))
    assert output.splitlines()[0] == f"{long}:2:22: error ASE101"
    assert output.splitlines()[1].startswith("    word word")


@pytest.mark.parametrize("name", ["text", "concise"])
def test_no_build_server_takes_a_part_of_a_manifest_for_a_command(name: str) -> None:
    message = "##vso[task.setvariable]x ##[error]y ## [z]"
    output = written(name, report(INDENTED, finding(place(INDENTED, "/data"), message=message)))
    assert "##vso(task.setvariable]x ##(error]y ## [z]" in output


KOREAN = '{"이름": "카메라", "é": "…•x"}'


@pytest.mark.parametrize(
    ("encoding", "rows"),
    [
        pytest.param(
            "ascii",
            ['1 | {"??": "???", "?": "...*x"}', "  |         --- the ?" + " " * 7 + "^"],
            id="ASCII: what is lacking is one column wide",
        ),
        pytest.param(
            "cp949",
            ['1 | {"이름": "카메라", "?": "…*x"}', "  |           ------ the ?" + " " * 5 + "^"],
            id="cp949: Korean letters are kept",
        ),
    ],
)
def test_a_stream_that_cannot_show_everything(encoding: str, rows: list[str]) -> None:
    marked = finding(place(KOREAN, "x"), related=(related("the é", place(KOREAN, "카메라")),))
    assert written("text", report(KOREAN, marked), encoding, "strict").splitlines()[2:] == rows


def test_a_cropped_and_masked_line_on_an_ascii_stream() -> None:
    text = '{"k":"' + "x" * 200 + '","KEY":"hidden"}'
    marked = finding(place(text, "KEY"), message="KEY is •••")
    start = text.index("hidden")
    output = written("text", report(text, marked, secrets=lambda file: [Span(start, start + 6)]), "ascii", "strict")
    assert output.splitlines() == [
        "deploy/deployment.json:1:210: error ASE101 KEY is ***",
        "  |",
        f'1 | ...{"x" * 76}","KEY":"***"}}',
        f"  | {' ' * 82}^^^",
    ]


SECRET = '{"SQL_PASSWORD": "한글-geheim", "next": "in;Key=abc;x"}'


@pytest.mark.parametrize(
    ("start", "end", "carets"),
    [
        pytest.param(18, 27, "                  ^^^", id="the secret itself"),
        pytest.param(22, 23, "                  ^^^", id="inside the secret"),
        pytest.param(17, 28, "                 ^^^^^", id="around the secret"),
        pytest.param(31, 35, "                         ^^^^", id="behind the secret"),
        pytest.param(39, 51, "                                 ^^^^^^^^^^^^", id="around another secret"),
    ],
)
def test_secrets_are_one_block(start: int, end: int, carets: str) -> None:
    marked = finding(place_at(SECRET, start, end))
    output = written("text", report(SECRET, marked, secrets=lambda file: [Span(46, 49), Span(18, 27)]))
    assert output.splitlines()[2:] == [
        '1 | {"SQL_PASSWORD": "•••", "next": "in;Key=•••;x"}',
        f"  | {carets}",
    ]


def test_a_long_secret_before_the_caret_does_not_crop_the_line() -> None:
    text = '{"TOKEN": "' + "s" * 5000 + '", "a": 1}'
    output = written("text", report(text, finding(place(text, "1")), secrets=lambda file: [Span(11, 5011)]))
    assert output.splitlines()[2:] == ['1 | {"TOKEN": "•••", "a": 1}', f"  | {' ' * 22}^"]


def test_secrets_are_asked_for_once_a_file_and_only_for_frames() -> None:
    asked: list[str] = []

    def secrets(file: str) -> list[Span]:
        asked.append(file)
        return []

    marked = finding(place(INDENTED, "/data"))
    written("text", report(INDENTED, marked, marked, marked._replace(file="other.json"), secrets=secrets))
    assert asked == [FILE]


def test_the_fourth_finding_of_a_rule_in_a_file_has_no_frame() -> None:
    text = '["a", "b", "c", "d", "e"]'
    many = [finding(place(text, letter)) for letter in "abcde"]
    other = finding(place(text, "e"), code="ASE102", severity="warning")
    frames = [
        f"deploy/deployment.json:1:{column}: error ASE101 It is wrong\n  |\n1 | {text}\n  | {' ' * (column - 1)}^\n\n"
        for column in (3, 8, 13)
    ]
    assert written("text", report(text, *many, other)) == "".join(frames) + dedent("""\
        deploy/deployment.json:1:18: error ASE101 It is wrong
        deploy/deployment.json:1:23: error ASE101 It is wrong

        deploy/deployment.json:1:23: warning ASE102 It is wrong
          |
        1 | ["a", "b", "c", "d", "e"]
          |                       ^
        """)


FIX = FixOffer("safe", "Use Mounts", ("Create the folder",))


def summarised(*findings: Finding, **members: object) -> str:
    return written("text", report("", *findings, **{"texts": {}, "quiet": False, **members}))


BIND = finding(place(INDENTED, "/srv/in:/data"))
BIND_ROW = "deploy/deployment.json:2:14: error ASE101 It is wrong\n"


@pytest.mark.parametrize(
    ("checked", "members", "line"),
    [
        pytest.param(3, {}, "No findings in 3 manifests.\n", id="several manifests"),
        pytest.param(0, {"skipped": 2}, "", id="no manifest at all, which standard error says"),
        pytest.param(
            0, {"unreadable": 1}, "No findings in 0 manifests (1 file unreadable).\n", id="no manifest that can be read"
        ),
        pytest.param(1, {"skipped": 2}, "No findings in 1 manifest.\n", id="skipped files are quiet"),
        pytest.param(
            1,
            {"skipped": 1, "verbose": True},
            "No findings in 1 manifest (1 file skipped).\n",
            id="one skipped with -v",
        ),
        pytest.param(
            2,
            {"skipped": 3, "verbose": True, "unreadable": 2},
            "No findings in 2 manifests (3 files skipped, 2 files unreadable).\n",
            id="unreadable files are told",
        ),
        pytest.param(1, {"quiet": True}, "", id="quiet"),
    ],
)
def test_a_run_without_findings(checked: int, members: dict[str, object], line: str) -> None:
    assert summarised(checked=checked, **members) == line


def test_the_summary_counts_and_says_what_to_run_next() -> None:
    warning = BIND._replace(severity="warning", code="ASE100")
    assert summarised(warning, BIND, BIND._replace(fix=FIX._replace(then=())), checked=2) == dedent("""\
        deploy/deployment.json:2:14: error ASE101 It is wrong
        deploy/deployment.json:2:14: error ASE101 It is wrong
        deploy/deployment.json:2:14: warning ASE100 It is wrong

        Found 2 errors and 1 warning in 2 manifests.
        1 can be fixed with --fix.
        Run "edgelint explain ASE101" to see why and how to fix it.
        """)


def test_the_summary_of_all_severities() -> None:
    info, warning = BIND._replace(severity="info"), BIND._replace(severity="warning")
    told = "Found 1 error, 1 warning and 2 infos in 1 manifest"
    assert summarised(BIND, warning, info, info).splitlines()[3] == f"{told}; -v shows the infos."
    assert summarised(BIND, warning, info, info, infos=True).splitlines()[5] == f"{told}."


def test_without_an_error_the_first_finding_is_explained() -> None:
    assert summarised(BIND._replace(severity="info", code="ASE900"), infos=True).splitlines()[2:] == [
        "Found 1 info in 1 manifest.",
        'Run "edgelint explain ASE900" to see why and how to fix it.',
    ]


def test_infos_are_counted_and_not_shown() -> None:
    assert summarised(BIND._replace(severity="info", fix=FIX)) == dedent("""\
        Found 1 info in 1 manifest; -v shows the infos.
        1 can be fixed with --fix.
        """)


@pytest.mark.parametrize(
    ("count", "members", "rows"),
    [
        pytest.param(3, {}, ["- 0", "- 1", "- 2"], id="three before fixing"),
        pytest.param(7, {}, ["- 0", "- 1", "- … and 5 more; -v shows all"], id="more before fixing"),
        pytest.param(7, {"verbose": True}, [f"- {step}" for step in range(7)], id="with -v"),
        pytest.param(7, {"fixed": 1}, [f"- {step}" for step in range(7)], id="after fixing"),
    ],
)
def test_how_many_steps_are_told(count: int, members: dict[str, object], rows: list[str]) -> None:
    offered = BIND._replace(fix=FixOffer("safe", "Use Mounts", tuple(map(str, range(count)))))
    lines = summarised(offered, **members).splitlines()
    assert lines[3 : lines.index("", 3)] == rows


def test_what_is_left_for_a_person_is_gathered_once_also_of_fixed_findings() -> None:
    unsafe = FixOffer("unsafe", "Drop it", ("Open the port", "Create the folder"))
    fixed = BIND._replace(fix=FIX, fixed=True)
    assert summarised(fixed, BIND._replace(fix=unsafe), fixed, fixed=1) == BIND_ROW + dedent("""
        Fixed 2 findings in 1 file:
        - deploy/deployment.json: ASE101 docker-binds, 2 findings

        Left for you:
        - Create the folder
        - Open the port

        Found 1 error in 1 manifest.
        1 can be fixed with --fix --unsafe-fixes; look at the result with --diff first.
        Run "edgelint explain ASE101" to see why and how to fix it.
        """)


def test_a_run_that_fixed_everything() -> None:
    fixed = BIND._replace(fix=FIX._replace(then=()), fixed=True)
    assert summarised(fixed, fixed=1) == dedent("""\
        Fixed 1 finding in 1 file:
        - deploy/deployment.json: ASE101 docker-binds, 1 finding

        No findings left in 1 manifest.
        """)


def test_a_fix_that_needs_an_answer_says_how_to_give_it() -> None:
    asking = FixOffer("needs-input", "Mount the share")
    assert summarised(BIND._replace(fix=asking), BIND._replace(fix=asking)).splitlines()[4] == (
        "2 need an answer; --write-answers FILE asks the questions, --answers FILE takes the answers."
    )


def test_a_fix_that_waits_for_an_answer_names_it_and_leaves_nothing_that_depends_on_it() -> None:
    steps = ("Create share <shares.vol1>", "Look at <it>")
    asking = finding(place(INDENTED, "/srv/in:/data"), fix=FixOffer("needs-input", "Mount the share", steps))
    run = report(INDENTED, asking)._replace(question=lambda found: "shares.vol1")
    rows = written("text", run).splitlines()
    assert rows[4] == "  = fix: needs the answer shares.vol1 (--answers)"
    assert [row for row in written("text", run._replace(quiet=False)).splitlines() if row.startswith("- ")] == [
        "- Look at <it>"
    ]


ASKING = FixOffer("needs-input", "Mount the share")


def test_a_row_without_a_frame_names_the_answer_too() -> None:
    run = report(
        "", BIND._replace(fix=ASKING), BIND, texts={}, question=lambda found: "shares.vol1" if found.fix else ""
    )
    assert written("text", run).splitlines() == [
        "deploy/deployment.json:2:14: error ASE101 It is wrong (needs the answer shares.vol1)",
        "deploy/deployment.json:2:14: error ASE101 It is wrong",
    ]


def test_a_finding_with_a_frame_names_its_answer_once() -> None:
    run = report(INDENTED, BIND._replace(fix=ASKING), question=lambda found: "shares.vol1")
    assert written("text", run).count("shares.vol1") == 1
