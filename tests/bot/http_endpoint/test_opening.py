"""The HTTP door from its opening to its end."""

import asyncio
import gzip
import socket

import aiohttp
import pytest

from bot.exit_codes import ConfigurationError, UnavailableError
from bot.http_endpoint.server import PATH, HttpDoor
from tests.bot.conftest import build_client
from tests.bot.http_endpoint.discord_side import PUBLIC_KEY, free_port, signed, until_ready


async def test_it_opens_answers_and_closes():
    port = free_port()
    door, client = HttpDoor(PUBLIC_KEY, None, "127.0.0.1", port, notice_seconds=0), build_client()
    leaving = asyncio.Event()
    answering = asyncio.create_task(door.run(client.dispatcher, lambda: client, leaving))
    await until_ready(door, client)
    body = gzip.compress(b'{"type": 1, "id": "1"}')
    headers = signed(body) | {"Content-Encoding": "gzip"}
    url = f"http://127.0.0.1:{port}"
    async with aiohttp.ClientSession() as session:
        async with session.get(f"{url}/health") as response:
            assert response.status == 200
        # What is signed is what is read: nothing is unpacked, let alone before the signature.
        async with session.post(f"{url}{PATH}", data=body, headers=headers) as response:
            assert response.status == 400
        leaving.set()
        await answering
        assert not door.is_ready()
        with pytest.raises(aiohttp.ClientConnectorError):
            await session.get(f"{url}/health")


async def test_an_address_that_is_taken_is_one_line():
    taken = socket.create_server(("127.0.0.1", 0))
    port = taken.getsockname()[1]
    door, client = HttpDoor(PUBLIC_KEY, None, "127.0.0.1", port, notice_seconds=0), build_client()
    with taken, pytest.raises(UnavailableError, match=f"port {port}, cannot be used"):
        await door.run(client.dispatcher, lambda: client, asyncio.Event())
    await client.close()


async def test_an_address_that_is_none_of_ours_is_a_mistake():
    door, client = HttpDoor(PUBLIC_KEY, None, "192.0.2.1", 8080, notice_seconds=0), build_client()
    with pytest.raises(ConfigurationError, match=r"192\.0\.2\.1"):
        await door.run(client.dispatcher, lambda: client, asyncio.Event())
    await client.close()
