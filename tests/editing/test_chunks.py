"""Fixes of createOptions written back into the strings that hold them."""

import json
import re

import pytest
from fixed_texts import fix
from manifest_builders import into

from edgelint.editing.chunks import units
from edgelint.editing.edits import apply
from edgelint.editing.patch import Patch
from edgelint.json_text.reading import read
from edgelint.json_text.views import Place, View

FULL = 512


def inner_view(outer: str) -> View:
    """Return the view of the options that the settings hold, chunks in the order of their numbers."""
    view = View(outer, None)
    settings = read(outer).data
    keys = sorted(
        (key for key in settings if re.fullmatch("(?i)createoptions[0-9]*", key) and settings[key]), key=_number
    )
    return View("".join(settings[key] for key in keys), None, tuple(Place(view, (key,)) for key in keys))


def _number(key: str) -> int:
    return int(re.sub(r"\D", "", key) or 0)


def carried(outer: str, words: str) -> str:
    """Return the text around with a fix made in the options."""
    view = inner_view(outer)
    patch = Patch(view.strings[0].view)
    assert patch.take(fix(view, words))
    after = apply(outer, patch.edits())
    assert read(after).data == patch.expected()[0][1]
    return after


def options(length: int, filler: str = "x") -> str:
    """Return options of a length in UTF-16 units."""
    frame = '{"a": "", "b": "§"}'
    return into(frame, filler * ((length - len(frame) + 1) // units(filler)))


def chunked(*chunks: str, base: str = "createOptions", width: int = 2) -> str:
    """Return settings with these chunks, an image behind them."""
    keys = [base + (f"{index:0{width}}" if index else "") for index in range(len(chunks))]
    return json.dumps({**dict(zip(keys, chunks, strict=True)), "image": "x"}, ensure_ascii=False)


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        pytest.param(r"{\"a\":1}", "add b 2", r"{\"a\":1,\"b\":2}", id="escaped quotes"),
        pytest.param(r"{\u0022a\u0022:1}", "add b 2", r"{\u0022a\u0022:1,\u0022b\u0022:2}", id="quotes as four digits"),
        pytest.param(r"{\"a\":\"\/x\"}", 'add b "/y"', r"{\"a\":\"\/x\",\"b\":\"\/y\"}", id="escaped slashes"),
        pytest.param(r"{\"a\":\"/x\"}", 'add b "/y"', r"{\"a\":\"/x\",\"b\":\"/y\"}", id="bare slashes"),
        pytest.param(
            r"{\"a\":\"\u003c\"}", 'add b "<"', r"{\"a\":\"\u003c\",\"b\":\"\u003c\"}", id="what else is escaped"
        ),
        pytest.param(r"{\"a\":\"\\/x\"}", 'add b "/y"', r"{\"a\":\"\\/x\",\"b\":\"/y\"}", id="slashes escaped inside"),
        pytest.param(r"{\n  \"a\": 1\n}", "add b [2]", r"{\n  \"a\": 1,\n  \"b\": [\n    2\n  ]\n}", id="lines"),
        pytest.param(r"{\r\n\t\"a\": 1\r\n}", "add b 2", r"{\r\n\t\"a\": 1,\r\n\t\"b\": 2\r\n}", id="CRLF and tabs"),
        pytest.param(
            r"{\r\n\t\"a\": 1,\r\n\t\"b\": 2\r\n}", "remove a", r"{\r\n\t\"b\": 2\r\n}", id="a removal in lines"
        ),
        pytest.param(
            r"{\u000a \"a\": 1\u000a}",
            "add b 2",
            r"{\u000a \"a\": 1,\u000a \"b\": 2\u000a}",
            id="line ends as four digits",
        ),
        pytest.param(r"{\"a\": \"é😀\"}", 'add b "ü"', r"{\"a\": \"é😀\", \"b\": \"ü\"}", id="letters beyond ASCII"),
        pytest.param(
            r"{\"a\": \"\u00e9\"}", 'add b "ü"', r"{\"a\": \"\u00e9\", \"b\": \"\u00fc\"}", id="escaped letters"
        ),
        pytest.param(
            r"{\"a\": \"\\u00e9\"}",
            'add b "ü"',
            r"{\"a\": \"\\u00e9\", \"b\": \"\\u00fc\"}",
            id="letters escaped inside",
        ),
        pytest.param(
            r"{\"a\": \"\ud83d\ude00x\"}", "rewrite a 1:2 y", r"{\"a\": \"\ud83d\ude00y\"}", id="behind a pair"
        ),
        pytest.param(
            r"{\"a\": \"\\ud83d\\ude00x\"}",
            "rewrite a 1:2 y",
            r"{\"a\": \"\\ud83d\\ude00y\"}",
            id="behind a pair inside",
        ),
        pytest.param(
            r"{\"a\": \"\ud800x\udc00\"}",
            "rewrite a 1:2 y",
            r"{\"a\": \"\ud800y\udc00\"}",
            id="between lone surrogates",
        ),
        pytest.param(
            r"{\"a\": \"x\\\"\\\\\"}", "rewrite a 0:1 y", r"{\"a\": \"y\\\"\\\\\"}", id="escapes of both levels"
        ),
        pytest.param(
            r"{\u0022a\":\u0020\"x\"}",
            "rewrite a 0:1 y",
            r"{\u0022a\":\u0020\"y\"}",
            id="what stays is not written anew",
        ),
        pytest.param(r"{'a': 'x'}", """add b "y" """, r"{'a': 'x', 'b': 'y'}", id="single quotes inside"),
        pytest.param(r"{}", "add a.b 1", r"{\"a\":{\"b\":1}}", id="no options so far"),
        pytest.param(r"{\"a\":1}", "prune a", "{}", id="no options any more"),
    ],
)
def test_a_string_is_changed_in_its_own_manner(before: str, words: str, after: str) -> None:
    outer = '{"createOptions" : "§" }'
    assert carried(into(outer, before), words) == into(outer, after)


