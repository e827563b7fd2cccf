"""Module members: keys count in any letter case, and places stay those of the file."""

from typing import Any

import pytest

from edgelint.json_text.nodes import Path
from edgelint.json_text.reading import read
from edgelint.json_text.views import inner_span
from edgelint.manifests.manifest import Module, read_manifests


def module(text: str) -> Module:
    """Return the module m of a deployment, whose text is given."""
    whole = '{"modulesContent": {"$edgeAgent": {"properties.desired": {"modules": {"m": ' + text + "}}}}}"
    (manifest,) = read_manifests(whole, read(whole))
    return manifest.modules[0]


def written(found: Module, path: Path) -> str:
    place = found.origin.resolve(path)
    span = inner_span(place)
    return place.view.text[span.start : span.end]


@pytest.mark.parametrize(
    ("text", "path", "value"),
    [
        pytest.param('{"STATUS": "running"}', ("status",), "running", id="a member"),
        pytest.param('{"status": "a", "Status": "b"}', ("status",), "b", id="the last of two counts"),
        pytest.param('{"Settings": {"IMAGE": "i"}}', ("settings", "image"), "i", id="a member of a member"),
        pytest.param('{"settings": {"IMAGE": "a", "image": "b"}}', ("settings", "image"), "b", id="the usual image"),
        pytest.param('{"settings": {"Image": "a", "IMAGE": "b"}}', ("settings", "image"), "a", id="the first image"),
        pytest.param('{"Env": {"A": {"VALUE": "x"}}}', ("env", "A", "value"), "x", id="a value of a variable"),
    ],
)
def test_a_member_has_its_usual_key_and_its_own_place(text: str, path: Path, value: str) -> None:
    found = module(text)
    data: Any = found.data
    for step in path:
        data = data[step]
    assert (data, written(found, path)) == (value, value)


def test_no_other_spelling_is_left() -> None:
    found = module('{"settings": {"image": "a", "IMAGE": "b", "other": 1}, "Settings": {"Image": "c"}, "Foo": 1}')
    assert (found.data["settings"], found.data["Foo"], "Settings" in found.data) == ({"image": "c"}, 1, False)


def test_create_options_are_read_from_settings_in_any_letter_case() -> None:
    found = module('{"SETTINGS": {"image": "i", "CreateOptions": "{\\"hostconfig\\": {\\"Memory\\": 5}}"}}')
    assert found.data["createOptions"] == {"HostConfig": {"Memory": 5}}
    assert written(found, ("createOptions", "HostConfig", "Memory")) == "5"


def test_what_is_no_module_is_kept_as_written() -> None:
    assert module("[1]").written.value == [1]
