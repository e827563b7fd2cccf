"""Two manifests say the same however their createOptions are written, and nothing else may differ."""

import json
from typing import Any

import pytest

from edgelint.testing.fragments import read_fragment
from edgelint.testing.layouts import write
from edgelint.testing.meaning import unlike
from edgelint.testing.shapes import SHAPES, hold

FRAGMENT: dict[str, Any] = {"createOptions": {"HostConfig": {"Binds": ["/a:/b"]}, "Labels": {"X": "1"}}}


def text(data: dict[str, Any], shape: str = "string") -> str:
    return write(hold(read_fragment(data), shape), "indent-2").decode()


@pytest.mark.parametrize("shape", ["object", "chunks", "pretty-string", "escaped-string", "lower-case", "upper-case"])
def test_createoptions_say_the_same_however_they_are_written(shape: str) -> None:
    assert unlike(text(FRAGMENT), text(FRAGMENT, shape).replace('"$schema-template": "4.0.0",', "")) is None


@pytest.mark.parametrize("shape", SHAPES)
def test_another_value_is_seen_in_every_shape(shape: str) -> None:
    changed = json.loads(json.dumps(FRAGMENT).replace("/a:", "/c:"))
    place = "$.modules.m.createOptions.HostConfig.Binds[0]"
    assert unlike(text(FRAGMENT, shape), text(changed, shape)) == (f'"/a:/b" at {place}', f'"/c:/b" at {place}')


@pytest.mark.parametrize(
    ("old", "new", "difference"),
    [
        pytest.param('"type": "docker"', '"type": "x"', ('"docker"', '"x"'), id="a member of the document"),
        pytest.param("7200", "7200.0", ("7200", "7200.0"), id="a number of another type"),
        pytest.param('"routes": {}', '"routes": {"r": 1}', ("nothing", "1"), id="a new member"),
        pytest.param('"minDockerVersion": "v1.25",', "", ('"v1.25"', "nothing"), id="a lost member"),
    ],
)
def test_what_is_outside_createoptions_counts(old: str, new: str, difference: tuple[str, str]) -> None:
    before = text(FRAGMENT)
    found = unlike(before, before.replace(old, new, 1))
    assert found is not None
    assert tuple(part.rpartition(" at ")[0] for part in found) == difference


def test_a_users_key_counts_to_the_letter() -> None:
    changed = {"createOptions": {**FRAGMENT["createOptions"], "Labels": {"x": "1"}}}
    place = "$.modules.m.createOptions.Labels"
    assert unlike(text(FRAGMENT), text(changed)) == (f'"1" at {place}.X', f"nothing at {place}.X")


def test_to_have_no_createoptions_is_to_have_empty_ones() -> None:
    assert unlike(text({"createOptions": {}, "env": {}}), text({"env": {}})) is None


def test_createoptions_that_cannot_be_read_count_as_they_are_written() -> None:
    options = "$.modules.m.createOptions"
    assert unlike(text({"createOptions": "{x"}), text({"createOptions": "{y"})) == (
        f'"{{x" at {options}',
        f'"{{y" at {options}',
    )


def test_names_that_are_no_words_are_quoted() -> None:
    before = text({"routes": {"a.b": "x"}})
    assert unlike(before, before.replace('"x"', '"y"')) == ("\"x\" at $.routes['a.b']", "\"y\" at $.routes['a.b']")
