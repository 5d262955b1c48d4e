"""Text of ``/history``: dated moves of the yield, and the policy that changed in some."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc.events import TurnKind
from commands.common.locale.sentences import paragraph
from commands.common.sale.text import held_when, holds_less, read_as
from commands.common.sale.text import title as sale_title
from commands.common.text.citations import source_link, titled_link
from commands.common.text.names import short_event_name
from commands.common.text.small_print import (
    MOST_SMALL_WORDS,
    as_lines,
    fitted_paragraph,
    small_line,
)
from commands.common.translator import N_
from commands.history.figures import change_text, drawn_moves, points_text, turn_label

if TYPE_CHECKING:
    from calc import MarketSnapshot
    from calc.events.dated_moves import History, Placed
    from calc.events.event import Event
    from commands.common.sale.figures import Figures
    from commands.common.translator import Translator
    from commands.history.figures import HistoryFigures

_TURNS = {
    TurnKind.FED_WAITS: N_("**{year}:** central bank kept buying (+{points})"),
    TurnKind.FED_BUYS: N_("**{year}:** central bank bought (+{points})"),
    TurnKind.TARIFFS_PAUSED: N_("**{year}:** tariffs paused (+{points})"),
    TurnKind.AUCTIONS_SLOWED: N_("**{year}:** long auctions slowed (+{points})"),
    TurnKind.BUYBACKS_RAISED: N_("**{year}:** long buybacks doubled (+{points})"),
}


def main_text(past: History, figures: HistoryFigures) -> str:
    """Where the sale stands, if there is one, or when policy changed."""
    if past.placed is not None and figures.sale is not None:
        return _placed(past, past.placed, figures.sale, figures.translator)
    translator, gettext = figures.translator, figures.translator.gettext
    opening = (
        gettext("### When yields jumped, did US policy change?"),
        gettext(
            "After **{turned} of {count}** moves it did; others report {reported} more. The"
            " **10-year yield** (what buyers earn) had risen by:",
            turned=figures.turned,
            count=figures.count,
            reported=translator.fixed(len(past.reported), 0),
        ),
    )
    return as_lines(*opening, *_turns(past, translator))


def _placed(past: History, placed: Placed, numbers: Figures, translator: Translator) -> str:
    gettext, rise = translator.gettext, numbers.rise
    title = sale_title(placed.sale, numbers)
    return fitted_paragraph(
        f"### {title}",
        holds_less(placed.sale, numbers),
        gettext(
            "The **10-year yield** (what new buyers earn) would peak {about} points higher{range}.",
            about=rise.bold,
            range=rise.in_brackets,
        ),
        _against_turns(past, placed, translator),
        gettext(
            "Of {rises} dated rises, {larger} were larger.",
            rises=translator.fixed(len(past.rises), 0),
            larger=translator.fixed(placed.larger, 0),
        ),
    )


def _against_turns(past: History, placed: Placed, translator: Translator) -> str:
    message = N_("The whole range is below the smallest rise before policy changed ({least}).")
    if placed.reaches_a_turn:
        message = N_("It reaches the smallest rise before policy changed ({least}).")
    elif placed.may_reach_a_turn:
        message = N_(
            "Only the range’s top reaches the smallest rise before policy changed ({least})."
        )
    return translator.gettext(message, least=points_text(past.least_before_turn, translator))


def _turns(past: History, translator: Translator) -> tuple[str, ...]:
    lines = []
    for move in past.turned:
        if move.turn is not None:
            message = _TURNS[move.turn.kind]
            year = translator.year(move.turn.announced.year)
            points = points_text(move.rise_before(move.turn), translator)
            lines.append("- " + translator.gettext(message, year=year, points=points))
    return tuple(lines)


def small_print(past: History, translator: Translator, corrected_from: str | None = None) -> str:
    """What the moves do not prove; under a sale, what was understood."""
    if past.placed is not None:
        return _of_sale(past.placed, translator, corrected_from)
    without = past.largest_without_turn
    return small_line(
        translator.gettext("A change after a rise need not follow from it."),
        translator.gettext(
            "After {points} points in {year} none came.",
            points=points_text(without.change, translator),
            year=translator.year(without.end.year),
        ),
        limit=MOST_SMALL_WORDS,
    )


def _of_sale(placed: Placed, translator: Translator, corrected_from: str | None) -> str:
    """Who was meant, and what of its holding would be sold."""
    sale = placed.sale.sale
    return small_line(
        read_as(placed.sale, translator) if corrected_from else "",
        translator.gettext(
            "Held: {holding} ({when}). Yields of {date}.",
            when=held_when(sale.holding, translator),
            holding=translator.money(sale.holding.usd, 3),
            date=translator.day(placed.sale.snapshot.curve.as_of),
        ),
        translator.gettext("Treasuries are US government debt."),
        translator.gettext("Estimate, not advice."),
    )


def alt_text(past: History, figures: HistoryFigures) -> str:
    """The picture for those who do not see it."""
    translator = figures.translator
    moves = translator.listed(
        _drawn(move, change, translator)
        for move, change in zip(drawn_moves(past), figures.changes, strict=False)
    )
    bars = translator.gettext(
        "Dated moves of the 10-year yield, in points, and what policy did after: {moves}.",
        moves=moves,
    )
    if figures.sale is None:
        return bars
    rise = figures.sale.rise
    sale = translator.gettext(
        "The sale would add {about} points{range}.", about=rise.about, range=rise.in_brackets
    )
    return translator.paragraph((sale, bars))


def _drawn(move: Event, change: str, translator: Translator) -> str:
    """One bar of the picture in words."""
    name, turn = short_event_name(move, translator), turn_label(move, translator)
    if not turn:
        # TRANSLATORS: A dated move and the change of the yield in it: Taper ’13 +1.37.
        return translator.gettext("{name} {change}", name=name, change=change)
    return translator.gettext("{name} {change} ({turn})", name=name, change=change, turn=turn)


def table(past: History, snapshot: MarketSnapshot, translator: Translator) -> str:
    """Every dated move with its days, and where the figures come from."""
    gettext = translator.gettext
    turns = [(turn.announced, turn.source) for each in past.moves if (turn := each.policy_turn)]
    abroad = [(each.end, each.abroad.source) for each in past.moves if each.abroad]
    return as_lines(
        gettext("### Every dated move"),
        gettext(
            "Closes of the 10-year yield, the change in points. After {turned} of {count} US"
            " policy changed.",
            turned=translator.fixed(len(past.turned), 0),
            count=translator.fixed(len(past.moves), 0),
        ),
        *(f"- {_row(move, translator)}" for move in past.moves),
        gettext("**Where the data come from**"),
        "-# " + gettext("Yields: {source}", source=titled_link(snapshot.sources["fred_dgs10"])),
        *(
            f"-# {translator.day(day)}: {source_link(source, source.publisher)}"
            for day, source in (*turns, *abroad)
        ),
    )


def _row(move: Event, translator: Translator) -> str:
    row = translator.gettext(
        "**{name}:** {start} to {end}, {old} → {new} ({change}).",
        name=translator.gettext(move.label),
        start=translator.day(move.start),
        end=translator.day(move.end),
        old=translator.rate(move.start_yield),
        new=translator.rate(move.end_yield),
        change=change_text(move, translator),
    )
    abroad = "" if move.abroad is None else translator.gettext(move.abroad.text)
    turn = move.policy_turn
    change = ""
    if turn is not None:
        message = N_("Policy changed on {day}; before, on {close}: {rate}.")
        if not turn.is_certain:
            message = N_("Reported for {day}, not counted; before, on {close}: {rate}.")
        change = translator.gettext(
            message,
            day=translator.day(turn.announced),
            close=translator.day(turn.close_before),
            rate=translator.rate(turn.yield_before),
        )
    return paragraph((row, abroad, change))
