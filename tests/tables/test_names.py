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
