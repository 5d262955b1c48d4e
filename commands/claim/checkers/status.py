"""The rating, the dollar and April 2025: what others decided, published or counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc.published_facts import load_published_facts
from commands.claim.checkers.parts import claimed, names
from commands.claim.verdicts import SIZES, Finding, Verdict, gap, judge, percent
from commands.common.text.names import capitalised

if TYPE_CHECKING:
    from calc.published_facts import Downgrade
    from commands.claim.claims import Claim
    from commands.claim.verdicts import CheckContext


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
    """That a foreign seller made yields jump in April 2025."""
    translator, story = context.translator, load_published_facts()
    april = story.april_2025
    who = names(claim.who, context) if claim.who else translator.gettext("foreign holders")
    restated = translator.gettext(
        "{who} selling made US yields jump in April 2025.", who=capitalised(who)
    )
    sold = -april.net_foreign_purchases_billion_usd * 1e9
    texts = [
        translator.gettext(
            "Treasury data, [as Reuters reported them](<{data}>): all foreigners together sold"
            " {sold} net that month, {share} of one day's trading.",
            data=april.source.url,
            sold=translator.exact_money(sold),
            share=translator.percent(sold / context.snapshot.facts["daily_trading"].value),
        ),
        *(_changes(key, context) for key in claim.who),
        translator.gettext(
            "A [Federal Reserve study](<{study}>) found one-sided orders in a thin market.",
            study=april.study.source.url,
        ),
    ]
    return Finding(claim, Verdict.OFF, restated, " ".join(text for text in texts if text))


def _lost(claim: Claim, rows: list[Downgrade], agency: str) -> Verdict:
    if claim.year is None:
        return Verdict.HOLDS
    if agency == "any":
        return Verdict.HOLDS if claim.year in {row.day.year for row in rows} else Verdict.OFF
    return Verdict.HOLDS if claim.year == rows[0].day.year else Verdict.OFF


def _changes(key: str, context: CheckContext) -> str:
    """How a holding changed over that month, where the table has both ends."""
    translator, holder = context.translator, context.snapshot.holders.get(key)
    if holder is None:
        return ""
    month = load_published_facts().april_2025.month
    held = {row.month: row.usd for row in holder.history}
    before = max((day for day in held if day < month), default=None)
    if month not in held or before is None:
        return ""
    return translator.gettext(
        "{who}'s own figure went from {before} to {after}.",
        who=capitalised(names((key,), context)),
        before=translator.exact_money(held[before]),
        after=translator.exact_money(held[month]),
    )
