"""No report shows a secret, wherever it stands in a manifest and however that is damaged."""

import json
from collections.abc import Sequence
from typing import Any

import pytest
from command_line import FAULTS, TEXTS, lint, manifest, write

pytestmark = pytest.mark.usefixtures("folder")

# Each begins with letters of its own, so that a part of one can be told too.
SECRETS = (
    "qavuto",
    "wexidy-sql",
    "zojeru~label",
    "xyqobi;url",
    'vykalo"quote',
    "jufize=hub",
    "bohiwe/user",
    "dyxuna-acr",
)
VARIABLES = {
    "API_KEY": SECRETS[0],
    "HUB": f"HostName=h;SharedAccessKey={SECRETS[5]}",
    "MODE": "fast",
    "TOKEN": "$TOKEN",
}
OPTIONS = {
    "Env": [f"SQL_PASSWORD={SECRETS[1]}", "A=b"],
    "Labels": {"api-key": SECRETS[2], "proxy": "http://me:xyqobi@proxy:3128"},
    "HostConfig": {"LogConfig": {"Config": {"splunk-token": SECRETS[4]}}, "Binds": ["/a:/b"]},
}
CREDENTIALS = {"acr": {"address": "acr.azurecr.io", "username": SECRETS[6], "password": SECRETS[7]}}


def secret_manifest(**settings: Any) -> str:
    env = {name: {"value": value} for name, value in VARIABLES.items()}
    options = settings or {"createOptions": json.dumps(OPTIONS)}
    module = {"settings": {"image": "cam:1", **options}, "env": env}
    return manifest(module=module, runtime={"settings": {"registryCredentials": CREDENTIALS}})


def shown(*contents: str, formats: Sequence[str] = ("text", "concise", "json")) -> str:
    """Return all that the formats say of some files, with a frame for some of their texts."""
    for number, content in enumerate(contents):
        write(f"m/{number}.json", content)
    rules = ("--rules", write("faults.yaml", FAULTS))
    reports = [lint(*rules, "m", "--output-format", name, rules=TEXTS) for name in formats]
    assert [report.status for report in reports] == [1] * len(formats)
    return "\n".join(report.stdout for report in reports)


def leaks(text: str) -> list[str]:
    """Return the lines that show five characters in a row of a secret."""
    return [line for line in text.splitlines() if any(secret[:5] in line for secret in SECRETS)]


TEXT = json.dumps(OPTIONS)
LAYOUTS = [
    pytest.param(secret_manifest(), id="on one line"),
    pytest.param(json.dumps(json.loads(secret_manifest()), indent=2), id="indented"),
    pytest.param(json.dumps(json.loads(secret_manifest()), indent="\t").replace("\n", "\r\n"), id="tabs and CRLF"),
    pytest.param(secret_manifest(createOptions=OPTIONS), id="createOptions as an object"),
    *(
        pytest.param(
            secret_manifest(createOptions=TEXT[:seam], createOptions01=TEXT[seam:]), id=f"a seam at character {seam}"
        )
        for seam in range(TEXT.index("wexidy") - 2, TEXT.index("wexidy") + 8)
    ),
]


DAMAGED = [LAYOUTS[0], LAYOUTS[1], LAYOUTS[3], LAYOUTS[4], LAYOUTS[10]]


@pytest.mark.parametrize("content", LAYOUTS)
def test_no_secret_is_shown(content: str) -> None:
    assert leaks(shown(content)) == []


@pytest.mark.parametrize("content", LAYOUTS[:4])
def test_what_is_no_secret_is_shown(content: str) -> None:
    text = shown(content)
    assert all(
        f'Text "{shown}"' in text for shown in ("fast", "$TOKEN", "SQL_PASSWORD=•••", "http://me:•••@proxy:3128")
    )


@pytest.mark.parametrize("content", DAMAGED)
def test_no_secret_is_shown_of_a_manifest_that_ends_early(content: str) -> None:
    ends = range(content.index("cam:1"), len(content))
    assert leaks(shown(*(content[:end] for end in ends), formats=["text"])) == []


@pytest.mark.parametrize("content", DAMAGED)
@pytest.mark.parametrize("character", ['"', ",", ":", "\\", "}"])
def test_no_secret_is_shown_of_a_manifest_that_lacks_a_character(content: str, character: str) -> None:
    url = range(content.index("http://"), content.index("http://") + len("http://me:"))
    places = [place for place in range(len(content)) if content[place] == character and place not in url]
    assert leaks(shown(*(content[:place] + content[place + 1 :] for place in places), formats=["text"])) == []


def test_no_secret_is_shown_that_does_not_decode() -> None:
    write("a.json", secret_manifest().replace("qavuto", "qavutoä").encode("latin-1"))
    assert leaks(lint("a.json", "--output-format", "text", rules=FAULTS).stdout) == []
