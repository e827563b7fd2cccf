"""Endpoints: what a module calls, and what only looks like it."""

from typing import Any

import pytest
from table_rows import Seen, bare, deployment, fields, module, rows, seen

Found = tuple[str, int | None, str | None]


def called(text: str) -> list[Found]:
    """Return host, port and scheme of every endpoint in the text of a variable."""
    return fields("endpoints", bare(Cmd=[text]), "host", "port", "scheme")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("label-api", id="a name alone"),
        pytest.param("label-api:", id="a colon without a port"),
        pytest.param("label-api:http", id="a word for a port"),
        pytest.param("label-api:123456", id="six digits"),
        pytest.param("x@label-api:80", id="behind an at sign"),
        pytest.param("/label-api:80", id="behind a slash"),
        pytest.param("mcr.microsoft.com/label-api:1", id="an image with a tag"),
        pytest.param("label-api:1.0-amd64", id="an image whose tag is a version"),
        pytest.param("label-api:3-alpine", id="an image whose tag begins with digits"),
        pytest.param("label-api:10.0.0.1", id="a host and its address"),
        pytest.param("label-api:8080:80", id="three parts"),
        pytest.param("label-api:8080-8090", id="a range of ports"),
        pytest.param("${HOST}:80", id="a placeholder"),
        pytest.param("$HOST:80", id="a variable"),
        pytest.param("$(HOST):80", id="a reference"),
        pytest.param("<host>:80", id="words in angle brackets"),
        pytest.param("__HOST__:80", id="a name between underscores"),
        pytest.param("C:\\data", id="a Windows path"),
        pytest.param("/srv/a:/b", id="a bind"),
        pytest.param("12:30", id="a time"),
        pytest.param("2020-01-02T03:04:05Z", id="a date with a time"),
        pytest.param("00:1B:44:11:3A:B7", id="a MAC address"),
        pytest.param("a0:11:22:33:44:55", id="a MAC address that begins with a letter"),
        pytest.param("[fe80::1]:80", id="an IPv6 address with a port"),
        pytest.param("fe80:1234::1", id="an IPv6 address"),
        pytest.param("http://+:80", id="any host"),
        pytest.param("http://*:80", id="any host as a star"),
        pytest.param("http://${HOST}:80", id="a placeholder in a URL"),
        pytest.param("http://[::1]:80", id="an IPv6 address in a URL"),
        pytest.param("http://label-api${SITE}:80", id="a placeholder behind the host of a URL"),
        pytest.param("http://label-api.${SITE}", id="a placeholder behind a dot"),
        pytest.param("http://label-api-${SITE}:80", id="a placeholder behind a hyphen"),
        pytest.param("http://label-api<site>:80", id="words in angle brackets behind the host of a URL"),
        pytest.param("http://${SITE}label-api:80", id="a placeholder before the host of a URL"),
        pytest.param("${SITE}label-api:80", id="a placeholder before the host"),
        pytest.param("<site>label-api:80", id="words in angle brackets before the host"),
        pytest.param("%SITE%label-api:80", id="a name between percent signs before the host"),
        pytest.param("label-api:80${N}", id="a placeholder behind the port"),
        pytest.param("sha256:12345abc", id="a digest"),
        pytest.param("80:80", id="two ports"),
        pytest.param('{"a":1}', id="JSON with a number behind a colon"),
    ],
)
def test_a_near_miss_gives_no_row(text: str) -> None:
    assert called(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("label-api:9055", [("label-api", 9055, None)], id="host and port"),
        pytest.param("my-label-api:9055", [("my-label-api", 9055, None)], id="another name that ends the same"),
        pytest.param("10.0.0.1:80", [("10.0.0.1", 80, None)], id="an address and a port"),
        pytest.param("my_mod.x:80", [("my_mod.x", 80, None)], id="a name with every sign"),
        pytest.param("é:80 a:80", [("a", 80, None)], id="behind a blank"),
        pytest.param("a:80,b:81;(c:82)", [("a", 80, None), ("b", 81, None), ("c", 82, None)], id="several"),
        pytest.param("tcp=a:80/x", [("a", 80, None)], id="between an equals sign and a path"),
        pytest.param("Call a:80.", [("a", 80, None)], id="at the end of a sentence"),
        pytest.param("http://a", [("a", 80, "http")], id="a URL without a port"),
        pytest.param("HTTPS://A/x", [("A", 443, "HTTPS")], id="a scheme in upper case"),
        pytest.param("http://a:8080/x?y=b:1", [("a", 8080, "http"), ("b", 1, None)], id="a URL with a port"),
        pytest.param("rtsp://user:pw@cam:554/x", [("cam", 554, "rtsp")], id="a URL with a user"),
        pytest.param("amqp://guest:1@mq", [("mq", 5672, "amqp")], id="a password of digits is no port"),
        pytest.param("grpc://a", [("a", None, "grpc")], id="a scheme without a usual port"),
        pytest.param("tcp://a:1 udp://b", [("a", 1, "tcp"), ("b", None, "udp")], id="two URLs"),
        pytest.param("http://a.b-c.d:1/", [("a.b-c.d", 1, "http")], id="a host of several parts"),
        pytest.param("see <http://a>", [("a", 80, "http")], id="in angle brackets"),
        pytest.param("http://0.0.0.0:35000", [("0.0.0.0", 35000, "http")], id="any address"),
        pytest.param("redis://a", [("a", 6379, "redis")], id="another usual port"),
        pytest.param("http://a:${PORT}/x", [("a", None, "http")], id="a placeholder for the port"),
        pytest.param("http://a:80${N}", [("a", None, "http")], id="a port that ends in a placeholder"),
        pytest.param("http://a:$PORT b:${PORT}", [("a", None, "http")], id="only a URL tells a host without a port"),
        pytest.param("<a>http://a:1</a>", [("a", 1, "http")], id="between tags"),
    ],
)
def test_an_endpoint_is_found(text: str, found: list[Found]) -> None:
    assert called(text) == found


