"""Ports: keys and HostPorts as the agent reads them."""

from typing import Any

import pytest
from table_rows import Seen, bare, fields, host, rows, seen


def bound(key: str, *entries: Any) -> str:
    return host(PortBindings={key: list(entries)})


@pytest.mark.parametrize(
    ("key", "container", "first", "last", "protocol"),
    [
        pytest.param("8000-8010/tcp", None, 8000, 8010, None, id="a range"),
        pytest.param("8000-8010", None, 8000, 8010, None, id="a range without a protocol"),
        pytest.param(" 80 - 81 /udp", None, 80, 81, None, id="a range with blanks"),
        pytest.param("80/http", None, None, None, None, id="an unknown protocol"),
        pytest.param("80/tcp/udp", None, None, None, None, id="two protocols"),
        pytest.param("80/ tcp", None, None, None, None, id="a blank before the protocol"),
        pytest.param("http", None, None, None, None, id="a word"),
        pytest.param("", None, None, None, None, id="nothing"),
        pytest.param("/", None, None, None, None, id="a slash, which stops the deployment"),
        pytest.param("//", None, None, None, None, id="slashes"),
        pytest.param("１/tcp", None, None, None, None, id="a digit of another script"),
        pytest.param("${PORT}/tcp", None, None, None, None, id="a placeholder"),
        pytest.param("80/$PROTOCOL", None, None, None, None, id="a placeholder as protocol"),
        pytest.param("80-tcp", None, None, None, None, id="half a range"),
        pytest.param("99999999999", None, None, None, None, id="more than 32 bits"),
        pytest.param("80", 80, 80, 80, "tcp", id="no protocol means tcp"),
        pytest.param("80/", 80, 80, 80, "tcp", id="an empty protocol"),
        pytest.param("/80", 80, 80, 80, "tcp", id="a leading slash"),
        pytest.param("80//tcp", 80, 80, 80, "tcp", id="a double slash"),
        pytest.param(" 80/UDP", 80, 80, 80, "udp", id="a blank and upper case"),
        pytest.param("+80/sctp", 80, 80, 80, "sctp", id="a sign"),
        pytest.param("-80", -80, -80, -80, "tcp", id="a negative number passes"),
        pytest.param("0/tcp", 0, 0, 0, "tcp", id="nought passes"),
        pytest.param("70000/tcp", 70000, 70000, 70000, "tcp", id="a number beyond all ports passes"),
    ],
)
def test_a_key_is_read_as_the_agent_reads_it(
    key: str, container: int | None, first: int | None, last: int | None, protocol: str | None
) -> None:
    names = ("container", "container_first", "container_last", "protocol")
    assert fields("ports", bound(key, {"HostPort": "1"}), *names) == [(container, first, last, protocol)]
    assert fields("ports", bare(ExposedPorts={key: {}}), "number", *names) == [
        (container, container, first, last, protocol)
    ]


@pytest.mark.parametrize(
    ("value", "number", "first", "last", "text"),
    [
        pytest.param("", None, None, None, "", id="an empty text"),
        pytest.param("35000-35005", None, 35000, 35005, "35000-35005", id="a range"),
        pytest.param("http", None, None, None, "http", id="a word"),
        pytest.param("8,080", None, None, None, "8,080", id="a comma"),
        pytest.param("${PORT}", None, None, None, "${PORT}", id="a placeholder"),
        pytest.param(8080.0, None, None, None, None, id="a number with a point"),
        pytest.param(True, None, None, None, None, id="a boolean"),
        pytest.param(None, None, None, None, None, id="null"),
        pytest.param([], None, None, None, None, id="a list"),
        pytest.param("8080", 8080, 8080, 8080, "8080", id="a text of digits"),
        pytest.param(" +08080 ", 8080, 8080, 8080, " +08080 ", id="blanks, a sign and a leading zero"),
        pytest.param(8080, 8080, 8080, 8080, "8080", id="a number"),
        pytest.param("70000", 70000, 70000, 70000, "70000", id="no range is checked"),
        pytest.param(-1, -1, -1, -1, "-1", id="a negative number"),
    ],
)
def test_a_host_port_is_read_as_the_agent_reads_it(
    value: Any, number: int | None, first: int | None, last: int | None, text: str | None
) -> None:
    names = ("number", "host_first", "host_last", "text")
    assert fields("ports", bound("80/tcp", {"HostPort": value}), *names) == [(number, first, last, text)]


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param(None, id="null"),
        pytest.param([], id="an empty list"),
        pytest.param([None], id="a null entry"),
        pytest.param(["8080"], id="a text as entry"),
        pytest.param("8080", id="a text"),
        pytest.param(8080, id="a number"),
        pytest.param(True, id="a boolean"),
        pytest.param({"HostPort": "8080"}, id="an object"),
    ],
)
def test_a_key_without_an_entry_is_unbound(entries: Any) -> None:
    text = host(PortBindings={"80/tcp": entries})
    common = {"container": 80, "container_first": 80, "container_last": 80, "protocol": "tcp"}
    assert seen("ports", text) == [Seen({"list": "unbound", "key": "80/tcp", **common}, "80/tcp", {"key": "80/tcp"})]


def test_each_entry_of_a_key_is_a_row() -> None:
    text = bound("53/udp", {"HostPort": "5301", "HostIp": "127.0.0.1"}, None, {"HostIp": ""})
    common = {
        "list": "bound",
        "key": "53/udp",
        "container": 53,
        "container_first": 53,
        "container_last": 53,
        "protocol": "udp",
    }
    number = {"number": 5301, "text": "5301", "host_first": 5301, "host_last": 5301, "host_ip": "127.0.0.1"}
    assert seen("ports", text) == [
        Seen({**common, **number}, "5301", {"key": "53/udp", "host_port": "5301"}),
        Seen({**common, "host_ip": ""}, '{"HostIp": ""}', {"key": "53/udp", "host_port": '{"HostIp": ""}'}),
    ]


def test_an_exposed_port_is_a_row_at_its_key() -> None:
    row = {
        "list": "exposed",
        "key": "80",
        "container": 80,
        "container_first": 80,
        "container_last": 80,
        "protocol": "tcp",
    }
    assert seen("ports", bare(ExposedPorts={"80": None})) == [Seen({**row, "number": 80}, "80", {"key": "80"})]


def test_exposed_ports_come_before_bindings() -> None:
    text = bare(HostConfig={"PortBindings": {"80": [{"HostPort": 1}]}}, ExposedPorts={"80/tcp": {}})
    assert fields("ports", text, "list") == ["exposed", "bound"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(host(PortBindings={}), id="an empty object"),
        pytest.param(host(PortBindings=None), id="null"),
        pytest.param(host(PortBindings=[{"HostPort": 1}]), id="a list"),
        pytest.param(host(ExposedPorts={"80": {}}), id="exposed ports inside HostConfig"),
        pytest.param(bare(ExposedPorts=["80/tcp"]), id="exposed ports as a list"),
        pytest.param(bare(PortBindings={"80": [{"HostPort": 1}]}), id="bindings beside HostConfig"),
    ],
)
def test_what_binds_nothing_gives_no_row(text: str) -> None:
    assert rows("ports", text) == []