@pytest.mark.parametrize(
    ("chunks", "words", "after"),
    [
        pytest.param(['{"a":"x', 'y"}'], "rewrite a 0:1 z", ['{"a":"z', 'y"}'], id="in front of the seam"),
        pytest.param(['{"a":"x', 'y"}'], "rewrite a 1:2 z", ['{"a":"x', 'z"}'], id="behind the seam"),
        pytest.param(
            ['{"a":"x', 'y"}'], "rewrite a 1:1 z", ['{"a":"xz', 'y"}'], id="at the seam: into the one in front"
        ),
        pytest.param(
            ['{"a":"x', 'y"}'], "rewrite a 0:2 zzz", ['{"a":"zzz', '"}'], id="across the seam: into the one in front"
        ),
        pytest.param(
            ['{"a":"x', "y", 'z"}'],
            "rewrite a 0:3 w",
            ['{"a":"w', '"}'],
            id="an emptied chunk goes, what follows moves up",
        ),
        pytest.param(['{"a":1', ',"b":2', "}"], "remove b", ['{"a":1', "}"], id="a surplus key goes"),
        pytest.param(
            ['{"a":1,', '"b":[1,', "2]}"], "remove b.1", ['{"a":1,', '"b":[1', "]}"], id="shorter chunks are no fault"
        ),
        pytest.param(
            ['{"a":"\ud83d', '\ude00x"}'], "rewrite a 2:3 y", ['{"a":"\ud83d', '\ude00y"}'], id="a pair cut before"
        ),
        pytest.param(['{"a":1}', " "], "add b 2", ['{"a":1,"b":2}', " "], id="behind it nothing moves"),
    ],
)
def test_chunks_are_changed_where_the_fix_is(chunks: list[str], words: str, after: list[str]) -> None:
    assert json.loads(carried(chunked(*chunks), words)) == json.loads(chunked(*after))


def lengths(outer: str) -> list[tuple[str, int]]:
    return [(key, units(value)) for key, value in json.loads(outer).items()]


@pytest.mark.parametrize(
    ("before", "added", "after"),
    [
        pytest.param([4095], 1, [4096], id="a string of 4096 bytes stays one"),
        pytest.param([4096], 1, [FULL] * 8 + [1], id="a longer one becomes chunks"),
        pytest.param([4097], 1, [FULL] * 8 + [2], id="one that was too long before, too"),
        pytest.param([FULL, 9], 1, [FULL, 10], id="what is too much for a chunk goes on in the next"),
        pytest.param([FULL, FULL, 9], 1, [FULL, FULL, 10], id="and so on"),
        pytest.param([FULL, FULL], 1, [FULL, FULL, 1], id="and on in a new one"),
        pytest.param([FULL, 100, 9], 600, [FULL, FULL, 197], id="as far as it is needed"),
        pytest.param([FULL - 1, 9], 1, [FULL, 9], id="a chunk that has room takes it"),
        pytest.param([600, 9], 1, [FULL, 98], id="a chunk that is too long must not grow"),
        pytest.param([FULL, 600, 9], 1, [FULL, FULL, 98], id="nor must the next"),
    ],
)
def test_chunks_keep_their_size(before: list[int], added: int, after: list[int]) -> None:
    text, chunks = options(sum(before)), []
    for length in before:
        chunks.append(text[:length])
        text = text[length:]
    outer = carried(chunked(*chunks), f"rewrite a 0:0 {'y' * added}")
    assert lengths(outer) == lengths(chunked(*("x" * length for length in after)))


def test_bytes_are_counted_not_characters() -> None:
    text = options(4000, "é")
    assert [length for _, length in lengths(carried(chunked(text), "rewrite a 0:0 yy"))] == [FULL] * 7 + [418, 1]


@pytest.mark.parametrize("shift", ["", "y"])
def test_a_pair_is_never_cut(shift: str) -> None:
    outer = json.loads(carried(chunked(options(4096, "😀")), f"rewrite a 0:0 zz{shift}"))
    del outer["image"]
    assert all(FULL - 1 <= units(chunk) <= FULL for chunk in list(outer.values())[:-1])
    assert not any("\ud800" <= character <= "\udfff" for chunk in outer.values() for character in chunk)


