"""From a claim to the command that answers more about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from calc import Scenario
from calc.one_bond import BondTerms
from commands.bond.buttons import LEAST_MONTHS, MOST_MONTHS, MOST_RATE, BondQuestion, bond_id
from commands.claim.buttons import claim_id
from commands.claim.checkers.sales import scenario_of
from commands.claim.claims import Claim, Kind, Span
from commands.common.answer import Button
from commands.common.text.names import holder_name
from commands.history.buttons import history_id
from commands.holders.buttons import holders_id
from commands.interest import buttons as interest
from commands.learn.buttons import term_id
from commands.selloff.buttons import scenario_id

if TYPE_CHECKING:
    from commands.claim.sentence import Sentence
    from commands.claim.verdicts import Desk

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
_LARGEST: Final = "jp"
_SALE_USD: Final = 200_000_000_000
_EXAMPLE: Final = Claim(Kind.HOLDING_SIZE, Span(1.2e12, 1.2e12), (_LARGEST,))


def ways_on(claim: Claim, desk: Desk, action: str) -> tuple[Button, ...]:
    """The buttons to it; none when there is nothing to add."""
    if claim.kind is Kind.HOLDER_TREND:
        return (_holders(claim.who[0], desk, action), sale_of(claim.who[0], desk, action))
    found = _way_on(claim, desk, action)
    return () if found is None else (found,)


def ways_in(sentence: Sentence, desk: Desk, action: str) -> tuple[Button, ...]:
    """What can be asked instead, about the holder that is named if there is one."""
    key = next((place.key for place in sentence.holders if place.key in desk.snapshot.holders), "")
    example = claim_id(action, _EXAMPLE)
    checked = () if example is None else (Button(desk.translator.gettext("An example"), example),)
    return (*checked, sale_of(key, desk, action), _holders(key, desk, action))


def sale_of(key: str, desk: Desk, action: str) -> Button:
    """What if this holder sold; Japan, the largest, where the table does not list it."""
    seller = desk.snapshot.holders.get(key, desk.snapshot.holders[_LARGEST])
    who = holder_name(seller, desk.translator)
    usd = min(_SALE_USD, int(seller.latest.usd))
    label = desk.translator.gettext(
        "If {who} sold {amount}", who=who, amount=desk.translator.short_money(usd, 3)
    )
    return Button(label, scenario_id(action, Scenario(seller.key, usd)))


def _way_on(claim: Claim, desk: Desk, action: str) -> Button | None:
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
            return Button(desk.translator.gettext("What happened before?"), history_id(action))
        case kind:
            return Button(
                desk.translator.gettext("Explain the words"), term_id(action, _TERMS[kind])
            )


def _sale(claim: Claim, desk: Desk, action: str) -> Button:
    scenario = scenario_of(claim, desk)
    if scenario is None:
        return sale_of("", desk, action)
    sold = desk.translator.short_money(scenario.amount_usd, 3)
    label = desk.translator.gettext("What if {amount} is sold?", amount=sold)
    return Button(label, scenario_id(action, scenario))


def _bond(claim: Claim, desk: Desk, action: str) -> Button | None:
    price, coupon, years = claim.given
    if price is None or years is None:
        return None
    rate = desk.snapshot.curve.at(years) if coupon is None else coupon
    if rate > MOST_RATE or not LEAST_MONTHS <= years * _MONTHS <= MOST_MONTHS:
        return None
    question = BondQuestion(BondTerms(round(rate, 6), years), "price", price)
    return Button(desk.translator.gettext("Show this bond"), bond_id(action, question))


def _interest(claim: Claim, desk: Desk, action: str) -> Button | None:
    base, rate = claim.given
    if base is None or rate is None or rate > interest.MOST_RATE:
        return None
    if not interest.LEAST_USD <= base <= interest.MOST_USD:
        return None
    if claim.kind is Kind.DEBT_INTEREST:
        whole = interest.DebtQuestion(rate, int(base))
        label = desk.translator.gettext("The whole debt at this rate")
        return Button(label, interest.debt_id(action, whole))
    now = desk.snapshot.curve.at(10)
    issue = interest.IssueQuestion(int(base), now, rate)
    return Button(desk.translator.gettext("Against today's rate"), interest.issue_id(action, issue))


def _holder(claim: Claim, desk: Desk, action: str) -> Button:
    label = desk.translator.gettext("Who holds the US debt?")
    key = claim.who[0] if len(claim.who) == 1 and claim.who[0] in desk.snapshot.holders else None
    return Button(label, holders_id(action, key))


def _holders(key: str, desk: Desk, action: str) -> Button:
    seller = desk.snapshot.holders.get(key)
    if seller is None:
        return Button(desk.translator.gettext("Who holds the US debt?"), holders_id(action))
    who = holder_name(seller, desk.translator)
    return Button(
        desk.translator.gettext("US debt held in {who}", who=who), holders_id(action, key)
    )
