"""Deployment manifests are recognised in every shape, and what only looks like one is not."""

from typing import Any

import pytest

from edgelint.manifests.shapes import Shape, find_shapes, mentions_manifest

MODULE: dict[str, Any] = {"settings": {"image": "i", "createOptions": "{}"}}
DESIRED: dict[str, Any] = {"runtime": {}, "modules": {"m": MODULE}}
AGENT: dict[str, Any] = {"properties.desired": DESIRED}
CONTENT: dict[str, Any] = {"$edgeAgent": AGENT, "$edgeHub": {"properties.desired": {"routes": {}}}}
LAYERED: dict[str, Any] = {"$edgeAgent": {"properties.desired.modules.m": MODULE}}
HOST: dict[str, Any] = {"HostConfig": {"Binds": []}}


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(None, id="null"),
        pytest.param([], id="an empty list"),
        pytest.param({}, id="an empty object"),
        pytest.param("modulesContent", id="a text"),
        pytest.param({"modulesContent": {}}, id="an empty modulesContent"),
        pytest.param({"modulesContent": []}, id="modulesContent as a list"),
        pytest.param({"modulesContent": {"$edgeAgent": None}}, id="a null section"),
        pytest.param({"content": {"deviceContent": {"properties.desired": {"a": 1}}}}, id="a device configuration"),
        pytest.param({"content": {"moduleContent": {"properties.desired": {"a": 1}}}}, id="a module configuration"),
        pytest.param(
            {"content": {"moduleContent": {"properties.desired.settings": {"a": 1}}}},
            id="a layered module configuration",
        ),
        pytest.param(
            {
                "$schema": "http://json-schema.org/draft-07/schema#",
                "properties": {"modulesContent": {"properties": {"$edgeAgent": {"type": "object"}}}},
            },
            id="a JSON schema of manifests",
        ),
        pytest.param(
            {
                "definitions": {"moduleSettings": {"properties": {"image": {}, "createOptions": {"type": "string"}}}},
                "properties": {"properties.desired": {"properties": {"modules": {"type": "object"}}}},
            },
            id="a JSON schema of desired properties",
        ),
        pytest.param(
            {"swagger": "2.0", "definitions": {"HostConfig": {"properties": {"Binds": {"type": "array"}}}}},
            id="the definition of an interface",
        ),
        pytest.param({"azure-iot-edge.version": "1.1", "docker": {"image": "i"}}, id="settings of an editor"),
        pytest.param({"settings": {"image": "i"}, "modules": ["a"]}, id="modules that are a list"),
        pytest.param({"modules": {"m": {"image": "i"}}}, id="modules without settings"),
        pytest.param({"modules": {"m": {"settings": {"image": 5}}}}, id="an image that is no text"),
        pytest.param([{"Id": "0", **HOST}], id="the output of docker inspect"),
        pytest.param({"Id": "0", "State": {}, "Config": {}, **HOST}, id="one container of docker inspect"),
        pytest.param({"NetworkSettings": {"Ports": {}}, **HOST}, id="a part of docker inspect"),
        pytest.param({"properties": {"reported": DESIRED}}, id="what a device reported"),
        pytest.param({"a": {"modules": {"m": MODULE}}}, id="modules without a runtime inside a document"),
        pytest.param({"Env": ["A=b"], "Labels": {}}, id="members of options that other files have too"),
        pytest.param({"HostConfig": "x"}, id="a HostConfig that is no object"),
        pytest.param({"a": HOST}, id="options below the root"),
        pytest.param({"modulesContent": {}, **HOST}, id="options beside modulesContent"),
    ],
)
def test_a_look_alike_is_no_manifest(data: Any) -> None:
    assert find_shapes(data) == []


