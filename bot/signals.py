"""How SIGTERM and Ctrl-C end a process that nobody can be waiting for yet."""

from __future__ import annotations

import os
import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bot import exit_codes as exits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    _Handler = Callable[[int, FrameType | None], object] | int | None

_BOTH = (signal.SIGTERM, signal.SIGINT)


@contextmanager
def ending_at_once() -> Iterator[None]:
    """Where nothing is begun yet, both end the process on the spot.

    An exception would do for neither: raised within an import it may be swallowed or become
    another one, and it ends with a traceback.
    """
    with _handling(_end, _end):
        yield


@contextmanager
def ending_as_usual() -> Iterator[None]:
    """For work that ends by itself: Ctrl-C raises `KeyboardInterrupt`, SIGTERM kills."""
    with _handling(signal.SIG_DFL, signal.default_int_handler):
        yield


@contextmanager
def _handling(on_term: _Handler, on_interrupt: _Handler) -> Iterator[None]:
    before = [signal.getsignal(number) for number in _BOTH]
    _handle(on_term, on_interrupt)
    try:
        yield
    finally:
        _handle(*before)


def _handle(*handlers: _Handler) -> None:
    for number, handler in zip(_BOTH, handlers, strict=True):
        signal.signal(number, handler or signal.SIG_DFL)


def _end(number: int, _: FrameType | None) -> None:
    os._exit(exits.INTERRUPTED if number == signal.SIGINT else exits.FINE)
