"""Duplicates: keys that stand twice, and what the runtime makes of them."""

import json

import pytest
from table_rows import Seen, fields, rows, seen


def file(settings: str, rest: str = "") -> str:
    desired = '{"properties.desired": {"modules": {"m": {"settings": ' + settings + "}}}}"
    return '{"modulesContent": {"$edgeAgent": ' + desired + "}" + rest + "}"


def options(text: str) -> str:
    """Return a deployment whose createOptions are a text."""
    return file('{"createOptions": ' + json.dumps(text) + "}")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('{"HostConfig": {}, "Env": []}', id="different keys"),
        pytest.param('{"HostConfig": {"Env": []}, "Env": []}', id="equal keys of two objects"),
        pytest.param('{"Labels": {"a": "1", "A": "2"}}', id="labels that differ in case"),
        pytest.param('{"HostConfig": {"PortBindings": {"80": [], "80/tcp": []}}}', id="two keys of one port"),
        pytest.param('{"HostConfig": {"Mounts": [{"Type": "a"}, {"Type": "b"}]}}', id="equal keys of two items"),
        pytest.param('{"HostConfig": {"Foo": 1, "Bar": 2}}', id="unknown keys"),
    ],
)
def test_a_near_miss_gives_no_row(text: str) -> None:
    assert rows("duplicates", options(text)) == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param('{"Cmd": ["a"], "Cmd": ["b"]}', ["lost"], id="the same key of a list that is not typed"),
        pytest.param('{"WorkingDir": "/a", "WorkingDir": "/b"}', ["lost"], id="the same key of a text"),
        pytest.param('{"Foo": 1, "Foo": 2}', ["lost"], id="the same unknown key"),
        pytest.param('{"Image": "a", "image": "b"}', ["ignored"], id="two spellings of the image, which is ignored"),
        pytest.param('{"HostConfig": {}, "HostConfig": null}', ["lost"], id="a later null"),
        pytest.param('{"Labels": {"a": "1", "a": "2"}}', ["lost"], id="an equal label"),
        pytest.param(
            '{"HostConfig": {"Privileged": true, "privileged": false}}', ["lost"], id="two spellings that count"
        ),
        pytest.param('{"HostConfig": {"PortBindings": {"80": [], "80": [{}]}}}', ["lost"], id="an equal port key"),
        pytest.param('{"HostConfig": {"Mounts": [{"Source": "a", "source": "b"}]}}', ["lost"], id="inside an item"),
        pytest.param(
            '{"k8s-experimental": {"strategy": {}, "Strategy": {}}}', ["lost"], id="inside the Kubernetes section"
        ),
        pytest.param('{"k8s-experimental": {}, "k8s-experimental": {}}', ["lost"], id="the Kubernetes section"),
        pytest.param('{"Env": [], "Env": []}', ["merged"], id="the same key of a typed list"),
        pytest.param('{"Env": [], "env": []}', ["merged"], id="two spellings of a typed list"),
        pytest.param('{"HostConfig": {}, "hostconfig": {}}', ["merged"], id="two spellings of a typed object"),
        pytest.param('{"HostConfig": {"Binds": [], "binds": []}}', ["merged"], id="lists in a typed object"),
        pytest.param('{"HostConfig": {"LogConfig": {}, "LogConfig": {}}}', ["merged"], id="objects in a typed object"),
        pytest.param('{"Cmd": [], "cmd": []}', ["refused"], id="two spellings of a member that is not typed"),
        pytest.param('{"Tty": true, "tty": true}', ["refused"], id="two spellings of an ignored member"),
        pytest.param('{"Foo": 1, "foo": 2}', ["refused"], id="two spellings of an unknown member"),
        pytest.param('{"k8s-experimental": {}, "K8s-Experimental": {}}', ["refused"], id="two Kubernetes sections"),
        pytest.param('{"HostConfig": {"Memory": 1, "memory": 2}}', ["ignored"], id="two spellings of what is ignored"),
        pytest.param('{"HostConfig": {"Foo": 1, "foo": 2}}', ["ignored"], id="two spellings of what is unknown"),
        pytest.param('{"HostConfig": {"Memory": 1, "Memory": 2}}', ["lost"], id="the same key of what is ignored"),
        pytest.param('{"Env": [], "Env": [], "env": null}', ["merged", "lost"], id="three of them"),
    ],
)
def test_a_second_member_of_a_text_has_a_kind(text: str, kinds: list[str]) -> None:
    assert fields("duplicates", options(text), "kind") == kinds
    assert fields("duplicates", options(text), "module", "text") == [("m", "createOptions")] * len(kinds)


