"""From a response to newer figures: what is taken, what is left out, what is rejected."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.data_refresh.market_files import MarketFiles
from bot.data_refresh.sources import SOURCES, par_curve
from bot.data_refresh.store import smoke_test
from bot.data_refresh.validation import RejectedDataError, parse_cell
from tests.bot.data_refresh import served
from tests.bot.data_refresh.served import GOOD, KNOWN, TODAY

BY_NAME = dict(zip(GOOD, SOURCES, strict=True))
CURVE, TABLE, FLOWS, PENNY, RATES, KINDS, ALL, FED = GOOD
TOMORROW = TODAY + timedelta(days=1)
YEARS_AGO = date(2024, 6, 28)


def updated(name, text, current=KNOWN):
    return BY_NAME[name].update(text, current, TODAY)


def all_updated():
    files = KNOWN
    for name, text in GOOD.items():
        files = updated(name, text, files)
    return files


def but(name, pattern, replacement, count=0):
    """A good response with something replaced."""
    changed = re.sub(pattern, replacement, GOOD[name], count=count)
    assert changed != GOOD[name]
    return changed


def cut(name, at):
    return GOOD[name][: GOOD[name].index(at)]


def months(files, key):
    rows = (*files.holders.holders, *files.holders.totals)
    return next({month: value for month, value, _ in row.months} for row in rows if row.key == key)


def percents(files):
    return {point.months: point.value for point in files.par_curve.points}


def test_good_responses_update_every_figure():
    after = all_updated()
    assert smoke_test(after).curve.as_of == served.CURVE_DAY
    assert percents(after)[120] == pytest.approx(percents(KNOWN)[120] + 0.11)
    assert not {1.5, 2} & percents(after).keys()
    assert months(after, "jp").keys() == months(KNOWN, "jp").keys() | {served.MONTH}
    assert months(after, "foreign_official")[served.MONTH] == 3700.5
    china = next(row for row in after.holders.holders if row.key == "cn")
    assert {standing for month, _, standing in china.months if month == "2026-07"} == {"official"}
    values = {row.key: row.value for row in after.market_facts.facts}
    assert values["total_public_debt"] == 40000.0
    assert values["debt_held_by_public"] == 32100.0
    assert values["average_rate"] == 3.512
    assert values["marketable_outstanding"] == 32000.0
    assert values["bills_share"] == 22.5
    assert values["due_within_12_months"] == 34.0
    assert values["average_maturity"] == pytest.approx(0.34 * 0.4983 + 2 + 0.26 * 12, abs=0.01)
    assert values["fed_custody"] == 2600.1
    assert values["fed_custody_before"] == 2604.1
    assert values["fed_holdings"] == 4600.5
    assert after.fact("fed_custody_before").as_of == served.FED_DAY - timedelta(weeks=4)
    assert after.fact("daily_trading") == KNOWN.fact("daily_trading")


def test_new_country_is_added():
    after = updated(TABLE, GOOD[TABLE])
    assert months(after, "de")[served.MONTH] == 118.4
    assert smoke_test(after).holders["de"].name == "Germany"


def test_line_without_country_adds_no_holder():
    after = updated(TABLE, served.holders(newcomer=("Atlantis", 118.4)))
    assert len(after.holders.holders) == len(KNOWN.holders.holders)


def test_curve_url_in_early_january_has_the_old_year():
    assert "/2026/all" in par_curve.url(date(2027, 1, 4))
    assert "/2027/all" in par_curve.url(date(2027, 1, 6))


HEADER, NEWEST, *OLDER = GOOD[CURVE].splitlines()


def csv(*lines):
    return "\r\n".join([*lines, ""])


def ends(*days):
    """The curve's file with one row for each day, newest first."""
    header, *_ = served.curve().splitlines()
    rows = [served.curve(day=day, shift=shift).splitlines()[1] for day, shift in days]
    return updated(CURVE, csv(header, *rows)).month_end_yields


def test_month_that_is_over_is_added_to_the_ordinary_month():
    october = (date(2026, 10, 30), 0.2)
    after = ends((date(2026, 11, 3), 0.1), october, (date(2026, 10, 29), 0.15))
    ten_year = percents(KNOWN)[120]
    assert after.last_month == "2026-10"
    assert after.yields == (*KNOWN.month_end_yields.yields, pytest.approx(ten_year + 0.2))
    changed = all_updated().model_copy(update={"month_end_yields": after}).snapshot()
    assert changed.ordinary_month.last_month == date(2026, 10, 1)
    assert changed.ordinary_month != KNOWN.snapshot().ordinary_month


@pytest.mark.parametrize("days", [[(date(2026, 11, 3), 0.1)], [(date(2026, 10, 30), 0.1)]])
def test_month_that_is_not_over_or_missing_is_not_added(days):
    assert ends(*days) == KNOWN.month_end_yields


