"""Official figures by topic, for sentences that are not judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from calc import Scenario, run
from calc.events.interventions import intervention_record
from calc.ownership import rank_holders
from commands.claim.checkers.holders import figure, link
from commands.claim.checkers.interest import last_full_year
from commands.claim.checkers.sales import months_of, net_of, net_text
from commands.claim.checkers.status import downgrades_text
from commands.claim.findings import CheckContext, money, official
from commands.claim.reading.dates import Role
from commands.claim.series import at, at_maturity, fact, name, newest_year, record_of, series
from commands.common.parsing.places_in_text import FED, FOREIGN, FOREIGN_OFFICIAL
from commands.common.text.names import capitalised

if TYPE_CHECKING:
    from commands.claim.reading.tokenizer import TokenizedText

Told = tuple[list[str], str] | None
"""Figures in sentences, and the command that knows more."""

_LEAST_SALE_USD: Final = 5e9
_LARGEST: Final = "jp"
_MOST_PLACES: Final = 3
_TEN: Final = 10.0
_A_MONTH: Final = 1 / 12


def tell_places(text: TokenizedText, context: CheckContext) -> Told:
    """What those who are named hold, at the time that is named too."""
    figures, target = [], ""
    for key in text.who[:_MOST_PLACES]:
        held = series((key,), context)
        if not held:
            continue
        who = name(key, context)
        when = text.dates[0] if text.dates else None
        past = at(held, when.end) if when is not None else None
        if past is not None and past.month < held[-1].month:
            figures.append(figure(past, who, context))
        figures.append(figure(held[-1], who, context))
        target = target or link((key,), context)
    return (figures, target) if figures else None


def tell_abroad(_: TokenizedText, context: CheckContext) -> Told:
    """What all foreign holders hold."""
    held = series((FOREIGN,), context)[-1]
    return [figure(held, name(FOREIGN, context), context)], "holders"


def tell_largest(text: TokenizedText, context: CheckContext) -> Told:
    """The largest holders, for who asks who they are."""
    if text.who:
        return None
    ranked = rank_holders(context.snapshot)[:2]
    figures = [
        figure(series((each.holder.key,), context)[-1], name(each.holder.key, context), context)
        for each in ranked
    ]
    return [figure(series((FED,), context)[-1], name(FED, context), context), *figures], "holders"


def tell_flows(text: TokenizedText, context: CheckContext) -> Told:
    """What those who are named, or all abroad, bought less what they sold, then or of late."""
    keys = text.who[:_MOST_PLACES] or (FOREIGN,)
    times = next((when for when in text.dates if when.role is Role.AT and not when.is_day), None)
    months = months_of(times) if times else newest_year(context)
    nets = {key: net_of((key,), months, context) for key in keys}
    figures = [net_text((key,), net, months, context) for key, net in nets.items() if net]
    return (figures, link(keys, context)) if figures else None


def tell_sale(text: TokenizedText, context: CheckContext) -> Told:
    """What a sale would do, and how large it is beside a day of trading."""
    sums = text.numbers("USD")
    translator = context.translator
    trading = fact("daily_trading", context)
    sellers = [key for key in text.who if key in context.snapshot.holders]
    key = sellers[0] if sellers else _LARGEST
    target = f"sale {key}"
    held = context.snapshot.holders[key].latest.usd
    if not sums:
        sold = held * min(_share_sold(text), 1.0)
        return ([_effect(key, sold, context)] if sellers else [], f"{target} {sold:.0f}")
    told = translator.gettext(
        "{amount} is {share} of an average day's trading.",
        amount=money(sums[0], translator),
        share=translator.percent(sums[0].high / trading.value),
    )
    is_large = sellers and sums[0].high >= _LEAST_SALE_USD
    effect = [_effect(key, min(sums[0].high, held), context)] if is_large else []
    return [*effect, told], f"{target} {sums[0].high:.0f}"


def _share_sold(text: TokenizedText) -> float:
    """The percentage behind "sells", before anything that would move; all where none is."""
    is_sale = False
    for token in text.tokens:
        if token.has("SELL", "DUMP"):
            is_sale = True
        elif token.has("YIELD", "RATE", "PRICE", "RISE", "FALL", "TENOR"):
            is_sale = False
        elif is_sale and token.has("PCT") and token.quantity:
            return token.quantity.low
    return 1.0


def _effect(key: str, usd: float, context: CheckContext) -> str:
    """What the model says of such a sale in a month."""
    translator = context.translator
    peak = run(Scenario(key, max(int(usd), 1)), context.snapshot).yields.peak
    return translator.gettext(
        "{who} selling {amount} in a month: 10-year yield about **{central}** points higher"
        " (most studies: {low} to {high}).",
        who=capitalised(name(key, context)),
        amount=translator.money(usd, 3),
        central=translator.points(peak.central),
        low=translator.points(peak.low),
        high=translator.points(peak.high),
    )


def tell_yield(text: TokenizedText, context: CheckContext) -> Told:
    """Yields now, and on the day that is named."""
    translator = context.translator
    years = text.years("TENOR", _A_MONTH) or [_TEN]
    figures = []
    for each in dict.fromkeys(years[:2]):
        figures.append(at_maturity(each, context))
        record = record_of(each)
        found = record.on(text.dates[0].end) if record is not None and text.dates else None
        if found is not None and found[0] < context.now:
            figures.insert(
                0,
                translator.gettext(
                    "It closed at **{rate}** on {day}.",
                    rate=translator.rate(found[1]),
                    day=translator.day(found[0]),
                ),
            )
    return figures, "learn yield"


def tell_interest(_: TokenizedText, context: CheckContext) -> Told:
    """What interest costs."""
    translator, row = context.translator, last_full_year(context)
    told = translator.gettext(
        "US interest, less what the US itself earns: **{amount}** in fiscal {year}, {share} of"
        " revenue.",
        amount=official(row.net_interest_usd, translator),
        year=str(row.fiscal_year),
        share=translator.percent(row.net_interest_usd / row.revenue_usd, 3),
    )
    return [told], "interest"


def tell_debt(text: TokenizedText, context: CheckContext) -> Told:
    """How large the debt is."""
    if any(key not in {FED, FOREIGN, FOREIGN_OFFICIAL} for key in text.who):
        return None
    translator, known = context.translator, fact("total_public_debt", context)
    told = translator.gettext(
        "The US debt: **{amount}** ({day}).",
        amount=official(known.value, translator),
        day=translator.day(known.as_of),
    )
    return [told], "learn debt"


def tell_debt_per_household(_: TokenizedText, context: CheckContext) -> Told:
    """What it comes to for each household."""
    known, households = (fact(key, context) for key in ("total_public_debt", "households"))
    told = context.translator.gettext(
        "The US debt: about **{usd}** for each US household.",
        usd=context.translator.dollars(round(known.value / households.value, -3)),
    )
    return [told], "learn debt"


def tell_deficit(_: TokenizedText, context: CheckContext) -> Told:
    """How large the deficit is."""
    translator, row = context.translator, last_full_year(context)
    told = translator.gettext(
        "The deficit: **{amount}** in fiscal {year}.",
        amount=official(row.deficit_usd, translator),
        year=str(row.fiscal_year),
    )
    return [told], "learn deficit"


def tell_rating(_: TokenizedText, context: CheckContext) -> Told:
    """What the agencies say."""
    return [downgrades_text(context)], "learn rating"


def tell_trading(_: TokenizedText, context: CheckContext) -> Told:
    """What is traded in a day."""
    translator, known = context.translator, fact("daily_trading", context)
    told = translator.gettext(
        "Average daily trading: **{amount}** (early {year}).",
        amount=official(known.value, translator),
        year=str(known.as_of.year),
    )
    return [told], "learn secondarymarket"


def tell_yen(text: TokenizedText, context: CheckContext) -> Told:
    """The round of purchases of yen that is meant, or the newest."""
    translator = context.translator
    rounds = [each.purchase for each in intervention_record().rounds]
    when = text.dates[0] if text.dates else None
    meant = [
        each
        for each in rounds
        if when is not None and each.dates[0] <= when.end and each.dates[1] >= when.start
    ]
    if when is not None and when.is_day:
        day = (when.start.month, when.start.day)
        meant = [
            each for each in rounds if (each.dates[0].month, each.dates[0].day) == day
        ] or meant
    one = meant[-1] if meant else rounds[-1]
    values = {
        "yen": translator.number(one.trillion_yen, 4),
        "label": translator.gettext(one.label),
    }
    told = translator.gettext(
        "Japan bought **{yen} trillion yen** in its round of {label}.", **values
    )
    return [told], "yen"
