"""Where pictures are drawn: beside the event loop, one at a time, never for ever."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from bot.logs import log_error

if TYPE_CHECKING:
    from commands.answer import Picture


def _new_thread() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="drawing")


class Studio:
    """Draws pictures in a thread of its own.

    One thread is right: drawing holds the interpreter lock, a second thread would only make both
    slower.

    Args:
        seconds_each: How long one picture may take.
    """

    def __init__(self, seconds_each: float) -> None:
        self._seconds_each = seconds_each
        self._thread = _new_thread()

    async def draw(self, picture: Picture) -> bytes | None:
        """The PNG, or None when it cannot be made: an answer without picture beats no answer."""
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(self._seconds_each):
                return await loop.run_in_executor(self._thread, picture.draw)
        except TimeoutError as error:
            log_error("a picture took too long", error)
            # A thread cannot be stopped; leave it behind, so that it blocks nobody else.
            self.close()
            self._thread = _new_thread()
        except Exception as error:  # A picture must never cost the words beside it.
            log_error("a picture could not be drawn", error)
        return None

    def close(self) -> None:
        """Stop without waiting for what is being drawn."""
        self._thread.shutdown(wait=False, cancel_futures=True)
