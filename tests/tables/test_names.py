"""Names: what Kubernetes makes of the name of a module."""

from typing import Any

import pytest
from table_rows import Seen, bare, deployment, fields, host, module, rows, seen

LAYERED = '{"modulesContent": {"$edgeAgent": {"properties.desired.modules.Cam": {"settings": {"image": "i"}}}}}'


@pytest.mark.parametrize(
    ("name", "kubernetes", "change", "label", "length"),
    [
        pytest.param("cam-1", "cam-1", "none", True, 5, id="a label"),
        pytest.param("1abc", "1abc", "none", True, 4, id="a label that begins with a digit"),
        pytest.param("FileCopyModule", "filecopymodule", "case", True, 14, id="upper case"),
        pytest.param("my_module", "mymodule", "characters", True, 8, id="an underscore vanishes"),
        pytest.param("module(1)", "module1", "characters", True, 7, id="parentheses vanish"),
        pytest.param("A b", "ab", "characters", True, 2, id="upper case and a blank"),
        pytest.param("My.Module", "my.module", "case", False, 9, id="a dot is no part of a label"),
        pytest.param("-a-", "-a-", "none", False, 3, id="hyphens at the ends"),
        pytest.param("___", "", "characters", False, 0, id="nothing is left"),
        pytest.param("é", "", "characters", False, 0, id="a letter that vanishes"),
        pytest.param("İ", "", "characters", False, 0, id="a capital whose small letter is two"),
        pytest.param("a" * 63, "a" * 63, "none", True, 63, id="as long as a label may be"),
        pytest.param("a" * 64, "a" * 64, "none", False, 64, id="too long for a label"),
        pytest.param("a" * 254, None, None, None, 254, id="too long for any name"),
        pytest.param("${NAME}", None, None, None, None, id="a placeholder"),
        pytest.param("cam-<n>", None, None, None, None, id="a placeholder inside"),
    ],
)
def test_a_name_becomes_another(
    name: str, kubernetes: str | None, change: str | None, label: bool | None, length: int | None
) -> None:
    text = deployment({name: module()})
    found = fields("names", text, "name", "kubernetes", "change", "label", "length")
    assert found == [(name, kubernetes, change, label, length)]


@pytest.mark.parametrize(
    ("options", "ports"),
    [
        pytest.param({}, False, id="nothing"),
        pytest.param({"HostConfig": {"PortBindings": {"80-90": [{"HostPort": "1"}]}}}, False, id="a range"),
        pytest.param({"ExposedPorts": {"${PORT}": {}}}, False, id="a placeholder"),
        pytest.param({"HostConfig": {"PortBindings": {"80": []}}}, False, id="a port without a binding"),
        pytest.param(
            {"HostConfig": {"PortBindings": {"80": [{"HostPort": ""}]}}}, False, id="a HostPort that is dropped"
        ),
        pytest.param(
            {"HostConfig": {"PortBindings": {"80": [{"HostPort": "$P"}]}}}, True, id="a HostPort to be filled in"
        ),
        pytest.param({"ExposedPorts": {"80": {}}}, True, id="an exposed port"),
        pytest.param({"HostConfig": {"PortBindings": {"80": [{"HostPort": "1"}]}}}, True, id="a bound port"),
    ],
)
def test_a_module_with_ports_gets_a_service(options: Any, ports: bool) -> None:
    assert fields("names", deployment({"m": module(options)}), "ports") == [ports]


@pytest.mark.parametrize(
    ("name", "proposal"),
    [
        pytest.param("my_module", "my-module", id="an underscore"),
        pytest.param("My.Module", "my-module", id="a dot"),
        pytest.param("module(1)", "module-1", id="parentheses"),
        pytest.param("a b", "a-b", id="a blank"),
        pytest.param("a_._b--c", "a-b-c", id="several in a row are one"),
        pytest.param("-_Front.", "front", id="at the ends they are left out"),
        pytest.param("Café_1", "caf-1", id="a letter of another script"),
        pytest.param("İx", "x", id="a capital whose small letter is two"),
        pytest.param("a" * 64, "a" * 63, id="too long"),
        pytest.param("a" * 62 + "_b", "a" * 62, id="cut behind a hyphen"),
        pytest.param("a" * 300, "a" * 63, id="too long for any name"),
        pytest.param("cam-1", None, id="nothing to change"),
        pytest.param("CamOne", None, id="letter case alone"),
        pytest.param("___", None, id="nothing is left"),
        pytest.param("模块", None, id="no letter is left"),
        pytest.param("_1abc", None, id="a digit in front"),
        pytest.param("PROXY_", None, id="reserved"),
        pytest.param("edge_Hub", "edge-hub", id="not quite reserved"),
        pytest.param("__A_1", "a-1", id="no placeholder"),
        pytest.param("my_${NAME}", None, id="a placeholder"),
    ],
)
def test_a_name_that_the_module_could_have(name: str, proposal: str | None) -> None:
    assert fields("names", deployment({name: module()}), "proposal") == [proposal]


@pytest.mark.parametrize(
    ("other", "proposal"),
    [
        pytest.param("cam-2", "cam-1", id="another"),
        pytest.param("cam-1", None, id="the same"),
        pytest.param("Cam-1", None, id="the same in another case"),
        pytest.param("c_a_m-1", None, id="one that Kubernetes makes the same"),
        pytest.param("cam.1", None, id="one that could have the same"),
    ],
)
def test_a_name_of_another_module_is_not_proposed(other: str, proposal: str | None) -> None:
    assert fields("names", deployment({other: module(), "cam_1": module()}), "proposal")[1] == proposal


def test_a_name_of_a_twin_is_not_proposed() -> None:
    text = deployment({"cam_1": module()}, content={"cam-1": {"properties.desired": {}}})
    assert fields("names", text, "proposal") == [None]


def test_a_system_module_keeps_its_name() -> None:
    assert fields("names", deployment({}, system={"edge_Hub": module()}), "proposal") == [None]


def test_a_name_is_a_row_at_its_key() -> None:
    text = deployment({"Cam": module()}, system={"edgeHub": module()})
    hub = {"module": "edgeHub", "name": "edgeHub", "kind": "system", "kubernetes": "edgehub", "change": "case"}
    cam = {"module": "Cam", "name": "Cam", "kind": "user", "kubernetes": "cam", "change": "case"}
    assert seen("names", text) == [
        Seen({**hub, "label": True, "length": 7, "ports": False}, "edgeHub", {}),
        Seen({**cam, "label": True, "length": 3, "ports": False}, "Cam", {}),
    ]


def test_of_a_layered_key_the_name_alone_is_marked() -> None:
    (row,) = seen("names", LAYERED)
    assert (row.fields["name"], row.text) == ("Cam", "Cam")


@pytest.mark.parametrize("text", [bare(User="u"), host(Binds=[])])
def test_bare_options_have_no_name(text: str) -> None:
    assert rows("names", text) == []
