"""What a fix must leave alone: lost bytes, other layouts and other spellings are all seen."""

import json

import pytest

from edgelint.testing.fixing import again, changed, unasked
from edgelint.testing.untouched import Touched, touched

BEFORE = """\
{
  "a" : [1.0, "\\u0041", {"b": 2}],
  "c": {
    "d": 1,
    "e": 2
  },
  "settings": {"createOptions": "{\\"Env\\":[\\"\\u0041=1\\", \\"B=2\\"],\\"X\\":{ \\"Y\\":1}}"}
}
"""
LIST = '[1.0, "\\u0041", {"b": 2}]'
WITHOUT_E = BEFORE.replace('1,\n    "e": 2', "1")
WITHOUT_B = BEFORE.replace(', \\"B=2\\"', "")
WITH_F = BEFORE.replace('"e": 2', '"e": 2,\n    "f": {"g": []}')


def differences(after: str, before: str = BEFORE) -> list[Touched]:
    return touched(before.encode(), after.encode())


@pytest.mark.parametrize(
    "after",
    [
        pytest.param(BEFORE, id="nothing"),
        pytest.param(WITHOUT_E, id="a member that is gone with its comma"),
        pytest.param(WITH_F, id="a new member"),
        pytest.param(WITHOUT_B, id="an item inside createOptions"),
        pytest.param(BEFORE.replace('"d"', '"x"'), id="a renamed member"),
        pytest.param(BEFORE.replace('{"b": 2}', '{"b": 3}'), id="another value"),
        pytest.param(BEFORE.replace('"\\u0041",', '"C",'), id="another item"),
        pytest.param(BEFORE.replace("[1.0", '["z"'), id="an item of another kind"),
    ],
)
def test_what_the_data_ask_for_is_no_difference(after: str) -> None:
    assert differences(after) == []


@pytest.mark.parametrize(
    ("after", "difference"),
    [
        pytest.param(WITHOUT_E.replace('"a" :', '"a":'), ('"a" : ', '"a": '), id="a lost blank"),
        pytest.param(WITHOUT_E.replace("1.0", "1.00"), (LIST, LIST.replace("0,", "00,")), id="a number"),
        pytest.param(WITHOUT_E.replace("\\u0041\",", "A\","), (LIST, LIST.replace("\\u0041", "A")), id="an escape"),
        pytest.param(WITHOUT_E.replace('    "d"', '   "d"'), ("{\n    ", "{\n   "), id="another indentation"),
        pytest.param(WITHOUT_E.removesuffix("\n"), ("\n", ""), id="a lost line end"),
        pytest.param(WITHOUT_E.replace("},\n", "}, \n"), (",\n  ", ", \n  "), id="a blank at the end of a line"),
        pytest.param(WITHOUT_B.replace("{ ", "{"), ('{ \\"Y\\":1}', '{\\"Y\\":1}'), id="a blank inside createOptions"),
        pytest.param(WITHOUT_B.replace("\\u0041=", "A="), ('\\"\\u0041=1\\"', '\\"A=1\\"'), id="an escape around createOptions"),
        pytest.param(WITH_F.replace('"d": 1,', '"d": 1, '), (",\n    ", ", \n    "), id="a gap between neighbours"),
        pytest.param(WITH_F.replace("]}\n  }", "]}}"), ("\n  }", "}"), id="the closing brace"),
    ],
)  # fmt: skip
def test_what_is_written_otherwise_is_a_difference(after: str, difference: tuple[str, str]) -> None:
    assert differences(after) == [difference]


def test_a_file_that_is_written_anew_is_different() -> None:
    anew = json.dumps(json.loads(WITHOUT_E), indent=4)
    assert len(differences(anew)) > 5


def test_keys_in_another_order_are_a_difference() -> None:
    before = '{"a":{"c":2,"b":1}}'
    assert differences('{"a":{"b":1,"c":2}}', before) == [(before, '{"a":{"b":1,"c":2}}')]
    assert differences('{"a":{"b":1,"c":2,"d":3}}', before) == [("keys c, b", "keys b, c")]


def test_a_byte_order_mark_that_is_lost_or_new_is_a_difference() -> None:
    assert touched(b"\xef\xbb\xbf{}", b"{}") == [("efbbbf", "no byte order mark")]
    assert touched(b"{}", b"\xef\xbb\xbf{}") == [("no byte order mark", "efbbbf")]


def test_new_line_ends_must_be_like_the_old_ones() -> None:
    before, after = '{\r\n "a": 1\r\n}', '{\r\n "a": 1,\n "b": 2\r\n}'
    assert differences(after, before) == [("line ends ['\\r\\n']", "line ends ['\\n', '\\r\\n']")]
    assert differences(after.replace("\r", "").replace("\n", "\r\n"), before) == []


def test_chunks_are_compared_as_one_text() -> None:
    before = '{"settings": {"createOptions": "{\\"A\\":1,\\"B", "createOptions01": "\\":[ 2],\\"C\\":3}"}}'
    after = '{"settings": {"createOptions": "{\\"B", "createOptions01": "\\":[ 2],\\"C\\":3}"}}'
    assert differences(after, before) == []
    assert differences(after.replace("[ 2", "[2"), before) == [("[ 2]", "[2]")]


def test_a_second_run_that_changes_again_is_noisy() -> None:
    assert again("a\nb\n", "a\nb\n") == []
    assert again("a\nb\n", "a\nb") == [("noisy", "", 'fixing again changes line 2: "b"')]


def test_the_first_changed_line_is_shown_shortened() -> None:
    assert changed("a\nb\n", "a\nc\nd\n") == 'line 2: "c\\n"'
    assert changed("a\n", "a\n") == ""
    assert changed("a", "x" * 100) == f'line 1: "{"x" * 29}…{"x" * 29}"'


def test_what_is_touched_is_noisy() -> None:
    assert unasked(b'{"a":1 ,"b":1}', b'{"a":1,"b":1,"c":1}') == [("noisy", '" ,"' + " stays", '","')]
