"""Amounts as the agent reads them from texts, which are not all quantities of Kubernetes."""

from fractions import Fraction

import pytest

from edgelint.platforms.quantity_texts import canonical, read_quantity


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        pytest.param("1/2", Fraction(1, 2), id="a fraction"),
        pytest.param("1 / 2", Fraction(1, 2), id="with blanks"),
        pytest.param("1,0/2", Fraction(5), id="with a comma"),
        pytest.param("1/2/x", Fraction(1, 2), id="a second slash"),
        pytest.param("1/-2", Fraction(-1, 2), id="a sign below"),
        pytest.param("1/0", Fraction(0), id="by nought"),
        pytest.param("1/2Ki", Fraction(512), id="with a suffix"),
        pytest.param("1-", Fraction(-1), id="a minus behind"),
        pytest.param("1 +", Fraction(1), id="a plus behind"),
        pytest.param("1,,5,", Fraction(15), id="commas"),
        pytest.param("1e 3", Fraction(1000), id="a blank in the exponent"),
        pytest.param("1E+3", Fraction(1000), id="a sign in the exponent"),
        pytest.param("\u00a01\u2003", Fraction(1), id="white space around"),
        pytest.param("1\0", Fraction(1), id="a NUL behind"),
        pytest.param("8Ei", Fraction(2**63 - 1), id="a binary suffix is capped"),
        pytest.param("1,000,000Ei", Fraction(2**63 - 1), id="far beyond"),
        pytest.param("8E", Fraction(8 * 10**18), id="a decimal suffix is not"),
        pytest.param(f"{2**96 - 1}", Fraction(2**96 - 1), id="the most that the agent writes"),
        pytest.param(f"{10**60}", None, id="more than it writes with the largest suffix"),
        pytest.param("1e60", Fraction(10**60), id="as an exponent"),
        pytest.param(f"{2**96}", None, id="one more"),
        pytest.param(f"{2**96}.0", None, id="and with a point"),
        pytest.param("999999999999999999999/7", None, id="too many billionths"),
        pytest.param(f"0.{'0' * 40}1", Fraction(0), id="too small for its decimals"),
        pytest.param("1" * 1000, None, id="a thousand digits"),
    ],
)
def test_a_text_is_read_as_the_agent_reads_it(text: str, amount: Fraction | None) -> None:
    assert read_quantity(text) == amount


@pytest.mark.parametrize(
    "text",
    [
        "",
        ".",
        ",5",
        "1.5/2",
        "/2",
        "1/",
        "(1)",
        "- 1",
        "+1+",
        "-1-",
        "1e",
        "1e- 3",
        "1e3-",
        "1e1,0",
        "1e2147483648",
        "1gi",
    ],
)
def test_the_agent_throws(text: str) -> None:
    assert read_quantity(text) is None


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (Fraction(0), "0"),
        (Fraction(2**30), "1073741824"),
        (Fraction(1, 2), "500m"),
        (Fraction(3, 10**6), "3u"),
        (Fraction(1, 3), "333333334n"),
    ],
)
def test_an_amount_is_written_with_the_largest_suffix_that_fits(amount: Fraction, text: str) -> None:
    assert canonical(amount) == text