@pytest.mark.parametrize(
    "text",
    [
        csv(HEADER, *reversed(OLDER), NEWEST),
        csv(f'{HEADER},"50 Yr"', *(f"{row},5.9" for row in (NEWEST, *OLDER))),
        csv(f'{HEADER},"100 Yr","Note"', *(f"{row},,x" for row in (NEWEST, *OLDER))),
        csv(f"{HEADER},Extended", *(f"{row},N/A" for row in (NEWEST, *OLDER))),
        csv("Daily Treasury Par Yield Curve Rates", "", HEADER, NEWEST, *OLDER),
        csv(HEADER, NEWEST, *OLDER, "* a note"),
        csv(HEADER, NEWEST, *OLDER, '"Source: Treasury, 2026"', "", "Revised, with 4, numbers"),
        csv(HEADER, f"{TOMORROW:%m/%d/%Y},,,,,,,,,,,,,,", NEWEST, *OLDER),
        csv(HEADER, f"{TODAY:%m/%d/%Y},4.1,4.2", NEWEST, *OLDER),
        csv(
            HEADER,
            re.sub(r"\d\.\d\d(,[^,]*,[^,]*)$", r"N/A\1", f"{TODAY:%m/%d/%Y}{NEWEST[10:]}"),
            NEWEST,
        ),
        but(CURVE, "N/A", "n/a"),
        but(CURVE, "N/A", "--"),
        but(CURVE, "N/A", "400.0"),
        but(CURVE, "Yr", "Years"),
        but(CURVE, r"(/\d{4}(?:,[^,]*){4})", r"\1r"),
    ],
)
def test_curve_with_unneeded_or_unfinished_cells_is_read(text):
    assert updated(CURVE, text) == updated(CURVE, GOOD[CURVE])


@pytest.mark.parametrize(
    ("name", "footnoted"),
    [
        ("Japan", "Japan 1/"),
        ("United Kingdom 2/", "United Kingdom 1/ 2/"),
        ("United Kingdom 2/", "United Kingdom1/, 2/ 13/"),
        ("United Kingdom 2/", "United Kingdom (1) *"),
        ("Of Which: Foreign Official\t", "Of Which: Foreign Official 1/ 2/\t"),
        ("Of Which: Foreign Official\t", "OF WHICH:  FOREIGN OFFICIAL 3/\t"),
        ("Grand Total", "Grand Total 4/ 5/"),
        ("China, Mainland", "China"),
        ("Korea, South", "South Korea 1/"),
    ],
)
def test_footnotes_and_variants_of_names_are_recognised(name, footnoted):
    after = updated(TABLE, but(TABLE, re.escape(name), footnoted))
    assert after == updated(TABLE, GOOD[TABLE])
    assert BY_NAME[TABLE].notes(after) == ()


@pytest.mark.parametrize(
    ("line", "name"),
    [("Belgium", "Belgium"), ("Of Which: Foreign Official\t", "Of Which: Foreign Official")],
)
def test_line_that_is_gone_is_noted(line, name):
    # Its figures go to a line that is nobody's.
    tail = "\t" if line.endswith("\t") else ""
    renamed = "Of Which: Another" if line.startswith("Of") else "Atlantis"
    after = updated(TABLE, but(TABLE, line, renamed + tail))
    (note,) = BY_NAME[TABLE].notes(after)
    assert re.fullmatch(rf"{name}, last listed 2026-0\d", note)
    assert smoke_test(after)


# The fourth of the thirteen columns.
OLD_CELL = r"(Japan(?:\t[^\t]*){3}\t)[\d.]+"


@pytest.mark.parametrize("cell", ["*", "", "n.a.", "N/A", "(*)", "-", "…", "-5.0", "\ufffd", "9e9"])
def test_unknown_cell_of_an_old_month_is_left_out(cell):
    after = updated(TABLE, but(TABLE, OLD_CELL, rf"\g<1>{cell}"))
    assert after.holders == updated(TABLE, GOOD[TABLE]).holders


def test_implausible_cell_of_an_old_month_is_left_out():
    after = updated(TABLE, but(TABLE, OLD_CELL, r"\g<1>11039.0"))
    assert months(after, "jp") == months(updated(TABLE, GOOD[TABLE]), "jp")


@pytest.mark.parametrize("mark", ["r", " r", " (r)", " r/", "*", " 2/", "p", " e"])
def test_revision_marks_are_ignored(mark):
    assert updated(TABLE, but(TABLE, r"(\t\d+\.\d)", rf"\1{mark}")) == updated(TABLE, GOOD[TABLE])


