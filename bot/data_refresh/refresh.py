"""One refresh: fetch each source, validate it, smoke-test it, store the result.

``python -m bot refresh`` shows its progress on the terminal.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import count
from typing import TYPE_CHECKING

import aiohttp

from bot import exit_codes as exits
from bot.data_refresh.fetcher import open_fetcher
from bot.data_refresh.market_files import packaged_files
from bot.data_refresh.sources import SOURCES
from bot.data_refresh.store import smoke_test
from bot.data_refresh.validation import RejectedDataError
from bot.observability.logs import log_error
from bot.streams import write_line
from commands.common.translator import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.data_refresh.fetcher import Fetcher
    from bot.data_refresh.market_files import MarketFiles
    from bot.data_refresh.store import Store
    from bot.data_refresh.validation import RefreshSource
    from calc import MarketSnapshot


@dataclass(frozen=True, slots=True)
class SourceResult:
    """The result of one source.

    Args:
        source: The source.
        before: The date of its figures before.
        after: The date of its figures now.
        failure: Why nothing was taken; empty if it was.
        notes: Figures that the response did not contain and that stay as they were.
    """

    source: RefreshSource
    before: date
    after: date
    failure: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RefreshResult:
    """The results of all sources, the new market if any, and why it was not stored if so."""

    sources: tuple[SourceResult, ...]
    snapshot: MarketSnapshot | None
    storing_failure: str = ""


async def refresh(
    store: Store,
    fetcher: Fetcher,
    today: date,
    *,
    sources: Sequence[RefreshSource] = SOURCES,
    report: Callable[[SourceResult], None] = lambda _: None,
) -> RefreshResult:
    """Fetch every source once; never fails.

    Network failures are only in the result, which `report` is told source by source; rejected
    data are logged, too. No figure may be dated later than today.
    """
    current = first = await asyncio.to_thread(_load, store)
    snapshot = None
    results = []
    for source in sources:
        before, failure = source.date_of(current), ""
        try:
            text = await fetcher.fetch_text(source.url(today), source.limit_bytes)
            newer = await asyncio.to_thread(_update, source, text, current, today)
            if newer != current:
                snapshot = await asyncio.to_thread(smoke_test, newer)
            current = newer
        except (aiohttp.ClientError, OSError) as error:
            failure = _one_line(error)
        except ValueError as error:
            log_error(f"refresh: {source.name} stays as it was", error)
            failure = _one_line(error)
        notes = () if failure else source.notes(current)
        results.append(SourceResult(source, before, source.date_of(current), failure, notes))
        report(results[-1])
    storing_failure = ""
    if current != first:
        try:
            await asyncio.to_thread(store.save, current)
        except OSError as error:
            log_error("refresh: the new data cannot be stored", error)
            storing_failure = _one_line(error)
    return RefreshResult(tuple(results), snapshot, storing_failure)


def _load(store: Store) -> MarketFiles:
    try:
        return store.load()
    except (OSError, ValueError) as error:
        log_error("refresh: the stored data cannot be read", error)
        return packaged_files()


def _update(source: RefreshSource, text: str, current: MarketFiles, today: date) -> MarketFiles:
    try:
        return source.update(text, current, today)
    except ValueError:
        raise
    except Exception as error:
        raise RejectedDataError("not the expected format") from error


def _one_line(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())[:200]


async def refresh_by_hand(store: Store, mirror: str | None) -> int:
    """Refresh now and show one line per source; the exit code is `FAILED` if any one failed."""
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
