"""Colours: when, and that they change nothing else."""

import io
import os
import re
import sys
from typing import TextIO

import pytest
from report_builders import finding, place, related, report, written

from edgelint.reporters.text_style import use_color
from edgelint.reporters.width import stream_columns


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "no_color", "environ", "on"),
    [
        pytest.param(io.StringIO(), False, {}, False, id="no terminal"),
        pytest.param(Terminal(), False, {}, True, id="a terminal"),
        pytest.param(Terminal(), False, {"TERM": "dumb"}, False, id="a dumb terminal"),
        pytest.param(Terminal(), True, {}, False, id="the flag"),
        pytest.param(Terminal(), True, {"FORCE_COLOR": "1"}, False, id="the flag before FORCE_COLOR"),
        pytest.param(Terminal(), False, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False, id="NO_COLOR before FORCE_COLOR"),
        pytest.param(Terminal(), False, {"NO_COLOR": ""}, True, id="an empty NO_COLOR"),
        pytest.param(io.StringIO(), False, {"FORCE_COLOR": "1"}, True, id="FORCE_COLOR without a terminal"),
        pytest.param(io.StringIO(), False, {"FORCE_COLOR": ""}, False, id="an empty FORCE_COLOR"),
    ],
)
def test_when_colours_are_used(stream: TextIO, no_color: bool, environ: dict[str, str], on: bool) -> None:
    assert use_color(stream, no_color, environ) is on


TEXT = '{"a": "b",\n"c": ""}'
MARKED = finding(place(TEXT, "b"), severity="warning", related=(related("there", place(TEXT, "c")),), help="Do")


def test_the_colours_of_a_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    bold, yellow, blue, reset = "\x1b[1m", "\x1b[33m", "\x1b[34m", "\x1b[0m"
    assert written("text", report(TEXT, MARKED)).splitlines() == [
        f"deploy/deployment.json:1:8: {yellow}warning{reset} {bold}ASE101{reset} It is wrong",
        f"{blue}  |{reset}",
        f'{blue}1 |{reset} {{"a": "b",',
        f"{blue}  |{reset}        {yellow}^{reset}",
        f'{blue}2 |{reset} "c": ""}}',
        f"{blue}  |{reset}  {blue}- there{reset}",
        f"  {blue}={reset} {bold}help{reset}: Do",
    ]


def test_without_its_colours_the_output_is_the_plain_one(monkeypatch: pytest.MonkeyPatch) -> None:
    errors = report(
        TEXT, MARKED, MARKED._replace(severity="error"), MARKED._replace(severity="info"), quiet=False, infos=True
    )
    monkeypatch.setenv("FORCE_COLOR", "1")
    colored = written("text", errors)
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == written("text", errors._replace(no_color=True))
    assert "\x1b[1m\x1b[31merror" in colored
    assert "\x1b[36minfo" in colored


def test_a_stream_that_is_no_terminal_has_100_columns() -> None:
    assert stream_columns(io.StringIO()) == 100


def test_a_terminal_that_does_not_know_its_width_has_100_columns() -> None:
    assert stream_columns(Terminal()) == 100


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
@pytest.mark.parametrize(
    ("width", "columns"),
    [
        pytest.param(20, 60, id="a narrow terminal counts as 60 columns"),
        pytest.param(72, 72, id="an ordinary terminal"),
        pytest.param(400, 160, id="a wide terminal counts as 160 columns"),
    ],
)
def test_the_width_of_a_terminal(width: int, columns: int) -> None:
    import termios

    master, slave = os.openpty()
    termios.tcsetwinsize(slave, (24, width))
    with os.fdopen(master), os.fdopen(slave, "w") as stream:
        assert stream_columns(stream) == columns
