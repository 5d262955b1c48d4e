"""A sale: how big it is beside the market, and what the model says it would do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from calc import Pace, Range, Scenario, run
from commands.claim.checkers.parts import claimed, fact, name
from commands.claim.claims import ClaimedNumber
from commands.claim.net_sales import (
    all_months,
    named_months,
    net_sales,
    net_text,
    newest_year,
    period_text,
)
from commands.claim.verdicts import Finding, Verdict, gap, judge, money, nearest
from commands.claim.verdicts import percent as percent_text
from commands.common.text.names import capitalised, in_time
from commands.common.translator import N_

if TYPE_CHECKING:
    from datetime import date

    from calc import Outcome
    from calc.market import Holder
    from commands.claim.claims import Claim
    from commands.claim.verdicts import CheckContext

_LEAST_USD: Final = 1e6
_FAR: Final = 2.0


def scenario_of(claim: Claim, context: CheckContext) -> Scenario | None:
    """The sale of a claim as ``/selloff`` asks it; None when the seller has no figure."""
    seller = context.snapshot.holders.get(claim.who[0]) if claim.who else None
    amount = _amount(claim, seller)
    if seller is None or amount is None:
        return None
    most = min(amount, context.snapshot.marketable_usd)
    return None if most < _LEAST_USD else Scenario(seller.key, int(most), _pace(claim))


def check_sale_size(claim: Claim, context: CheckContext) -> Finding:
    """That somebody sold so much: against net sales where months are named, else how big it is."""
    span, translator = claimed(claim), context.translator
    key = claim.who[0]
    who = name(key, context)
    amount = money(span, translator)
    months = named_months(claim.what.rpartition("-")[0], claim.year, context)
    if months is not None:
        restated = translator.gettext(
            "{who} sold {amount} of US Treasuries {period}.",
            who=capitalised(who),
            amount=amount,
            period=period_text(months, context),
        )
        return _in_months(claim, span, restated, months, context)
    restated = translator.gettext(
        "{who} sells {amount} of US Treasuries.", who=capitalised(who), amount=amount
    )
    trading = fact("daily_trading", context)
    texts = [
        translator.gettext(
            "Single sales are not published. {amount} is {share} of an average day's trading"
            " ({day}).",
            amount=translator.exact_money(span.high),
            share=translator.percent(span.high / trading.value),
            day=translator.billions(trading.value),
        )
    ]
    net = net_sales(key, newest_year(context), context)
    if net is not None:
        texts.append(net_text(who, net, context))
    seller = context.snapshot.holders.get(key)
    verdict = Verdict.UNKNOWN
    if seller is not None:
        texts.append(_beside_holding(span, seller, context))
        if span.low > seller.latest.usd:
            verdict = Verdict.OFF
    scenario = scenario_of(claim, context)
    if scenario is not None:
        texts.append(_estimate(run(scenario, context.snapshot), context))
    return Finding(claim, verdict, restated, " ".join(texts))


def _in_months(
    claim: Claim,
    span: ClaimedNumber,
    restated: str,
    months: tuple[date, date],
    context: CheckContext,
) -> Finding:
    """Against what was sold, less what was bought, in the months that are named."""
    key, translator = claim.who[0], context.translator
    net = net_sales(key, months, context)
    if net is None:
        first, last = all_months(context)
        text = translator.gettext(
            "The Treasury's table of purchases and sales has no figure for that: it begins in"
            " {first} and ends in {last}.",
            first=translator.month(first),
            last=translator.month(last),
        )
        return Finding(claim, Verdict.UNKNOWN, restated, text)
    text = net_text(name(key, context), net, context)
    if net.bought_usd >= 0:
        return Finding(claim, Verdict.OFF, restated, text)
    sold = -net.bought_usd
    return Finding(claim, judge(span, sold), restated, text, gap(span, sold, translator))


def check_sale_effect(claim: Claim, context: CheckContext) -> Finding:
    """That a sale moves yields or prices by so much."""
    span, translator = claimed(claim), context.translator
    what = claim.what.partition("-")[0]
    scenario = scenario_of(claim, context)
    restated = _restated(claim, what, span, context)
    if scenario is None:
        text = translator.gettext("The Treasury's table gives no figure of its own for it.")
        if claim.who[0] in context.snapshot.totals:
            text = translator.gettext("I can only work out what one country's sale would do.")
        return Finding(claim, Verdict.UNKNOWN, restated, text)
    outcome = run(scenario, context.snapshot)
    effect, change = _effect(what, span, outcome)
    gettext = {"price": _price_text, "bill": _bill_text}.get(what, _estimate)
    texts = [gettext(outcome, context)]
    if outcome.sale.exceeds_holding:
        asked = ClaimedNumber(outcome.sale.asked_usd, outcome.sale.asked_usd)
        texts.append(_beside_holding(asked, outcome.sale.holder, context))
    return Finding(
        claim,
        _judge(effect, change),
        restated,
        " ".join(texts),
        gap(ClaimedNumber(change, change), effect.central, context.translator),
    )


def _restated(claim: Claim, what: str, span: ClaimedNumber, context: CheckContext) -> str:
    translator = context.translator
    if not claim.who:
        raise ValueError(claim)
    amount = _amount(claim, context.snapshot.holders.get(claim.who[0]))
    shown = percent_text(span, translator)
    values = {
        "who": capitalised(name(claim.who[0], context)),
        "sold": translator.gettext("its Treasuries")
        if amount is None
        else translator.exact_money(amount),
        "number": shown,
        "points": shown.replace("%", ""),
        "times": translator.fixed(span.low, 0 if span.low.is_integer() else 1),
    }
    messages = {
        "rise": N_("{who} selling {sold} lifts US yields by {points} points."),
        "level": N_("{who} selling {sold} lifts US yields to {number}."),
        "price": N_("{who} selling {sold} takes bond prices down by {number}."),
        "times": N_("{who} selling {sold} makes US yields {times} times as high."),
    }
    if what == "bill":
        return translator.gettext(
            "{who} selling {sold} makes the US interest bill {times} times as high.", **values
        )
    if what not in messages:
        raise ValueError(claim)
    return translator.gettext(messages[what], **values)


def _amount(claim: Claim, seller: Holder | None) -> float | None:
    dollars = claim.given[0] if claim.given else None
    if dollars is None and claim.claimed is not None and not claim.given:
        dollars = claim.claimed.high
    if dollars is not None:
        return dollars
    share = claim.given[1] if len(claim.given) > 1 else None
    return None if share is None or seller is None else min(share, 1.0) * seller.latest.usd


def _pace(claim: Claim) -> Pace:
    return Pace(claim.what.rpartition("-")[2] or "month")


def _effect(what: str, span: ClaimedNumber, outcome: Outcome) -> tuple[Range, float]:
    """What the model says, and what is claimed in the same unit."""
    peak = outcome.yields.peak
    if what == "rise":
        return peak, nearest(span, peak.central)
    if what == "level":
        return peak, span.low - outcome.yields.before
    if what == "times":
        return peak, (span.low - 1) * outcome.yields.before
    if what == "bill":
        interest = outcome.interest
        return interest.last_year_usd, (span.low - 1) * interest.baseline_usd[-1]
    if what == "price":
        fall = outcome.price.at_peak.map(lambda price: 1 - price / outcome.price.face)
        return fall, span.low
    raise ValueError(what)


def _judge(effect: Range, change: float) -> Verdict:
    if not effect.smallest <= change <= effect.largest:
        return Verdict.OFF
    ratio = change / effect.central
    return Verdict.HOLDS if 1 / _FAR <= ratio <= _FAR else Verdict.ROUGHLY


def _estimate(outcome: Outcome, context: CheckContext) -> str:
    translator, peak = context.translator, outcome.yields.peak
    return translator.gettext(
        "Our estimate for {sold} {in_time}: the 10-year yield {central} points higher at its peak"
        " ({low} to {high}). New buyers would earn {after} a year, now {before}.",
        sold=translator.exact_money(outcome.sale.sold_usd),
        in_time=in_time(outcome.scenario.pace, translator),
        central=translator.points(peak.central),
        low=translator.points(peak.low),
        high=translator.points(peak.high),
        before=translator.rate(outcome.yields.before),
        after=translator.rate(outcome.yields.at_peak.central),
    )


def _bill_text(outcome: Outcome, context: CheckContext) -> str:
    translator, interest, peak = context.translator, outcome.interest, outcome.yields.peak
    extra, expected = interest.last_year_usd, interest.baseline_usd[-1]
    more = extra.map(lambda usd: usd / expected)
    bill = translator.gettext(
        "Our estimate for {sold} {in_time}: {extra} more interest in {year}, {percent} on top"
        " ({low} to {high}).",
        sold=translator.exact_money(outcome.sale.sold_usd),
        in_time=in_time(outcome.scenario.pace, translator),
        extra=translator.money(extra.central),
        year=str(interest.fiscal_years[-1]),
        percent=translator.percent(more.central),
        low=translator.percent(more.low),
        high=translator.percent(more.high),
    )
    rates = translator.gettext(
        "New buyers would earn {after} a year at the peak, now {before}. Old debt keeps its rate.",
        before=translator.rate(outcome.yields.before),
        after=translator.rate(outcome.yields.before + peak.central),
    )
    return f"{bill} {rates}"


def _price_text(outcome: Outcome, context: CheckContext) -> str:
    translator, price = context.translator, outcome.price
    falls = price.at_peak.map(lambda each: 1 - each / price.face)
    return translator.gettext(
        "Our estimate for {sold} {in_time}: a ten-year note would lose {central} at the worst"
        " moment ({low} to {high}).",
        sold=translator.exact_money(outcome.sale.sold_usd),
        in_time=in_time(outcome.scenario.pace, translator),
        central=translator.percent(falls.central),
        low=translator.percent(falls.low),
        high=translator.percent(falls.high),
    )


def _beside_holding(span: ClaimedNumber, seller: Holder, context: CheckContext) -> str:
    translator, held = context.translator, seller.latest
    if span.low > held.usd:
        return translator.gettext(
            "{who} holds only {held} ({month}).",
            who=capitalised(name(seller.key, context)),
            held=translator.exact_money(held.usd),
            month=translator.month(held.month),
        )
    return translator.gettext(
        "It is {share} of the {held} that {who} holds ({month}).",
        share=translator.percent(span.high / held.usd),
        held=translator.exact_money(held.usd),
        who=name(seller.key, context),
        month=translator.month(held.month),
    )
