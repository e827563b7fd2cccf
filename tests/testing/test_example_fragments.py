"""Fragments, completed to modules of a manifest."""

from typing import Any

import pytest

from edgelint.testing.fragments import ABSENT, ExampleModule, missing_system_modules, read_fragment

BASIC = {"type": "docker", "status": "running", "restartPolicy": "always"}
USER = {"version": "1.0", **BASIC}
STOPPED = {"status": "stopped"}
IMAGE = {"image": "example.azurecr.io/module:1.0.0"}
M = ExampleModule("m", "user", USER, IMAGE, {})


@pytest.mark.parametrize(
    ("data", "module"),
    [
        pytest.param({}, M._replace(options=ABSENT), id="nothing"),
        pytest.param({"createOptions": {}}, M, id="createOptions"),
        pytest.param({"module": {"createOptions": {}}}, M, id="a module"),
        pytest.param({"name": "n", "createOptions": {}}, M._replace(name="n"), id="its name"),
        pytest.param({"status": "stopped", "createOptions": {}}, M._replace(members={**USER, **STOPPED}), id="a member"),
        pytest.param(
            {"settings": {"image": "i", "createOptions": "{}"}},
            M._replace(settings={"image": "i"}, options="{}"),
            id="the text of createOptions",
        ),
        pytest.param(
            {"settings": {"createOptions": "{", "createOptions01": "}"}},
            M._replace(settings={**IMAGE, "createOptions": "{", "createOptions01": "}"}, options=ABSENT),
            id="chunks of its own stay as they are",
        ),
        pytest.param(
            {"kind": "system", "env": {}},
            ExampleModule(
                "edgeAgent",
                "system",
                {**BASIC, "env": {}},
                {"image": "mcr.microsoft.com/azureiotedge-agent:1.0.10"},
                ABSENT,
            ),
            id="a system module",
        ),
    ],
)  # fmt: skip
def test_a_fragment_of_a_module_is_completed(data: dict[str, Any], module: ExampleModule) -> None:
    fragment = read_fragment(data)
    assert fragment.modules == (module,)
    assert fragment.path(("env",)) == ("modules", module.name, "env")


def test_a_fragment_of_a_manifest_starts_at_the_manifest() -> None:
    parts = {"routes": {"r": "x"}, "registryCredentials": {"acr": {}}, "twins": {"a": {"t": 1}}}
    data = {"modules": {"a": {"createOptions": {}}}, **parts}
    for form in (data, {"manifest": data}):
        fragment = read_fragment(form)
        assert tuple(fragment) == ((M._replace(name="a"),), *parts.values(), (), False)
        assert fragment.path(("modules", "a")) == ("modules", "a")


def test_a_module_beside_routes_still_starts_at_the_module_and_routes_at_the_manifest() -> None:
    fragment = read_fragment({"env": {}, "routes": {"r": "x"}})
    assert [fragment.path(steps) for steps in (("env",), ("routes", "r"), ())] == [
        ("modules", "m", "env"),
        ("routes", "r"),
        ("modules", "m"),
    ]


@pytest.mark.parametrize(
    ("data", "bare"),
    [
        pytest.param({"createOptions": {"Env": []}}, True, id="createOptions alone"),
        pytest.param({"createOptions": {}, "env": {}}, False, id="env too"),
        pytest.param({"createOptions": {}, "twins": {}}, False, id="twins too"),
        pytest.param({"createOptions": {}, "registryCredentials": {}}, False, id="credentials too"),
        pytest.param({}, False, id="nothing"),
    ],
)
def test_createoptions_alone_are_bare(data: dict[str, Any], bare: bool) -> None:
    assert read_fragment(data).bare is bare


def test_the_runtime_modules_are_missing_unless_they_are_given() -> None:
    hub = read_fragment({"modules": {"edgeHub": {"kind": "system"}, "edgeAgent": {}}}).modules
    assert [(module.name, module.kind) for module in missing_system_modules(hub)] == [("edgeAgent", "system")]


def test_the_missing_edgehub_maps_its_ports() -> None:
    hub = missing_system_modules(())[1]
    assert list(hub.options["HostConfig"]["PortBindings"]) == ["443/tcp", "5671/tcp", "8883/tcp"]
