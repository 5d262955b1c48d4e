"""From a claim to the command that answers more about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from calc.one_bond import BondTerms
from commands.answer import Button
from commands.claims.checks.sales import scenario_of
from commands.claims.claims import Kind
from commands.fields import interest
from commands.fields.bond import LEAST_MONTHS, MOST_MONTHS, MOST_RATE, BondQuestion, bond_id
from commands.fields.history import history_id
from commands.fields.holders import holders_id
from commands.fields.learn import term_id
from commands.fields.selloff import scenario_id

if TYPE_CHECKING:
    from commands.claims.claims import Claim
    from commands.claims.verdicts import Desk

_TERMS: Final = {
    Kind.RATING: "rating",
    Kind.DOLLAR_COLLAPSE: "reservecurrency",
    Kind.INTEREST_SHARE: "netinterest",
    Kind.INTEREST_PAID: "netinterest",
    Kind.DEBT_TOTAL: "debt",
    Kind.DEBT_DUE: "rollover",
    Kind.YIELD_LEVEL: "yieldcurve",
    Kind.TRADING_DAY: "secondarymarket",
    Kind.DIRECTION: "yield",
    Kind.UNIT_SLIP: "treasury",
}
_MONTHS: Final = 12


def way_on(claim: Claim, desk: Desk, action: str) -> Button | None:
    """The button to it; None when there is nothing to add."""
    match claim.kind:
        case Kind.SALE_SIZE | Kind.SALE_EFFECT:
            return _sale(claim, desk, action)
        case Kind.BOND_YIELD:
            return _bond(claim, desk, action)
        case Kind.ISSUE_COST | Kind.DEBT_INTEREST:
            return _interest(claim, desk, action)
        case Kind.HOLDING_SIZE | Kind.HOLDING_RANK | Kind.HOLDING_SHARE:
            return _holder(claim, desk, action)
        case Kind.APRIL_2025:
            return Button(desk.tongue.say("What happened before?"), history_id(action))
        case kind:
            return Button(desk.tongue.say("Explain the words"), term_id(action, _TERMS[kind]))


def _sale(claim: Claim, desk: Desk, action: str) -> Button | None:
    scenario = scenario_of(claim, desk)
    if scenario is None:
        return None
    sold = desk.tongue.short_money(scenario.amount_usd, 3)
    label = desk.tongue.say("What if {amount} is sold?", amount=sold)
    return Button(label, scenario_id(action, scenario))


def _bond(claim: Claim, desk: Desk, action: str) -> Button | None:
    price, coupon, years = claim.given
    if price is None or years is None:
        return None
    rate = desk.snapshot.curve.at(years) if coupon is None else coupon
    if rate > MOST_RATE or not LEAST_MONTHS <= years * _MONTHS <= MOST_MONTHS:
        return None
    question = BondQuestion(BondTerms(round(rate, 6), years), "price", price)
    return Button(desk.tongue.say("Show this bond"), bond_id(action, question))


def _interest(claim: Claim, desk: Desk, action: str) -> Button | None:
    base, rate = claim.given
    if base is None or rate is None or rate > interest.MOST_RATE:
        return None
    if not interest.LEAST_USD <= base <= interest.MOST_USD:
        return None
    if claim.kind is Kind.DEBT_INTEREST:
        whole = interest.DebtQuestion(rate, int(base))
        label = desk.tongue.say("The whole debt at this rate")
        return Button(label, interest.debt_id(action, whole))
    now = desk.snapshot.curve.at(10)
    issue = interest.IssueQuestion(int(base), now, rate)
    return Button(desk.tongue.say("Against today's rate"), interest.issue_id(action, issue))


def _holder(claim: Claim, desk: Desk, action: str) -> Button:
    label = desk.tongue.say("Who holds the US debt?")
    key = claim.who[0] if len(claim.who) == 1 and claim.who[0] in desk.snapshot.holders else None
    return Button(label, holders_id(action, key))
