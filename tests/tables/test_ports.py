"""Ports: keys and HostPorts as the agent reads them."""

from typing import Any

import pytest
from table_rows import Seen, bare, deployment, fields, host, module, rows, seen


def bound(key: str, *entries: Any) -> str:
    return host(PortBindings={key: list(entries)})


@pytest.mark.parametrize(
    ("key", "container", "first", "last", "protocol"),
    [
        pytest.param("8000-8010/tcp", None, 8000, 8010, "tcp", id="a range"),
        pytest.param("8000-8010", None, 8000, 8010, "tcp", id="a range without a protocol"),
        pytest.param(" 80 - 81 /UDP", None, 80, 81, "udp", id="a range with blanks"),
        pytest.param("80-81/http", None, 80, 81, None, id="a range of an unknown protocol"),
        pytest.param("80-81/tcp/udp", None, 80, 81, None, id="a range of two protocols"),
        pytest.param("tcp/80", None, None, None, None, id="the protocol first, which the agent does not read"),
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
        pytest.param(8080.0, None, None, None, "8080.0", id="a number with a point"),
        pytest.param(True, None, None, None, "true", id="a boolean"),
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


def test_an_empty_text_in_place_of_entries_is_null() -> None:
    assert fields("ports", host(PortBindings={"80/tcp": ""}), "list", "fault", "text") == [("unbound", "null", "")]
    assert fields("ports", host(PortBindings={"$PORT": ""}), "list", "fault", "text") == [("unbound", None, "")]


@pytest.mark.parametrize(
    ("entries", "fault"),
    [
        pytest.param(None, "null", id="null"),
        pytest.param([], "empty", id="an empty list"),
        pytest.param([None], None, id="a null entry"),
        pytest.param(["8080"], None, id="a text as entry"),
        pytest.param("8080", None, id="a text"),
        pytest.param(8080, None, id="a number"),
        pytest.param(True, None, id="a boolean"),
        pytest.param({"HostPort": "8080"}, None, id="an object"),
    ],
)
def test_a_key_without_an_entry_is_unbound(entries: Any, fault: str | None) -> None:
    text = host(PortBindings={"80/tcp": entries})
    row = {"list": "unbound", "key": "80/tcp", "container": 80, "container_first": 80, "container_last": 80}
    row |= {"protocol": "tcp"} | ({"fault": fault} if fault else {})
    assert seen("ports", text) == [Seen(row, "80/tcp", {"key": "80/tcp"})]


@pytest.mark.parametrize(
    ("key", "fault"),
    [
        pytest.param("80/http", "key", id="an unknown protocol"),
        pytest.param("tcp/80", "key", id="the protocol first"),
        pytest.param("80-81", "key", id="a range"),
        pytest.param("", "key", id="nothing"),
        pytest.param(" ", "key", id="a blank"),
        pytest.param("/", "slashes", id="a slash"),
        pytest.param("//", "slashes", id="two slashes"),
        pytest.param("80/TCP", None, id="upper case"),
        pytest.param("/80", None, id="a leading slash"),
        pytest.param("${PORT}/http", None, id="a placeholder"),
    ],
)
def test_a_key_that_the_agent_does_not_read_is_a_fault(key: str, fault: str | None) -> None:
    assert fields("ports", bare(ExposedPorts={key: {}}), "fault") == [fault]
    assert fields("ports", bound(key, {"HostPort": "80"}), "fault", "number") == [(fault, None if fault else 80)]
    assert fields("ports", bound(key, {}), "fault") == [fault or "no-host-port"]
    assert fields("ports", bound(key), "fault") == [fault or "empty"]
    assert fields("ports", host(PortBindings={key: None}), "fault") == [
        fault or (None if key.startswith("$") else "null")
    ]


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        pytest.param({}, "no-host-port", id="nothing"),
        pytest.param({"HostIp": "::"}, "no-host-port", id="an address alone"),
        pytest.param({"HostPort": ""}, "empty-host-port", id="an empty text"),
        pytest.param({"HostPort": None}, "empty-host-port", id="null"),
        pytest.param({"HostPort": "http"}, "host-port", id="a word"),
        pytest.param({"HostPort": "1-2"}, "host-port", id="a range"),
        pytest.param({"HostPort": " "}, "host-port", id="a blank"),
        pytest.param({"HostPort": True}, "host-port", id="a boolean"),
        pytest.param({"HostPort": 80.5}, "host-port", id="a fraction"),
        pytest.param({"HostPort": ["80"]}, None, id="a list, which is refused"),
        pytest.param({"HostPort": "$PORT"}, None, id="a placeholder"),
        pytest.param({"HostPort": "70000"}, None, id="a number beyond all ports"),
    ],
)
def test_an_entry_that_the_agent_drops_is_a_fault(entry: dict[str, Any], fault: str | None) -> None:
    assert fields("ports", bound("80", entry), "fault") == [fault]


