"""From a place to the characters of the file and to its JSON Pointer."""

import pytest

from edgelint.json_text.nodes import Occurrence, Path
from edgelint.json_text.reading import read
from edgelint.json_text.text import Span
from edgelint.json_text.views import Origin, Place, View, file_path, inner_span, outer_span, pointer

TEXT = '{"a": {"b": [10, "x\\ty", ""], "c/d~e": true}, "k": 1, "k": {}, "properties.desired.modules.camera": {"s": {}}}'


def file_view(text: str = TEXT) -> View:
    return View(text, read(text))


def marked(place: Place) -> str:
    span = outer_span(place)
    file = place.view
    while file.strings:
        file = file.strings[0].view
    return file.text[span.start : span.end]


@pytest.mark.parametrize(
    ("path", "characters"),
    [
        pytest.param((), TEXT, id="the root"),
        pytest.param(("a", "b", 0), "10", id="a number"),
        pytest.param(("a", "b", 1), "x\\ty", id="what stands between the quotes of a string"),
        pytest.param(("a", "b", 2), '""', id="an empty string with its quotes"),
        pytest.param(("a", "b"), '[10, "x\\ty", ""]', id="a list"),
        pytest.param(("k",), "{}", id="the last of equal keys"),
        pytest.param((Occurrence("k", 0),), "1", id="the first of equal keys"),
        pytest.param(("a", "x"), "a", id="a missing member marks the key of its parent"),
        pytest.param(("a", "x", "y", 3), "a", id="deeper missing steps too"),
        pytest.param(("a", "b", 9), "b", id="a missing item marks the key of its list"),
        pytest.param(("x",), "{", id="a missing member of the root marks its first character"),
        pytest.param(("a", "b", 0, "x"), "1", id="below an item, which has no key, its first character"),
    ],
)
def test_a_value_is_marked(path: Path, characters: str) -> None:
    assert marked(Place(file_view(), path)) == characters


@pytest.mark.parametrize(
    ("path", "characters"),
    [
        pytest.param(("a",), "a", id="a key without its quotes"),
        pytest.param(("k",), "k", id="the last of equal keys"),
        pytest.param(("a", "c/d~e"), "c/d~e", id="odd characters"),
        pytest.param(("properties.desired.modules.camera",), "camera", id="of a layered key its last name alone"),
        pytest.param(
            ("properties.desired.modules.camera", "x"), "camera", id="the last name for what is missing below"
        ),
        pytest.param(("a", "b", 0), "10", id="an item has no key and is marked itself"),
        pytest.param(("a", "x"), "a", id="a missing key marks that of its parent"),
        pytest.param((), TEXT, id="the root has none"),
    ],
)
def test_a_key_is_marked(path: Path, characters: str) -> None:
    assert marked(Place(file_view(), path, "key")) == characters


@pytest.mark.parametrize(
    ("text", "characters"),
    [
        pytest.param('{"properties.desired": 1}', "properties.desired", id="the base key whole"),
        pytest.param('{"properties.desired.": 1}', "properties.desired.", id="a key that ends in a dot whole"),
        pytest.param('{"properties.desiredx.a": 1}', "properties.desiredx.a", id="another word whole"),
        pytest.param('{"x.properties.desired.a": 1}', "x.properties.desired.a", id="another beginning whole"),
        pytest.param('{"properties.desired.routes.a": 1}', "a", id="a route"),
        pytest.param('{"properties\\u002edesired.modules\\u002eca\\u006d": 1}', "ca\\u006d", id="through escapes"),
        pytest.param('{"": 1}', '""', id="an empty key with its quotes"),
        pytest.param("{a: 1}", "a", id="a name without quotes"),
    ],
)
def test_only_a_layered_key_is_shortened(text: str, characters: str) -> None:
    view = file_view(text)
    (key,) = read(text).data
    assert marked(Place(view, (key,), "key")) == characters


@pytest.mark.parametrize(
    ("path", "span", "characters"),
    [
        pytest.param(("a", "b", 1), Span(0, 1), "x", id="one character"),
        pytest.param(("a", "b", 1), Span(1, 2), "\\t", id="an escape"),
        pytest.param(("a", "b", 1), Span(1, 3), "\\ty", id="to the end"),
        pytest.param(("a", "b", 0), Span(0, 1), "10", id="a number has no parts"),
        pytest.param(("a", "x"), Span(0, 1), "a", id="what is missing has none either"),
    ],
)
def test_a_part_counts_characters_of_the_decoded_string(path: Path, span: Span, characters: str) -> None:
    assert marked(Place(file_view(), path, "part", span)) == characters


