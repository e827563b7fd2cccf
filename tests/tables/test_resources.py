"""Resources: amounts under limits and requests, wherever people write them."""

from typing import Any

import pytest
from table_rows import Seen, bare, deployment, fields, host, module, rows, seen


def section(**members: Any) -> str:
    return bare(**{"k8s-experimental": {"resources": members}})


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(section(), id="nothing"),
        pytest.param(section(limits=None), id="null"),
        pytest.param(section(limits=["cpu"]), id="a list"),
        pytest.param(section(cpu=1), id="an amount outside limits and requests"),
        pytest.param(bare(**{"k8s-experimental": {"limits": {"cpu": 1}}}), id="limits outside resources"),
        pytest.param(bare(**{"k8s-other": {"resources": {"limits": {"cpu": 1}}}}), id="a section of another name"),
        pytest.param(host(Memory=5), id="a limit of Docker"),
        pytest.param(bare(Labels={"resources": {"limits": {"cpu": 1}}}), id="below a label"),
    ],
)
def test_what_is_no_resource_gives_no_row(text: str) -> None:
    assert rows("resources", text) == []


@pytest.mark.parametrize(
    ("value", "number"),
    [
        pytest.param("", None, id="an empty text"),
        pytest.param("1 Gi", None, id="a blank"),
        pytest.param("128mi", None, id="a suffix in lower case"),
        pytest.param("1,5", None, id="a comma"),
        pytest.param("${CPU}", None, id="a placeholder"),
        pytest.param(True, None, id="a boolean"),
        pytest.param([1], None, id="a list"),
        pytest.param("-1", None, id="a negative amount, which the agent garbles"),
        pytest.param(-0.5, None, id="a negative number"),
        pytest.param("128Mi", 134217728, id="a binary suffix"),
        pytest.param("500m", 0.5, id="thousandths"),
        pytest.param("1e3", 1000, id="an exponent"),
        pytest.param(2, 2, id="a number"),
        pytest.param(0.5, 0.5, id="a fraction"),
        pytest.param("2.0", 2, id="a fraction that is none"),
    ],
)
def test_an_amount_is_read(value: Any, number: float | None) -> None:
    (found,) = fields("resources", section(limits={"cpu": value}), "value", "number")
    assert found == (value, number)
    assert type(found[1]) is type(number)


def test_null_is_no_value() -> None:
    assert [row.fields for row in rows("resources", section(limits={"cpu": None}))] == [
        {"list": "limits", "name": "cpu", "extended": False, "running": True}
    ]


@pytest.mark.parametrize(
    ("name", "extended"),
    [
        ("cpu", False),
        ("ephemeral-storage", False),
        ("hugepages-2Mi", False),
        ("kubernetes.io/x", False),
        ("node.kubernetes.io/x", False),
        ("gpu", False),
        ("nvidia.com/gpu", True),
        ("microsoft.com/fpga_catapult", True),
    ],
)
def test_a_name_with_a_domain_is_extended(name: str, extended: bool) -> None:
    assert fields("resources", section(limits={name: 1}), "extended") == [extended]


def test_a_resource_is_a_row_at_its_amount() -> None:
    text = '{"k8s-experimental": {"Resources": {"REQUESTS": {"nvidia.com\\/gpu": "2"}}}}'
    row = {"list": "requests", "name": "nvidia.com/gpu", "value": "2", "number": 2, "extended": True, "running": True}
    assert seen("resources", text) == [Seen(row, "2", {"name": "nvidia.com\\/gpu"})]


def test_limits_come_before_requests() -> None:
    text = section(requests={"cpu": 1}, limits={"memory": 1, "cpu": 2})
    assert fields("resources", text, "list", "name") == [("limits", "memory"), ("limits", "cpu"), ("requests", "cpu")]


