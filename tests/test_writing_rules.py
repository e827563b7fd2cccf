"""The tutorial on rules of one's own is true: its files are written, its commands run, without a network."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "writing-rules.md").read_text(encoding="utf-8")
FENCE = re.compile(
    r"(?:<!-- file: (?P<path>\S+) -->\n)?^```(?P<kind>\w+)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
PROGRAMS = {"edgelint": "edgelint", "pre-commit": "pre_commit"}


class Command(NamedTuple):
    """A line that a shell reads, and what it prints; `…` stands for anything."""

    line: str
    prints: str


def commands(console: str) -> Iterator[Command]:
    for part in re.split(r"^\$ ", console, flags=re.MULTILINE)[1:]:
        line, _, prints = part.partition("\n")
        yield Command(line, prints)


def matches(expected: str, found: str) -> bool:
    """Tell whether a text is as expected, whose lines of … alone stand for any lines."""
    pattern = re.escape(expected).replace("…\\\n", "(?:.*\n)*").replace("…", ".*")
    return re.fullmatch(pattern, found) is not None


@pytest.fixture
def shell(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make an empty git repository the current folder, with edgelint and pre-commit of this Python on the path."""
    pytest.importorskip("pre_commit")
    if shutil.which("git") is None or shutil.which("bash") is None:
        pytest.skip("git or bash is missing")
    programs = folder / "programs"
    programs.mkdir()
    for name, module in PROGRAMS.items():
        (programs / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" -m {module} "$@"\n', encoding="utf-8")
        (programs / name).chmod(0o755)
    who = {f"GIT_{role}_{what}": "a@example.com" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    own = {
        "HOME": str(folder),
        "PRE_COMMIT_HOME": str(folder / "home"),
        "PYTHONPATH": str(ROOT),
        "GIT_CONFIG_GLOBAL": os.devnull,
    }
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    for key, value in {**who, **own, "PATH": path, "PYTHONIOENCODING": "utf-8"}.items():
        monkeypatch.setenv(key, value)
    repository = folder / "repository"
    subprocess.run(["git", "init", "--quiet", repository], check=True)
    monkeypatch.chdir(repository)
    return repository


def test_every_command_does_what_the_page_shows(shell: Path) -> None:
    for block in FENCE.finditer(PAGE):
        if block["path"]:
            (shell / block["path"]).parent.mkdir(parents=True, exist_ok=True)
            (shell / block["path"]).write_text(block["text"], encoding="utf-8")
        for command in commands(block["text"]) if block["kind"] == "console" else ():
            ran = subprocess.run(
                ["bash", "-c", f"{command.line} 2>&1"], capture_output=True, encoding="utf-8", check=False
            )
            assert matches(command.prints, ran.stdout), f"$ {command.line}\n{ran.stdout}"
    log = subprocess.run(["git", "log", "--oneline"], capture_output=True, encoding="utf-8", check=True).stdout
    assert log.endswith(" Images from our registry\n")
    assert log.count("\n") == 1


def test_every_block_is_a_file_or_is_run() -> None:
    assert PAGE.count("\n```") == 2 * len(list(FENCE.finditer(PAGE)))
    assert [block[0] for block in FENCE.finditer(PAGE) if not block["path"] and block["kind"] != "console"] == []


def test_what_is_left_out_may_be_anything_and_nothing_else() -> None:
    assert matches("a\n…\nb…d\n", "a\nx\ny\nbcd\n")
    assert matches("…\nb\n", "b\n")
    assert not matches("a\n…\n", "b\na\n")
    assert not matches("a\n", "a\nb\n")
