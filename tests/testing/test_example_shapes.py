"""Fragments in every shape and layout: what is written, where it stands, and what does not fit."""

import json
from typing import Any

import pytest

from edgelint.rule_files.rule_format import EXAMPLE_SHAPES
from edgelint.testing.embedding import UnfitError
from edgelint.testing.fragments import read_fragment
from edgelint.testing.layouts import write
from edgelint.testing.places import Spot, find_spot, parse_place
from edgelint.testing.shapes import SHAPES, embed

FRAGMENT: dict[str, Any] = {
    "modules": {"a": {"createOptions": {"Env": ["X=😀"], "k8s-experimental": {"volumes": []}, "Labels": {"Env": ""}}}},
    "routes": {"r": "FROM /messages/* INTO $upstream"},
    "twins": {"a": {"t": {"u": 1}}},
}
BARE = {"createOptions": {"Env": ["X=😀"]}}
DESIRED = "properties.desired"


def settings(shape: str) -> dict[str, Any]:
    """Return the settings of the module a, as `json` reads them in a shape at indent 2."""
    document = json.loads(write(embed(read_fragment(FRAGMENT), shape), "indent-2"))
    modules: dict[str, Any] = document["modulesContent"]["$edgeAgent"][DESIRED]["modules"]
    return {key: value for key, value in modules["a"]["settings"].items() if key != "image"}


def spot(data: dict[str, Any], shape: str, at: str) -> Spot:
    return find_spot(embed(read_fragment(data), shape).stands, parse_place(at))


def text(shape: str) -> str:
    return "".join(settings(shape).values())


def test_the_rule_format_names_all_shapes() -> None:
    assert tuple(SHAPES) == EXAMPLE_SHAPES


def test_createoptions_as_object() -> None:
    assert settings("object") == {"createOptions": FRAGMENT["modules"]["a"]["createOptions"]}


@pytest.mark.parametrize("shape", ["string", "chunks", "pretty-string", "escaped-string"])
def test_texts_of_createoptions_say_the_same(shape: str) -> None:
    assert json.loads(text(shape)) == FRAGMENT["modules"]["a"]["createOptions"]


def test_chunks_have_a_seam_every_third_character() -> None:
    chunks = settings("chunks")
    assert list(chunks)[:3] == ["createOptions", "createOptions01", "createOptions02"]
    assert list(chunks.values())[:3] == ['{"E', 'nv"', ':["']


def test_the_text_of_chunks_is_one_value_of_the_settings() -> None:
    found = spot(FRAGMENT, "chunks", "$.modules.a.settings.createOptions")
    assert (found.value, found.inside) == (text("string"), False)


def test_there_are_99_chunks_at_most() -> None:
    long = {"createOptions": {"Env": ["x" * 5000]}}
    document = embed(read_fragment(long), "chunks").document
    keys = list(document["modulesContent"]["$edgeAgent"][DESIRED]["modules"]["m"]["settings"])
    assert keys[-1] == "createOptions98"


def test_a_pretty_string_has_line_ends_and_tabs() -> None:
    assert text("pretty-string").startswith('{\r\n\t"Env": [\r\n\t\t"X=')


def test_an_escaped_string_is_escaped_inside_and_outside() -> None:
    written = write(embed(read_fragment(FRAGMENT), "escaped-string"), "indent-2").decode()
    assert r'"\u007b\u0022\u005cu0045\u005cu006e\u005cu0076\u0022\u003a\u005b\u0022' in written
    assert r"\u005cu003d\u005cud83d\u005cude00\u0022" in written


@pytest.mark.parametrize(
    ("shape", "text_of_it"),
    [
        ("lower-case", '{"env":["X=😀"],"k8s-experimental":{"volumes":[]},"labels":{"Env":""}}'),
        ("upper-case", '{"ENV":["X=😀"],"k8s-experimental":{"VOLUMES":[]},"LABELS":{"Env":""}}'),
    ],
)
def test_only_docker_keys_change_their_case(shape: str, text_of_it: str) -> None:
    assert text(shape) == text_of_it


