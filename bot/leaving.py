"""Being told to leave, by SIGTERM or Ctrl-C, once there may be somebody to answer first."""

from __future__ import annotations

import asyncio
import signal


def told_to_leave() -> asyncio.Event:
    """An event that the first of both sets."""
    leaving = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        try:
            loop.add_signal_handler(number, leaving.set)
        except NotImplementedError:
            # Windows loops take no handlers: there Ctrl-C ends the loop itself.
            signal.signal(number, signal.default_int_handler)
    return leaving
