"""Files that are damaged, odd or hostile: the exact message and exit status of each."""

import json
import os
import threading
from pathlib import Path
from typing import Any

import pytest
from command_line import BINDS, FAULTS, NOTHING, TEXTS, Ran, lint, lint_process, manifest, run, write

pytestmark = pytest.mark.usefixtures("folder")
TRUNCATED = '{"modulesContent": {"$edgeAgent": {'
FORMATS = ("text", "concise", "json")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(b"", Ran(0, "", NOTHING), id="an empty file"),
        pytest.param(b"\n", Ran(0, "", NOTHING), id="a blank file"),
        pytest.param(b"\xef\xbb\xbf", Ran(0, "", NOTHING), id="a byte order mark alone"),
        pytest.param(b"hello", Ran(0, "", NOTHING), id="no JSON"),
        pytest.param(b"\x00" * 100, Ran(0, "", NOTHING), id="NUL bytes"),
        pytest.param(bytes(range(256)) * 20, Ran(0, "", NOTHING), id="every byte"),
        pytest.param(b"[" * 100_000, Ran(0, "", NOTHING), id="100,000 lists"),
        pytest.param(b'{"a":' * 100_000, Ran(0, "", NOTHING), id="100,000 objects"),
        pytest.param(
            TRUNCATED.encode(),
            Ran(1, "a.json:1:36: error TST001 No JSON: the text ends inside an object\n", ""),
            id="a manifest that ends early",
        ),
        pytest.param(
            b'{"modulesContent": "abc',
            Ran(1, "a.json:1:20: error TST001 No JSON: string is not closed\n", ""),
            id="a manifest that ends in a string",
        ),
        pytest.param(
            b'{"modulesContent": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
            Ran(1, "a.json:1:275: error TST001 No JSON: lists and objects are nested deeper than 256 levels\n", ""),
            id="100,000 lists in a manifest",
        ),
        pytest.param(
            manifest().replace("cam:1", "c\xe4m").encode("latin-1"),
            Ran(1, "a.json:1:103: error TST001 No JSON: byte 0xe4 is not valid UTF-8\n", ""),
            id="a manifest that is no UTF-8",
        ),
        pytest.param(
            manifest().encode("utf-16-le"), Ran(0, "", NOTHING), id="a manifest in UTF-16 without a mark is none"
        ),
        pytest.param(
            manifest().replace("cam:1", "c\x00m").encode(),
            Ran(1, "a.json:1:103: error TST001 No JSON: character U+0000 in a string\n", ""),
            id="a NUL in a manifest",
        ),
        pytest.param(
            b"<<<<<<< HEAD\n" + manifest().encode(),
            Ran(1, 'a.json:1:1: error TST001 No JSON: expected a value, found "<<<<<<<"\n', ""),
            id="a conflict of git",
        ),
    ],
)
def test_bad_content(content: bytes, expected: Ran) -> None:
    assert lint(write("a.json", content), rules=FAULTS) == expected


def test_a_manifest_of_two_megabytes() -> None:
    many = manifest({"HostConfig": {"Binds": ["/a:/b"]}, "Labels": {f"l{n}": "x" * 1000 for n in range(2000)}})
    ran = lint(write("a.json", many))
    assert (ran.status, len(many) > 2_000_000, len(ran.stdout.splitlines())) == (1, True, 1)


def test_a_broken_manifest_of_two_megabytes_on_one_line() -> None:
    ran = lint(write("a.json", manifest()[:-1] + " " * 2_000_000), "--output-format", "text", rules=FAULTS)
    assert (ran.status, max(map(len, ran.stdout.splitlines())) <= 100) == (1, True)


SURROGATES = manifest().replace("/a:/b", "/\\\\ud800:/b\\\\udfff")


@pytest.mark.parametrize("encoding", ["utf-8", "cp949", "cp1252", "ascii", "utf-16"])
@pytest.mark.parametrize("name", FORMATS)
def test_lone_surrogates_in_a_finding(name: str, encoding: str) -> None:
    ran = lint(write("a.json", SURROGATES), "--output-format", name, encoding=encoding)
    assert (ran.status, ran.stderr) == (1, "")


def test_how_lone_surrogates_are_shown() -> None:
    write("a.json", SURROGATES)
    assert lint("a.json").stdout.endswith("Binds entry /\ufffd:/b\ufffd\n")
    assert json.loads(lint("a.json", "--output-format", "json").stdout)["findings"][0]["message"].endswith(
        "/\ud800:/b\udfff"
    )


