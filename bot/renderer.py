"""Render charts in a worker thread: one at a time, cached, with a timeout."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from bot.observability.logs import LOG, log_error

if TYPE_CHECKING:
    from commands.common.answer import Picture

MAX_CACHED = 256
"""Finished pictures, some 25 MB."""
MAX_WAITING = 64
"""Pictures that may wait for their turn; beyond that an answer goes out without its picture."""
MAX_STUCK = 4
"""Stuck worker threads, each with a picture that took too long; beyond that none is begun."""


_Drawing: TypeAlias = "asyncio.Task[bytes | None]"


class Renderer:
    """Draws pictures in one worker thread, and caches the last ones.

    Drawing holds the interpreter lock: a second thread would only make both slower. The timeout is
    that of one picture once its turn has come.
    """

    def __init__(self, timeout_seconds: float) -> None:
        self._timeout_seconds = timeout_seconds
        self._thread = _new_thread()
        self._turn = asyncio.Lock()
        self._pending: set[_Drawing] = set()
        self._drawn: OrderedDict[Picture, _Drawing] = OrderedDict()
        self._running: set[Future[bytes]] = set()

    @property
    def waiting(self) -> int:
        """Pictures not drawn yet."""
        return len(self._pending)

    async def draw(self, picture: Picture) -> bytes | None:
        """The PNG, or None when it cannot be had: an answer without picture beats no answer."""
        drawing = self._drawn.get(picture)
        if drawing is None:
            if len(self._pending) >= MAX_WAITING:
                LOG.warning("too many pictures wait, this one is left out")
                return None
            drawing = self._drawn[picture] = asyncio.create_task(self._draw_in_turn(picture))
            self._pending.add(drawing)
            drawing.add_done_callback(partial(self._finish, self._drawn, picture))
        self._drawn.move_to_end(picture)
        # Whoever stops waiting must not take the picture from the others.
        try:
            return await asyncio.shield(drawing)
        except asyncio.CancelledError:
            if not drawing.cancelled():
                raise
            return None

    def _finish(
        self, drawn: OrderedDict[Picture, _Drawing], picture: Picture, drawing: _Drawing
    ) -> None:
        self._pending.discard(drawing)
        if drawing.cancelled() or drawing.result() is None:
            drawn.pop(picture, None)
        while len(drawn) > MAX_CACHED:
            drawn.popitem(last=False)

    def clear(self) -> None:
        """Forget all pictures, also those being drawn: the market data changed."""
        self._drawn = OrderedDict()

    def cancel_pending(self) -> None:
        """Give up waiting: answers go out without their pictures."""
        for drawing in self._pending:
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
            work = self._thread.submit(picture.draw)
            self._running.add(work)
            work.add_done_callback(self._running.discard)
            try:
                async with asyncio.timeout(self._timeout_seconds):
                    return await asyncio.wrap_future(work)
            except TimeoutError as error:
                log_error("a picture took too long", error)
                # A thread cannot be stopped; leave it behind, so that it blocks nobody else.
                self._thread.shutdown(wait=False)
                self._thread = _new_thread()
            except Exception as error:  # A picture must never cost the words beside it.
                log_error("a picture could not be drawn", error)
            return None


def _new_thread() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="drawing")
