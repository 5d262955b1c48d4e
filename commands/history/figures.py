"""Numbers of ``/history`` as text, and which moves its picture shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from calc.events.event import TurnKind
from commands.common.figures import signed
from commands.common.sale.figures import figures_of
from commands.common.translator import N_

if TYPE_CHECKING:
    from calc.events.dated_moves import History
    from calc.events.event import Event
    from commands.common.translator import Translator

_MOST_ROWS = 9
_TURNS = {
    TurnKind.FED_WAITS: N_("Fed waited"),
    TurnKind.FED_BUYS: N_("Fed bought"),
    TurnKind.TARIFFS_PAUSED: N_("tariffs paused"),
    TurnKind.AUCTIONS_SLOWED: N_("auctions slowed"),
    TurnKind.BUYBACKS_RAISED: N_("buybacks raised"),
    TurnKind.YEN_RATE_CHECK: N_("yen checked"),
}


class HistoryFigures:
    """Every number that several parts of the answer show, as text."""

    def __init__(self, past: History, translator: Translator) -> None:
        self.translator: Final = translator
        # Of each dated move, in the order of the moves.
        self.changes: Final = tuple(change_text(move, translator) for move in past.moves)
        self.count: Final = translator.fixed(len(past.moves), 0)
        # After how many policy changed.
        self.turned: Final = translator.fixed(len(past.turned), 0)
        # Of the sale that stands among the moves, if there is one.
        placed = past.placed
        self.sale: Final = None if placed is None else figures_of(placed.sale, translator)


def change_text(move: Event, translator: Translator) -> str:
    """The change of the 10-year yield in a move, in points, with its sign."""
    return signed(move.change, lambda size: points_text(size, translator), translator)


def points_text(change: float, translator: Translator) -> str:
    """A measured change with both decimals that yields are published with."""
    return translator.fixed(round(change * 100, 6), 2)


def drawn_moves(past: History) -> tuple[Event, ...]:
    """The moves that are drawn: the largest, and all after which policy changed."""
    turned = max(row for row, move in enumerate(past.moves, 1) if move.turn is not None)
    most = _MOST_ROWS - (past.placed is not None)
    return past.moves[: max(turned, most)]


def turn_label(move: Event, translator: Translator) -> str:
    """What changed after a move, where that was read."""
    return "" if move.turn is None else translator.gettext(_TURNS[move.turn.kind])
