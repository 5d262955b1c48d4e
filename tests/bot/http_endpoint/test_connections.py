"""Connections: who does not ask is not waited for, and there is always room for who does."""

import asyncio
import logging

import pytest
import pytest_asyncio

from bot.http_endpoint import connections
from bot.http_endpoint.server import MOST_BYTES, PATH, HttpDoor
from bot.interactions.dispatcher import Dispatcher
from tests.bot.conftest import build_client
from tests.bot.http_endpoint.discord_side import PUBLIC_KEY, free_port, signed, until_ready

ASKING = b"POST /interactions HTTP/1.1\r\nHost: bot\r\n"
PING = b'{"type": 1, "id": "1"}'


class Line:
    """One connection to the door."""

    async def __call__(self, request):
        """Ask; the status of the answer, None when the connection was closed without one."""
        self.writer.write(request)
        try:
            async with asyncio.timeout(20):
                head = await self.reader.readuntil(b"\r\n\r\n")
        except (asyncio.IncompleteReadError, ConnectionResetError):
            return None
        lengths = [each for each in head.lower().split(b"\r\n") if b"content-length:" in each]
        await self.reader.readexactly(int(lengths[0].split(b":")[1]) if lengths else 0)
        return int(head.split()[1])

    async def is_closed(self):
        async with asyncio.timeout(20):
            return await self.reader.read() == b""

    async def open(self, port):
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", port)
        return self

    async def close(self):
        self.writer.close()
        await asyncio.gather(self.writer.wait_closed(), return_exceptions=True)


@pytest_asyncio.fixture
async def connect(monkeypatch):
    """Connects to a door that is open, though it has drawn nothing yet."""

    async def nothing(_client):
        """Nobody here wants a picture."""

    monkeypatch.setattr(Dispatcher, "warm_up", nothing)
    port, client, leaving, lines = free_port(), build_client(), asyncio.Event(), []
    door = HttpDoor(PUBLIC_KEY, None, "127.0.0.1", port, notice_seconds=0)
    answering = asyncio.create_task(door.run(client.dispatcher, lambda: client, leaving))
    await until_ready(door, client)

    async def another():
        lines.append(await Line().open(port))
        return lines[-1]

    yield another
    for line in lines:
        await line.close()
    leaving.set()
    await answering


def ping(**headers):
    headers = signed(PING) | headers
    lines = [f"POST {PATH} HTTP/1.1", "Host: bot", f"Content-Length: {len(PING)}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + PING


async def test_headers_that_never_end_are_not_waited_for(connect, monkeypatch, caplog):
    monkeypatch.setattr(connections, "ASKING_SECONDS", 0.05)
    while await (honest := await connect())(ping()) is None:
        """This machine is slow, and so were we."""
    silent, slow = await connect(), await connect()
    slow.writer.write(ASKING)
    assert await slow.is_closed()
    assert await silent.is_closed()
    # Who has asked may take time until the next question.
    assert await honest(ping()) == 200
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


async def test_the_last_place_is_for_who_asks_not_for_who_keeps_silent(connect, monkeypatch):
    monkeypatch.setattr(connections, "MOST_CONNECTIONS", 3)
    monkeypatch.setattr(connections, "ASKING_SECONDS", 1000)
    silent = [await connect() for _ in range(3)]
    honest = [await connect() for _ in range(3)]
    assert [await line(ping()) for line in honest] == [200] * 3
    assert [await line.is_closed() for line in silent] == [True] * 3
    # All three may ask again; nobody else finds a place, until one of them leaves.
    assert await (await connect()).is_closed()
    assert [await line(ping()) for line in honest] == [200] * 3
    await honest[0].close()
    while await (line := await connect())(ping()) is None:
        await line.close()


async def test_a_body_that_drips_does_not_hold_a_place_either(connect, monkeypatch):
    monkeypatch.setattr(connections, "MOST_CONNECTIONS", 3)
    monkeypatch.setattr("bot.http_endpoint.server._READING_SECONDS", 1000)
    dripping = [await connect() for _ in range(3)]
    for line in dripping:
        line.writer.write(ping().removesuffix(PING) + PING[:1])
        await line.writer.drain()
    honest = [await connect() for _ in range(3)]
    assert [await line(ping()) for line in honest] == [200] * 3
    assert [await line.is_closed() for line in dripping] == [True] * 3


@pytest.mark.parametrize(
    ("request_bytes", "status"),
    [
        (b"GET /health HTTP/1.1\r\nHost: bot\r\n\r\n", 200),
        (b"GET /nothing HTTP/1.1\r\nHost: bot\r\n\r\n", 404),
        (b"GET /interactions HTTP/1.1\r\nHost: bot\r\n\r\n", 405),
        (b"nonsense\r\n\r\n", 400),
        (ASKING + b"X-Long: " + b"a" * 20_000 + b"\r\n\r\n", 400),
        (ASKING + b"X-Many: 1\r\n" * 1000 + b"\r\n", 400),
        (ASKING + b"Content-Length: -1\r\n\r\n", 400),
        (ASKING + b"Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n", 400),
    ],
)
async def test_strangers_get_one_answer_a_connection(connect, request_bytes, status):
    line = await connect()
    assert await line(request_bytes) == status
    assert await line.is_closed()


async def test_who_forges_gets_one_answer_a_connection(connect):
    line = await connect()
    assert await line(ping(**{"X-Signature-Ed25519": "0" * 128})) == 401
    assert await line.is_closed()


async def test_a_body_in_pieces_is_a_body(connect, monkeypatch):
    head = ping().replace(f"Content-Length: {len(PING)}".encode(), b"Transfer-Encoding: chunked")
    head = head.removesuffix(PING)
    pieces = b"".join(b"1\r\n%c\r\n" % byte for byte in PING) + b"0\r\n\r\n"
    assert await (await connect())(head + pieces) == 200
    endless = b"%x\r\n" % (MOST_BYTES + 1) + b" " * (MOST_BYTES + 1) + b"\r\n0\r\n\r\n"
    assert await (await connect())(head + endless) == 413
    monkeypatch.setattr("bot.http_endpoint.server._READING_SECONDS", 0.05)
    assert await (await connect())(head + pieces[:9]) == 408
