"""Dated events, read from one table: yields that moved, policy that turned, sales, interventions."""

from calc.events.event import Event, PolicyTurn, episodes, past_moves
from calc.events.file import TurnKind

__all__ = ["Event", "PolicyTurn", "TurnKind", "episodes", "past_moves"]
