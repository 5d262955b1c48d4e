"""The limit of open files of this process."""

from __future__ import annotations

import sys

from bot.observability.logs import LOG

if sys.platform != "win32":
    import resource

NEEDED = 2048
"""Outgoing and incoming connections, and headroom."""


def raise_file_limit() -> None:
    """Raise the limit of open files to `NEEDED`; log a warning where that is not allowed."""
    if sys.platform == "win32":
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY or soft >= NEEDED:
        return
    allowed = NEEDED if hard == resource.RLIM_INFINITY else min(NEEDED, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, hard))
    if allowed < NEEDED:
        LOG.warning("few open files are allowed", extra={"allowed": allowed, "needed": NEEDED})
