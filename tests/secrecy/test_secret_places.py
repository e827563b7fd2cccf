"""Where secrets stand: the text of each, and that the characters of the file are those."""

import json
from typing import Any

import pytest
from command_line import manifest

from edgelint.engine.check import check
from edgelint.files.source import decode
from edgelint.secrecy.secret_places import find_secrets


def hidden(text: str) -> list[str]:
    """Return the characters of the file that are secret."""
    checked = check(decode(text.encode(errors="surrogatepass")), [], "a.json")
    assert checked is not None
    spans = dict.fromkeys(secret.span for secret in find_secrets(checked.manifests))
    return [text[span.start : span.end] for span in spans]


def env(**variables: Any) -> str:
    return manifest({}, module={"env": {name: {"value": value} for name, value in variables.items()}})


def layered(**members: Any) -> str:
    keys = {f"properties.desired.{key}": value for key, value in members.items()}
    return json.dumps({"modulesContent": {"$edgeAgent": keys}})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(env(IMAGE="camera", PASS="geheim", A="b"), [], id="names that are not secret"),
        pytest.param(env(API_KEY="${KEY}", TOKEN="$TOKEN"), [], id="placeholders"),
        pytest.param(env(API_KEY=""), [], id="an empty value"),
        pytest.param(env(API_KEY=True, TOKEN=None), [], id="a truth value is no secret"),
        pytest.param(env(API_KEY="geheim", A="b"), ["geheim"], id="a variable"),
        pytest.param(env(PIN_TOKEN=123456), ["123456"], id="a number"),
        pytest.param(env(A="HostName=h;SharedAccessKey=abc="), ["abc="], id="a connection string"),
        pytest.param(env(A="http://me:geheim@proxy:3128"), ["geheim"], id="the password of a URL"),
        pytest.param(manifest({"Env": ["SQL_PASSWORD=geheim", "A=b"]}), ["geheim"], id="Env of createOptions"),
        pytest.param(
            manifest({"Labels": {"api-key": 'ge"im'}}), ['ge\\\\\\"im'], id="an escaped one, as it is written"
        ),
        pytest.param(manifest({}, settings={"apiKeys": ["eins", "zwei"]}), ["eins", "zwei"], id="the items of a list"),
        pytest.param(
            layered(**{"modules.cam.env.API_KEY": {"value": "geheim"}}),
            ["geheim"],
            id="a variable of a layered manifest",
        ),
        pytest.param(
            layered(**{"modules.cam.env.API_KEY.value": "geheim"}),
            ["geheim"],
            id="the value of one, in the layered key",
        ),
        pytest.param(
            layered(**{"modules.keyvault.settings.image": "keys:1"}),
            [],
            id="a secret word in the path of a layered key",
        ),
    ],
)
def test_secrets_by_their_names(text: str, expected: list[str]) -> None:
    assert hidden(text) == expected


CREDENTIALS = {"address": "acr.azurecr.io", "username": "robot", "password": "geheim"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(manifest({}, runtime={"settings": {"registryCredentials": {"acr": CREDENTIALS}}}), id="as usual"),
        pytest.param(layered(**{"runtime.settings.registryCredentials.acr": CREDENTIALS}), id="layered, a registry"),
        pytest.param(layered(**{"runtime.settings.registryCredentials": {"acr": CREDENTIALS}}), id="layered, all"),
        pytest.param(
            layered(**{f"runtime.settings.registryCredentials.acr.{key}": value for key, value in CREDENTIALS.items()}),
            id="layered, each member",
        ),
    ],
)
def test_registry_credentials(text: str) -> None:
    assert hidden(text) == ["robot", "geheim"]


@pytest.mark.parametrize(
    ("credentials", "secrets"),
    [
        pytest.param({"username": "acr", "address": "acr", "password": "acr"}, ["acr"], id="the address"),
        pytest.param(
            {"Username": "acr", "ADDRESS": "acr", "password": "x"}, ["x"], id="in any letter case of the keys"
        ),
        pytest.param({"username": "acr", "address": "acr.io", "password": "x"}, ["acr", "x"], id="a part of it"),
    ],
)
def test_a_user_name_that_is_the_address_is_told_openly(credentials: dict[str, str], secrets: list[str]) -> None:
    text = manifest({}, runtime={"settings": {"registryCredentials": {"acr": credentials}}})
    assert hidden(text) == secrets


