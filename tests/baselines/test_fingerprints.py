"""What a fingerprint depends on."""

from typing import Any

import pytest

from edgelint.baselines.fingerprints import fingerprints
from edgelint.findings import Finding, Location
from edgelint.json_text.text import Position, Span

BIND = Finding(
    "ASE101",
    "docker-binds",
    "error",
    "It is wrong",
    "",
    "a.json",
    Location(Span(7, 9), Position(1, 8), Position(1, 10), "/modules/camera/Binds/0"),
    "camera",
    "/a:/b",
    "",
)


def moved(**members: Any) -> Finding:
    return BIND._replace(location=BIND.location._replace(**members))


def test_a_fingerprint_never_changes() -> None:
    assert fingerprints([BIND, BIND]) == ["0088c0aaaf42d8ce", "0763c127682324e8"]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(BIND._replace(file="b.json"), id="the file"),
        pytest.param(moved(span=Span(1, 2), start=Position(3, 4), end=Position(3, 5)), id="the layout"),
        pytest.param(moved(path="/modules/camera/Binds/12"), id="an index"),
        pytest.param(BIND._replace(message="x", help="x", severity="info", url="x", fixed=True), id="the words"),
    ],
)
def test_what_does_not_matter(other: Finding) -> None:
    assert fingerprints([other]) == fingerprints([BIND])


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(BIND._replace(code="ASE102"), id="the code"),
        pytest.param(BIND._replace(module=None), id="no module"),
        pytest.param(BIND._replace(value="/a:/c"), id="the value"),
        pytest.param(moved(path="/modules/camera/Mounts/0"), id="a key"),
        pytest.param(moved(path="/modules/camera/Binds/v0"), id="a key that ends in a digit"),
    ],
)
def test_what_matters(other: Finding) -> None:
    assert fingerprints([other]) != fingerprints([BIND])


def test_equal_findings_of_a_file_are_told_apart_and_other_files_do_not_matter() -> None:
    other = BIND._replace(file="b.json")
    first, second = fingerprints([BIND, BIND])
    assert first != second
    assert fingerprints([BIND, other, BIND, other]) == [first, first, second, second]


def test_a_lone_surrogate_has_a_fingerprint() -> None:
    assert len(fingerprints([BIND._replace(value="\ud800")])[0]) == 16
