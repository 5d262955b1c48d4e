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

from pydantic import TypeAdapter, ValidationError

from bot.data_refresh.fetcher import open_fetcher
from bot.data_refresh.refresh import refresh
from bot.data_refresh.sources import SOURCES
from bot.data_refresh.store import atomic_write, load_latest
from bot.observability.logs import LOG, log_error, log_trouble

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from bot.data_refresh.store import Store
    from calc import MarketSnapshot

_HOUR = 3600.0
# Before the first retry; each further one waits three times as long: four reach over a day.
_RETRY_HOURS = (0.5, 0.9)
_BACKOFF = 3
_MAX_FAILURES = 20
# Other processes start, and wake up with the same folder, at the same time.
_JITTER_SECONDS = 60.0
_FIRST_WAIT_SECONDS = (30.0, 300.0)
_STATE = TypeAdapter(dict[str, tuple[float, int]])
_random = random.SystemRandom()


@dataclass(slots=True)
class Schedule:
    """Decides which sources to fetch when; kept in a file for restarts and other processes.

    The file has for each source when it is due, in seconds since 1970, and its failures in a row.

    Args:
        path: The file.
        names: All sources.
        every_hours: The planned interval.
        now: Wall time in seconds.
    """

    path: Path
    names: tuple[str, ...]
    every_hours: float
    now: Callable[[], float] = time.time
    # Used while the file cannot be written.
    _unwritten: dict[str, tuple[float, int]] | None = field(default=None, init=False)

    @property
    def _every_seconds(self) -> float:
        # The sleep until the next round may end a moment early.
        return 0.99 * self.every_hours * _HOUR

    def start_round(self) -> tuple[str, ...]:
        """Return the names of the sources to fetch now.

        Until `finish_round` they count as failed: the process may end in between.
        """
        now, state = self.now(), self._load()
        # A clock that was set back leaves due times far ahead.
        names = tuple(
            name for name in self.names if not now < state[name][0] <= now + self._every_seconds
        )
        first_wait = _random.uniform(*_RETRY_HOURS) * _HOUR
        for name in names:
            failures = min(state[name][1] + 1, _MAX_FAILURES)
            wait = min(first_wait * _BACKOFF ** (failures - 1), self._every_seconds)
            state[name] = now + wait, failures
        if names:
            self._save(state)
        return names

    def finish_round(self, succeeded: tuple[str, ...]) -> None:
        """Plan the next fetch of sources that succeeded."""
        due = self.now() + self._every_seconds
        self._save(self._load() | dict.fromkeys(succeeded, (due, 0)))

    def wait_seconds(self) -> float:
        """Return the time until the next look, at most an hour: others may store data."""
        wait = min(self._load()[name][0] for name in self.names) - self.now()
        return min(max(wait, 0) + _random.uniform(0, _JITTER_SECONDS), _HOUR)

    def _load(self) -> dict[str, tuple[float, int]]:
        if self._unwritten is not None:
            return dict(self._unwritten)
        unknown = dict.fromkeys(self.names, (0.0, 0))
        try:
            return unknown | _STATE.validate_json(self.path.read_bytes())
        except (OSError, ValidationError):
            return unknown

    def _save(self, state: dict[str, tuple[float, int]]) -> None:
        try:
            atomic_write(self.path, _STATE.dump_json(state).decode())
        except OSError as error:
            if self._unwritten is None:
                log_trouble("refresh: the data folder cannot be written to", error)
            self._unwritten = state
        else:
            self._unwritten = None


@asynccontextmanager
async def refreshing(
    store: Store,
    set_snapshot: Callable[[MarketSnapshot], None],
    *,
    every_hours: float,
    mirror: str | None = None,
    first_wait_seconds: float | None = None,
) -> AsyncIterator[None]:
    """Refresh the data while the context lasts.

    Args:
        store: Where the data are kept; other processes may refresh it, too.
        set_snapshot: Called with every newer market.
        every_hours: The planned interval; 0 for never.
        mirror: Base address that replaces the official ones.
        first_wait_seconds: Before the first look; random if not given.
    """
    if not every_hours:
        yield
        return
    if first_wait_seconds is None:
        first_wait_seconds = _random.uniform(*_FIRST_WAIT_SECONDS)
    names = tuple(source.name for source in SOURCES)
    schedule = Schedule(store.path.with_name("asked"), names, every_hours)
    scheduler = _Scheduler(store, set_snapshot, schedule, mirror, store.stamp())
    task = asyncio.create_task(scheduler.run(first_wait_seconds))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


@dataclass(slots=True)
class _Scheduler:
    store: Store
    set_snapshot: Callable[[MarketSnapshot], None]
    schedule: Schedule
    mirror: str | None
    stamp: int

    async def run(self, first_wait_seconds: float) -> None:
        await asyncio.sleep(first_wait_seconds)
        while True:
            try:
                await self._load_stored()
                await self._refresh()
            except Exception as error:
                log_error("refresh failed", error)
            await asyncio.sleep(await asyncio.to_thread(self.schedule.wait_seconds))

    async def _load_stored(self) -> None:
        """Take what a refresh by hand or another process has stored."""
        if (stamp := self.store.stamp()) == self.stamp:
            return
        self.stamp = stamp
        loaded = await asyncio.to_thread(load_latest, self.store)
        if loaded.problem is not None:
            log_error("refresh: the stored data cannot be used", loaded.problem)
        else:
            self.set_snapshot(loaded.snapshot)

    async def _refresh(self) -> None:
        names = await asyncio.to_thread(self.schedule.start_round)
        if not names:
            return
        sources = [source for source in SOURCES if source.name in names]
        async with open_fetcher(self.mirror) as fetcher:
            today = datetime.now(UTC).date()
            done = await refresh(self.store, fetcher, today, sources=sources)
        succeeded = tuple(each.source.name for each in done.sources if not each.failure)
        await asyncio.to_thread(self.schedule.finish_round, succeeded)
        self.stamp = self.store.stamp()
        if done.snapshot is not None:
            self.set_snapshot(done.snapshot)
        failures = {each.source.name: each.failure for each in done.sources if each.failure}
        notes = [note for each in done.sources for note in each.notes]
        level = logging.WARNING if failures else logging.INFO
        LOG.log(level, "refreshed", extra={"failures": failures, "notes": notes})
