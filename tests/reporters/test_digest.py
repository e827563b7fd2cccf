"""What a report for people shows of a file with many findings."""

import pytest
from report_builders import finding, place, report, written

from edgelint.findings import Finding

LINES = [f'"{number:02}"' for number in range(60)]
TEXT = "[" + ",\n ".join(LINES) + "]"


def found(severity: str, code: str, *numbers: int) -> list[Finding]:
    """Return findings of a rule, each on the line of its number, in modules m0, m1 … by turns."""
    return [
        finding(place(TEXT, f"{number:02}"), severity=severity, code=code, module=f"m{number % 6}")
        for number in numbers
    ]


def rows(*findings: Finding) -> list[str]:
    """Return the rows that name a finding, without file and message, `|` for those with a frame."""
    lines = written("text", report(TEXT, *findings, infos=True)).splitlines()
    assert all(len(line) <= 100 for line in lines)
    assert len(lines) <= 40
    starts = [index for index, line in enumerate(lines) if line.startswith("deploy/")]
    framed = {index for index in starts if index + 1 < len(lines) and lines[index + 1].endswith(" |")}
    return [
        lines[index].split(":")[1] + lines[index].split(":")[3].replace(" It is wrong", "") + " |" * (index in framed)
        for index in starts
    ]


def test_the_gravest_stand_first_and_all_have_a_frame_while_they_fit() -> None:
    assert rows(*found("info", "ASE606", 1), *found("warning", "ASE310", 2), *found("error", "ASE101", 3, 4)) == [
        "4 error ASE101 |",
        "5 error ASE101 |",
        "3 warning ASE310 |",
        "2 info ASE606 |",
    ]


@pytest.mark.parametrize(
    ("findings", "shown"),
    [
        pytest.param(
            [
                *found("warning", "ASE310", 1, 2, 3),
                *found("error", "ASE101", 4, 5, 6),
                *found("info", "ASE606", 7, 8, 9),
            ],
            [
                "5 error ASE101 |",
                "6 error ASE101 |",
                "7 error ASE101 |",
                "2 warning ASE310 |",
                "3 warning ASE310",
                "4 warning ASE310",
                "8 info ASE606 (and 2 more in m2, m3)",
            ],
            id="warnings lose their frames first",
        ),
        pytest.param(
            [
                *found("error", "ASE101", *range(10)),
                *found("error", "ASE102", 10),
                *found("warning", "ASE310", *range(20, 40)),
            ],
            [
                *(f"{line} error ASE101 |" for line in range(1, 4)),
                *(f"{line} error ASE101" for line in range(4, 11)),
                "11 error ASE102 |",
                "21 warning ASE310 (and 19 more in m3, m4, m5, m0, …)",
            ],
            id="then a rule has a line for its warnings",
        ),
        pytest.param(
            [*found("error", "ASE101", *range(26)), *found("error", "ASE102", 26)],
            ["1 error ASE101 |", *(f"{line} error ASE101" for line in range(2, 27)), "27 error ASE102 |"],
            id="then each rule has one frame",
        ),
        pytest.param(
            [finding for number in range(20) for finding in found("error", f"ASE1{number:02}", number)],
            [f"{line} error ASE1{line - 1:02}{' |' * (line < 4)}" for line in range(1, 21)],
            id="then the first three alone",
        ),
        pytest.param(
            found("error", "ASE101", *range(39)),
            [f"{line} error ASE101" for line in range(1, 40)],
            id="then no frames",
        ),
        pytest.param(
            found("error", "ASE101", *range(31)),
            ["1 error ASE101 |", *(f"{line} error ASE101" for line in range(2, 32))],
            id="the gravest alone has one where there is room for one",
        ),
        pytest.param(
            [*found("error", "ASE101", *range(50)), *found("error", "ASE102", 55)],
            ["1 error ASE101 (and 49 more in m1, m2, m3, m4, …) |", "56 error ASE102"],
            id="at last a line for each rule",
        ),
    ],
)
def test_what_does_not_fit_a_screen_is_told_in_less_rows(findings: list[Finding], shown: list[str]) -> None:
    assert rows(*findings) == shown


def test_without_modules_the_number_alone_is_told() -> None:
    many = [each._replace(module=None) for each in found("error", "ASE101", *range(50))]
    assert rows(*many) == ["1 error ASE101 (and 49 more) |"]


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        pytest.param(1, "(needs the answer modules.m0)", id="the same answer"),
        pytest.param(2, "(needs the answers modules.m0, modules.m1)", id="two"),
        pytest.param(6, "(needs the answers modules.m0, modules.m1, modules.m2, modules.m3, …)", id="many"),
    ],
)
def test_a_line_for_a_whole_rule_names_the_answers_that_its_fixes_wait_for(answers: int, said: str) -> None:
    many = [each._replace(module=None) for each in found("error", "ASE101", *range(50))]
    questions = [f"modules.m{number % answers}" for number in range(50)]
    run = report(TEXT, *many, question=dict(zip(many, questions, strict=True)).__getitem__)
    text = " ".join(written("text", run).split())
    assert f"It is wrong (and 49 more) {said} |" in text
    assert "fix: needs" not in text


def test_the_report_of_a_file_fills_forty_rows_and_no_more() -> None:
    reports = (report(TEXT, *found("error", "ASE101", *range(count)), quiet=False) for count in range(1, 60))
    assert max(len(written("text", each).splitlines()) for each in reports) == 40
