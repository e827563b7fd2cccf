"""A file is replaced whole or stays as it is, whatever goes wrong."""

import errno
import os
import tempfile
from pathlib import Path
from typing import Any

import pytest

from edgelint.files.writer import WriteError, replace_file

pytestmark = pytest.mark.usefixtures("folder")
OLD, NEW = b'{"a":\r\n1}', b"\xef\xbb\xbf{}\n"


def old(path: str = "a.json") -> str:
    Path(path).write_bytes(OLD)
    return path


def refused(path: str) -> str:
    """Return why a file is not replaced."""
    with pytest.raises(WriteError) as error:
        replace_file(path, OLD, NEW)
    return str(error.value)


def names() -> list[str]:
    return sorted(os.listdir())


@pytest.mark.parametrize(
    "name",
    ["a.json", "a b.json", "카메라 배포.json", "-q", ".hidden", "n\nl.json", "caf\udce9.json", "x" * 250 + ".json"],
)
def test_the_new_content_takes_the_place_of_the_old(name: str) -> None:
    replace_file(old(name), OLD, NEW)
    assert (Path(name).read_bytes(), names()) == (NEW, [name])


@pytest.mark.parametrize("path", ["b/a.json", "./b/../b/a.json"])
def test_a_file_in_another_folder(path: str) -> None:
    Path("b").mkdir()
    replace_file(old(path), OLD, NEW)
    assert (Path(path).read_bytes(), os.listdir("b")) == (NEW, ["a.json"])


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755, 0o4750, 0o666])
def test_the_mode_stays(mode: int) -> None:
    os.chmod(old(), mode)
    replace_file("a.json", OLD, NEW)
    assert os.stat("a.json").st_mode & 0o7777 == mode


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
@pytest.mark.parametrize(("owner", "group"), [(12345, 54321), (12345, -1), (-1, 54321)])
def test_the_owner_stays(owner: int, group: int) -> None:
    os.chown(old(), owner, group)
    os.chmod("a.json", 0o4640)
    before = os.stat("a.json")
    replace_file("a.json", OLD, NEW)
    after = os.stat("a.json")
    assert after[0] == before[0]
    assert after[4:6] == before[4:6]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_the_group_stays_in_a_folder_that_gives_its_own() -> None:
    old()
    os.chown(".", -1, 54321)
    os.chmod(".", 0o2755)
    replace_file("a.json", OLD, NEW)
    assert os.stat("a.json").st_gid == os.getegid()


@pytest.mark.parametrize("links", [["link.json"], ["link.json", "second.json"]])
def test_a_link_is_followed_and_stays(links: list[str]) -> None:
    Path("b").mkdir()
    target = old("b/a.json")
    for link in links:
        os.symlink(target, link)
        target = link
    replace_file(links[-1], OLD, NEW)
    assert Path("b/a.json").read_bytes() == NEW
    assert (os.readlink(links[0]), names(), os.listdir("b")) == ("b/a.json", sorted(["b", *links]), ["a.json"])


def test_a_hard_link_is_refused() -> None:
    os.link(old(), "b.json")
    assert refused("a.json") == "has 2 hard links, which replacing it would part"
    assert os.path.samefile("a.json", "b.json")
    assert (Path("a.json").read_bytes(), names()) == (OLD, ["a.json", "b.json"])


def test_a_file_that_has_changed_is_left_to_who_changed_it() -> None:
    Path("a.json").write_bytes(OLD + b" ")
    assert refused("a.json") == "changed while it was being fixed"
    assert (Path("a.json").read_bytes(), names()) == (OLD + b" ", ["a.json"])


def test_a_file_that_has_the_new_content_already_is_no_failure() -> None:
    Path("a.json").write_bytes(NEW)
    replace_file("a.json", OLD, NEW)
    assert (Path("a.json").read_bytes(), names()) == (NEW, ["a.json"])


def test_a_folder_is_refused() -> None:
    Path("a.json").mkdir()
    assert (refused("a.json"), names()) == ("is no regular file", ["a.json"])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_pipe_is_refused() -> None:
    os.mkfifo("a.json")
    assert (refused("a.json"), names()) == ("is no regular file", ["a.json"])


@pytest.mark.parametrize("path", ["a.json", "no/a.json"])
def test_a_file_that_has_gone_is_not_made_again(path: str) -> None:
    assert (refused(path), names()) == ("No such file or directory", [])


def test_a_link_to_nowhere_is_refused() -> None:
    os.symlink("nowhere", "a.json")
    assert (refused("a.json"), names()) == ("No such file or directory", ["a.json"])


def test_a_read_only_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    old()
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    assert (refused("a.json"), Path("a.json").read_bytes(), names()) == ("is read-only", OLD, ["a.json"])


@pytest.mark.parametrize(
    ("module", "call"),
    [
        (tempfile, "mkstemp"),
        (os, "fdopen"),
        (os, "fsync"),
        (os, "fstat"),
        (os, "chmod"),
        (os, "replace"),
    ],
)
def test_nothing_is_lost_or_left_behind_where_a_call_fails(
    module: Any, call: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "somewhere")

    old()
    with monkeypatch.context() as patched:
        patched.setattr(module, call, fail)
        message = refused("a.json")
    assert (message, Path("a.json").read_bytes(), names()) == ("No space left on device", OLD, ["a.json"])


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_nothing_is_lost_or_left_behind_where_somebody_stops_the_run(
    call: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    old()
    monkeypatch.setattr(os, call, stop)
    with pytest.raises(KeyboardInterrupt):
        replace_file("a.json", OLD, NEW)
    assert (Path("a.json").read_bytes(), names()) == (OLD, ["a.json"])


def test_a_file_that_changes_while_the_new_one_is_written_is_left_to_who_changed_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    old()
    monkeypatch.setattr(os, "fsync", lambda _: Path("a.json").write_bytes(b"theirs"))
    assert refused("a.json") == "changed while it was being fixed"
    assert (Path("a.json").read_bytes(), names()) == (b"theirs", ["a.json"])


def test_a_file_that_goes_while_the_new_one_is_written_is_not_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    old()
    monkeypatch.setattr(os, "fsync", lambda _: os.unlink("a.json"))
    assert (refused("a.json"), names()) == ("No such file or directory", [])


def test_a_full_device_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    if not os.path.exists("/dev/full"):
        pytest.skip("there is no device that is always full")
    old()
    temporary = tempfile.mkstemp

    def full(**options: Any) -> tuple[int, str]:
        descriptor, name = temporary(**options)
        os.close(descriptor)
        return os.open("/dev/full", os.O_WRONLY), name

    monkeypatch.setattr(tempfile, "mkstemp", full)
    assert (refused("a.json"), Path("a.json").read_bytes(), names()) == ("No space left on device", OLD, ["a.json"])


def test_the_new_file_is_made_beside_the_old_one(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("b").mkdir()
    old("b/a.json")
    beside: list[list[str]] = []
    monkeypatch.setattr(os, "fsync", lambda _: beside.append(sorted(os.listdir("b"))))
    replace_file("b/a.json", OLD, NEW)
    assert [len(names) for names in beside] == [2]
    assert os.listdir("b") == ["a.json"]
