"""`/rescue`: words, picture and buttons of the ways out agree."""

import re

import pytest

from calc import Fed, Others, Pace, PortfolioType, Scenario, load_snapshot
from calc.policy_options import PolicyOption, policy_outcome
from commands.common.command import Request
from commands.common.translator import ENGLISH
from commands.dispatch import run_command, run_component
from commands.rescue import text as words
from commands.rescue.chart import chart
from commands.rescue.command import COMMAND
from commands.rescue.figures import RescueFigures
from tests.commands.common.chart import checks
from tests.commands.selloff.test_figures import NUMBER
from tests.commands.test_contract import BANNED

REQUEST = Request(load_snapshot())
GRID = [
    Scenario("jp", 200 * 10**9, others=Others.DASH),
    Scenario("jp", 1103 * 10**9, Pace.DAY, others=Others.DASH),
    Scenario("cn", 2 * 10**12, Pace.YEAR, beyond_holding=True, regime="panic"),
    Scenario("il", 10**6, Pace.MONTH),
    Scenario(
        "ae",
        50 * 10**9,
        Pace.DAY,
        portfolio_type=PortfolioType.BONDS,
        others=Others.FOLLOW,
        fed=Fed.REPO,
    ),
]


@pytest.fixture(scope="module", params=GRID, ids=str)
def worked_out(request):
    rescued = policy_outcome(request.param)
    return rescued, RescueFigures(rescued, ENGLISH)


def test_words_are_short_neutral_and_hold_the_numbers_of_the_alt_text(worked_out):
    text = words.main_text(*worked_out)
    assert not BANNED.search(text)
    alt = words.alt_text(*worked_out)
    assert 80 <= len(alt) <= 400
    # Ways that the words have no room for are in the picture.
    remaining = set(NUMBER.findall(" ".join(worked_out[1].left.values())))
    assert set(NUMBER.findall(alt)) <= set(NUMBER.findall(text)) | remaining
    assert len(words.math_text(*worked_out)) <= 4000


def test_picture_shows_numbers_of_text(worked_out):
    rescued, figures = worked_out
    spec = chart(rescued, figures, words.LABELS)
    checks.check_texts_are_legible(spec)
    known = {"<0.01", figures.sale.rise.central}
    known |= set(figures.left.values())
    checks.check_numbers_are_known(spec, known)


def test_rescue_assumes_dash_by_default():
    values = {"country": "japan", "amount": "200b"}
    assert "dashed for cash" in run_command(COMMAND, REQUEST, values).text
    calm = run_command(COMMAND, REQUEST, {**values, "others": "nobody"}).text
    assert "dashed for cash" not in calm
    assert "Others hold on" not in calm


def test_every_way_is_one_tap_away_and_the_sale_leads_back():
    answer = run_command(COMMAND, REQUEST, {"country": "japan", "amount": "200b"})
    buttons = {each.label: each.custom_id for each in answer.controls}
    assert "and the Fed bought" in run_component(buttons["The Fed buys"], REQUEST).text
    assert "over a year" in run_component(buttons["Sell slower"], REQUEST).text
    alone = run_component(buttons["The sale alone"], REQUEST)
    why = {each.label: each.custom_id for each in alone.controls}["Why?"]
    explained = run_component(why, REQUEST)
    back = {each.label: each.custom_id for each in explained.controls}["Ways out"]
    assert run_component(back, REQUEST).text == answer.text


def test_unreadable_option_is_refused_as_in_selloff():
    answer = run_command(COMMAND, REQUEST, {"country": "mars", "amount": "200b"})
    assert answer.is_refusal
    assert "do not know a country" in answer.text


def test_ways_are_listed_likely_first_then_by_least_left():
    answer = run_command(COMMAND, REQUEST, {"country": "japan", "amount": "200b"})
    rescued = policy_outcome(Scenario("jp", 200 * 10**9, others=Others.DASH))
    peak = rescued.outcome.yields.peak.central
    listed = re.findall(r"^- .*\*\*([\d.]+)\*\*$", answer.text, re.MULTILINE)
    unlikely = {PolicyOption.FED_BUYS, PolicyOption.TREASURY}
    ways = sorted(rescued.options, key=lambda way: (way.option in unlikely, -way.takes_off.central))
    assert listed == [ENGLISH.points(peak - way.takes_off.central) for way in ways]
    assert max(map(float, listed)) < float(ENGLISH.points(peak))


def test_way_without_effect_is_not_listed():
    text = run_command(COMMAND, REQUEST, {"country": "cayman", "amount": "all", "over": "day"}).text
    # The Fed and the Treasury come too late for the worst moment of a sale in a day.
    assert "Fed buys" not in text
    assert "More short-term US debt" not in text
    assert "no price but a halt" in text


def test_buybacks_and_deficit_stand_apart_with_their_horizon():
    answer = run_command(COMMAND, REQUEST, {"country": "japan", "amount": "200b"})
    listed = [line for line in answer.text.splitlines() if line.startswith("- ")]
    assert not any("deficit" in line or "buyback" in line.lower() for line in listed)
    assert answer.small_print.endswith("Buybacks of US debt take quarters, lower deficits years.")
    math = _math(answer)
    assert "At least about $54 billion a quarter" in math
    assert "1% of GDP, $325 billion a year" in math


def test_treasury_is_doubted_below_the_rise_that_moved_it():
    answer = run_command(COMMAND, REQUEST, {"country": "japan", "amount": "200b"})
    assert "More short-term US debt (unlikely)" in answer.text
    assert "after 1.2 points" in _math(answer)
    assert "It would hardly do so for 0.29 points." in _math(answer)
    huge = Scenario("jp", 9 * 10**12, beyond_holding=True, others=Others.DASH)
    assert not words.unlikely_options(policy_outcome(huge))


def test_fed_is_doubted_below_the_rise_against_which_it_bought():
    answer = run_command(COMMAND, REQUEST, {"country": "japan", "amount": "200b"})
    assert "Fed buys (unlikely)" in answer.text
    # 10-year, 9 to 18 March 2020: 0.54 to 1.18; 4 to 11 April 2025: 4.01 to 4.48.
    assert "It bought in Mar 2020, when trading broke down and the yield rose 0.64" in _math(answer)
    assert "In Apr 2025, at 0.47 points, trading held up" in _math(answer)
    most = run_command(COMMAND, REQUEST, {"country": "japan", "amount": "all"})
    assert "Fed buys: **" in most.text


@pytest.mark.parametrize("centre", ["cayman", "belgium", "luxembourg", "ireland", "uk"])
def test_fed_does_not_lend_to_funds_in_custody_centre(centre):
    answer = run_command(COMMAND, REQUEST, {"country": centre, "amount": "10%"})
    assert "Fed lends" not in answer.text
    assert "for central banks only; much of what is recorded here" in _math(answer)


def _math(answer):
    button = next(each for each in answer.buttons if each.label == "Math")
    return run_component(button.custom_id, REQUEST).text
