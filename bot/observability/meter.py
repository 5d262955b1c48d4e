"""What is worth counting, whoever counts it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.observability.status import Vitals


UNKNOWN = "unknown"
"""Stands for a command that is none of ours."""


class Outcome(StrEnum):
    """What became of an interaction."""

    ANSWERED = "answered"
    REFUSED = "refused"
    """The input could not be used, and the asker was told why."""
    FAILED = "failed"
    """An error of ours, and an apology."""
    LOST = "lost"
    """Discord did not take the answer: too late, or somebody else gave one."""
    BUSY = "busy"
    """Too many at once; the asker was told."""
    SLOWED = "slowed"
    """Too many at once, and this asker had asked much; told, too."""
    DROPPED = "dropped"
    """So late that Discord would not have taken an answer."""


class Meter:
    """Counts nothing: what a bot without metrics has."""

    def count(self, command: str, outcome: Outcome) -> None:
        """An interaction is done with.

        Args:
            command: One of ours, or `UNKNOWN`.
            outcome: What became of it.
        """

    def acknowledge(self, seconds: float) -> None:
        """The asker saw a first response after this time."""

    def complete(self, seconds: float) -> None:
        """The asker had the whole answer after this time."""

    def refuse(self, status: int) -> None:
        """Discord answered a request of ours with 401, 403 or 429, and counts it against us."""

    def turn_away(self, reason: str) -> None:
        """The HTTP door did not let a request in."""

    def watch(self, vitals: Callable[[], Vitals]) -> None:
        """From now on these vital signs can be read at any time, from any thread."""
