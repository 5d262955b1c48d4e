"""Open files and sockets: few enough, and as many as may be needed."""

from __future__ import annotations

import sys

import aiohttp

from bot.observability.logs import LOG

if sys.platform != "win32":
    import resource

MOST_CONNECTIONS = 512
"""To Discord at the same time; whatever else wants to be sent waits for one of them."""
NEEDED = 2048
"""For those, as many from a load balancer, shards, pictures, and peace of mind."""


def connector() -> aiohttp.TCPConnector:
    """Connections to Discord; discord.py's own would have no limit."""
    return aiohttp.TCPConnector(limit=MOST_CONNECTIONS)


def allow_enough() -> None:
    """Raise this process's limit of open files where it is too low, or say that it is."""
    if sys.platform == "win32":
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY or soft >= NEEDED:
        return
    allowed = NEEDED if hard == resource.RLIM_INFINITY else min(NEEDED, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, hard))
    if allowed < NEEDED:
        LOG.warning("few open files are allowed", extra={"allowed": allowed, "needed": NEEDED})
