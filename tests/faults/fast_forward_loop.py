"""An event loop that skips idle time: when all tasks sleep, its clock jumps to the next timer."""

import asyncio
import selectors

# Before a long leap: what is on its way between two sockets of this process arrives.
_A_MOMENT = 0.002
_LONG = 1.0


class _Selector(selectors.DefaultSelector):
    def __init__(self):
        super().__init__()
        self.leapt = 0.0
        self.threads = 0

    def select(self, timeout=None):
        if self.threads or timeout is None:
            return super().select(timeout)
        ready = super().select(min(timeout, _A_MOMENT if timeout > _LONG else 0))
        if not ready:
            self.leapt += timeout
        return ready


class FastForwardLoop(asyncio.SelectorEventLoop):
    def __init__(self):
        self._leaping = _Selector()
        super().__init__(self._leaping)

    def time(self):
        return super().time() + self._leaping.leapt

    def run_in_executor(self, executor, func, *args):
        future = super().run_in_executor(executor, func, *args)
        self._leaping.threads += 1
        future.add_done_callback(self._thread_is_done)
        return future

    def _thread_is_done(self, _):
        self._leaping.threads -= 1
