"""From a claim to the command that answers more about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from calc import Scenario
from calc.one_bond import BondTerms
from commands.bond.buttons import LEAST_MONTHS, MOST_MONTHS, MOST_RATE, BondQuestion, bond_id
from commands.claim.buttons import claim_id
from commands.claim.checkers.sales import scenario_of
from commands.claim.claims import Claim, ClaimedNumber, ClaimKind
from commands.common.answer import Button
from commands.common.text.names import holder_name
from commands.history.buttons import history_id
from commands.holders.buttons import holders_id
from commands.interest import buttons as interest
from commands.learn.buttons import term_id
from commands.selloff.buttons import scenario_id

if TYPE_CHECKING:
    from commands.claim.sentence import Sentence
    from commands.claim.verdicts import CheckContext

_TERMS: Final = {
    ClaimKind.RATING: "rating",
    ClaimKind.DOLLAR_COLLAPSE: "reservecurrency",
    ClaimKind.INTEREST_SHARE: "netinterest",
    ClaimKind.INTEREST_PAID: "netinterest",
    ClaimKind.DEBT_TOTAL: "debt",
    ClaimKind.DEBT_DUE: "rollover",
    ClaimKind.YIELD_LEVEL: "yieldcurve",
    ClaimKind.TRADING_DAY: "secondarymarket",
    ClaimKind.DIRECTION: "yield",
    ClaimKind.UNIT_SLIP: "treasury",
}
_MONTHS: Final = 12
_LARGEST: Final = "jp"
_SALE_USD: Final = 200_000_000_000
_EXAMPLE: Final = Claim(ClaimKind.HOLDING_SIZE, ClaimedNumber(1.2e12, 1.2e12), (_LARGEST,))


def follow_ups(claim: Claim, context: CheckContext, action: str) -> tuple[Button, ...]:
    """The buttons to it; none when there is nothing to add."""
    if claim.kind is ClaimKind.HOLDER_TREND:
        return (_holders(claim.who[0], context, action), sale_of(claim.who[0], context, action))
    found = _follow_up(claim, context, action)
    return () if found is None else (found,)


def alternatives(sentence: Sentence, context: CheckContext, action: str) -> tuple[Button, ...]:
    """What can be asked instead, about the holder that is named if there is one."""
    key = next(
        (place.key for place in sentence.holders if place.key in context.snapshot.holders), ""
    )
    example = claim_id(action, _EXAMPLE)
    checked = (
        () if example is None else (Button(context.translator.gettext("An example"), example),)
    )
    return (*checked, sale_of(key, context, action), _holders(key, context, action))


def sale_of(key: str, context: CheckContext, action: str) -> Button:
    """What if this holder sold; Japan, the largest, where the table does not list it."""
    seller = context.snapshot.holders.get(key, context.snapshot.holders[_LARGEST])
    who = holder_name(seller, context.translator)
    usd = min(_SALE_USD, int(seller.latest.usd))
    label = context.translator.gettext(
        "If {who} sold {amount}", who=who, amount=context.translator.short_money(usd, 3)
    )
    return Button(label, scenario_id(action, Scenario(seller.key, usd)))


def _follow_up(claim: Claim, context: CheckContext, action: str) -> Button | None:
    match claim.kind:
        case ClaimKind.SALE_SIZE | ClaimKind.SALE_EFFECT:
            return _sale(claim, context, action)
        case ClaimKind.BOND_YIELD:
            return _bond(claim, context, action)
        case ClaimKind.ISSUE_COST | ClaimKind.DEBT_INTEREST:
            return _interest(claim, context, action)
        case ClaimKind.HOLDING_SIZE | ClaimKind.HOLDING_RANK | ClaimKind.HOLDING_SHARE:
            return _holder(claim, context, action)
        case ClaimKind.APRIL_2025:
            return Button(context.translator.gettext("What happened before?"), history_id(action))
        case kind:
            return Button(
                context.translator.gettext("Explain the words"), term_id(action, _TERMS[kind])
            )


def _sale(claim: Claim, context: CheckContext, action: str) -> Button:
    scenario = scenario_of(claim, context)
    if scenario is None:
        return sale_of("", context, action)
    sold = context.translator.short_money(scenario.amount_usd, 3)
    label = context.translator.gettext("What if {amount} is sold?", amount=sold)
    return Button(label, scenario_id(action, scenario))


def _bond(claim: Claim, context: CheckContext, action: str) -> Button | None:
    price, coupon, years = claim.given
    if price is None or years is None:
        return None
    rate = context.snapshot.curve.at(years) if coupon is None else coupon
    if rate > MOST_RATE or not LEAST_MONTHS <= years * _MONTHS <= MOST_MONTHS:
        return None
    question = BondQuestion(BondTerms(round(rate, 6), years), "price", price)
    return Button(context.translator.gettext("Show this bond"), bond_id(action, question))


def _interest(claim: Claim, context: CheckContext, action: str) -> Button | None:
    base, rate = claim.given
    if base is None or rate is None or rate > interest.MOST_RATE:
        return None
    if not interest.LEAST_USD <= base <= interest.MOST_USD:
        return None
    if claim.kind is ClaimKind.DEBT_INTEREST:
        whole = interest.DebtQuestion(rate, int(base))
        label = context.translator.gettext("The whole debt at this rate")
        return Button(label, interest.debt_id(action, whole))
    now = context.snapshot.curve.at(10)
    issue = interest.IssueQuestion(int(base), now, rate)
    return Button(
        context.translator.gettext("Against today's rate"), interest.issue_id(action, issue)
    )


def _holder(claim: Claim, context: CheckContext, action: str) -> Button:
    label = context.translator.gettext("Who holds the US debt?")
    key = claim.who[0] if len(claim.who) == 1 and claim.who[0] in context.snapshot.holders else None
    return Button(label, holders_id(action, key))


def _holders(key: str, context: CheckContext, action: str) -> Button:
    seller = context.snapshot.holders.get(key)
    if seller is None:
        return Button(context.translator.gettext("Who holds the US debt?"), holders_id(action))
    who = holder_name(seller, context.translator)
    return Button(
        context.translator.gettext("US debt held in {who}", who=who), holders_id(action, key)
    )
