"""Real manifests fixed in scratch copies: only what a finding names changes, and a second fix changes nothing.

EDGELINT_CORPUS names the folder that holds manifests/ and noise/.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from changed_lines import unnamed
from command_line import run

CORPUS = os.environ.get("EDGELINT_CORPUS")
FOLDER = Path(CORPUS or "")
SAFE: tuple[str, ...] = ()
UNSAFE = ("--unsafe-fixes",)

pytestmark = [
    pytest.mark.skipif(CORPUS is None, reason="EDGELINT_CORPUS does not name the folder of the corpus"),
    pytest.mark.usefixtures("folder"),
]


class Fixed(NamedTuple):
    """The files before and after, and the report of the run between."""

    before: dict[str, bytes]
    after: dict[str, bytes]
    report: Any

    def changed(self) -> list[str]:
        return [name for name, data in self.before.items() if self.after[name] != data]


def files(folder: str) -> dict[str, bytes]:
    paths = sorted(path for path in Path(folder).rglob("*") if path.is_file())
    return {path.as_posix(): path.read_bytes() for path in paths}


def copied(folder: str) -> dict[str, bytes]:
    """Copy a folder of the corpus here and return its files."""
    shutil.copytree(FOLDER / folder, folder)
    return files(folder)


def fix(*options: str, folder: str = "manifests") -> Fixed:
    """Fix the files of a folder, each given by name."""
    before = files(folder)
    ran = run("check", "--fix", *options, "--output-format", "json", *before)
    assert (ran.status in (0, 1), ran.stderr) == (True, "")
    return Fixed(before, files(folder), json.loads(ran.stdout))


@pytest.fixture(scope="module", params=[SAFE, UNSAFE], ids=["safe", "unsafe"])
def done(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[tuple[str, ...], Fixed]:
    """Return options of a fix, and what it made of all manifests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("fixed"))
        copied("manifests")
        return request.param, fix(*request.param)


def write(contents: dict[str, bytes]) -> None:
    for name, data in contents.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(data)


def test_only_what_a_finding_names_is_changed(done: tuple[tuple[str, ...], Fixed]) -> None:
    options, ran = done
    fixed = [finding for finding in ran.report["findings"] if finding["fixed"]]
    by_file = {name: [finding for finding in fixed if finding["file"] == name] for name in ran.before}
    changed = ran.changed()
    print(options, len(changed), dict(Counter(finding["code"] for finding in fixed)))  # noqa: T201 - shown by pytest -s
    assert changed == [name for name, found in by_file.items() if found]
    assert ran.report["files"]["fixed"] == len(changed) > 100
    wrong = {name: unnamed(ran.before[name], ran.after[name], by_file[name]) for name in changed}
    assert {name: lines for name, lines in wrong.items() if lines} == {}


def test_a_second_fix_changes_nothing(done: tuple[tuple[str, ...], Fixed]) -> None:
    options, first = done
    write(first.after)
    again = fix(*options)
    assert (again.changed(), again.report["files"]["fixed"]) == ([], 0)
    assert not any(finding["fixed"] for finding in again.report["findings"])


@pytest.mark.skipif(shutil.which("patch") is None, reason="there is no program patch")
def test_patch_makes_of_a_diff_what_fix_makes(done: tuple[tuple[str, ...], Fixed]) -> None:
    options, first = done
    write(first.before)
    patch = run("check", "--diff", *options, *first.before, encoding="latin-1").stdout.encode("latin-1")
    assert files("manifests") == first.before
    subprocess.run(["patch", "--binary", "-s", "-p0"], input=patch, check=True, timeout=60)
    assert files("manifests") == first.after


def test_what_is_no_manifest_is_not_touched() -> None:
    before = copied("noise")
    run("check", "--fix", "--unsafe-fixes", *before)
    assert files("noise") == before
