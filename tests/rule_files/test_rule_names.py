"""A name that no table bears is wrong at load, at its place, with the name that was meant."""

from pathlib import Path

import pytest

from edgelint.rule_files.rule_loader import RuleFileError, load

HEAD = "code: TST101\nname: own\nsummary: Own\nseverity: error\nscope: module\n"
FIX = "title: Fix {source}\n  applicability: safe\n"


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def problems(more: str, select: str = "$.mounts[*]", message: str = "x") -> list[str]:
    """Return what is wrong with a rule: `select` stands on line 6, `message` on line 7, `more` begins on line 8."""
    Path("own.yaml").write_text(f"{HEAD}select: {select}\nmessage: '{message}'\n{more}\n", encoding="utf-8")
    try:
        load(["own.yaml"])
    except RuleFileError as error:
        return str(error).splitlines()
    return []


SORCE = 'unknown field "sorce" of mounts; did you mean "source"?'
PART = 'unknown part "sorce" of mounts; did you mean "source"?'


@pytest.mark.parametrize(
    ("select", "found"),
    [
        pytest.param("$.mount[*]", '6:1: unknown table "mount"; did you mean "mounts"?', id="a table"),
        pytest.param(
            "['$.ports[*]', '$.mount[*]']", '6:24: unknown table "mount"; did you mean "mounts"?', id="in a list"
        ),
        pytest.param("$.mounts[?(@.sorce == 'a')]", f"6:1: {SORCE}", id="a column in a filter"),
        pytest.param("$.mounts[*].sorce", f"6:1: {SORCE}", id="a column behind the rows"),
    ],
)
def test_a_path_names_tables_and_columns(select: str, found: str) -> None:
    assert problems("", select) == [f"own.yaml:{found}"]


@pytest.mark.parametrize("member", ["createOptions", "settings", "type", "routes", "twins", "labels", "mine"])
def test_a_member_of_the_data_is_no_table(member: str) -> None:
    assert problems("", f"$.{member}", "{anything}") == []


@pytest.mark.parametrize(
    ("more", "found"),
    [
        pytest.param("help: Use {sorce}", f"8:1: {SORCE}", id="help"),
        pytest.param("cases:\n- message: '{sorce}'", f"9:3: {SORCE}", id="the message of a case"),
        pytest.param("related:\n- {at: '@', label: '{sorce}'}", f"9:13: {SORCE}", id="a label"),
        pytest.param("mark: sorce", f"8:1: {PART}", id="a mark"),
        pytest.param("cases:\n- mark: sorce", f"9:3: {PART}", id="the mark of a case"),
        pytest.param("related:\n- {at: '@', label: x, mark: sorce}", f"9:23: {PART}", id="the mark of a further place"),
        pytest.param(
            f"fix:\n  {FIX}  needs: a.{{sorce}}\n  steps: [remove: {{at: '@'}}]", f"11:3: {SORCE}", id="needs"
        ),
        pytest.param(
            f"fix:\n  {FIX}  then: ['{{sorce}}']\n  steps: [remove: {{at: '@'}}]", f"11:10: {SORCE}", id="then"
        ),
        pytest.param(
            f"fix:\n- {FIX}  steps: [append: {{to: $.a, value: [{{B?: '{{sorce}}'}}]}}]",
            f"11:38: {SORCE}",
            id="a value inside a value",
        ),
        pytest.param(
            f"fix:\n- {FIX}  steps: [add: {{to: \"$.env['{{sorce}}']\", value: 1}}]", f"11:17: {SORCE}", id="a target"
        ),
        pytest.param(
            f"fix:\n- {FIX}  steps: [rewrite: {{at: '@', part: sorce, with: x}}]",
            f"11:30: {PART}",
            id="a rewritten part",
        ),
        pytest.param("where: [{at: '@.sorce', exists: true}]", f"8:10: {SORCE}", id="a condition"),
        pytest.param("where: [{at: '@.target', equals: '{sorce}'}]", f"8:26: {SORCE}", id="an operand"),
        pytest.param(
            "where: [{not: {any: [{at: '@.sorce', is: text}]}}]", f"8:23: {SORCE}", id="a condition below two"
        ),
        pytest.param("where: [{earlier: {same: [sorce]}}]", f"8:27: {SORCE}", id="an earlier row, equal"),
        pytest.param("where: [{earlier: {differ: [sorce]}}]", f"8:29: {SORCE}", id="an earlier row, different"),
        pytest.param("where: [{total: {of: sorce, above: 1}}]", f"8:18: {SORCE}", id="a sum"),
        pytest.param(
            "where: [{some: {select: '$.mount[*]'}}]",
            '8:17: unknown table "mount"; did you mean "mounts"?',
            id="a table in a condition",
        ),
        pytest.param(
            "where: [{none: {select: '$.ports[*]', where: [{at: '@.nunber', exists: true}]}}]",
            '8:48: unknown field "nunber" of ports; did you mean "number"?',
            id="a column of other rows",
        ),
    ],
)
def test_a_misspelt_name_is_told_where_it_stands(more: str, found: str) -> None:
    assert problems(more) == [f"own.yaml:{found}"]


