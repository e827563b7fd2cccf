"""What a finding says near a secret: the secret is masked, the rule's own words are not."""

import json

import pytest

from edgelint import lint
from edgelint.engine.masking import hidden
from edgelint.json_text.text import Span
from edgelint.secrecy.secret_places import Secret


def secrets(*texts: str, before: str = "") -> list[Secret]:
    return [Secret(text, Span(0, 1), before) for text in sorted(texts, key=len, reverse=True)]


@pytest.mark.parametrize(
    ("text", "found", "masked"),
    [
        pytest.param("SQL_PASSWORD=geheim", secrets("geheim"), "SQL_PASSWORD=•••", id="a value"),
        pytest.param("geheim and geheim", secrets("geheim"), "••• and •••", id="each occurrence"),
        pytest.param("geheimnis, geheim", secrets("geheim", "geheimnis"), "•••, •••", id="the longest first"),
        pytest.param('{"a": "x\\"yz"}', secrets('x"yz'), '{"a": "•••"}', id="as JSON writes it"),
        pytest.param("port 123", secrets("123"), "port 123", id="a short value may be any word"),
        pytest.param("123", secrets("123"), "•••", id="a short value that is the whole text"),
        pytest.param("PWD=123", secrets("123", before="PWD="), "PWD=•••", id="a short value behind its name"),
        pytest.param("nothing", [], "nothing", id="no secret"),
    ],
)
def test_a_text_found_near_secrets(text: str, found: list[Secret], masked: str) -> None:
    assert hidden(text, found) == masked


def test_the_words_of_a_rule_are_never_masked() -> None:
    options = {"HostConfig": {"Binds": ["/etc/hosts:/etc/hosts"]}, "Env": ["KEY_TYPE=file", "KEY_DIR=/etc/hosts"]}
    messages = [finding.message for finding in lint(json.dumps(options))]
    assert messages == ["Source /etc/hosts is a file; only directories can be bound"]


def test_a_secret_in_the_place_that_a_message_quotes_is_masked() -> None:
    options = {"HostConfig": {"Binds": ["/srv/a?token=geheim:/data"]}}
    messages = [finding.message for finding in lint(json.dumps(options))]
    assert messages == ['Binds entry "/srv/a?token=•••" is not supported on Kubernetes']


def test_many_secrets_cost_no_more_than_their_length() -> None:
    options = {"HostConfig": {"Binds": ["/srv/a:/data"]}, "Env": ["X=" + "key=a;" * 20_000]}
    assert [finding.code for finding in lint(json.dumps(options))] == ["ASE101"]
