"""Show the math: each step with its formula, the numbers put in, and where they come from."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from calc import PortfolioType
from calc.run import stress_of
from commands.common.figures import money_span
from commands.common.text.citations import (
    cited,
    joined,
    references_text,
    sources_text,
    three_basis_points,
    three_settings,
)
from commands.common.text.names import in_time, mix_name
from commands.common.translator import N_
from commands.selloff.reactions_math import reaction_steps

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from calc import Outcome
    from commands.common.figures import Span
    from commands.common.sale.figures import Figures
    from commands.common.translator import Translator

_LONGEST = 4000
# With the steps of those who react, or in a language of long words, fewer fit a message.
_REFERENCES = None, 2, 1, 0
# By whether the Fed buys before the worst moment, and whether the market is strained.
_RISES = {
    # TRANSLATORS: {root} is a formula: √(that in % of the $31.8tn market).
    (False, False): N_("{flow} basis points × {root}, plus step 2, = {result} basis points."),
    (False, True): N_(
        "{flow} basis points × {root} × {times} (strain), plus step 2, = {result} basis points."
    ),
    (True, False): N_(
        "{flow} basis points × {root}, plus step 2 for what is sold by then, = {result} basis"
        " points."
    ),
    (True, True): N_(
        "{flow} basis points × {root} × {times} (strain), plus step 2 for what is sold by then,"
        " = {result} basis points."
    ),
}


def math_text(outcome: Outcome, figures: Figures) -> str:
    """The whole derivation, with as many references as a message holds."""
    for at_most in _REFERENCES:
        text = _with_references(outcome, figures, at_most)
        if len(text) <= _LONGEST:
            break
    return text


def _with_references(outcome: Outcome, figures: Figures, at_most: int | None) -> str:
    """The steps in the order the numbers are made, and what is behind them."""
    gettext, reactions = figures.translator.gettext, reaction_steps(outcome, figures.translator)
    when = in_time(outcome.scenario.pace, figures.translator)
    return "\n".join(
        (
            gettext("### The math: {amount} {in_time}", amount=figures.amount, in_time=when),
            gettext(
                "Three numbers: every setting low, **best**, high. The range is where nine in"
                " ten studies fall, no forecast of the yield."
            ),
            _sold(outcome, figures),
            *reactions,
            _lasting(outcome, figures.translator),
            _passing(outcome, figures.translator),
            _price(outcome, figures),
            _interest(outcome, figures),
            *_speed(outcome, figures),
            *(() if reactions else (_baselines(outcome, figures),)),
            references_text(outcome, figures.translator, at_most),
            sources_text(outcome, figures.translator),
            "-# " + gettext("Estimate, not advice."),
        )
    )


def _sold(outcome: Outcome, figures: Figures) -> str:
    sale, translator = outcome.sale, figures.translator
    contagion = 0.0
    if outcome.feedback is None:
        contagion = outcome.parameters.regimes[outcome.scenario.regime].contagion
    amount: str = translator.exact_money(sale.sold_usd)
    if sale.pledged_usd:
        pledged = translator.exact_money(sale.pledged_usd)
        amount = translator.gettext("({amount} − {pledged} lent)", amount=amount, pledged=pledged)
    message = N_(
        "**1. Rate risk sold.** {amount} × {delta} ({kind}, in ten-year notes) = {result}."
    )
    if contagion:
        message = N_(
            "**1. Rate risk sold.** {amount} × {delta} ({kind}, in ten-year notes) × {times}"
            " (others follow) = {result}."
        )
    return translator.gettext(
        message,
        amount=amount,
        delta=translator.number(sale.portfolio.relative_dv01, 3),
        kind=_kind(outcome, translator),
        times=translator.number(1 + contagion, 3),
        result=translator.short_money(sale.ten_year_equivalents_usd, 3),
    )


def _kind(outcome: Outcome, translator: Translator) -> str:
    share = outcome.sale.portfolio.bills_share
    if share is not None:
        return translator.gettext(
            "its own mix, {share} of it bills", share=translator.percent(share)
        )
    return mix_name(outcome.scenario.portfolio_type, translator)


def _lasting(outcome: Outcome, translator: Translator) -> str:
    shares = outcome.net_ten_year_equivalents_usd.times(100 / outcome.snapshot.gdp_usd)
    texts = [translator.number(share, 3) for share in shares]
    return translator.gettext(
        "**2. What lasts.** {value} basis points (0.01 points each) per 1% of GDP × {share}% of GDP"
        " = {result} basis points.",
        value=three_settings(outcome.parameters.published["kappa"], translator),
        share=texts[0] if len(set(texts)) == 1 else joined(texts),
        result=three_basis_points(outcome.yields.permanent, translator),
    )


def _passing(outcome: Outcome, translator: Translator) -> str:
    path, published = outcome.yields.path, outcome.parameters.published
    if outcome.scenario.portfolio_type is PortfolioType.BILLS:
        return _bills(outcome, translator)
    stress = stress_of(outcome.scenario, outcome.sale, outcome.parameters)
    waiting = (translator.short_money(usd, 3) for usd in path.unabsorbed_at_peak_usd)
    passes = translator.gettext(
        "**3. What passes.** Buyers take in half of what waits every {half_life} trading days. At"
        " the worst moment, day {day}, {waiting} still wait.",
        half_life=three_settings(published["half_life"], translator),
        day=translator.fixed(path.peak_day, 0),
        waiting=joined(waiting),
    )
    rises = translator.gettext(
        _RISES[outcome.purchases is not None, stress != 1],
        flow=three_settings(published["flow"], translator),
        root=_root(outcome, translator),
        times=translator.number(stress),
        result=three_basis_points(outcome.yields.peak, translator),
    )
    return translator.paragraph((passes, rises))


def _bills(outcome: Outcome, translator: Translator) -> str:
    """The rise of bill yields, and that other yields have only step 2."""
    rise = outcome.parameters.published["bill_rise"]
    return translator.gettext(
        "**3. Bills.** {rise} basis points on the 3-month yield per {unit} × {amount} ="
        " {result} basis points, fading over a year: {cited}. That paper measures quick flows of"
        " {measured}, 2 to 2.5 basis points; the size for a large sale is ours. Longer yields"
        " have step 2 alone.",
        rise=three_settings(rise, translator),
        unit=translator.exact_money(100e9),
        measured=translator.exact_money(3.5e9),
        amount=translator.short_money(outcome.sale.bills_usd, 3),
        result=three_basis_points(outcome.yields.bill_rise, translator),
        cited=cited(rise, outcome.parameters.references, translator),
    )


def _root(outcome: Outcome, translator: Translator) -> str:
    """The root, or below the knee the straight line that continues it."""
    market = outcome.snapshot.marketable_usd
    knee = outcome.parameters.linear_below.central
    share = outcome.yields.path.unabsorbed_at_peak_usd.central / market
    of_market = {"market": translator.short_money(market, 3)}
    if share >= knee:
        return translator.gettext("√(that in % of the {market} market)", **of_market)
    return translator.gettext(
        "(that in % of the {market} market) ÷ √{knee}",
        knee=translator.number(knee * 100, 1),
        **of_market,
    )


def _price(outcome: Outcome, figures: Figures) -> str:
    price, translator = outcome.price, figures.translator
    if outcome.sale.day.is_halt:
        return translator.gettext(
            "**4. Price.** None is given, as trading would halt; a {face} note discounted at"
            " {after}% would be at {exact}.",
            face=figures.face,
            after=translator.fixed(outcome.yields.at_peak.central * 100, 3),
            exact=translator.dollars(price.at_peak.central),
        )
    exact = translator.dollars(price.at_peak.central)
    message = N_(
        "**4. Price.** A {face} note with 20 half-yearly payments of {payment}, discounted at"
        " {after}% instead of {before}: {exact}, said as **{price}**. Each basis point costs"
        " {cents} cents."
    )
    if exact == figures.price.central:
        message = N_(
            "**4. Price.** A {face} note with 20 half-yearly payments of {payment}, discounted at"
            " {after}% instead of {before}: **{price}**. Each basis point costs {cents} cents."
        )
    return translator.gettext(
        message,
        face=figures.face,
        payment=translator.dollars(price.coupon * price.face / 2),
        after=translator.fixed(outcome.yields.at_peak.central * 100, 3),
        exact=exact,
        before=figures.yield_before,
        price=figures.price.central,
        cents=translator.fixed(price.dv01 * 100, 1),
    )


def _interest(outcome: Outcome, figures: Figures) -> str:
    translator = figures.translator
    due = outcome.snapshot.facts["due_within_12_months"]
    message = N_(
        "**5. Interest.** Old bonds keep paying what they paid. Only debt that comes due ({due}"
        " within a year) and new debt pay the new rate, each maturity by its own share of the"
        " move; bills, due within a year, are taken not to move."
    )
    if outcome.scenario.portfolio_type is PortfolioType.BILLS:
        message = N_(
            "**5. Interest.** Old bonds keep paying what they paid. Only debt that comes due ({due}"
            " within a year) and new debt pay the new rate, each maturity by its own share of the"
            " move; bills move by step 3."
        )
    rate = translator.gettext(message, due=translator.percent(due.value, 3))
    years = translator.gettext(
        "Quarter by quarter, ten fiscal years from {first_year} (they end in"
        " September): for what stays {first} in the first and {ten} in all. With what passes it is"
        " {all} in all, and {last} in {year}, of which {service} is interest on the extra"
        " interest.",
        first_year=figures.first_year,
        first=_three(figures.first_interest),
        ten=_three(figures.interest),
        all=_three(money_span(outcome.interest.total_usd, translator)),
        last=_three(money_span(outcome.interest.last_year_usd, translator)),
        year=figures.last_year,
        service=translator.short_money(outcome.interest.service_usd[-1].central),
    )
    return translator.paragraph((rate, years))


def _three(span: Span) -> str:
    return joined((span.least, span.central, span.most))


def _speed(outcome: Outcome, figures: Figures) -> tuple[str, ...]:
    """What a day brings against what the market takes in a day, where that strains it."""
    day, translator = outcome.sale.day, figures.translator
    if not day.is_strained:
        return ()
    return (
        translator.gettext(
            "**Speed.** {usd} in each day is {trading} of a day's trading and {dealers} of what"
            " dealers hold net. Above {limit} of a day's trading we let the strain grow, to that"
            " of March 2020 where it equals what they hold: a judgement.",
            usd=translator.short_money(day.usd, 3),
            trading=translator.percent(day.share_of_trading),
            dealers=translator.percent(day.share_of_dealers),
            limit=translator.percent(outcome.parameters.calm_share_of_trading),
        ),
    )


def _baselines(outcome: Outcome, figures: Figures) -> str:
    interest, translator = outcome.interest, figures.translator
    before, after = interest.ratios_before, interest.ratios_after

    def share(years: NDArray[np.float64]) -> str:
        return translator.percent(float(years[-1]), 3)

    return translator.gettext(
        "Without the sale the US would pay {held} of net interest in {year} at today's yields; the"
        " budget office (CBO) expected {before} in {vintage}, at lower ones. CBO has since"
        " published an August 2026 baseline; we did not find it in full. Of CBO's February"
        " figures, with the sale: {old_revenue} → {revenue} of revenue, {old_spending} →"
        " {spending} of spending, {old_gdp} → {gdp} of GDP.",
        before=translator.money(interest.baseline_usd[-1], 3),
        vintage=translator.month(date.fromisoformat(f"{outcome.snapshot.budget_vintage}-01")),
        year=figures.last_year,
        held=translator.money(interest.held_baseline_usd[-1], 3),
        old_revenue=share(before.of_revenue),
        revenue=share(after.of_revenue),
        old_spending=share(before.of_outlays),
        spending=share(after.of_outlays),
        old_gdp=share(before.of_gdp),
        gdp=share(after.of_gdp),
    )
