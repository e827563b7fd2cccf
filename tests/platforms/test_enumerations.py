"""Enumerations: what the runtime takes for a word."""

from typing import Any

import pytest

from edgelint.platforms.enumerations import number, word


@pytest.mark.parametrize(
    ("value", "means"),
    [
        pytest.param("On-Failure", "on-failure", id="any letter case"),
        pytest.param("OnFailure", "on-failure", id="the spelling of the program"),
        pytest.param("on_failure", None, id="no spelling of it"),
        pytest.param("\tAlways\n", "always", id="blanks around"),
        pytest.param("never, on-failure", "on-failure", id="two words"),
        pytest.param("on-failure,on-unhealthy", "always", id="two words whose bits make a third"),
        pytest.param("always,unknown", None, id="two words whose bits make none"),
        pytest.param("always,", None, id="a word and nothing"),
        pytest.param("", None, id="an empty text"),
        pytest.param(3, "always", id="a number"),
        pytest.param("+3", "always", id="a number as text"),
        pytest.param("5", None, id="a number without a word"),
        pytest.param("1,2", None, id="two numbers"),
        pytest.param("\uff13", None, id="a digit of another script"),
        pytest.param(3.0, None, id="a fraction"),
        pytest.param(True, None, id="a boolean"),
        pytest.param(None, None, id="null"),
        pytest.param([], None, id="a list"),
        pytest.param(2**32 + 3, "always", id="a number that is cut to 32 bits"),
        pytest.param(2**63, None, id="a number of more than 64 bits"),
        pytest.param("4294967299", None, id="a text is not cut"),
        pytest.param("1" * 5000, None, id="a text of more digits than any number has"),
        pytest.param("\x85always\xa0", "always", id="white space of Unicode around"),
        pytest.param("\x1calways", None, id="a separator of ASCII in front"),
    ],
)
def test_a_value_stands_for_a_word(value: Any, means: str | None) -> None:
    assert word("restartPolicy", value) == means


@pytest.mark.parametrize(("value", "found"), [(-1, -1), ("9", 9), ("running,stopped", 6), ("99999999999", None)])
def test_a_number_need_have_no_word(value: Any, found: int | None) -> None:
    assert number("status", value) == found
    assert word("status", value) is None
