"""What a word names."""

import pytest
from command_line import BINDS, FAULTS, IMAGES, PORTS, write

from edgelint.rule_files.rule_pack import load_rules
from edgelint.rule_files.rules import Rule
from edgelint.rule_files.selection import SelectionError, find_rule, is_rule, names, unknown


@pytest.fixture
def rules(folder: object) -> list[Rule]:
    for index, text in enumerate((BINDS, FAULTS, IMAGES, PORTS)):
        write(f"r/{index}.yaml", text)
    return load_rules(["r"])


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param("TST101", ["TST101"], id="a code"),
        pytest.param("tst101", ["TST101"], id="a code in small letters"),
        pytest.param("docker-binds", ["TST101"], id="a name"),
        pytest.param("Docker-Binds", ["TST101"], id="a name in another letter case"),
        pytest.param("TST", ["TST001", "TST101", "TST201", "TST301"], id="a prefix of all"),
        pytest.param("TST2", ["TST201"], id="a prefix of one"),
        pytest.param("docker", [], id="a prefix of a name"),
        pytest.param("ST101", [], id="the end of a code"),
        pytest.param("TST1011", [], id="more than a code"),
        pytest.param("TST101 ", [], id="a code and a blank"),
    ],
)
def test_which_rules_a_word_names(rules: list[Rule], word: str, expected: list[str]) -> None:
    assert [rule.code for rule in rules if names(word, rule)] == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("TST101", True), ("tst101", True), ("Docker-Binds", True), ("TST1", False), ("docker", False), ("", False)],
)
def test_which_words_are_a_rule(rules: list[Rule], word: str, expected: bool) -> None:
    assert is_rule(word, rules[1]) is expected


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
    assert unknown(word, rules) == message
    with pytest.raises(SelectionError) as caught:
        find_rule(rules, word)
    assert str(caught.value) == message


@pytest.mark.parametrize("word", ["TST101", "tst101", "docker-binds", "Docker-Binds"])
def test_a_rule_is_found_by_code_and_name(rules: list[Rule], word: str) -> None:
    assert find_rule(rules, word).code == "TST101"


@pytest.mark.parametrize("word", ["TST1", "", "docker"])
def test_a_prefix_finds_no_rule(rules: list[Rule], word: str) -> None:
    with pytest.raises(SelectionError):
        find_rule(rules, word)


def test_the_beginning_of_several_codes_says_how_to_see_them(rules: list[Rule]) -> None:
    with pytest.raises(SelectionError) as caught:
        find_rule(rules, "tst")
    assert str(caught.value) == '"tst" names several rules; edgelint rules --select tst lists them'