@pytest.mark.parametrize("pattern", ["(Japan\t)", "(All Other\t)", "(Grand Total\t)"])
@pytest.mark.parametrize("cell", ["n.a.", "", "*", "-1115.0"])
def test_unfinished_newest_month_gives_the_month_before(pattern, cell):
    table = served.holders(month="2026-08")
    after = updated(TABLE, re.sub(rf"{pattern}[\d.]+", rf"\g<1>{cell}", table))
    assert BY_NAME[TABLE].date_of(after) == date(2026, 7, 31)
    assert "2026-08" not in months(after, "gb")


def test_byte_of_another_encoding_in_the_notes_is_ignored():
    assert updated(TABLE, but(TABLE, "The data", "\x96 \ufffd The data")) == updated(
        TABLE, GOOD[TABLE]
    )


MISSING = ["null", "", "n/a", "*", "N/A", "-"]


@pytest.mark.parametrize("missing", MISSING)
def test_missing_values_elsewhere_are_ignored(missing):
    for name, pattern in (
        (RATES, '"4.101"'),
        (ALL, '(?<=_amt": )"null"'),
        (KINDS, '(?<=_amt": )"null"'),
        (PENNY, '(?<=intragov_hold_amt": )"[^"]*"'),
    ):
        text = re.sub(pattern, f'"{missing}"', GOOD[name])
        assert updated(name, text) == updated(name, GOOD[name])


@pytest.mark.parametrize("missing", MISSING)
@pytest.mark.parametrize(
    ("name", "respond", "pattern"),
    [
        (PENNY, lambda day: served.debt(day=day), '(?<=public_amt": )"[^"]*"'),
        (RATES, lambda day: served.rates(day=day), '"3.512"'),
        (KINDS, lambda day: served.outstanding(day=day), '"7200000.0000"'),
        (KINDS, lambda day: served.outstanding(day=day), '"5800000.0000"'),
        (ALL, lambda day: served.maturities(day=day), '"155428.5714"'),
    ],
)
def test_unfinished_newest_date_gives_the_date_before(missing, name, respond, pattern):
    day = BY_NAME[name].date_of(updated(name, GOOD[name]))
    newer, old = respond(day + timedelta(days=1)), GOOD[name]
    unfinished, rows = re.sub(pattern, f'"{missing}"', newer), '{"data": ['
    assert unfinished != newer
    text = unfinished.replace(rows, rows + old[len(rows) : old.index('], "meta')] + ", ")
    assert updated(name, text) == updated(name, old)


@pytest.mark.parametrize("day", [date(2029, 10, 1), date(2030, 10, 1), date(2035, 10, 1)])
def test_curve_within_the_outlook_passes_the_smoke_test(day):
    curve = KNOWN.par_curve.model_copy(update={"as_of": day})
    assert smoke_test(KNOWN.model_copy(update={"par_curve": curve})).curve.as_of == day


