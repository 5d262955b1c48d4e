"""Asking from outside how the running bot is, for supervisors: one line and an exit code."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

from bot.observability.status import Vitals, trouble

if TYPE_CHECKING:
    from pathlib import Path


def read_health(path: Path, *, only_alive: bool = False) -> tuple[bool, str]:
    """How the bot that writes this file is.

    Args:
        path: Its heartbeat.
        only_alive: Leave out what a restart would not cure.

    Returns:
        Whether all is well, and one line for a person.
    """
    try:
        beat = json.loads(path.read_text())
        silent_seconds = time.time() - beat.pop("written")
        beat.pop("pid")
        vitals = Vitals(**beat)
    except FileNotFoundError:
        return False, f"unhealthy: no bot has written {path}; is its folder (DATA_DIR) writable?"
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return False, f"unhealthy: {path} cannot be read"
    problem = trouble(vitals, silent_seconds, only_alive=only_alive)
    if problem is not None:
        return False, f"unhealthy: {problem}"
    state = "connected" if vitals.is_ready else "not connected"
    return True, (
        f"healthy: {vitals.door} {state}, event loop at most {vitals.lag_seconds * 1000:.0f} ms "
        f"late, {vitals.in_flight} in flight, yields of {vitals.data_day}"
    )
