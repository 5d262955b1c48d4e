"""Write the status of the running bot to a file every few seconds, for `health`."""

from __future__ import annotations

import asyncio
import json
import os
import time
from collections import deque
from contextlib import asynccontextmanager, suppress
from dataclasses import asdict
from typing import TYPE_CHECKING

from bot.observability.health import fallback_path
from bot.observability.logs import LOG

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from bot.observability.health import BotStatus

_SAMPLE_SECONDS = 0.5
_SAMPLES_KEPT = 20
_SAMPLES_PER_WRITE = 10
# Always the same length, so that a full disk can still be overwritten in place.
_FILE_BYTES = 512


class HeartbeatWriter:
    """Measures the lag of the event loop, and writes down the status of the bot.

    Args:
        read_status: Returns the status, given the lag of the event loop in seconds.
        path: The file. Where it cannot be written, one in the folder for temporary files is.
    """

    def __init__(self, read_status: Callable[[float], BotStatus], path: Path) -> None:
        self._read_status = read_status
        self._paths = (path, fallback_path(path))
        self._lags: deque[float] = deque([0.0], _SAMPLES_KEPT)
        self._status = read_status(0.0)
        self._is_path_writable = True

    def status(self) -> BotStatus:
        """Return the latest status; safe to call from any thread."""
        return self._status

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Write as long as the context lasts, then remove the file."""
        task = asyncio.create_task(self._run())
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            await asyncio.to_thread(self._remove)

    async def _run(self) -> None:
        while True:
            written = self._status
            await asyncio.to_thread(self.write)
            for _ in range(_SAMPLES_PER_WRITE):
                due = time.monotonic() + _SAMPLE_SECONDS
                await asyncio.sleep(_SAMPLE_SECONDS)
                self._lags.append(max(time.monotonic() - due, 0.0))
                self._status = self._read_status(max(self._lags))
                if self._status.is_ready != written.is_ready:
                    break

    def write(self) -> None:
        """Write the latest status now."""
        # Wall time: another process compares it with its own.
        beat = {"written": time.time(), "pid": os.getpid()} | asdict(self._status)
        content = json.dumps(beat).encode().ljust(_FILE_BYTES)
        path, fallback = self._paths
        try:
            _replace(path, content)
        except OSError as error:
            if self._is_path_writable:
                extra = {"reason": str(error), "fallback": str(fallback)}
                LOG.warning("the heartbeat cannot be written", extra=extra)
            self._is_path_writable = False
            with suppress(OSError):
                _overwrite(path, content)
                return
            with suppress(OSError):
                _replace(fallback, content)
        else:
            self._is_path_writable = True

    def _remove(self) -> None:
        for path in self._paths:
            try:
                if json.loads(path.read_text(encoding="utf-8"))["pid"] == os.getpid():
                    path.unlink()
            except (OSError, ValueError, KeyError, TypeError):
                # Gone, or never written: the next reader sees that no bot runs.
                continue


def _replace(path: Path, content: bytes) -> None:
    """Replace a file in one step, with the mode that the umask allows: others may read it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    next_path = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        next_path.write_bytes(content)
        next_path.replace(path)
    except OSError:
        with suppress(OSError):
            next_path.unlink()
        raise


def _overwrite(path: Path, content: bytes) -> None:
    """Write into the blocks that a file of the same length already has."""
    with path.open("r+b") as file:
        file.write(content)
