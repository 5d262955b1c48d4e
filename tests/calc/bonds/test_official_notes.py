"""Every note and bond of the Appendix and of real auctions, to the last printed digit."""

import csv
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from calc.bonds import CouponStreams, Note, yield_of, yields_of

TABLE = list(
    csv.DictReader(
        Path(__file__).with_name("official_notes.csv").read_text(encoding="utf-8").splitlines()
    )
)
every_row = pytest.mark.parametrize("row", TABLE, ids=[row["source"] for row in TABLE])


def settled(row):
    first = row["first_payment"]
    note = Note(
        coupon=float(row["coupon_percent"]) / 100,
        dated=date.fromisoformat(row["dated"]),
        maturity=date.fromisoformat(row["maturity"]),
        first_payment=date.fromisoformat(first) if first else None,
    )
    return note.at(date.fromisoformat(row["settlement"]))


@every_row
def test_price_from_yield_as_printed(row):
    price = settled(row).official_price(float(row["yield_percent"]) / 100)
    assert price == float(row["price"])


@every_row
def test_yield_from_price_as_printed(row):
    yield_ = yield_of(settled(row), float(row["price"]))
    assert f"{100 * yield_:.3f}" == row["yield_percent"]


@pytest.mark.parametrize("row", [row for row in TABLE if row["accrued_per_1000"]])
def test_accrued_interest_as_printed(row):
    assert f"{10 * settled(row).official_accrued():.5f}" == row["accrued_per_1000"]


@pytest.mark.parametrize("row", [row for row in TABLE if row["dated"] == row["settlement"]])
def test_nothing_accrued_on_the_dated_date(row):
    assert settled(row).official_accrued() == 0


def test_batch_matches_official_notes():
    streams = CouponStreams.of([settled(row) for row in TABLE])
    yields = np.array([float(row["yield_percent"]) / 100 for row in TABLE])
    prices = np.array([float(row["price"]) for row in TABLE])
    assert streams.price(yields) == pytest.approx(prices, abs=1.1e-6)
    assert [f"{100 * y:.3f}" for y in yields_of(streams, prices)] == [
        row["yield_percent"] for row in TABLE
    ]
