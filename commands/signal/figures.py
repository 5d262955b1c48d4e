"""Numbers of a reading as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from commands.common.figures import exact_rate, signed
from commands.common.translator import Translator

if TYPE_CHECKING:
    from calc.market_signals import SignalReading
    from commands.common.translator import Translator

_BASIS_POINT = 1e-4


class SignalFigures:
    """Every number that an answer about a move shows, as text; empty for what was not said."""

    def __init__(self, reading: SignalReading, translator: Translator) -> None:
        moves = reading.moves
        now, before = (moves.spread.now, moves.spread.before) if moves.spread else (None, None)
        self.translator: Final = translator
        self.two: Final = points_text(moves.two, translator)
        self.ten: Final = points_text(moves.ten, translator)
        self.thirty: Final = points_text(moves.thirty, translator)
        self.spread: Final = _spread(now, translator)
        self.spread_before: Final = _spread(before, translator)
        self.dollar: Final = _percent(moves.dollar, translator)
        self.shares: Final = _percent(moves.shares, translator)
        self.real: Final = points_text(moves.real, translator)
        self.inflation: Final = points_text(moves.expected_inflation, translator)


def points_text(change: float | None, translator: Translator) -> str:
    """A change of a yield with its sign, to the 0.01 points that closes have."""
    if change is None:
        return ""
    return signed(change, lambda size: translator.fixed(size * 100, 2), translator)


def _spread(level: float | None, translator: Translator) -> str:
    if level is None:
        return ""
    return signed(level, lambda size: translator.bound(round(size / _BASIS_POINT, 2)), translator)


def _percent(change: float | None, translator: Translator) -> str:
    if change is None:
        return ""
    return signed(change, lambda size: exact_rate(size, translator), translator)
