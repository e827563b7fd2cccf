"""Which configuration file holds for a folder."""

import os
from pathlib import Path

import pytest
from command_line import write

from edgelint.config import ConfigError
from edgelint.config.lookup import Lookup

pytestmark = pytest.mark.usefixtures("folder")

TABLE = '[tool.edgelint]\nignore = "ASE1"\n'


def path_of(folder: str, named: str | None = None) -> str | None:
    """Return the path of the configuration for a folder."""
    config = Lookup(named).config(folder)
    return config.path if config else None


@pytest.mark.parametrize("name", [".edgelint.yaml", ".edgelint.yml", "pyproject.toml"])
@pytest.mark.parametrize("below", ["", ".", "a", "a/b/c", "not/there"])
def test_each_file_holds_for_all_folders_below_it(name: str, below: str) -> None:
    write("a/b/c/x.json")
    write(name, TABLE if name.endswith(".toml") else "ignore: ASE1\n")
    assert path_of(below) == name


def test_the_nearest_file_upward_of_the_linted_one_holds() -> None:
    write("pyproject.toml", TABLE)
    write("a/.edgelint.yaml")
    write("a/b/pyproject.toml", TABLE)
    write("a/b/c/x.json")
    lookup = Lookup()
    folders = ("", "beside", "a", "a/d", "a/b", "a/b/c")
    assert [config.path for config in map(lookup.config, folders) if config] == [
        "pyproject.toml",
        "pyproject.toml",
        "a/.edgelint.yaml",
        "a/.edgelint.yaml",
        "a/b/pyproject.toml",
        "a/b/pyproject.toml",
    ]


@pytest.mark.parametrize("first", ["a/b/c", "a", "a/b"])
def test_the_order_of_the_files_does_not_matter(first: str) -> None:
    write("a/.edgelint.yaml")
    write("a/b/c/x.json")
    lookup = Lookup()
    lookup.config(first)
    found = [lookup.config(folder) for folder in ("", "a", "a/b", "a/b/c")]
    assert [config and config.path for config in found] == [None, *["a/.edgelint.yaml"] * 3]


def test_that_of_the_linted_file_holds_not_that_of_the_current_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    write("one/.edgelint.yaml")
    write("two/.edgelint.yaml")
    monkeypatch.chdir("one")
    assert [path_of(folder) for folder in ("", "../two", "..")] == [".edgelint.yaml", "../two/.edgelint.yaml", None]


def test_a_folder_is_followed_to_where_it_is() -> None:
    write("real/.edgelint.yaml")
    write("real/deploy/x.json")
    os.symlink("real/deploy", "link")
    assert path_of("link") == "real/.edgelint.yaml"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[project]\nname = 'edgelint'\n",
        "[tool.ruff]\nline-length = 120\n",
        "[tool.edgelint-more]\nx = 1\n",
        "[tool]\nother = 1\n",
        "# like [tool.edgelint]\n",
        "[[tool.ruff\n",
        "\0\xff",
    ],
)
def test_a_pyproject_without_the_table_is_passed_by(text: str) -> None:
    write("pyproject.toml", TABLE)
    write("a/pyproject.toml", text.encode("latin-1"))
    assert path_of("a") == "pyproject.toml"


@pytest.mark.parametrize(
    "text",
    [
        "[tool.edgelint]\n",
        "[ tool . edgelint ]\n",
        "['tool'.\"edgelint\"]\n",
        "[tool.edgelint.severity]\n",
        "[[tool.edgelint.overrides]]\nfiles = 'x'\n",
        "[tool]\nedgelint = {ignore = 'ASE1'}\n",
        "[tool]\nedgelint.ignore = 'ASE1'\n",
        "tool = {edgelint = {}}\n",
        "tool.edgelint.ignore = 'ASE1'\n",
        "'tool'.edgelint.ignore = 'ASE1'\n",
        "\ufeff[tool.edgelint]\n",
        "[project]\r\nname = 'x'\r\n\r\n[tool.edgelint]\r\n",
    ],
)
def test_the_table_in_all_the_ways_to_write_it(text: str) -> None:
    write("pyproject.toml", text.encode())
    assert path_of("") == "pyproject.toml"


def test_two_configurations_in_one_folder_are_an_error() -> None:
    write(".edgelint.yaml")
    write("pyproject.toml", TABLE)
    with pytest.raises(ConfigError) as caught:
        path_of("")
    expected = ".edgelint.yaml: .edgelint.yaml and pyproject.toml both hold a configuration; keep one of them"
    assert str(caught.value) == expected


def test_a_pyproject_without_the_table_does_not_count_beside_another_file() -> None:
    write(".edgelint.yml")
    write("pyproject.toml", "[project]\n")
    assert path_of("") == ".edgelint.yml"


def test_the_file_that_is_named_holds_for_all() -> None:
    write("a/.edgelint.yaml")
    write("ci/strict.yaml", "ignore: []\n")
    lookup = Lookup("ci/strict.yaml")
    assert [lookup.config(folder) for folder in ("", "a")] == [lookup.config("")] * 2
    config = lookup.config("")
    assert config
    assert (config.path, config.folder) == ("ci/strict.yaml", os.path.realpath("ci"))


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("nowhere.yaml", "nowhere.yaml: No such file or directory"),
        (".", ".: Is a directory"),
        ("pyproject.toml", "pyproject.toml: has no table [tool.edgelint]"),
    ],
)
def test_a_named_file_that_is_no_configuration(path: str, message: str) -> None:
    write("pyproject.toml", "[project]\n")
    with pytest.raises(ConfigError) as caught:
        Lookup(path)
    assert str(caught.value) == message


def test_what_cannot_be_read_is_an_error_and_not_passed_by() -> None:
    os.symlink("nowhere", ".edgelint.yaml")
    Path("a/.edgelint.yml").mkdir(parents=True)
    for folder, message in (("", ".edgelint.yaml: No such file"), ("a", "a/.edgelint.yml: Is a directory")):
        with pytest.raises(ConfigError) as caught:
            path_of(folder)
        assert str(caught.value).startswith(message)
