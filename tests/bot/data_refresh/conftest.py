"""A loopback server that plays the official services, well or badly."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
import pytest_asyncio
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.data_refresh.store import Store
from tests.bot.data_refresh.served import GOOD


@dataclass
class Official:
    """What the server serves, by the last part of the address."""

    url: str = ""
    answers: dict[str, Callable] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    async def serve(self, request):
        name = next(key for key in sorted(GOOD, reverse=True) if key in request.path)
        self.asked.append(request.path_qs)
        if name in self.answers:
            return await self.answers[name](request)
        return web.Response(text=GOOD[name])


@pytest_asyncio.fixture
async def official():
    desk = Official()
    app = web.Application()
    app.router.add_get("/{path:.*}", desk.serve)
    server = TestServer(app, host="127.0.0.1")
    await server.start_server()
    desk.url = str(server.make_url("/")).rstrip("/")
    yield desk
    await server.close()


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "data")
