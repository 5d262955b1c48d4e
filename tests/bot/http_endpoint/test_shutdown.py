"""The HTTP endpoint opens when it is warm, and closes without losing an interaction."""

import asyncio
import gzip
import json
import logging
import socket

import aiohttp
import pytest
import pytest_asyncio

from bot.app import run_until
from bot.exit_codes import ConfigurationError, UnavailableError
from bot.http_endpoint.server import PATH, HttpEndpoint
from bot.interactions.dispatcher import Dispatcher
from tests.bot.conftest import build_client
from tests.bot.http_endpoint.discord_side import (
    PUBLIC_KEY,
    free_port,
    selloff,
    signed,
    text_of,
    until_ready,
)

DELAY = 1234.5


class Process:
    """One of several processes, as a load balancer sees it."""

    def __init__(self, session, delay=0.0, host="127.0.0.1", port=None):
        self._session = session
        self._url = f"http://127.0.0.1:{port or free_port()}"
        self.client, self.shutdown = build_client(), asyncio.Event()
        port = int(self._url.rpartition(":")[2])
        self.endpoint = HttpEndpoint(PUBLIC_KEY, None, host, port, delay)
        self.answering = asyncio.create_task(
            run_until(self.shutdown, self.endpoint, self.client.dispatcher, lambda: self.client)
        )

    async def post(self, payload):
        return await self.post_raw(json.dumps(payload).encode())

    async def post_raw(self, body, **headers):
        async with self._session.post(
            self._url + PATH, data=body, headers=signed(body) | headers
        ) as response:
            return response.status

    async def health(self):
        """Ask over a new connection; None when nobody listens or accepts it any more."""
        brief = aiohttp.ClientTimeout(2)
        try:
            async with aiohttp.request("GET", f"{self._url}/health", timeout=brief) as response:
                return response.status
        except (aiohttp.ClientError, TimeoutError):
            return None

    async def stop(self):
        self.shutdown.set()
        await self.answering


@pytest_asyncio.fixture
async def session():
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(20)) as session:
        yield session


@pytest_asyncio.fixture
async def start(endpoint, session):
    processes = []

    async def another(**how):
        processes.append(Process(session, **how))
        await until_ready(processes[-1].endpoint)
        return processes[-1]

    yield another
    for process in processes:
        await process.stop()


@pytest.fixture
def delay_is_over(monkeypatch):
    is_over, sleep = asyncio.Event(), asyncio.sleep

    async def until_over(seconds, *result):
        await (is_over.wait() if seconds == DELAY else sleep(seconds, *result))

    monkeypatch.setattr(asyncio, "sleep", until_over)
    return is_over


async def test_endpoint_listens_after_warm_up(session, monkeypatch):
    drawing, is_drawn = asyncio.Event(), asyncio.Event()
    warm_up = Dispatcher.warm_up

    async def slowly(dispatcher):
        await warm_up(dispatcher)
        drawing.set()
        await is_drawn.wait()

    monkeypatch.setattr(Dispatcher, "warm_up", slowly)
    process = Process(session)
    await drawing.wait()
    assert await process.health() is None
    is_drawn.set()
    await until_ready(process.endpoint)
    assert await process.health() == 200
    # The signature is of the packed body, so nothing is unpacked.
    packed = gzip.compress(b'{"type": 1, "id": "1"}')
    assert await process.post_raw(packed, **{"Content-Encoding": "gzip"}) == 400
    await process.stop()
    assert await process.health() is None


async def test_shutdown_delay_still_takes_requests(start, endpoint, delay_is_over):
    process = await start(delay=DELAY)
    assert await process.health() == 200
    process.shutdown.set()
    while await process.health() != 503:
        """The event is on its way."""
    assert not process.endpoint.is_ready()
    assert await process.post(selloff()) == 202
    assert "If Japan sold $200 billion" in text_of(await endpoint.answer())
    # One more, to be drawn first; then the delay is over, and it is answered all the same.
    assert await process.post(selloff("123b")) == 202
    delay_is_over.set()
    await process.answering
    assert "If Japan sold $123 billion" in text_of(await endpoint.answer())


async def test_kept_connection_is_refused_after_delay(start, endpoint, monkeypatch):
    process, is_done = await start(), asyncio.Event()
    assert await process.post(selloff()) == 202
    await endpoint.answer()

    async def drain(_seconds):
        await is_done.wait()

    monkeypatch.setattr(process.client.dispatcher, "drain", drain)
    process.shutdown.set()
    # The listening socket is closed in the next steps of the loop.
    await asyncio.sleep(0.1)
    assert not process.endpoint.is_ready()
    try:
        assert await process.post(selloff("5b")) == 503
    finally:
        is_done.set()
    await process.answering
    assert endpoint.answers.empty()


@pytest.mark.fault("F78")
async def test_rolling_restart_loses_no_interaction(start, endpoint, caplog):
    first, second = await start(), await start()
    payloads = [selloff(f"{100 + number % 3}b") for number in range(40)]

    async def balanced(number, payload):
        preferred, other = (first, second) if number % 2 else (second, first)
        if number == 15:
            first.shutdown.set()
        try:
            status = await preferred.post(payload)
        except aiohttp.ClientConnectionError:
            status = 503
        return status if status == 202 else await other.post(payload)

    statuses = [await balanced(*each) for each in enumerate(payloads)]
    assert statuses == [202] * len(payloads)
    await first.answering
    answered = [(await endpoint.answer())["id"] for _ in payloads]
    assert sorted(answered) == sorted(payload["id"] for payload in payloads)
    # Sent to both, Discord takes one answer, and the other is not an error.
    assert await second.post(payloads[0]) == 202
    await second.stop()
    assert endpoint.answers.empty()
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


async def test_taken_port_is_unavailable(session):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        process = Process(session, port=taken.getsockname()[1])
        with pytest.raises(UnavailableError, match=r"port \d+, cannot be used"):
            await process.answering
    await process.client.close()


async def test_foreign_address_is_a_configuration_error(session):
    process = Process(session, host="192.0.2.1", port=8080)
    with pytest.raises(ConfigurationError, match=r"192\.0\.2\.1"):
        await process.answering
    await process.client.close()