@pytest.mark.parametrize(
    ("scheme", "port"),
    [
        ("http", 80),
        ("https", 443),
        ("ws", 80),
        ("wss", 443),
        ("rtsp", 554),
        ("amqp", 5672),
        ("amqps", 5671),
        ("mqtt", 1883),
        ("mqtts", 8883),
        ("redis", 6379),
        ("postgres", 5432),
        ("postgresql", 5432),
        ("grpc", None),
    ],
)
def test_a_scheme_has_its_usual_port(scheme: str, port: int | None) -> None:
    assert called(f"{scheme}://a") == [("a", port, scheme)]


MODULES: dict[str, Any] = {"my_Mod": module(), "label-api": module(), "sql": module(), "A" * 254: module()}


@pytest.mark.parametrize(
    ("text", "target"),
    [
        pytest.param("http://other", None, id="no module"),
        pytest.param("my-label-api:80", None, id="a name that ends in that of a module"),
        pytest.param("label-api2:80", None, id="a name that begins with that of a module"),
        pytest.param("label-api.local:80", None, id="a name in another domain"),
        pytest.param("10.0.0.1:80", None, id="an address"),
        pytest.param("caller:80", None, id="the module itself"),
        pytest.param("label-api:80", "label-api", id="a module"),
        pytest.param("LABEL-API:80", "label-api", id="in another letter case"),
        pytest.param("http://my_Mod", "my_Mod", id="a module by its own name"),
        pytest.param("http://mymod", "my_Mod", id="a module by its name in DNS"),
        pytest.param("https://edgehub:443", "edgeHub", id="a system module"),
        pytest.param("jdbc:sql://sql", "sql", id="a module that is called like a scheme"),
    ],
)
def test_a_host_may_name_another_module(text: str, target: str | None) -> None:
    caller = module({"Cmd": [text]})
    text = deployment({"caller": caller, **MODULES}, system={"edgeHub": module()})
    assert fields("endpoints", text, "module", "target") == [("caller", target)]


def test_the_first_of_two_modules_with_one_dns_name_is_meant() -> None:
    text = deployment({"a": module({"Cmd": ["b_c:1", "bc:1"]}), "b_c": module(), "bc": module()})
    assert fields("endpoints", text, "target") == ["b_c", "b_c"]


def test_an_endpoint_is_a_row_with_its_parts() -> None:
    text = '{"HostConfig": {}, "Env": ["A=http:\\/\\/u@cam\\u002d1:8080/x"]}'
    row = {"text": "A=http://u@cam-1:8080/x", "host": "cam-1", "port": 8080, "scheme": "http"}
    parts = {"host": "cam\\u002d1", "port": "8080"}
    assert seen("endpoints", text) == [Seen(row, "A=http:\\/\\/u@cam\\u002d1:8080/x", parts)]


def test_a_usual_port_has_no_part() -> None:
    (row,) = seen("endpoints", bare(Cmd=["http://cam"]))
    assert (row.fields["port"], row.fields["implied"], row.parts) == (80, True, {"host": "cam"})


def test_variables_arguments_and_twins_are_searched() -> None:
    options = {
        "Env": ["A=b:2"],
        "Cmd": ["c:3"],
        "Entrypoint": ["d:4"],
        "Image": "sql:5",
        "Labels": {"a": "sql:5"},
        "HostConfig": {"Links": ["sql:5"], "Binds": ["sql:5"]},
    }
    one = module(options, image="sql:5", env={"A": {"value": "a:1"}})
    twin = {"properties.desired": {"x": ["e:6"]}}
    content = {"$edgeHub": {"properties.desired": {"routes": {"r": "FROM /* INTO x:5"}}}, "m": twin, "n": twin}
    text = deployment({"m": one, "sql": module()}, content=content)
    found = [("m", "a:1"), ("m", "A=b:2"), ("m", "c:3"), ("m", "d:4"), ("m", "e:6"), ("n", "e:6")]
    assert fields("endpoints", text, "module", "text") == found


def test_a_variable_that_names_an_image_names_no_port() -> None:
    variables = {"RUNNER_IMAGE": {"value": "sql:5"}, "RUNNER": {"value": "sql:6"}}
    one = module({"Env": ["TheImage=sql:7", "URL=sql:8/image"]}, env=variables)
    assert fields("endpoints", deployment({"m": one}), "text") == ["sql:6", "URL=sql:8/image"]


def test_keys_are_no_texts() -> None:
    assert rows("endpoints", bare(Env={"a:80": 1}, ExposedPorts={"b:80": {}})) == []


@pytest.mark.parametrize("text", ["http://Label-Api.:80/x", "label-api.:80"])
def test_a_host_may_end_in_a_dot(text: str) -> None:
    manifest = deployment({"m": module({"Cmd": [text]}), "label-api": module()})
    assert fields("endpoints", manifest, "host", "port", "target") == [
        (text.removeprefix("http://").partition(":")[0], 80, "label-api")
    ]
