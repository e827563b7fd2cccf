"""The grammar of Kubernetes and what the agent makes of names, ports and quantities."""

from collections.abc import Callable
from fractions import Fraction

import pytest

from edgelint.platforms.kubernetes import (
    InvalidKubernetesName,
    InvalidPortKey,
    PortKey,
    is_dns_label,
    is_env_name,
    is_label_value,
    is_quantity,
    is_service_name,
    is_share_name,
    is_subdomain,
    parse_host_port,
    parse_port_key,
    pull_secret_name,
    quantity,
    sanitize_annotation_key,
    sanitize_dns_domain,
    sanitize_dns_label,
    sanitize_dns_value,
    sanitize_k8s_value,
    sanitize_label_value,
)

KELVIN = "\u212a"
DOTTED_I = "\u0130"
Predicate = Callable[[str], bool]
Sanitizer = Callable[[str], str]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="no text"),
        pytest.param(" 1Gi", id="a blank in front"),
        pytest.param("1 Gi", id="a blank inside"),
        pytest.param("1Gi\n", id="a line break behind"),
        pytest.param("1K", id="a capital K without i"),
        pytest.param("1mi", id="a binary suffix in lower case"),
        pytest.param("1MB", id="bytes are not named"),
        pytest.param("1GiB", id="bytes are not named behind a binary suffix"),
        pytest.param("1e", id="an exponent without digits"),
        pytest.param("1e1.5", id="an exponent with decimals"),
        pytest.param("1e3Ki", id="an exponent and a suffix"),
        pytest.param("1ni", id="no binary form of a billionth"),
        pytest.param("1,5", id="a decimal comma"),
        pytest.param("1_000", id="an underscore between digits"),
        pytest.param("1/2", id="a ratio"),
        pytest.param("0x10", id="a hexadecimal number"),
        pytest.param(".", id="a point alone"),
        pytest.param("+", id="a sign alone"),
        pytest.param("--1", id="two signs"),
        pytest.param("Ki", id="a suffix alone"),
        pytest.param("\u0661", id="a digit that is not ASCII"),
        pytest.param("true", id="a word"),
        pytest.param("NaN", id="not a number"),
        pytest.param("inf", id="infinity"),
    ],
)
def test_a_text_is_no_quantity(text: str) -> None:
    assert not is_quantity(text)
    assert quantity(text) is None


@pytest.mark.parametrize(
    ("value", "amount"),
    [
        pytest.param("0", Fraction(0), id="nothing"),
        pytest.param("1.", Fraction(1), id="a point without decimals"),
        pytest.param(".5", Fraction(1, 2), id="a point in front"),
        pytest.param("+2", Fraction(2), id="a plus sign"),
        pytest.param("-1", Fraction(-1), id="a minus sign is of the grammar"),
        pytest.param("500m", Fraction(1, 2), id="thousandths"),
        pytest.param("3u", Fraction(3, 10**6), id="millionths"),
        pytest.param("3n", Fraction(3, 10**9), id="billionths"),
        pytest.param("1k", Fraction(1000), id="a small k"),
        pytest.param("1.5Gi", Fraction(1536 * 2**20), id="a binary suffix behind decimals"),
        pytest.param("1Ei", Fraction(2**60), id="the largest binary suffix"),
        pytest.param("8Ei", Fraction(2**63 - 1), id="the most with a binary suffix"),
        pytest.param("1E", Fraction(10**18), id="a capital E alone is a suffix"),
        pytest.param("1E3", Fraction(1000), id="a capital E before digits is an exponent"),
        pytest.param("1e-3", Fraction(1, 1000), id="a negative exponent"),
        pytest.param(".1", Fraction(1, 10), id="an exact tenth"),
        pytest.param(0.1, Fraction(1, 10), id="a JSON fraction as it is written"),
        pytest.param(1e20, Fraction(10**20), id="a large JSON number"),
        pytest.param(536870912, Fraction(2**29), id="a JSON integer"),
        pytest.param("1e999999999", Fraction(10**99), id="an exponent beyond reason"),
        pytest.param("1e-999999999", Fraction(1, 10**99), id="a negative exponent beyond reason"),
    ],
)
def test_a_quantity_has_an_exact_amount(value: object, amount: Fraction) -> None:
    assert quantity(value) == amount


