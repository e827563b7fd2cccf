"""The SARIF log: places, fingerprints, and fixes that do what --fix does."""

import json
import ntpath
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from command_line import lint, manifest, rule, run, write
from report_builders import FILE, finding, place, related, report, written

from edgelint.baselines.fingerprints import fingerprints
from edgelint.findings import FixOffer, LeftOut
from edgelint.json_text.text import LineIndex, Position

TEXT = '{"a": "b",\n "😀c": 1}'
FOUND = finding(
    place(TEXT, "c", "/a/b~1c"), help="Do it", module="cam", related=(related("the other", place(TEXT, "b")),)
)
RULE = {"code": "ASE101", "name": "docker-binds", "summary": "Binds", "severity": "error", "family": "storage"}
FIXING = (
    rule("TST101", "no-binds", "$.mounts[*]", "Binds entry {text}")
    + "fix: {title: Drop it, applicability: safe, steps: [{remove: {at: '@', prune: empty-parents}}]}\n"
)

Data = dict[str, Any]


def log(*findings: Any, **members: Any) -> Data:
    """Return the one run of a log."""
    document = json.loads(written("sarif", report(TEXT, *findings, **members)))
    assert (document["version"], len(document["runs"])) == ("2.1.0", 1)
    run: Data = document["runs"][0]
    return run


def test_where_a_result_stands() -> None:
    (result,) = log(FOUND)["results"]
    region = {"startLine": 2, "startColumn": 4, "endLine": 2, "endColumn": 5}
    physical = {"artifactLocation": {"uri": FILE, "uriBaseId": "%SRCROOT%"}, "region": region}
    logical = [{"name": "cam", "fullyQualifiedName": "/a/b~1c", "kind": "member"}]
    assert result["locations"] == [{"physicalLocation": physical, "logicalLocations": logical}]
    (other,) = result["relatedLocations"]
    assert (other["id"], other["message"]) == (1, {"text": "the other"})
    assert other["physicalLocation"]["region"]["startColumn"] == 8
    assert log(FOUND)["columnKind"] == "unicodeCodePoints"


@pytest.mark.parametrize(
    ("file", "location"),
    [
        ("a b/한 50%.json", {"uri": "a%20b/%ED%95%9C%2050%25.json", "uriBaseId": "%SRCROOT%"}),
        ("/tmp/x y.json", {"uri": "file:///tmp/x%20y.json"}),
    ],
)
def test_the_address_of_a_file(file: str, location: Data) -> None:
    (result,) = log(FOUND._replace(file=file))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == location
    assert unquote(location["uri"]).endswith(file)


def test_the_address_of_a_file_on_a_drive_of_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.path.isabs", ntpath.isabs)
    (result,) = log(FOUND._replace(file="C:/a b/x.json"))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "file:///C:/a%20b/x.json"}


def test_what_a_result_says() -> None:
    first, second, third = log(FOUND, FOUND._replace(severity="warning"), FOUND._replace(severity="info"))["results"]
    assert (first["ruleId"], first["message"]) == ("ASE101", {"text": "It is wrong\nDo it"})
    assert log(FOUND._replace(help=""))["results"][0]["message"] == {"text": "It is wrong"}
    assert [each["level"] for each in (first, second, third)] == ["error", "warning", "note"]
    assert first["partialFingerprints"] == {"edgelint/v1": fingerprints([FOUND])[0]}
    assert "fixes" not in first
    assert log(FOUND._replace(fixed=True))["results"] == []


def test_what_is_left_out_is_suppressed() -> None:
    equal, other = FOUND._replace(message="Equal"), finding(place(TEXT, "b"), file="z.json", message="Recorded")
    run = log(FOUND, left_out=(LeftOut(other), LeftOut(equal, "We know")))
    assert [(each["message"]["text"].split("\n")[0], each["suppressions"]) for each in run["results"]] == [
        ("It is wrong", []),
        ("Equal", [{"kind": "external", "justification": "We know"}]),
        ("Recorded", [{"kind": "external", "justification": "Recorded in the baseline"}]),
    ]
    assert len({each["partialFingerprints"]["edgelint/v1"] for each in run["results"]}) == 3


@pytest.mark.usefixtures("folder")
def test_a_suppression_changes_no_fingerprint() -> None:
    write("a.json", manifest({"HostConfig": {"Binds": ["/a:/b", "/a:/b"]}}))
    before = suppressed()
    write(".edgelint.yaml", "suppressions: [{rule: TST101, path: Binds/0, reason: the hardware team knows}]")
    after = suppressed()
    assert list(before) == list(after)
    assert list(before.values()) == [[], []]
    assert list(after.values()) == [[{"kind": "external", "justification": "the hardware team knows"}], []]


