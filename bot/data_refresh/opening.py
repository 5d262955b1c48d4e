"""The newest market that this process can answer from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.data_refresh.smoke_test import proved
from calc import load_snapshot

if TYPE_CHECKING:
    from bot.data_refresh.store import Store
    from calc import MarketSnapshot


@dataclass(frozen=True, slots=True)
class Opened:
    """A market to answer from.

    Args:
        snapshot: The stored one when it can be used, else the packaged one.
        problem: Why the stored one cannot be used.
    """

    snapshot: MarketSnapshot
    problem: Exception | None = None


def open_newest(store: Store) -> Opened:
    """The newest market; never fails."""
    if not store.stamp():
        return Opened(load_snapshot())
    try:
        return Opened(proved(store.load()))
    except (OSError, ValueError) as error:
        return Opened(load_snapshot(), error)
