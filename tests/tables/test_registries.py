"""Registries: what is wrong with a credential, and that nothing of it is told."""

import json
from typing import Any

import pytest
from table_rows import fields, module, rows, seen

USER, PASSWORD = "robotuser", "geheimwort"


def manifest(credentials: Any, *images: str, **content: Any) -> str:
    """Return a deployment with credentials of registries, a module for each image and perhaps more desired properties."""
    modules = {f"m{number}": module(image=image) for number, image in enumerate(images)}
    runtime = {"settings": {"registryCredentials": credentials}}
    desired = {"runtime": runtime, "systemModules": {}, "modules": modules}
    return json.dumps({"modulesContent": {"$edgeAgent": {"properties.desired": desired, **content}}})


def registry(address: Any, user: Any = USER, password: Any = PASSWORD) -> dict[str, Any]:
    return {"r": {"address": address, "username": user, "password": password}}


@pytest.mark.parametrize(
    ("address", "images", "used", "never"),
    [
        pytest.param("Reg.io", ["reg.io/img:1"], "reg.io/img:1", None, id="letter case does not matter"),
        pytest.param("reg.io", ["img:1", "reg.io:5000/a", "other.io/reg.io/b"], None, None, id="other hosts"),
        pytest.param("reg.io", ["${IMAGE}", "$HOST/img", "reg.io/${NAME}"], "reg.io/${NAME}", None, id="placeholders"),
        pytest.param("https://reg.io", ["reg.io/img"], None, "url", id="a scheme"),
        pytest.param("reg.io/", ["reg.io/img"], None, "url", id="a path"),
        pytest.param("https://index.docker.io/v1/", ["user/img"], "user/img", None, id="the address of Docker Hub"),
        pytest.param("https://index.docker.io/v1/", ["reg.io/img"], None, None, id="the same without an image"),
        pytest.param("https://index.docker.io/v1", ["reg.io/img"], None, "docker-hub", id="almost the same"),
        pytest.param("docker.io", ["user/img"], None, "docker-hub", id="a host of Docker Hub"),
        pytest.param("docker.io", ["img"], None, None, id="a host of Docker Hub, of which nothing is needed"),
        pytest.param(
            "docker.io", ["docker.io/user/img", "user/img"], "docker.io/user/img", None, id="a host that is used"
        ),
        pytest.param("localhost", ["localhost/img"], None, "no-domain", id="a plain word"),
        pytest.param("User", ["reg.io/user/a", "user/img:1"], None, "hub-account", id="an account of Docker Hub"),
        pytest.param("user", ["reg.io/user/a", "user2/img", "user"], None, "no-domain", id="like no account"),
        pytest.param("localhost:5000", ["localhost:5000/img"], "localhost:5000/img", None, id="a port"),
        pytest.param("#ACR#", [], None, None, id="a placeholder of nobody's"),
        pytest.param("<acr>", ["a.b/c"], None, None, id="a placeholder"),
    ],
)
def test_an_address_is_used_or_can_never_be(
    address: str, images: list[str], used: str | None, never: str | None
) -> None:
    assert fields("registries", manifest(registry(address), *images), "image", "never") == [(used, never)]


@pytest.mark.parametrize(
    ("address", "user", "secret"),
    [
        pytest.param("reg.io", "user", "yes", id="a name"),
        pytest.param("reg.io", "123", "yes", id="a user that is cut off"),
        pytest.param("10.0.0.1", "user", "address", id="an IP address"),
        pytest.param("reg..io", "$USER", "address", id="an address that is wrong for anybody"),
        pytest.param("reg.io", "u" * 60, "username", id="a long user"),
        pytest.param("1.io", "123", "username", id="a user and a part without a letter"),
        pytest.param("reg.io", "$USER", None, id="a placeholder"),
        pytest.param("reg.io", "", None, id="no user"),
        pytest.param("$REGISTRY", "user", None, id="a placeholder as address"),
        pytest.param("reg.io", 0.5, "username", id="a number, which is made a text"),
        pytest.param("reg.io", 5, "yes", id="a whole number"),
    ],
)
def test_a_secret_can_be_named(address: str, user: Any, secret: str | None) -> None:
    assert fields("registries", manifest(registry(address, user)), "secret") == [secret]


