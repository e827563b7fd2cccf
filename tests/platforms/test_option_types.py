"""The types of createOptions: what the runtime takes and what it refuses, as it was run."""

from typing import Any

import pytest

from edgelint.json_text.nodes import Occurrence
from edgelint.platforms.docker_options import items, options
from edgelint.platforms.option_types import typed_values

CASES: list[tuple[str, list[Any], list[Any]]] = [
    ("HostConfig.Privileged", [True, "TRUE", " false ", 1, 0.5], [None, "", "yes", "1", [], {}]),
    ("HostConfig.Init", [True, "False", None, "", 0], ["yes", " ", [True], {}]),
    ("HostConfig.Memory", [512, 1.5, "512", "-1", " 5 ", True], [None, "", "512m", "1.5", 2**63, "x", [1], {}]),
    ("HostConfig.BlkioWeight", [0, 10, "10", -0.5], [None, "", -1, "-1", 65536, "x", []]),
    ("HostConfig.PidsLimit", [None, "", 5, "5"], ["x", [], {}]),
    ("Env", [None, "", [], ["A=1", None, 5, True]], ["A=1", {}, 5, [{"A": 1}], [["A=1"]]]),
    ("HostConfig.Mounts", [None, "", [], [{}, None, ""]], ["x", {}, ["x"], [[]]]),
    ("HostConfig.ConsoleSize", [None, "", [80, "24", 1.5]], ["x", {}, ["x"], [{}], [None], [-1]]),
    ("HostConfig.LogConfig", [None, "", {}, {"Type": None}], ["json-file", [], 5]),
    ("Labels", [None, "", {}, {"a": None, "b": 1, "c": True}], ["x", [], {"a": []}, {"a": {}}]),
    ("ExposedPorts", [None, {}, {"80/tcp": {}}], ["x", [], {"80/tcp": None}, {"80/tcp": []}, {"80/tcp": "x"}]),
    ("HostConfig.PortBindings", [None, {}, {"80": None}, {"80": [{}, None]}], ["x", [], {"80": "80"}, {"80": ["80"]}]),
    (
        "HostConfig.RestartPolicy",
        [None, {"Name": "Always"}, {"Name": "UnlessStopped"}, {"Name": True, "MaximumRetryCount": 1.5}],
        ["always", {"Name": ""}, {"Name": "unless-stopped"}, {"Name": "no", "MaximumRetryCount": "1.5"}],
    ),
    ("Image", [None, "", 5, True], [[], {}]),
    (
        "NetworkingConfig",
        [{"EndpointsConfig": {"n": {"Aliases": ["a"], "Links": 5}}}],
        [{"EndpointsConfig": {"n": {"Aliases": "a"}}}],
    ),
    (
        "k8s-experimental.securityContext",
        [None, "", {"runAsUser": "5", "supplementalGroups": [1, None, "2"]}, {"seLinuxOptions": ""}],
        [[], {"runAsUser": "root"}, {"supplementalGroups": ["video"]}, {"sysctls": ["a=b"]}, {"runAsNonRoot": "yes"}],
    ),
    (
        "k8s-experimental.volumes",
        [
            [None, "", {"volume": ""}],
            [{"volume": {"configMap": {"defaultMode": "0644"}, "projected": {"sources": [{}]}}}],
        ],
        [
            {},
            ["x"],
            [{"volume": {"configMap": {"defaultMode": 2**31}}}],
            [{"volume": {"iscsi": {"lun": None}}}],
            [{"volume": {"rbd": {"monitors": "m"}}}],
            [{"volumeMounts": [{"readOnly": "no"}]}],
            [{"volume": {"downwardAPI": {"items": [{"resourceFieldRef": {"divisor": [1]}}]}}}],
        ],
    ),
    (
        "k8s-experimental.strategy",
        [None, "", {"rollingUpdate": {"maxSurge": "25%"}}],
        ["Recreate", {"rollingUpdate": []}],
    ),
    ("HostConfig.DeviceRequests", [None, "x", 5, {}, [[]]], []),
    ("Tty", [None, "x", 5, [], {}], []),
]


@pytest.mark.parametrize(("option", "value"), [(option, value) for option, taken, _ in CASES for value in taken])
def test_a_value_fits(option: str, value: Any) -> None:
    assert all(typed.fits for typed in typed_values(option, value))


@pytest.mark.parametrize(("option", "value"), [(option, value) for option, _, refused in CASES for value in refused])
def test_a_value_does_not_fit(option: str, value: Any) -> None:
    assert [typed.fits for typed in typed_values(option, value)].count(False) == 1


@pytest.mark.parametrize("path", [path for path, option in options().items() if option.type != "any"])
def test_a_placeholder_fits_everywhere(path: str) -> None:
    assert all(typed.fits for typed in typed_values(path, "${VALUE}"))


def test_each_typed_value_has_its_path_and_what_does_not_fit_is_not_looked_into() -> None:
    mounts = [{"ReadOnly": "x", "Type": 5, "Foo": []}, ["y"], None]
    found = [
        (typed.path, typed.option, typed.type, typed.fits)
        for typed in typed_values("HostConfig.Mounts", mounts, ("M",), ("Mounts",))
    ]
    assert found == [
        (("M",), "HostConfig.Mounts", "list of objects", True),
        (("M", 0), "HostConfig.Mounts[]", "object", True),
        (("M", 0, "ReadOnly"), "HostConfig.Mounts[].ReadOnly", "boolean", False),
        (("M", 0, "Type"), "HostConfig.Mounts[].Type", "text", True),
        (("M", 1), "HostConfig.Mounts[]", "object", False),
        (("M", 2), "HostConfig.Mounts[]", "object", True),
    ]


def test_names_are_spelled_as_usual_and_what_is_lost_is_typed_too() -> None:
    value = {"cpuquota": 1, Occurrence("BINDS", 0): "x", "BINDS": ["y"], "Foo": {"a": 1}}
    found = [(typed.path, typed.names, typed.fits) for typed in typed_values("HostConfig", value)]
    assert found == [
        ((), (), True),
        (("cpuquota",), ("CpuQuota",), True),
        ((Occurrence("BINDS", 0),), ("Binds",), False),
        (("BINDS",), ("Binds",), True),
        (("BINDS", 0), ("Binds", 0), True),
    ]


@pytest.mark.parametrize("path", options())
def test_the_type_of_an_option_agrees_with_what_stands_below_it(path: str) -> None:
    option = options()[path]
    listed = any(other.startswith(items(path)) for other in options())
    assert {
        "known": option.type in ("any", "object", "list of objects"),
        "none": True,
        "open": option.type[:3] in ("any", "map"),
    }[option.children]
    assert not listed or option.type in ("any", "list of objects")
