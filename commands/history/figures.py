"""Numbers of ``/history`` as text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from commands.common.figures import signed
from commands.common.sale.figures import figures_of

if TYPE_CHECKING:
    from calc.events.dated_moves import DatedMove, History
    from commands.common.sale.figures import Figures
    from commands.common.translator import Translator


@dataclass(frozen=True, slots=True)
class MoveFigures:
    """The numbers of one dated move as text.

    Args:
        change: Of the 10-year yield, percentage points, with its sign.
        before_turn: The rise at the close before the change of policy, read or reported; empty
            without one.
        turn_day: The day of that change; empty without one.
    """

    change: str
    before_turn: str
    turn_day: str


@dataclass(frozen=True, slots=True)
class PlacedFigures:
    """The numbers of the sale that stands among the moves.

    Args:
        sale: Its own.
        larger: How many dated rises are larger than its best guess.
    """

    sale: Figures
    larger: str


@dataclass(frozen=True, slots=True)
class HistoryFigures:
    """Every number of the answer.

    Args:
        moves: Of each dated move, in the order of the moves.
        count: How many there are.
        turned: After how many policy changed.
        reported: After how many more others report a change.
        rises: How many went up.
        least_before_turn: The smallest rise that a change of policy followed.
        without: The largest rise without one.
        without_year: When that ended.
        placed: Of the sale among them; None without one.
    """

    translator: Translator
    moves: tuple[MoveFigures, ...]
    count: str
    turned: str
    reported: str
    rises: str
    least_before_turn: str
    without: str
    without_year: str
    placed: PlacedFigures | None


def figures_of_history(past: History, translator: Translator) -> HistoryFigures:
    """The numbers of the dated moves, and of a sale among them, as text in one language."""
    without = past.largest_without_turn.episode
    placed = past.placed
    return HistoryFigures(
        translator=translator,
        moves=tuple(move_figures(move, translator) for move in past.moves),
        count=translator.fixed(len(past.moves), 0),
        turned=translator.fixed(len(past.turned), 0),
        reported=translator.fixed(len(past.reported), 0),
        rises=translator.fixed(len(past.rises), 0),
        least_before_turn=_exact(past.least_before_turn, translator),
        without=_exact(without.change, translator),
        without_year=translator.year(without.end.year),
        placed=None
        if placed is None
        else PlacedFigures(figures_of(placed.sale, translator), translator.fixed(placed.larger, 0)),
    )


def move_figures(move: DatedMove, translator: Translator) -> MoveFigures:
    """The numbers of one dated move as text in one language."""
    change = move.episode.change
    turn = move.turn or move.reported_turn
    return MoveFigures(
        change=signed(change, lambda size: _exact(size, translator), translator),
        before_turn="" if turn is None else _exact(move.rise_before(turn), translator),
        turn_day="" if turn is None else translator.day(turn.announced),
    )


def _exact(change: float, translator: Translator) -> str:
    """A measured change with both decimals that yields are published with."""
    return translator.fixed(round(change * 100, 6), 2)