@pytest.mark.parametrize(
    "value",
    [None, True, False, [], {}, [1], float("inf"), float("nan"), "9" * 29, 2**63, -(10**5000)],
    ids=["null", "true", "false", "list", "object", "one item", "inf", "nan", "29 digits", "2^63", "-10^5000"],
)
def test_a_value_has_no_amount(value: object) -> None:
    assert quantity(value) is None


@pytest.mark.parametrize(
    ("predicate", "text"),
    [
        pytest.param(is_dns_label, "", id="an empty label"),
        pytest.param(is_dns_label, "a.b", id="a dot in a label"),
        pytest.param(is_dns_label, "A", id="a capital letter"),
        pytest.param(is_dns_label, "-a", id="a hyphen in front"),
        pytest.param(is_dns_label, "a-", id="a hyphen behind"),
        pytest.param(is_dns_label, "a\n", id="a line break behind"),
        pytest.param(is_dns_label, "\u0661", id="a digit that is not ASCII"),
        pytest.param(is_dns_label, "a" * 64, id="64 characters"),
        pytest.param(is_service_name, "1a", id="a Service name with a digit in front"),
        pytest.param(is_service_name, "a" * 64, id="a Service name of 64 characters"),
        pytest.param(is_service_name, "a_b", id="an underscore"),
        pytest.param(is_subdomain, "a..b", id="an empty segment"),
        pytest.param(is_subdomain, "a.-b", id="a segment with a hyphen in front"),
        pytest.param(is_subdomain, ".".join(["a" * 63] * 4), id="255 characters"),
        pytest.param(is_label_value, "-a", id="a label value with a hyphen in front"),
        pytest.param(is_label_value, "a/b", id="a slash in a label value"),
        pytest.param(is_label_value, "a" * 64, id="a label value of 64 characters"),
        pytest.param(is_env_name, "", id="a variable without a name"),
        pytest.param(is_env_name, "1A", id="a variable with a digit in front"),
        pytest.param(is_env_name, "A:B", id="a colon in a variable's name"),
        pytest.param(is_env_name, "A B", id="a blank in a variable's name"),
        pytest.param(is_env_name, "Ä", id="a letter that is not ASCII"),
        pytest.param(is_share_name, "ab", id="a share name of 2 characters"),
        pytest.param(is_share_name, "Share", id="a share name with a capital"),
        pytest.param(is_share_name, "my_share", id="a share name with an underscore"),
        pytest.param(is_share_name, "share-", id="a share name with a hyphen behind"),
        pytest.param(is_share_name, "a" * 64, id="a share name of 64 characters"),
    ],
)
def test_a_text_is_no_such_name(predicate: Predicate, text: str) -> None:
    assert not predicate(text)


@pytest.mark.parametrize(
    ("predicate", "text"),
    [
        pytest.param(is_dns_label, "1a", id="a label with a digit in front"),
        pytest.param(is_dns_label, "a" * 63, id="a label of 63 characters"),
        pytest.param(is_service_name, "a", id="a Service name of one letter"),
        pytest.param(is_service_name, "a--b1", id="hyphens inside"),
        pytest.param(is_subdomain, "1.b-c.d", id="segments with digits and hyphens"),
        pytest.param(is_subdomain, "a" * 64, id="a long segment, which Kubernetes takes"),
        pytest.param(is_label_value, "", id="an empty label value"),
        pytest.param(is_label_value, "A_b.c-1", id="a label value with all marks"),
        pytest.param(is_env_name, "A__B", id="two underscores"),
        pytest.param(is_env_name, "-.a1", id="marks in front of a variable's name"),
        pytest.param(is_share_name, "in1", id="a share name of 3 characters"),
        pytest.param(is_share_name, "1-a", id="a share name with a digit in front"),
    ],
)
def test_a_text_is_such_a_name(predicate: Predicate, text: str) -> None:
    assert predicate(text)


