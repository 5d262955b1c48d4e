"""``python -m bot refresh``: one round with its progress on the terminal."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot import exit_codes as exits
from bot.data_refresh.fetcher import open_fetcher
from bot.data_refresh.refresh import Progress, refresh
from bot.data_refresh.registry import SOURCES
from commands.common.translator import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.data_refresh.refresh import Outcome
    from bot.data_refresh.registry import Source
    from bot.data_refresh.store import Store


async def refresh_by_hand(store: Store, tell: Callable[[str], None], mirror: str | None) -> int:
    """Ask every source now.

    Args:
        store: Where the data are kept.
        tell: Shows one line.
        mirror: Base address asked instead of the official ones.

    Returns:
        The exit code: a failure of any source is one.
    """
    numbers = {source.name: number for number, source in enumerate(SOURCES, 1)}

    def starting(source: Source) -> None:
        tell(f"[{numbers[source.name]}/{len(SOURCES)}] {source.name} …")

    def ended(outcome: Outcome) -> None:
        tell(f"      {_result(outcome)}")

    async with open_fetcher(mirror) as fetcher:
        today = datetime.now(UTC).date()
        done = await refresh(store, fetcher, today, progress=Progress(starting, ended))
    if done.storing_failure:
        tell(f"Not stored: {done.storing_failure}")
    elif done.snapshot is not None:
        tell(f"Stored in {store.path}. A running bot takes it within the hour.")
    else:
        tell("Nothing changed.")
    has_failed = done.storing_failure or any(outcome.failure for outcome in done.outcomes)
    return exits.FAILED if has_failed else exits.OK


def _result(outcome: Outcome) -> str:
    before, after = ENGLISH.day(outcome.before), ENGLISH.day(outcome.after)
    if outcome.failure:
        return f"{before} kept. {outcome.failure}"
    if outcome.after == outcome.before:
        return f"{after}, nothing newer"
    return f"{after}, was {before}"
