"""What Discord still allows today, asked before a process opens its sessions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.exit_codes import TryLaterError

if TYPE_CHECKING:
    from discord.types.gateway import SessionStartLimit

_LEAST_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class SessionStarts:
    """Discord's limit of sessions, over all processes of the bot.

    Args:
        total: Allowed in a day.
        remaining: Still allowed until the reset.
        reset_seconds: Until the reset.
        lanes: Shards that may identify at the same moment.
    """

    total: int
    remaining: int
    reset_seconds: float
    lanes: int

    @classmethod
    def read(cls, limit: SessionStartLimit) -> SessionStarts:
        """From what ``GET /gateway/bot`` answers."""
        return cls(
            limit["total"],
            limit["remaining"],
            limit["reset_after"] / 1000,
            max(limit["max_concurrency"], 1),
        )

    def most_a_day(self, shards: int, of_all: int) -> int:
        """How often a process may reopen sessions: its shards' share of half the day's total."""
        return max(self.total // 2 * shards // of_all, 1)

    def wait_before_start(self, shards: int, of_all: int) -> float:
        """Seconds to wait before a process opens its sessions.

        None as long as half of the day's total is left. Then so long that processes which start
        over and over, all of them, cannot use up the rest before the reset.

        Args:
            shards: Of this process.
            of_all: Shards of all processes.

        Raises:
            TryLaterError: Less than a tenth is left, or too few for these shards.
        """
        if self.remaining < max(self.total * _LEAST_SHARE, shards):
            msg = (
                f"Discord allows only {self.remaining} of {self.total} new sessions in the next "
                f"{self.reset_seconds / 3600:.1f} hours; not starting, since more than that "
                "resets the token. Something started this bot over and over."
            )
            raise TryLaterError(msg)
        if self.remaining >= self.total / 2:
            return 0.0
        return self.reset_seconds * of_all / self.remaining
