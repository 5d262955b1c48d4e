"""Where pictures are drawn: beside the event loop, in turn, each once, never for ever."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from bot.observability.logs import LOG, log_error
from bot.shared.sharing import Alone

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.shared.sharing import Sharing
    from commands.common.answer import Picture

MOST_KEPT = 256
"""Finished pictures kept, some 25 MB."""
MOST_WAITING = 64
"""Pictures that may wait for their turn; beyond that an answer goes out without its picture."""
MOST_HANGING = 4
"""Threads left behind with a picture that took too long; beyond that none is begun."""


class Studio:
    """Draws pictures in a thread of its own, and keeps the last ones.

    One thread is right: drawing holds the interpreter lock, a second thread would only make both
    slower.

    Args:
        seconds_each: How long one picture may take once its turn has come.
        shared: Where pictures of other processes may be found.
    """

    def __init__(self, seconds_each: float, shared: Sharing | None = None) -> None:
        self._seconds_each = seconds_each
        self._shared = shared or Alone()
        self._thread = _new_thread()
        self._turn = asyncio.Lock()
        self._waiting: dict[object, asyncio.Task[bytes | None]] = {}
        self._kept: OrderedDict[object, bytes] = OrderedDict()
        self._at_work: set[object] = set()
        self._market = object()

    @property
    def waiting(self) -> int:
        """Pictures not drawn yet."""
        return len(self._waiting)

    async def draw(self, picture: Picture) -> bytes | None:
        """The PNG, or None when it cannot be had: an answer without picture beats no answer."""
        market = self._market
        key = (market, picture.filename, picture.alt)
        if (png := self._kept.get(key)) is not None:
            self._kept.move_to_end(key)
            return png
        drawing = self._waiting.get(key)
        if drawing is None:
            if len(self._waiting) >= MOST_WAITING:
                LOG.warning("too many pictures wait, this one is left out")
                return None
            drawing = asyncio.create_task(self._find_or_draw(market, picture))
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
            self._keep(key, png)
        return png

    def forget(self) -> None:
        """The market changed: no picture is true any more, nor are those just being drawn."""
        self._market = object()
        self._kept.clear()

    def give_up(self) -> None:
        """Nobody waits any longer: all who do get their answers without pictures."""
        for drawing in self._waiting.values():
            drawing.cancel()

    def close(self) -> None:
        """Stop without waiting for what is being drawn."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def _find_or_draw(self, market: object, picture: Picture) -> bytes | None:
        name = (picture.filename, picture.alt)
        png = await self._shared.picture(name)
        if png is None:
            png = await self._draw_in_turn(picture)
            if png is not None and market is self._market:
                self._shared.keep_picture(name, png)
        return png

    async def _draw_in_turn(self, picture: Picture) -> bytes | None:
        async with self._turn:
            # Whoever is still at work now has had its turn.
            if len(self._at_work) >= MOST_HANGING:
                LOG.warning("too many pictures hang, this one is left out")
                return None
            loop = asyncio.get_running_loop()
            try:
                async with asyncio.timeout(self._seconds_each):
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
        self._at_work.add(work)

        def draw() -> bytes:
            try:
                return picture.draw()
            finally:
                self._at_work.discard(work)

        return draw

    def _keep(self, key: object, png: bytes) -> None:
        self._kept[key] = png
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)


def _new_thread() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="drawing")
