"""`/selloff` with others and the Fed: words, figures, math and buttons fit together."""

import dataclasses
import itertools
import re

import pytest

from calc import Fed, Others, Pace, PortfolioType, Scenario, load_snapshot, run
from commands.common.command import Request
from commands.common.figures import money_span
from commands.common.sale.figures import figures_of
from commands.common.text.small_print import MOST_WORDS, count_words
from commands.common.translator import ENGLISH
from commands.dispatch import run_command
from commands.selloff import math
from commands.selloff import text as words
from commands.selloff.chart import chart
from commands.selloff.command import COMMAND
from tests.commands.selloff.test_figures import NUMBER, told
from tests.commands.test_contract import BANNED

REQUEST = Request(load_snapshot())
JAPAN = Scenario("jp", 200_000_000_000)
REACTIONS = [pair for pair in itertools.product(Others, Fed) if pair != (Others.NOBODY, Fed.OUT)]
HOLDINGS = [
    ("il", 10**6, False),
    ("gb", 50 * 10**9, False),
    ("jp", 1_103_900_000_000, False),
    ("cn", 2 * 10**12, True),
    ("ae", 31 * 10**12, True),
]
MARKETS = [
    (Pace.DAY, "jumpy", PortfolioType.TYPICAL),
    (Pace.MONTH, "calm", PortfolioType.BONDS),
    (Pace.YEAR, "panic", PortfolioType.TYPICAL),
]
GRID = [
    Scenario(holder, amount, pace, beyond, regime, portfolio_type, others, fed)
    for ((holder, amount, beyond), (others, fed)), (pace, regime, portfolio_type) in zip(
        itertools.product(HOLDINGS, REACTIONS), itertools.cycle(MARKETS), strict=False
    )
]


@pytest.fixture(
    scope="module", params=GRID, ids=lambda s: "-".join(map(str, dataclasses.astuple(s)))
)
def outcome(request):
    return run(request.param)


def test_text_with_reactions_is_short_and_neutral(outcome):
    figures = figures_of(outcome)
    text = words.main_text(outcome, figures)
    assert not BANNED.search(text)
    body = " ".join(line for line in text.splitlines() if not line.startswith("#"))
    assert count_words(body) <= MOST_WORDS
    assert 80 <= len(words.alt_text(outcome, figures)) <= 400
    drawn = " ".join(text.words for text in chart(outcome, figures).texts)
    said = set(NUMBER.findall(told(outcome, figures) + drawn))
    assert set(NUMBER.findall(words.alt_text(outcome, figures))) <= said


def test_math_with_reactions_fits_message(outcome):
    figures = figures_of(outcome)
    text = math.math_text(outcome, figures)
    assert len(text) <= 4000
    net = outcome.net_ten_year_equivalents_usd
    for setting in ("low", "central", "high"):
        permanent = getattr(outcome.parameters.kappa, setting) * getattr(net, setting)
        assert getattr(outcome.yields.permanent, setting) == pytest.approx(
            permanent / outcome.snapshot.gdp_usd, abs=1e-12
        )
    if outcome.feedback is not None:
        held = ENGLISH.money(outcome.feedback.held_usd)
        assert f"They hold {held}" in text
    assert ("**The Fed.**" in text) == (outcome.purchases is not None)


def test_picture_shows_rise_of_text(outcome):
    figures = figures_of(outcome)
    drawn = " ".join(text.words for text in chart(outcome, figures).texts)
    assert figures.rise.central.replace("less than ", "<") in drawn
    assert figures.rise.central in words.main_text(outcome, figures)


def test_text_says_what_others_and_fed_do():
    outcome = run(dataclasses.replace(JAPAN, others=Others.DASH, fed=Fed.BUYS))
    text = words.main_text(outcome, figures_of(outcome))
    assert money_span(outcome.feedback.sold_usd, ENGLISH).central in text
    assert money_span(outcome.purchases.ten_year_equivalents_usd, ENGLISH).central in text
    assert "others dashed for cash and the Fed bought" in text


def test_unsettled_feedback_is_named():
    outcome = run(
        dataclasses.replace(
            Scenario("ae", 25 * 10**12, Pace.DAY, beyond_holding=True, others=Others.DASH),
            portfolio_type=PortfolioType.BONDS,
        )
    )
    settles = outcome.feedback.settles
    assert not all(settles)
    figures = figures_of(outcome)
    said = told(outcome, figures)
    assert "each sale would bring the next, without an end" in said.lower()
    assert ("At the high end of the range" in said) == any(settles)
    assert "each sale would bring the next without an end; there we stop" in math.math_text(
        outcome, figures_of(outcome)
    )


@pytest.mark.parametrize(
    ("option", "works"), [("others", "dash"), ("fed", "buys"), ("market", "jumpy")]
)
def test_unknown_reaction_is_refused_with_hint(option, works):
    values = {"country": "japan", "amount": "200b", option: "sometimes"}
    answer = run_command(COMMAND, REQUEST, values)
    assert answer.is_refusal
    assert f"`{works}`" in answer.text
    assert re.search(r"“sometimes”", answer.text)
    assert works in {button.label for button in answer.buttons}


def test_market_regime_is_in_title():
    values = {"country": "japan", "amount": "200b"}
    texts = [
        run_command(COMMAND, REQUEST, {**values, "market": market}).text.splitlines()[0]
        for market in ("calm", "jumpy", "panic")
    ]
    assert texts == [
        texts[0],
        f"{texts[0]} in a jumpy market",
        f"{texts[0]} in a panic",
    ]
