"""Which rules run."""

import pytest
from command_line import BINDS, FAULTS, IMAGES, PORTS, write

from edgelint.rule_pack import load_rules
from edgelint.rules import Rule
from edgelint.selection import SelectionError, choose, find_rule


@pytest.fixture
def rules(folder: object) -> list[Rule]:
    for index, text in enumerate((BINDS, FAULTS, IMAGES, PORTS)):
        write(f"r/{index}.yaml", text)
    return load_rules(["r"])


ALL = ["TST001", "TST101", "TST201", "TST301"]


@pytest.mark.parametrize(
    ("selected", "ignored", "added", "expected"),
    [
        pytest.param([], [], [], ALL, id="all where none is selected"),
        pytest.param(["TST101"], [], [], ["TST101"], id="a code"),
        pytest.param(["tst101"], [], [], ["TST101"], id="a code in small letters"),
        pytest.param(["docker-binds"], [], [], ["TST101"], id="a name"),
        pytest.param(["Docker-Binds"], [], [], ["TST101"], id="a name in another letter case"),
        pytest.param(["TST"], [], [], ALL, id="a prefix of all"),
        pytest.param(["TST2", "TST3"], [], [], ["TST201", "TST301"], id="two prefixes"),
        pytest.param(["TST3", "TST1"], [], [], ["TST101", "TST301"], id="in the order of the codes"),
        pytest.param([], ["TST1", "image"], [], ["TST001", "TST201"], id="all but some"),
        pytest.param(["TST1", "TST2"], ["TST101"], [], ["TST201"], id="ignoring weighs more"),
        pytest.param(["TST1"], [], ["image"], ["TST101", "TST301"], id="one more than selected"),
        pytest.param([], [], ["image"], ALL, id="one more than all"),
        pytest.param(["TST1"], ["image"], ["TST3"], ["TST101"], id="ignoring weighs more than adding"),
        pytest.param(["TST1"], ["TST1"], [], [], id="nothing left"),
    ],
)
def test_which_rules_are_chosen(
    rules: list[Rule], selected: list[str], ignored: list[str], added: list[str], expected: list[str]
) -> None:
    assert [rule.code for rule in choose(rules, selected, ignored, added=added)] == expected


@pytest.mark.parametrize(
    ("word", "message"),
    [
        pytest.param("TST102", '"TST102" names no rule; did you mean "TST101"?', id="a wrong code"),
        pytest.param(
            "docker-bind", '"docker-bind" names no rule; did you mean "docker-binds"?', id="a prefix of a name"
        ),
        pytest.param(
            "DockerBinds", '"DockerBinds" names no rule; did you mean "docker-binds"?', id="a name without hyphen"
        ),
        pytest.param("TST1011", '"TST1011" names no rule; did you mean "TST101"?', id="more than a code"),
        pytest.param("zzz", '"zzz" names no rule', id="like nothing"),
    ],
)
def test_a_word_that_names_no_rule(rules: list[Rule], word: str, message: str) -> None:
    for selected, ignored, added in (([word], [], []), ([], [word], []), ([], [], [word])):
        with pytest.raises(SelectionError) as caught:
            choose(rules, selected, ignored, added=added)
        assert str(caught.value) == message


@pytest.mark.parametrize("word", ["TST101", "tst101", "docker-binds", "Docker-Binds"])
def test_a_rule_is_found_by_code_and_name(rules: list[Rule], word: str) -> None:
    assert find_rule(rules, word).code == "TST101"


@pytest.mark.parametrize("word", ["TST1", "", "docker"])
def test_a_prefix_finds_no_rule(rules: list[Rule], word: str) -> None:
    with pytest.raises(SelectionError):
        find_rule(rules, word)
