"""The words of ``/history``: dated moves of the yield, and the policy that changed in some."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc.policy_turns import TurnKind
from commands.common.translator import mark
from commands.history.figures import move_figures
from commands.selloff import text as selloff

if TYPE_CHECKING:
    from calc import MarketSnapshot
    from calc.dated_moves import DatedMove, History, Placed
    from commands.common.translator import Tongue
    from commands.history.figures import HistoryFigures, PlacedFigures

_SHORT_NAMES = {
    "japan_round_1_2026": mark("Japan, May {year}"),
    "japan_round_2_2026": mark("Japan, Aug {year}"),
    "tariff_week_2025": mark("Tariffs {year}"),
    "downgrade_2025": mark("Downgrade {year}"),
    "dash_for_cash_2020": mark("Covid {year}"),
    "taper_tantrum_2013": mark("Taper {year}"),
    "term_premium_2023": mark("Supply {year}"),
    "jgb_rout_2026": mark("Tokyo {year}"),
    "september_2026": mark("Inflation {year}"),
    "china_2015_2016": mark("China {year}"),
}
_NAMES = {
    "japan_round_1_2026": mark("Japan sells dollars for yen, spring 2026"),
    "japan_round_2_2026": mark("Japan sells dollars for yen, summer 2026"),
    "tariff_week_2025": mark("US tariffs, April 2025"),
    "downgrade_2025": mark("US downgrade and tax bill, May 2025"),
    "dash_for_cash_2020": mark("Covid, a rush for cash, March 2020"),
    "taper_tantrum_2013": mark("The Fed speaks of buying less (“taper”), 2013"),
    "term_premium_2023": mark("More debt on offer, on the way to 5%, 2023"),
    "jgb_rout_2026": mark("Japanese bonds fall, January 2026"),
    "september_2026": mark("Oil and inflation, September 2026"),
    "china_2015_2016": mark("China sells reserves, 2015 and 2016"),
}
_TURNS = {
    TurnKind.FED_WAITS: mark("**{day}:** the central bank put off buying less (+{points} points)."),
    TurnKind.FED_BUYS: mark("**{day}:** the central bank announced purchases (+{points} points)."),
    TurnKind.TARIFFS_PAUSED: mark("**{day}:** the White House paused tariffs (+{points} points)."),
}


def short_name(move: DatedMove, tongue: Tongue) -> str:
    """What a move is called in the picture."""
    episode = move.episode
    year = f"’{episode.end:%y}"
    return tongue.say(_SHORT_NAMES.get(episode.key, episode.label), year=year)


def main_text(past: History, figures: HistoryFigures) -> str:
    """Where the sale stands, if there is one, and when policy changed."""
    if past.placed is None or figures.placed is None:
        return "\n".join((*_opening(figures), *_turns(past, figures.tongue), _no_rule(figures)))
    return "\n".join(
        (*_placed(past.placed, figures.placed, figures), *_turns(past, figures.tongue))
    )


def _opening(figures: HistoryFigures) -> tuple[str, ...]:
    say = figures.tongue.say
    return (
        say("### When yields jumped, did US policy change?"),
        say(
            "In **{turned} of {count}** dated moves since 2013 it did. Each time the **10-year"
            " yield**, what new buyers of US debt earn a year, had risen.",
            turned=figures.turned,
            count=figures.count,
        ),
    )


def _placed(placed: Placed, numbers: PlacedFigures, figures: HistoryFigures) -> tuple[str, ...]:
    say, rise = figures.tongue.say, numbers.sale.rise
    return (
        say("### {title}", title=selloff.title(placed.sale, numbers.sale)),
        say(
            "The **10-year yield** (what new buyers earn a year) would peak {about} points higher"
            "{range}.",
            about=rise.about.replace(rise.central, f"**{rise.central}**", 1),
            range=f" ({rise.range})" if rise.range else "",
        )
        + " "
        + say(
            "Of {rises} dated rises since 2013, {larger} were larger.",
            rises=figures.rises,
            larger=numbers.larger,
        ),
        _against_turns(placed, figures),
    )


def _against_turns(placed: Placed, figures: HistoryFigures) -> str:
    say, least = figures.tongue.say, figures.least_before_turn
    if placed.reaches_a_turn:
        return say(
            "It reaches the smallest rise before a US policy change ({least} points).",
            least=least,
        )
    if placed.may_reach_a_turn:
        return say(
            "Only the top of the range reaches the smallest rise before a US policy change ({least}"
            " points).",
            least=least,
        )
    return say(
        "The whole range is below the smallest rise before a US policy change ({least} points).",
        least=least,
    )


def _turns(past: History, tongue: Tongue) -> tuple[str, ...]:
    lines = []
    for move in past.turned:
        if move.turn is not None:
            numbers = move_figures(move, tongue)
            lines.append(
                "- "
                + tongue.say(
                    _TURNS[move.turn.kind], day=numbers.turn_day, points=numbers.before_turn
                )
            )
    return tuple(lines)


def _no_rule(figures: HistoryFigures) -> str:
    return figures.tongue.say(
        "A jump alone decides nothing: after {points} points in {year}, no such change came.",
        points=figures.without,
        year=figures.without_year,
    )


def small_print(past: History, figures: HistoryFigures, corrected_from: str | None = None) -> str:
    """What the moves are, what they do not prove, and what was understood."""
    tongue = figures.tongue
    parts = [
        tongue.say("Closes of the 10-year yield; moves picked because they are often cited."),
        tongue.say(
            "That policy changed after a rise does not prove that it changed because of it."
        ),
    ]
    if past.placed is not None and figures.placed is not None:
        # First here: the words above have no room.
        parts.insert(0, selloff.holds_less(past.placed.sale, figures.placed.sale))
        parts.append(_no_rule(figures))
        parts.append(tongue.say("Treasuries are US government debt."))
        parts.append(selloff.small_print(past.placed.sale, figures.placed.sale, corrected_from)[3:])
    else:
        parts.append(tongue.say("Data, not advice."))
    return "-# " + " ".join(part for part in parts if part)


def alt_text(past: History, figures: HistoryFigures) -> str:
    """The picture for those who do not see it."""
    tongue = figures.tongue
    bars = tongue.say(
        "Bars of {count} dated moves of the 10-year yield, from {most} points ({first}) to {least}"
        " ({last}); a dot marks where US policy changed, in {turned} of them.",
        count=figures.count,
        most=figures.moves[0].change,
        first=short_name(past.moves[0], tongue),
        least=figures.moves[-1].change,
        last=short_name(past.moves[-1], tongue),
        turned=figures.turned,
    )
    if figures.placed is None:
        return bars
    rise = figures.placed.sale.rise
    sale = tongue.say(
        "The sale would add {about} points{range}.",
        about=rise.about,
        range=f" ({rise.range})" if rise.range else "",
    )
    return f"{sale} {bars}"


def table(past: History, snapshot: MarketSnapshot, tongue: Tongue) -> str:
    """Every dated move with its days, and where the figures come from."""
    say = tongue.say
    source = snapshot.sources["fred_dgs10"]
    return "\n".join(
        (
            say("### Every dated move"),
            say(
                "The 10-year yield at the close, from the day before the move to its last day. In"
                " {turned} of {count} US policy changed.",
                turned=tongue.fixed(len(past.turned), 0),
                count=tongue.fixed(len(past.moves), 0),
            ),
            *(f"- {_row(move, tongue)}" for move in past.moves),
            say("**Where the data come from**"),
            "-# "
            + say(
                "Yields: {source}",
                source=f"[{source.publisher}: {source.title}](<{source.url}>)",
            ),
            *(
                f"-# {tongue.day(move.turn.announced)}: "
                f"[{move.turn.source.publisher}: {move.turn.source.title}]"
                f"(<{move.turn.source.url}>)"
                for move in past.turned
                if move.turn is not None
            ),
        )
    )


def _row(move: DatedMove, tongue: Tongue) -> str:
    episode, numbers = move.episode, move_figures(move, tongue)
    row = tongue.say(
        "**{name}:** {start} to {end}, {old} → {new}: {change} points in {days} days.",
        name=tongue.say(_NAMES.get(episode.key, episode.label)),
        start=tongue.day(episode.start),
        end=tongue.day(episode.end),
        old=tongue.rate(episode.start_yield),
        new=tongue.rate(episode.end_yield),
        change=numbers.change,
        days=numbers.days,
    )
    if move.turn is None:
        return row
    turn = tongue.say(
        "Policy changed on {day}; the close before, {close}, was {rate}.",
        day=numbers.turn_day,
        close=tongue.day(move.turn.close_before),
        rate=tongue.rate(move.turn.yield_before),
    )
    return f"{row} {turn}"