def test_a_text_mark_counts_characters_of_the_view() -> None:
    assert inner_span(Place(file_view(), (), "text", Span(3, 7))) == Span(3, 7)


INNER = '{"s": "C:\\\\x", "": [1]}'
FILE = r'{"m": {"o": "{\"s\": \"C:", "o1": "\\\\x\", \"\": [1]}"}}'


def inner_view() -> View:
    file = file_view(FILE)
    text = "".join(read(FILE).data["m"].values())
    return View(text, read(text), (Place(file, ("m", "o")), Place(file, ("m", "o1"))))


def test_the_example_says_what_it_should() -> None:
    assert inner_view().text == '{"s": "C:\\\\x", "": [1]}'
    assert read(inner_view().text).data == {"s": "C:\\x", "": [1]}


@pytest.mark.parametrize(
    ("place", "characters"),
    [
        pytest.param(Place(inner_view(), ("s",)), r'C:", "o1": "\\\\x', id="a value across the seam"),
        pytest.param(Place(inner_view(), ("s",), "part", Span(0, 2)), "C:", id="a part in front of the seam"),
        pytest.param(Place(inner_view(), ("s",), "part", Span(2, 3)), r"\\\\", id="an escape of an escape"),
        pytest.param(Place(inner_view(), ("s",), "part", Span(3, 4)), "x", id="behind it"),
        pytest.param(Place(inner_view(), ("",), "key"), r"\"\"", id="an empty key with its escaped quotes"),
        pytest.param(Place(inner_view(), ("", 0)), "1", id="an item"),
        pytest.param(Place(inner_view(), ("x",)), "{", id="the inner root for what is missing in it"),
        pytest.param(Place(inner_view(), (), "text", Span(1, 4)), r"\"s\"", id="characters of the inner text"),
    ],
)
def test_a_place_inside_chunks_is_mapped_outward(place: Place, characters: str) -> None:
    assert marked(place) == characters


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        pytest.param(Place(file_view(), ()), "", id="the root"),
        pytest.param(Place(file_view(), ("a", "b", 0)), "/a/b/0", id="keys and indices"),
        pytest.param(Place(file_view(), ("a", "c/d~e")), "/a/c~1d~0e", id="slashes and tildes are escaped"),
        pytest.param(Place(file_view('{"": 1}'), ("",)), "/", id="an empty key"),
        pytest.param(Place(file_view(), ("a", "x", 1)), "/a", id="the nearest parent of what is missing"),
        pytest.param(Place(inner_view(), ("s", "x")), "/m/o/s", id="the nearest parent inside chunks"),
        pytest.param(Place(file_view(), (Occurrence("k", 0),)), "/k", id="a lost member under its key"),
        pytest.param(Place(inner_view(), ("", 0)), "/m/o//0", id="into chunks, which count as one value"),
        pytest.param(Place(inner_view(), ()), "/m/o", id="the root of chunks"),
    ],
)
def test_a_pointer_leads_from_the_root_of_the_file(place: Place, expected: str) -> None:
    assert pointer(place) == expected


def test_the_path_in_the_file_ends_where_the_inner_text_begins() -> None:
    assert file_path(Place(inner_view(), ("", 0))) == ("m", "o")
    assert file_path(Place(file_view(), ("a", "b"))) == ("a", "b")


ORIGIN_VIEW = file_view()
MOVED = Origin(
    Place(ORIGIN_VIEW, ("r",)),
    {
        ("a",): Origin(Place(ORIGIN_VIEW, ("A",)), {("b",): Origin(Place(ORIGIN_VIEW, ("B",)), {})}),
        ("a", "c"): Origin(Place(ORIGIN_VIEW, ("C",)), {}),
    },
)


@pytest.mark.parametrize(
    ("path", "resolved"),
    [
        pytest.param((), ("r",), id="the origin itself"),
        pytest.param(("x", 1), ("r", "x", 1), id="what did not move"),
        pytest.param(("a", "x"), ("A", "x"), id="below what moved"),
        pytest.param(("a", "b", 0), ("B", 0), id="what moved inside what moved"),
        pytest.param(("a", "c", "d"), ("C", "d"), id="the longest path that moved counts"),
    ],
)
def test_an_origin_tells_where_a_path_came_from(path: Path, resolved: Path) -> None:
    assert MOVED.resolve(path).path == resolved
