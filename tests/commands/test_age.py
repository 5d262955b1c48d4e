"""Old data say so; fresh data do not."""

from datetime import date, timedelta

import pytest

from commands.tongue import ENGLISH
from commands.words.age import curve_day, holdings_month

DAY = date(2026, 10, 9)


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (-1, "9 Oct 2026"),
        (10, "9 Oct 2026"),
        (11, "9 Oct 2026, 11 days old"),
        (14, "9 Oct 2026, 2 weeks old"),
        (44, "9 Oct 2026, 6 weeks old"),
        (60, "9 Oct 2026, 8 weeks old"),
        (61, "9 Oct 2026, 2 months old"),
        (730, "9 Oct 2026, 23 months old"),
        (1100, "9 Oct 2026, 3 years old"),
    ],
)
def test_a_curve_is_old_after_ten_days(days, text):
    assert curve_day(DAY, ENGLISH, DAY + timedelta(days)) == text


def test_holdings_are_old_after_four_months():
    july, march = date(2026, 7, 31), date(2026, 3, 31)
    today = date(2026, 11, 23)
    assert holdings_month("Jul 2026", july, ENGLISH, today) == "Jul 2026"
    assert holdings_month("Mar 2026", march, ENGLISH, today) == "Mar 2026, 7 months old"


def test_where_nobody_asks_today_nothing_is_old():
    assert curve_day(DAY, ENGLISH, None) == "9 Oct 2026"
