"""The refresh in the background of a running bot."""

from __future__ import annotations

import asyncio
import random
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.data_refresh.fetcher import open_fetcher
from bot.data_refresh.opening import open_newest
from bot.data_refresh.refresh import refresh
from bot.data_refresh.registry import SOURCES
from bot.data_refresh.schedule import Agenda
from bot.observability.logs import LOG, log_error

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from bot.data_refresh.store import Store
    from calc import MarketSnapshot

# Many processes start together; they must not ask together.
_FIRST_WAIT_SECONDS = (30.0, 300.0)


@asynccontextmanager
async def refreshing(
    store: Store,
    take: Callable[[MarketSnapshot], None],
    *,
    every_hours: float,
    mirror: str | None = None,
    first_wait_seconds: float | None = None,
) -> AsyncIterator[None]:
    """Keep the market fresh as long as the context lasts.

    Args:
        store: Where the data are kept; other processes may refresh it, too.
        take: Called with every newer market.
        every_hours: How often the sources are asked, at most hourly; 0 for never.
        mirror: Base address asked instead of the official ones.
        first_wait_seconds: Before the first look; some random minutes when not given.
    """
    if not every_hours:
        yield
        return
    if first_wait_seconds is None:
        first_wait_seconds = random.SystemRandom().uniform(*_FIRST_WAIT_SECONDS)
    keeper = _Keeper(store, take, every_hours, mirror)
    task = asyncio.create_task(keeper.keep(first_wait_seconds))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


class _Keeper:
    """Looks every hour whether there is something newer, or sooner if something failed."""

    def __init__(
        self,
        store: Store,
        take: Callable[[MarketSnapshot], None],
        every_hours: float,
        mirror: str | None,
    ) -> None:
        self._store = store
        self._take = take
        names = tuple(source.name for source in SOURCES)
        self._agenda = Agenda(store.path.with_name("asked"), names, every_hours)
        self._mirror = mirror
        self._stamp = store.stamp()

    async def keep(self, first_wait_seconds: float) -> None:
        """For ever."""
        await asyncio.sleep(first_wait_seconds)
        while True:
            try:
                await self._look()
            except Exception as error:
                log_error("refresh failed", error)
            await asyncio.sleep(await asyncio.to_thread(self._agenda.wait_seconds))

    async def _look(self) -> None:
        await self._take_from_others()
        names = await asyncio.to_thread(self._agenda.begin)
        if not names:
            return
        sources = [source for source in SOURCES if source.name in names]
        async with open_fetcher(self._mirror) as fetcher:
            today = datetime.now(UTC).date()
            done = await refresh(self._store, fetcher, today, sources=sources)
        failures = {each.source.name: each.failure for each in done.outcomes if each.failure}
        await asyncio.to_thread(self._agenda.end, tuple(failures))
        self._stamp = self._store.stamp()
        if done.snapshot is not None:
            self._take(done.snapshot)
        if failures:
            LOG.warning("refresh: some sources stay as they were", extra={"failures": failures})
        else:
            LOG.info("refreshed", extra={"sources": len(sources)})

    async def _take_from_others(self) -> None:
        """A refresh by hand, or by another process with the same folder."""
        stamp = self._store.stamp()
        if stamp == self._stamp:
            return
        self._stamp = stamp
        opened = await asyncio.to_thread(open_newest, self._store)
        if opened.problem is not None:
            log_error("refresh: the stored data cannot be used", opened.problem)
            return
        self._take(opened.snapshot)
