"""Text of ``/signal``: what a move looks like, what is near it, what it does not prove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc.parameters.signal import Kind, Sign
from commands.common.translator import N_

if TYPE_CHECKING:
    from calc.market_signals import Reading
    from commands.common.translator import Translator
    from commands.signal.figures import NeighbourFigures, SignalFigures

_MOST_KINDS = 2
KINDS = {
    Kind.FOREIGN_SELLING: N_("foreign money leaving the US"),
    Kind.LEVERAGE: N_("investors unwinding bets made with borrowed money"),
    Kind.INFLATION_FED: N_("fear of inflation or of a stricter central bank"),
    Kind.FISCAL: N_("worry about how much the US borrows"),
    Kind.DASH_FOR_CASH: N_("a dash for cash"),
    Kind.GOOD_NEWS: N_("good news about growth"),
    Kind.GROWTH_SCARE: N_("a growth scare, with buyers for Treasuries"),
    Kind.RELIEF: N_("relief, with buyers for Treasuries"),
}
SIGNS = {
    Sign.LEVEL: (N_("long yields up"), N_("long yields down")),
    Sign.FRONT: (N_("2-year at least as far as 10-year"), N_("2-year far behind 10-year")),
    Sign.LONG: (N_("30-year further than 10-year"), N_("30-year behind 10-year")),
    Sign.SPREAD: (N_("swap spread up"), N_("swap spread down")),
    Sign.DOLLAR: (N_("dollar up"), N_("dollar down")),
    Sign.SHARES: (N_("shares up"), N_("shares down")),
    Sign.PLUNGE: (N_("shares down 5% or more"), ""),
}
_UNPROVEN = {
    Kind.FOREIGN_SELLING: N_(
        "It does not prove who sold. In April 2025 many read it so, yet official data showed"
        " little selling by foreign governments."
    ),
    Kind.LEVERAGE: N_(
        "It does not prove who sold. In April 2025 the New York Fed saw bets on swaps unwound,"
        " but not bets on futures."
    ),
    Kind.INFLATION_FED: N_(
        "It does not rule out foreign sellers: a sale in the same days would hide in the move."
    ),
    Kind.FISCAL: N_(
        "It does not prove the cause. In May 2025 a downgrade, a tax bill and a weak auction came"
        " together."
    ),
    Kind.DASH_FOR_CASH: N_(
        "It does not prove who sold. In March 2020 funds, foreign governments and hedge funds all"
        " sold at once."
    ),
    Kind.GOOD_NEWS: N_("It does not prove that anybody large sold at all."),
    Kind.GROWTH_SCARE: N_(
        "It does not prove that nobody sold. In summer 2015 foreign governments sold while yields"
        " fell."
    ),
    Kind.RELIEF: N_(
        "It does not prove that selling is over. In March 2020 yields fell once the central bank"
        " bought enough."
    ),
}
_PAST = {
    "taper_2013": N_("the taper scare of 2013"),
    "flash_rally_2014": N_("the flash rally of October 2014"),
    "china_fortnight_2015": N_("two weeks around China's devaluation in August 2015"),
    "china_days_2015": N_("four days of August 2015, blamed on China"),
    "china_years": N_("China's selling in 2015 and 2016"),
    "dash_2020": N_("the dash for cash of March 2020"),
    "fed_buys_2020": N_("central bank buying in March 2020"),
    "gilt_crisis_2022": N_("the British bond crisis of September 2022"),
    "october_2022": N_("Japan's support of the yen in October 2022"),
    "autumn_2023": N_("the rise to 5% in 2023"),
    "japan_spring_2024": N_("Japan's support of the yen in spring 2024"),
    "japan_july_2024": N_("Japan's support of the yen in July 2024"),
    "tariff_week_2025": N_("the tariff week of April 2025"),
    "downgrade_2025": N_("the downgrade of May 2025"),
    "jgb_2026": N_("the fall of Japanese bonds in January 2026"),
    "spring_2026": N_("the spring of 2026"),
    "japan_spring_2026": N_("Japan's support of the yen in spring 2026"),
    "japan_summer_2026": N_("Japan's support of the yen in summer 2026"),
    "september_2026": N_("September 2026"),
    "autumn_2026": N_("five weeks to October 2026"),
}


def main_text(reading: Reading, figures: SignalFigures) -> str:
    """The plain answer: the kind, the nearest past move, what is not proven."""
    lines = (
        f"### {title(figures)}",
        _verdict(reading, figures.translator),
        _nearest(reading, figures),
        _unproven(reading, figures.translator),
        _spread(reading, figures),
    )
    return "\n".join(line for line in lines if line)


def title(figures: SignalFigures) -> str:
    """What was seen, as understood."""
    gettext = figures.translator.gettext
    spread = figures.spread
    if figures.spread_before:
        spread = gettext("{before} to {now}", before=figures.spread_before, now=figures.spread)
    seen = (
        (N_("2-year {change}"), figures.two),
        (N_("10-year {change}"), figures.ten),
        (N_("30-year {change}"), figures.thirty),
        (N_("swap spread {change}"), spread),
        (N_("dollar {change}"), figures.dollar),
        (N_("shares {change}"), figures.shares),
    )
    parts = ", ".join(gettext(message, change=change) for message, change in seen if change)
    return gettext("Seen: {moves}", moves=parts)


def small_print(reading: Reading, figures: SignalFigures) -> str:
    """How it was read, the dates of the data, and what this is not."""
    gettext = figures.translator.gettext
    parts = (
        gettext(
            "A yield is what new buyers of US government debt (Treasuries) earn a year; its moves"
            " are in percentage points."
        ),
        _below_zero(reading, figures),
        gettext("Swap spreads are in hundredths of a point.") if figures.spread else "",
        gettext("Signs give the kind, by weights of our own."),
        gettext(
            "Sizes give the nearest of {count} dated moves until {until}.",
            count=figures.count,
            until=figures.until,
        ),
        gettext("Estimate, not advice."),
    )
    return "-# " + " ".join(part for part in parts if part)


def alt_text(reading: Reading, figures: SignalFigures) -> str:
    """The picture for those who do not see it: the finding first, the same numbers."""
    gettext = figures.translator.gettext
    first, *rest = figures.neighbours
    finding = gettext("Nearest past move: {past}", past=past_text(first, figures.translator))
    if not reading.is_near:
        finding = gettext(
            "No past move is near; least far: {past}", past=past_text(first, figures.translator)
        )
    others = ", ".join(gettext("{day} {ten}", day=each.day, ten=each.ten) for each in rest)
    return " ".join(
        (
            f"{finding}.",
            gettext("Bars compare it with what was seen: {seen}.", seen=_seen(figures)),
            gettext("Next, on the 10-year yield: {others}.", others=others) if others else "",
        )
    ).strip()


def past_text(each: NeighbourFigures, translator: Translator) -> str:
    """A past move with its changes."""
    name = translator.gettext(_PAST[each.key])
    if each.thirty:
        return translator.gettext(
            "{name} (10-year {ten}, 30-year {thirty})",
            name=name,
            ten=each.ten,
            thirty=each.thirty,
        )
    return translator.gettext("{name} (10-year {ten})", name=name, ten=each.ten)


def _seen(figures: SignalFigures) -> str:
    gettext = figures.translator.gettext
    parts = (
        gettext("10-year {change}", change=figures.ten) if figures.ten else "",
        gettext("30-year {change}", change=figures.thirty) if figures.thirty else "",
    )
    return ", ".join(part for part in parts if part)


def _verdict(reading: Reading, translator: Translator) -> str:
    names = [translator.gettext(KINDS[kind]) for kind in reading.kinds]
    if len(names) == 1:
        return translator.gettext(
            "It looks most like **{kind}**: {signs}.",
            kind=names[0],
            signs=_reasons(reading, translator),
        )
    if len(names) == _MOST_KINDS:
        return translator.gettext(
            "It looks like **{kind}**, or nearly as much like **{other}**.",
            kind=names[0],
            other=names[1],
        )
    if not names:
        return translator.gettext(
            "**This alone does not tell what kind of sell-off it is, or who sells.**"
        )
    return translator.gettext(
        "**This alone does not tell:** it fits {count} kinds of sell-off. The dollar, shares and"
        " the 2-year yield would say more.",
        count=len(names),
    )


def _reasons(reading: Reading, translator: Translator) -> str:
    """The signs that fit the best kind."""
    weights = next(row.weights for row in reading.signals.kinds if row.key == reading.kinds[0])
    fitting = [
        translator.gettext(SIGNS[sign][value < 0])
        for sign, value in reading.signs.items()
        if weights.get(sign, 0) * value > 0
    ]
    return ", ".join(fitting)


def _nearest(reading: Reading, figures: SignalFigures) -> str:
    if not figures.neighbours:
        return ""
    past = past_text(figures.neighbours[0], figures.translator)
    if reading.is_near:
        return figures.translator.gettext("**Nearest past move:** {past}.", past=past)
    return figures.translator.gettext("No past move is near. Least far: {past}.", past=past)


def _unproven(reading: Reading, translator: Translator) -> str:
    if not 1 <= len(reading.kinds) <= _MOST_KINDS:
        return ""
    return translator.gettext(_UNPROVEN[reading.kinds[0]])


def _spread(reading: Reading, figures: SignalFigures) -> str:
    if reading.moves.spread is None:
        return ""
    return figures.translator.gettext(
        "**Swap spread:** the fixed rate of a swap less the Treasury yield. Its level does not show"
        " who sells."
    )


def _below_zero(reading: Reading, figures: SignalFigures) -> str:
    spread = reading.moves.spread
    if spread is None or spread.now >= 0:
        return ""
    return figures.translator.gettext(
        "A swap spread below zero has been common for years; the BIS ties it to the amount of"
        " government debt to absorb."
    )
