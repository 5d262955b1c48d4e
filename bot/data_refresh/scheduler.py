"""Refreshes in the background of a running bot: as planned, and sooner after a failure."""

from __future__ import annotations

import asyncio
import logging
import random
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.data_refresh.fetcher import open_fetcher
from bot.data_refresh.refresh import refresh
from bot.data_refresh.sources import SOURCES
from bot.data_refresh.store import load_latest
from bot.observability.logs import LOG, log_error

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Collection, Iterable

    from bot.data_refresh.store import Store
    from calc import MarketSnapshot

_HOUR = 3600.0
# Before the first retry; each further one waits three times as long: four reach over a day.
_RETRY_HOURS = (0.5, 0.9)
_BACKOFF = 3
_MAX_FAILURES = 20
# Other processes start at the same time.
_JITTER_SECONDS = 60.0
_FIRST_WAIT_SECONDS = (30.0, 300.0)
_NAMES = tuple(source.name for source in SOURCES)
_random = random.SystemRandom()


class Schedule:
    """Decides which sources to fetch when.

    Args:
        names: All sources.
        every_hours: The planned interval.
        stored_at: When an earlier process stored data, seconds since 1970; 0 for never.
        now: Wall time in seconds.
    """

    def __init__(
        self,
        names: Iterable[str],
        every_hours: float,
        stored_at: float = 0,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._every_seconds = every_hours * _HOUR
        self._now = now
        self._failures = dict.fromkeys(names, 0)
        self._due = dict.fromkeys(self._failures, stored_at + self._every_seconds)

    def note_stored(self, stored_at: float) -> None:
        """Plan the next fetch after a refresh by hand or by another process."""
        for name, failures in self._failures.items():
            if not failures:
                self._due[name] = stored_at + self._every_seconds

    def due(self) -> tuple[str, ...]:
        """Return the names of the sources to fetch now."""
        now = self._now()
        # A clock that was set back leaves due times far ahead.
        latest = now + self._every_seconds
        return tuple(name for name, due in self._due.items() if not now < due <= latest)

    def note_fetched(self, names: Iterable[str], failed: Collection[str]) -> None:
        """Plan the next fetch of sources: sooner for those that failed."""
        first_wait = _random.uniform(*_RETRY_HOURS) * _HOUR
        for name in names:
            failures = min(self._failures[name] + 1, _MAX_FAILURES) if name in failed else 0
            wait = first_wait * _BACKOFF ** (failures - 1) if failures else self._every_seconds
            self._failures[name] = failures
            self._due[name] = self._now() + min(wait, self._every_seconds)

    def wait_seconds(self) -> float:
        """Return the time until the next look, at most an hour: others may store data."""
        wait = min(self._due.values()) - self._now()
        return min(max(wait, 0) + _random.uniform(0, _JITTER_SECONDS), _HOUR)


@dataclass(slots=True)
class Scheduler:
    """Refreshes the data of a running bot.

    Args:
        store: Where the data are kept; other processes may refresh it, too.
        set_snapshot: Called with every newer market.
        every_hours: The planned interval; 0 for never.
        mirror: Base address that replaces the official ones.
        first_wait_seconds: Before the first look; random if not given.
    """

    store: Store
    set_snapshot: Callable[[MarketSnapshot], None]
    every_hours: float
    mirror: str | None = None
    first_wait_seconds: float | None = None
    _stamp: int = field(default=0, init=False)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Refresh while the context lasts."""
        if not self.every_hours:
            yield
            return
        self._stamp = self.store.stamp()
        task = asyncio.create_task(self._run())
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _run(self) -> None:
        first_wait = self.first_wait_seconds
        await asyncio.sleep(
            _random.uniform(*_FIRST_WAIT_SECONDS) if first_wait is None else first_wait
        )
        schedule = Schedule(_NAMES, self.every_hours, self._stamp / 1e9)
        while True:
            try:
                await self._load_stored(schedule)
                await self._refresh(schedule)
            except Exception as error:
                log_error("refresh failed", error)
            await asyncio.sleep(schedule.wait_seconds())

    async def _load_stored(self, schedule: Schedule) -> None:
        """Take what a refresh by hand or another process has stored."""
        if (stamp := self.store.stamp()) == self._stamp:
            return
        self._stamp = stamp
        loaded = await asyncio.to_thread(load_latest, self.store)
        if loaded.problem is not None:
            log_error("refresh: the stored data cannot be used", loaded.problem)
        else:
            schedule.note_stored(stamp / 1e9)
            self.set_snapshot(loaded.snapshot)

    async def _refresh(self, schedule: Schedule) -> None:
        names = schedule.due()
        if not names:
            return
        # Should it fail as a whole, each counts as failed.
        schedule.note_fetched(names, names)
        sources = [source for source in SOURCES if source.name in names]
        async with open_fetcher(self.mirror) as fetcher:
            done = await refresh(self.store, fetcher, datetime.now(UTC).date(), sources=sources)
        failures = {each.source.name: each.failure for each in done.sources if each.failure}
        schedule.note_fetched([name for name in names if name not in failures], ())
        self._stamp = self.store.stamp()
        if done.snapshot is not None:
            self.set_snapshot(done.snapshot)
        notes = [note for each in done.sources for note in each.notes]
        level = logging.WARNING if failures else logging.INFO
        LOG.log(level, "refreshed", extra={"failures": failures, "notes": notes})
