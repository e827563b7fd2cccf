"""Which names and which parts of values are secret."""

import pytest

from edgelint.secrecy.secrets import assignment_slices, is_secret_name, secret_slices


@pytest.mark.parametrize(
    "name",
    [
        *("SQL_PASSWORD", "passwd", "MyPwd", "ApiKey", "client-secret", "TOKEN", "SasUri", "registryCredentials"),
        *("connectionString", "IOTHUB_CONNECTION_STRING", "connection-string", "ConnectionStrings:Default"),
    ],
)
def test_a_secret_name(name: str) -> None:
    assert is_secret_name(name)


@pytest.mark.parametrize("name", ["image", "PASS", "connection", "stringConnection", "SA_S", "", "user", "HostName"])
def test_a_name_that_is_not_secret(name: str) -> None:
    assert not is_secret_name(name)


@pytest.mark.parametrize(
    ("text", "secrets"),
    [
        pytest.param("", [], id="an empty text"),
        pytest.param("SQL_PASSWORD=", [], id="an empty value"),
        pytest.param("SQL_PASSWORD", [], id="a name alone"),
        pytest.param("SQL_PASSWORD=${SQL_PASSWORD}", [], id="a placeholder"),
        pytest.param("HostName=x;SharedAccessKey=$KEY", [], id="a placeholder in a connection string"),
        pytest.param("MODE=fast", [], id="an ordinary variable"),
        pytest.param("https://key.vault.example/secret/token", [], id="secret words in a URL's host and path"),
        pytest.param("https://host:8080/a@b", [], id="a port and an at sign behind it"),
        pytest.param("https://user@host/?a=1&design=2", [], id="a user without a password"),
        pytest.param("the key to the door = none of these", [], id="prose"),
        pytest.param('{"name": "key"}', [], id="a value that is a secret word"),
        pytest.param("SQL_PASSWORD=abc", ["abc"], id="a variable"),
        pytest.param("--password=abc", ["abc"], id="an option of a command"),
        pytest.param("SQL_PASSWORD=a=b;c d", ["a=b;c d"], id="all behind the first equals sign"),
        pytest.param("ConnectionStrings:Db=Server=x", ["Server=x"], id="a name with a colon"),
        pytest.param("HostName=x;SharedAccessKey=ab/c==;Id=y", ["ab/c=="], id="a field of a connection string"),
        pytest.param("CONN=HostName=x;SharedAccessKey=abc=", ["abc="], id="a connection string in a variable"),
        pytest.param("Server=x; Password = a b,c ;Id=y", [" a b,c "], id="blanks around the field"),
        pytest.param("https://x.example/y?sv=1&sig=a%2Fb&se=2", ["a%2Fb"], id="the signature of a URL"),
        pytest.param("SharedAccessSignature sr=x&sig=abc&se=1", ["abc"], id="a shared access signature"),
        pytest.param("Blob=https://x;SharedAccessSignature=sv=1&sig=b;A=c", ["sv=1&sig=b"], id="one as a field"),
        pytest.param("amqps://user:pa:ss@host:5671/v", ["pa:ss"], id="the password of a URL"),
        pytest.param("redis://:pass@host", ["pass"], id="a password without a user"),
        pytest.param("cache.example:6380,password=abc,ssl=True", ["abc"], id="a field between commas"),
        pytest.param("host=x password=abc dbname=y", ["abc dbname=y"], id="fields between blanks: rather too much"),
        pytest.param('{"a": 1, "apiKey": "x\\"y", "b": "c"}', ['x\\"y'], id="a member of a JSON text"),
        pytest.param("{'token': 'x'}", ["x"], id="a member in single quotes"),
        pytest.param("a://b:p1@c d://e:p2@f?token=t", ["p1", "p2", "t"], id="several, in their order"),
    ],
)
def test_the_secret_parts_of_a_text(text: str, secrets: list[str]) -> None:
    assert [text[start:end] for start, end in assignment_slices(text)] == secrets


@pytest.mark.parametrize(
    ("name", "value", "slices"),
    [
        pytest.param("SQL_PASSWORD", "geheim", [(0, 6)], id="a secret name: the whole value"),
        pytest.param("SQL_PASSWORD", "{{password}}", [], id="a secret name: a placeholder"),
        pytest.param("SQL_PASSWORD", "", [], id="a secret name: nothing"),
        pytest.param("HUB", "HostName=x;SharedAccessKey=abc", [(27, 30)], id="another name: the part"),
        pytest.param("MODE", "fast", [], id="another name: nothing"),
    ],
)
def test_the_secret_parts_of_a_value(name: str, value: str, slices: list[tuple[int, int]]) -> None:
    assert secret_slices(name, value) == slices


def test_a_long_text_costs_little() -> None:
    assert assignment_slices("many words, key and a=b; " * 20_000) == []
