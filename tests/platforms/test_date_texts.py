"""Texts that the agent reads as dates."""

import pytest

from edgelint.platforms.date_texts import month_and_day


@pytest.mark.parametrize(
    ("text", "date"),
    [
        pytest.param("2020-01-02T03:04:05", (1, 2), id="no zone"),
        pytest.param("2020-01-02T03:04:05Z", (1, 2), id="UTC"),
        pytest.param("2020-01-02T03:04:05.1234567z", (1, 2), id="a fraction of seven digits"),
        pytest.param("2020-12-31T23:04:05-05:00", (1, 1), id="the next year in UTC"),
        pytest.param("2020-03-01T00:30:00+0100", (2, 29), id="the day before, an offset without a colon"),
        pytest.param("2020-03-01T00:30:00+01", (2, 29), id="an offset of hours alone"),
        pytest.param("2020-07-04T03:04:05-99:99", (7, 8), id="an offset beyond all zones"),
        pytest.param("2020-01-02T24:00:00Z", (1, 3), id="24 o'clock"),
        pytest.param("0001-01-01T03:04:05+14:00", (1, 1), id="before the first day"),
        pytest.param("9999-12-31T23:04:05-14:00", (12, 31), id="after the last day"),
    ],
)
def test_a_date_has_a_month_and_a_day(text: str, date: tuple[int, int]) -> None:
    assert month_and_day(text) == date


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("2020-01-02", id="a day alone"),
        pytest.param("2020-01-02T03:04", id="no seconds"),
        pytest.param("2020-01-02 03:04:05Z", id="a blank for the T"),
        pytest.param("2020-7-4T03:04:05Z", id="single digits"),
        pytest.param("2020-01-02T03:04:05.Z", id="a point without a fraction"),
        pytest.param("2020-01-02T03:04:05.12345678Z", id="eight digits of a fraction"),
        pytest.param("2020-01-02T03:04:05+2", id="half an offset"),
        pytest.param("2020-01-02T03:04:05 ", id="a blank behind it"),
        pytest.param("2020-01-02T03:04:60Z", id="a 60th second"),
        pytest.param("2020-01-02T24:00:01Z", id="after 24 o'clock"),
        pytest.param("2020-02-30T03:04:05Z", id="no day of the calendar"),
        pytest.param("2020-13-02T03:04:05Z", id="no month"),
        pytest.param("1/2", id="a fraction"),
    ],
)
def test_other_texts_are_no_dates(text: str) -> None:
    assert month_and_day(text) is None
