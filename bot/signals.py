"""SIGTERM and Ctrl-C: end at once, end as Python does, or set an event."""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bot import exit_codes as exits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from types import FrameType

    _Handler = Callable[[int, FrameType | None], object] | signal.Handlers

_BOTH = (signal.SIGTERM, signal.SIGINT)


def exit_on_signals() -> AbstractContextManager[None]:
    """End the process at once on either signal, as long as the context lasts.

    An exception would not do: raised within an import it may be swallowed or replaced, and it
    prints a traceback.
    """
    return _handling(_exit, _exit)


def default_signals() -> AbstractContextManager[None]:
    """Raise `KeyboardInterrupt` on Ctrl-C and die of SIGTERM, as long as the context lasts."""
    return _handling(signal.SIG_DFL, signal.default_int_handler)


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


@contextmanager
def _handling(on_term: _Handler, on_interrupt: _Handler) -> Iterator[None]:
    before = [signal.getsignal(number) for number in _BOTH]
    try:
        for number, handler in zip(_BOTH, (on_term, on_interrupt), strict=True):
            signal.signal(number, handler)
        yield
    finally:
        for number, previous in zip(_BOTH, before, strict=True):
            signal.signal(number, previous or signal.SIG_DFL)


def _exit(number: int, _: FrameType | None) -> None:
    os._exit(exits.INTERRUPTED if number == signal.SIGINT else exits.OK)
