"""What a process may have in common with others, and how it is without any others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from calc import MarketSnapshot


class Sharing(Protocol):
    """Help from other processes: welcome, never needed, never waited for long."""

    def answer_from(self, snapshot: MarketSnapshot) -> None:
        """From now on pictures are about this market."""

    async def picture(self, key: Hashable) -> bytes | None:
        """The PNG that another process drew.

        Args:
            key: What tells pictures of the same market apart.
        """

    def keep_picture(self, key: Hashable, png: bytes) -> None:
        """Let the others have what was drawn here."""

    async def is_first(self, interaction_id: int, /) -> bool:
        """Whether no other process let this interaction in; from now on this one did."""

    def count(self, user_id: int, learn: Callable[[int, float], None]) -> None:
        """Count a question of this person for all.

        Args:
            user_id: Who asked.
            learn: Told later, if at all, for whom how many seconds of allowance are used up.
        """

    async def close(self) -> None:
        """The end."""


class Alone:
    """No other process."""

    def answer_from(self, snapshot: MarketSnapshot) -> None:
        """Nobody to agree with."""

    async def picture(self, key: Hashable) -> None:
        """None was drawn elsewhere."""

    def keep_picture(self, key: Hashable, png: bytes) -> None:
        """Nobody wants it."""

    async def is_first(self, _interaction_id: int, /) -> bool:
        """Nobody else can have let it in."""
        return True

    def count(self, user_id: int, learn: Callable[[int, float], None]) -> None:
        """There is nothing to learn."""

    async def close(self) -> None:
        """Nothing is open."""
