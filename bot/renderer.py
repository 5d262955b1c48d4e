"""Render charts in a worker thread: one at a time, cached, with a timeout."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from bot.observability.logs import LOG, log_error

if TYPE_CHECKING:
    from collections.abc import Callable

    from commands.common.answer import Picture

MAX_CACHED = 256
"""Finished pictures, some 25 MB."""
MAX_WAITING = 64
"""Pictures that may wait for their turn; beyond that an answer goes out without its picture."""
MAX_STUCK = 4
"""Stuck worker threads, each with a picture that took too long; beyond that none is begun."""


class Renderer:
    """Draws pictures in one worker thread, and caches the last ones.

    Drawing holds the interpreter lock: a second thread would only make both slower.

    Args:
        timeout_seconds: How long one picture may take once its turn has come.
    """

    def __init__(self, timeout_seconds: float) -> None:
        self._timeout_seconds = timeout_seconds
        self._thread = _new_thread()
        self._turn = asyncio.Lock()
        self._waiting: dict[object, asyncio.Task[bytes | None]] = {}
        self._cached: OrderedDict[object, bytes] = OrderedDict()
        self._running: set[object] = set()
        self._market = object()

    @property
    def waiting(self) -> int:
        """Pictures not drawn yet."""
        return len(self._waiting)

    async def draw(self, picture: Picture) -> bytes | None:
        """The PNG, or None when it cannot be had: an answer without picture beats no answer."""
        market = self._market
        key = (market, picture)
        if (png := self._cached.get(key)) is not None:
            self._cached.move_to_end(key)
            return png
        drawing = self._waiting.get(key)
        if drawing is None:
            if len(self._waiting) >= MAX_WAITING:
                LOG.warning("too many pictures wait, this one is left out")
                return None
            drawing = asyncio.create_task(self._draw_in_turn(picture))
            self._waiting[key] = drawing
            drawing.add_done_callback(lambda _: self._waiting.pop(key, None))
        # Whoever stops waiting must not take the picture from the others.
        try:
            png = await asyncio.shield(drawing)
        except asyncio.CancelledError:
            if not drawing.cancelled():
                raise
            return None
        if png is not None and market is self._market:
            self._cache(key, png)
        return png

    def clear(self) -> None:
        """Forget all pictures, also those being drawn: the market data changed."""
        self._market = object()
        self._cached.clear()

    def cancel_pending(self) -> None:
        """Give up waiting: answers go out without their pictures."""
        for drawing in self._waiting.values():
            drawing.cancel()

    def close(self) -> None:
        """Stop without waiting for what is being drawn."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def _draw_in_turn(self, picture: Picture) -> bytes | None:
        async with self._turn:
            # Whoever is still at work now has had its turn.
            if len(self._running) >= MAX_STUCK:
                LOG.warning("too many pictures are stuck, this one is left out")
                return None
            loop = asyncio.get_running_loop()
            try:
                async with asyncio.timeout(self._timeout_seconds):
                    return await loop.run_in_executor(self._thread, self._noted(picture))
            except TimeoutError as error:
                log_error("a picture took too long", error)
                # A thread cannot be stopped; leave it behind, so that it blocks nobody else.
                self._thread.shutdown(wait=False)
                self._thread = _new_thread()
            except Exception as error:  # A picture must never cost the words beside it.
                log_error("a picture could not be drawn", error)
            return None

    def _noted(self, picture: Picture) -> Callable[[], bytes]:
        work = object()
        self._running.add(work)

        def draw() -> bytes:
            try:
                return picture.draw()
            finally:
                self._running.discard(work)

        return draw

    def _cache(self, key: object, png: bytes) -> None:
        self._cached[key] = png
        while len(self._cached) > MAX_CACHED:
            self._cached.popitem(last=False)


def _new_thread() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="drawing")
