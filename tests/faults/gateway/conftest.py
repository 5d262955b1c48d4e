import threading

import pytest
from discord.gateway import KeepAliveHandler

from tests.faults.fast_forward_loop import FastForwardLoop


def pytest_asyncio_loop_factories():
    return {"fast forward": FastForwardLoop}


@pytest.fixture(autouse=True)
def _no_heartbeats_left():
    """Stop those of a connection that ended before it identified: discord.py forgets them."""
    yield
    for thread in threading.enumerate():
        if isinstance(thread, KeepAliveHandler):
            thread.stop()
