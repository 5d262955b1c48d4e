"""Net interest, as a sum and against the budget: the official outlook, year by year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc.interest import baseline_net_interest, interest_model
from calc.market import BudgetYear, Standing
from calc.market.quarters import Quarter
from commands.claim.checkers.debt import of_budget
from commands.claim.checkers.parts import claimed
from commands.claim.verdicts import SHARES, SIZES, Finding, Verdict, gap, judge, money, percent

if TYPE_CHECKING:
    from commands.claim.claims import Claim, ClaimedNumber
    from commands.claim.verdicts import CheckContext


def check_interest_share(claim: Claim, context: CheckContext) -> Finding:
    """That interest takes such a share of revenue, spending or GDP."""
    span, translator = claimed(claim), context.translator
    row = _row(claim, context)
    _, name = of_budget(context.snapshot.budget[0], claim.what, context)
    when = claim.year if row is None else row.fiscal_year
    restated = translator.gettext(
        "Interest takes {share} of US {name} in {year}.",
        share=percent(span, translator),
        name=name,
        year=str(when),
    )
    if row is None:
        return Finding(claim, Verdict.UNKNOWN, restated, _outside(context))
    actual = _share(row, claim.what, context)
    if row.standing is Standing.ACTUAL:
        text = translator.gettext("It was **{actual}**, net.", actual=translator.percent(actual, 3))
    else:
        text = translator.gettext(
            "The budget office expects **{actual}**, net ({net}).",
            actual=translator.percent(actual, 3),
            net=translator.billions(row.net_interest_usd),
        )
    texts = [
        text,
        _if_yields_stay(row, claim.what, context),
        _when_passed(span, claim.what, context),
    ]
    return Finding(
        claim,
        judge(span, actual, SHARES),
        restated,
        " ".join(each for each in texts if each),
        gap(span, actual, translator),
    )


def check_interest_paid(claim: Claim, context: CheckContext) -> Finding:
    """That interest comes to so many dollars a year."""
    span, translator = claimed(claim), context.translator
    row = _row(claim, context)
    when = claim.year if row is None else row.fiscal_year
    restated = translator.gettext(
        "The US pays {amount} of interest in {year}.",
        amount=money(span, translator),
        year=str(when),
    )
    if row is None:
        return Finding(claim, Verdict.UNKNOWN, restated, _outside(context))
    actual = row.net_interest_usd
    if row.standing is Standing.ACTUAL:
        text = translator.gettext(
            "Net interest was **{actual}**", actual=translator.billions(actual)
        )
    else:
        text = translator.gettext(
            "The budget office expects net interest of **{actual}**",
            actual=translator.billions(actual),
        )
    text += translator.gettext(
        ": {share} of revenue. Gross interest is higher: part is paid to the government itself.",
        share=translator.percent(actual / row.revenue_usd),
    )
    return Finding(claim, judge(span, actual, SIZES), restated, text, gap(span, actual, translator))


def _row(claim: Claim, context: CheckContext) -> BudgetYear | None:
    """The year claimed; without one, the last full fiscal year before the curve's day."""
    year = claim.year or Quarter.containing(context.snapshot.curve.as_of).fiscal_year - 1
    try:
        return context.snapshot.budget_year(year)
    except KeyError:
        return None


def _share(row: BudgetYear, what: str, context: CheckContext) -> float:
    return row.net_interest_usd / of_budget(row, what, context)[0]


def _outside(context: CheckContext) -> str:
    years = [row.fiscal_year for row in context.snapshot.budget]
    return context.translator.gettext(
        "My budget figures run from {first} to {last}.", first=str(years[0]), last=str(years[-1])
    )


def _if_yields_stay(row: BudgetYear, what: str, context: CheckContext) -> str:
    """The outlook was made at lower yields than today's."""
    translator, model = context.translator, interest_model(context.snapshot)
    first = Quarter.containing(context.snapshot.curve.as_of).fiscal_year
    if row.fiscal_year <= first or row.fiscal_year not in model.fiscal_years:
        return ""
    at = model.fiscal_years.index(row.fiscal_year)
    held = float(baseline_net_interest(model, "curve_held")[at])
    of, _ = of_budget(row, what, context)
    if what == "outlays":
        of += held - row.net_interest_usd
    return translator.gettext(
        "If yields stayed at today's level, our estimate is {share}.",
        share=translator.percent(held / of, 3),
    )


def _when_passed(span: ClaimedNumber, what: str, context: CheckContext) -> str:
    """When the outlook gets there."""
    translator = context.translator
    ahead = [row for row in context.snapshot.budget if row.standing is Standing.PROJECTION]
    if _share(ahead[0], what, context) >= span.low:
        return ""
    passed = next((row for row in ahead if _share(row, what, context) >= span.low), None)
    if passed is None:
        return translator.gettext(
            "Its outlook does not reach {share} by {last}.",
            share=translator.percent(span.low),
            last=str(ahead[-1].fiscal_year),
        )
    return translator.gettext(
        "Its outlook reaches {share} in {year}.",
        share=translator.percent(span.low),
        year=str(passed.fiscal_year),
    )
