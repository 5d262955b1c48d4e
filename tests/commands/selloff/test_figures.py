"""Words, alt text, picture, math and buttons of one outcome tell the same numbers."""

import itertools
import re

import pytest

from calc import Pace, PortfolioType, Scenario, load_snapshot, run
from commands.common.command import Request
from commands.common.sale.figures import figures_of
from commands.common.translator import ENGLISH
from commands.dispatch import run_component
from commands.selloff import math as math_words
from commands.selloff import text as words
from commands.selloff.buttons import scenario_id
from commands.selloff.chart import chart
from commands.selloff.explanation import why_small_print, why_text
from commands.selloff.text import small_print

REQUEST = Request(load_snapshot())
BILLION = 10**9
GRID = [
    Scenario(holder, amount, pace, beyond, regime, portfolio_type)
    for (holder, amount, beyond), pace, (regime, portfolio_type) in zip(
        [
            ("il", 10**6, False),
            ("no", 3 * BILLION, False),
            ("jp", 200 * BILLION, False),
            ("jp", 1_103_900_000_000, False),
            ("cn", 2_000 * BILLION, False),
            ("cn", 2_000 * BILLION, True),
            ("ae", 31_000 * BILLION, True),
        ]
        * 3,
        [*Pace] * 7,
        itertools.cycle(
            [("calm", PortfolioType.TYPICAL)] * 3
            + [("panic", PortfolioType.TYPICAL)] * 3
            + [("calm", PortfolioType.BONDS)] * 3
        ),
        strict=False,
    )
]
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def numbers(text):
    return set(NUMBER.findall(text))


@pytest.fixture(
    scope="module",
    params=GRID,
    ids=lambda s: f"{s.holder}-{s.amount_usd}-{s.pace}-{s.regime}-{s.portfolio_type}",
)
def outcome(request):
    return run(request.param)


def told(outcome, figures):
    """The first answer, and one tap away what it had no room for."""
    first = words.main_text(outcome, figures) + small_print(outcome, figures)
    return first + why_text(outcome, figures) + why_small_print(outcome, figures)


def test_alt_text_numbers_are_in_text(outcome):
    figures = figures_of(outcome)
    said = told(outcome, figures)
    drawn = " ".join(text.words for text in chart(outcome, figures).texts)
    assert numbers(words.alt_text(outcome, figures)) <= numbers(said) | numbers(drawn)


def test_picture_shows_numbers_of_text(outcome):
    figures = figures_of(outcome)
    said = told(outcome, figures)
    drawn = " ".join(text.words for text in chart(outcome, figures).texts)
    # A market that halts has no price.
    price = () if outcome.sale.day.is_halt else (figures.price,)
    for span in (figures.rise, *price, figures.interest):
        assert numbers(span.central) <= numbers(drawn)
        assert span.central in said
    for words_of_halt in ("trading would halt", "no price"):
        assert (words_of_halt in drawn) == outcome.sale.day.is_halt
    assert figures.yield_before in drawn
    assert figures.yield_after.central in drawn
    assert figures.yield_after.range in drawn
    assert figures.rise.labelled in said


def test_math_ends_in_numbers_of_text(outcome):
    figures = figures_of(outcome)
    text = math_words.math_text(outcome, figures)
    assert len(text) <= 4000
    # A market that halts has no price.
    is_halt = outcome.sale.day.is_halt
    assert ("**4. Price.** None is given" in text) == is_halt
    discounted = f"{outcome.yields.at_peak.central * 100:.3f}%"
    for shown in (
        discounted,
        *(() if is_halt else (figures.price.central,)),
        figures.interest.least,
        figures.interest.central,
        figures.interest.most,
        ENGLISH.money(outcome.interest.held_baseline_usd[-1], 3),
    ):
        assert shown in text


def test_math_steps_give_their_results(outcome):
    """What is put in, put through the formula, gives the peak that is said."""
    sale, yields, published = outcome.sale, outcome.yields, outcome.parameters.published
    regime = outcome.parameters.regimes[outcome.scenario.regime]
    sold = sale.sold_usd * sale.portfolio.relative_dv01 * (1 + regime.contagion)
    waiting = yields.path.unabsorbed_at_peak_usd.central
    permanent = published["kappa"].central * 100 * sold / outcome.snapshot.gdp_usd
    share, knee = 100 * waiting / outcome.snapshot.marketable_usd, published["linear_below"].central
    root = share**0.5 if share > knee else share / knee**0.5
    stress = max(regime.stress, sale.day.stress)
    temporary = published["flow"].central * stress * root
    assert yields.permanent.central * 1e4 == pytest.approx(permanent)
    assert yields.peak.central * 1e4 == pytest.approx(permanent + temporary)
    assert ENGLISH.points(yields.peak.central) == figures_of(outcome).rise.central
    assert (
        ENGLISH.money(sum(year.central for year in outcome.interest.lasting_usd))
        == figures_of(outcome).interest.central
    )


def test_option_leads_to_what_its_label_says(outcome):
    for menu in run_component(scenario_id("show", outcome.scenario), REQUEST).menus[:1]:
        for option in menu.options:
            amount, pace = re.fullmatch(
                r"(?:All )?(.*?),?(?: if.*,)? (\w+ \w+ \w+)", option.label
            ).groups()
            text = run_component(option.custom_id, REQUEST).text
            assert amount in text
            assert pace in text
