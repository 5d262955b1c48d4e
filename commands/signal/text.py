"""The words of ``/signal``: what a move looks like, what is near it, what it does not prove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc.parameters.signal import Kind, Sign
from commands.common.translator import mark

if TYPE_CHECKING:
    from calc.market_signals import Reading
    from commands.common.translator import Tongue
    from commands.signal.figures import NeighbourFigures, SignalFigures

_MOST_KINDS = 2
KINDS = {
    Kind.FOREIGN_SELLING: mark("foreign money leaving the US"),
    Kind.LEVERAGE: mark("investors unwinding bets made with borrowed money"),
    Kind.INFLATION_FED: mark("fear of inflation or of a stricter central bank"),
    Kind.FISCAL: mark("worry about how much the US borrows"),
    Kind.DASH_FOR_CASH: mark("a dash for cash"),
    Kind.GOOD_NEWS: mark("good news about growth"),
    Kind.GROWTH_SCARE: mark("a growth scare, with buyers for Treasuries"),
    Kind.RELIEF: mark("relief, with buyers for Treasuries"),
}
SIGNS = {
    Sign.LEVEL: (mark("long yields up"), mark("long yields down")),
    Sign.FRONT: (mark("2-year at least as far as 10-year"), mark("2-year far behind 10-year")),
    Sign.LONG: (mark("30-year further than 10-year"), mark("30-year behind 10-year")),
    Sign.SPREAD: (mark("swap spread up"), mark("swap spread down")),
    Sign.DOLLAR: (mark("dollar up"), mark("dollar down")),
    Sign.SHARES: (mark("shares up"), mark("shares down")),
    Sign.PLUNGE: (mark("shares down 5% or more"), ""),
}
_UNPROVEN = {
    Kind.FOREIGN_SELLING: mark(
        "It does not prove who sold. In April 2025 many read it so, yet official data showed"
        " little selling by foreign governments."
    ),
    Kind.LEVERAGE: mark(
        "It does not prove who sold. In April 2025 the New York Fed saw bets on swaps unwound,"
        " but not bets on futures."
    ),
    Kind.INFLATION_FED: mark(
        "It does not rule out foreign sellers: a sale in the same days would hide in the move."
    ),
    Kind.FISCAL: mark(
        "It does not prove the cause. In May 2025 a downgrade, a tax bill and a weak auction came"
        " together."
    ),
    Kind.DASH_FOR_CASH: mark(
        "It does not prove who sold. In March 2020 funds, foreign governments and hedge funds all"
        " sold at once."
    ),
    Kind.GOOD_NEWS: mark("It does not prove that anybody large sold at all."),
    Kind.GROWTH_SCARE: mark(
        "It does not prove that nobody sold. In summer 2015 foreign governments sold while yields"
        " fell."
    ),
    Kind.RELIEF: mark(
        "It does not prove that selling is over. In March 2020 yields fell once the central bank"
        " bought enough."
    ),
}
_PAST = {
    "taper_2013": mark("the taper scare of 2013"),
    "flash_rally_2014": mark("the flash rally of October 2014"),
    "china_fortnight_2015": mark("two weeks around China's devaluation in August 2015"),
    "china_days_2015": mark("four days of August 2015, blamed on China"),
    "china_years": mark("China's selling in 2015 and 2016"),
    "dash_2020": mark("the dash for cash of March 2020"),
    "fed_buys_2020": mark("central bank buying in March 2020"),
    "gilt_crisis_2022": mark("the British bond crisis of September 2022"),
    "october_2022": mark("Japan's support of the yen in October 2022"),
    "autumn_2023": mark("the rise to 5% in 2023"),
    "japan_spring_2024": mark("Japan's support of the yen in spring 2024"),
    "japan_july_2024": mark("Japan's support of the yen in July 2024"),
    "tariff_week_2025": mark("the tariff week of April 2025"),
    "downgrade_2025": mark("the downgrade of May 2025"),
    "jgb_2026": mark("the fall of Japanese bonds in January 2026"),
    "spring_2026": mark("the spring of 2026"),
    "japan_spring_2026": mark("Japan's support of the yen in spring 2026"),
    "japan_summer_2026": mark("Japan's support of the yen in summer 2026"),
    "september_2026": mark("September 2026"),
    "autumn_2026": mark("five weeks to October 2026"),
}


def main_text(reading: Reading, figures: SignalFigures) -> str:
    """The plain answer: the kind, the nearest past move, what is not proven."""
    lines = (
        f"### {title(figures)}",
        _verdict(reading, figures.tongue),
        _nearest(reading, figures),
        _unproven(reading, figures.tongue),
        _spread(reading, figures),
    )
    return "\n".join(line for line in lines if line)


def title(figures: SignalFigures) -> str:
    """What was seen, as understood."""
    say = figures.tongue.say
    spread = figures.spread
    if figures.spread_before:
        spread = say("{before} to {now}", before=figures.spread_before, now=figures.spread)
    seen = (
        (mark("2-year {change}"), figures.two),
        (mark("10-year {change}"), figures.ten),
        (mark("30-year {change}"), figures.thirty),
        (mark("swap spread {change}"), spread),
        (mark("dollar {change}"), figures.dollar),
        (mark("shares {change}"), figures.shares),
    )
    parts = ", ".join(say(message, change=change) for message, change in seen if change)
    return say("Seen: {moves}", moves=parts)


def small_print(reading: Reading, figures: SignalFigures) -> str:
    """How it was read, the dates of the data, and what this is not."""
    say = figures.tongue.say
    parts = (
        say(
            "A yield is what new buyers of US government debt (Treasuries) earn a year; its moves"
            " are in percentage points."
        ),
        _below_zero(reading, figures),
        say("Swap spreads are in hundredths of a point.") if figures.spread else "",
        say("Signs give the kind, by weights of our own."),
        say(
            "Sizes give the nearest of {count} dated moves until {until}.",
            count=figures.count,
            until=figures.until,
        ),
        say("Estimate, not advice."),
    )
    return "-# " + " ".join(part for part in parts if part)


def alt_text(reading: Reading, figures: SignalFigures) -> str:
    """The picture for those who do not see it: the finding first, the same numbers."""
    say = figures.tongue.say
    first, *rest = figures.neighbours
    finding = say("Nearest past move: {past}", past=past_text(first, figures.tongue))
    if not reading.is_near:
        finding = say(
            "No past move is near; least far: {past}", past=past_text(first, figures.tongue)
        )
    others = ", ".join(say("{day} {ten}", day=each.day, ten=each.ten) for each in rest)
    return " ".join(
        (
            f"{finding}.",
            say("Bars compare it with what was seen: {seen}.", seen=_seen(figures)),
            say("Next, on the 10-year yield: {others}.", others=others) if others else "",
        )
    ).strip()


def past_text(each: NeighbourFigures, tongue: Tongue) -> str:
    """A past move with its changes."""
    name = tongue.say(_PAST[each.key])
    if each.thirty:
        return tongue.say(
            "{name} (10-year {ten}, 30-year {thirty})",
            name=name,
            ten=each.ten,
            thirty=each.thirty,
        )
    return tongue.say("{name} (10-year {ten})", name=name, ten=each.ten)


def _seen(figures: SignalFigures) -> str:
    say = figures.tongue.say
    parts = (
        say("10-year {change}", change=figures.ten) if figures.ten else "",
        say("30-year {change}", change=figures.thirty) if figures.thirty else "",
    )
    return ", ".join(part for part in parts if part)


def _verdict(reading: Reading, tongue: Tongue) -> str:
    names = [tongue.say(KINDS[kind]) for kind in reading.kinds]
    if len(names) == 1:
        return tongue.say(
            "It looks most like **{kind}**: {signs}.",
            kind=names[0],
            signs=_reasons(reading, tongue),
        )
    if len(names) == _MOST_KINDS:
        return tongue.say(
            "It looks like **{kind}**, or nearly as much like **{other}**.",
            kind=names[0],
            other=names[1],
        )
    if not names:
        return tongue.say("**This alone does not tell what kind of sell-off it is, or who sells.**")
    return tongue.say(
        "**This alone does not tell:** it fits {count} kinds of sell-off. The dollar, shares and"
        " the 2-year yield would say more.",
        count=len(names),
    )


def _reasons(reading: Reading, tongue: Tongue) -> str:
    """The signs that fit the best kind."""
    weights = next(row.weights for row in reading.signals.kinds if row.key == reading.kinds[0])
    fitting = [
        tongue.say(SIGNS[sign][value < 0])
        for sign, value in reading.signs.items()
        if weights.get(sign, 0) * value > 0
    ]
    return ", ".join(fitting)


def _nearest(reading: Reading, figures: SignalFigures) -> str:
    if not figures.neighbours:
        return ""
    past = past_text(figures.neighbours[0], figures.tongue)
    if reading.is_near:
        return figures.tongue.say("**Nearest past move:** {past}.", past=past)
    return figures.tongue.say("No past move is near. Least far: {past}.", past=past)


def _unproven(reading: Reading, tongue: Tongue) -> str:
    if not 1 <= len(reading.kinds) <= _MOST_KINDS:
        return ""
    return tongue.say(_UNPROVEN[reading.kinds[0]])


def _spread(reading: Reading, figures: SignalFigures) -> str:
    if reading.moves.spread is None:
        return ""
    return figures.tongue.say(
        "**Swap spread:** the fixed rate of a swap less the Treasury yield. Its level does not show"
        " who sells."
    )


def _below_zero(reading: Reading, figures: SignalFigures) -> str:
    spread = reading.moves.spread
    if spread is None or spread.now >= 0:
        return ""
    return figures.tongue.say(
        "A swap spread below zero has been common for years; the BIS ties it to the amount of"
        " government debt to absorb."
    )
