"""The bar of a long run: when it is there, what it shows, and that it leaves nothing behind."""

import os
import subprocess
import sys
from collections.abc import Generator
from io import StringIO
from pathlib import Path

import pytest
from command_line import BINDS, lint, manifest, write

import edgelint
from edgelint.commands import progress
from edgelint.commands.progress import Progress

SECONDS = [0.0]


class Terminal(StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    SECONDS[0] = 0.0
    monkeypatch.setattr(progress, "monotonic", lambda: SECONDS[0])


def work(bar: Progress, seconds: float = 0.4, items: int = 5) -> Generator[int, None, None]:
    """Do the items one after the other, each in this time."""
    for item in bar.over(range(items)):
        yield item
        SECONDS[0] += seconds


def shown(text: str) -> str:
    """Return what stands on the line of a terminal in the end."""
    line = ""
    for part in text.split("\r"):
        line = part + line[len(part) :]
    return line.rstrip(" ")


def test_a_run_of_more_than_a_second_shows_how_many_files_are_done_and_then_nothing() -> None:
    terminal = Terminal()
    seen = [shown(terminal.getvalue()) for _ in work(Progress(terminal, {}, quiet=False))]
    assert seen[:3] == ["", "", ""]
    assert [" 3/5 [" in seen[3], "60%" in seen[3]] == [True, True]
    assert shown(terminal.getvalue()) == ""
    assert "\n" not in terminal.getvalue()


def test_a_run_of_a_second_shows_nothing() -> None:
    terminal = Terminal()
    assert list(work(Progress(terminal, {}, quiet=False), seconds=0.2)) == [0, 1, 2, 3, 4]
    assert terminal.getvalue() == ""


def test_the_second_part_of_a_long_run_shows_its_bar_at_once() -> None:
    terminal = Terminal()
    bar = Progress(terminal, {}, quiet=False)
    list(work(bar, seconds=0.3))
    before = len(terminal.getvalue())
    next(work(bar))
    assert " 0/5 [" in terminal.getvalue()[before:]


@pytest.mark.parametrize(
    ("stream", "environ", "quiet"),
    [
        pytest.param(StringIO(), {}, False, id="a pipe"),
        pytest.param(Terminal(), {}, True, id="-q"),
        pytest.param(Terminal(), {"CI": "true"}, False, id="CI"),
        pytest.param(Terminal(), {"PRE_COMMIT": "1"}, False, id="a hook, to which pre-commit gives a terminal"),
        pytest.param(Terminal(), {"TERM": "dumb"}, False, id="a terminal that cannot go back"),
    ],
)
def test_where_nobody_looks_there_is_none(stream: StringIO, environ: dict[str, str], quiet: bool) -> None:
    assert list(work(Progress(stream, environ, quiet=quiet))) == [0, 1, 2, 3, 4]
    assert stream.getvalue() == ""


def test_an_empty_variable_is_none() -> None:
    terminal = Terminal()
    list(work(Progress(terminal, {"CI": "", "TERM": "xterm"}, quiet=False)))
    assert terminal.getvalue() != ""


def test_a_run_that_is_broken_off_leaves_nothing_either() -> None:
    terminal = Terminal()
    items = work(Progress(terminal, {}, quiet=False))
    assert [next(items) for _ in range(4)] == [0, 1, 2, 3]
    assert shown(terminal.getvalue()) != ""
    with pytest.raises(KeyboardInterrupt):
        items.throw(KeyboardInterrupt)
    assert shown(terminal.getvalue()) == ""


# The command line with a bar from its first file on, as the time that a file takes depends on the machine.
RUN = """\
import sys
from edgelint.cli import entry_point
from edgelint.commands import progress

progress._AFTER = 0.0
sys.exit(entry_point())
"""


END = b"\0"


def on_a_terminal(*arguments: str, **variables: str) -> tuple[str, str]:
    """Return what a run writes to its standard output, a pipe, and to its standard error, a terminal."""
    near, far = pytest.importorskip("pty").openpty()
    pytest.importorskip("termios").tcsetwinsize(far, (24, 80))
    unset = {"CI": "", "PRE_COMMIT": "", "TERM": "xterm", "PYTHONPATH": os.path.dirname(edgelint.__path__[0])}
    command = [sys.executable, "-c", RUN, "--no-default-rules", "--rules", write("own/rule.yaml", BINDS), *arguments]
    environ = {**os.environ, **unset, **variables}
    done = subprocess.run(
        command, env=environ, stdout=subprocess.PIPE, stderr=far, stdin=subprocess.DEVNULL, check=False
    )
    os.write(far, END)
    errors = b""
    while not errors.endswith(END):
        errors += os.read(near, 65536)
    os.close(near)
    os.close(far)
    return done.stdout.decode(), errors.removesuffix(END).decode()


def test_the_report_is_the_same_with_a_bar_and_the_terminal_is_as_before(folder: Path) -> None:
    for number in range(20):
        write(f"{number}.json", manifest())
    output, errors = on_a_terminal("--output-format", "concise", str(folder))
    assert output == lint(str(folder)).stdout
    assert [" 0/20 [" in errors, shown(errors)] == [True, ""]


@pytest.mark.parametrize(("arguments", "bars"), [(("--fix",), 2), (("--fix", "--diff"), 1), ((), 1)])
def test_fixing_has_a_bar_but_where_it_prints_patches(arguments: tuple[str, ...], bars: int, folder: Path) -> None:
    write("a.json", manifest({}))
    errors = on_a_terminal(*arguments, "--output-format", "concise", str(folder))[1]
    assert (errors.count(" 0/1 ["), shown(errors)) == (bars, "")


@pytest.mark.parametrize(("arguments", "variables"), [(("-q",), {}), ((), {"CI": "1"}), ((), {"PRE_COMMIT": "1"})])
def test_no_byte_goes_to_the_terminal(arguments: tuple[str, ...], variables: dict[str, str], folder: Path) -> None:
    write("a.json", manifest())
    assert on_a_terminal(*arguments, str(folder), **variables)[1] == ""


@pytest.mark.parametrize(
    ("files", "message"),
    [
        pytest.param({"a.json": "{}"}, "no deployment manifest among the files given", id="at the end of the run"),
        pytest.param(
            {"a.json": manifest({}), "b/c.json": manifest({}), "b/.edgelint.yaml": "fail-on: never\nfail-on: error\n"},
            'configuration cannot be used\nb/.edgelint.yaml:2:1: key "fail-on" stands here a second time',
            id="in the middle of it",
        ),
    ],
)
@pytest.mark.usefixtures("folder")
def test_messages_stand_on_lines_of_their_own(files: dict[str, str], message: str) -> None:
    for name, content in files.items():
        write(name, content)
    bar, _, after = on_a_terminal(".")[1].replace("\r\n", "\n").rpartition("\r")
    assert (f" 0/{len(files) - len(files) // 3} [" in bar, after) == (True, f"edgelint: {message}\n")