@pytest.mark.parametrize(
    ("sanitizer", "text"),
    [
        pytest.param(sanitize_k8s_value, "a" * 254, id="a module name of 254 characters"),
        pytest.param(sanitize_dns_label, "", id="no source"),
        pytest.param(sanitize_dns_label, "/", id="the root folder"),
        pytest.param(sanitize_dns_label, "_-.é", id="marks and foreign letters alone"),
        pytest.param(sanitize_dns_label, KELVIN, id="the Kelvin sign is no k"),
        pytest.param(sanitize_dns_label, DOTTED_I, id="a dotted capital I is no i"),
        pytest.param(sanitize_dns_label, "/" + "a" * 64, id="64 characters of a path"),
        pytest.param(sanitize_dns_value, "10", id="digits alone"),
        pytest.param(sanitize_dns_value, "1" + "a" * 64, id="64 characters behind a digit"),
        pytest.param(sanitize_dns_domain, "", id="no domain"),
        pytest.param(sanitize_dns_domain, "a.", id="an empty last segment"),
        pytest.param(sanitize_dns_domain, "10.0.0.1", id="an IP address"),
        pytest.param(sanitize_dns_domain, ".".join(["a" * 63] * 4), id="a domain of 255 characters"),
        pytest.param(sanitize_annotation_key, "", id="no key"),
        pytest.param(sanitize_annotation_key, "a/", id="a prefix without a name"),
        pytest.param(sanitize_annotation_key, "/a", id="a name behind an empty prefix"),
        pytest.param(sanitize_annotation_key, "1/a", id="a prefix of digits"),
        pytest.param(sanitize_annotation_key, "a/" + "b" * 64, id="a name of 64 characters"),
        pytest.param(sanitize_label_value, "__", id="a label value of marks alone"),
    ],
)
def test_no_name_comes_of_a_text(sanitizer: Sanitizer, text: str) -> None:
    with pytest.raises(InvalidKubernetesName):
        sanitizer(text)


@pytest.mark.parametrize(
    ("sanitizer", "text", "name"),
    [
        pytest.param(sanitize_k8s_value, "My_Module.1-", "mymodule.1-", id="a module's name is not trimmed"),
        pytest.param(sanitize_k8s_value, "$edgeHub", "edgehub", id="a system module's identity"),
        pytest.param(sanitize_k8s_value, "___", "", id="an empty module name is no fault here"),
        pytest.param(sanitize_k8s_value, f"a{KELVIN}{DOTTED_I}", "a", id="only ASCII letters become lower case"),
        pytest.param(sanitize_k8s_value, "_" * 300 + "a", "a", id="the length counts after stripping"),
        pytest.param(sanitize_dns_label, "/srv/a/b", "srvab", id="slashes vanish"),
        pytest.param(sanitize_dns_label, "-_1.a-b_-", "1a-b", id="a label starts at its first letter or digit"),
        pytest.param(sanitize_dns_label, "/" * 99 + "a" * 63, "a" * 63, id="63 characters behind slashes"),
        pytest.param(sanitize_dns_value, "1-2a1-", "a1", id="all before the first letter is stripped"),
        pytest.param(sanitize_dns_domain, "A1.2B.-c_-", "a1.b.c", id="each segment by itself"),
        pytest.param(sanitize_annotation_key, "_A b.C-", "Ab.C", id="a name keeps its case"),
        pytest.param(sanitize_annotation_key, "Q.R/a/b", "q.r/ab", id="only the first slash parts"),
        pytest.param(sanitize_label_value, "_My_Share_", "my_share", id="a label value keeps marks inside"),
    ],
)
def test_a_name_comes_of_a_text(sanitizer: Sanitizer, text: str, name: str) -> None:
    assert sanitizer(text) == name


@pytest.mark.parametrize(
    "key",
    [
        pytest.param("", id="no key"),
        pytest.param("   ", id="blanks alone"),
        pytest.param("http", id="a word"),
        pytest.param("80/http", id="an unknown protocol"),
        pytest.param("80/ tcp", id="a blank before the protocol"),
        pytest.param("80/tcp ", id="a blank behind the protocol"),
        pytest.param("80/tcp/udp", id="two protocols"),
        pytest.param("8000-8010/tcp", id="a range"),
        pytest.param("\uff18\uff10", id="digits that are not ASCII"),
        pytest.param("1e3", id="an exponent"),
        pytest.param("80.0", id="decimals"),
        pytest.param("- 80", id="a blank behind the sign"),
        pytest.param("+-80", id="two signs"),
        pytest.param("80 80", id="two numbers"),
        pytest.param("\x0080", id="a NUL character in front"),
        pytest.param("80\x00 ", id="a blank behind a NUL character"),
        pytest.param("\xa080", id="a blank that is not ASCII"),
        pytest.param("2147483648", id="one more than 32 bits hold"),
        pytest.param("-2147483649", id="one less than 32 bits hold"),
        pytest.param("9" * 5000, id="thousands of digits"),
        pytest.param("0" * 5000 + "x", id="a letter behind thousands of zeros"),
    ],
)
def test_a_port_key_is_dropped(key: str) -> None:
    assert parse_port_key(key) is None


