"""The heartbeat of a running bot: how it is, every few seconds, in a file that `health` reads."""

from __future__ import annotations

import asyncio
import json
import os
import tempfile
import time
from collections import deque
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bot.neighbour import neighbour
from bot.observability.logs import LOG

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from bot.observability.status import Vitals

_LOOK_SECONDS = 0.5
_LOOKS_REMEMBERED = 20
_BEAT_EVERY_LOOKS = 10


class Pulse:
    """Feels the event loop, and writes down how the bot is.

    Args:
        read: The vital signs, given the lag of the event loop in seconds.
        path: The file.
    """

    def __init__(self, read: Callable[[float], Vitals], path: Path) -> None:
        self._read = read
        self._path = path
        self._lags: deque[float] = deque([0.0], _LOOKS_REMEMBERED)
        self._vitals = read(0.0)
        self._can_write = True
        self._has_neighbour = False

    def vitals(self) -> Vitals:
        """How the bot was when last looked at; may be asked from any thread."""
        return self._vitals

    @asynccontextmanager
    async def beating(self) -> AsyncIterator[None]:
        """As long as the context lasts; afterwards the file is gone."""
        task = asyncio.create_task(self._beat())
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            await asyncio.to_thread(self._remove)

    async def _beat(self) -> None:
        while True:
            written = self._vitals
            await asyncio.to_thread(self._write, written)
            for _ in range(_BEAT_EVERY_LOOKS):
                due = time.monotonic() + _LOOK_SECONDS
                await asyncio.sleep(_LOOK_SECONDS)
                self._lags.append(max(time.monotonic() - due, 0.0))
                self._vitals = self._read(max(self._lags))
                if self._vitals.is_ready != written.is_ready:
                    break

    def _write(self, vitals: Vitals) -> None:
        pid = neighbour(self._path)
        if pid is None:
            self._replace(vitals)
        elif not self._has_neighbour:
            LOG.warning(
                "another bot has its heartbeat here: give each its own DATA_DIR or HEALTH_FILE",
                extra={"path": str(self._path), "pid": pid},
            )
        self._has_neighbour = pid is not None

    def _replace(self, vitals: Vitals) -> None:
        # Wall time: another process compares it with its own.
        text = json.dumps({"written": time.time(), "pid": os.getpid()} | vitals.as_dict())
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._path.parent, prefix=".health-")
            try:
                with os.fdopen(handle, "w") as file:
                    file.write(text)
                Path(name).replace(self._path)
            except OSError:
                Path(name).unlink(missing_ok=True)
                raise
        except OSError as error:
            if self._can_write:
                LOG.warning("the heartbeat cannot be written", extra={"reason": str(error)})
            self._can_write = False
        else:
            self._can_write = True

    def _remove(self) -> None:
        try:
            if json.loads(self._path.read_text())["pid"] == os.getpid():
                self._path.unlink()
        except (OSError, ValueError, KeyError):
            # Already gone, or never written: the next reader sees that nobody is there.
            return