@pytest.mark.parametrize(
    ("credential", "missing"),
    [
        pytest.param(registry("reg.io"), None, id="nothing"),
        pytest.param(registry("", None, " "), "no address, no username and no password", id="empty, null and blank"),
        pytest.param({"r": {"address": "reg.io"}}, "no username and no password", id="not there"),
        pytest.param(registry("reg.io", 5), None, id="a number"),
        pytest.param(registry("${A}", "${B}", "${C}"), None, id="placeholders"),
        pytest.param(registry([], {}), "a list as address and an object as username", id="a list and an object"),
        pytest.param(
            {"r": {"address": None, "Address": "a", "username": [], "Username": "u", "password": "", "Password": "p"}},
            "no address and a list as username",
            id="an earlier spelling may be empty, but not null or a list",
        ),
    ],
)
def test_a_member_may_be_missing(credential: Any, missing: str | None) -> None:
    assert fields("registries", manifest(credential), "missing") == [missing]


def test_nothing_is_missing_in_a_layer_but_what_is_empty() -> None:
    key = "properties.desired.runtime.settings.registryCredentials.r"
    text = json.dumps({"modulesContent": {"$edgeAgent": {key: {"address": "reg.io", "password": ""}}}})
    assert [(row.fields["name"], row.fields["missing"], row.parts) for row in seen("registries", text)] == [
        ("r", "no password", {"key": "r", "address": "reg.io"})
    ]


@pytest.mark.parametrize(
    ("address", "host"),
    [("https://reg.io:5000/v2/", "reg.io:5000"), ("https://user:geheim@reg.io/", "reg.io"), ("reg.io", "reg.io")],
)
def test_the_host_of_an_address_is_known(address: str, host: str) -> None:
    assert fields("registries", manifest(registry(address)), "host") == [host]


@pytest.mark.parametrize("credentials", [None, "", {}])
def test_no_credentials_have_no_row(credentials: Any) -> None:
    assert rows("registries", manifest(credentials)) == []


@pytest.mark.parametrize(
    ("credentials", "row"),
    [
        pytest.param([], (None, "a list"), id="a list of all"),
        pytest.param("geheim", (None, "a text"), id="a text of all"),
        pytest.param({"r": None}, ("r", "null"), id="null"),
        pytest.param({"r": "geheim"}, ("r", "a text"), id="a text, which is not told"),
        pytest.param({"r": "${R}"}, ("r", None), id="a placeholder"),
    ],
)
def test_what_is_no_object_is_told(credentials: Any, row: tuple[Any, ...]) -> None:
    assert fields("registries", manifest(credentials), "name", "found") == [row]


def test_credentials_are_found_in_any_letter_case() -> None:
    desired: dict[str, Any] = {"Runtime": {"SETTINGS": {"RegistryCredentials": []}}, "systemModules": {}, "modules": {}}
    text = json.dumps({"modulesContent": {"$edgeAgent": {"properties.desired": desired}}})
    assert [(row.fields, row.text) for row in seen("registries", text)] == [({"found": "a list"}, "[]")]


def test_members_are_read_in_any_letter_case_and_the_last_counts() -> None:
    credential = {"Address": "", "address": "10.0.0.1", "USERNAME": "u", "Password": "p"}
    (row,) = seen("registries", manifest({"r": credential}, "10.0.0.1/img"))
    assert (row.fields["address"], row.fields["secret"], row.fields.get("missing")) == ("10.0.0.1", "address", None)
    assert row.parts["address"] == "10.0.0.1"


@pytest.mark.parametrize("address", ["reg.io", "10.0.0.1", "https://reg.io", ""])
def test_neither_user_nor_password_are_columns(address: str) -> None:
    (row,) = rows("registries", manifest(registry(address), "10.0.0.1/img"))
    assert [secret for secret in (USER, PASSWORD) if secret in str(row.fields)] == []
