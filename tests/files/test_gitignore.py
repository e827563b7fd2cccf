"""What git ignores is not walked into: each case is asked of git itself too, where that is installed."""

import contextlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest
from command_line import write
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from edgelint.files.discovery import find_files

pytestmark = pytest.mark.usefixtures("folder")


def names(*paths: str) -> list[str]:
    return [found.name for found in find_files(paths)]


def repository(files: dict[str, str], path: str = ".") -> None:
    """Make a repository of files with their texts; those of an empty text are what a walk may find."""
    Path(path, ".git/info").mkdir(parents=True)
    for name in ("objects", "refs"):
        Path(path, ".git", name).mkdir()
    write(f"{path}/.git/HEAD", "ref: refs/heads/main\n")
    for name, text in files.items():
        write(f"{path}/{name}", text)


def git_names() -> list[str]:
    """Return the files that git itself would add, of those that a walk may find."""
    listed = subprocess.run(
        ["git", "-c", "core.excludesFile=", "ls-files", "-z", "--others", "--exclude-standard"],
        check=True, capture_output=True,
    )  # fmt: skip
    return sorted(name for name in os.fsdecode(listed.stdout).split("\0") if name.endswith(".json"))


CASES = [
    pytest.param({".gitignore": "a.json\n"}, "a.json b/a.json c.json", "c.json", id="a name, at any depth"),
    pytest.param({".gitignore": "/a.json\n"}, "a.json b/a.json", "b/a.json", id="a path from the root"),
    pytest.param({".gitignore": "b/a.json\n"}, "b/a.json c/b/a.json", "c/b/a.json", id="a path is from the root too"),
    pytest.param({".gitignore": "*.json\n!a.json\n"}, "a.json b.json c/a.json", "a.json c/a.json", id="negation"),
    pytest.param({".gitignore": "!a.json\n*.json\n"}, "a.json", "", id="the last that matches decides"),
    pytest.param({".gitignore": "b/\n!b/a.json\n"}, "b/a.json c.json", "c.json", id="no way back out of a folder"),
    pytest.param({".gitignore": "b/*\n!b/a.json\n"}, "b/a.json b/c.json", "b/a.json", id="but out of what is in it"),
    pytest.param({".gitignore": "b/\n"}, "b/x.json c/b/x.json d/b.json", "d/b.json", id="a folder, at any depth"),
    pytest.param({".gitignore": "b.json/\n"}, "b.json c/b.json/x.json", "b.json", id="a folder and no file"),
    pytest.param({".gitignore": "*\n!*/\n!a.json\n"}, "a.json x.json b/c/a.json b/y.json", "a.json b/c/a.json", id="only"),
    pytest.param({".gitignore": "/*\n!/b/\n"}, "a.json b/a.json b/c/a.json", "b/a.json b/c/a.json", id="only a folder"),
    pytest.param({".gitignore": "*.json\n!b/\n"}, "a.json b/a.json", "", id="a folder taken back, not what is in it"),
    pytest.param({".gitignore": "**/b/*.json\n"}, "b/a.json c/d/b/a.json b/c/a.json", "b/c/a.json", id="** in front"),
    pytest.param({".gitignore": "b/**/a.json\n"}, "b/a.json b/c/d/a.json b/x.json", "b/x.json", id="** in the middle"),
    pytest.param({".gitignore": "b/**\n"}, "b/a.json b/c/a.json bb/a.json", "bb/a.json", id="** at the end"),
    pytest.param({".gitignore": "?[ab]c.json\n"}, "xac.json xbc.json xcc.json", "xcc.json", id="? and a class"),
    pytest.param({".gitignore": "[!a].json\n[[:digit:]]*\n"}, "a.json b.json 1x.json", "a.json", id="other classes"),
    pytest.param({".gitignore": "# a.json\n\n \\#*\n\\!b.json\n"}, "a.json !b.json", "a.json", id="comments, escapes"),
    pytest.param({".gitignore": "a.json  \nb.json\\ \nc.json\r\n"}, "a.json b.json c.json", "b.json", id="ends of lines"),
    pytest.param({".gitignore": "\ufeffa.json\n"}, "a.json b.json", "b.json", id="a byte order mark"),
    pytest.param({".gitignore": "카메라*.json\n"}, "카메라1.json 카.json", "카.json", id="Korean"),
    pytest.param({".gitignore": "/\n!\n//\n\\\n[\n[z-a]\n"}, "a.json", "a.json", id="patterns that are none"),
    pytest.param({".gitignore": ".*\n"}, ".a/x.json .b.json c.json", "c.json", id="what begins with a dot"),
    pytest.param({".gitignore": "a*\n"}, ".a.json ab.json b.json", ".a.json b.json", id="letters do not meet a dot"),
    pytest.param({".gitignore": "A.json\n"}, "a.json", "a.json", id="letter case"),
    pytest.param({"b/.gitignore": "a.json\n"}, "a.json b/a.json b/c/a.json", "a.json", id="a nested file"),
    pytest.param({"b/.gitignore": "/a.json\n"}, "b/a.json b/c/a.json", "b/c/a.json", id="a path from its folder"),
    pytest.param({".gitignore": "*.json\n", "b/.gitignore": "!a.json\n"}, "a.json b/a.json", "b/a.json", id="nearer wins"),
    pytest.param({".gitignore": "b/\n", "b/.gitignore": "!a.json\n"}, "b/a.json", "", id="but not in what is ignored"),
    pytest.param({".git/info/exclude": "a.json\n/b/c/\n"}, "b/a.json b/c/x.json c.json", "c.json", id="info/exclude"),
    pytest.param(
        {".git/info/exclude": "*.json\n", ".gitignore": "!a.json\n"}, "a.json b/a.json c.json", "a.json b/a.json",
        id="info/exclude is the weakest",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("patterns", "given", "expected"), CASES)
def test_what_is_ignored(patterns: dict[str, str], given: str, expected: str) -> None:
    repository(patterns | dict.fromkeys(given.split(), ""))
    assert names(".") == sorted(expected.split())
    if shutil.which("git"):
        assert git_names() == sorted(expected.split())


WORD = st.sampled_from(
    [
        "a",
        "b",
        "ab",
        "*",
        "**",
        "a*",
        "?",
        "*.json",
        "x.json",
        "y.json",
        "[ab]",
        "[!a]",
        "[a-c]*",
        "\\a",
        "\\*",
        "*[.]json",
    ]
)
PATTERN = st.builds(
    lambda negated, top, words, folder, end: negated + top + "/".join(words) + folder + end,
    st.sampled_from(["", "", "!"]), st.sampled_from(["", "", "/"]), st.lists(WORD, min_size=1, max_size=3),
    st.sampled_from(["", "", "/"]), st.sampled_from(["", "", " ", "\r"]),
)  # fmt: skip
PATTERNS = st.lists(PATTERN, min_size=1, max_size=4).map("\n".join)
FOLDER = st.lists(st.sampled_from(["a", "b", "ab", "c", "a b", "x.json"]), max_size=3).map("/".join)
FILE = st.builds(os.path.join, FOLDER, st.sampled_from(["x.json", "y.json", ".z.json", "*.json"]))


def _is_free(name: str) -> bool:
    """Tell whether a file may have this name: no part of it is a file, it is no folder."""
    parts = name.split("/")
    return not Path(name).exists() and not any(Path(*parts[:end]).is_file() for end in range(1, len(parts)))


@pytest.mark.skipif(shutil.which("git") is None, reason="git is missing")
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(FILE, min_size=1, max_size=12), st.dictionaries(FOLDER, PATTERNS, max_size=3), PATTERNS | st.just(""))
def test_git_says_the_same(files: list[str], patterns: dict[str, str], exclude: str) -> None:
    with tempfile.TemporaryDirectory(dir=".") as place, contextlib.chdir(place):
        repository({".git/info/exclude": exclude})
        texts = {os.path.join(at, ".gitignore"): text for at, text in patterns.items()}
        for name, text in {**dict.fromkeys(files, ""), **texts}.items():
            if _is_free(name):
                write(name, text)
        assert names(".") == git_names()


