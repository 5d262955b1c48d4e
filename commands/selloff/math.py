"""Show the math: each step with its formula, the numbers put in, and where they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc.impact.simulation import stress_of
from commands.common.text.names import in_time, mix_name
from commands.selloff.reactions_math import reaction_steps, three

if TYPE_CHECKING:
    from calc import Outcome, Range
    from calc.parameters import Dial
    from commands.common.sale.figures import Figures
    from commands.common.translator import Tongue

_BASIS_POINTS = 1e4
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
    say = figures.tongue.say
    when = in_time(outcome.scenario.pace, figures.tongue)
    reactions = reaction_steps(outcome, figures.tongue)
    return "\n".join(
        (
            say("### The math: {amount} {in_time}", amount=figures.amount, in_time=when),
            say("Three numbers: all dials low, **best**, high. The range is no probability."),
            _sold(outcome, figures),
            *reactions,
            _lasting(outcome, figures.tongue),
            _passing(outcome, figures.tongue),
            _price(outcome, figures),
            _interest(outcome, figures),
            *(() if reactions else (_baselines(outcome, figures),)),
            support(outcome, figures.tongue, at_most),
            data(outcome, figures.tongue),
            "-# " + say("Estimate, not advice."),
        )
    )


def _basis_points(values: Range, tongue: Tongue) -> str:
    return three(tongue.number(value * _BASIS_POINTS) for value in values)


def _dial(dial: Dial, tongue: Tongue) -> str:
    return three(tongue.number(value) for value in (dial.low, dial.central, dial.high))


def _sold(outcome: Outcome, figures: Figures) -> str:
    sale, tongue = outcome.sale, figures.tongue
    contagion = 0.0
    if outcome.followers is None:
        contagion = outcome.parameters.moods[outcome.scenario.mood].contagion
    amount = figures.amount
    if sale.pledged_usd:
        pledged = tongue.given_money(sale.pledged_usd)
        amount = tongue.say("({amount} - {pledged} lent)", amount=amount, pledged=pledged)
    follow = tongue.say(" × {times} (others follow)", times=tongue.number(1 + contagion, 3))
    return tongue.say(
        "**1. Rate risk sold.** {amount} × {delta} ({kind}, in ten-year notes){follow} = {result}.",
        amount=amount,
        delta=tongue.number(sale.portfolio.delta),
        kind=_kind(outcome, tongue),
        follow=follow if contagion else "",
        result=tongue.short_money(sale.ten_year_equivalents_usd, 3),
    )


def _kind(outcome: Outcome, tongue: Tongue) -> str:
    share = outcome.sale.portfolio.bills_share
    if share is not None:
        return tongue.say("its own mix, {share} of it bills", share=tongue.percent(share))
    return mix_name(outcome.scenario.mix, tongue)


def _lasting(outcome: Outcome, tongue: Tongue) -> str:
    shares = outcome.net_ten_year_equivalents_usd.times(100 / outcome.snapshot.gdp_usd)
    texts = [tongue.number(share, 3) for share in shares]
    return tongue.say(
        "**2. What lasts.** {dial} basis points (0.01 points each) per 1% of GDP × {share}% of GDP"
        " = {result} basis points.",
        dial=_dial(outcome.parameters.dials["kappa"], tongue),
        share=texts[0] if len(set(texts)) == 1 else three(texts),
        result=_basis_points(outcome.yields.lasting, tongue),
    )


def _passing(outcome: Outcome, tongue: Tongue) -> str:
    path, dials = outcome.yields.path, outcome.parameters.dials
    stress = stress_of(outcome.scenario, outcome.parameters)
    strain = tongue.say(" × {times} (strain)", times=tongue.number(stress))
    waiting = (tongue.short_money(usd, 3) for usd in path.waiting_at_peak_usd)
    plus = tongue.say("plus step 2")
    if outcome.purchases is not None:
        plus = tongue.say("plus step 2 for what is sold by then")
    return tongue.say(
        "**3. What passes.** Buyers take in half of what waits every {half_life} trading days. At"
        " the worst moment, day {day}, {waiting} still wait. {flow} basis points × {root}{strain},"
        " {plus}, = {result} basis points.",
        half_life=_dial(dials["half_life"], tongue),
        day=tongue.fixed(path.peak_day, 0),
        waiting=three(waiting),
        flow=_dial(dials["flow"], tongue),
        root=_root(outcome, tongue),
        strain=strain if stress != 1 else "",
        plus=plus,
        result=_basis_points(outcome.yields.peak, tongue),
    )


def _root(outcome: Outcome, tongue: Tongue) -> str:
    """The root, or below the knee the straight line that continues it."""
    market = outcome.snapshot.marketable_usd
    knee = outcome.parameters.linear_below.central
    share = outcome.yields.path.waiting_at_peak_usd.central / market
    of_market = {"market": tongue.short_money(market, 3)}
    if share >= knee:
        return tongue.say("√(that in % of the {market} market)", **of_market)
    return tongue.say(
        "(that in % of the {market} market) ÷ √{knee}",
        knee=tongue.number(knee * 100, 1),
        **of_market,
    )


def _price(outcome: Outcome, figures: Figures) -> str:
    price, tongue = outcome.price, figures.tongue
    return tongue.say(
        "**4. Price.** A {face} note with 20 half-yearly payments of {payment}, discounted at"
        " {after}% instead of {before}: {exact}, said as **{price}**. Each basis point costs"
        " {cents} cents.",
        face=figures.face,
        payment=tongue.dollars(price.coupon * price.face / 2),
        after=tongue.fixed(outcome.yields.at_peak.central * 100, 3),
        exact=tongue.dollars(price.at_peak.central),
        before=figures.yield_before,
        price=figures.price.central,
        cents=tongue.fixed(price.dv01 * 100, 1),
    )


def _interest(outcome: Outcome, figures: Figures) -> str:
    tongue = figures.tongue
    due = outcome.snapshot.facts["due_within_12_months"]
    extra = figures.interest
    return tongue.say(
        "**5. Interest.** Old bonds keep paying what they paid. Only debt that comes due ({due}"
        " within a year) and new debt pay the new rate, each maturity by its own share of the"
        " move; bills, due within a year, are taken not to move. Quarter by quarter to fiscal year"
        " {year} (it ends in September):"
        " {extra} in that year, of which {service} is interest on the extra interest.",
        due=tongue.percent(due.value, 3),
        year=figures.last_year,
        extra=three((extra.least, extra.central, extra.most)),
        service=tongue.short_money(outcome.interest.service_usd[-1].central),
    )


def _baselines(outcome: Outcome, figures: Figures) -> str:
    interest, tongue = outcome.interest, figures.tongue
    before, after = interest.ratios_before, interest.ratios_after
    shares = (
        (tongue.say("revenue"), before.of_revenue, after.of_revenue),
        (tongue.say("spending"), before.of_outlays, after.of_outlays),
        (tongue.say("GDP"), before.of_gdp, after.of_gdp),
    )
    moved = ", ".join(
        tongue.say(
            "{old} → {new} of {what}",
            old=tongue.percent(float(old[-1]), 3),
            new=tongue.percent(float(new[-1]), 3),
            what=what,
        )
        for what, old, new in shares
    )
    return tongue.say(
        "Without the sale the budget office expects {before} of net interest in {year}, at the"
        " lower yields of its forecast; at today's yields it would be {held}. With the sale:"
        " {shares}.",
        before=figures.interest_before,
        year=figures.last_year,
        held=tongue.short_money(interest.held_baseline_usd[-1], 3),
        shares=moved,
    )


def support(outcome: Outcome, tongue: Tongue, at_most: int | None = None) -> str:
    """The publications behind the dials of each step, of each dial at most so many."""
    if at_most == 0:
        return tongue.say("Where the dials come from stands in the math of the sale alone.")
    dials = outcome.parameters.dials
    lines = [tongue.say("**Where the dials come from**")]
    for step, key in ((1, "delta"), (2, "kappa"), (3, "flow"), (3, "half_life")):
        references = (
            outcome.parameters.references[cited] for cited in dials[key].references[:at_most]
        )
        cited = ", ".join(f"[{ref.authors} {ref.year}](<{ref.url}>)" for ref in references)
        evidence = _evidence(dials[key], tongue)
        lines.append(
            tongue.say(
                "-# Step {step}: {cited} ({evidence})", step=step, cited=cited, evidence=evidence
            )
        )
    return "\n".join(lines)


def _evidence(dial: Dial, tongue: Tongue) -> str:
    names = {
        "published": tongue.say("published"),
        "computed": tongue.say("computed"),
        "judgement": tongue.say("our judgement"),
    }
    return names[dial.evidence]


def data(outcome: Outcome, tongue: Tongue) -> str:
    """The tables behind the figures of the market."""
    snapshot, holding = outcome.snapshot, outcome.sale.holding
    say, standing = tongue.say, tongue.say("official")
    if holding.standing != "official":
        standing = tongue.say("press reports")
    size, held = snapshot.facts["marketable_outstanding"], tongue.month(holding.month)
    rows = (
        ("tic_table_5", say("holdings, {month}, {standing}", month=held, standing=standing)),
        (snapshot.curve.source, say("yields, {date}", date=tongue.day(snapshot.curve.as_of))),
        (size.source, say("market size, {date}", date=tongue.day(size.as_of))),
        (
            snapshot.budget_source,
            say("GDP {quarter}, budget", quarter=snapshot.gdp_quarter.quarter),
        ),
    )
    lines = [say("**Where the data come from**")]
    for key, what in rows:
        source = snapshot.sources[key]
        lines.append(f"-# [{source.publisher}: {source.title}](<{source.url}>): {what}")
    return "\n".join(lines)
