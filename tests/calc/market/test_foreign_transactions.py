"""Foreign residents' purchases, sales and holdings (TIC, table 3)."""

import json
from datetime import date
from importlib import resources

import pytest
from pydantic import ValidationError

from calc import load_snapshot
from calc.market.files import TransactionsFile

TABLE = load_snapshot().transactions
# US Treasury, TIC SLT table 3 as published in June 2026 (data to April 2026): holder, end month,
# months, then change of the holding, net purchases and valuation change in billions of dollars.
OFFICIAL = [
    ("cn", date(2026, 4, 1), 12, -92.5, -116.5, 17.9),
    ("cn", date(2025, 12, 1), 12, None, -111.9, None),
    ("jp", date(2025, 12, 1), 12, None, 95.5, None),
    ("official", date(2025, 4, 1), 1, None, -11.6, None),
    ("private", date(2025, 4, 1), 1, None, -58.8, None),
    ("cn", date(2025, 4, 1), 1, None, -23.7, None),
    ("jp", date(2025, 4, 1), 1, None, -4.2, None),
]
# The same table, April 2026: bills in percent of the holding.
BILLS = {"cn": 6.9, "jp": 12.7, "gb": 10.0, "be": 16.8, "ch": 19.9, "ky": 32.3, "official": 11.7}


@pytest.mark.parametrize("official", OFFICIAL)
def test_change_between_months_equals_official_table(official):
    key, end, months, change, bought, valued = official
    found = TABLE.change_between(key, end, months)
    assert found.net_purchases_usd / 1e9 == pytest.approx(bought, abs=0.06)
    for value, printed in ((found.change_usd, change), (found.valuation_usd, valued)):
        assert printed is None or value / 1e9 == pytest.approx(printed, abs=0.06)


@pytest.mark.parametrize(("key", "percent"), BILLS.items())
def test_bills_share_equals_official_table(key, percent):
    assert TABLE.bills_share(key) * 100 == pytest.approx(percent, abs=0.06)


def test_change_parts_add_up_for_every_holder():
    for key in TABLE.months:
        if (found := TABLE.change(key)) is not None:
            parts = found.net_purchases_usd + found.valuation_usd + found.other_usd
            assert parts == pytest.approx(found.change_usd)


def test_change_before_purchases_were_published_is_none():
    assert TABLE.change_between("jp", date(2023, 2, 1), 12) is None


@pytest.mark.parametrize(
    ("key", "first", "last", "billion"),
    [
        ("cn", date(2025, 1, 1), date(2025, 12, 1), -111.9),
        ("official", date(2025, 4, 1), date(2025, 4, 1), -11.6),
        ("total", date(2025, 4, 1), date(2025, 4, 1), -70.4),
    ],
)
def test_bought_sum_equals_official_table(key, first, last, billion):
    assert TABLE.bought_usd(key, first, last) / 1e9 == pytest.approx(billion, abs=0.06)


def test_bought_sum_with_missing_month_is_none():
    assert TABLE.bought_usd("cn", date(2023, 1, 1), date(2023, 12, 1)) is None
    assert TABLE.bought_usd("kp", date(2025, 1, 1), date(2025, 12, 1)) is None


def test_bills_share_of_unknown_holder_is_none():
    assert TABLE.bills_share("kp") is None


def test_read_row_with_missing_month_is_refused():
    path = resources.files("calc") / "data" / "foreign_transactions.json"
    content = json.loads(path.read_text())
    content["countries"]["jp"]["bills"].pop()
    with pytest.raises(ValidationError, match="does not have"):
        TransactionsFile.model_validate(content)
