"""Show the math: each step with its formula, the numbers put in, and where they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc.impact.simulation import stress_of
from commands.common.sale.citations import references_text, sources_text
from commands.common.text.citations import joined, three_basis_points, three_settings
from commands.common.text.names import in_time, mix_name
from commands.selloff.reactions_math import reaction_steps

if TYPE_CHECKING:
    from calc import Outcome
    from commands.common.sale.figures import Figures
    from commands.common.translator import Translator

_LONGEST = 4000
# With the steps of those who react, or in a language of long words, fewer fit a message.
_REFERENCES = None, 2, 1, 0


def math_text(outcome: Outcome, figures: Figures) -> str:
    """The whole derivation, with as many references as a message holds."""
    for at_most in _REFERENCES:
        text = _with_references(outcome, figures, at_most)
        if len(text) <= _LONGEST:
            break
    return text


def _with_references(outcome: Outcome, figures: Figures, at_most: int | None) -> str:
    """The steps in the order the numbers are made, and what is behind them."""
    gettext = figures.translator.gettext
    when = in_time(outcome.scenario.pace, figures.translator)
    reactions = reaction_steps(outcome, figures.translator)
    return "\n".join(
        (
            gettext("### The math: {amount} {in_time}", amount=figures.amount, in_time=when),
            gettext("Three numbers: all dials low, **best**, high. The range is no probability."),
            _sold(outcome, figures),
            *reactions,
            _lasting(outcome, figures.translator),
            _passing(outcome, figures.translator),
            _price(outcome, figures),
            _interest(outcome, figures),
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
    amount = figures.amount
    if sale.pledged_usd:
        pledged = translator.exact_money(sale.pledged_usd)
        amount = translator.gettext("({amount} - {pledged} lent)", amount=amount, pledged=pledged)
    follow = translator.gettext(
        " × {times} (others follow)", times=translator.number(1 + contagion, 3)
    )
    return translator.gettext(
        "**1. Rate risk sold.** {amount} × {delta} ({kind}, in ten-year notes){follow} = {result}.",
        amount=amount,
        delta=translator.number(sale.portfolio.relative_dv01),
        kind=_kind(outcome, translator),
        follow=follow if contagion else "",
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
    stress = stress_of(outcome.scenario, outcome.parameters)
    strain = translator.gettext(" × {times} (strain)", times=translator.number(stress))
    waiting = (translator.short_money(usd, 3) for usd in path.unabsorbed_at_peak_usd)
    plus = translator.gettext("plus step 2")
    if outcome.purchases is not None:
        plus = translator.gettext("plus step 2 for what is sold by then")
    return translator.gettext(
        "**3. What passes.** Buyers take in half of what waits every {half_life} trading days. At"
        " the worst moment, day {day}, {waiting} still wait. {flow} basis points × {root}{strain},"
        " {plus}, = {result} basis points.",
        half_life=three_settings(published["half_life"], translator),
        day=translator.fixed(path.peak_day, 0),
        waiting=joined(waiting),
        flow=three_settings(published["flow"], translator),
        root=_root(outcome, translator),
        strain=strain if stress != 1 else "",
        plus=plus,
        result=three_basis_points(outcome.yields.peak, translator),
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
    return translator.gettext(
        "**4. Price.** A {face} note with 20 half-yearly payments of {payment}, discounted at"
        " {after}% instead of {before}: {exact}, said as **{price}**. Each basis point costs"
        " {cents} cents.",
        face=figures.face,
        payment=translator.dollars(price.coupon * price.face / 2),
        after=translator.fixed(outcome.yields.at_peak.central * 100, 3),
        exact=translator.dollars(price.at_peak.central),
        before=figures.yield_before,
        price=figures.price.central,
        cents=translator.fixed(price.dv01 * 100, 1),
    )


def _interest(outcome: Outcome, figures: Figures) -> str:
    translator = figures.translator
    due = outcome.snapshot.facts["due_within_12_months"]
    extra = figures.interest
    return translator.gettext(
        "**5. Interest.** Old bonds keep paying what they paid. Only debt that comes due ({due}"
        " within a year) and new debt pay the new rate, each maturity by its own share of the"
        " move; bills, due within a year, are taken not to move. Quarter by quarter to fiscal year"
        " {year} (it ends in September):"
        " {extra} in that year, of which {service} is interest on the extra interest.",
        due=translator.percent(due.value, 3),
        year=figures.last_year,
        extra=joined((extra.least, extra.central, extra.most)),
        service=translator.short_money(outcome.interest.service_usd[-1].central),
    )


def _baselines(outcome: Outcome, figures: Figures) -> str:
    interest, translator = outcome.interest, figures.translator
    before, after = interest.ratios_before, interest.ratios_after
    shares = (
        (translator.gettext("revenue"), before.of_revenue, after.of_revenue),
        (translator.gettext("spending"), before.of_outlays, after.of_outlays),
        (translator.gettext("GDP"), before.of_gdp, after.of_gdp),
    )
    moved = ", ".join(
        translator.gettext(
            "{old} → {new} of {what}",
            old=translator.percent(float(old[-1]), 3),
            new=translator.percent(float(new[-1]), 3),
            what=what,
        )
        for what, old, new in shares
    )
    return translator.gettext(
        "Without the sale the budget office expects {before} of net interest in {year}, at the"
        " lower yields of its forecast; at today's yields it would be {held}. With the sale:"
        " {shares}.",
        before=figures.interest_before,
        year=figures.last_year,
        held=translator.short_money(interest.held_baseline_usd[-1], 3),
        shares=moved,
    )
