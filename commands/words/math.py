"""Show the math: each step with its formula, the numbers put in, and where they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.figures import full_date, given_money, month, percent, plain, rate, short_money
from commands.words.names import IN_TIME, MIX_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from calc import Outcome, Range
    from calc.parameters import Dial
    from commands.figures import Figures


def math_text(outcome: Outcome, figures: Figures) -> str:
    """The whole derivation, in the order the numbers are made."""
    return "\n".join(
        (
            f"### The math: {figures.amount} {IN_TIME[outcome.scenario.pace]}",
            "Three numbers stand for a low, a **best** and a high guess.",
            _sold(outcome),
            _lasting(outcome),
            _passing(outcome),
            _price(outcome, figures),
            _interest(outcome, figures),
            _support(outcome),
            _data(outcome),
            "-# Estimate, not advice.",
        )
    )


def _three(values: Range, show: str = "{}", *, scale: float = 1.0) -> str:
    low, central, high = (plain(value * scale) for value in values)
    return show.format(f"{low} / **{central}** / {high}")


def _dial(dial: Dial) -> str:
    return f"{plain(dial.low)} / **{plain(dial.central)}** / {plain(dial.high)}"


def _sold(outcome: Outcome) -> str:
    sale = outcome.sale
    mood = outcome.parameters.moods[outcome.scenario.mood]
    follow = f" × {1 + mood.contagion:g} (others follow)" if mood.contagion else ""
    return (
        f"**1. Rate risk sold.** {given_money(sale.sold_usd)} × {plain(sale.portfolio.delta)}"
        f" ({_kind(outcome)}, in ten-year notes){follow}"
        f" = {short_money(sale.ten_year_equivalents_usd, 3)}."
    )


def _kind(outcome: Outcome) -> str:
    share = outcome.sale.portfolio.bills_share
    if share is not None:
        return f"its own mix, {percent(share)} of it bills"
    return MIX_NAMES[outcome.scenario.mix]


def _lasting(outcome: Outcome) -> str:
    share = outcome.sale.ten_year_equivalents_usd / outcome.snapshot.gdp_usd
    return (
        f"**2. What lasts.** {_dial(outcome.parameters.dials['kappa'])} basis points"
        f" (0.01 points each) per 1% of GDP × {plain(share * 100, 3)}% of GDP"
        f" = {_three(outcome.yields.lasting, scale=1e4)} basis points."
    )


def _passing(outcome: Outcome) -> str:
    path, dials = outcome.yields.path, outcome.parameters.dials
    mood = outcome.parameters.moods[outcome.scenario.mood]
    stress = f" × {mood.stress:g} (strain)" if mood.stress != 1 else ""
    low, central, high = (short_money(usd, 3) for usd in path.waiting_at_peak_usd)
    return (
        f"**3. What passes.** Buyers take in half of what waits every {_dial(dials['half_life'])}"
        f" trading days. At the worst moment, day {path.peak_day:.0f}, {low} / **{central}** /"
        f" {high} still wait. {_dial(dials['flow'])} basis points × √(that in % of the"
        f" {short_money(outcome.snapshot.marketable_usd, 3)} market){stress}, plus step 2,"
        f" = {_three(outcome.yields.peak, scale=1e4)} basis points."
    )


def _price(outcome: Outcome, figures: Figures) -> str:
    price = outcome.price
    return (
        f"**4. Price.** A {figures.face} note with 20 half-yearly payments of"
        f" ${price.coupon * price.face / 2:.2f}, discounted at {figures.yield_after.central}"
        f" instead of {rate(price.coupon)}: **{figures.price.central}**. Each basis point costs"
        f" {price.dv01 * 100:.1f} cents."
    )


def _interest(outcome: Outcome, figures: Figures) -> str:
    interest = outcome.interest
    due = outcome.snapshot.facts["due_within_12_months"]
    service = interest.service_usd[-1]
    return (
        f"**5. Interest.** Old bonds keep paying what they paid. Only debt that comes due"
        f" ({percent(due.value, 3)} within a year) and new debt pay the new rate, each maturity by"
        f" its own share of the move, bills nothing. Quarter by quarter to {figures.last_year}:"
        f" {figures.interest.least} / **{figures.interest.central}** / {figures.interest.most}"
        f" in that year, of which {short_money(service.central)} is interest on the extra"
        f" interest.\n{_baselines(outcome, figures)}"
    )


def _baselines(outcome: Outcome, figures: Figures) -> str:
    interest = outcome.interest
    held = short_money(interest.held_baseline_usd[-1], 3)
    before, after = interest.ratios_before, interest.ratios_after
    shares = ", ".join(
        f"{percent(float(old[-1]), 3)} → {percent(float(new[-1]), 3)} of {what}"
        for old, new, what in (
            (before.of_revenue, after.of_revenue, "revenue"),
            (before.of_outlays, after.of_outlays, "spending"),
            (before.of_gdp, after.of_gdp, "GDP"),
        )
    )
    return (
        f"Without the sale the budget office expects {figures.interest_before} of net interest in"
        f" {figures.last_year}, at the lower yields of its forecast; at today's yields it would be"
        f" {held}. With the sale: {shares}."
    )


def _support(outcome: Outcome) -> str:
    dials = outcome.parameters.dials
    lines = (
        f"Step {step}: {_cited(outcome, dials[key])} ({dials[key].evidence})"
        for step, key in ((2, "kappa"), (3, "flow"), (3, "half_life"), (1, "delta"))
    )
    return "**Where the dials come from**\n" + "\n".join(f"-# {line}" for line in lines)


def _cited(outcome: Outcome, dial: Dial) -> str:
    references = (outcome.parameters.references[key] for key in dial.references)
    return ", ".join(f"[{ref.authors} {ref.year}](<{ref.url}>)" for ref in references)


def _data(outcome: Outcome) -> str:
    snapshot, sale = outcome.snapshot, outcome.sale
    facts = snapshot.facts
    rows = (
        ("tic_table_5", f"holdings, {month(sale.holding.month)}, {sale.holding.standing}"),
        (snapshot.curve.source, f"yields, {full_date(snapshot.curve.as_of)}"),
        ("mspd", f"market size, {full_date(facts['marketable_outstanding'].as_of)}"),
        (snapshot.budget_source, f"GDP {snapshot.gdp_quarter.quarter}, budget"),
    )
    return "**Where the data come from**\n" + "\n".join(_source_lines(outcome, rows))


def _source_lines(outcome: Outcome, rows: Iterable[tuple[str, str]]) -> Iterable[str]:
    for key, what in rows:
        source = outcome.snapshot.sources[key]
        yield f"-# [{source.publisher}: {source.title}](<{source.url}>): {what}"
