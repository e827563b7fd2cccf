"""createOptions as the runtime fills them: spelling, duplicates, and where each value came from."""

import json
from typing import Any

import pytest
from manifest_builders import module_of

from edgelint.json_text.nodes import Path
from edgelint.json_text.views import inner_span
from edgelint.manifests.manifest import Module


def data_of(options: str) -> Any:
    return module_of(options).data["createOptions"]


def leaves(value: Any, path: Path) -> list[tuple[Path, Any]]:
    if isinstance(value, dict):
        return [leaf for name, item in value.items() for leaf in leaves(item, (*path, name))]
    if isinstance(value, list):
        return [leaf for index, item in enumerate(value) for leaf in leaves(item, (*path, index))]
    return [(path, value)]


def written(module: Module, path: Path) -> str:
    """Return the characters of the createOptions text from which the value at a path came, quotes left out."""
    place = module.origin.resolve(path)
    span = inner_span(place)
    return place.view.text[span.start : span.end]


@pytest.mark.parametrize(
    ("options", "data"),
    [
        pytest.param('{"Labels": {"hostconfig": "x", "ENV": "y"}}', None, id="labels keep their keys"),
        pytest.param('{"HostConfig": {"PortBindings": {"80/TCP": []}}}', None, id="port keys are kept"),
        pytest.param('{"HostConfig": {"Sysctls": {"a.B": "1"}}}', None, id="sysctls are kept"),
        pytest.param(
            '{"HostConfig": {"LogConfig": {"Config": {"Max-Size": "1"}}}}', None, id="options of a log driver"
        ),
        pytest.param('{"NetworkingConfig": {"EndpointsConfig": {"HOST": {}}}}', None, id="network names are kept"),
        pytest.param('{"K8s-Experimental": {"Strategy": {}}}', None, id="a Kubernetes section that no agent finds"),
        pytest.param('{"Foo": {"Bar": {"env": 1}}, "HostConfir": {"binds": []}}', None, id="below unknown members"),
        pytest.param('{"k8s-experimental": {"resources": {"limits": {"CPU": 1}}}}', None, id="resource names are kept"),
    ],
)
def test_what_belongs_to_the_user_stays_as_written(options: str, data: None) -> None:
    assert data_of(options) == json.loads(options)


@pytest.mark.parametrize(
    ("options", "data"),
    [
        pytest.param('{"env": ["A=b"]}', {"Env": ["A=b"]}, id="at the top"),
        pytest.param('{"entryPoint": ["a"]}', {"Entrypoint": ["a"]}, id="another camel case"),
        pytest.param('{"hostconfig": {"BINDS": ["a"]}}', {"HostConfig": {"Binds": ["a"]}}, id="in HostConfig"),
        pytest.param(
            '{"HostConfig": {"mounts": [{"type": "bind", "readonly": 1}]}}',
            {"HostConfig": {"Mounts": [{"Type": "bind", "ReadOnly": 1}]}},
            id="in the items of a list",
        ),
        pytest.param(
            '{"HostConfig": {"portbindings": {"80/tcp": [{"hostport": "1"}]}}}',
            {"HostConfig": {"PortBindings": {"80/tcp": [{"HostPort": "1"}]}}},
            id="below keys of the user",
        ),
        pytest.param(
            '{"k8s-experimental": {"Resources": {"LIMITS": {"cpu": 1}}, "serviceoptions": {"Type": "x"}}}',
            {"k8s-experimental": {"resources": {"limits": {"cpu": 1}}, "serviceOptions": {"type": "x"}}},
            id="in the Kubernetes section",
        ),
    ],
)
def test_keys_are_spelled_as_docker_spells_them(options: str, data: Any) -> None:
    assert data_of(options) == data


@pytest.mark.parametrize(
    ("options", "data"),
    [
        pytest.param('{"Cmd": ["a"], "Cmd": ["b"]}', {"Cmd": ["b"]}, id="Cmd: the last one wins"),
        pytest.param('{"WorkingDir": "/a", "WorkingDir": "/b"}', {"WorkingDir": "/b"}, id="a text: the last one wins"),
        pytest.param('{"Image": "a", "image": "b"}', {"Image": "b"}, id="a typed text: the last one wins"),
        pytest.param(
            '{"Foo": {"a": 1}, "Foo": {"b": 2}}', {"Foo": {"b": 2}}, id="an unknown object: the last one wins"
        ),
        pytest.param(
            '{"k8s-experimental": {"nodeSelector": {"a": "1"}}, "k8s-experimental": {"strategy": {"type": "x"}}}',
            {"k8s-experimental": {"strategy": {"type": "x"}}},
            id="the Kubernetes section: the last one wins",
        ),
        pytest.param(
            '{"k8s-experimental": {"strategy": {"type": "x"}, "Strategy": {"a": 1}}}',
            {"k8s-experimental": {"strategy": {"a": 1}}},
            id="two spellings inside the Kubernetes section: the last one wins",
        ),
        pytest.param('{"HostConfig": {"Binds": []}, "HostConfig": null}', {"HostConfig": None}, id="a later null"),
        pytest.param(
            '{"HostConfig": null, "HostConfig": {"Init": true}}', {"HostConfig": {"Init": True}}, id="null first"
        ),
        pytest.param(
            '{"Labels": {"a": "1"}, "Labels": {"a": "2"}}', {"Labels": {"a": "2"}}, id="an equal key of a map"
        ),
        pytest.param(
            '{"HostConfig": {"PortBindings": {"80/tcp": [{"HostPort": "1"}], "80/tcp": [{"HostPort": "2"}]}}}',
            {"HostConfig": {"PortBindings": {"80/tcp": [{"HostPort": "2"}]}}},
            id="an equal port key",
        ),
        pytest.param(
            '{"HostConfig": {"Mounts": [{"Source": "/a", "source": "/b", "BindOptions": {"a": 1}, "BindOptions": {}}]}}',
            {"HostConfig": {"Mounts": [{"Source": "/b", "BindOptions": {}}]}},
            id="inside an item of a list: the last one wins",
        ),
        pytest.param('{"HostConfig": {"Binds": ["a"], "Binds": {}}}', {"HostConfig": {"Binds": {}}}, id="another type"),
    ],
)
def test_of_some_duplicates_the_last_one_counts(options: str, data: Any) -> None:
    assert data_of(options) == data


