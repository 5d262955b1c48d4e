"""``/signal``: what kind of sell-off a set of moves looks like, and what it does not prove."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from calc.market_signals import Moves, SignalReading, Spread, read_signal
from commands.common.answer import Answer, Button, Picture
from commands.common.command import Command, Option, Request, by_action
from commands.common.custom_id import MATH, SHOW
from commands.common.errors import InputError
from commands.common.parsing.levels import read_change_of_yield
from commands.common.parsing.rates import read_change, read_move, read_spread
from commands.common.translator import N_
from commands.selloff.buttons import opening_button
from commands.signal import text as words
from commands.signal.buttons import NAME, read_moves, signal_id, write_moves
from commands.signal.chart import chart
from commands.signal.figures import SignalFigures
from commands.signal.math import math_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from commands.common.translator import Translator

_ERROR_TEXTS = {
    "spread": N_("Try `-58` or `-80 to -100`."),
    "change": N_("Try `-3%`."),
    "signal.empty": N_("Tell me at least one move, for example `ten:+47bp`."),
    "change.unreadable": N_("I could not read **“{typed}”** as a change."),
    "change.characters": N_("**“{typed}”** holds characters I cannot read in a change."),
    "change.too_long": N_("That is too long for a change."),
    "change.out_of_range": N_("I read changes up to {largest}% either way."),
    "change.format": N_("I can read **“{typed}”** in more than one way, so I did not guess."),
    "spread.unreadable": N_("I could not read **“{typed}”** as a swap spread."),
    "spread.characters": N_("**“{typed}”** holds characters I cannot read in a swap spread."),
    "spread.too_long": N_("That is too long for a swap spread."),
    "spread.out_of_range": N_("I read swap spreads up to {widest_bp} bp either way."),
    "spread.format": N_("I can read **“{typed}”** in more than one way, so I did not guess."),
}


def reply(request: Request, values: Mapping[str, str]) -> Answer:
    """The answer to moves of yields, the dollar and shares, and to a swap spread."""

    def given(option: str, read: Callable[..., float]) -> float | None:
        return read(values[option], argument=option) if option in values else None

    def change_from(years: float) -> Callable[..., float]:
        return partial(read_change_of_yield, now=lambda: request.snapshot.curve.at(years))

    spread = None
    if "spread" in values:
        now, before = read_spread(values["spread"], argument="spread")
        spread = Spread(now, before)
    moves = Moves(
        two=given("two", change_from(2)),
        ten=given("ten", change_from(10)),
        thirty=given("thirty", change_from(30)),
        spread=spread,
        dollar=given("dollar", read_change),
        shares=given("shares", read_change),
        real=given("real", read_move),
    )
    if moves.is_empty:
        raise InputError("signal.empty", "ten", "")
    return _answer(request, moves)


def _answer(request: Request, moves: Moves) -> Answer:
    reading = read_signal(moves)
    figures = SignalFigures(reading, request.translator)
    return Answer(
        text=words.main_text(reading, figures),
        small_print=words.small_print(figures),
        picture=_picture(reading, figures),
        buttons=_buttons(reading, request.translator),
        own_id=signal_id(SHOW, moves),
        used=(),
    )


def _math(request: Request, moves: Moves) -> Answer:
    reading = read_signal(moves)
    return Answer(math_text(reading, request.translator), is_private=True)


def _picture(reading: SignalReading, figures: SignalFigures) -> Picture | None:
    """None without long yields: there is nothing to compare."""
    if not reading.nearest_moves:
        return None
    return Picture(
        spec=chart(reading, figures),
        alt=words.alt_text(reading, figures),
        filename=f"{NAME}-{'-'.join(write_moves(reading.moves))}.png",
    )


def _buttons(reading: SignalReading, translator: Translator) -> tuple[Button, ...]:
    """The nearest past move read alone, what a known sale would do, and how this was read."""
    buttons = []
    seen = Moves(ten=reading.moves.ten, thirty=reading.moves.thirty)
    for each in reading.nearest_moves[:1]:
        past = Moves(ten=each.move.change, thirty=each.move.thirty_year_change)
        if past != seen:
            label = translator.gettext("Read {day} alone", day=translator.day(each.move.end))
            buttons.append(Button(label, signal_id(SHOW, past)))
    buttons.append(opening_button(translator))
    buttons.append(Button(translator.gettext("Math"), signal_id(MATH, reading.moves)))
    return tuple(buttons)


COMMAND = Command(
    name=NAME,
    description="What kind of sell-off do these moves look like, and what do they not prove?",
    label=N_("Reading the signs"),
    reply=reply,
    press=by_action(lambda _, fields: read_moves(fields), show=_answer, math=_math),
    example="/signal two:+28bp ten:+47bp thirty:+44bp spread:-58 dollar:-3%",
    error_texts=_ERROR_TEXTS,
    sample=Button(
        N_("Read such a signal"), signal_id(SHOW, Moves(ten=0.0047, spread=Spread(-0.0058)))
    ),
    options=(
        Option("two", "Move of the 2-year Treasury yield: +28bp, 0.28 points"),
        Option("ten", "Move of the 10-year Treasury yield: +47bp, 0.47 points"),
        Option("thirty", "Move of the 30-year Treasury yield: +44bp"),
        Option("spread", "Swap spread in basis points: -58, or from one to another: -80 to -100"),
        Option("dollar", "Move of the dollar in percent: -3%"),
        Option("shares", "Move of share prices in percent: -5%"),
        Option("real", "Move of the 10-year inflation-protected (TIPS) yield: +30bp"),
    ),
)
