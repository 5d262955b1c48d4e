"""Whether another bot that is alive keeps its heartbeat in the same file."""

from __future__ import annotations

import json
import os
import sys
import time
from typing import TYPE_CHECKING

from bot.observability.status import LONGEST_SILENCE_SECONDS

if TYPE_CHECKING:
    from pathlib import Path


def neighbour(path: Path) -> int | None:
    """The process id of the other one; None when the file is free to be written.

    Where all are process 1 of a container of their own, they cannot be told apart.
    """
    try:
        beat = json.loads(path.read_text())
        age_seconds, pid = abs(time.time() - beat["written"]), int(beat["pid"])
    except (OSError, ValueError, TypeError, KeyError, OverflowError):
        return None
    if pid == os.getpid() or age_seconds > LONGEST_SILENCE_SECONDS or not _is_alive(pid):
        return None
    return pid


def _is_alive(pid: int) -> bool:
    if sys.platform == "win32":
        # Asking as below would end it.
        return True
    if pid < 1:
        return False
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        # Somebody else's.
        return True
    return True
