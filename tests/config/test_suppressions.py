"""Which findings a suppression leaves out, and until when."""

import re
from datetime import UTC, datetime
from typing import Any

import pytest

from edgelint.config.model import Suppression
from edgelint.config.suppressions import day_of, holds_for, is_expired, only_files, suppresses
from edgelint.findings import Finding, Location
from edgelint.json_text.text import Position, Span
from edgelint.rule_files.selection import Word

PATH = "/modulesContent/$edgeAgent/properties.desired/modules/camera/settings/createOptions/HostConfig/Binds/0"
FINDING = Finding(
    "ASE101",
    "docker-binds",
    "error",
    "It is wrong",
    "",
    "a.json",
    Location(Span(7, 9), Position(1, 8), Position(1, 10), PATH),
    "camera",
    "/a:/b",
    "",
)


def entry(**members: Any) -> Suppression:
    base = Suppression(Word("ASE101", ""), (), None, None, "Hans knows", None, "", Position(1, 1))
    return base._replace(**{**members, "rule": Word(members.get("rule", "ASE101"), "")})


@pytest.mark.parametrize(
    "members",
    [
        pytest.param({}, id="a code"),
        pytest.param({"rule": "ase101"}, id="a code in small letters"),
        pytest.param({"rule": "docker-binds"}, id="a name"),
        pytest.param({"rule": "Docker-Binds"}, id="a name in another letter case"),
        pytest.param({"module": "camera"}, id="the module"),
        pytest.param({"module": "cam*"}, id="modules of a pattern"),
        pytest.param({"path": PATH}, id="the path"),
        pytest.param({"path": "Binds/0"}, id="the end of the path"),
        pytest.param({"path": "HostConfig/Binds/*"}, id="any item"),
        pytest.param({"path": "modules/camera/**"}, id="all below"),
        pytest.param({"module": "camera", "path": "Binds/*", "rule": "docker-binds"}, id="all of it together"),
    ],
)
def test_an_entry_leaves_out(members: dict[str, str]) -> None:
    assert suppresses(entry(**members), FINDING)


@pytest.mark.parametrize(
    "members",
    [
        pytest.param({"rule": "ASE1"}, id="a prefix is no rule"),
        pytest.param({"rule": "ASE102"}, id="another code"),
        pytest.param({"rule": "docker"}, id="a part of a name"),
        pytest.param({"module": "cam"}, id="a part of the module"),
        pytest.param({"module": "Camera"}, id="a module in another letter case"),
        pytest.param({"path": "Binds"}, id="what stands around it"),
        pytest.param({"path": "Binds/1"}, id="another item"),
        pytest.param({"path": "/Binds/0"}, id="a path that is not whole"),
        pytest.param({"path": "inds/0"}, id="a part of a step"),
        pytest.param({"module": "camera", "path": "Mounts/*"}, id="the module at another path"),
        pytest.param({"module": "other", "path": "Binds/*"}, id="the path in another module"),
    ],
)
def test_an_entry_that_comes_near_does_not(members: dict[str, str]) -> None:
    assert not suppresses(entry(**members), FINDING)


def test_an_entry_of_a_module_is_not_for_what_stands_in_none() -> None:
    assert not suppresses(entry(module="*"), FINDING._replace(module=None))
    assert suppresses(entry(), FINDING._replace(module=None))


@pytest.mark.parametrize(
    ("files", "expected"),
    [((), True), (("a.json",), True), (("x/", "deploy/*"), True), (("deploy/*/a.json",), False), (("b.json",), False)],
)
def test_for_which_files_an_entry_is(files: tuple[str, ...], expected: bool) -> None:
    assert holds_for(entry(files=files), "deploy/a.json") is expected


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ((), None),
        (("deploy/a.json", "/b.json"), ["deploy/a.json", "b.json"]),
        (("deploy/a.json", "b.json"), None),
        (("deploy/*.json",), None),
    ],
)
def test_which_entries_name_their_files(files: tuple[str, ...], expected: list[str] | None) -> None:
    assert only_files(entry(files=files)) == expected


@pytest.mark.parametrize(
    ("expires", "expected"),
    [(None, False), ("2027-02-01", False), ("2027-01-31", False), ("2027-01-30", True), ("2026-12-31", True)],
)
def test_the_day_of_expiry_is_the_last_one(expires: str | None, expected: bool) -> None:
    assert is_expired(entry(expires=expires), "2027-01-31") is expected


@pytest.mark.parametrize(
    ("epoch", "expected"),
    [
        ("0", "1970-01-01"),
        ("86399", "1970-01-01"),
        ("86400", "1970-01-02"),
        ("1801353600", "2027-01-31"),
        ("1801439999", "2027-01-31"),
        ("-1", "1969-12-31"),
    ],
)
def test_the_day_that_the_environment_names(monkeypatch: pytest.MonkeyPatch, epoch: str, expected: str) -> None:
    monkeypatch.setenv("TZ", "Asia/Seoul")
    assert day_of({"SOURCE_DATE_EPOCH": epoch}) == expected


@pytest.mark.parametrize("epoch", ["", "soon", "1.5", "99999999999999999999"])
def test_what_is_no_time(epoch: str) -> None:
    with pytest.raises((ValueError, OverflowError, OSError)):
        day_of({"SOURCE_DATE_EPOCH": epoch})


def test_without_it_the_day_is_that_of_today() -> None:
    before, day, after = datetime.now(UTC), day_of({}), datetime.now(UTC)
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", day)
    assert day in (before.date().isoformat(), after.date().isoformat())
