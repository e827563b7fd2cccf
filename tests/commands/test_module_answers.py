"""New names of modules from the answers file, and the questions for them."""

import json
from pathlib import Path
from typing import Any

import pytest
from command_line import Ran, write
from test_fix_command import check as check_with
from test_fix_command import report, state

pytestmark = pytest.mark.usefixtures("folder")

REFUSED = "a name is at most 63 small letters, digits and hyphens, a letter in front and no hyphen at the end"
WARNED = "Module 1st is named 1st on Kubernetes, which starts with a digit; the agent reports such a module as failed"

HINT = f"# Fill in the new name of the module: {REFUSED.removeprefix('a name is ')}"


def manifest(*names: str) -> str:
    """Return a deployment of modules, each called by the last one."""
    modules: dict[str, Any] = {name: {"settings": {"image": "a:1"}} for name in names}
    modules["caller"] = {"settings": {"image": "a:1"}, "env": {"URL": {"value": f"http://{names[0]}:80"}}}
    return json.dumps({"modulesContent": {"$edgeAgent": {"properties.desired": {"modules": modules}}}})


def names(path: str) -> list[str]:
    """Return the names of the modules of a file and the host that the caller calls."""
    modules = json.loads(Path(path).read_text())["modulesContent"]["$edgeAgent"]["properties.desired"]["modules"]
    return [*modules, modules["caller"]["env"]["URL"]["value"]]


def check(*arguments: str) -> Ran:
    """Run the rules on names of modules."""
    return check_with("--select", "ASE50", *arguments)


def of_names(*arguments: str) -> Any:
    findings = report("--select", "ASE50", *arguments)["findings"]
    return [(each["code"], each["fixed"], each["fix"]) for each in findings]


def test_a_module_without_a_computed_name_is_asked_for() -> None:
    check("--write-answers", "q.yaml", write("a.json", manifest("1st", "a_b")))
    assert Path("q.yaml").read_text() == f'modules:\n  {HINT}\n  # a.json:1: {WARNED}\n  "1st":\n'


@pytest.mark.parametrize("arguments", [["--fix"], ["--fix", "--unsafe-fixes"]])
def test_its_answer_renames_it(arguments: list[str]) -> None:
    write("a.json", manifest("1st"))
    check(*arguments, "--answers", write("q.yaml", 'modules: {"1st": first}'), "a.json")
    assert names("a.json") == ["first", "caller", "http://first:80"]


def test_a_computed_name_is_unsafe() -> None:
    write("a.json", manifest("a_b"))
    check("--fix", "a.json")
    assert names("a.json") == ["a_b", "caller", "http://a_b:80"]
    check("--fix", "--unsafe-fixes", "a.json")
    assert names("a.json") == ["a-b", "caller", "http://a-b:80"]


@pytest.mark.parametrize("arguments", [["--fix"], ["--fix", "--unsafe-fixes"]])
def test_an_answer_goes_before_a_computed_name(arguments: list[str]) -> None:
    write("a.json", manifest("a_b"))
    check(*arguments, "--answers", write("q.yaml", "modules: {a_b: front}"), "a.json")
    assert names("a.json") == ["front", "caller", "http://front:80"]


@pytest.mark.parametrize("name", ["a_b", "1st"])
@pytest.mark.parametrize("answer", ["cam", "caller"])
def test_an_answer_that_is_another_modules_is_told_and_nothing_is_renamed(name: str, answer: str) -> None:
    before = state(write("a.json", manifest(name, "Cam")))
    write("q.yaml", f'modules: {{"{name}": {answer}}}')
    ran = of_names("--fix", "--unsafe-fixes", "--answers", "q.yaml", "a.json")
    ((_, fixed, fix),) = [each for each in ran if each[2]]
    assert (fixed, fix["title"]) == (False, f"Rename module {name} to <modules.{name}>")
    assert fix["then"] == [f"Answer modules.{name} otherwise: another module or twin is called {answer}"]
    assert state("a.json") == before


@pytest.mark.parametrize(
    ("answer", "reason"),
    [("My_Cam", REFUSED), ("1st", REFUSED), ("proxy", "the runtime has that name itself")],
)
def test_an_answer_that_is_no_name_stops_the_run(answer: str, reason: str) -> None:
    write("q.yaml", f"modules: {{a_b: {answer}}}")
    ran = check("--fix", "--answers", "q.yaml", write("a.json", manifest("a_b")))
    assert ran == Ran(2, "", f"edgelint: q.yaml:1:11: modules.a_b cannot be {answer}: {reason}\n")


def test_of_two_that_collide_the_second_is_asked_for_and_either_can_be_answered() -> None:
    write("a.json", manifest("Cam", "cam"))
    check("--write-answers", "q.yaml", "a.json")
    said = "Module cam is named cam on Kubernetes, as module Cam is"
    assert Path("q.yaml").read_text() == f"modules:\n  {HINT}\n  # a.json:1: {said}\n  cam:\n"
    check("--fix", "--answers", write("q.yaml", "modules: {Cam: camera}"), "a.json")
    assert names("a.json") == ["camera", "cam", "caller", "http://camera:80"]


def test_a_reserved_name_is_asked_for() -> None:
    write("a.json", manifest("proxy"))
    check("--write-answers", "q.yaml", "a.json")
    said = "Module proxy is named proxy on Kubernetes, as the container is that IoT Edge puts beside each module"
    assert Path("q.yaml").read_text() == f"modules:\n  {HINT}\n  # a.json:1: {said}\n  proxy:\n"
    write("q.yaml", Path("q.yaml").read_text().replace("proxy:\n", "proxy: web\n"))
    check("--fix", "--answers", "q.yaml", "a.json")
    assert names("a.json") == ["web", "caller", "http://web:80"]
