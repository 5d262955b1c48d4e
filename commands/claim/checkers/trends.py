"""Whether a holder has been selling: what the Treasury's table can tell of it, and what not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from calc.ownership import holder_path, over_a_year
from commands.claim.checkers.parts import fact, holder, name
from commands.claim.net_sales import (
    THIS_YEAR,
    NetSales,
    all_months,
    named_months,
    net_sales,
    net_text,
    newest_year,
    period_text,
)
from commands.claim.verdicts import Finding, Verdict
from commands.common.parsing.places_in_text import FED
from commands.common.text.names import capitalised
from commands.common.translator import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calc.market import Holding
    from commands.claim.claims import Claim
    from commands.claim.verdicts import CheckContext

# About five years of duration times the point or so by which yields move in an ordinary year.
_BY_PRICES_ALONE: Final = 0.05
_UNCHANGED: Final = 0.01
_FIVE_YEARS: Final = 60
_ONE: Final = {
    "sells": N_("{who} has been selling US Treasuries."),
    "stops": N_("{who} has stopped buying US Treasuries."),
    "cuts": N_("{who} holds fewer US Treasuries than before."),
    "buys": N_("{who} has been buying US Treasuries."),
}
_MANY: Final = {
    "sells": N_("{who} have been selling US Treasuries."),
    "stops": N_("{who} have stopped buying US Treasuries."),
    "cuts": N_("{who} hold fewer US Treasuries than before."),
    "buys": N_("{who} have been buying US Treasuries."),
}
_THEN: Final = {
    "sells": N_("{who} sold US Treasuries {period}."),
    "stops": N_("{who} stopped buying US Treasuries {period}."),
    "cuts": N_("{who} cut holdings of US Treasuries {period}."),
    "buys": N_("{who} bought US Treasuries {period}."),
}
# A holding that is such a share of its largest month is as good as gone.
_GONE: Final = 0.05


def check_trend(claim: Claim, context: CheckContext) -> Finding:
    """That a holder sells or buys: by its net sales, else by what it held.

    Raises:
        ValueError: The claim names nobody, or no action that is known.
    """
    translator = context.translator
    action, _, span = claim.what.partition("-")
    if len(claim.who) != 1 or action not in _ONE:
        raise ValueError(claim)
    key = claim.who[0]
    who = name(key, context)
    message = (_MANY if key in context.snapshot.totals else _ONE)[action]
    restated = translator.gettext(message, who=capitalised(who))
    if key == FED:
        held = fact("fed_holdings", context)
        text = translator.gettext(
            "I have only its newest figure: {actual} ({month}).",
            actual=translator.money(held.value, 3),
            month=translator.month(held.as_of),
        )
        return Finding(claim, Verdict.UNKNOWN, restated, text)
    months = named_months(span, claim.year, context)
    if months is not None:
        is_this = span == THIS_YEAR
        period = translator.gettext("this year") if is_this else period_text(months, context)
        restated = translator.gettext(_THEN[action], who=capitalised(who), period=period)
    if action != "cuts" and span != "day" and not _is_gone(key, context):
        found = _by_sales(claim, restated, context)
        if found is not None:
            return found
    return _by_holdings(claim, restated, context)


def _by_sales(claim: Claim, restated: str, context: CheckContext) -> Finding | None:
    """By what was bought and sold; None where the table does not say."""
    key = claim.who[0]
    action, _, span = claim.what.partition("-")
    # This year goes on after the table ends.
    named = None if span == THIS_YEAR else named_months(span, claim.year, context)
    months = (
        named
        or named_months(span, claim.year, context)
        or (all_months(context) if span == "years" else newest_year(context))
    )
    net = net_sales(key, months, context)
    if net is None:
        return None
    texts = [net_text(name(key, context), net, context)]
    is_towards = net.bought_usd > 0 if action == "buys" else net.bought_usd < 0
    if named is not None:
        return Finding(claim, Verdict.HOLDS if is_towards else Verdict.OFF, restated, texts[0])
    verdict = Verdict.FITS if is_towards else Verdict.AGAINST
    if net.share < _UNCHANGED:
        verdict = Verdict.FITS if action == "stops" else Verdict.UNCLEAR
    since = _since(key, net, context)
    if since is not None:
        texts.append(since[1])
        contradicts = since[0] > 0 if action == "buys" else since[0] < 0
        if contradicts != is_towards:
            verdict = Verdict.UNCLEAR
    return Finding(claim, verdict, restated, " ".join(texts))


def _since(key: str, net: NetSales, context: CheckContext) -> tuple[float, str] | None:
    """How the holding changed since the table of sales ends, as a share and in words."""
    known = holder(key, context)
    if known is None or not net.held_usd:
        return None
    newest, translator = known.latest, context.translator
    change = newest.usd - net.held_usd
    if newest.month < net.last or abs(change) < _BY_PRICES_ALONE * net.held_usd:
        return None
    messages = {
        True: N_("Then holdings fell by {sum} to {month}; how much of that was sold is not out."),
        False: N_(
            "Then holdings rose by {sum} to {month}; how much of that was bought is not out."
        ),
    }
    text = translator.gettext(
        messages[change < 0],
        sum=translator.money(abs(change), 3),
        month=translator.month(newest.month),
    )
    return change / net.held_usd, text


def _by_holdings(claim: Claim, restated: str, context: CheckContext) -> Finding:
    """By what was held: it can fit a sale or speak against it, not prove it."""
    translator, key = context.translator, claim.who[0]
    action, _, span = claim.what.partition("-")
    who = name(key, context)
    months = _months(key, context)
    if not months:
        text = translator.gettext(
            "The Treasury's table gives no figure of its own for {who}.", who=who
        )
        return Finding(claim, Verdict.UNKNOWN, restated, text)
    ends = _ends(months, span, claim.year)
    if _is_gone(key, context):
        ends = max(months, key=lambda held: held.usd), months[-1]
    if ends is None:
        text = translator.gettext(
            "I have read too few months of {year} to tell.", year=str(claim.year)
        )
        return Finding(claim, Verdict.UNKNOWN, restated, text)
    change = ends[1].usd / ends[0].usd - 1
    verdict = Verdict.UNCLEAR if span == "day" else _verdict(action, change)
    return Finding(
        claim,
        verdict,
        restated,
        _meaning(action, verdict, is_day=span == "day", context=context),
        _way(ends, change, context),
    )


def _is_gone(key: str, context: CheckContext) -> bool:
    """Whether hardly anything is left of what was once held."""
    months = _months(key, context)
    return bool(months) and months[-1].usd < _GONE * max(held.usd for held in months)


def _months(key: str, context: CheckContext) -> Sequence[Holding]:
    if key in context.snapshot.holders:
        return holder_path(key, context.snapshot).months
    known = holder(key, context)
    return () if known is None else known.history


def _ends(months: Sequence[Holding], span: str, year: int | None) -> tuple[Holding, Holding] | None:
    """From when to when: the year that is named, five years, or the last twelve months."""
    if year is not None:
        within = [held for held in months if held.month.year == year]
        return (within[0], within[-1]) if len(within) > 1 else None
    if span == "years":
        return months[-_FIVE_YEARS:][0], months[-1]
    return over_a_year(months)


def _verdict(action: str, change: float) -> Verdict:
    towards = change if action == "buys" else -change
    enough = _UNCHANGED if action == "cuts" else _BY_PRICES_ALONE
    if towards >= enough:
        return Verdict.FITS
    return Verdict.AGAINST if towards < -_UNCHANGED else Verdict.UNCLEAR


def _way(ends: tuple[Holding, Holding], change: float, context: CheckContext) -> str:
    translator = context.translator
    messages = {
        True: N_("from {before} ({first}) to {after} ({last}), {percent} less"),
        False: N_("from {before} ({first}) to {after} ({last}), {percent} more"),
    }
    first, last = (
        translator.month(held.month)
        if held.standing == "official"
        else translator.gettext("{when}, press reports", when=translator.month(held.month))
        for held in ends
    )
    return translator.gettext(
        messages[change < 0],
        before=translator.money(ends[0].usd, 3),
        first=first,
        after=translator.money(ends[1].usd, 3),
        last=last,
        percent=translator.percent(abs(change)),
    )


def _meaning(action: str, verdict: Verdict, *, is_day: bool, context: CheckContext) -> str:
    gettext = context.translator.gettext
    if is_day:
        return gettext("The table counts months, so no single day can be seen in it.")
    if verdict is Verdict.UNCLEAR:
        return gettext("Prices alone can move a holding that much.")
    if action == "cuts":
        return gettext("Sales and lower prices both count in this.")
    if verdict is Verdict.FITS:
        return gettext("Prices alone rarely do so much.")
    if action == "buys":
        return gettext("A buyer would rather hold more.")
    return gettext("A seller would rather hold less.")
