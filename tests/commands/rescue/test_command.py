"""`/rescue`: words, picture and buttons of the ways out agree."""

import pytest

from calc import Fed, Others, Pace, PortfolioType, Scenario, load_snapshot
from calc.policy_options import policy_outcome
from commands.common.command import Request
from commands.common.translator import ENGLISH
from commands.dispatch import run_command, run_component
from commands.rescue import text as words
from commands.rescue.chart import chart
from commands.rescue.command import COMMAND
from commands.rescue.figures import rescue_figures
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
    return rescued, rescue_figures(rescued, ENGLISH)


def test_words_are_short_neutral_and_hold_the_numbers_of_the_alt_text(worked_out):
    text = words.main_text(*worked_out)
    assert not BANNED.search(text)
    assert len(text.split()) <= 150
    alt = words.alt_text(*worked_out)
    assert 80 <= len(alt) <= 400
    assert set(NUMBER.findall(alt)) <= set(NUMBER.findall(text))
    assert len(words.math_text(*worked_out)) <= 4000


def test_picture_shows_numbers_of_text(worked_out):
    rescued, figures = worked_out
    spec = chart(rescued, figures, words.LABELS)
    checks.check_texts_are_legible(spec)
    known = {"<0.01", figures.sale.rise.central}
    known |= {span.central for span in figures.takes_off.values()}
    checks.check_numbers_are_known(spec, known)


def test_rescue_assumes_dash_by_default():
    values = {"country": "japan", "amount": "200b"}
    assert "dashed for cash" in run_command(COMMAND, REQUEST, values).text
    calm = run_command(COMMAND, REQUEST, {**values, "others": "nobody"}).text
    assert "dashed for cash" not in calm
    assert "Creditors agreeing" not in calm


def test_every_way_is_one_tap_away_and_the_sale_leads_back():
    answer = run_command(COMMAND, REQUEST, {"country": "japan", "amount": "200b"})
    buttons = {button.label: button.custom_id for button in answer.buttons}
    assert "and the Fed bought" in run_component(buttons["The Fed buys"], REQUEST).text
    assert "over a year" in run_component(buttons["Sell slower"], REQUEST).text
    alone = run_component(buttons["The sale alone"], REQUEST)
    why = {button.label: button.custom_id for button in alone.buttons}["Why?"]
    explained = run_component(why, REQUEST)
    back = {button.label: button.custom_id for button in explained.buttons}["Ways out"]
    assert run_component(back, REQUEST).text == answer.text


def test_unreadable_option_is_refused_as_in_selloff():
    answer = run_command(COMMAND, REQUEST, {"country": "mars", "amount": "200b"})
    assert answer.is_refusal
    assert "do not know a country" in answer.text


def test_treasury_moves_are_doubted_and_set_apart():
    text = run_command(COMMAND, REQUEST, {"country": "japan", "amount": "200b"}).text
    listed = [line for line in text.splitlines() if line.startswith("- ")]
    assert not any("deficit" in line or "buyback" in line.lower() for line in listed)
    assert "hardly change its auctions for 0.29 points: in 2023 it took 1.2" in text
    assert "at least about $54 billion a quarter" in text
    assert "$325 billion a year (1% of GDP)" in text


def test_fed_does_not_lend_to_funds_in_custody_centre():
    answer = run_command(COMMAND, REQUEST, {"country": "cayman", "amount": "200b"})
    assert "The Fed lending" not in answer.text
    assert "to central banks only" in answer.small_print