def suppressed() -> dict[str, list[Data]]:
    """Return the suppressions of each fingerprint in the log of a run."""
    (ran,) = json.loads(lint("a.json", "--output-format", "sarif").stdout)["runs"]
    return {result["partialFingerprints"]["edgelint/v1"]: result["suppressions"] for result in ran["results"]}


def test_the_rules_that_ran() -> None:
    full = {
        **RULE,
        "help": "Use Mounts",
        "why": "It has no place\n\nNor time",
        "sources": [{"url": "https://example.org/a"}],
    }
    ran = log(FOUND, rules=lambda: [{**RULE, "code": "ASE100", "name": "x"}, full])
    plain, described = ran["tool"]["driver"]["rules"]
    assert ran["results"][0]["ruleIndex"] == 1
    assert (plain["fullDescription"], plain["help"]["text"]) == ({"text": "Binds"}, "Binds")
    assert described == {
        "id": "ASE101",
        "name": "docker-binds",
        "shortDescription": {"text": "Binds"},
        "fullDescription": {"text": "It has no place"},
        "defaultConfiguration": {"level": "error"},
        "properties": {"tags": ["storage"]},
        "help": dict.fromkeys(("text", "markdown"), "Use Mounts\n\nIt has no place\n\nNor time"),
        "helpUri": "https://example.org/a",
    }


@pytest.mark.parametrize(("unreadable", "successful"), [(0, True), (1, False)])
def test_whether_all_files_were_read(unreadable: int, successful: bool) -> None:
    assert log(unreadable=unreadable)["invocations"] == [{"executionSuccessful": successful}]


def test_a_fix_without_edits_is_not_told() -> None:
    (result,) = log(FOUND._replace(fix=FixOffer("safe", "Do it")))["results"]
    assert "fixes" not in result


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("layout", [None, 2])
def test_the_fixes_of_a_log_make_the_text_that_fix_makes(layout: int | None) -> None:
    binds = {"HostConfig": {"Binds": ["/a:/b"], "Privileged": True}, "Env": ["É=😀"]}
    write("a.json", json.dumps(json.loads(manifest(binds)), indent=layout, ensure_ascii=False))
    text = Path("a.json").read_text(encoding="utf-8")
    document = json.loads(lint("a.json", "--output-format", "sarif", rules=FIXING).stdout)
    (result,) = document["runs"][0]["results"]
    ((change,),) = [fix["artifactChanges"] for fix in result["fixes"]]
    assert result["fixes"][0]["description"] == {"text": "Drop it"}
    assert change["artifactLocation"]["uri"] == "a.json"
    lint("a.json", "--fix", rules=FIXING)
    assert replaced(text, change["replacements"]) == Path("a.json").read_text(encoding="utf-8")


def replaced(text: str, replacements: list[Data]) -> str:
    """Return a text with the replacements of a log made."""
    lines = LineIndex(text)
    offsets = {lines.position(offset): offset for offset in range(len(text) + 1)}
    for each in reversed(replacements):
        region = each["deletedRegion"]
        start = offsets[Position(region["startLine"], region["startColumn"])]
        end = offsets[Position(region["endLine"], region["endColumn"])]
        text = text[:start] + each["insertedContent"]["text"] + text[end:]
    return text


@pytest.mark.usefixtures("folder")
def test_a_fix_that_would_show_a_secret_is_not_told() -> None:
    env = {"Env": ["API_TOKEN=hunter2hunter2"]}
    selecting = rule("TST102", "env", "$.variables[*]", "Variable {name}")
    fixing = selecting + "fix: {title: Drop it, applicability: safe, steps: [{remove: {at: '@'}}]}\n"
    ran = lint(write("a.json", manifest(env)), "--output-format", "sarif", rules=fixing)
    (result,) = json.loads(ran.stdout)["runs"][0]["results"]
    assert "fixes" not in result
    assert "hunter2" not in ran.stdout


@pytest.mark.usefixtures("folder")
def test_the_shipped_rules_describe_themselves() -> None:
    ran = run("--output-format", "sarif", write("a.json", manifest({})))
    rules = json.loads(ran.stdout)["runs"][0]["tool"]["driver"]["rules"]
    assert all(rule["help"]["text"] and rule["helpUri"].startswith("https://") for rule in rules)
    assert all(0 < len(rule["fullDescription"]["text"]) <= 1024 for rule in rules)  # more GitHub does not take
    assert "ASE101" in [rule["id"] for rule in rules]
