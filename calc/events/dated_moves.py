"""Dated moves of the yield, the changes of US policy in them, and where a sale would stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calc.events.table import episodes
from calc.run import run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calc.events.event import Event, PolicyTurn
    from calc.market import MarketSnapshot
    from calc.run import Outcome
    from calc.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Placed:
    """A sale among the dated moves.

    Args:
        larger: How many dated rises are larger than its best guess.
        reaches_a_turn: Its best guess is at least the smallest rise that a change of policy
            followed.
        may_reach_a_turn: The largest of its range is.
    """

    sale: Outcome
    larger: int
    reaches_a_turn: bool
    may_reach_a_turn: bool


@dataclass(frozen=True, slots=True)
class History:
    """All dated moves, largest rise first, and a sale among them if there is one to place."""

    moves: tuple[Event, ...]
    placed: Placed | None

    @property
    def rises(self) -> tuple[Event, ...]:
        """The moves that went up."""
        return tuple(move for move in self.moves if move.change > 0)

    @property
    def turned(self) -> tuple[Event, ...]:
        """Those after which policy changed, newest first."""
        found = [(move.turn.announced, move) for move in self.moves if move.turn is not None]
        return tuple(move for _, move in sorted(found, key=lambda pair: pair[0], reverse=True))

    @property
    def reported(self) -> tuple[tuple[Event, PolicyTurn], ...]:
        """Those after which others report a change of policy, newest first."""
        found = [(move, turn) for move in self.moves if (turn := move.reported_turn)]
        return tuple(sorted(found, key=lambda pair: pair[1].announced, reverse=True))

    @property
    def largest_without_turn(self) -> Event:
        """The largest rise after which no change of policy is known."""
        return next(move for move in self.moves if move.policy_turn is None)

    @property
    def least_before_turn(self) -> float:
        """The smallest rise that a change of policy followed, decimal."""
        return _least(self.moves)


def history(snapshot: MarketSnapshot, scenario: Scenario | None = None) -> History:
    """The dated moves, with a scenario placed among them.

    Raises:
        CalcError: What `run` refuses.
    """
    moves = sorted(episodes(), key=lambda move: move.change, reverse=True)
    placed = None if scenario is None else _placed(run(scenario, snapshot), moves)
    return History(tuple(moves), placed)


def _placed(sale: Outcome, moves: Sequence[Event]) -> Placed:
    rise, least = sale.yields.peak, _least(moves)
    return Placed(
        sale=sale,
        larger=sum(move.change > max(rise.central, 0) for move in moves),
        reaches_a_turn=rise.central >= least,
        may_reach_a_turn=rise.largest >= least,
    )


def _least(moves: Sequence[Event]) -> float:
    return min(move.rise_before(turn) for move in moves if (turn := move.turn) is not None)