LIMITS = {"limits": {"cpu": 1}}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(bare(**{"k8s-extensions": {"resources": LIMITS}}), id="under k8s-extensions"),
        pytest.param(bare(**{"K8S-Extensions": {"Resources": LIMITS}}), id="under k8s-extensions in any letter case"),
        pytest.param(bare(**{"k8s-extensions": LIMITS}), id="under k8s-extensions without resources"),
        pytest.param(bare(resources=LIMITS), id="at the root"),
        pytest.param(host(resources=LIMITS), id="in HostConfig"),
        pytest.param(host(**{"k8s-experimental": {"resources": LIMITS}}), id="under k8s-experimental in HostConfig"),
        pytest.param(bare(**{"K8s-Experimental": {"resources": LIMITS}}), id="under k8s-experimental in another case"),
        pytest.param(host(**{"k8s-extensions": {"resources": LIMITS}}), id="under k8s-extensions in HostConfig"),
        pytest.param(host(Resources={"Limits": {"cpu": 1}}), id="in HostConfig in any letter case"),
    ],
)
def test_a_resource_in_a_wrong_place_says_so(text: str) -> None:
    row = {"list": "misplaced", "name": "cpu", "value": 1, "number": 1, "extended": False, "running": True}
    assert seen("resources", text) == [Seen(row, "1", {"name": "cpu"})]


@pytest.mark.parametrize("name", ["k8s-experimental", "k8s-extensions"])
def test_a_section_beside_create_options_is_a_wrong_place(name: str) -> None:
    settings = {"image": "i", "createOptions": "{}", name: {"resources": LIMITS}}
    row = {
        "module": "m",
        "list": "misplaced",
        "name": "cpu",
        "value": 1,
        "number": 1,
        "extended": False,
        "running": True,
    }
    assert seen("resources", deployment({"m": {"settings": settings}})) == [Seen(row, "1", {"name": "cpu"})]


def test_a_wrong_place_does_not_hide_the_right_one() -> None:
    text = bare(**{"K8S-EXPERIMENTAL": {"resources": LIMITS}, "k8s-experimental": {"resources": LIMITS}})
    assert fields("resources", text, "list") == ["limits", "misplaced"]


@pytest.mark.parametrize(
    ("status", "running"),
    [("running", True), ("Stopped", False), ("stopped", False), ("${STATUS}", False), (None, True), (1, True)],
)
def test_a_stopped_module_does_not_run(status: Any, running: bool) -> None:
    text = deployment({"m": module({"k8s-experimental": {"resources": LIMITS}}, status=status)})
    assert fields("resources", text, "running") == [running]


FPGA = {"microsoft.com/fpga_catapult": 1}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(bare(Labels=FPGA), id="a label"),
        pytest.param(bare(**{"k8s-experimental": {"annotations": FPGA}}), id="an annotation"),
        pytest.param(bare(nodeSelector={"kubernetes.io/arch": "amd64"}), id="a name of Kubernetes itself"),
        pytest.param(host(PortBindings={"80/tcp": []}), id="a port"),
        pytest.param(bare(Volumes={"/a.b/c": {}}), id="a folder"),
        pytest.param(bare(Env=["microsoft.com/fpga_catapult"]), id="a value"),
        pytest.param(deployment({"m": module(env={"microsoft.com/fpga": {"value": 1}})}), id="a variable"),
    ],
)
def test_what_only_looks_like_an_extended_resource_gives_no_row(text: str) -> None:
    assert rows("resources", text) == []


@pytest.mark.parametrize(
    ("text", "around"),
    [
        pytest.param(bare(limits=FPGA), "limits", id="limits at the root"),
        pytest.param(bare(**{"k8s-experimental": {"limits": FPGA}}), "limits", id="limits outside resources"),
        pytest.param(section(**FPGA), "resources", id="outside limits and requests"),
        pytest.param(section(limit=FPGA), "limit", id="under a misspelt list"),
        pytest.param(bare(k8s_experimental={"resources": {"limits": FPGA}}), "limits", id="under a misspelt section"),
        pytest.param(bare(**{"k8s-experimental": {"nodeSelector": FPGA}}), "nodeSelector", id="in a node selector"),
        pytest.param(bare(**{"k8s-experimental": {"volumes": [FPGA]}}), "volumes", id="in a list"),
        pytest.param(bare(**FPGA), "createOptions", id="at the root itself"),
    ],
)
def test_an_extended_resource_elsewhere_names_what_is_around_it(text: str, around: str) -> None:
    row = {"list": "elsewhere", "around": around, "name": "microsoft.com/fpga_catapult", "value": 1, "number": 1}
    found = row | {"extended": True, "running": True}
    assert seen("resources", text) == [Seen(found, "1", {"name": "microsoft.com/fpga_catapult"})]


def test_a_resource_beside_the_settings_is_elsewhere() -> None:
    text = deployment({"m": module(resources={"limits": FPGA})})
    assert fields("resources", text, "list", "around") == [("elsewhere", "limits")]