@pytest.mark.parametrize(
    ("options", "data"),
    [
        pytest.param('{"Env": ["A=1"], "Env": ["B=2"]}', {"Env": ["A=1", "B=2"]}, id="lists are joined"),
        pytest.param('{"Env": ["A=1"], "env": ["B=2"]}', {"Env": ["A=1", "B=2"]}, id="lists in two spellings"),
        pytest.param('{"Labels": {"a": "1"}, "Labels": {"b": "2"}}', {"Labels": {"a": "1", "b": "2"}}, id="maps"),
        pytest.param(
            '{"HostConfig": {"Privileged": true, "Binds": ["/a:/a"]}, "hostconfig": {"Init": true, "binds": ["/b:/b"]}}',
            {"HostConfig": {"Binds": ["/a:/a", "/b:/b"], "Init": True}},
            id="objects and the lists in them, without what the second does not name",
        ),
        pytest.param(
            '{"HostConfig": {"Mounts": [null], "Sysctls": {"a": "1"}, "Foo": 1}, "HostConfig": {"sysctls": {"b": "2"}}}',
            {"HostConfig": {"Sysctls": {"a": "1", "b": "2"}, "Foo": 1}},
            id="maps in objects, and what is not typed",
        ),
        pytest.param(
            '{"HostConfig": {"Memory": 1}, "HostConfig": {"Memory": 2}}',
            {"HostConfig": {"Memory": 2}},
            id="not numbers",
        ),
        pytest.param(
            '{"HostConfig": {"PortBindings": {"80/tcp": [{"HostPort": "1"}]}, "PortBindings": {"90/tcp": []}}}',
            {"HostConfig": {"PortBindings": {"80/tcp": [{"HostPort": "1"}], "90/tcp": []}}},
            id="port bindings",
        ),
        pytest.param(
            '{"Env": ["A=1"], "Env": ["B=2"], "ENV": ["C=3"]}', {"Env": ["A=1", "B=2", "C=3"]}, id="three of them"
        ),
        pytest.param('{"Env": ["A=1"], "Env": null, "Env": ["C=3"]}', {"Env": ["C=3"]}, id="null in between"),
    ],
)
def test_typed_duplicates_are_merged(options: str, data: Any) -> None:
    assert data_of(options) == data


@pytest.mark.parametrize(
    "options",
    [
        pytest.param('{"Env": ["A=1", "A=2"], "Env": ["B=2"], "env": ["C=3"]}', id="joined lists"),
        pytest.param('{"Cmd": ["a"], "Cmd": ["b"], "cmd": ["c"]}', id="the last of lists"),
        pytest.param('{"Labels": {"a": "1", "b": "2"}, "Labels": {"a": "3", "c": "4"}}', id="united maps"),
        pytest.param(
            '{"HostConfig": {"Init": true, "Binds": ["/a", "/b"], "Memory": 1, "LogConfig": {"Type": "x"}}, '
            '"hostconfig": {"init": false, "binds": ["/c"], "Binds": ["/d"], "logconfig": {"config": {"k": "v"}}}}',
            id="merged objects, lists and objects in them",
        ),
        pytest.param(
            '{"hostconfig": {"mounts": [{"source": "/a", "Source": "/b"}], "Mounts": [{"type": "t", "Target": "/t"}]}}',
            id="items of merged lists",
        ),
        pytest.param(
            '{"HostConfig": {"Binds": ["/a"]}, "HostConfig": null, "HostConfig": {"Binds": ["/b"]}}', id="null"
        ),
        pytest.param(
            '{"HostConfig": {"PortBindings": {"1": [{"HostPort": "1"}], "1": [{"hostport": "2"}], "2": [{"HostIp": "3"}]}}}',
            id="port keys of which one stands twice",
        ),
        pytest.param(
            '{"k8s-experimental": {"Volumes": [{"VOLUME": {"name": "n"}}], "volumes": [{"volume": 7}]}}', id="k8s"
        ),
        pytest.param('{"foo": {"b": 1, "b": 2}, "foo": {"b": [3, {"c": 4, "c": 5}]}}', id="unknown members"),
    ],
)
def test_after_merging_every_value_knows_its_place(options: str) -> None:
    module = module_of(options)
    found = leaves(module.data["createOptions"], ("createOptions",))
    assert [written(module, path) for path, _ in found] == [
        value if isinstance(value, str) else json.dumps(value) for _, value in found
    ]
    assert found


def test_a_merged_object_stands_where_its_first_part_does() -> None:
    module = module_of('{"hostconfig": {"Init": true}, "HostConfig": {"Memory": 1}}')
    assert written(module, ("createOptions", "HostConfig")) == '{"Init": true}'


def test_a_value_that_replaces_a_merged_one_stands_where_it_is_written() -> None:
    module = module_of('{"Env": ["A=1"], "Env": ["B=2"], "Env": null}')
    assert written(module, ("createOptions", "Env")) == "null"
    assert written(module, ("createOptions", "Env", 0)) == "Env"


def test_members_stay_in_the_order_of_their_first_mention() -> None:
    assert list(data_of('{"Env": [], "Tty": true, "env": [], "Image": "i"}')) == ["Env", "Tty", "Image"]
