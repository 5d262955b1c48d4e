"""The list of securities that a refresh stores: what is read, and what is refused."""

import json
from datetime import date

import pytest

from bot.data_refresh.market_files import packaged_files
from bot.data_refresh.sources import SOURCES
from bot.data_refresh.validation import RejectedDataError

KNOWN = packaged_files().securities
(SOURCE,) = (source for source in SOURCES if source.name == "Maturities")
DAY, TODAY = date(2026, 10, 31), date(2026, 11, 6)
NAMES = {
    "bill": "Bills Maturity Value",
    "note": "Notes",
    "bond": "Bonds",
    "tips": "Inflation-Protected Securities",
    "frn": "Floating Rate Notes",
}


def rows():
    """The packaged list as the service writes it a year later, with a second row for each."""
    result = []
    for cusip, kind, maturity, billions, coupon in KNOWN.securities:
        row = {
            "record_date": str(DAY),
            "security_class1_desc": NAMES[kind],
            "security_class2_desc": cusip,
            "interest_rate_pct": "null" if coupon is None else str(coupon),
            "maturity_date": str(maturity.replace(year=maturity.year + 2, day=15)),
            "outstanding_amt": f"{billions * 1000:.4f}",
        }
        result += [row, row | {"outstanding_amt": "null"}]
    total = {
        "record_date": str(DAY),
        "security_class2_desc": "Total Notes",
        "maturity_date": "null",
    }
    return [*result, total | {"outstanding_amt": "15387400"}]


def read(served, today=TODAY):
    """The list after a response; the single figures before it are about those in it."""
    current = packaged_files()
    figures = {"marketable_outstanding": 29695.0, "average_maturity": 6.9}
    for key, value in (figures | {"due_within_12_months": 5.0}).items():
        fact = current.fact(key)
        current = current.with_fact(key, value, fact.as_of, fact.standing)
    return SOURCE.update(json.dumps({"data": served}), current, today).securities


def test_served_list_is_read_once_per_security():
    newer = read(rows())
    assert newer.as_of == DAY
    assert len(newer.securities) == len(KNOWN.securities)
    before = {row[0]: (row[1], row[3], row[4]) for row in KNOWN.securities}
    assert {row[0]: (row[1], row[3], row[4]) for row in newer.securities} == before


def test_few_unreadable_rows_are_left_out():
    served = rows()
    served[0] = served[0] | {"maturity_date": "n/a"}
    assert len(read(served).securities) == len(KNOWN.securities) - 1


@pytest.mark.parametrize("kind", ["bill", "frn"])
def test_unfinished_newest_month_gives_the_month_before(kind):
    """A whole kind without sums is a month that is still being filled in."""
    newest = [row | {"record_date": "2026-11-30"} for row in rows()]
    for row in newest:
        if row.get("security_class1_desc") == NAMES[kind]:
            row["outstanding_amt"] = "null"
    assert read([*newest, *rows()], date(2026, 12, 6)) == read(rows())


@pytest.mark.parametrize("cusip", ["9128ABCDE12", "X91282000", "Total 912828ABC"])
def test_longer_name_is_no_cusip(cusip):
    served = [*rows(), rows()[0] | {"security_class2_desc": cusip}]
    assert read(served) == read(rows())


def test_refreshed_list_reaches_the_snapshot():
    fresh = packaged_files().model_copy(update={"securities": read(rows())})
    again = type(fresh).model_validate_json(fresh.model_dump_json())
    assert packaged_files().updated_by(again).snapshot().securities.as_of == DAY


@pytest.mark.parametrize(
    ("served", "today"),
    [
        (rows()[:100], TODAY),
        ([row | {"interest_rate_pct": "null"} for row in rows()], TODAY),
        (rows(), date(2026, 10, 1)),
        ([row | {"record_date": "2025-08-31"} for row in rows()], TODAY),
    ],
)
def test_incomplete_or_misdated_list_is_refused(served, today):
    with pytest.raises(RejectedDataError):
        read(served, today)
