"""Kubernetes members: the section k8s-experimental, and what stands outside of it."""

import json
from typing import Any

import pytest
from table_rows import Seen, bare, deployment, fields, host, seen

SELECTOR = {"nodeSelector": {"a": "b"}}
VOLUMES = [{"volume": {"name": "v"}}]


def test_the_section_in_its_place_is_a_row() -> None:
    assert seen("kubernetes_members", json.dumps({"k8s-experimental": {}})) == [
        Seen(
            {
                "name": "k8s-experimental",
                "around": "createOptions",
                "key": "k8s-experimental",
                "value": {},
                "empty": True,
                "read": True,
                "movable": True,
            },
            "{}",
            {"key": "k8s-experimental"},
        )
    ]


@pytest.mark.parametrize(
    "name", ["k8s-extensions", "k8s-extension", "K8s-Experimental", "k8s_experimental", "k8sexperimental"]
)
def test_a_section_under_another_name_is_not_read(name: str) -> None:
    text = json.dumps({"HostConfig": {}, name: SELECTOR})
    assert fields("kubernetes_members", text, "name", "key", "read") == [("k8s-experimental", name, False)]


@pytest.mark.parametrize("name", ["k8s", "k8s-experiments", "x-k8s-experimental", "k8s-${KIND}"])
def test_other_names_are_no_section(name: str) -> None:
    assert fields("kubernetes_members", json.dumps({"HostConfig": {}, name: SELECTOR}), "key") == []


def test_members_of_the_section_are_found_around_it() -> None:
    settings = {
        "image": "i",
        "k8s-experimental": SELECTOR,
        "strategy": {},
        "createOptions": host(Resources={"limits": {}}),
    }
    text = deployment({"m": {"settings": settings, "k8s-extensions": SELECTOR, "resources": {}}})
    assert fields("kubernetes_members", text, "module", "around", "name", "empty") == [
        ("m", "module", "k8s-experimental", False),
        ("m", "settings", "k8s-experimental", False),
        ("m", "settings", "strategy", True),
        ("m", "HostConfig", "resources", False),
    ]


@pytest.mark.parametrize(
    ("value", "names"),
    [
        pytest.param({"/data": {}}, [], id="an option of Docker"),
        pytest.param(["/data"], [], id="the same in a wrong form"),
        pytest.param(VOLUMES, ["volumes"], id="volumes of Kubernetes"),
    ],
)
def test_volumes_at_the_root_may_be_those_of_docker(value: Any, names: list[str]) -> None:
    assert fields("kubernetes_members", json.dumps({"HostConfig": {}, "Volumes": value}), "name") == names


@pytest.mark.parametrize(
    ("member", "section", "movable"),
    [
        pytest.param({"k8s-extensions": SELECTOR}, None, True, id="a section"),
        pytest.param({"k8s-extensions": "x"}, None, False, id="a section that is a text"),
        pytest.param({"k8s-extensions": SELECTOR}, {"resources": {}}, True, id="beside another member"),
        pytest.param({"k8s-extensions": SELECTOR}, {"NodeSelector": {}}, False, id="in place of a member"),
        pytest.param({"k8s-extensions": SELECTOR}, "x", False, id="where a text stands"),
        pytest.param({"strategy": {"type": "Recreate"}}, None, True, id="a member"),
        pytest.param({"strategy": "Recreate"}, None, False, id="a member of a wrong type"),
        pytest.param({"volumes": VOLUMES}, {}, True, id="volumes"),
        pytest.param({"volumeMounts": [{}]}, {}, False, id="mounts have no place of their own"),
    ],
)
def test_a_member_can_be_moved_where_its_place_is_free(member: dict[str, Any], section: Any, movable: bool) -> None:
    text = json.dumps({"HostConfig": member, **({} if section is None else {"k8s-experimental": section})})
    assert fields("kubernetes_members", text, "around", "movable")[-1] == ("HostConfig", movable)


def test_null_in_place_of_the_section_is_not_in_the_way() -> None:
    text = bare(HostConfig={"strategy": {"type": "Recreate"}}, **{"k8s-experimental": None})
    assert fields("kubernetes_members", text, "key", "movable") == [("k8s-experimental", False), ("strategy", True)]
