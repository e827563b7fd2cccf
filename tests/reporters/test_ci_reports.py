"""The formats of CI servers, each read back by an independent reader of its own grammar."""

import hashlib
import json
from xml.etree import ElementTree

import pytest
from ci_commands import azure_command, github_command
from report_builders import FILE, finding, place, report, written

TEXT = '{"a": "b",\n "c": 1}'
NAME = """a 'b'/50%::c,"d";[e]%0A\n<f>.json"""
NASTY = """It is 100% wrong: a, b; c ["d"] 'e' %0A %25 %3A %AZP25 <f>\n& ::error::x ##vso[x] \x1b\x07\ud800 😀 한"""
TOLD = NASTY.replace("\x1b", "\ufffd").replace("\x07", "\ufffd").replace("\ud800", "\ufffd")
HELP = "Do: x, y; z] 5%"
ERROR = finding(place(TEXT, "b", "/a"), message=NASTY, help=HELP, file=NAME, module="cam")
WARNING = finding(place(TEXT, "1", "/c"), code="ASE310", rule="docker-limits-ignored", severity="warning")
INFO = WARNING._replace(code="ASE606", rule="floating-image-tag", severity="info")
FIXED = ERROR._replace(fixed=True)
ALL = report(TEXT, ERROR, WARNING, INFO, FIXED)


def test_annotations_of_github() -> None:
    first, *more = [github_command(line) for line in written("github", ALL).splitlines()]
    place = {"line": "1", "col": "8", "endLine": "1", "endColumn": "9"}
    assert first == (
        "error",
        {"file": NAME, **place, "title": "ASE101 docker-binds"},
        f"{TOLD}\n{HELP}",
    )
    assert [(level, properties["title"]) for level, properties, _ in more] == [
        ("warning", "ASE310 docker-limits-ignored"),
        ("notice", "ASE606 floating-image-tag"),
    ]
    assert [message for *_, message in more] == ["It is wrong"] * 2


def test_logged_issues_of_azure_pipelines() -> None:
    first, *more = [azure_command(line) for line in written("azure", ALL).splitlines()]
    name, properties, message = first
    assert name == "task.logissue"
    assert properties == {
        "type": "error",
        "sourcepath": NAME,
        "linenumber": "1",
        "columnnumber": "8",
        "code": "ASE101",
    }
    assert message == f"{TOLD}; {HELP}"
    assert [(values["type"], values["code"]) for _, values, _ in more] == [("warning", "ASE310"), ("warning", "ASE606")]


def test_the_report_of_junit() -> None:
    root = ElementTree.fromstring(written("junit", ALL))
    assert (root.tag, root.attrib) == ("testsuites", {"name": "edgelint", "tests": "3", "failures": "1", "errors": "0"})
    suites = [(suite.get("name"), suite.get("tests"), suite.get("failures")) for suite in root]
    assert suites == [(NAME, "1", "1"), (FILE, "2", "0")]
    failed, *passed = root.iter("testcase")
    assert failed.attrib == {"classname": NAME, "name": "ASE101 docker-binds at 1:8"}
    assert failed[0].get("message") == TOLD
    header = f"{NAME}:1:8: error ASE101 {TOLD}".replace("\n", "\ufffd")
    assert failed[0].text == f"{header}\n{HELP}"
    assert [case[0].text for case in passed] == [
        f"{FILE}:2:7: warning ASE310 It is wrong",
        f"{FILE}:2:7: info ASE606 It is wrong",
    ]


def test_a_run_without_findings_is_a_test_of_junit_that_passes() -> None:
    root = ElementTree.fromstring(written("junit", report(TEXT)))
    assert [(case.get("name"), list(case)) for case in root.iter("testcase")] == [("no findings", [])]
    assert (root.get("tests"), root.get("failures")) == ("1", "0")


def test_the_report_of_checkstyle() -> None:
    root = ElementTree.fromstring(written("checkstyle", ALL))
    assert [(file.get("name"), len(file)) for file in root] == [(NAME, 1), (FILE, 2)]
    first, second, third = (error.attrib for error in root.iter("error"))
    assert (first["line"], first["column"], first["severity"], first["source"]) == (
        "1",
        "8",
        "error",
        "edgelint.ASE101",
    )
    assert first["message"] == TOLD
    assert (second["severity"], third["severity"]) == ("warning", "info")
    assert list(ElementTree.fromstring(written("checkstyle", report(TEXT)))) == []


def test_the_code_quality_report_of_gitlab() -> None:
    first, second, third = json.loads(written("gitlab", ALL))
    assert first["description"] == NASTY
    assert (first["check_name"], first["severity"]) == ("ASE101 docker-binds", "major")
    assert first["location"] == {
        "path": NAME,
        "positions": {"begin": {"line": 1, "column": 8}, "end": {"line": 1, "column": 9}},
    }
    assert (second["severity"], third["severity"]) == ("minor", "info")
    assert json.loads(written("gitlab", report(TEXT))) == []


def test_a_fingerprint_of_gitlab_holds_the_file() -> None:
    one, other = json.loads(written("gitlab", report(TEXT, WARNING, WARNING._replace(file="b.json"))))
    assert one["fingerprint"] != other["fingerprint"]
    assert len(one["fingerprint"]) == len(hashlib.sha256().hexdigest())
    assert json.loads(written("gitlab", report(TEXT, WARNING)))[0]["fingerprint"] == one["fingerprint"]


def test_json_lines_are_the_findings_of_the_json_report() -> None:
    records = [json.loads(line) for line in written("jsonl", ALL).splitlines()]
    assert records == json.loads(written("json", ALL))["findings"]
    assert written("jsonl", report(TEXT)) == ""


@pytest.mark.parametrize("name", ["github", "azure", "junit", "checkstyle", "gitlab", "jsonl"])
@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_no_encoding_stops_a_report(name: str, encoding: str) -> None:
    assert written(name, ALL, encoding, errors="strict")
