"""Dated events from one table: moves of yields, changes of policy, sales, interventions."""

from calc.events.event import Event, PolicyTurn, episodes, event_messages, past_moves
from calc.events.file import TurnKind

__all__ = ["Event", "PolicyTurn", "TurnKind", "episodes", "event_messages", "past_moves"]