@pytest.mark.parametrize("day", [date(2036, 10, 1), date(2040, 1, 2)])
def test_curve_beyond_the_outlook_is_rejected_with_its_reason(day):
    curve = KNOWN.par_curve.model_copy(update={"as_of": day})
    with pytest.raises(RejectedDataError, match=r"outlook .* ended with fiscal year 2036"):
        smoke_test(KNOWN.model_copy(update={"par_curve": curve}))


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        (CURVE, served.curve(day=TODAY + timedelta(days=9)), "in the future"),
        (CURVE, served.curve(day=YEARS_AGO), "older than"),
        (CURVE, served.curve(shift=4), "too far from"),
        (CURVE, served.curve(shift=400), "no day with yields"),
        (CURVE, served.curve(shift=float("nan")), "no day with yields"),
        (CURVE, but(CURVE, "10 Yr", "10 Eons"), "no day with yields"),
        (CURVE, but(CURVE, "Date", "<script>alert(1)</script>"), "no table of days"),
        (CURVE, but(CURVE, r"\d\d/\d\d/\d{4}", "tomorrow"), "no day with yields"),
        (CURVE, but(CURVE, r"(/\d{4}),", r"\1,1,"), "no day with yields"),
        (CURVE, cut(CURVE, f"{served.CURVE_DAY:%m/%d/%Y}"), "no day with yields"),
        (CURVE, csv(HEADER) + NEWEST, "no day with yields"),
        (CURVE, '"' + "x" * 200_000 + "\n", "not a table"),
        (TABLE, served.holders(month=f"{TODAY:%Y-%m}"), "in the future"),
        (TABLE, but(TABLE, r"20(\d\d-\d\d)", r"19\1"), "older than"),
        (TABLE, but(TABLE, served.MONTH, "2025-01"), "months not newest first"),
        (TABLE, served.holders(factor=1.4), "the total of all holders"),
        (TABLE, served.holders(factor=0.6), "the total of all holders"),
        (TABLE, served.holders(newcomer=("Japan 1/", 5.0)), "a line twice: 'Japan 1/'"),
        (TABLE, cut(TABLE, "Grand Total"), "cut off"),
        (TABLE, cut(TABLE, "Grand Total") + "\r\nNotes:\r\n", "no complete month"),
        (TABLE, but(TABLE, r"(Japan\t)[\d.]+", r"\g<1>1125.0"), "the sum of the lines"),
        (TABLE, but(TABLE, "(?s)Japan(.*)Canada", r"Canada\1Japan"), "Canada in 2026-|Japan in"),
        (PENNY, served.debt(day=TOMORROW), "in the future"),
        (PENNY, served.debt(day=YEARS_AGO), "older than"),
        (PENNY, served.debt(public=60000e9), "too far from"),
        (PENNY, served.debt(public=-32100e9), "too far from"),
        (PENNY, served.debt(public=float("nan")), "no complete date"),
        (PENNY, but(PENNY, '"32', '"31'), "the sum of both parts"),
        (PENNY, served.page(), "at least 1 item"),
        (PENNY, "[" * 100_000, "recursion limit"),
        (PENNY, '{"error": "Invalid Query Param"}', "Field required"),
        (FED, served.fed(day=TOMORROW), "in the future"),
        (FED, served.fed(day=YEARS_AGO), "older than"),
        (FED, served.fed(custody=2600), "too far from"),
        (FED, served.fed(holdings=46), "too far from"),
        (FED, served.fed(weeks=3), "no two weeks"),
        (FED, but(FED, "TREAST", "TREASURY"), "no week of TREAST"),
        (FED, but(FED, "WMTSECL1", "WALCL"), "no two weeks"),
        (FED, "<html></html>", "no two weeks"),
        (RATES, served.rates(day=TOMORROW), "in the future"),
        (RATES, served.rates(day=YEARS_AGO), "older than"),
        (RATES, served.rates(percent="0.035"), "too far from"),
        (RATES, but(RATES, "Total Interest", "Interest"), "no complete date"),
        (KINDS, served.outstanding(day=TOMORROW), "in the future"),
        (KINDS, served.outstanding(bills=14000.0), "bills_share"),
        (KINDS, but(KINDS, "7200000", "7900000"), "the sum of all kinds"),
        (KINDS, but(KINDS, "Total Marketable", "Total"), "no complete date"),
        (ALL, served.maturities(day=TOMORROW), "in the future"),
        (ALL, but(ALL, "2027-", "2025-"), "no complete date"),
        (ALL, but(ALL, "2027-", "2047-"), "due_within_12_months"),
        (ALL, but(ALL, "91282", "ABCDE"), "no complete date"),
        (ALL, but(ALL, '"155428.5714', '"15542.8571'), "no complete date"),
    ],
)
def test_implausible_response_is_rejected(name, text, why):
    with pytest.raises(ValueError, match=why):
        updated(name, text)


@given(st.data(), st.sampled_from(sorted(GOOD)))
def test_damaged_response_is_rejected_or_plausible(data, name):
    good = GOOD[name]
    start = data.draw(st.integers(0, len(good)))
    length = data.draw(st.integers(0, 40))
    junk = data.draw(st.text(max_size=10) | st.sampled_from(["NaN", "-", "9", "\t", ",", "null"]))
    try:
        after = updated(name, good[:start] + junk + good[start + length :])
    except ValueError:
        return
    snapshot = after.snapshot()
    assert 0 <= snapshot.curve.at(10) <= 0.25
    assert snapshot.curve.as_of <= TODAY
    assert snapshot.totals["grand_total"].latest.month <= TODAY
    market = KNOWN.fact("marketable_outstanding").value
    assert abs(snapshot.marketable_usd / 1e9 / market - 1) <= 0.3
    assert MarketFiles.model_validate_json(after.model_dump_json()) == after


@given(
    st.floats(0, 1e6), st.sampled_from(["{:.1f}", "{:,.1f}", "{:.1f}r", " {:.1f} 2/", "r{:.1f}"])
)
def test_printed_numbers_are_parsed(value, form):
    assert parse_cell(form.format(value)) == pytest.approx(value, abs=0.0501)


@pytest.mark.parametrize(
    "cell", [None, "NaN", "inf", "1e3", "1,2", "12,34.5", "1_0", "٣", "4.1%", "", "0x1"]
)
def test_other_cells_are_no_numbers(cell):
    assert parse_cell(cell) is None


def test_newer_files_win_over_older_ones():
    newer = all_updated()
    assert KNOWN.updated_by(newer).snapshot() == newer.snapshot()
    assert newer.updated_by(KNOWN) == newer
    assert KNOWN.updated_by(KNOWN) == KNOWN