def test_a_user_name_elsewhere_is_no_secret() -> None:
    assert hidden(env(username="robot")) == []


def chunked(text: str, at: int) -> str:
    """Return a deployment whose createOptions are a text in two chunks."""
    return manifest(module={"settings": {"image": "cam:1", "createOptions": text[:at], "createOptions01": text[at:]}})


def test_a_secret_of_two_chunks_reaches_over_the_seam() -> None:
    text = '{"Env": ["SQL_PASSWORD=geheim"]}'
    assert hidden(chunked(text, text.index("heim"))) == ['ge", "createOptions01": "heim']


BROKEN = '{"Env": ["SQL_PASSWORD=geheim"],, x y}'


@pytest.mark.parametrize(
    "options",
    [
        pytest.param(BROKEN, id="a text that is no JSON"),
        pytest.param('["SQL_PASSWORD=geheim"]', id="a list"),
        pytest.param(json.dumps('{"Env": ["SQL_PASSWORD=geheim"]}'), id="JSON in JSON"),
        pytest.param('{"SQL_PASSWORD": "geheim"', id="a text that ends early"),
    ],
)
def test_createoptions_that_do_not_read_hide_their_secrets(options: str) -> None:
    text = manifest(module={"settings": {"image": "cam:1", "createOptions": options}})
    assert any("geheim" in secret for secret in hidden(text))


def test_broken_createoptions_in_chunks_hide_both_parts() -> None:
    text = chunked(BROKEN, BROKEN.index("heim"))
    assert any(secret.startswith('ge", "createOptions01": "heim') for secret in hidden(text))


@pytest.mark.parametrize(
    "written",
    [
        pytest.param('"API_KEY": {"value": "geheim"}', id="a variable"),
        pytest.param('"API_KEY": {\n    "value": "geheim"\n  }', id="a variable on three lines"),
        pytest.param('"password": "geheim"', id="a member"),
        pytest.param('"password": "geheim', id="a string that is not closed"),
        pytest.param('"password": geheim"', id="a string that is not opened"),
        pytest.param("'password': 'geheim'", id="single quotes"),
        pytest.param('password: "geheim"', id="a name without quotes"),
        pytest.param('"x": "abc, "password": "geheim"', id="a quote that is missing before it"),
        pytest.param('"username": "geheim"', id="a user name"),
        pytest.param('"keys": ["geheim"]', id="a list"),
        pytest.param('"createOptions": "{\\"Env\\":[\\"SQL_PASSWORD=geheim\\"]}"', id="inside createOptions"),
        pytest.param('"createOptions": "{\\"token\\": \\"geheim\\"}"', id="a member inside createOptions"),
        pytest.param('"x": "HostName=h;SharedAccessKey=geheim"', id="a connection string"),
        pytest.param('"x": "https://h/c?sv=1&sig=geheim"', id="a shared access signature"),
        pytest.param('"x": "http://me:geheim@proxy:3128"', id="a URL"),
    ],
)
def test_a_text_that_cannot_be_read_hides_its_secrets(written: str) -> None:
    text = '{"modulesContent": {' + written + "\n}}]["
    assert any("geheim" in secret for secret in hidden(text))


@pytest.mark.parametrize(
    "written", ['"image": "cam:1"', '"keys": {"a": 1}', '"API_KEY": "${KEY}"', '"password": ""', "key", "key:"]
)
def test_a_text_that_cannot_be_read_shows_the_rest(written: str) -> None:
    assert hidden('{"modulesContent": {' + written + "\n}}][") == []


def test_an_escaped_quote_does_not_end_a_secret() -> None:
    assert 'ge\\"heim' in hidden('{"modulesContent": {"password": "ge\\"heim", "x": "y" z}}')