@pytest.mark.parametrize(
    ("data", "shapes"),
    [
        pytest.param({"modulesContent": CONTENT}, [Shape("modules", ("modulesContent",))], id="a deployment"),
        pytest.param({"moduleContent": CONTENT}, [Shape("modules", ("moduleContent",))], id="the legacy wrapper"),
        pytest.param({"modulesContent": LAYERED}, [Shape("modules", ("modulesContent",))], id="a layered deployment"),
        pytest.param(
            {"modulesContent": {"$edgeAgent": {}}}, [Shape("modules", ("modulesContent",))], id="an empty section"
        ),
        pytest.param(
            {"modulesContent": {"$edgeHub": {"properties.desired.routes.r": "x"}}},
            [Shape("modules", ("modulesContent",))],
            id="routes alone",
        ),
        pytest.param(
            {"modulesContent": {"m": {"properties.desired": {"a": 1}}}},
            [Shape("modules", ("modulesContent",))],
            id="the twin of a module alone",
        ),
        pytest.param(
            {"id": "x", "priority": 1, "content": {"modulesContent": CONTENT}},
            [Shape("modules", ("content", "modulesContent"))],
            id="the wrapper of the Azure CLI",
        ),
        pytest.param(
            {"displayName": "x", "data": {"modulesContent": CONTENT}},
            [Shape("modules", ("data", "modulesContent"))],
            id="the wrapper of IoT Central",
        ),
        pytest.param(
            {"resources": [{"a": 1}, {"variables": {"v": {"modulesContent": CONTENT}}}]},
            [Shape("modules", ("resources", 1, "variables", "v", "modulesContent"))],
            id="deep in another document",
        ),
        pytest.param(CONTENT, [Shape("modules", ())], id="the sections without a wrapper"),
        pytest.param({"properties.desired": DESIRED}, [Shape("twin", ("properties.desired",))], id="a dotted twin"),
        pytest.param(
            {"deviceId": "d", "properties": {"desired": DESIRED, "reported": DESIRED}},
            [Shape("twin", ("properties", "desired"))],
            id="an exported twin",
        ),
        pytest.param({"desired": DESIRED}, [Shape("twin", ("desired",))], id="the properties of a twin"),
        pytest.param(DESIRED, [Shape("twin", ())], id="bare desired properties"),
        pytest.param({"modules": {"m": MODULE}}, [Shape("twin", ())], id="bare desired properties without a runtime"),
        pytest.param(
            {"systemModules": {"edgeAgent": {"settings": {"image": "i"}}}},
            [Shape("twin", ())],
            id="system modules alone",
        ),
        pytest.param({"a": [DESIRED]}, [Shape("twin", ("a", 0))], id="bare desired properties inside a document"),
        pytest.param(HOST, [Shape("bare", ())], id="bare options"),
        pytest.param({"hostconfig": {}}, [Shape("bare", ())], id="bare options in lower case"),
        pytest.param({"k8s-experimental": {}}, [Shape("bare", ())], id="bare Kubernetes options"),
        pytest.param({"Env": [], **HOST, "Image": "i"}, [Shape("bare", ())], id="bare options with other members"),
    ],
)
def test_a_shape_is_found(data: Any, shapes: list[Shape]) -> None:
    assert find_shapes(data) == shapes


@pytest.mark.parametrize(
    ("data", "shapes"),
    [
        pytest.param(
            [{"modulesContent": CONTENT}, {"modulesContent": LAYERED}],
            [Shape("modules", (0, "modulesContent")), Shape("modules", (1, "modulesContent"))],
            id="a list of manifests",
        ),
        pytest.param(
            {"modulesContent": CONTENT, "moduleContent": CONTENT},
            [Shape("modules", ("modulesContent",)), Shape("modules", ("moduleContent",))],
            id="both wrappers",
        ),
        pytest.param(
            {"modulesContent": CONTENT, "twins": {"d": {"properties": {"desired": DESIRED}}}},
            [Shape("modules", ("modulesContent",)), Shape("twin", ("twins", "d", "properties", "desired"))],
            id="a manifest beside a twin",
        ),
        pytest.param(
            {"a": {"content": {"modulesContent": CONTENT}}, "b": {"content": {"modulesContent": LAYERED}}},
            [
                Shape("modules", ("a", "content", "modulesContent")),
                Shape("modules", ("b", "content", "modulesContent")),
            ],
            id="keyed by name",
        ),
    ],
)
def test_a_document_may_hold_several(data: Any, shapes: list[Shape]) -> None:
    assert find_shapes(data) == shapes


def test_a_manifest_is_not_looked_for_inside_another() -> None:
    inner = {**CONTENT, "m": {"properties.desired": {"modulesContent": CONTENT, "desired": DESIRED}}}
    assert find_shapes({"modulesContent": inner}) == [Shape("modules", ("modulesContent",))]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param({"Env": ["A=b"]}, id="variables"),
        pytest.param({"ExposedPorts": {"80/tcp": {}}}, id="ports"),
        pytest.param({"cmd": ["a"]}, id="a command in lower case"),
        pytest.param({"Entrypoint": "run.sh"}, id="an entry point as a text"),
        pytest.param({"Labels": {}}, id="labels"),
    ],
)
def test_on_standard_input_less_is_enough_for_bare_options(data: Any) -> None:
    assert find_shapes(data, standard_input=True) == [Shape("bare", ())]
    assert find_shapes(data) == []


@pytest.mark.parametrize("data", [{"Env": 5}, {"Image": "i"}, {"Labels": None}, []])
def test_on_standard_input_not_everything_is_bare_options(data: Any) -> None:
    assert find_shapes(data, standard_input=True) == []


@pytest.mark.parametrize(
    ("text", "mentioned"),
    [
        pytest.param('{"modulesContent": ', True, id="a wrapper"),
        pytest.param('{"moduleContent": ', True, id="the legacy wrapper"),
        pytest.param('{"$edgeAgent": {"properties.desired": ', True, id="a section"),
        pytest.param('{"$edgeAgent": ', False, id="the name of a section alone"),
        pytest.param('{"HostConfig": ', False, id="bare options"),
    ],
)
def test_a_text_that_cannot_be_parsed_was_perhaps_a_manifest(text: str, mentioned: bool) -> None:
    assert mentions_manifest(text) is mentioned
