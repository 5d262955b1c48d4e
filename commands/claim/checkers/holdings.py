"""Who holds how much: against the Treasury's own table, its newest month and its path."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from calc.ownership import holder_path, rank_holders
from commands.claim.checkers.parts import claimed, fact, given, holder, name, names
from commands.claim.verdicts import SHARES, SIZES, Finding, Verdict, gap, judge, money, percent
from commands.common.parsing.places_in_text import FED
from commands.common.text.names import capitalised

if TYPE_CHECKING:
    from datetime import date

    from commands.claim.claims import Claim, ClaimedNumber
    from commands.claim.verdicts import CheckContext

_SLIPS: Final = (10.0, 100.0, 1000.0)


def check_size(claim: Claim, context: CheckContext) -> Finding:
    """That somebody holds so much."""
    span, translator = claimed(claim), context.translator
    who = names(claim.who, context)
    restated = translator.gettext(
        "{who} holds {amount} of US Treasuries.",
        who=capitalised(who),
        amount=money(span, translator),
    )
    if len(claim.who) > 1 or claim.who[0] in context.snapshot.totals:
        restated = translator.gettext(
            "{who} together hold {amount} of US Treasuries.",
            who=capitalised(who),
            amount=money(span, translator),
        )
    path = _path(claim, context)
    if not path:
        text = translator.gettext(
            "The Treasury's table gives no figure of its own for {who}.", who=who
        )
        return Finding(claim, Verdict.UNKNOWN, restated, text)
    if claim.year is not None:
        past = translator.gettext(
            "In {year}: {who}, {amount} of US Treasuries.",
            year=str(claim.year),
            who=who,
            amount=money(span, translator),
        )
        return _in_year(claim, span, past, path, context)
    latest = path[-1]
    texts = [
        translator.gettext(
            "Newest figure: **{actual}** ({month}).",
            actual=translator.exact_money(latest[1]),
            month=translator.month(latest[0]),
        ),
        _slip(claim, span, latest[1], context),
        _earlier(span, path, context),
    ]
    return Finding(
        claim,
        judge(span, latest[1]),
        restated,
        " ".join(text for text in texts if text),
        gap(span, latest[1], translator),
    )


def check_rank(claim: Claim, context: CheckContext) -> Finding:
    """That somebody is the largest foreign holder."""
    translator, key = context.translator, claim.who[0]
    ranked = rank_holders(context.snapshot)
    first = ranked[0]
    restated = translator.gettext(
        "{who} is the largest foreign holder of US Treasuries.", who=capitalised(name(key, context))
    )
    text = translator.gettext(
        "The largest is {first} with {amount} ({month}).",
        first=name(first.holder.key, context),
        amount=translator.exact_money(first.held.usd),
        month=translator.month(first.held.month),
    )
    place = next((i for i, each in enumerate(ranked, start=1) if each.holder.key == key), None)
    if place is not None and place > 1:
        text += " " + translator.gettext(
            "{who} comes in place {place}, with {amount}.",
            who=capitalised(name(key, context)),
            place=translator.fixed(place, 0),
            amount=translator.exact_money(ranked[place - 1].held.usd),
        )
    return Finding(claim, Verdict.HOLDS if place == 1 else Verdict.OFF, restated, text)


def check_share(claim: Claim, context: CheckContext) -> Finding:
    """That somebody holds such a share of the debt, or of what foreigners hold."""
    span, translator = claimed(claim), context.translator
    path = _path(claim, context)
    share = percent(span, translator)
    who = capitalised(names(claim.who, context))
    of_foreign = claim.what == "foreign"
    if of_foreign:
        restated = translator.gettext(
            "{who}: {share} of the US debt that foreigners hold.", who=who, share=share
        )
    else:
        restated = translator.gettext("{who}: {share} of the US debt.", who=who, share=share)
    if not path:
        text = translator.gettext("The Treasury's table gives no figure of its own for it.")
        return Finding(claim, Verdict.UNKNOWN, restated, text)
    held = path[-1][1]
    if of_foreign:
        actual = held / context.snapshot.totals["grand_total"].latest.usd
        text = translator.gettext(
            "{held} is {actual} of all that foreigners hold.",
            held=translator.exact_money(held),
            actual=translator.percent(actual),
        )
    else:
        of_all = held / fact("total_public_debt", context).value
        of_public = held / fact("debt_held_by_public", context).value
        actual = min(of_all, of_public, key=lambda each: abs(each - span.low))
        text = translator.gettext(
            "{held} is {of_all} of all US debt, and {of_public} of what is not held by the"
            " government itself.",
            held=translator.exact_money(held),
            of_all=translator.percent(of_all),
            of_public=translator.percent(of_public),
        )
    return Finding(
        claim, judge(span, actual, SHARES), restated, text, gap(span, actual, translator)
    )


def _path(claim: Claim, context: CheckContext) -> list[tuple[date, float]]:
    """Month by month, oldest first: of one holder, or of several where all have a figure."""
    if claim.who == (FED,):
        held = fact("fed_holdings", context)
        return [(held.as_of, held.value)]
    holders = [holder(key, context) for key in claim.who]
    known = [each for each in holders if each is not None]
    if not known or len(known) < len(holders):
        return []
    if len(known) == 1:
        one, snapshot = known[0], context.snapshot
        is_listed = one.key in snapshot.holders
        months = holder_path(one.key, snapshot).months if is_listed else one.history
        return [(row.month, row.usd) for row in months]
    sums = [{row.month: row.usd for row in each.history} for each in known]
    common = sorted(set.intersection(*(set(months) for months in sums)))
    return [(month, sum(months[month] for months in sums)) for month in common]


def _in_year(
    claim: Claim,
    span: ClaimedNumber,
    restated: str,
    path: list[tuple[date, float]],
    context: CheckContext,
) -> Finding:
    translator = context.translator
    within = [row for row in path if row[0].year == claim.year]
    if not within:
        text = translator.gettext(
            "I have read no month of {year}. Newest: **{actual}** ({month}).",
            year=str(claim.year),
            actual=translator.exact_money(path[-1][1]),
            month=translator.month(path[-1][0]),
        )
        return Finding(claim, Verdict.UNKNOWN, restated, text)
    month, actual = min(within, key=lambda row: abs(row[1] - span.low))
    text = translator.gettext(
        "Nearest month of {year}: **{actual}** ({month}). Newest: {latest} ({latest_month}).",
        year=str(claim.year),
        actual=translator.exact_money(actual),
        month=translator.month(month),
        latest=translator.exact_money(path[-1][1]),
        latest_month=translator.month(path[-1][0]),
    )
    return Finding(claim, judge(span, actual), restated, text, gap(span, actual, translator))


def _slip(claim: Claim, span: ClaimedNumber, actual: float, context: CheckContext) -> str:
    """A unit slip: the claim times ten, a hundred or a thousand would be about right."""
    translator = context.translator
    meant = next(
        (slip for slip in _SLIPS if abs(span.low * slip / actual - 1) <= SIZES.roughly), None
    )
    if meant is None:
        return ""
    larger = given(claim, 1)[0] if claim.given else span.low * meant
    return translator.gettext(
        "This looks like a slip of units: {larger} is {billions}, not {smaller}.",
        larger=translator.exact_money(larger),
        billions=translator.billions(larger),
        smaller=translator.exact_money(span.low),
    )


def _earlier(span: ClaimedNumber, path: list[tuple[date, float]], context: CheckContext) -> str:
    """When the claim was right, if it was; else between what it has been."""
    translator = context.translator
    if len(path) < 2 or judge(span, path[-1][1]) is Verdict.HOLDS:
        return ""
    right = [row for row in path if judge(span, row[1]) is Verdict.HOLDS]
    right.sort(key=lambda row: -abs(row[1] - span.low))
    if right:
        return translator.gettext(
            "It was {amount} in {month}.",
            amount=translator.exact_money(right[-1][1]),
            month=translator.month(right[-1][0]),
        )
    least, most = min(path, key=lambda row: row[1]), max(path, key=lambda row: row[1])
    return translator.gettext(
        "In the months I have read, since {first}: between {least} ({least_month}) and {most}"
        " ({most_month}).",
        first=translator.month(path[0][0]),
        least=translator.exact_money(least[1]),
        least_month=translator.month(least[0]),
        most=translator.exact_money(most[1]),
        most_month=translator.month(most[0]),
    )
