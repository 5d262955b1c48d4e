"""Dated events from one table: moves of yields, changes of policy, sales, interventions."""

from calc.events.event import Event, PolicyTurn, TurnKind
from calc.events.table import episodes, event_messages, past_moves

__all__ = ["Event", "PolicyTurn", "TurnKind", "episodes", "event_messages", "past_moves"]
