"""Classify a market move by its signs, and find the past moves nearest to it.

The kind comes from signs only (up, down, further, less far), each with a weight that stands in the
data file. The nearest past moves come from sizes: the distance is the root mean square, in
decimals, of the differences in the 10-year and 30-year yields that both sides know. Neither says
who sold.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from calc.errors import CalcError
from calc.events import past_moves
from calc.parameters.parameter import ReferencedFile, Supported
from calc.sourced import BASIS_POINT, PERCENT, load_record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calc.events import Event

_FLAT_YIELD = 2 * BASIS_POINT
_FLAT_SHARE = 0.3 * PERCENT
PLUNGE = -5 * PERCENT
"""A change of share prices that is a plunge."""
_FAR_BEHIND = 0.6
_LONG_MARGIN = 0.1
_ALSO_FITS = 0.75
_NEAR = 10 * BASIS_POINT
_NEAR_PART = 0.25
_SAME = 2 * BASIS_POINT
_MOST_NEIGHBOURS = 4


class SelloffKind(StrEnum):
    """What may be behind a move."""

    FOREIGN_SELLING = "foreign_selling"
    LEVERAGE = "leverage"
    INFLATION_FED = "inflation_fed"
    FISCAL = "fiscal"
    DASH_FOR_CASH = "dash_for_cash"
    GOOD_NEWS = "good_news"
    GROWTH_SCARE = "growth_scare"
    RELIEF = "relief"


class Sign(StrEnum):
    """A sign in market prices: positive, negative or neither."""

    LEVEL = "level"
    """Long yields up or down."""
    FRONT = "front"
    """The 2-year moves at least as far as the 10-year, or much less."""
    LONG = "long"
    """The 30-year moves further than the 10-year, or less."""
    SPREAD = "spread"
    """The swap spread up or down; its level is no sign."""
    DOLLAR = "dollar"
    """The dollar up or down."""
    SHARES = "shares"
    """Shares up or down."""
    PLUNGE = "plunge"
    """Shares down by a lot; never negative."""


class KindWeights(Supported):
    """The weights of the signs for one kind, negative where the sign should be."""

    key: SelloffKind
    weights: dict[Sign, Annotated[int, Field(ge=-4, le=4)]]


class SignalFile(ReferencedFile):
    """The weights of all kinds."""

    note: str
    kinds: tuple[KindWeights, ...]


@cache
def load_signals() -> SignalFile:
    """The weights that ship with this version, read once."""
    return load_record(SignalFile, "market_signals", "parameters")


@dataclass(frozen=True, slots=True)
class Spread:
    """A swap spread: the fixed rate of an interest-rate swap less the Treasury yield, decimals.

    Args:
        before: Its level before the move; None when only the level is known.
    """

    now: float
    before: float | None = None


@dataclass(frozen=True, slots=True)
class Moves:
    """Observed moves; None for what was not given.

    Args:
        two: Change of the 2-year yield, decimal.
        ten: Of the 10-year yield.
        thirty: Of the 30-year yield.
        dollar: Relative change of the dollar.
        shares: Relative change of share prices.
        real: Change of the 10-year yield of inflation-protected Treasuries, decimal.
    """

    two: float | None = None
    ten: float | None = None
    thirty: float | None = None
    spread: Spread | None = None
    dollar: float | None = None
    shares: float | None = None
    real: float | None = None

    @property
    def expected_inflation(self) -> float | None:
        """The part of the 10-year's change that is expected inflation (the breakeven), decimal."""
        return None if self.ten is None or self.real is None else self.ten - self.real

    @property
    def is_empty(self) -> bool:
        """Nothing was said."""
        yields = (self.two, self.ten, self.thirty, self.real)
        return all(value is None for value in (*yields, self.spread, self.dollar, self.shares))


@dataclass(frozen=True, slots=True)
class NearestMove:
    """A past move and its distance from what was seen (root mean square, decimal)."""

    move: Event
    distance: float


