"""Fixes that change how a value is wrapped: cut into chunks, made a text, taken out of the object around it."""

import json
from typing import Any

import pytest

from edgelint.editing.chunks import units
from edgelint.editing.edits import apply
from edgelint.editing.operations import Operation
from edgelint.editing.patch import Patch
from edgelint.json_text.compaction import compact
from edgelint.json_text.nodes import Path
from edgelint.json_text.reading import read
from edgelint.json_text.views import Place, View

FULL = 512


def outer_view(text: str) -> View:
    return View(text, read(text))


def inner_view(outer: View, *keys: str) -> View:
    settings = read(outer.text).data
    text = "".join(settings[key] for key in keys)
    return View(text, read(text), tuple(Place(outer, (key,)) for key in keys))


def made(outer: View, *operations: Operation) -> tuple[list[bool], str]:
    """Return which operations are made, each a fix of its own, and the text with them."""
    patch = Patch(outer)
    taken = [patch.take([operation]) for operation in operations]
    after = apply(outer.text, patch.edits())
    assert read(after).data == patch.expected()[0][1]
    return taken, after


def chunk_keys(count: int) -> list[str]:
    return ["createOptions", *(f"createOptions{number:02}" for number in range(1, count))]


def cut(*texts: str, change: str = "") -> dict[str, str]:
    """Return the settings with these chunks cut anew, and a member of the options replaced where `change` names one."""
    keys = chunk_keys(len(texts))
    outer = outer_view(json.dumps({**dict(zip(keys, texts, strict=True)), "image": "x"}, ensure_ascii=False))
    view = inner_view(outer, *keys)
    operations = [Operation("chunk", Place(view, ()))]
    if change:
        operations.append(Operation("replace", Place(view, (change,)), value=0))
    taken, after = made(outer, *operations)
    assert all(taken)
    settings: dict[str, str] = read(after).data
    assert settings.pop("image") == "x"
    return settings


def options(length: int) -> str:
    return '{"a": "' + "x" * (length - len('{"a": ""}')) + '"}'


@pytest.mark.parametrize(
    ("lengths", "after"),
    [
        pytest.param([5000], [FULL] * 9 + [392], id="a text that is too long"),
        pytest.param([600, 100], [FULL, 188], id="a chunk that is too long"),
        pytest.param([10] * 12, [120], id="chunks that are too many"),
        pytest.param([FULL, FULL], [FULL, FULL], id="nothing to do"),
    ],
)
def test_chunks_are_cut_full(lengths: list[int], after: list[int]) -> None:
    text = rest = options(sum(lengths))
    texts = []
    for length in lengths:
        texts.append(rest[:length])
        rest = rest[length:]
    settings = cut(*texts)
    assert [units(part) for part in settings.values()] == after
    assert list(settings) == chunk_keys(len(after))
    assert "".join(settings.values()) == text


def test_a_pair_is_not_cut() -> None:
    text = '{"a": "' + "😀" * 600 + '"}'
    settings = cut(text[:600], text[600:])
    assert [units(part) for part in settings.values()] == [511, FULL, 186]
    assert "".join(settings.values()) == text


def test_a_change_of_the_options_goes_with_it() -> None:
    settings = cut('{"a": 1, "b":', *(" " for _ in range(9)), "2}", change="b")
    assert list(settings.values()) == ['{"a": 1, "b":' + " " * 9 + "0}"]


def test_characters_stay_as_they_are_written() -> None:
    outer = outer_view(r'{"createOptions": "{\u0022a\u0022: \"\/", "createOptions01": "\u0078\"}"}')
    view = inner_view(outer, "createOptions", "createOptions01")
    assert made(outer, Operation("chunk", Place(view, ()))) == (
        [True],
        r'{"createOptions": "{\u0022a\u0022: \"\/\u0078\"}"}',
    )


def stringified(text: str, *path: str) -> tuple[list[bool], str]:
    outer = outer_view(text)
    value: Any = read(text).data
    for step in path:
        value = value[step]
    compacted = compact(json.dumps(value, ensure_ascii=False))
    return made(outer, Operation("stringify", Place(outer, path), value=compacted))


def test_an_object_becomes_a_text_in_its_place() -> None:
    before = '{\n  "createOptions": {\n    "Env": ["a\\"b", "é"]\n  },\n  "image": "x"\n}'
    after = '{\n  "createOptions": "{\\"Env\\":[\\"a\\\\\\"b\\",\\"é\\"]}",\n  "image": "x"\n}'
    assert stringified(before, "createOptions") == ([True], after)


