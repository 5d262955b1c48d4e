"""A double of the store; and a real one wherever its program is installed."""

import asyncio
import shutil
import tempfile
from pathlib import Path

import pytest
import pytest_asyncio

from bot.shared import link
from tests.bot.shared.double import DoubleStore

SERVER = shutil.which("valkey-server") or shutil.which("redis-server")


class RealStore:
    """A server on a unix socket that keeps nothing on disk."""

    def __init__(self, path):
        self._path = path

    async def start(self):
        self._server = await asyncio.create_subprocess_exec(
            SERVER, "--port", "0", "--unixsocket", str(self._path), "--save", "",
            stdout=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
        while True:
            try:
                _, writer = await asyncio.open_unix_connection(self._path)
            except OSError:
                await asyncio.sleep(0.01)
            else:
                writer.close()
                return

    async def kill(self):
        self._server.kill()
        await self._server.wait()
        self._path.unlink()


@pytest.fixture(autouse=True)
def patient(monkeypatch):
    """How busy this machine is decides no test."""
    monkeypatch.setattr(link, "DEFER_AFTER_SECONDS", 30)


@pytest.fixture
def socket_path():
    # A socket's path has to be short.
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder, "s")


@pytest.fixture
def url(socket_path):
    return f"unix://{socket_path}"


@pytest_asyncio.fixture
async def double(socket_path):
    store = DoubleStore(socket_path)
    await store.start()
    yield store
    if socket_path.exists():
        await store.kill()


@pytest_asyncio.fixture(params=["double", "real"])
async def store(request, socket_path):
    """Either of them."""
    if request.param == "real" and SERVER is None:
        pytest.skip("no valkey-server or redis-server here")
    store = (DoubleStore if request.param == "double" else RealStore)(socket_path)
    await store.start()
    yield store
    if socket_path.exists():
        await store.kill()
