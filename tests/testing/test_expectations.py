"""Findings that stand, mark or count wrongly are not the expected ones, whatever the engine says of them."""

import pytest

from edgelint.findings import Finding, FixOffer, Location
from edgelint.json_text.text import Position, Span
from edgelint.testing.expectations import Expected, Seen, agrees, unescaped
from edgelint.testing.places import UNKNOWN, Spot

CHUNKED = '{"createOptions": "{\\"Env\\":[\\"X=",\r\n "createOptions01": "\\\\u0041\\"]}"}'
SPOT = Spot("/o/Env/0", None, "X=A", True)


def seen(text: str, marked: str, *, line: int = 1, column: int | None = None, **more: str) -> Seen:
    """Return a finding of the first place of some characters; `line` and `column` are what it says of them."""
    start = text.index(marked)
    end = start + len(marked)
    before = text[:end].rpartition("\n")[2]
    first = Position(line, start + 1 if column is None else column)
    last = Position(text[:end].count("\n") + 1, len(before) + 1)
    finding = Finding(
        "A", "a", more.get("severity", "error"), more.get("message", "m"), "", "f",
        Location(Span(start, end), first, last, more.get("pointer", "/o/Env/0")), None, "", "",
    )  # fmt: skip
    return Seen(finding._replace(fix=FixOffer("safe", "t") if "fix" in more else None), text)


def expected(spot: Spot = SPOT, text: str | None = None, *, key: bool = False) -> Expected:
    return Expected("$.x", spot, text, "m", None, None, key)


MARKED = 'X=",\r\n "createOptions01": "\\\\u0041'


def test_a_text_may_cross_a_seam() -> None:
    assert agrees(expected(), seen(CHUNKED, MARKED))


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param(seen(CHUNKED, MARKED, pointer="/o/Env"), id="another pointer"),
        pytest.param(seen(CHUNKED, MARKED, message="n"), id="another message"),
        pytest.param(seen(CHUNKED, MARKED, line=2), id="another line"),
        pytest.param(seen(CHUNKED, MARKED, column=1), id="another column"),
        pytest.param(seen(CHUNKED, MARKED[:-1]), id="half an escape"),
        pytest.param(seen(CHUNKED, MARKED[1:]), id="a character too few"),
        pytest.param(seen(CHUNKED, f'"{MARKED}'), id="a quote too many"),
        pytest.param(seen(CHUNKED, "X="), id="the part before the seam"),
    ],
)
def test_a_finding_elsewhere_is_not_the_expected_one(wrong: Seen) -> None:
    assert not agrees(expected(), wrong)


@pytest.mark.parametrize(
    ("wanted", "more", "right"),
    [
        pytest.param({"severity": "error"}, {}, True, id="the severity"),
        pytest.param({"severity": "warning"}, {}, False, id="another severity"),
        pytest.param({"fix": "safe"}, {"fix": ""}, True, id="the fix"),
        pytest.param({"fix": "unsafe"}, {"fix": ""}, False, id="another fix"),
        pytest.param({"fix": "safe"}, {}, False, id="no fix"),
        pytest.param({}, {"fix": ""}, True, id="a fix that is not asked for"),
    ],
)
def test_severity_and_fix_count_where_they_are_given(wanted: dict[str, str], more: dict[str, str], right: bool) -> None:
    assert agrees(expected()._replace(**wanted), seen(CHUNKED, MARKED, **more)) is right  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "marked", "spot", "right"),
    [
        pytest.param('{"k": [1, 2]}', "[1, 2]", Spot(None, "k", [1, 2], False), True, id="a list"),
        pytest.param('{"k": [1, 2]}', "[1", Spot(None, "k", [1, 2], False), False, id="part of a list"),
        pytest.param('{"k": 1}', "1", Spot(None, "k", True, False), False, id="a number is no boolean"),
        pytest.param('{"k": "{\\"a\\":\\t1}"}', '{\\"a\\":\\t1}', Spot(None, "k", {"a": 1}, True), True, id="inside"),
        pytest.param('{"k": ""}', '""', Spot(None, "k", "", False), True, id="an empty string"),
        pytest.param('{"k": "k"}', "k", Spot(None, "k", 1, False), True, id="a key"),
        pytest.param('{"j": "k"}', "k", Spot(None, "k", 1, False), False, id="what only reads like the key"),
        pytest.param('{"o": "{\\"k\\" :1}"}', "k", Spot(None, "k", 1, True), True, id="a key inside"),
        pytest.param('{"o": "{\\u0022k\\u0022:1}"}', "k", Spot(None, "k", 1, True), True, id="a key between escapes"),
        pytest.param(
            '{"createOptions":"{\\"k","createOptions01":"\\":1}"}', "k", Spot(None, "k", 1, True), True, id="a key at a seam"
        ),
        pytest.param("{'k': 1}", "k", Spot(None, None, UNKNOWN, None), True, id="anything in a file of its own"),
    ],
)  # fmt: skip
def test_the_value_or_its_key_is_marked(text: str, marked: str, spot: Spot, right: bool) -> None:
    assert agrees(expected(spot), seen(text, marked)) is right


def test_where_the_key_is_asked_for_the_value_is_not_it() -> None:
    spot = Spot(None, "k", "v", False)
    assert agrees(expected(spot, key=True), seen('{"k": "v"}', "k"))
    assert not agrees(expected(spot, key=True), seen('{"k": "v"}', "v"))


def test_where_a_text_is_asked_for_nothing_else_is_it() -> None:
    spot = Spot(None, "k", "v w", False)
    assert agrees(expected(spot, "w"), seen('{"k": "v w"}', "w"))
    assert not agrees(expected(spot, "w"), seen('{"k": "v w"}', "v w"))
    assert agrees(expected(Spot(None, None, UNKNOWN, None), '"'), seen('{"o": "\\""}', '\\"'))


@pytest.mark.parametrize(
    ("raw", "text"), [('""', ""), ("a\\u0062", "ab"), ("a\\q", "a\\q"), ('a"b', 'a"b'), ("\\ud83d\\ude00", "😀")]
)
def test_what_cannot_be_unescaped_stays(raw: str, text: str) -> None:
    assert unescaped(raw) == text