def test_a_duplicate_is_a_row_at_the_first_key() -> None:
    row = {"module": "m", "text": "createOptions", "kind": "merged", "key": "env"}
    assert seen("duplicates", options('{"Env": [], "env": []}')) == [
        Seen(row, "Env", {"first": "Env", "second": "env"})
    ]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        pytest.param(file("{}", ', "id": 1, "id": 2'), ["id"], id="beside the manifest"),
        pytest.param(file('{"image": "a", "image": "b"}'), ["image"], id="in the settings"),
        pytest.param(
            file('{"createOptions": "{}", "createOptions": "{}"}'), ["createOptions"], id="the options themselves"
        ),
        pytest.param(file('{"createOptions": {"Env": [], "Env": []}}'), ["Env"], id="in options that are an object"),
        pytest.param(file('{"a": 1, "a": {"b": 2, "b": 3}, "a": 4}'), ["a", "a", "b"], id="in what is lost itself"),
        pytest.param(file('{"a": 1, "A": 2}'), [], id="another letter case"),
    ],
)
def test_of_equal_keys_of_the_file_the_last_one_counts(text: str, keys: list[str]) -> None:
    assert fields("duplicates", text, "key") == keys
    assert fields("duplicates", text, "module", "text", "kind") == [(None, "file", "lost")] * len(keys)


def test_two_spellings_in_an_object_are_the_runtimes_affair() -> None:
    text = file('{"createOptions": {"Env": [], "env": [], "Tty": true, "tty": true}}')
    assert fields("duplicates", text, "text", "kind") == [("createOptions", "merged"), ("createOptions", "refused")]


def test_bare_options_are_read_as_the_text_of_a_module() -> None:
    text = '{"HostConfig": {"Binds": []}, "HostConfig": {"Binds": []}, "Cmd": [], "Cmd": []}'
    assert fields("duplicates", text, "text", "kind") == [("createOptions", "merged"), ("createOptions", "lost")]


def test_a_document_of_two_manifests_has_its_duplicates_once() -> None:
    text = "[" + file('{"image": "a", "image": "b"}') + ", " + file("{}") + "]"
    assert fields("duplicates", text, "key") == ["image"]


@pytest.mark.parametrize(
    ("module", "lost"),
    [
        pytest.param('{"status": "a", "type": "b"}', [], id="different keys"),
        pytest.param('{"foo": 1, "Foo": 2}', [], id="unknown keys"),
        pytest.param('{"Status": "a", "status": "b"}', [("Status", "status")], id="two spellings"),
        pytest.param(
            '{"settings": {"IMAGE": "a", "image": "b"}}', [("IMAGE", "image")], id="an image behind the usual one"
        ),
        pytest.param('{"settings": {"image": "a", "IMAGE": "b"}}', [("IMAGE", "image")], id="an image before it"),
        pytest.param('{"settings": {"Image": "a", "IMAGE": "b"}}', [("IMAGE", "Image")], id="neither usual"),
    ],
)
def test_of_two_spellings_of_a_member_one_is_lost(module: str, lost: list[tuple[str, str]]) -> None:
    text = '{"modulesContent": {"$edgeAgent": {"properties.desired": {"modules": {"m": ' + module + "}}}}}"
    assert [(row.parts["first"], row.parts["second"]) for row in seen("duplicates", text)] == lost
    assert {row.fields["kind"] for row in seen("duplicates", text)} <= {"lost"}


@pytest.mark.parametrize(
    ("options", "left_out"),
    [
        pytest.param(
            '{"HostConfig": {"Binds": []}, "HostConfig": {"binds": [], "Init": true}}', None, id="all named again"
        ),
        pytest.param('{"HostConfig": {"binds": []}, "HostConfig": {"Init": true}}', "Binds", id="a member that is not"),
        pytest.param(
            '{"HostConfig": {"Init": true, "Binds": [], "Memory": 1}, "HostConfig": {}}',
            "Init, Binds and Memory",
            id="three that are not",
        ),
        pytest.param('{"HostConfig": {"Foo": 1}, "HostConfig": {"Init": true}}', None, id="one that is not known"),
        pytest.param('{"HostConfig": {}, "HostConfig": {"Init": true}}', None, id="nothing to lose"),
        pytest.param('{"HostConfig": {}, "Labels": {"a": "1"}, "Labels": {"b": "2"}}', None, id="a map"),
    ],
)
def test_of_an_object_what_the_second_does_not_name_is_lost(options: str, left_out: str | None) -> None:
    assert fields("duplicates", options, "kind", "left_out") == [("merged", left_out)]
