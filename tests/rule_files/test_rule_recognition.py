"""Which YAML files are taken for rules by `edgelint test`, which gets every YAML file from a hook."""

from pathlib import Path

import pytest
from command_line import BINDS, write

from edgelint.rule_files.rule_recognition import is_rule_file

pytestmark = pytest.mark.usefixtures("folder")
ROOT = Path(__file__).parent.parent.parent
WORKFLOW = "name: ci\non: [push]\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: make\n"
VALE = "extends: existence\nmessage: 'Avoid %s'\nlevel: error\nscope: text\ncode: false\ntokens: [foo]\n"
AST_GREP = "id: a\nlanguage: python\nseverity: error\nmessage: m\nrule: {pattern: x}\n"
SELECTED = "name: a\nsummary: b\nselect: [c]\nscope: d\n"
NESTED = "rules:\n  - code: A1\n" + "".join(f"    {line}\n" for line in BINDS.splitlines()[1:])
FRAGMENT = "params: {code: A1, name: a, summary: s, severity: error, scope: module, select: $.a, message: m}\n"
INSIDE = "text: |\n" + "".join(f"  {line}\n" for line in BINDS.splitlines())


def without(*keys: str) -> str:
    return "".join(line for line in BINDS.splitlines(keepends=True) if line.partition(":")[0] not in keys)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(BINDS, id="a rule"),
        pytest.param("code: TST100\nselect: $.a\n", id="code and select alone"),
        pytest.param("'code': TST100\n\"select\" : $.a\n", id="keys in quotes"),
        pytest.param("# a rule\n---\n" + BINDS, id="behind a comment and the start of a document"),
        pytest.param("\ufeff" + BINDS, id="behind a byte order mark"),
        pytest.param(BINDS.replace("\n", "\r\n"), id="CRLF"),
        pytest.param("{code: TST100, name: a,\n select: $.a}\n", id="flow style"),
        pytest.param('# JSON\n{"name": "a", "code": "TST100", "select": "$.a"}', id="JSON"),
        pytest.param("code:\n  TST100\nselect:\n  - $.a\n", id="values on lines of their own"),
        pytest.param(without("code"), id="no code"),
        pytest.param(without("select", "message"), id="neither select nor message"),
        pytest.param(BINDS.replace("select:", "selct:"), id="a misspelt select"),
        pytest.param(BINDS + "why: [\n", id="broken YAML"),
        pytest.param(BINDS + "\tx\n", id="a tab"),
        pytest.param(BINDS.encode() + b"# \xff\n", id="no UTF-8"),
        pytest.param(BINDS.encode("utf-16"), id="UTF-16, which no rule may be, as the loader says"),
    ],
)
def test_what_is_a_rule_or_was_meant_as_one(text: str | bytes) -> None:
    assert is_rule_file(write("a.yaml", text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="an empty file"),
        pytest.param("- code\n- select\n", id="a list"),
        pytest.param("just a text\n", id="a text"),
        pytest.param(WORKFLOW, id="a workflow"),
        pytest.param(WORKFLOW.replace("[push]", "[push"), id="a broken workflow"),
        pytest.param("{{ template }}\n", id="a template of YAML"),
        pytest.param(VALE, id="a rule of Vale, with code, scope and message"),
        pytest.param(AST_GREP, id="a rule of ast-grep, with severity and message"),
        pytest.param(SELECTED, id="four of the keys, no code"),
        pytest.param(NESTED, id="a list of things that look like rules, as other linters have them"),
        pytest.param(FRAGMENT, id="the keys inside of a member"),
        pytest.param(INSIDE, id="a rule inside a text"),
        pytest.param("codes: A\nselected: B\ncode-a: 1\nselect.b: 2\ncode:x\nselect:y\n", id="keys that begin so"),
        pytest.param("# code: A\n# select: B\n", id="comments"),
        pytest.param("fail-on: error\nselect: [ASE1]\nignore: []\n", id="a configuration of edgelint"),
        pytest.param("repos:\n  - repo: local\n", id="a configuration of pre-commit"),
    ],
)
def test_what_is_no_rule(text: str) -> None:
    assert not is_rule_file(write("a.yaml", text))


def test_what_cannot_be_read_is_left_to_the_loader() -> None:
    Path("gone.yaml").symlink_to("nowhere")
    assert is_rule_file("gone.yaml")


def test_every_shipped_rule_is_one_and_no_other_yaml_of_the_project() -> None:
    files = [*ROOT.glob("rules/**/*.yaml"), *ROOT.glob("docs/**/*.yaml"), *ROOT.glob(".*.yaml")]
    assert len(files) > 80
    assert [path for path in files if is_rule_file(str(path)) != path.is_relative_to(ROOT / "rules")] == []
