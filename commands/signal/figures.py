"""Numbers of a reading as text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calc.events import past_moves
from commands.common.figures import exact_rate, signed
from commands.common.text.names import short_event_name
from commands.common.translator import ENGLISH, Translator

if TYPE_CHECKING:
    from calc.events import Event
    from calc.market_signals import NearestMove, SignalReading

_BASIS_POINT = 1e-4


@dataclass(frozen=True, slots=True)
class NearestMoveFigures:
    """A past move, as text.

    Args:
        name: What it is called, in English.
        day: Its last day.
        short: Its name and year for narrow places; the day where it has none.
        ten: Change of the 10-year yield, points, with sign.
        thirty: Of the 30-year yield; empty where it is not known.
        distance: How far it is from what was seen, points.
    """

    name: str
    day: str
    short: str
    ten: str
    thirty: str
    distance: str


@dataclass(frozen=True, slots=True)
class SignalFigures:
    """Every number that an answer about a move shows, as text; empty for what was not said.

    Args:
        two: Change of the 2-year yield, points, with sign.
        ten: Of the 10-year yield.
        thirty: Of the 30-year yield.
        spread: The swap spread's level in hundredths of a point.
        spread_before: The same before the move.
        dollar: Change of the dollar, percent, with sign.
        shares: Of share prices.
        real: Of the 10-year real yield, points, with sign.
        inflation: The rest of the 10-year yield's change, likewise.
        nearest_moves: The nearest past moves.
        count: How many past moves there are.
        until: Last day of them.
    """

    translator: Translator
    two: str
    ten: str
    thirty: str
    spread: str
    spread_before: str
    dollar: str
    shares: str
    real: str
    inflation: str
    nearest_moves: tuple[NearestMoveFigures, ...]
    count: str
    until: str


def signal_figures(reading: SignalReading, translator: Translator = ENGLISH) -> SignalFigures:
    """The numbers of one reading as text in one language."""
    moves, episodes = reading.moves, past_moves()
    now = None if moves.spread is None else moves.spread.now
    before = None if moves.spread is None else moves.spread.before
    return SignalFigures(
        translator=translator,
        two=points_text(moves.two, translator),
        ten=points_text(moves.ten, translator),
        thirty=points_text(moves.thirty, translator),
        spread=_spread(now, translator),
        spread_before=_spread(before, translator),
        dollar=_percent(moves.dollar, translator),
        shares=_percent(moves.shares, translator),
        real=points_text(moves.real, translator),
        inflation=points_text(moves.expected_inflation, translator),
        nearest_moves=tuple(_nearest_move(each, translator) for each in reading.nearest_moves),
        count=translator.fixed(len(episodes), 0),
        until=translator.day(max(episode.end for episode in episodes)),
    )


def points_text(change: float | None, translator: Translator) -> str:
    """A change of a yield with its sign, to the 0.01 points that closes have."""
    if change is None:
        return ""
    return signed(change, lambda size: translator.fixed(size * 100, 2), translator)


def _spread(level: float | None, translator: Translator) -> str:
    if level is None:
        return ""
    return signed(level, lambda size: _plain(size / _BASIS_POINT, translator), translator)


def _percent(change: float | None, translator: Translator) -> str:
    if change is None:
        return ""
    return signed(change, lambda size: exact_rate(size, translator), translator)


def _plain(number: float, translator: Translator) -> str:
    """A number as it was typed, without trailing zeros."""
    return translator.bound(round(number, 2))


def _nearest_move(each: NearestMove, translator: Translator) -> NearestMoveFigures:
    move = each.move
    return NearestMoveFigures(
        name=move.noun_phrase,
        day=translator.day(move.end),
        short=_short(move, translator),
        ten=points_text(move.change, translator),
        thirty=points_text(move.thirty_year_change, translator),
        distance=translator.fixed(each.distance * 100, 2),
    )


def _short(move: Event, translator: Translator) -> str:
    if not move.short_label:
        return translator.day(move.end)
    return short_event_name(move, translator)
