"""`edgelint rules`: the table and the list for machines."""

import json

import pytest
from command_line import BINDS, PORTS, Ran, run, write

pytestmark = pytest.mark.usefixtures("folder")


@pytest.fixture
def options() -> list[str]:
    write("own/b/binds.yaml", BINDS)
    write("own/p/ports.yaml", PORTS + "status: preview\n")
    return ["--no-default-rules", "--rules", "own"]


def test_the_rules_are_a_table(options: list[str]) -> None:
    assert run("rules", *options) == Ran(
        0,
        "Code    Severity  Name                 What it finds\n"
        "TST101  error     docker-binds         The rule docker-binds\n"
        "TST201  warning   host-ports           The rule host-ports (preview)\n"
        "ASE901  warning   suppression-unused   A suppression in the configuration that matches no finding\n"
        "ASE902  warning   suppression-expired  A suppression in the configuration whose last day is over\n",
        "",
    )


def test_the_rules_for_machines(options: list[str]) -> None:
    first = json.loads(run("rules", "--output-format", "json", *options).stdout)[0]
    url = first.pop("url")
    assert url.startswith("https://")
    assert first == {
        "code": "TST101",
        "name": "docker-binds",
        "family": "b",
        "severity": "error",
        "summary": "The rule docker-binds",
        "status": "stable",
    }


def test_the_shipped_rules_are_among_them() -> None:
    assert "\nASE001  error     manifest-unparseable" in run("rules").stdout


def test_broken_rules_cannot_be_listed() -> None:
    ran = run("rules", "--rules", write("x.yaml", "code: x\n"))
    assert (ran.status, ran.stdout) == (2, "")
    assert ran.stderr.startswith("edgelint: rule files cannot be used\nx.yaml:1:")
