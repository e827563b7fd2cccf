"""Places of values whose chunks stand in another order, and of values that are missing."""

from typing import Any

import pytest
from positions import Confirmed, confirm

from edgelint.engine.check import check
from edgelint.files.source import decode
from edgelint.report import Report
from edgelint.reporters.json_report import document
from edgelint.rule_files.compiler import compile_rule
from edgelint.rule_files.rules import rule_from_json

HEAD = '{"modulesContent": {"$edgeAgent": {"properties.desired": {"modules": {"m": '
TAIL = "}}}}}"
SWAPPED = r'{"settings": {"image": "i", "createOptions01": "b\"]}", "createOptions": "{\"Env\":[\"A=a"}}'


def places(module: str, select: str, mark: str = "") -> list[tuple[str, Confirmed]]:
    """Return the paths of what a rule finds in a module, with what stands at their places."""
    data = f"{HEAD}{module}{TAIL}".encode()
    rule: dict[str, Any] = {
        "code": "ABC001",
        "name": "probe",
        "summary": "A probe",
        "severity": "info",
        "scope": "module",
    }
    rule |= {"select": select, "message": "found", **({"mark": mark} if mark else {})}
    checked = check(decode(data), [rule_from_json(compile_rule(rule, "probes"))], "deployment.json")
    assert checked is not None
    report = Report(tuple(checked.findings), {}, lambda _: (), checked=1, skipped=0, fixed=0, unreadable=0)
    return [(found["path"].rpartition("/m")[2], confirm(data, found)) for found in document(report)["findings"]]


@pytest.mark.parametrize(
    ("select", "path", "what", "said"),
    [
        pytest.param("$.createOptions.Env[0]", "/settings/createOptions/Env/0", "part", "A=a", id="a text"),
        pytest.param("$.createOptions.Env", "/settings/createOptions/Env", "torn", "", id="a list"),
    ],
)
def test_a_value_that_goes_on_further_ahead_is_marked_as_far_as_its_chunk_goes(
    select: str, path: str, what: str, said: str
) -> None:
    assert places(SWAPPED, select) == [(path, Confirmed("chunks", what, said))]


@pytest.mark.parametrize(
    ("module", "path", "key"),
    [
        pytest.param('{"settings": {"image": "i"}}', "/settings", "settings", id="no createOptions"),
        pytest.param('{"status": "running"}', "", "m", id="no settings"),
    ],
)
def test_what_is_missing_has_the_path_of_the_parent_that_is_marked(module: str, path: str, key: str) -> None:
    assert places(module, "$.createOptions") == [(path, Confirmed("file", "key", key))]
