"""The status of a running bot, and ``python -m bot health``, which reads it from a file."""

from __future__ import annotations

import errno
import json
import os
import tempfile
import time
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

MAX_LAG_SECONDS = 1.0
MAX_SILENCE_SECONDS = 30.0
"""A bot that has not written its status for longer counts as dead."""
_CLOCK_TOLERANCE_SECONDS = 5.0
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


def diagnose(status: BotStatus, age_seconds: float, *, only_alive: bool = False) -> str | None:
    """Return what is wrong in a few words; None when the bot is healthy.

    Args:
        status: What the bot last wrote.
        age_seconds: How long ago that was.
        only_alive: Leave out what a restart does not cure, such as an outage of Discord.
    """
    if age_seconds < -_CLOCK_TOLERANCE_SECONDS:
        return f"the heartbeat is dated {-age_seconds:.0f} s in the future (clock?)"
    if age_seconds > MAX_SILENCE_SECONDS:
        return f"no heartbeat for {age_seconds:.0f} s"
    return None if only_alive else _diagnose_status(status)


def _diagnose_status(status: BotStatus) -> str | None:
    if not status.is_ready:
        return "not connected to Discord" if status.transport == "gateway" else "not listening"
    if status.is_paused:
        return "Discord refuses this address, nothing is sent for a while"
    if status.lag_seconds > MAX_LAG_SECONDS:
        return f"the event loop lags by {status.lag_seconds:.1f} s"
    return None


def fallback_path(path: Path) -> Path:
    """Return where the heartbeat is when its own folder cannot be written to."""
    name = blake2b(os.fsencode(path.absolute()), digest_size=6).hexdigest()
    folder = os.environ.get("TMPDIR") or os.environ.get("TEMP") or "/tmp"  # noqa: S108
    return Path(folder) / f"treasury-selloff-bot-{name}.json"


def read_health(path: Path, *, only_alive: bool = False) -> tuple[bool, str]:
    """Read the heartbeat of a bot.

    Args:
        path: Its file.
        only_alive: Leave out what a restart does not cure. A disk that keeps any bot from writing
            is no reason for one either.

    Returns:
        Whether the bot is healthy, and one line for a person.
    """
    places = (path, fallback_path(path))
    found = [beat for place in places if (beat := _read(place)) is not None]
    if found:
        age_seconds, status = min(found, key=lambda beat: abs(beat[0]))
        problem = diagnose(status, age_seconds, only_alive=only_alive)
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
