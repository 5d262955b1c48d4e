"""The numbers of a reading as text: made once, for words, chart, alt text and math."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from babel.numbers import format_decimal

from commands.common.exact import given_rate
from commands.common.signed import signed
from commands.common.translator import ENGLISH, Tongue

if TYPE_CHECKING:
    from calc.market_signals import Neighbour, Reading

_BASIS_POINT = 1e-4


@dataclass(frozen=True, slots=True)
class NeighbourFigures:
    """A past move, as text.

    Args:
        key: Its name in the data file.
        day: Its last day.
        ten: Change of the 10-year yield, points, with sign.
        thirty: Of the 30-year yield; empty where it is not known.
        distance: How far it is from what was seen, points.
    """

    key: str
    day: str
    ten: str
    thirty: str
    distance: str


@dataclass(frozen=True, slots=True)
class SignalFigures:
    """Every number that an answer about a move shows, as text; empty for what was not said.

    Args:
        tongue: The language of all of them.
        two: Change of the 2-year yield, points, with sign.
        ten: Of the 10-year yield.
        thirty: Of the 30-year yield.
        spread: The swap spread's level in hundredths of a point.
        spread_before: The same before the move.
        dollar: Change of the dollar, percent, with sign.
        shares: Of share prices.
        neighbours: The nearest past moves.
        count: How many past moves there are.
        until: Last day of them.
    """

    tongue: Tongue
    two: str
    ten: str
    thirty: str
    spread: str
    spread_before: str
    dollar: str
    shares: str
    neighbours: tuple[NeighbourFigures, ...]
    count: str
    until: str


def signal_figures(reading: Reading, tongue: Tongue = ENGLISH) -> SignalFigures:
    """The numbers of one reading as text in one language."""
    moves, episodes = reading.moves, reading.signals.episodes
    now = None if moves.spread is None else moves.spread.now
    before = None if moves.spread is None else moves.spread.before
    return SignalFigures(
        tongue=tongue,
        two=points_text(moves.two, tongue),
        ten=points_text(moves.ten, tongue),
        thirty=points_text(moves.thirty, tongue),
        spread=_spread(now, tongue),
        spread_before=_spread(before, tongue),
        dollar=_percent(moves.dollar, tongue),
        shares=_percent(moves.shares, tongue),
        neighbours=tuple(_neighbour(each, tongue) for each in reading.neighbours),
        count=tongue.fixed(len(episodes), 0),
        until=tongue.day(max(episode.end for episode in episodes)),
    )


def points_text(change: float | None, tongue: Tongue) -> str:
    """A change of a yield with its sign, to the 0.01 points that closes have."""
    if change is None:
        return ""
    return signed(change, lambda size: tongue.fixed(size * 100, 2), tongue)


def _spread(level: float | None, tongue: Tongue) -> str:
    if level is None:
        return ""
    return signed(level, lambda size: _plain(size / _BASIS_POINT, tongue), tongue)


def _percent(change: float | None, tongue: Tongue) -> str:
    if change is None:
        return ""
    return signed(change, lambda size: given_rate(size, tongue), tongue)


def _plain(number: float, tongue: Tongue) -> str:
    """A number as it was typed, without trailing zeros."""
    return str(format_decimal(round(number, 2), "#,##0.##", locale=tongue.locale))


def _neighbour(each: Neighbour, tongue: Tongue) -> NeighbourFigures:
    move = each.move
    return NeighbourFigures(
        key=move.key,
        day=tongue.day(move.end),
        ten=points_text(move.ten, tongue),
        thirty=points_text(move.thirty, tongue),
        distance=tongue.fixed(each.distance * 100, 2),
    )
