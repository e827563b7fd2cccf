"""Which files a run opens, how they are called and in which order."""

import os
from pathlib import Path

import pytest
from command_line import write

from edgelint.files.discovery import Found, MissingPathError, begins_as_json, find_files, spelled

pytestmark = pytest.mark.usefixtures("folder")


def names(*paths: str) -> list[str]:
    return [found.name for found in find_files(paths)]


def test_a_walk_takes_four_endings_in_any_letter_case() -> None:
    for name in ("a.json", "b.jsonc", "c.template", "d.txt", "e.JSON", "f.yaml", "g", "h.json5", "json", "i.json.bak"):
        write(name)
    assert names(".") == ["a.json", "b.jsonc", "c.template", "d.txt", "e.JSON"]


def test_a_walk_goes_into_folders_but_not_into_git_and_node_modules() -> None:
    for name in ("a/b/c.json", ".azure/d.json", ".git/e.json", "a/node_modules/f.json", "x.json/g.json"):
        write(name)
    assert names(".") == [".azure/d.json", "a/b/c.json", "x.json/g.json"]


def test_a_folder_that_a_walk_leaves_out_may_be_given() -> None:
    write("node_modules/a.json")
    assert names("node_modules") == ["node_modules/a.json"]


def test_a_walk_meets_no_pipe_no_broken_link_and_no_loop() -> None:
    os.mkfifo("pipe.json")
    Path("broken.json").symlink_to("nowhere")
    Path("loop.json").symlink_to("loop.json")
    Path("round").symlink_to(".")
    write("a.json")
    assert names(".") == ["a.json"]


def test_a_walk_takes_links_to_files_elsewhere() -> None:
    write("a.json")
    Path("b").mkdir()
    Path("b/linked.json").symlink_to("../a.json")
    assert names("b") == ["b/linked.json"]


def test_a_file_given_by_name_may_be_called_anything() -> None:
    assert find_files([write("a.yaml")]) == [Found("a.yaml", named=True)]


@pytest.mark.parametrize(
    "paths", [("a", "a/x.json", "b.json"), ("b.json", "a/x.json", "a"), ("b.json", "a", "a", "./b.json")]
)
def test_a_file_comes_once_in_the_order_of_the_names(paths: tuple[str, ...]) -> None:
    write("a/x.json")
    write("b.json")
    assert names(*paths) == ["a/x.json", "b.json"]


def test_a_file_that_is_given_by_name_counts_as_named_wherever_else_it_is_met() -> None:
    write("a/x.json")
    assert find_files(["a", "a/x.json"]) == find_files(["a/x.json", "a"]) == [Found("a/x.json", named=True)]


def test_two_spellings_of_a_file_are_one_file(folder: Path) -> None:
    write("a/x.json")
    assert names("a/x.json", str(folder / "a/x.json"), "a/../a/x.json") == [str(folder / "a/x.json")]


@pytest.mark.parametrize("paths", [("a.json", "z.json"), ("z.json", "a.json"), (".",), (".", "a.json")])
def test_a_file_and_a_link_to_it_are_one_that_is_called_as_the_file(paths: tuple[str, ...]) -> None:
    Path("a.json").symlink_to(write("z.json"))
    assert find_files(paths) == [Found("z.json", named=paths != (".",))]


def test_a_file_through_a_link_to_its_folder_is_one() -> None:
    write("b/x.json")
    Path("a").symlink_to("b")
    assert names("b", "a", "a/x.json") == ["a/x.json"]


def test_two_links_to_a_file_that_is_not_given_are_one() -> None:
    write("x/y.json")
    for name in ("b.json", "a.json"):
        Path(name).symlink_to("x/y.json")
    assert names("b.json", "a.json") == ["a.json"]


def test_two_hard_links_are_one_file() -> None:
    os.link(write("b.json"), "a.json")
    assert names("b.json", "a.json") == ["a.json"]


def test_two_files_of_one_content_are_two() -> None:
    assert names(write("a.json", "{}"), write("b.json", "{}")) == ["a.json", "b.json"]


def test_files_of_a_file_system_without_numbers_are_told_apart_by_their_paths(monkeypatch: pytest.MonkeyPatch) -> None:
    def numberless(path: str) -> os.stat_result:
        return os.stat_result((*stat(path)[:1], 0, *stat(path)[2:]))

    stat = os.stat
    paths = write("a.json"), write("b.json"), "./a.json"
    monkeypatch.setattr("os.stat", numberless)
    assert names(*paths) == ["a.json", "b.json"]


def test_all_paths_that_do_not_exist_are_told_in_order() -> None:
    write("a.json")
    with pytest.raises(MissingPathError) as caught:
        find_files(["z.json", "a.json", "b.json", "a.json/"])
    assert str(caught.value) == "\n".join(f"{name}: no such file or folder" for name in ("a.json/", "b.json", "z.json"))


def test_a_broken_link_given_by_name_exists() -> None:
    Path("broken.json").symlink_to("nowhere")
    assert names("broken.json") == ["broken.json"]


def test_a_folder_that_cannot_be_listed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    write("a/x.json")
    monkeypatch.setattr("os.scandir", refuse)
    assert [(found.name, str(found.fault)) for found in find_files(["a"])] == [
        ("a", "[Errno 13] Permission denied: 'a'")
    ]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param("./a//b/./c.json", "a/b/c.json", id="what adds nothing goes"),
        pytest.param("link/../a.json", "link/../a.json", id="a step up stays, for a link may stand before it"),
        pytest.param("../a.json", "../a.json", id="a step up in front"),
        pytest.param("/a/./b.json", "/a/b.json", id="an absolute path"),
        pytest.param("..a/./b..json", "..a/b..json", id="dots of a name"),
    ],
)
def test_how_a_path_is_spelled(path: str, expected: str) -> None:
    assert spelled(path) == expected


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        pytest.param(b"", False, id="nothing"),
        pytest.param(b" \r\n\t", False, id="blanks only"),
        pytest.param(b"hello {", False, id="a word"),
        pytest.param(b'"{"', False, id="a string"),
        pytest.param(b"// {", False, id="a comment only"),
        pytest.param(b"# a\n{}", False, id="a comment of another language"),
        pytest.param(b"/* {", False, id="a comment that does not end"),
        pytest.param(b"/ {", False, id="a lone slash"),
        pytest.param(b"// a\nhello {}", False, id="a comment, then a word"),
        pytest.param(b"\x00\x00{", True, id="padding"),
        pytest.param(b"{", True, id="an object"),
        pytest.param(b" \n[", True, id="a list behind blanks"),
        pytest.param(b"// a\n /* b\n * c */\r\n// d\r\n\t{", True, id="an object behind comments"),
        pytest.param(b"/**/{", True, id="an empty comment"),
        pytest.param(b"\xef\xbb\xbf{", True, id="a byte order mark"),
        pytest.param("{}".encode("utf-16"), True, id="UTF-16"),
        pytest.param("// ä\n{}".encode("utf-32"), True, id="UTF-32 and a comment"),
    ],
)
def test_what_begins_as_json(start: bytes, expected: bool) -> None:
    assert begins_as_json(start, cut=False) is expected


@pytest.mark.parametrize("start", [b"", b"  ", b"// a", b"/* a", b"/", b"/* a *"])
def test_what_may_yet_begin_as_json(start: bytes) -> None:
    assert begins_as_json(start, cut=True)


@pytest.mark.parametrize("start", [b"a", b"/a", b"// a\na"])
def test_what_never_begins_as_json(start: bytes) -> None:
    assert not begins_as_json(start, cut=True)
