"""``python -m bot refresh``: one refresh with its progress on the terminal."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING

from bot import exit_codes as exits
from bot.data_refresh.fetcher import open_fetcher
from bot.data_refresh.refresh import refresh
from bot.data_refresh.sources import SOURCES
from bot.streams import write_line
from commands.common.translator import ENGLISH

if TYPE_CHECKING:
    from bot.data_refresh.refresh import SourceResult
    from bot.data_refresh.store import Store


async def refresh_by_hand(store: Store, mirror: str | None) -> int:
    """Refresh now and show one line per source.

    Args:
        store: Has the current data and takes the new ones.
        mirror: Base address that replaces the official ones.

    Returns:
        The exit code: `FAILED` if any source failed, else 0.
    """
    numbers = count(1)

    def report(result: SourceResult) -> None:
        write_line(f"[{next(numbers)}/{len(SOURCES)}] {result.source.name}: {_describe(result)}")
        for note in result.notes:
            write_line(f"      Not in it: {note}")

    async with open_fetcher(mirror) as fetcher:
        done = await refresh(store, fetcher, datetime.now(UTC).date(), report=report)
    if done.storing_failure:
        write_line(f"Not stored: {done.storing_failure}")
    elif done.snapshot is not None:
        write_line(f"Stored in {store.path}. A running bot takes it within the hour.")
    else:
        write_line("Nothing changed.")
    has_failed = done.storing_failure or any(result.failure for result in done.sources)
    return exits.FAILED if has_failed else 0


def _describe(result: SourceResult) -> str:
    before, after = ENGLISH.day(result.before), ENGLISH.day(result.after)
    if result.failure:
        return f"{before} kept. {result.failure}"
    if result.after == result.before:
        return f"{after}, nothing newer"
    return f"{after}, was {before}"