@pytest.mark.parametrize("key", ["/", "//", "///"])
def test_a_port_key_of_slashes_stops_the_deployment(key: str) -> None:
    with pytest.raises(InvalidPortKey):
        parse_port_key(key)


@pytest.mark.parametrize(
    ("key", "port"),
    [
        pytest.param("80", PortKey(80, "tcp"), id="TCP without a protocol"),
        pytest.param("80/tcp", PortKey(80, "tcp"), id="the usual form"),
        pytest.param("53/UDP", PortKey(53, "udp"), id="a protocol in upper case"),
        pytest.param("7/Sctp", PortKey(7, "sctp"), id="SCTP"),
        pytest.param("/80//tcp/", PortKey(80, "tcp"), id="empty parts are dropped"),
        pytest.param(" 80\t/udp", PortKey(80, "udp"), id="blanks around the number"),
        pytest.param("+0080", PortKey(80, "tcp"), id="a sign and zeros"),
        pytest.param("-80", PortKey(-80, "tcp"), id="no range is checked below"),
        pytest.param("2147483647", PortKey(2147483647, "tcp"), id="the largest 32-bit number"),
        pytest.param("-2147483648", PortKey(-2147483648, "tcp"), id="the least 32-bit number"),
        pytest.param("0" * 5000 + "80", PortKey(80, "tcp"), id="many zeros in front"),
        pytest.param("80 \x00\x00", PortKey(80, "tcp"), id="NUL characters behind"),
    ],
)
def test_a_port_key_is_read(key: str, port: PortKey) -> None:
    assert parse_port_key(key) == port


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(None, id="null"),
        pytest.param(True, id="a boolean"),
        pytest.param(8080.0, id="a JSON number with decimals"),
        pytest.param([], id="a list"),
        pytest.param({}, id="an object"),
        pytest.param("", id="no text"),
        pytest.param("http", id="a word"),
        pytest.param("1-2", id="a range"),
        pytest.param("8,080", id="a comma"),
        pytest.param("0x50", id="a hexadecimal number"),
        pytest.param("8080.0", id="a text with decimals"),
        pytest.param(2**31, id="one more than 32 bits hold"),
    ],
)
def test_a_host_port_is_dropped(value: object) -> None:
    assert parse_host_port(value) is None


@pytest.mark.parametrize(
    ("value", "number"),
    [
        pytest.param("8080", 8080, id="a text"),
        pytest.param(8080, 8080, id="a JSON integer"),
        pytest.param(" +08080 ", 8080, id="blanks, a sign and a zero"),
        pytest.param("-1", -1, id="no range is checked below"),
        pytest.param("0", 0, id="zero"),
        pytest.param(70000, 70000, id="no range is checked above"),
        pytest.param("0" * 20 + "1", 1, id="many zeros in front"),
    ],
)
def test_a_host_port_is_read(value: object, number: int) -> None:
    assert parse_host_port(value) == number


@pytest.mark.parametrize(
    ("address", "name"),
    [
        pytest.param("reg.io:5000", "u-reg.io-5000", id="a port"),
        pytest.param("HTTPS://Reg.io/v1/", "u-reg.io", id="https in any letter case, and a path"),
        pytest.param("http://reg.io", "u-reg.io", id="http"),
        pytest.param("https://http://reg.io", "u-http-", id="the first of two schemes"),
        pytest.param("oci://reg.io", "u-oci-", id="another scheme"),
        pytest.param("user@reg.io", "u-userreg.io", id="a user"),
    ],
)
def test_a_pull_secret_is_named_after_user_and_host(address: str, name: str) -> None:
    assert pull_secret_name(address, "u") == name.rstrip("-")
