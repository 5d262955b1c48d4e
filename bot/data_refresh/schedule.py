"""When the sources are asked next: as planned, and sooner those that failed, but never often."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.data_refresh.atomic_write import write_whole
from bot.observability.logs import log_trouble

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_HOUR = 3600.0
_DAY = 24 * _HOUR
MOST_EXTRA_A_DAY = 4
"""Rounds beyond the plan."""
# The sleep until the next round may end a moment before its time.
_EARLY_ENOUGH = 0.99
# Other processes with the same folder wake up for the same moment.
_APART_SECONDS = 60.0
# Of the first wait; each further one is twice as long, so that four reach over half a day.
_FIRST_EXTRA_HOURS = (0.5, 0.9)
_chance = random.SystemRandom()


class Asked(BaseModel):
    """What the last rounds left behind.

    Args:
        planned: When all sources were last asked, in seconds since 1970.
        pending: Names of those that still have to be asked again.
        due: When.
        extra: When that was done before, in the last day.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    planned: float
    pending: tuple[str, ...] = ()
    due: float = 0.0
    extra: tuple[float, ...] = ()


class Agenda:
    """Kept in a file, so that neither a restart nor another process asks again.

    Args:
        path: The file.
        names: Of all sources.
        every_hours: The plan.
        now: Wall time in seconds.
    """

    def __init__(
        self,
        path: Path,
        names: tuple[str, ...],
        every_hours: float,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._path = path
        self._names = names
        self._every_seconds = _EARLY_ENOUGH * every_hours * _HOUR
        self._now = now
        # Where the file cannot be written, at least this process remembers.
        self._unwritten: Asked | None = None

    def begin(self) -> tuple[str, ...]:
        """Names of the sources to ask now.

        Until `end` all of them count as failed: a process that is ended meanwhile has learnt
        nothing.
        """
        now, asked = self._now(), self._load()
        if asked is None or not 0 <= now - asked.planned < self._every_seconds:
            kept = asked.extra if asked is not None else ()
            self._keep(self._later(Asked(planned=now, extra=kept), self._names))
            return self._names
        names = tuple(name for name in self._names if name in asked.pending)
        if not names or now < asked.due:
            return ()
        begun = asked.model_copy(update={"extra": (*asked.extra, now)})
        self._keep(self._later(begun, names))
        return names

    def end(self, failed: tuple[str, ...]) -> None:
        """The sources that `begin` named were asked; these failed."""
        asked = self._load()
        if asked is not None:
            self._keep(asked.model_copy(update={"pending": failed}))

    def wait_seconds(self) -> float:
        """Until it is worth looking again: at most an hour, for what others may have stored."""
        asked, now = self._load(), self._now()
        if asked is None or not asked.pending or asked.due <= now:
            return _HOUR
        return min(asked.due - now + _chance.uniform(0, _APART_SECONDS), _HOUR)

    def _later(self, asked: Asked, pending: tuple[str, ...]) -> Asked:
        now = self._now()
        extra = tuple(moment for moment in asked.extra if 0 <= now - moment < _DAY)
        since_plan = sum(moment > asked.planned for moment in extra)
        wait = _chance.uniform(*_FIRST_EXTRA_HOURS) * _HOUR * 2**since_plan
        if len(extra) >= MOST_EXTRA_A_DAY:
            wait = max(wait, extra[0] + _DAY - now)
        return asked.model_copy(update={"pending": pending, "due": now + wait, "extra": extra})

    def _load(self) -> Asked | None:
        if self._unwritten is not None:
            return self._unwritten
        try:
            return Asked.model_validate_json(self._path.read_bytes())
        except (OSError, ValidationError):
            return None

    def _keep(self, asked: Asked) -> None:
        try:
            write_whole(self._path, asked.model_dump_json())
        except OSError as error:
            if self._unwritten is None:
                log_trouble("refresh: the data folder cannot be written to", error)
            self._unwritten = asked
        else:
            self._unwritten = None
