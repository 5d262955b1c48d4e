"""The debt: how much, what a rate on it costs, how soon it comes due."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from calc.market import Standing
from commands.claim.checkers.parts import claimed, fact, given
from commands.claim.verdicts import (
    ARITHMETIC,
    SHARES,
    SIZES,
    Finding,
    Tolerance,
    Verdict,
    gap,
    judge,
    money,
    percent,
    plain_percent,
)

if TYPE_CHECKING:
    from calc.market import BudgetYear
    from commands.claim.claims import Claim
    from commands.claim.verdicts import Desk

_PRODUCT: Final = Tolerance(0.03, 0.10)
_FACTS: Final = {
    "total": "total_public_debt",
    "public": "debt_held_by_public",
    "marketable": "marketable_outstanding",
}
_SLIPS: Final = (10.0, 100.0, 1000.0)


def check_debt_total(claim: Claim, desk: Desk) -> Finding:
    """That the United States owe so much."""
    span, tongue = claimed(claim), desk.tongue
    known = fact(_FACTS.get(claim.what, ""), desk) if claim.what in _FACTS else None
    if known is None:
        raise ValueError(claim)
    restated = tongue.say("The US debt is {amount}.", amount=money(span, tongue))
    text = tongue.say(
        "Newest official figure: **{actual}** ({day}).",
        actual=tongue.money(known.value, 4),
        day=tongue.day(known.as_of),
    )
    if claim.what == "total":
        text += " " + tongue.say(
            "Of that, {public} is owed to others; the rest the government owes to itself.",
            public=tongue.money(fact("debt_held_by_public", desk).value, 3),
        )
    if any(abs(span.high * slip / known.value - 1) <= SIZES.roughly for slip in _SLIPS):
        text += " " + tongue.say("This looks like a slip between billions and trillions.")
    return Finding(claim, judge(span, known.value), restated, text, gap(span, known.value, tongue))


def check_issue_cost(claim: Claim, desk: Desk) -> Finding:
    """That new bonds at a rate cost so much a year."""
    span, tongue = claimed(claim), desk.tongue
    base, rate = given(claim, 2)
    actual = base * rate
    if not actual > 0:
        raise ValueError(claim)
    restated = tongue.say(
        "{base} of new bonds at {rate} costs {amount} of interest a year.",
        base=tongue.given_money(base),
        rate=_rate(rate, desk),
        amount=money(span, tongue),
    )
    text = tongue.say(
        "{base} × {rate} = **{actual}** a year. That is for new debt only: old bonds keep what they"
        " pay, and {due} of the debt comes due within a year.",
        base=tongue.given_money(base),
        rate=_rate(rate, desk),
        actual=tongue.given_money(actual),
        due=tongue.percent(fact("due_within_12_months", desk).value),
    )
    return Finding(claim, judge(span, actual, _PRODUCT), restated, text, _gap(claim, actual, desk))


def check_debt_interest(claim: Claim, desk: Desk) -> Finding:
    """That the whole debt at a rate costs so much, or such a share of the budget."""
    span, tongue = claimed(claim), desk.tongue
    debt, rate = given(claim, 2)
    year = last_full_year(desk)
    gross = debt * rate
    if not gross > 0:
        raise ValueError(claim)
    product = tongue.say(
        "{debt} × {rate} = **{gross}**",
        debt=tongue.given_money(debt),
        rate=_rate(rate, desk),
        gross=tongue.given_money(gross),
    )
    if claim.what == "usd":
        actual, tolerance = gross, _PRODUCT
        restated = tongue.say(
            "{debt} of debt at {rate} costs {amount} a year.",
            debt=tongue.given_money(debt),
            rate=_rate(rate, desk),
            amount=money(span, tongue),
        )
        text = f"{product}."
    else:
        of, name = of_budget(year, claim.what, desk)
        actual, tolerance = gross / of, SHARES
        restated = tongue.say(
            "{debt} of debt at {rate} takes {share} of {name}.",
            debt=tongue.given_money(debt),
            rate=_rate(rate, desk),
            share=percent(span, tongue),
            name=name,
        )
        text = tongue.say(
            "{product}, which is **{share}** of the {of} of {name} in {year}.",
            product=product,
            share=tongue.percent(actual),
            of=tongue.money(of),
            name=name,
            year=str(year.fiscal_year),
        )
    return Finding(
        claim,
        judge(span, actual, tolerance),
        restated,
        f"{text} {_paid_now(year, desk)}",
        _gap(claim, actual, desk),
    )


def check_debt_due(claim: Claim, desk: Desk) -> Finding:
    """That so much of the debt comes due within a year."""
    span, tongue = claimed(claim), desk.tongue
    due, all_of_it = fact("due_within_12_months", desk), fact("marketable_outstanding", desk)
    is_share = claim.what == "share"
    actual = due.value if is_share else due.value * all_of_it.value
    restated = tongue.say(
        "{amount} of the US debt comes due within a year.",
        amount=percent(span, tongue) if is_share else money(span, tongue),
    )
    text = tongue.say(
        "On {day} it was **{share}** of the debt on the market, or {amount}.",
        day=tongue.day(due.as_of),
        share=tongue.percent(due.value, 3),
        amount=tongue.money(due.value * all_of_it.value, 3),
    )
    return Finding(
        claim,
        judge(span, actual, SHARES if is_share else SIZES),
        restated,
        text,
        gap(span, actual, tongue),
    )


def last_full_year(desk: Desk) -> BudgetYear:
    """The last fiscal year of which the outlook has what happened."""
    return max(
        (row for row in desk.snapshot.budget if row.standing is Standing.ACTUAL),
        key=lambda row: row.fiscal_year,
    )


def of_budget(year: BudgetYear, what: str, desk: Desk) -> tuple[float, str]:
    """What a share is of: dollars of that year, and its name.

    Raises:
        ValueError: It is no part of the budget.
    """
    tongue = desk.tongue
    known = {
        "revenue": (year.revenue_usd, tongue.say("revenue")),
        "outlays": (year.outlays_usd, tongue.say("spending")),
        "gdp": (year.gdp_usd, tongue.say("GDP")),
    }
    if what not in known:
        raise ValueError(what)
    return known[what]


def _paid_now(year: BudgetYear, desk: Desk) -> str:
    tongue = desk.tongue
    return tongue.say(
        "Paid in {year}: {net} net, {share} of revenue. It is less because the average rate is"
        " {average}, and part is paid to the government itself.",
        year=str(year.fiscal_year),
        net=tongue.billions(year.net_interest_usd),
        share=tongue.percent(year.net_interest_usd / year.revenue_usd),
        average=tongue.percent(fact("average_rate", desk).value),
    )


def _rate(rate: float, desk: Desk) -> str:
    return plain_percent(rate, desk.tongue)


def _gap(claim: Claim, actual: float, desk: Desk) -> str:
    span = claimed(claim)
    if judge(span, actual, ARITHMETIC) is Verdict.HOLDS:
        return ""
    return gap(span, actual, desk.tongue)
