"""Images: what an image is called, and which ones the agent refuses."""

import json
from typing import Any

import pytest
from table_rows import bare, deployment, fields, module, rows, seen

HEX = "0" * 64


def image(text: Any) -> str:
    return deployment({"m": module(image=text)})


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("img", {"name": "img"}, id="a name"),
        pytest.param("img:1.0", {"name": "img", "tag": "1.0"}, id="a tag"),
        pytest.param("reg.io:5000/a/img", {"name": "reg.io:5000/a/img"}, id="the port of a registry"),
        pytest.param("reg.io:5000/a/img:1", {"name": "reg.io:5000/a/img", "tag": "1"}, id="a port and a tag"),
        pytest.param(f"img@sha256:{HEX}", {"name": "img", "digest": f"sha256:{HEX}"}, id="a digest"),
        pytest.param(" img:1 ", {"name": "img", "tag": "1"}, id="blanks around"),
        pytest.param("/img", {"name": "/img"}, id="a slash in front"),
        pytest.param("$upstream:443/img:1", {"name": "$upstream:443/img", "tag": "1"}, id="a parent device"),
        pytest.param("a b", {}, id="a blank inside"),
        pytest.param("${REGISTRY}/img:1:2", {}, id="a placeholder"),
        pytest.param(f"img:<tag>@sha256:{HEX}", {}, id="a placeholder beside a digest"),
    ],
)
def test_an_image_that_the_agent_takes(text: str, parts: dict[str, str]) -> None:
    ((found),) = seen("images", image(text))
    assert found.fields == {"module": "m", "text": text, **parts}
    signs = {"name": "", "tag": ":", "digest": "@"}
    assert (found.text, found.parts) == (text, {name: signs[name] + value for name, value in parts.items()})


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        pytest.param(f"reg.io/a/img:1@sha256:{HEX}", "tag-and-digest", id="tag and digest"),
        pytest.param("img:1@sha256", None, id="a tag with an @"),
        pytest.param("img:1@sha256:xyz", "tag-and-digest", id="a tag and what is no digest"),
        pytest.param("a:b:c", "colons", id="two tags"),
        pytest.param("reg.io:5000/a:b:c", "colons", id="two tags and a port"),
        pytest.param("img:", "empty-tag", id="an empty tag"),
        pytest.param("reg.io:5000/img: ", "empty-tag", id="an empty tag and a blank"),
        pytest.param(f"img:@sha256:{HEX}", "empty-tag", id="an empty tag and a digest"),
        pytest.param("img::1", "empty-tag", id="two colons"),
        pytest.param("reg.io/", "no-name", id="a registry alone"),
        pytest.param(":1", "no-name", id="a tag alone"),
    ],
)
def test_an_image_that_the_agent_refuses(text: str, fault: str | None) -> None:
    assert fields("images", image(text), "fault") == [fault]


def test_the_parts_of_tag_and_digest_are_found_through_escapes() -> None:
    (row,) = seen("images", image("r/img:1@sha256:ff").replace("r/img:1", "r\\/img\\u003a1"))
    assert row.parts == {"name": "r\\/img", "tag": "\\u003a1", "digest": "@sha256:ff"}


@pytest.mark.parametrize("key", ["image", "Image", "IMAGE"])
def test_letter_case_of_the_key_does_not_matter(key: str) -> None:
    assert fields("images", deployment({"m": {"settings": {key: "a:b:c"}}}), "fault") == ["colons"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(bare(Image="img"), id="Image among the options"),
        pytest.param(image(""), id="an empty image"),
        pytest.param(image("  "), id="blanks"),
        pytest.param(image(None), id="null"),
        pytest.param(image(5), id="a number"),
        pytest.param(deployment({"m": {}}), id="no settings"),
        pytest.param(deployment({"m": {"settings": "img"}}), id="settings as a text"),
        pytest.param(json.dumps({"modulesContent": {"$edgeAgent": {}}}), id="no modules"),
    ],
)
def test_what_is_no_image_gives_no_row(text: str) -> None:
    assert rows("images", text) == []