@pytest.mark.parametrize(
    ("shape", "manifest"),
    [
        ("object", "/modulesContent"),
        ("string", "/modulesContent"),
        ("content", "/content/modulesContent"),
        ("legacy", "/moduleContent"),
        ("nested", "/resources/0/manifest/modulesContent"),
    ],
)
def test_a_manifest_stands_where_the_shape_has_it(shape: str, manifest: str) -> None:
    agent = f"{manifest}/$edgeAgent/{DESIRED}/modules/a"
    assert spot(FRAGMENT, shape, "$.modules.a").pointer == agent
    assert spot(FRAGMENT, shape, "$.modules.a.createOptions.Env[0]").pointer == f"{agent}/settings/createOptions/Env/0"
    assert spot(FRAGMENT, shape, "$.routes.r").pointer == f"{manifest}/$edgeHub/{DESIRED}/routes/r"
    assert spot(FRAGMENT, shape, "$.twins.a.t.u").pointer == f"{manifest}/a/{DESIRED}/t/u"


def test_layered_manifests_have_dotted_keys() -> None:
    key = f"/modulesContent/$edgeAgent/{DESIRED}.modules.a"
    assert spot(FRAGMENT, "layered", "$.modules.a")[:2] == (key, "a")
    assert spot(FRAGMENT, "layered", "$.routes.r")[:2] == (f"/modulesContent/$edgeHub/{DESIRED}.routes.r", "r")
    assert spot(FRAGMENT, "layered", "$.twins.a.t.u")[:2] == (f"/modulesContent/a/{DESIRED}.t/u", "u")


def test_a_twin_is_what_the_hub_exports() -> None:
    at = "$.createOptions.Env"
    data = {"name": "a", **BARE}
    stands = embed(read_fragment(data), "twin").stands
    found = find_spot(stands, read_fragment(data).path(parse_place(at)))
    assert found.pointer == "/properties/desired/modules/a/settings/createOptions/Env"


def test_bare_options_are_the_document() -> None:
    embedded = embed(read_fragment(BARE), "bare")
    assert embedded.document == {"Env": ["X=😀"]}
    assert find_spot(embedded.stands, ("modules", "m", "createOptions", "Env", 0)) == Spot(
        "/Env/0", None, "X=😀", False
    )


@pytest.mark.parametrize(
    ("data", "shape", "reason"),
    [
        pytest.param({"env": {}}, "chunks", "no createOptions to write otherwise", id="no createOptions in chunks"),
        pytest.param({"createOptions": {}}, "chunks", "no createOptions to write otherwise", id="two characters in chunks"),
        pytest.param({"createOptions": "{'a'}"}, "pretty-string", "no createOptions to write otherwise", id="a text"),
        pytest.param({"createOptions": {"Env": 1, "env": 2}}, "upper-case", "two keys become one", id="two spellings"),
        pytest.param(FRAGMENT, "twin", "holds neither routes nor other twins", id="routes in a twin"),
        pytest.param({"kind": "system"}, "layered", "hold no system modules", id="a system module in a layer"),
        pytest.param({"name": "a.b"}, "layered", "a dot parts two keys", id="a dot in a layered name"),
        pytest.param({"modules": {}}, "layered", "nothing is left to hold", id="an empty layer"),
        pytest.param({"createOptions": {"Image": "x"}}, "bare", "speak for themselves", id="options nobody knows"),
        pytest.param(FRAGMENT, "bare", "speak for themselves", id="more than options"),
    ],
)  # fmt: skip
def test_what_a_shape_cannot_hold(data: dict[str, Any], shape: str, reason: str) -> None:
    with pytest.raises(UnfitError, match=reason):
        embed(read_fragment(data), shape)


@pytest.mark.parametrize(
    ("layout", "start", "end"),
    [
        ("indent-2", b'{\n  "Env": [\n    "X=', b"\n  ]\n}\n"),
        ("one-line", b'{"Env":["X=', b'"]}'),
        ("indent-4", b'{\n    "Env": [\n        "X=', b"\n    ]\n}\n"),
        ("tabs", b'{\n\t"Env": [\n\t\t"X=', b"\n\t]\n}\n"),
        ("crlf", b'{\r\n  "Env": [\r\n    "X=', b"\r\n  ]\r\n}\r\n"),
        ("bom", b'\xef\xbb\xbf{\n  "Env"', b"\n  ]\n}\n"),
        ("utf-16", b"\xff\xfe{\x00\n\x00 \x00 \x00", b"]\x00\n\x00}\x00\n\x00"),
    ],
)
def test_a_layout_decides_the_bytes(layout: str, start: bytes, end: bytes) -> None:
    written = write(embed(read_fragment(BARE), "bare"), layout)
    assert (written[: len(start)], written[-len(end) :]) == (start, end)
