"""Text of ``/history``: dated moves of the yield, and the policy that changed in some."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc.events import TurnKind
from commands.common.sale.small_print import small_print as sale_small_print
from commands.common.sale.text import holds_less
from commands.common.sale.text import title as sale_title
from commands.common.translator import N_
from commands.history.figures import move_figures

if TYPE_CHECKING:
    from calc import MarketSnapshot
    from calc.events.dated_moves import DatedMove, History, Placed
    from calc.sourced import Source
    from commands.common.translator import Translator
    from commands.history.figures import HistoryFigures, PlacedFigures

_TURNS = {
    TurnKind.FED_WAITS: N_("**{day}:** the central bank put off buying less (+{points})."),
    TurnKind.FED_BUYS: N_("**{day}:** the central bank announced purchases (+{points})."),
    TurnKind.TARIFFS_PAUSED: N_("**{day}:** the White House paused tariffs (+{points})."),
    TurnKind.AUCTIONS_SLOWED: N_("**{day}:** the Treasury slowed its long auctions (+{points})."),
}


_REPORTED = {
    TurnKind.BUYBACKS_RAISED: N_(
        "on {day} the Treasury doubled purchases of its own long bonds (+{points} points)"
    ),
    TurnKind.YEN_RATE_CHECK: N_(
        "on {day} the New York Fed asked dealers for the price of the yen, for the Treasury"
        " (+{points} points)"
    ),
}


def short_name(move: DatedMove, translator: Translator) -> str:
    """What a move is called in the picture."""
    episode = move.episode
    year = f"’{episode.end:%y}"
    return translator.gettext(episode.short_label, year=year)


def main_text(past: History, figures: HistoryFigures) -> str:
    """Where the sale stands, if there is one, and when policy changed."""
    if past.placed is None or figures.placed is None:
        return "\n".join((*_opening(figures), *_turns(past, figures.translator), _no_rule(figures)))
    return "\n".join(
        (*_placed(past.placed, figures.placed, figures), *_turns(past, figures.translator))
    )


def _opening(figures: HistoryFigures) -> tuple[str, ...]:
    gettext = figures.translator.gettext
    return (
        gettext("### When yields jumped, did US policy change?"),
        gettext(
            "After **{turned} of {count}** dated moves since 2013 it did; after {reported} more,"
            " others say so. The **10-year yield** (what new buyers earn) had risen each time,"
            " by:",
            turned=figures.turned,
            count=figures.count,
            reported=figures.reported,
        ),
    )


def _placed(placed: Placed, numbers: PlacedFigures, figures: HistoryFigures) -> tuple[str, ...]:
    gettext, rise = figures.translator.gettext, numbers.sale.rise
    return (
        gettext("### {title}", title=sale_title(placed.sale, numbers.sale)),
        gettext(
            "The **10-year yield** (what new buyers earn) would peak {about} points higher{range}.",
            about=rise.bold,
            range=rise.in_brackets,
        )
        + " "
        + gettext(
            "Of {rises} dated rises, {larger} were larger.",
            rises=figures.rises,
            larger=numbers.larger,
        ),
        _against_turns(placed, figures),
    )


def _against_turns(placed: Placed, figures: HistoryFigures) -> str:
    gettext, least = figures.translator.gettext, figures.least_before_turn
    if placed.reaches_a_turn:
        return gettext(
            "It reaches the smallest rise before a policy change ({least}).",
            least=least,
        )
    if placed.may_reach_a_turn:
        return gettext(
            "Only the top of the range reaches the smallest rise before a policy change ({least}).",
            least=least,
        )
    return gettext(
        "The whole range is below the smallest rise before a policy change ({least}).",
        least=least,
    )


def _turns(past: History, translator: Translator) -> tuple[str, ...]:
    lines = []
    for move in past.turned:
        if move.turn is not None:
            numbers = move_figures(move, translator)
            lines.append(
                "- "
                + translator.gettext(
                    _TURNS[move.turn.kind], day=numbers.turn_day, points=numbers.before_turn
                )
            )
    return tuple(lines)


def _no_rule(figures: HistoryFigures) -> str:
    return figures.translator.gettext(
        "A jump alone decides nothing: after {points} points in {year}, we know of no change.",
        points=figures.without,
        year=figures.without_year,
    )


def small_print(past: History, figures: HistoryFigures, corrected_from: str | None = None) -> str:
    """What the moves are, what they do not prove, and what was understood."""
    translator = figures.translator
    parts = [
        translator.gettext(
            "Closes of the 10-year yield; moves picked because they are often cited."
        ),
        _reported(past, translator),
        translator.gettext(
            "That policy changed after a rise does not prove that it changed because of it."
        ),
    ]
    if past.placed is not None and figures.placed is not None:
        # First here: the words above have no room.
        parts.insert(0, holds_less(past.placed.sale, figures.placed.sale))
        parts.append(_no_rule(figures))
        parts.append(translator.gettext("Treasuries are US government debt."))
        parts.append(sale_small_print(past.placed.sale, figures.placed.sale, corrected_from)[3:])
    else:
        parts.append(translator.gettext("The Treasury sells US government debt."))
        parts.append(translator.gettext("Data, not advice."))
    return "-# " + " ".join(part for part in parts if part)


def _reported(past: History, translator: Translator) -> str:
    """The changes of policy whose announcement was not read."""
    told = [
        translator.gettext(
            _REPORTED[turn.kind],
            day=move_figures(move, translator).turn_day,
            points=move_figures(move, translator).before_turn,
        )
        for move, turn in past.reported
    ]
    if not told:
        return ""
    return translator.gettext("Reported, not counted: {changes}.", changes="; ".join(told))


def alt_text(past: History, figures: HistoryFigures) -> str:
    """The picture for those who do not see it."""
    translator = figures.translator
    bars = translator.gettext(
        "Bars of {count} dated moves of the 10-year yield, from {most} points ({first}) to {least}"
        " ({last}); a dot marks where US policy changed, in {turned} of them.",
        count=figures.count,
        most=figures.moves[0].change,
        first=short_name(past.moves[0], translator),
        least=figures.moves[-1].change,
        last=short_name(past.moves[-1], translator),
        turned=figures.turned,
    )
    if figures.placed is None:
        return bars
    rise = figures.placed.sale.rise
    sale = translator.gettext(
        "The sale would add {about} points{range}.",
        about=rise.about,
        range=rise.in_brackets,
    )
    return f"{sale} {bars}"


def table(past: History, snapshot: MarketSnapshot, translator: Translator) -> str:
    """Every dated move with its days, and where the figures come from."""
    gettext = translator.gettext
    source = snapshot.sources["fred_dgs10"]
    return "\n".join(
        (
            gettext("### Every dated move"),
            gettext(
                "The 10-year yield at the close, from the day before the move to its last day."
                " After {turned} of {count} US policy changed.",
                turned=translator.fixed(len(past.turned), 0),
                count=translator.fixed(len(past.moves), 0),
            ),
            *(f"- {_row(move, translator)}" for move in past.moves),
            gettext("**Where the data come from**"),
            "-# "
            + gettext(
                "Yields: {source}",
                source=f"[{source.publisher}: {source.title}](<{source.url}>)",
            ),
            *(
                f"-# {translator.day(turn.announced)}: {_linked(turn.source)}"
                for turn in (move.episode.policy_turn for move in past.moves)
                if turn is not None
            ),
            *(
                f"-# {translator.day(abroad.end)}: {_linked(abroad.abroad.source)}"
                for abroad in (move.episode for move in past.moves)
                if abroad.abroad is not None
            ),
        )
    )


def _row(move: DatedMove, translator: Translator) -> str:
    episode, numbers = move.episode, move_figures(move, translator)
    row = translator.gettext(
        "**{name}:** {start} to {end}, {old} → {new}: {change} points in {days} days.",
        name=translator.gettext(episode.label),
        start=translator.day(episode.start),
        end=translator.day(episode.end),
        old=translator.rate(episode.start_yield),
        new=translator.rate(episode.end_yield),
        change=numbers.change,
        days=numbers.days,
    )
    abroad = "" if episode.abroad is None else translator.gettext(episode.abroad.text)
    turn = episode.policy_turn
    change = ""
    if turn is not None:
        message = N_("Policy changed on {day}; the close before, {close}, was {rate}.")
        if not turn.is_certain:
            message = N_("Reported for {day}, not counted; the close before, {close}, was {rate}.")
        change = translator.gettext(
            message,
            day=numbers.turn_day,
            close=translator.day(turn.close_before),
            rate=translator.rate(turn.yield_before),
        )
    return " ".join(part for part in (row, abroad, change) if part)


def _linked(source: Source) -> str:
    return f"[{source.publisher}](<{source.url}>)"
