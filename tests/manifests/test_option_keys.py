"""Which members of the settings the runtime takes for createOptions, and in which order."""

import pytest

from edgelint.manifests.option_keys import name_and_digits, option_keys


@pytest.mark.parametrize(
    ("written", "joined"),
    [
        pytest.param(["createOptions01", "createOptions"], ["createOptions", "createOptions01"], id="by their numbers"),
        pytest.param(["createOptions", "createOptions01x"], ["createOptions", "createOptions01x"], id="a tail"),
        pytest.param(
            ["createOptions", "createOptions1_old", "createOptions2"],
            ["createOptions", "createOptions1_old", "createOptions2"],
            id="a tail between chunks",
        ),
        pytest.param(
            ["xcreateOptions2", "createOptions", "createOptions1"],
            ["createOptions", "createOptions1", "xcreateOptions2"],
            id="a letter in front",
        ),
        pytest.param(["createOptionsOld"], ["createOptionsOld"], id="a stray one alone"),
        pytest.param(["CREATEOPTIONS1", "createoptions"], ["createoptions", "CREATEOPTIONS1"], id="any letter case"),
        pytest.param(["createOptionsOld", "createOptions"], ["createOptions"], id="a stray one that is refused"),
        pytest.param(
            ["createOptions", "createOptions01", "createOptions01x"],
            ["createOptions", "createOptions01"],
            id="a tail that is refused",
        ),
        pytest.param(["createOptions02", "createOptions"], ["createOptions", "createOptions02"], id="a gap"),
        pytest.param(["createOption\u017f", "createOptıons", "options"], [], id="other words"),
    ],
)
def test_keys_are_chosen_as_the_runtime_does(written: list[str], joined: list[str]) -> None:
    assert option_keys(dict.fromkeys(written)) == joined


@pytest.mark.parametrize(
    ("key", "parts"),
    [
        ("createOptions", ("createOptions", "")),
        ("createoptions01", ("createoptions", "01")),
        ("createOptions01x2", ("createOptions", "01")),
        ("_createOptionsOld", ("_createOptions", "")),
    ],
)
def test_the_number_of_a_key_stands_behind_the_word(key: str, parts: tuple[str, str]) -> None:
    assert name_and_digits(key) == parts