def test_a_file_is_read_by_name_although_it_is_ignored() -> None:
    repository({".gitignore": "a.json\nb/\n", "a.json": "", "b/c.json": ""})
    assert names(".", "a.json", "b/c.json") == ["a.json", "b/c.json"]
    assert [found.named for found in find_files([".", "a.json"])] == [True]


@pytest.mark.parametrize("pattern", ["b/", "b/*", "*.json", "/a/"])
def test_a_folder_is_walked_by_what_stands_above_it(pattern: str) -> None:
    repository({".gitignore": f"{pattern}\n", "a/b/c.json": "", "d/e.json": ""})
    kept = {"b/": ["d/e.json"], "b/*": ["a/b/c.json", "d/e.json"], "*.json": [], "/a/": ["d/e.json"]}[pattern]
    assert names(".") == kept
    assert names("a", "d") == (kept if pattern != "/a/" else ["a/b/c.json", "d/e.json"])


def test_a_folder_that_is_ignored_may_be_given_and_has_patterns_of_its_own() -> None:
    repository({".gitignore": "build/\nx.json\n", "build/.gitignore": "/a.json\n"})
    for name in ("build/a.json", "build/x.json", "build/c/a.json"):
        write(name)
    assert names("build") == ["build/c/a.json", "build/x.json"]
    assert names("build/c") == ["build/c/a.json"]
    assert names(".") == []


