"""The differ that judges fixes of real manifests notices what no finding names."""

import json
from typing import Any

import pytest
from changed_lines import unnamed

OPTIONS = {"Binds": ["/a:/b", "/c:/d"], "Devices": [{"Path": "/x", "Mode": "r"}]}
MODULE = {"settings": {"image": "i", "createOptions": {"HostConfig": OPTIONS}}, "env": {"A": {"value": "1"}}}
TEXTS = {"settings": {"createOptions": "{", "createOptions01": "}", "image": "t"}}
TEXT = json.dumps(
    {"modules": {"cam": MODULE, "other": {"env": {"B": 1}}, "texts": TEXTS}, "last": 1, "route": "/other/x"}, indent=1
)
LINES = TEXT.split("\n")
HOST = "/modules/cam/settings/createOptions/HostConfig"


def line(text: str) -> int:
    return 1 + next(number for number, each in enumerate(LINES) if text in each)


def finding(path: str, number: int, *related: int) -> dict[str, Any]:
    further = [{"line": each, "end_line": each, "path": ""} for each in related]
    return {"path": path, "line": number, "end_line": number, "related": further}


BIND = finding(f"{HOST}/Binds/0", line("/a:/b"))
DEVICE = finding(f"{HOST}/Devices/0/Path", line('"/x"'))
VARIABLE = finding("/modules/cam/env/A", line('"A"'))


OTHER = line('"B"')
LAST = line('"last"')
IMAGE = line(': "t"')


def said(change: list[str], *fixed: dict[str, Any]) -> list[str]:
    return [" ".join(each.split()) for each in unnamed(TEXT.encode(), "\n".join(change).encode(), fixed)]


def without(*texts: str) -> list[str]:
    return [each for each in LINES if not any(text in each for text in texts)]


@pytest.mark.parametrize(
    ("after", "fixed", "expected"),
    [
        pytest.param(LINES, [BIND], [], id="nothing changed"),
        pytest.param(without("/a:/b"), [BIND], [], id="the line of the finding"),
        pytest.param(without("/c:/d"), [BIND], [f'{line("/c:/d")}: "/c:/d"'], id="the line beside it"),
        pytest.param(without("/a:/b", "/c:/d"), [BIND], [f'{line("/c:/d")}: "/c:/d"'], id="both"),
        pytest.param(without("/a:/b"), [], [f'{line("/a:/b")}: "/a:/b",'], id="no finding"),
        pytest.param(
            without("/a:/b"),
            [VARIABLE | {"related": BIND["related"]}],
            [f'{line("/a:/b")}: "/a:/b",'],
            id="another finding",
        ),
        pytest.param(without("/a:/b"), [finding(f"{HOST}/x", 1, line("/a:/b"))], [], id="a related place"),
        pytest.param(
            LINES[: line("Devices")] + LINES[line('"r"') + 1 :], [DEVICE], [], id="the whole item in which it stands"
        ),
        pytest.param(
            [each.replace('"/c:/d"', '"/c:/d",') for each in LINES], [BIND], [], id="a comma in the same module"
        ),
        pytest.param(
            [each.replace('"/a:/b",', '"/z:/b"') for each in LINES],
            [VARIABLE],
            [f'{line("/a:/b")}: "/a:/b",'],
            id="more than a comma",
        ),
        pytest.param(
            [each.replace('"A": {', '"A": {\n"new": 1,') for each in LINES], [BIND], [], id="a line more in the module"
        ),
        pytest.param(
            [each.replace('"B": 1', '"B": 1,\n"C": 2') for each in LINES],
            [BIND],
            [f'{OTHER}: + "B": 1,', f'{OTHER}: +"C": 2'],
            id="a line more in another module",
        ),
        pytest.param(
            [each.replace('"last": 1', '"last": 2') for each in LINES],
            [BIND],
            [f'{LAST}: "last": 1,', f'{LAST}: + "last": 2,'],
            id="a value elsewhere",
        ),
        pytest.param(
            [each.replace('"}"', '"x}"').replace('"{"', '"{x"') for each in LINES],
            [finding("/modules/texts", line('"texts"'))],
            [],
            id="the create options of the module, a text in chunks",
        ),
        pytest.param(
            [each.replace('"t"', '"u"') for each in LINES],
            [finding("/modules/texts", line('"texts"'))],
            [f'{IMAGE}: "image": "t"'],
            id="another setting",
        ),
        pytest.param(
            [each.replace('"1"', '"2"') for each in LINES], [VARIABLE], [], id="the value of a variable that is named"
        ),
        pytest.param(
            [each.replace("other", "another") for each in LINES],
            [finding("/modules/other", line('"other"'))],
            [],
            id="a module that is renamed",
        ),
        pytest.param(json.dumps(json.loads(TEXT), indent=2).split("\n"), [BIND], ..., id="a file written anew"),
    ],
)
def test_what_no_finding_names_is_told(after: list[str], fixed: list[dict[str, Any]], expected: Any) -> None:
    lines = said(after, *fixed)
    assert len(lines) > 5 if expected is ... else lines == expected
