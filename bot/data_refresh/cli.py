"""``python -m bot refresh``: one refresh with its progress on the terminal."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING

from bot import exit_codes as exits
from bot.data_refresh.fetcher import open_fetcher
from bot.data_refresh.refresh import refresh
from bot.data_refresh.registry import SOURCES
from commands.common.translator import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.data_refresh.refresh import SourceResult
    from bot.data_refresh.store import Store

_STDOUT = 1


async def refresh_by_hand(store: Store, write: Callable[[str], None], mirror: str | None) -> int:
    """Refresh now and show one line per source.

    Args:
        store: Has the current data and takes the new ones.
        write: Shows a line.
        mirror: Base address that replaces the official ones.

    Returns:
        The exit code: `FAILED` if any source failed, else 0.
    """
    numbers = count(1)

    def show(line: str) -> None:
        try:
            write(line)
        except OSError:
            # The reader has gone, as with `| head -1`; the data are stored all the same.
            os.dup2(os.open(os.devnull, os.O_WRONLY), _STDOUT)

    def report(result: SourceResult) -> None:
        show(f"[{next(numbers)}/{len(SOURCES)}] {result.source.name}: {_describe(result)}")
        for note in result.notes:
            show(f"      Not in it: {note}")

    async with open_fetcher(mirror) as fetcher:
        done = await refresh(store, fetcher, datetime.now(UTC).date(), report=report)
    if done.storing_failure:
        show(f"Not stored: {done.storing_failure}")
    elif done.snapshot is not None:
        show(f"Stored in {store.path}. A running bot takes it within the hour.")
    else:
        show("Nothing changed.")
    has_failed = done.storing_failure or any(result.failure for result in done.sources)
    return exits.FAILED if has_failed else 0


def _describe(result: SourceResult) -> str:
    before, after = ENGLISH.day(result.before), ENGLISH.day(result.after)
    if result.failure:
        return f"{before} kept. {result.failure}"
    if result.after == result.before:
        return f"{after}, nothing newer"
    return f"{after}, was {before}"
