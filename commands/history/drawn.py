"""Which moves the picture of ``/history`` shows, and what it writes beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc.events.event import TurnKind
from commands.common.translator import N_

if TYPE_CHECKING:
    from calc.events.dated_moves import DatedMove, History
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


def drawn_moves(past: History) -> tuple[DatedMove, ...]:
    """The moves that are drawn: the largest, and all after which policy changed."""
    turned = max(row for row, move in enumerate(past.moves, 1) if move.turn is not None)
    most = _MOST_ROWS - (past.placed is not None)
    return past.moves[: max(turned, most)]


def turn_label(move: DatedMove, translator: Translator) -> str:
    """What changed after a move, where that was read."""
    return "" if move.turn is None else translator.gettext(_TURNS[move.turn.kind])
