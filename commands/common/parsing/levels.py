"""A yield where a move is wanted, and a move where a yield is wanted: both are asked back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from commands.common.errors import InputError
from commands.common.parsing.numeric_option import DASHES
from commands.common.parsing.rates import HIGHEST_PERCENT, read_move, read_rate

if TYPE_CHECKING:
    from collections.abc import Callable

_MOVE: Final = re.compile(
    rf"\s*(?:[+{DASHES}]\s*[0-9.]+\s*(?:bps?|basis|%|p|percent)|(?:up|down|plus|minus|rise|fall)\b)",
    re.IGNORECASE,
)
_LEVEL: Final = re.compile(r"\s*[0-9]+(?:[.,][0-9]+)?\s*(?:%|percent)?\s*", re.IGNORECASE)
_NEAR: Final = 0.015
"""So near to today's yield, a number without a sign is rather a level than a move."""
_LEAST_LEVEL: Final = 0.015
"""No move of less is taken for a level: the 10-year yield fell below 1% only in 2020."""
_BP: Final = 1e4
_PLACES: Final = 6


def read_level(text: str, *, argument: str, now: Callable[[], float]) -> float:
    """Read where a yield ends up.

    Args:
        text: What was typed.
        argument: The option it came from.
        now: Today's yield, decimal, on which a move would start.

    Returns:
        The yield as a decimal.

    Raises:
        InputError: ``rate.move`` as a question for ``+25bp``, and as `read_rate`, also for a move
            below zero.
    """
    if _MOVE.match(text) is None:
        return round(read_rate(text, argument=argument), _PLACES)
    move, today = read_move(text, argument=argument), now()
    if today + move <= 0:
        return round(read_rate(text, argument=argument), _PLACES)
    levels = (round(today + move, 4), round(abs(move), 4))
    raise InputError(
        "rate.move",
        argument,
        text,
        suggestions=tuple(f"{level:.10g}%" for level in _percent(levels)),
        is_question=True,
        facts={"today": f"{today * 100:.2f}"},
    )


def _percent(levels: tuple[float, ...]) -> list[float]:
    return [level * 100 for level in levels if 0 < level * 100 <= HIGHEST_PERCENT]


def read_change_of_yield(text: str, *, argument: str, now: Callable[[], float]) -> float:
    """Read by how much a yield moved.

    Args:
        text: What was typed.
        argument: The option it came from.
        now: Today's yield, decimal.

    Returns:
        The move as a decimal.

    Raises:
        InputError: ``move.level`` as a question for ``5.2%`` while the yield is about there, and
            as `read_move`.
    """
    if (level := _as_level(text, argument)) is not None:
        today = now()
        if level >= _LEAST_LEVEL and abs(level - today) <= _NEAR:
            moves = [f"{round(move * _BP):+d}bp" for move in (level - today, level)]
            if text.strip()[-1].isdecimal():
                # Without a unit, so many basis points are a third reading.
                moves.append(f"{level * 100:.10g}bp")
            raise InputError(
                "move.level",
                argument,
                text,
                suggestions=tuple(move for move in moves if move != "+0bp"),
                is_question=True,
                facts={"today": f"{today * 100:.2f}"},
            )
    return read_move(text, argument=argument)


def _as_level(text: str, argument: str) -> float | None:
    """A number without a sign as a yield; None where no yield is so high: 47 is basis points."""
    if _LEVEL.fullmatch(text) is None:
        return None
    try:
        return read_rate(text, argument=argument)
    except InputError:
        return None