def test_a_folder_called_like_a_file() -> None:
    write("x.json/a.json", manifest())
    assert lint("x.json").stdout == lint(".").stdout != ""


def test_a_pipe_given_by_name_is_read() -> None:
    os.mkfifo("pipe")
    writer = threading.Thread(target=Path("pipe").write_text, args=(manifest(),))
    writer.start()
    ran = lint("pipe")
    writer.join()
    assert ran.stdout.startswith("pipe:1:")


def test_a_pipe_in_a_folder_is_not_opened() -> None:
    os.mkfifo("pipe.json")
    assert lint_process(".") == Ran(0, "", NOTHING)


@pytest.mark.parametrize(
    ("target", "reason"),
    [("nowhere", "No such file or directory"), ("link.json", "Too many levels of symbolic links")],
)
def test_a_link_that_leads_nowhere(target: str, reason: str) -> None:
    Path("link.json").symlink_to(target)
    assert lint("link.json") == Ran(2, "", f"edgelint: link.json: {reason}\n")
    assert lint(".") == Ran(0, "", NOTHING)


def test_a_missing_path() -> None:
    assert lint("nowhere.json") == Ran(2, "", "edgelint: nowhere.json: no such file or folder\n")


@pytest.mark.parametrize(
    "error",
    [
        PermissionError(13, "Permission denied"),
        FileNotFoundError(2, "No such file or directory"),
        IsADirectoryError(21, "Is a directory"),
        OSError(5, "Input/output error"),
    ],
)
@pytest.mark.parametrize("given", ["a.json", "."])
def test_a_file_that_cannot_be_read(given: str, error: OSError, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Any, *more: Any, **named: Any) -> Any:
        if path == "a.json":
            raise error
        return original(path, *more, **named)

    original = open
    write("a.json", manifest())
    write("b.json", manifest())
    rule = write("own/rule.yaml", BINDS)
    monkeypatch.setattr("builtins.open", refuse)
    ran = run("check", "--no-default-rules", "--rules", rule, "--output-format", "concise", given, "b.json")
    assert (ran.status, ran.stderr) == (2, f"edgelint: a.json: {error.strerror}\n")
    assert ran.stdout.startswith("b.json:1:")


NAMES = (
    "with blank.json",
    "카메라 배포.json",
    "café.json",
    os.fsdecode(b"\xff\xfe.json"),
    "new\nline.json",
    "esc\x1b[31m.json",
)


@pytest.mark.parametrize("encoding", ["cp949", "cp1252", "ascii", "utf-8"])
@pytest.mark.parametrize("name", FORMATS)
def test_odd_names_never_fail_on_an_encoding(name: str, encoding: str) -> None:
    for file in NAMES:
        write(file, manifest({"Env": ["모델=카메라", "é=\\ud800", "emoji=😀"]}))
    ran = lint_process(".", "--output-format", name, rules=TEXTS, PYTHONIOENCODING=encoding)
    assert (ran.status, ran.stderr) == (1, "")
    assert name == "json" or sum("cam:1" in line and "TST901" in line for line in ran.stdout.splitlines()) == len(NAMES)


def test_how_odd_names_are_shown() -> None:
    for file in NAMES:
        write(file, manifest())
    shown = [line.partition(":")[0] for line in lint(".").stdout.splitlines()]
    assert shown == [
        "café.json",
        "esc\ufffd[31m.json",
        "new\ufffdline.json",
        "with blank.json",
        "카메라 배포.json",
        "\ufffd\ufffd.json",
    ]


def test_odd_names_in_json_are_whole() -> None:
    for file in NAMES:
        write(file, manifest())
    for encoding in ("utf-8", "cp949", "ascii"):
        report = json.loads(lint(".", "--output-format", "json", encoding=encoding).stdout)
        assert {finding["file"] for finding in report["findings"]} == set(NAMES)


@pytest.mark.parametrize("name", FORMATS)
def test_odd_names_on_standard_error(name: str) -> None:
    for file in NAMES:
        Path(file).symlink_to("nowhere")
    for encoding in ("utf-8", "cp949", "ascii"):
        ran = lint(*NAMES, "--output-format", name, encoding=encoding)
        assert (ran.status, len(ran.stderr.splitlines())) == (2, len(NAMES))
