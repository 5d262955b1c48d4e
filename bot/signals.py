"""SIGTERM and Ctrl-C: end at once, end as Python does, or set an event."""

from __future__ import annotations

import asyncio
import os
import signal
from typing import TYPE_CHECKING

from bot import exit_codes as exits

if TYPE_CHECKING:
    from types import FrameType

_BOTH = (signal.SIGTERM, signal.SIGINT)


def exit_on_signals() -> None:
    """From now on end the process at once on either signal.

    An exception would not do: raised within an import it may be swallowed or replaced, and it
    prints a traceback.
    """
    for number in _BOTH:
        signal.signal(number, _exit)


def use_default_signals() -> None:
    """From now on raise `KeyboardInterrupt` on Ctrl-C and die of SIGTERM."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)


def shutdown_event() -> asyncio.Event:
    """Return an event of the running loop that the first of both signals sets."""
    event = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in _BOTH:
        try:
            loop.add_signal_handler(number, event.set)
        except NotImplementedError:
            # Windows loops take no handlers: there Ctrl-C ends the loop itself.
            signal.signal(number, signal.default_int_handler)
    return event


def _exit(number: int, _: FrameType | None) -> None:
    os._exit(exits.INTERRUPTED if number == signal.SIGINT else exits.OK)
