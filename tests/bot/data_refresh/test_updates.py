"""From a served text to newer figures: what is taken, and what is refused with the old kept."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.data_refresh.market_files import Fresh, packaged
from bot.data_refresh.smoke_test import proved
from bot.data_refresh.sources import average_rate
from bot.data_refresh.sources import debt_to_penny as debt
from bot.data_refresh.sources import major_foreign_holders as holders
from bot.data_refresh.sources import mspd_maturities as maturities
from bot.data_refresh.sources import mspd_outstanding as outstanding
from bot.data_refresh.sources import par_curve as curve
from tests.bot.data_refresh import served
from tests.bot.data_refresh.served import KNOWN, TODAY

UPDATES = {
    "daily-treasury-rates.csv": curve.update,
    "slt_table5.txt": holders.update,
    "debt_to_penny": debt.update,
    "avg_interest_rates": average_rate.update,
    "mspd_table_1": outstanding.update,
    "mspd_table_3_market": maturities.update,
}


def months(fresh, key):
    rows = (*fresh.holders.holders, *fresh.holders.totals)
    return next({month: value for month, value, _ in row.months} for row in rows if row.key == key)


def test_the_newest_day_of_the_curve_is_taken():
    after = curve.update(served.curve(), KNOWN, TODAY).par_curve
    assert after.as_of == served.CURVE_DAY
    assert after.standing == "official"
    percents = {point.months: point.value for point in after.points}
    assert percents[120] == pytest.approx(
        next(point.value for point in KNOWN.par_curve.points if point.months == 120) + 0.11
    )
    assert not {1.5, 2} & percents.keys()
    assert list(percents) == sorted(percents)


def test_the_day_decides_not_the_order_of_the_lines():
    header, *days = served.curve().splitlines()
    backwards = "\n".join([header, *reversed(days), ""])
    assert curve.update(backwards, KNOWN, TODAY) == curve.update(served.curve(), KNOWN, TODAY)


def test_a_table_of_holders_adds_its_months_and_keeps_the_older_ones():
    after = holders.update(served.holders(), KNOWN, TODAY)
    before = months(KNOWN, "jp")
    assert months(after, "jp").keys() == before.keys() | {served.MONTH}
    assert months(after, "grand_total")[served.MONTH] > months(KNOWN, "grand_total")["2026-07"]
    assert months(after, "foreign_official")[served.MONTH] == 3700.5
    # What others had quoted now stands in the Treasury's own table.
    china = next(row for row in after.holders.holders if row.key == "cn")
    assert {standing for month, _, standing in china.months if month == "2026-07"} == {"official"}
    assert after.holders.custody_centres == KNOWN.holders.custody_centres


def test_a_country_new_to_the_table_is_known_from_then_on():
    after = holders.update(served.holders(), KNOWN, TODAY)
    assert months(after, "de")[served.MONTH] == 118.4
    assert proved(after).holders["de"].name == "Germany"


def test_a_line_that_is_no_country_changes_nothing():
    after = holders.update(served.holders(newcomer=("Atlantis", 118.4)), KNOWN, TODAY)
    assert len(after.holders.holders) == len(KNOWN.holders.holders)


def test_single_figures_are_taken_with_their_days():
    after = KNOWN
    for name in ("debt_to_penny", "avg_interest_rates", "mspd_table_1", "mspd_table_3_market"):
        after = UPDATES[name](served.GOOD[name], after, TODAY)
    values = {row.key: row.value for row in after.market_facts.facts}
    assert values["total_public_debt"] == 40000.0
    assert values["debt_held_by_public"] == 32100.0
    assert values["average_rate"] == 3.512
    assert values["marketable_outstanding"] == 32000.0
    assert values["bills_share"] == 22.5
    assert values["due_within_12_months"] == 34.0
    assert values["average_maturity"] == pytest.approx(
        0.34 * 0.4983 + 0.4 * 5 + 0.26 * 12, abs=0.01
    )
    assert after.fact("average_maturity").as_of == date(2026, 10, 31)
    assert after.fact("fed_holdings") == KNOWN.fact("fed_holdings")


def test_every_command_answers_from_everything_that_is_new():
    after = KNOWN
    for name, text in served.GOOD.items():
        after = UPDATES[name](text, after, TODAY)
    assert proved(after).curve.as_of == served.CURVE_DAY


def test_asked_in_the_first_days_of_january_the_old_year_still_has_the_newest_day():
    assert "/2026/all" in curve.address(date(2027, 1, 4))
    assert "/2027/all" in curve.address(date(2027, 1, 6))


TOMORROW = TODAY + timedelta(days=1)
YEARS_AGO = date(2024, 6, 28)
CURVE, TABLE, PENNY = "daily-treasury-rates.csv", "slt_table5.txt", "debt_to_penny"
RATES, KINDS, ALL = "avg_interest_rates", "mspd_table_1", "mspd_table_3_market"


def but(name, pattern, replacement):
    """A good answer with something else in it."""
    changed = re.sub(pattern, replacement, served.GOOD[name])
    assert changed != served.GOOD[name]
    return changed


def cut(name, at):
    """A good answer that ends too early, where nobody would notice."""
    return served.GOOD[name][: served.GOOD[name].index(at)]


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        (CURVE, served.curve(day=TOMORROW), "in the future"),
        (CURVE, served.curve(day=YEARS_AGO), "older than"),
        (CURVE, served.curve(shift=4), "too far from"),
        (CURVE, served.curve(shift=-4.6), "greater than or equal to 0"),
        (CURVE, served.curve(shift=400), "less than or equal to 25"),
        (CURVE, served.curve(shift=float("nan")), "not a number"),
        (CURVE, served.curve(shift=float("inf")), "not a number"),
        (CURVE, but(CURVE, "10 Yr", "10 Years"), "no yield for these months: .120"),
        (CURVE, but(CURVE, "Date", "<script>alert(1)</script>"), "no table of days"),
        (CURVE, but(CURVE, r"\d\d/\d\d/\d{4}", "tomorrow"), "not a day"),
        (CURVE, but(CURVE, r"(/\d{4}),", r"\1,1,"), "does not fit the header"),
        (CURVE, cut(CURVE, f"{served.CURVE_DAY:%m/%d/%Y}"), "no table of days"),
        (CURVE, cut(CURVE, f"\r\n{served.CURVE_DAY - timedelta(1):%m/%d}"), "no table of days"),
        (CURVE, '"' + "x" * 200_000 + "\n", "not a table"),
        (TABLE, served.holders(month=f"{TODAY:%Y-%m}"), "in the future"),
        (TABLE, but(TABLE, r"20(\d\d-\d\d)", r"19\1"), "older than"),
        (TABLE, but(TABLE, served.MONTH, "2025-01"), "months not newest first"),
        (TABLE, served.holders(month="2026-13"), "match pattern"),
        (TABLE, served.holders(factor=1.4), "the sum of all holders"),
        (TABLE, served.holders(factor=0.6), "the sum of all holders"),
        (TABLE, served.holders(newcomer=("Japan 1/", 5.0)), "twice or cut off: 'Japan'"),
        (TABLE, cut(TABLE, "Grand Total"), "not all of it"),
        (TABLE, cut(TABLE, "Grand Total") + "\r\nNotes:\r\n", "not complete"),
        (TABLE, but(TABLE, r"(Japan\t)[\d.]+", r"\1NaN"), "not a number"),
        (TABLE, but(TABLE, r"(Japan\t)[\d.]+", r"\g<1>1e3"), "not a number"),
        (TABLE, but(TABLE, r"(Japan\t)[\d.]+", r"\1-1115"), "greater than or equal to 0"),
        (TABLE, but(TABLE, r"(Japan\t)[\d.]+", r"\g<1>1125.0"), "the sum of the lines"),
        (TABLE, but(TABLE, r"(Japan\t)[\d.]+", r"\1n.a."), "the sum of the lines"),
        (TABLE, but(TABLE, "(?s)Japan(.*)Canada", r"Canada\1Japan"), "Canada in 2026-"),
        (PENNY, served.debt(day=TOMORROW), "in the future"),
        (PENNY, served.debt(day=YEARS_AGO), "older than"),
        (PENNY, served.debt(public=60000e9), "too far from"),
        (PENNY, served.debt(public=-32100e9), "greater than 0"),
        (PENNY, served.debt(public=float("nan")), "finite number"),
        (PENNY, but(PENNY, '"32', '"31'), "the sum of both parts"),
        (PENNY, served.page(), "at least 1 item"),
        (PENNY, "[" * 100_000, "recursion limit"),
        (PENNY, '{"error": "Invalid Query Param"}', "Field required"),
        (RATES, served.rates(day=TOMORROW), "in the future"),
        (RATES, served.rates(day=YEARS_AGO), "older than"),
        (RATES, served.rates(percent="0.035"), "too far from"),
        (RATES, served.rates(percent="-3.5"), "greater than or equal to 0"),
        (RATES, served.rates(percent="null"), "valid number"),
        (RATES, served.rates(percent="<script>"), "valid number"),
        (RATES, but(RATES, "Total Interest", "Interest"), "no rate on all debt"),
        (KINDS, served.outstanding(day=TOMORROW), "in the future"),
        (KINDS, served.outstanding(day=YEARS_AGO), "older than"),
        (KINDS, served.outstanding(bills=14000.0), "bills, in percent"),
        (KINDS, but(KINDS, "7200000", "7900000"), "the sum of all kinds"),
        (KINDS, but(KINDS, "Total Marketable", "Total"), "no marketable debt"),
        (ALL, served.maturities(day=TOMORROW), "in the future"),
        (ALL, served.maturities(day=YEARS_AGO), "older than"),
        (ALL, but(ALL, "2027-", "2025-"), "without a day of maturity"),
        (ALL, but(ALL, "2027-", "2047-"), "due_within_12_months"),
        (ALL, but(ALL, "91282", "ABCDE"), "the sum of all securities"),
        (ALL, but(ALL, '"155428', '"15542'), "the sum of all securities"),
    ],
)
def test_what_cannot_be_is_refused(name, text, why):
    with pytest.raises(ValueError, match=why):
        UPDATES[name](text, KNOWN, TODAY)


@given(st.data(), st.sampled_from(sorted(UPDATES)))
def test_a_damaged_answer_is_refused_or_still_makes_sense(data, name):
    good = served.GOOD[name]
    start = data.draw(st.integers(0, len(good)))
    length = data.draw(st.integers(0, 40))
    junk = data.draw(st.text(max_size=10) | st.sampled_from(["NaN", "-", "9", "\t", ",", "null"]))
    text = good[:start] + junk + good[start + length :]
    try:
        after = UPDATES[name](text, KNOWN, TODAY)
    except ValueError:
        return
    snapshot = proved(after)
    assert 0 <= snapshot.curve.at(10) <= 0.25
    assert snapshot.curve.as_of <= TODAY
    assert snapshot.totals["grand_total"].latest.month <= TODAY
    assert abs(snapshot.marketable_usd / 1e9 / MARKET - 1) <= 0.3
    assert Fresh.model_validate_json(after.model_dump_json()) == after


MARKET = KNOWN.fact("marketable_outstanding").value


def test_the_packaged_data_win_over_older_stored_ones_and_lose_against_newer_ones():
    newer = KNOWN
    for name, text in served.GOOD.items():
        newer = UPDATES[name](text, newer, TODAY)
    assert KNOWN.updated_by(newer).snapshot() == newer.snapshot()
    assert newer.updated_by(KNOWN) == newer
    assert packaged().updated_by(packaged()) == packaged()
