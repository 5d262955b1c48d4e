"""The status of a running bot: written to a file every few seconds, read by `health`."""

from __future__ import annotations

import asyncio
import errno
import json
import logging
import os
import tempfile
import time
from collections import deque
from contextlib import asynccontextmanager, suppress
from dataclasses import asdict, dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

# By its name: `health` starts without discord.py, which `logs` imports.
_LOG = logging.getLogger("selloff")
MAX_LAG_SECONDS = 1.0
MAX_SILENCE_SECONDS = 30.0
"""A bot that has not written its status for longer counts as dead."""
_CLOCK_TOLERANCE_SECONDS = 5.0
_SAMPLE_SECONDS = 0.5
_SAMPLES_KEPT = 20
_SAMPLES_PER_WRITE = 10
# Always the same length, so that a full disk can still be overwritten in place.
_FILE_BYTES = 512
_UNWRITABLE = frozenset({errno.ENOSPC, errno.EROFS, getattr(errno, "EDQUOT", errno.ENOSPC)})


@dataclass(frozen=True, slots=True)
class BotStatus:
    """The status of a running bot.

    Args:
        transport: ``gateway`` or ``http``.
        is_ready: It is connected to Discord, or listens.
        lag_seconds: The longest delay of the event loop in the last seconds.
        in_flight: Interactions being answered.
        pictures_waiting: Charts not rendered yet.
        data_day: The day of the newest yields, ISO 8601.
        is_paused: Nothing is sent, since Discord refuses this address.
        sessions_left: New gateway sessions that Discord still allowed when this process started.
    """

    transport: str
    is_ready: bool
    lag_seconds: float
    in_flight: int
    pictures_waiting: int
    data_day: str
    is_paused: bool = False
    sessions_left: int | None = None

    def problem(self) -> str | None:
        """Return what is wrong in a few words; None when the bot is healthy."""
        if not self.is_ready:
            return "not connected to Discord" if self.transport == "gateway" else "not listening"
        if self.is_paused:
            return "Discord refuses this address, nothing is sent for a while"
        if self.lag_seconds > MAX_LAG_SECONDS:
            return f"the event loop lags by {self.lag_seconds:.1f} s"
        return None


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
            _write(path, content)
        except OSError as error:
            if self._is_path_writable:
                extra = {"reason": str(error), "fallback": str(fallback)}
                _LOG.warning("the heartbeat cannot be written", extra=extra)
            self._is_path_writable = False
            with suppress(OSError):
                _write(fallback, content)
        else:
            self._is_path_writable = True

    def _remove(self) -> None:
        for path in self._paths:
            # Gone, or never written: the next reader sees that no bot runs.
            with suppress(OSError, ValueError, KeyError, TypeError):
                if json.loads(path.read_bytes())["pid"] == os.getpid():
                    path.unlink()


def _write(path: Path, content: bytes) -> None:
    """Write over the blocks that the file already has, or make it as the umask allows."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # The folder for temporary files is everybody's: no link there is followed.
    flags = os.O_WRONLY | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    with os.fdopen(os.open(path, flags, 0o666), "wb") as file:
        file.write(content)


def fallback_path(path: Path) -> Path:
    """Return where the heartbeat is when its own folder cannot be written to."""
    name = blake2b(os.fsencode(path.absolute()), digest_size=6).hexdigest()
    folder = os.environ.get("TMPDIR") or os.environ.get("TEMP") or "/tmp"  # noqa: S108
    return Path(folder) / f"treasury-selloff-bot-{name}.json"


def read_health(path: Path, *, only_alive: bool = False) -> tuple[bool, str]:
    """Say whether the bot that writes this file is healthy, and in one line how it is.

    Args:
        path: The heartbeat file.
        only_alive: Leave out what a restart does not cure, such as an outage of Discord. A disk
            that keeps any bot from writing is no reason for one either.
    """
    places = (path, fallback_path(path))
    found = [beat for place in places if (beat := _read(place)) is not None]
    if found:
        age_seconds, status = min(found, key=lambda beat: abs(beat[0]))
        problem = _problem_of_age(age_seconds) or (None if only_alive else status.problem())
        if problem is None:
            return True, f"healthy: {_describe(status)}"
    elif path.exists():
        age_seconds, problem = 0.0, f"{path} cannot be read"
    else:
        age_seconds, problem = 0.0, f"no bot has written {path}; is its folder (DATA_DIR) writable?"
    # A dead bot leaves an old file, or none; so does a living one where nobody can write.
    is_silent = not found or age_seconds > MAX_SILENCE_SECONDS
    if only_alive and is_silent and all(_is_unwritable(place.parent) for place in places):
        return True, f"unknown: {problem}; nothing can be written there or in {places[1].parent}"
    return False, f"unhealthy: {problem}"


def _problem_of_age(age_seconds: float) -> str | None:
    if age_seconds < -_CLOCK_TOLERANCE_SECONDS:
        return f"the heartbeat is dated {-age_seconds:.0f} s in the future (clock?)"
    if age_seconds > MAX_SILENCE_SECONDS:
        return f"no heartbeat for {age_seconds:.0f} s"
    return None


def _read(path: Path) -> tuple[float, BotStatus] | None:
    """Return the age of a heartbeat in seconds, and the status in it; None without one."""
    try:
        beat = json.loads(path.read_text(encoding="utf-8"))
        age_seconds = time.time() - float(beat.pop("written"))
        beat.pop("pid")
        return age_seconds, BotStatus(**beat)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def _is_unwritable(folder: Path) -> bool:
    """Return whether the disk is full or read-only, whoever writes."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(bytes(4096))
    except OSError as error:
        return error.errno in _UNWRITABLE
    return False


def _describe(status: BotStatus) -> str:
    state = "connected" if status.is_ready else "not connected"
    return (
        f"{status.transport} {state}, event loop at most {status.lag_seconds * 1000:.0f} ms late, "
        f"{status.in_flight} in flight, yields of {status.data_day}"
    )
