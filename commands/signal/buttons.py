"""Component state of ``/signal``: the moves, in hundredths of a basis point or a percent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from calc.market_signals import Moves, Spread
from commands.common.custom_id import StaleButtonError, build_custom_id
from commands.common.parsing.rates import LARGEST_MOVE_POINTS, LARGEST_PERCENT, WIDEST_SPREAD_BP

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = "signal"
_UNIT = 1e-6
_PLACES = 6
_NONE = "x"
_VALUE = re.compile(r"-?[0-9]{1,6}")
_LARGEST_MOVE = LARGEST_MOVE_POINTS / 100
_LARGEST_SPREAD = WIDEST_SPREAD_BP / 10_000
_LARGEST_CHANGE = LARGEST_PERCENT / 100
# Of three yields, a spread now and before, the dollar and shares, and the real yield.
_LARGEST = (
    *(_LARGEST_MOVE, _LARGEST_MOVE, _LARGEST_MOVE, _LARGEST_SPREAD, _LARGEST_SPREAD),
    *(_LARGEST_CHANGE, _LARGEST_CHANGE, _LARGEST_MOVE),
)


def signal_id(action: str, moves: Moves) -> str:
    """The id of a button that does something with a set of moves."""
    return build_custom_id(NAME, action, *write_moves(moves))


def write_moves(moves: Moves) -> tuple[str, ...]:
    """The fields that hold a set of moves."""
    spread = moves.spread or Spread(0.0)
    now = spread.now if moves.spread else None
    values = [moves.two, moves.ten, moves.thirty, now, spread.before, moves.dollar, moves.shares]
    if moves.real is not None:
        values.append(moves.real)
    return tuple(_NONE if value is None else str(round(value / _UNIT)) for value in values)


def read_moves(fields: Sequence[str]) -> Moves:
    """The moves in the fields.

    Raises:
        StaleButtonError: They are not such fields.
    """
    # The last field came later, and most ids do without it.
    fields = (*fields, _NONE) if len(fields) == len(_LARGEST) - 1 else fields
    if len(fields) != len(_LARGEST):
        raise StaleButtonError
    values = [_value(text, most) for text, most in zip(fields, _LARGEST, strict=True)]
    two, ten, thirty, now, before, dollar, shares, real = values
    spread = None if now is None else Spread(now, before)
    moves = Moves(two, ten, thirty, spread, dollar, shares, real)
    if moves.is_empty:
        raise StaleButtonError
    return moves


def _value(text: str, most: float) -> float | None:
    if text == _NONE:
        return None
    if _VALUE.fullmatch(text) is None or abs(round(int(text) * _UNIT, _PLACES)) > most:
        raise StaleButtonError
    # Of a product, the last digit may fall short of a limit that the typed number reaches.
    return round(int(text) * _UNIT, _PLACES)