@pytest.mark.parametrize(
    ("key", "host_port", "expanded"),
    [
        pytest.param("80-81/udp", "90-91", {"80/udp": [{"HostPort": "90"}], "81/udp": [{"HostPort": "91"}]}, id="two"),
        pytest.param("80-80", "90-90", {"80/tcp": [{"HostPort": "90"}]}, id="a range of one, without a protocol"),
        pytest.param("80-81", "90-92", None, id="more HostPorts"),
        pytest.param("80-81", "90", None, id="one HostPort"),
        pytest.param("80-81", "", None, id="no HostPort"),
        pytest.param("81-80", "91-90", None, id="the last port first"),
        pytest.param("80-81/http", "90-91", None, id="an unknown protocol"),
        pytest.param("80", "90-90", None, id="a single port"),
        pytest.param("0-1", "90-91", None, id="port 0"),
        pytest.param("80-81", "65535-65536", None, id="a HostPort beyond all ports"),
        pytest.param("100-164", "100-164", None, id="65 ports"),
    ],
)
def test_a_range_stands_for_single_ports(key: str, host_port: str, expanded: dict[str, Any] | None) -> None:
    assert fields("ports", bound(key, {"HostPort": host_port}), "expanded") == [expanded]


def test_a_range_of_64_ports_is_expanded() -> None:
    (expanded,) = fields("ports", bound("100-163", {"HostPort": "100-163", "HostIp": "::1"}), "expanded")
    assert list(expanded) == [f"{number}/tcp" for number in range(100, 164)]
    assert expanded["163/tcp"] == [{"HostPort": "163", "HostIp": "::1"}]


def test_a_range_is_not_expanded_over_what_is_there() -> None:
    bindings = {"80-81": [{"HostPort": "80-81"}], "081/TCP": [{"HostPort": "9"}]}
    assert fields("ports", host(PortBindings=bindings), "expanded") == [None, None]
    assert fields("ports", bare(ExposedPorts={"80-81": {}, "81/udp": {}}), "expanded") == [
        {"80/tcp": {}, "81/tcp": {}},
        None,
    ]
    assert fields("ports", bound("80-81", {"HostPort": "80-81"}, {"HostPort": "90-91"}), "expanded") == [None, None]


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
        Seen(
            {**common, "fault": "no-host-port", "host_ip": ""},
            '{"HostIp": ""}',
            {"key": "53/udp", "host_port": '{"HostIp": ""}'},
        ),
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


@pytest.mark.parametrize(
    ("bindings", "fault"),
    [
        pytest.param('{"80": NaN}', None, id="a word for the list, which is refused"),
        pytest.param('{"80": undefined}', "null", id="undefined, which is null"),
        pytest.param('{"80": [{"HostPort": undefined}]}', None, id="undefined for a text, which is refused"),
        pytest.param('{"80": [{"HostPort": NaN}]}', "empty-host-port", id="a word that becomes a text"),
        pytest.param('{"80": [{"HostPort": null}]}', "empty-host-port", id="null"),
    ],
)
def test_a_word_that_is_no_json_is_null_or_refused(bindings: str, fault: str | None) -> None:
    options = f'{{"HostConfig": {{"PortBindings": {bindings}}}}}'
    assert fields("ports", deployment({"m": module(options)}), "fault") == [fault]
