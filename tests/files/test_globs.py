"""Patterns of files, names and JSON Pointers."""

import pytest

from edgelint.files.globs import literal_file, matches_file, matches_name, matches_pointer


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        pytest.param("a.json", "a.json", id="a name in the folder"),
        pytest.param("a.json", "deep/down/a.json", id="a name in any folder"),
        pytest.param("*.template.json", "x/deployment.template.json", id="a star in a name"),
        pytest.param("?.json", "x/é.json", id="one character"),
        pytest.param("/a.json", "a.json", id="a slash in front: only that one"),
        pytest.param("./a.json", "a.json", id="a dot and a slash in front"),
        pytest.param("deploy/a.json", "deploy/a.json", id="a path"),
        pytest.param("/deploy/a.json", "deploy/a.json", id="a path with a slash in front"),
        pytest.param("./deploy/a.json", "deploy/a.json", id="a path with a dot in front"),
        pytest.param(".deploy/a.json", ".deploy/a.json", id="a hidden folder"),
        pytest.param("../other/*.json", "../other/a.json", id="a folder beside"),
        pytest.param("deploy/*.json", "deploy/a.json", id="a star behind a folder"),
        pytest.param("deploy/**", "deploy/x/y/a.json", id="two stars at the end"),
        pytest.param("deploy/", "deploy/x/a.json", id="a folder means all below it"),
        pytest.param("**/old/*.json", "old/a.json", id="two stars may be no folder"),
        pytest.param("**/old/*.json", "x/y/old/a.json", id="or many"),
        pytest.param("deploy/**/a.json", "deploy/a.json", id="two stars between: none"),
        pytest.param("deploy/**/a.json", "deploy/x/y/a.json", id="two stars between: many"),
        pytest.param("de**/a.json", "deploy/x/a.json", id="two stars in a name pass a slash"),
        pytest.param("*", ".a.json", id="a star takes a dot in front"),
        pytest.param("a[1].{json}", "x/a[1].{json}", id="brackets and braces mean themselves"),
        pytest.param("a*.json", "a\nb.json", id="a line end is a character"),
    ],
)
def test_a_pattern_matches_a_file(pattern: str, path: str) -> None:
    assert matches_file(pattern, path)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        pytest.param("a.json", "ba.json", id="a name is whole"),
        pytest.param("a.json", "a.json.bak", id="to its end"),
        pytest.param("a.json", "a.json/b.json", id="no folder of that name"),
        pytest.param("a.json", "aXjson", id="a dot is a dot"),
        pytest.param("A.json", "a.json", id="letter case counts"),
        pytest.param("/a.json", "deep/a.json", id="a slash in front: none below"),
        pytest.param("./a.json", "deep/a.json", id="a dot and a slash in front: none below"),
        pytest.param("deploy/a.json", "x/deploy/a.json", id="a path is whole"),
        pytest.param("deploy/*.json", "deploy/x/a.json", id="a star passes no slash"),
        pytest.param("deploy/?", "deploy//", id="nor does a question mark"),
        pytest.param("deploy/", "x/deploy/a.json", id="a folder is that one"),
        pytest.param("deploy/", "deploy", id="all below is not itself"),
        pytest.param("de**/a.json", "dea.json", id="two stars in a name keep the slash"),
        pytest.param("a[1].json", "a1.json", id="brackets are no set"),
    ],
)
def test_a_pattern_that_comes_near_matches_no_file(pattern: str, path: str) -> None:
    assert not matches_file(pattern, path)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("deploy/a.json", "deploy/a.json"),
        ("/a.json", "a.json"),
        ("./a.json", "a.json"),
        ("a.json", None),
        ("deploy/*.json", None),
        ("deploy/", None),
        ("deploy/a?.json", None),
    ],
)
def test_which_patterns_name_one_file(pattern: str, path: str | None) -> None:
    assert literal_file(pattern) == path


@pytest.mark.parametrize(
    ("pattern", "name", "expected"),
    [
        ("cam", "cam", True),
        ("cam", "camera", False),
        ("cam*", "camera", True),
        ("*", "a/b", True),
        ("cam?", "cam1", True),
        ("cam?", "cam", False),
        ("Cam", "cam", False),
        ("a.b", "aXb", False),
        ("a**/b", "ax/b", True),
    ],
)
def test_names(pattern: str, name: str, expected: bool) -> None:
    assert matches_name(pattern, name) is expected


@pytest.mark.parametrize(
    ("pattern", "pointer", "expected"),
    [
        pytest.param("/a/b/0", "/a/b/0", True, id="whole"),
        pytest.param("/a/b", "/a/b/0", False, id="whole to its end"),
        pytest.param("/b/0", "/a/b/0", False, id="whole from its start"),
        pytest.param("b/0", "/a/b/0", True, id="its end"),
        pytest.param("0", "/a/b/0", True, id="its last step"),
        pytest.param("b/0", "/a/xb/0", False, id="steps are whole"),
        pytest.param("b/*", "/a/b/17", True, id="a star is a step"),
        pytest.param("b/*", "/a/b/17/c", False, id="one step"),
        pytest.param("b/**", "/a/b/17/c", True, id="two stars are any number"),
        pytest.param("a/**/c", "/a/c", True, id="none, too"),
        pytest.param("PortBindings/80~1tcp", "/x/PortBindings/80~1tcp", True, id="escapes as they are written"),
        pytest.param("$edgeAgent/*", "/$edgeAgent/x", True, id="a dollar is a dollar"),
    ],
)
def test_pointers(pattern: str, pointer: str, expected: bool) -> None:
    assert matches_pointer(pattern, pointer) is expected
