"""A loopback server in place of the official services."""

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
    """Handlers by the last part of the path; `GOOD` responses without one."""

    url: str = ""
    answers: dict[str, Callable] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)

    async def serve(self, request):
        name = next(key for key in sorted(GOOD, reverse=True) if key in request.path)
        self.requests.append(request.path_qs)
        if name in self.answers:
            return await self.answers[name](request)
        return web.Response(text=GOOD[name])


@pytest_asyncio.fixture
async def official(monkeypatch):
    monkeypatch.setenv("NO_PROXY", "*")
    official = Official()
    app = web.Application()
    app.router.add_get("/{path:.*}", official.serve)
    server = TestServer(app, host="127.0.0.1")
    await server.start_server()
    official.url = str(server.make_url("/")).rstrip("/")
    yield official
    await server.close()


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "data")