@pytest.mark.parametrize(
    ("condition", "message", "found"),
    [
        pytest.param("{earlier: {same: [source]}}", "{earlier.sorce}", SORCE, id="of an earlier row"),
        pytest.param(
            "{some: {select: '$.ports[*]', as: mapped}}",
            "{mapped.source}",
            'unknown field "source" of ports',
            id="of a row of another table",
        ),
        pytest.param(
            "{any: [{some: {select: '$.ports[*]', as: mapped}}]}",
            "{maped}",
            'unknown field "maped" of mounts; did you mean "mapped"?',
            id="the name itself",
        ),
    ],
)
def test_a_captured_row_has_the_columns_of_its_own_table(condition: str, message: str, found: str) -> None:
    assert problems(f"where: [{condition}]", message=message) == [f"own.yaml:7:1: {found}"]


def test_a_place_is_captured_before_it_is_named() -> None:
    more = "where: [{earlier: {same: [source]}}]\nrelated: [{at: '{earler}', label: x}]"
    assert problems(more) == ['own.yaml:9:12: nothing captures "earler"; did you mean "earlier"?']


def test_several_tables_have_the_columns_of_all() -> None:
    found = problems("", "['$.mounts[*]', '$.ports[*]']", "{source} {number} {protokol}")
    assert found == ['own.yaml:7:1: unknown field "protokol" of mounts or ports; did you mean "protocol"?']


@pytest.mark.parametrize(
    ("more", "message"),
    [
        pytest.param("", "{module} {key} {value} {text} {answer} {{sorce}}", id="what every row has"),
        pytest.param("mark: key", "{source.text}", id="the key as a mark, and a step into a field"),
        pytest.param("where: [{earlier: {same: [source]}}]", "{earlier.key} {earlier.source}", id="an earlier row"),
        pytest.param(
            "where: [{some: {select: $.env, as: found}}, {at: '{found}', exists: true}]",
            "{found.anything}",
            id="a captured value of no table",
        ),
        pytest.param(
            "where: [{any: [{some: {select: '$.ports[*]', as: found}}, {some: {select: $.env, as: found}}]}]",
            "{found.anything}",
            id="a name for a row or something else",
        ),
        pytest.param("where: [{at: '@.source', equals: '{{sorce}}'}]", "x", id="braces in an operand"),
        pytest.param("related: [{at: '$.ports[*]', label: x, mark: host_port}]", "x", id="a part of another table"),
    ],
)
def test_known_names_pass(more: str, message: str) -> None:
    assert problems(more, message=message) == []


def test_rules_that_select_more_than_rows_name_what_they_like() -> None:
    assert problems("mark: sorce", "['$.mounts[*]', $.createOptions.Env]", "{sorce}") == []


def test_a_rule_of_a_wrong_format_is_not_searched_for_names() -> None:
    assert problems("mark: 5", "$.mount[*]") == ["own.yaml:8:1: must be text, not a number"]