def test_a_pair_that_was_cut_is_joined_where_it_moves() -> None:
    text = options(2 * FULL)
    before = {"createOptions": text[: FULL - 1] + "\ud83d", "createOptions01": "\ude00" + text[-2:]}
    after = json.loads(carried(json.dumps(before), f"rewrite a 0:0 {'y' * FULL}"))
    assert [units(chunk) for chunk in after.values()] == [FULL, FULL - 1, 4]
    assert after["createOptions02"] == "😀" + text[-2:]


def test_text_that_moves_into_other_quotes_is_escaped_for_them() -> None:
    start = '{"a": "", "b": "'
    before = f"""{{'createOptions': '{start.ljust(FULL, "x")}', "createOptions01": "it's\\"}}"}}"""
    after = f"""{{'createOptions': '{start.replace('""', '"y"').ljust(FULL, "x")}', "createOptions01": 'xit\\'s"}}'}}"""
    assert carried(before, "rewrite a 0:0 y") == after


@pytest.mark.parametrize(
    ("base", "width", "keys"),
    [
        pytest.param("createOptions", 2, ["createOptions", "createOptions01", "createOptions02"], id="two digits"),
        pytest.param("createoptions", 1, ["createoptions", "createoptions1", "createoptions2"], id="one digit"),
        pytest.param("CreateOptions", 3, ["CreateOptions", "CreateOptions001", "CreateOptions002"], id="three digits"),
    ],
)
def test_new_keys_go_on_as_the_last(base: str, width: int, keys: list[str]) -> None:
    text = options(2 * FULL)
    outer = carried(chunked(text[:FULL], text[FULL:], base=base, width=width), "rewrite a 0:0 y")
    assert list(json.loads(outer)) == [*keys, "image"]


def test_a_tenth_key_of_one_digit_gives_all_two_for_they_are_sorted_as_texts() -> None:
    text = options(10 * FULL)
    chunks = [text[start : start + FULL] for start in range(0, len(text), FULL)]
    outer = json.loads(carried(chunked(*chunks, width=1), "rewrite a 0:0 y"))
    assert list(outer) == ["createOptions", *(f"createOptions{index:02}" for index in range(1, 11)), "image"]


@pytest.mark.parametrize("empty", ['""', "null"])
def test_an_empty_key_is_filled_before_a_new_one_is_made(empty: str) -> None:
    before = '{"createOptions": §, "createOptions01": §, "x": 1}'
    text = options(4096) + "y"
    outer = json.loads(carried(into(before, json.dumps(options(4096)), empty), "rewrite a 0:0 y"))
    assert len(text) == sum(len(value) for value in outer.values() if isinstance(value, str))
    assert list(outer)[:4] == ["createOptions", "createOptions01", *list(outer)[2:4]]


def test_an_empty_key_behind_a_surplus_one_goes_too() -> None:
    before = '{"createOptions": "{\\"a\\":1", "createOptions01": ",\\"b\\":2", "createOptions02": "}", "createOptions03": ""}'
    assert carried(before, "remove b") == '{"createOptions": "{\\"a\\":1", "createOptions01": "}"}'


def test_a_chunk_that_need_not_move_keeps_its_spelling() -> None:
    before = r'{"createOptions": "{\u0022a\/\": \"§", "createOptions01": "\u0079§", "createOptions02": "\u007a\"}"}'
    after = r'{"createOptions": "{\u0022a\/\": \"§", "createOptions01": "x\u0079§", "createOptions02": "\u007a\"}"}'
    outer = carried(into(before, "x" * 504, "y" * 509), "rewrite a/ 0:1 ww")
    assert outer == into(after, "ww" + "x" * 502, "y" * 509)


def test_new_keys_stand_behind_the_chunks_in_the_layout_around() -> None:
    before = '{\r\n    "createOptions" : "§",\r\n    "image" : "x"\r\n}'
    lines = carried(into(before, json.dumps(options(4096))[1:-1]), "rewrite a 0:0 y").split("\r\n")
    keys = ["createOptions", *(f"createOptions{index:02}" for index in range(1, 9)), "image"]
    assert [line.partition(' : "')[0] for line in lines] == ["{", *(f'    "{key}"' for key in keys), "}"]
    assert lines[-3:] == ['    "createOptions08" : "}",', '    "image" : "x"', "}"]


@pytest.mark.parametrize("tail", ["x", "Old"])
def test_a_new_chunk_takes_away_what_stands_behind_the_number_of_the_others(tail: str) -> None:
    text = options(4096)
    view = View(f'{{"createOptions{tail}": {json.dumps(text)}}}', None)
    inner = View(text, None, (Place(view, (f"createOptions{tail}",)),))
    patch = Patch(view)
    assert patch.take(fix(inner, "rewrite a 0:0 y"))
    keys = ["createOptions", *(f"createOptions{number:02}" for number in range(1, 9))]
    assert list(json.loads(apply(view.text, patch.edits()))) == keys
