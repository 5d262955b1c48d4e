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
    from commands.claim.verdicts import CheckContext

_PRODUCT: Final = Tolerance(0.03, 0.10)
_FACTS: Final = {
    "total": "total_public_debt",
    "public": "debt_held_by_public",
    "marketable": "marketable_outstanding",
}
_SLIPS: Final = (10.0, 100.0, 1000.0)


def check_debt_total(claim: Claim, context: CheckContext) -> Finding:
    """That the United States owe so much."""
    span, translator = claimed(claim), context.translator
    known = fact(_FACTS.get(claim.what, ""), context) if claim.what in _FACTS else None
    if known is None:
        raise ValueError(claim)
    restated = translator.gettext("The US debt is {amount}.", amount=money(span, translator))
    text = translator.gettext(
        "Newest official figure: **{actual}** ({day}).",
        actual=translator.money(known.value, 4),
        day=translator.day(known.as_of),
    )
    if claim.what == "total":
        text += " " + translator.gettext(
            "Of that, {public} is owed to others; the rest the government owes to itself.",
            public=translator.money(fact("debt_held_by_public", context).value, 3),
        )
    if any(abs(span.high * slip / known.value - 1) <= SIZES.roughly for slip in _SLIPS):
        text += " " + translator.gettext("This looks like a slip between billions and trillions.")
    return Finding(
        claim, judge(span, known.value), restated, text, gap(span, known.value, translator)
    )


def check_issue_cost(claim: Claim, context: CheckContext) -> Finding:
    """That new bonds at a rate cost so much a year."""
    span, translator = claimed(claim), context.translator
    base, rate = given(claim, 2)
    actual = base * rate
    if not actual > 0:
        raise ValueError(claim)
    restated = translator.gettext(
        "{base} of new bonds at {rate} costs {amount} of interest a year.",
        base=translator.exact_money(base),
        rate=_rate(rate, context),
        amount=money(span, translator),
    )
    text = translator.gettext(
        "{base} × {rate} = **{actual}** a year. That is for new debt only: old bonds keep what they"
        " pay, and {due} of the debt comes due within a year.",
        base=translator.exact_money(base),
        rate=_rate(rate, context),
        actual=translator.exact_money(actual),
        due=translator.percent(fact("due_within_12_months", context).value),
    )
    return Finding(
        claim, judge(span, actual, _PRODUCT), restated, text, _gap(claim, actual, context)
    )


def check_debt_interest(claim: Claim, context: CheckContext) -> Finding:
    """That the whole debt at a rate costs so much, or such a share of the budget."""
    span, translator = claimed(claim), context.translator
    debt, rate = given(claim, 2)
    year = last_full_year(context)
    gross = debt * rate
    if not gross > 0:
        raise ValueError(claim)
    product = translator.gettext(
        "{debt} × {rate} = **{gross}**",
        debt=translator.exact_money(debt),
        rate=_rate(rate, context),
        gross=translator.exact_money(gross),
    )
    if claim.what == "usd":
        actual, tolerance = gross, _PRODUCT
        restated = translator.gettext(
            "{debt} of debt at {rate} costs {amount} a year.",
            debt=translator.exact_money(debt),
            rate=_rate(rate, context),
            amount=money(span, translator),
        )
        text = f"{product}."
    else:
        of, name = of_budget(year, claim.what, context)
        actual, tolerance = gross / of, SHARES
        restated = translator.gettext(
            "{debt} of debt at {rate} takes {share} of {name}.",
            debt=translator.exact_money(debt),
            rate=_rate(rate, context),
            share=percent(span, translator),
            name=name,
        )
        text = translator.gettext(
            "{product}, which is **{share}** of the {of} of {name} in {year}.",
            product=product,
            share=translator.percent(actual),
            of=translator.money(of),
            name=name,
            year=str(year.fiscal_year),
        )
    return Finding(
        claim,
        judge(span, actual, tolerance),
        restated,
        f"{text} {_paid_now(year, context)}",
        _gap(claim, actual, context),
    )


def check_debt_due(claim: Claim, context: CheckContext) -> Finding:
    """That so much of the debt comes due within a year."""
    span, translator = claimed(claim), context.translator
    due, all_of_it = fact("due_within_12_months", context), fact("marketable_outstanding", context)
    is_share = claim.what == "share"
    actual = due.value if is_share else due.value * all_of_it.value
    restated = translator.gettext(
        "{amount} of the US debt comes due within a year.",
        amount=percent(span, translator) if is_share else money(span, translator),
    )
    text = translator.gettext(
        "On {day} it was **{share}** of the debt on the market, or {amount}.",
        day=translator.day(due.as_of),
        share=translator.percent(due.value, 3),
        amount=translator.money(due.value * all_of_it.value, 3),
    )
    return Finding(
        claim,
        judge(span, actual, SHARES if is_share else SIZES),
        restated,
        text,
        gap(span, actual, translator),
    )


def last_full_year(context: CheckContext) -> BudgetYear:
    """The last fiscal year of which the outlook has what happened."""
    return max(
        (row for row in context.snapshot.budget if row.standing is Standing.ACTUAL),
        key=lambda row: row.fiscal_year,
    )


def of_budget(year: BudgetYear, what: str, context: CheckContext) -> tuple[float, str]:
    """What a share is of: dollars of that year, and its name.

    Raises:
        ValueError: It is no part of the budget.
    """
    translator = context.translator
    known = {
        "revenue": (year.revenue_usd, translator.gettext("revenue")),
        "outlays": (year.outlays_usd, translator.gettext("spending")),
        "gdp": (year.gdp_usd, translator.gettext("GDP")),
    }
    if what not in known:
        raise ValueError(what)
    return known[what]


def _paid_now(year: BudgetYear, context: CheckContext) -> str:
    translator = context.translator
    return translator.gettext(
        "Paid in {year}: {net} net, {share} of revenue. It is less because the average rate is"
        " {average}, and part is paid to the government itself.",
        year=str(year.fiscal_year),
        net=translator.billions(year.net_interest_usd),
        share=translator.percent(year.net_interest_usd / year.revenue_usd),
        average=translator.percent(fact("average_rate", context).value),
    )


def _rate(rate: float, context: CheckContext) -> str:
    return plain_percent(rate, context.translator)


def _gap(claim: Claim, actual: float, context: CheckContext) -> str:
    span = claimed(claim)
    if judge(span, actual, ARITHMETIC) is Verdict.HOLDS:
        return ""
    return gap(span, actual, context.translator)