def test_outside_of_a_repository_the_files_in_the_folder_count_and_none_above_it() -> None:
    for name, text in {".gitignore": "b.json\n", "a/.gitignore": "c.json\n", "a/b.json": "", "a/c.json": ""}.items():
        write(name, text)
    assert names("a") == ["a/b.json"]
    assert names(".") == []


def test_a_repository_in_another_takes_no_patterns_from_it() -> None:
    repository({".gitignore": "a.json\n", "a.json": ""})
    repository({"a.json": "", "b.json": "", ".git/info/exclude": "b.json\n"}, path="vendor/inner")
    assert names(".") == names("vendor/inner") == ["vendor/inner/a.json"]


def test_a_worktree_has_the_excluded_files_of_its_repository(folder: Path) -> None:
    repository({".git/info/exclude": "a.json\n", ".git/worktrees/w/commondir": "../..\n"}, path="main")
    write("w/.git", f"gitdir: {folder}/main/.git/worktrees/w\n")
    for name in ("w/a.json", "w/b.json"):
        write(name)
    assert names("w") == ["w/b.json"]


def test_a_submodule_has_excluded_files_of_its_own() -> None:
    repository({".git/info/exclude": "b.json\n", ".git/modules/sub/info/exclude": "a.json\n"}, path="main")
    write("main/sub/.git", "gitdir: ../.git/modules/sub\n")
    for name in ("main/sub/a.json", "main/sub/b.json"):
        write(name)
    assert names("main") == ["main/sub/b.json"]


def test_a_repository_is_found_behind_a_link_to_a_folder_of_it() -> None:
    repository({".gitignore": "/a/x.json\n", "a/x.json": "", "a/y.json": ""}, path="main")
    Path("link").symlink_to("main/a")
    assert names("link") == ["link/y.json"]


def test_no_git_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_options: object) -> None:
        raise AssertionError("a process was started")

    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("subprocess.Popen", refuse)
    repository({".gitignore": "a.json\n", "a.json": "", "b.json": ""})
    assert names(".") == ["b.json"]


def test_a_file_of_patterns_that_cannot_be_read_says_nothing() -> None:
    repository({".gitignore/x.json": "", "a.json": ""})
    write("b/.git", "no path")
    write("b/c.json")
    assert names(".") == [".gitignore/x.json", "a.json", "b/c.json"]


def test_a_name_that_is_no_text_can_be_ignored() -> None:
    write(".gitignore", b"\xff.json\n")
    for name in (b"\xff.json", b"\xfe.json"):
        write(os.fsdecode(name))
    assert names(".") == [os.fsdecode(b"\xfe.json")]
