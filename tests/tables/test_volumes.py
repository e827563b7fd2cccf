"""Volumes: what is declared under k8s-experimental, by name and source."""

from typing import Any

import pytest
from table_rows import Seen, bare, deployment, fields, module, seen


def declared(*volumes: Any) -> str:
    return bare(**{"k8s-experimental": {"volumes": [{"volume": volume} for volume in volumes]}})


def test_a_volume_is_a_row() -> None:
    text = '{"k8s-experimental": {"Volumes": [{"Volume": {"Name": "v", "emptydir": {}}}, {"volumeMounts": []}, null, "x"]}}'
    assert seen("volumes", text) == [
        Seen({"name": "v", "sources": "emptyDir", "count": 1}, '{"Name": "v", "emptydir": {}}', {"name": "v"})
    ]


@pytest.mark.parametrize("volumes", [None, {}, "x", {"volume": {"name": "v"}}, [{"volume": "v"}, {"volume": None}]])
def test_what_is_no_volume_gives_no_row(volumes: Any) -> None:
    assert seen("volumes", bare(**{"k8s-experimental": {"volumes": volumes}})) == []


@pytest.mark.parametrize(
    ("volume", "name", "nameless"),
    [
        pytest.param({"name": "v"}, "v", None, id="a name"),
        pytest.param({"name": 5}, "5", None, id="a number is read as its text"),
        pytest.param({"name": "${V}"}, "${V}", None, id="a placeholder is a name"),
        pytest.param({}, None, True, id="none"),
        pytest.param({"name": None}, None, True, id="null"),
        pytest.param({"name": ""}, None, True, id="an empty one"),
        pytest.param({"name": ["v"]}, None, None, id="a value of a wrong type is not a missing one"),
    ],
)
def test_a_volume_may_have_no_name(volume: dict[str, Any], name: str | None, nameless: bool | None) -> None:
    assert fields("volumes", declared(volume), "name", "nameless") == [(name, nameless)]


@pytest.mark.parametrize(
    ("volume", "sources", "count", "unknown"),
    [
        pytest.param({}, None, 0, None, id="none"),
        pytest.param({"emptyDir": None, "foo": None}, None, 0, None, id="null is none"),
        pytest.param({"emptyDir": ""}, None, 0, None, id="an empty text is read as null"),
        pytest.param({"emptyDir": {}}, "emptyDir", 1, None, id="one"),
        pytest.param({"emptyDir": {}, "nfs": {}}, "emptyDir and nfs", 2, None, id="two"),
        pytest.param({"foo": {}}, None, 0, True, id="an unknown one"),
        pytest.param({"ephemeral": {}}, None, 0, True, id="one that no released agent knows"),
    ],
)
def test_the_sources_of_a_volume_are_counted(
    volume: dict[str, Any], sources: str | None, count: int, unknown: bool | None
) -> None:
    found = fields("volumes", declared({"name": "v", **volume}), "sources", "count", "unknown")
    assert found == [(sources, count, unknown)]


@pytest.mark.parametrize(
    ("volume", "name", "count"),
    [
        pytest.param('{"name": Infinity, "emptyDir": {}}', "Infinity", 1, id="a word as name"),
        pytest.param('{"name": "v", "emptyDir": NaN}', "v", 1, id="a word as source, which is refused"),
        pytest.param('{"name": "v", "emptyDir": undefined}', "v", 0, id="undefined, which is null"),
        pytest.param('{"name": "v", "emptyDir": null}', "v", 0, id="null"),
    ],
)
def test_a_word_that_is_no_json_is_read_as_the_runtime_reads_it(volume: str, name: str, count: int) -> None:
    options = f'{{"k8s-experimental": {{"volumes": [{{"volume": {volume}}}]}}}}'
    assert fields("volumes", deployment({"m": module(options)}), "name", "count") == [(name, count)]
