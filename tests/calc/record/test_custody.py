"""The record of weekly custody against the model."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from calc.market.load import load_snapshot
from calc.market.snapshot import chance_of_rise
from calc.record.custody import LEAST_FALL_USD, custody_record, load_custody_weeks


def test_custody_weeks_equal_official_figures():
    """Fed H.4.1 (WMTSECL1) and H.15 (DGS10): the weeks around March 2014 and in March 2020."""
    weeks = {week.day: week for week in load_custody_weeks()}
    assert weeks[date(2014, 3, 12)].custody_usd == pytest.approx(2855.4e9, abs=1e8)
    assert weeks[date(2014, 3, 26)].custody_usd == pytest.approx(2943.9e9, abs=1e9)
    assert weeks[date(2026, 6, 24)].ten_year == pytest.approx(0.0441)


def test_custody_spells_do_not_overlap_and_all_fell():
    spells = custody_record().spells
    assert len(spells) > 30
    assert all(spell.sold_usd >= LEAST_FALL_USD for spell in spells)
    assert all(spell.end - spell.start == timedelta(weeks=4) for spell in spells)
    assert all(a.end <= b.start for a, b in pairwise(spells))


def test_custody_record_holds_no_trace_of_the_sales():
    """What /about says of it: the yield fell as often as it rose, and nothing fits as well."""
    record = custody_record()
    assert record.rose <= len(record.spells) / 2
    assert record.mean_seen < record.mean_model / 4
    assert abs(record.within_nothing - record.within_model) <= 2


def test_ordinary_month_equals_independent_figure():
    """2000 to 2026 is 25.9 basis points, computed from the daily series of the Federal Reserve."""
    month = load_snapshot().ordinary_month
    assert month.record == pytest.approx(25.9e-4, abs=0.5e-4)
    assert month.first_year == 2000


@pytest.mark.parametrize(("push", "spread", "chance"), [(0, 1, 0.5), (1.645, 1, 0.95)])
def test_chance_of_rise_equals_normal_table(push, spread, chance):
    assert chance_of_rise(push, spread) == pytest.approx(chance, abs=1e-3)
