"""The rating, the dollar and April 2025: what others decided, published or counted."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from calc.published_facts import load_published_facts
from commands.claim.checkers.parts import claimed, name, names
from commands.claim.net_sales import net_sales, net_text
from commands.claim.verdicts import SIZES, Finding, Verdict, gap, judge, percent
from commands.common.parsing.places_in_text import FOREIGN
from commands.common.text.names import capitalised

if TYPE_CHECKING:
    from calc.published_facts import Downgrade
    from commands.claim.claims import Claim
    from commands.claim.verdicts import CheckContext

_APRIL_2025: Final = date(2025, 4, 1)


def check_rating(claim: Claim, context: CheckContext) -> Finding:
    """That the United States kept, or lost, the top rating."""
    translator = context.translator
    state, _, agency = claim.what.partition("-")
    rows = [row for row in load_published_facts().downgrades if agency in {"any", row.key}]
    if not rows or state not in {"kept", "lost"}:
        raise ValueError(claim)
    who = rows[0].agency if agency != "any" else translator.gettext("the rating agencies")
    history = translator.gettext(
        "Top rating lost: {list}.",
        list=", ".join(f"{row.agency} {row.day.year} ({row.after})" for row in rows),
    )
    if state == "kept":
        restated = translator.gettext("The US has the top rating (AAA) from {who}.", who=who)
        if claim.year is not None and claim.year < min(row.day.year for row in rows):
            return Finding(claim, Verdict.HOLDS, restated, history)
        return Finding(claim, Verdict.OFF, restated, history)
    if claim.year is None:
        restated = translator.gettext("The US lost its top rating from {who}.", who=who)
    else:
        restated = translator.gettext(
            "The US lost its top rating from {who} in {year}.", who=who, year=str(claim.year)
        )
    return Finding(claim, _lost(claim, rows, agency), restated, history)


def check_dollar(claim: Claim, context: CheckContext) -> Finding:
    """That the dollar collapses: against the published estimate of the worst case."""
    translator, story = context.translator, load_published_facts()
    worst = story.lost_reserve_status
    source = worst.source
    if claim.who:
        restated = translator.gettext(
            "If {who} sells, the dollar collapses.", who=names(claim.who, context)
        )
    else:
        restated = translator.gettext("The dollar collapses.")
    text = translator.gettext(
        "In one study of the dollar losing its role in the world, it falls **{fall}%**. Long US"
        " yields rise **{rise} points** ([{authors}](<{url}>)). No one seller can do that.",
        fall=translator.fixed(worst.dollar_fall_percent, 1),
        rise=translator.fixed(worst.long_rate_rise_percent, 1),
        authors=source.publisher,
        url=source.url,
    )
    if claim.claimed is None:
        return Finding(claim, Verdict.OFF, restated, text)
    span, actual = claimed(claim), worst.dollar_fall_percent / 100
    restated = translator.gettext("The dollar loses {share}.", share=percent(span, translator))
    verdict = Verdict.ROUGHLY if span.low <= actual else judge(span, actual, SIZES)
    off = "" if span.low <= actual else gap(span, actual, translator)
    return Finding(claim, verdict, restated, text, off)


def check_april_2025(claim: Claim, context: CheckContext) -> Finding:
    """What made yields jump in April 2025: no verdict, but what was sold and what was found."""
    translator, found = context.translator, load_published_facts().april_2025
    restated = translator.gettext("What made US yields jump in April 2025.")
    if claim.who:
        restated = translator.gettext(
            "{who} made US yields jump in April 2025.", who=capitalised(names(claim.who, context))
        )
    texts = [translator.gettext("No table shows causes."), _sold_then(context)]
    for key in claim.who:
        net = net_sales(key, (_APRIL_2025, _APRIL_2025), context)
        if net is not None and key != FOREIGN:
            texts.append(net_text(name(key, context), net, context))
    texts.append(
        translator.gettext(
            "A [New York Fed official](<{speech}>) said on {day} that swap-spread trades being"
            " closed added to it, and saw no sign of basis trades being closed. A [Fed"
            " study](<{study}>) found one-sided orders in a thin market.",
            speech=found.speech.source.url,
            day=translator.day(found.speech.said),
            study=found.study.source.url,
        )
    )
    return Finding(claim, Verdict.UNKNOWN, restated, " ".join(text for text in texts if text))


def _sold_then(context: CheckContext) -> str:
    """What all holders abroad sold in April 2025."""
    translator = context.translator
    rows = context.snapshot.transactions.months["total"]
    row = next((row for row in rows if row.month == _APRIL_2025), None)
    if row is None or row.net_purchases_usd is None or row.long_term_net_purchases_usd is None:
        return ""
    return translator.gettext(
        "All holders abroad sold {long_term} of notes and bonds net in Apr 2025, {all} with bills.",
        long_term=translator.money(-row.long_term_net_purchases_usd, 3),
        all=translator.money(-row.net_purchases_usd, 3),
    )


def _lost(claim: Claim, rows: list[Downgrade], agency: str) -> Verdict:
    if claim.year is None:
        return Verdict.HOLDS
    if agency == "any":
        return Verdict.HOLDS if claim.year in {row.day.year for row in rows} else Verdict.OFF
    return Verdict.HOLDS if claim.year == rows[0].day.year else Verdict.OFF