def test_what_is_too_long_for_a_text_goes_on_behind_it() -> None:
    before = json.dumps({"createOptions": {"a": "x" * 5000}, "image": "x"}, indent=2)
    taken, after = stringified(before, "createOptions")
    assert taken == [True]
    settings = json.loads(after)
    assert list(settings) == [*chunk_keys(10), "image"]
    assert [len(settings[key]) for key in chunk_keys(10)] == [FULL] * 9 + [400]
    assert json.loads("".join(settings[key] for key in chunk_keys(10))) == {"a": "x" * 5000}
    assert after.splitlines()[10].startswith('  "createOptions09": "')


def test_a_member_in_the_way_stops_it() -> None:
    before = json.dumps({"createOptions": {"a": "x" * 5000}, "createOptions01": ""})
    assert stringified(before, "createOptions") == ([False], before)


def test_an_object_that_another_fix_changes_waits() -> None:
    outer = outer_view('{"o": {"a": 1}}')
    change, text = (
        Operation("replace", Place(outer, ("o", "a")), value=2),
        Operation("stringify", Place(outer, ("o",)), value="{}"),
    )
    assert made(outer, change, text) == ([True, False], '{"o": {"a": 2}}')
    assert made(outer, text, change) == ([True, False], '{"o": "{}"}')


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param('{"o": {"p": {"a": [1, 2]}}}', '{"o": {"a": [1, 2]}}', id="on one line"),
        pytest.param('{"o": { "p" : "x" }, "q": 1}', '{"o": "x", "q": 1}', id="a text"),
        pytest.param(
            '{\n  "o": {\n    "p": {\n      "a": [\n        1\n      ]\n    }\n  }\n}',
            '{\n  "o": {\n    "a": [\n      1\n    ]\n  }\n}',
            id="over lines",
        ),
        pytest.param('{"o":\n{\n"p": {\n"a": 1\n}\n}\n}', '{"o":\n{\n"a": 1\n}\n}', id="over lines without indent"),
    ],
)
def test_a_value_takes_the_place_of_its_parent(before: str, after: str) -> None:
    outer = outer_view(before)
    assert made(outer, Operation("unwrap", Place(outer, ("o", "p")))) == ([True], after)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        pytest.param(r"{\"o\":{\"a\":\"\/\"}}", r"{\"a\":\"\/\"}", id="an object"),
        pytest.param(r"{\"o\":\"{\\\"a\\\":1}\"}", r"{\"a\":1}", id="the text of one"),
    ],
)
def test_a_value_takes_the_place_of_the_whole_options(text: str, after: str) -> None:
    outer = outer_view(f'{{"createOptions": "{text}"}}')
    view = inner_view(outer, "createOptions")
    assert made(outer, Operation("unwrap", Place(view, ("o",)))) == ([True], f'{{"createOptions": "{after}"}}')


@pytest.mark.parametrize("inner", ["[]", '"x"', "5", '"[1]"', '"{a: 1}"'])
def test_the_options_must_stay_an_object(inner: str) -> None:
    outer = outer_view(json.dumps({"createOptions": f'{{"o":{inner}}}'}))
    view = inner_view(outer, "createOptions")
    assert made(outer, Operation("unwrap", Place(view, ("o",)))) == ([False], outer.text)


@pytest.mark.parametrize("path", [("o", "a"), ("o", "p", "a")])
def test_what_stands_inside_or_beside_waits(path: Path) -> None:
    outer = outer_view('{"o": {"a": 1, "p": {"a": 1}}}')
    change, unwrap = Operation("replace", Place(outer, path), value=2), Operation("unwrap", Place(outer, ("o", "p")))
    assert made(outer, change, unwrap)[0] == [True, False]
    assert made(outer, unwrap, change) == ([True, False], '{"o": {"a": 1}}')


def test_the_root_has_no_parent() -> None:
    outer = outer_view("{}")
    assert made(outer, Operation("unwrap", Place(outer, ()))) == ([False], "{}")


@pytest.mark.parametrize(
    ("text", "compacted"),
    [
        pytest.param('{ "a" : [ 1.50 , "x  y" ] ,\r\n\t"b": {} }', '{"a":[1.50,"x  y"],"b":{}}', id="blanks go"),
        pytest.param(r'{"a": "\" \\", "\u00e9": "\/"}', r'{"a":"\" \\","\u00e9":"\/"}', id="spelling stays"),
        pytest.param("{,}", None, id="no JSON"),
        pytest.param('{"a": 1,}', None, id="no strict JSON"),
        pytest.param('{"a": 1, "a": 2}', None, id="a key twice"),
        pytest.param("{", None, id="no end"),
    ],
)
def test_a_json_text_without_blanks(text: str, compacted: str | None) -> None:
    assert compact(text) == compacted