@dataclass(frozen=True, slots=True)
class SignalReading:
    """The classification of a set of moves.

    Args:
        signs: Each sign that is not neither: 1 or -1.
        scores: For each kind, weights that fit less weights that contradict, best first.
        kinds: The best kind and those that fit nearly as well, best first; empty when nothing
            fits.
        nearest_moves: The nearest past moves, nearest first; empty without long yields.
        is_near: The nearest is within 10 basis points or a quarter of the move.
    """

    moves: Moves
    signs: Mapping[Sign, int]
    scores: Mapping[SelloffKind, int]
    kinds: tuple[SelloffKind, ...]
    nearest_moves: tuple[NearestMove, ...]
    is_near: bool
    signals: SignalFile

    @property
    def same_move(self) -> Event | None:
        """The nearest past move when it is the same in both yields and its cause is known."""
        if not self.nearest_moves or self.moves.ten is None or self.moves.thirty is None:
            return None
        nearest = self.nearest_moves[0]
        is_same = nearest.distance <= _SAME and nearest.move.known_cause is not None
        return nearest.move if is_same else None


def read_signal(moves: Moves) -> SignalReading:
    """Classify a set of moves.

    Raises:
        CalcError: ``signal.empty`` when nothing was seen.
    """
    if moves.is_empty:
        raise CalcError("signal.empty")
    signals, signs = load_signals(), signs_of(moves)
    scores = {
        row.key: sum(weight * signs.get(sign, 0) for sign, weight in row.weights.items())
        for row in signals.kinds
    }
    ranked = dict(sorted(scores.items(), key=lambda pair: -pair[1]))
    best = max(ranked.values())
    kinds = [kind for kind, score in ranked.items() if best > 0 and score >= _ALSO_FITS * best]
    nearest_moves = _nearest_moves(moves)
    size = max((abs(value) for value in (moves.ten, moves.thirty) if value is not None), default=0)
    near = max(_NEAR, _NEAR_PART * size)
    return SignalReading(
        moves=moves,
        signs=signs,
        scores=ranked,
        kinds=tuple(kinds),
        nearest_moves=nearest_moves,
        is_near=bool(nearest_moves) and nearest_moves[0].distance <= near,
        signals=signals,
    )


def signs_of(moves: Moves) -> Mapping[Sign, int]:
    """The signs in a set of moves; what is within the noise of a day is left out."""
    spread = None
    if moves.spread is not None and moves.spread.before is not None:
        spread = moves.spread.now - moves.spread.before
    level = next((x for x in (moves.ten, moves.thirty, moves.two) if x is not None), None)
    plunges = moves.shares is not None and moves.shares <= PLUNGE
    signs = {
        Sign.LEVEL: _sign(level, _FLAT_YIELD),
        Sign.FRONT: _front(moves.two, moves.ten),
        Sign.LONG: _long(moves.ten, moves.thirty),
        Sign.SPREAD: _sign(spread, _FLAT_YIELD),
        Sign.DOLLAR: _sign(moves.dollar, _FLAT_SHARE),
        Sign.SHARES: _sign(moves.shares, _FLAT_SHARE),
        Sign.PLUNGE: int(plunges),
    }
    return {sign: value for sign, value in signs.items() if value}


def _sign(value: float | None, flat: float) -> int:
    if value is None or abs(value) < flat:
        return 0
    return 1 if value > 0 else -1


def _front(two: float | None, ten: float | None) -> int:
    if two is None or ten is None or abs(ten) < _FLAT_YIELD:
        return 0
    part = two / ten
    if part >= 1:
        return 1
    return -1 if part <= _FAR_BEHIND else 0


def _long(ten: float | None, thirty: float | None) -> int:
    if ten is None or thirty is None or abs(ten) < _FLAT_YIELD:
        return 0
    ahead = (thirty - ten) * math.copysign(1, ten)
    return _sign(ahead, max(_FLAT_YIELD, _LONG_MARGIN * abs(ten)))


def _nearest_moves(moves: Moves) -> tuple[NearestMove, ...]:
    """Only past moves of which everything that was said about long yields is known."""
    found = []
    for past in past_moves():
        pairs = [
            (seen, known)
            for seen, known in ((moves.ten, past.change), (moves.thirty, past.thirty_year_change))
            if seen is not None
        ]
        differences = [seen - known for seen, known in pairs if known is not None]
        if not pairs or len(differences) < len(pairs):
            continue
        found.append(NearestMove(past, math.hypot(*differences) / math.sqrt(len(differences))))
    return tuple(sorted(found, key=lambda each: each.distance)[:_MOST_NEIGHBOURS])
