"""``/bond security:``: finding one, 32nds, and the Treasury's arithmetic."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc import load_snapshot
from calc.bonds.bills import bill_discount_rate, investment_rate
from commands.bond import command as bond
from commands.bond.quoted_prices import read_thirty_seconds, write_thirty_seconds
from commands.bond.security_command import suggest_security
from commands.common.command import Request
from commands.common.slash_line import parse_slash_line
from commands.dispatch import run_command, run_component
from tests.commands.first_screen import check_first_screen
from tests.commands.test_contract import BANNED, check

REQUEST = Request(load_snapshot())
# The day after the list: bills are still outstanding, a quote settles on 2 October 2025.
THEN = Request(load_snapshot(), today=date(2025, 10, 1))
NOV_2034 = "91282CLW9"
READABLE = [
    ("4.25% Nov 2034", NOV_2034),
    ("91282clw9", NOV_2034),
    ("T 4 1/4 11/15/34", NOV_2034),
    ("4.250 note due 2034-11-15", NOV_2034),
    ("4.25s of Nov 34", NOV_2034),
    ("the 30-year", "912810UM8"),
    ("10y", "91282CNT4"),
    ("20 year bond", "912810UN6"),
    ("2y", "91282CPB1"),
    ("1.875% TIPS Jul 2035", "91282CNS6"),
]


def ask(line, request=REQUEST):
    return run_command(bond.COMMAND, request, parse_slash_line(f"/bond {line}")[1])


def tap(answer, label, request=REQUEST):
    return run_component(next(b.custom_id for b in answer.buttons if label in b.label), request)


@pytest.mark.parametrize(("typed", "cusip"), READABLE)
def test_security_as_people_write_it_is_found(typed, cusip):
    assert ask(f"security:{typed}").text == ask(f"security:{cusip}").text


def test_day_of_a_date_is_not_read_as_its_year():
    assert ask("security:bill 26 Mar 2026", THEN).text == ask("security:912797SC2", THEN).text


@pytest.mark.parametrize("typed", ["", "4.25", "nov 34", "the 30", "912", "10y", "tips", "zzz"])
def test_suggestions_fit_discord_and_name_what_they_are(typed):
    choices = suggest_security(REQUEST, typed)
    assert len(choices) <= 25
    assert len({choice.value for choice in choices}) == len(choices)
    assert bool(choices) is (typed != "zzz")
    for choice in choices:
        assert len(choice.label) <= 100
        assert choice.value in choice.label
    assert all(typed in choice.label for choice in choices if typed == "4.25")


def test_newest_ten_year_is_suggested_first():
    assert suggest_security(REQUEST, "10y")[0].label.startswith("10-year: 4.25% note, 15 Aug 2035")


def test_every_suggested_label_names_its_security():
    for typed in ("", "4", "tips"):
        for choice in suggest_security(REQUEST, typed):
            assert not ask(f"security:{choice.label}").is_refusal


@pytest.mark.parametrize("line", ["", " price:99-16", " price:60", " yield:3%", " yield:12%"])
@pytest.mark.parametrize("name", ["10y", "the 30-year", "4.25% 31 Dec 2026"])
def test_answer_is_short_and_its_buttons_work(name, line):
    answer = ask(f"security:{name}{line}")
    check(answer)
    assert not answer.is_refusal
    assert not BANNED.search(answer.text)
    assert "List of 30 Sep 2025" in answer.small_print
    check_first_screen(answer)
    for button in answer.buttons:
        assert not run_component(button.custom_id, REQUEST).is_refusal, button.label


def test_price_and_accrued_interest_follow_treasury_rules():
    """4.25% of 15 November 2034 settling 2 October 2025: 140 of 184 days have accrued."""
    answer = ask("security:91282CLW9 price:100", THEN)
    math = tap(answer, "Math", THEN).text
    assert f"${100 + 2.125 * 140 / 184:.2f} with it the dirty price" in math
    assert "140 ÷ 184 days = **$1.62**" in math


def test_price_of_a_yield_earns_that_yield():
    priced = ask("security:10y yield:5%").text
    price = re.search(r"\*\*\$(\d+\.\d\d)\*\*", priced)[1]
    assert "earns **5.00%** a year" in ask(f"security:10y price:{price}").text


def test_loss_of_a_tenth_of_a_point_is_near_duration():
    answer = ask("security:10y price:100")
    cents = int(re.search(r"cost about \*\*(\d+) cents per", answer.text)[1])
    duration = float(re.search(r"duration: (\d\.\d)", tap(answer, "Math").text)[1])
    assert cents == pytest.approx(10 * duration, abs=1)


def test_bill_shows_discount_and_investment_rate():
    security = next(
        row for row in load_snapshot().securities.rows if row.maturity == date(2026, 3, 26)
    )
    days = (security.maturity - date(2025, 10, 2)).days
    text = ask(f"security:{security.cusip} price:98.1", THEN).text
    assert f"earns **{investment_rate(98.1, days, 365) * 100:.2f}%**" in text
    assert f"discount rate, {bill_discount_rate(98.1, days) * 100:.2f}%" in text
    assert not tap(ask(f"security:{security.cusip}", THEN), "Math", THEN).is_refusal


@pytest.mark.parametrize(
    ("line", "says"),
    [("91282CNS6", "real yield"), ("91282CMX6", "follows the three-month bill")],
)
def test_unpriced_security_is_named_with_its_reason(line, says):
    answer = ask(f"security:{line} price:99")
    assert says in answer.text
    assert not re.search(r"earns|cost", answer.text)


@pytest.mark.parametrize(
    ("line", "says", "buttons"),
    [
        ("security:bananas", "I find no **“bananas”**", 1),
        ("security:4.25%", "Which one?", 5),
        ("security:91282CLW9 or 912810UM8", "fits 2 Treasuries", 2),
        ("security:91282CLW9 91282XXX9", "I find no", 1),
        ("security:912797MS3", "paid back on 2 Oct 2025", 1),
        ("security:bill", "has been paid back since", 1),
        ("security:10y price:995", "per $100", 1),
        ("security:10y coupon:3%", "brings its own coupon", 1),
        ("security:10y yield:+25bp", "5.45%", 2),
        ("yield:+25bp", "5.49%", 2),
        ("yield:-25bp", "4.99%", 2),
        ("price:1000 coupon:3%", "which face", 2),
    ],
)
def test_doubtful_option_is_asked_back_with_working_buttons(line, says, buttons):
    answer = ask(line)
    assert answer.is_refusal
    assert says in answer.text
    assert len(answer.buttons) == buttons
    for button in answer.buttons:
        assert not run_component(button.custom_id, REQUEST).is_refusal


@pytest.mark.parametrize(
    "fields", ["91282clw9:market", "91282clw9:price:999", "91282clw9:cost:1", "912797ms3:market:0"]
)
def test_forged_security_is_stale(fields):
    assert not run_component("1:bond:show:cusip:91282clw9:market:0", REQUEST).is_refusal
    assert run_component(f"1:bond:show:cusip:{fields}", REQUEST).is_refusal


def test_newer_list_is_used():
    snapshot = load_snapshot()
    fewer = replace(
        snapshot.securities, as_of=date(2026, 9, 30), rows=snapshot.securities.rows[-5:]
    )
    answer = ask("security:912810UM8", Request(replace(snapshot, securities=fewer)))
    assert "List of 30 Sep 2026" in answer.small_print
    assert ask("security:10y", Request(replace(snapshot, securities=fewer))).is_refusal


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("99-16", 99.5),
        ("99 16/32", 99.5),
        ("99-16+", 99.515625),
        ("$99'16", 99.5),
        ("101-002", 101 + 2 / 256),
        ("99-32", None),
        ("10-20", None),
        ("99.5", None),
    ],
)
def test_price_in_32nds_is_read(text, price):
    assert read_thirty_seconds(text) == price


@given(st.integers(32 * 64, 250 * 64).map(lambda halves: halves / 64))
def test_price_in_32nds_is_read_as_written(price):
    assert read_thirty_seconds(write_thirty_seconds(price)) == price
