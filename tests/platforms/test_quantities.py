"""Quantities: what the agent reads from an amount, and amounts of Docker in the words of Kubernetes."""

from typing import Any

import pytest

from edgelint.platforms.quantities import Amount, cpu_quantity, memory_quantity, read_amount, whole_number


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("MB", id="a suffix alone"),
        pytest.param("512MB", id="a suffix of two letters"),
        pytest.param("1K", id="a capital K"),
        pytest.param("1mi", id="a suffix in lower case"),
        pytest.param("1GiB", id="a B behind the suffix"),
        pytest.param("1e", id="an exponent without a number"),
        pytest.param("1e3Ki", id="an exponent and a suffix"),
        pytest.param("1_000", id="an underscore"),
        pytest.param("0x10", id="a hexadecimal number"),
        pytest.param("1\u00a0Gi", id="a no-break space"),
        pytest.param("1\u0661", id="a digit of another script"),
        pytest.param(",5", id="a comma without a digit before it"),
        pytest.param("1.5,0", id="a comma behind the point"),
        pytest.param("- 1", id="a blank behind the sign"),
        pytest.param("1 G i", id="a blank in the suffix"),
        pytest.param("9" * 29, id="more digits than the agent writes"),
        pytest.param("2020-01-02", id="a day without a time"),
        pytest.param("2020-13-02T03:04:05Z", id="a date that no calendar has"),
        pytest.param(2**63, id="a JSON number beyond 64 bits"),
        pytest.param(-(2**63) - 1, id="a negative one"),
        pytest.param(float("nan"), id="not a number"),
        pytest.param("", id="an empty text"),
        pytest.param(" ", id="a blank"),
        pytest.param(True, id="a boolean"),
        pytest.param([1], id="a list"),
        pytest.param({}, id="an object"),
        pytest.param(float("inf"), id="no number that JSON has"),
    ],
)
def test_what_is_no_amount_is_none(value: Any) -> None:
    assert read_amount(value) == Amount("none")


@pytest.mark.parametrize(
    "value",
    [
        "0",
        "1.",
        ".5",
        "+1",
        "-0",
        "1Ki",
        "1Ei",
        "1k",
        "1n",
        "1u",
        "500m",
        "1e3",
        "1E+3",
        "1e-3",
        "9" * 28,
        0,
        1.5,
        2**63 - 1,
        1e300,
    ],
)
def test_a_quantity_is_one(value: Any) -> None:
    assert read_amount(value) == Amount("quantity")


@pytest.mark.parametrize(
    ("value", "form", "read"),
    [
        (" 1Gi ", "blanks", "1Gi"),
        ("1 Gi", "blanks", "1Gi"),
        ("\t500m\n", "blanks", "500m"),
        ("1,5", "comma", "15"),
        ("1,024 Mi", "comma", "1024Mi"),
        ("-1,5", "comma", "-15"),
        ("1,0/2", "comma", "5"),
        ("1e 3", "blanks", "1e3"),
        ("1/2", "loose", "500m"),
        ("1 /2", "loose", "500m"),
        ("1/3", "loose", "333333334n"),
        ("1+", "loose", "1"),
        ("2020-01-02T03:04:05Z", "loose", "500m"),
        ("2020-12-31T23:04:05-05:00", "loose", "1"),
        ("1-", "negative", None),
        ("-1", "negative", None),
        (" -0.5Gi", "negative", None),
        (-1, "negative", None),
        (-0.5, "negative", None),
        (None, "null", None),
    ],
)
def test_what_is_taken_amiss_says_how(value: Any, form: str, read: str | None) -> None:
    assert read_amount(value) == Amount(form, read)


@pytest.mark.parametrize(
    ("count", "text"),
    [(1, "1"), (1024, "1024"), (1048575, "1048575"), (1048576, "1Mi"), (1536870912, "1536870912"), (2**30, "1024Mi")],
)
def test_bytes_are_mebibytes_only_where_that_is_exact(count: int, text: str) -> None:
    assert memory_quantity(count) == text


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [
        (1_500_000_000, 10**9, "1500m"),
        (1_500_000_001, 10**9, "1501m"),
        (1, 10**9, "1m"),
        (10**9, 10**9, "1000m"),
        (50_000, 100_000, "500m"),
        (1, 3, "334m"),
        (2**63 - 1, 10**9, "9223372036855m"),
    ],
)
def test_cpu_time_is_rounded_up_to_thousandths(part: int, whole: int, text: str) -> None:
    assert cpu_quantity(part, whole) == text


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (5, 5),
        (5.0, 5),
        ("5", 5),
        (" -5 ", -5),
        ("005", 5),
        (0.5, None),
        ("0.5", None),
        ("5m", None),
        ("\u0665", None),
        ("9" * 21, None),
        (True, None),
        (None, None),
        (float("inf"), None),
    ],
)
def test_a_whole_number_is_read_from_numbers_and_digits(value: Any, number: int | None) -> None:
    assert whole_number(value) == number
