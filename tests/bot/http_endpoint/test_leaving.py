"""Coming and going loses nothing: opened when warm, noticed first, then closed, then finished."""

import asyncio
import json
import logging
from contextlib import suppress

import aiohttp
import pytest
import pytest_asyncio

from bot.http_endpoint.server import PATH, HttpDoor
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
from tests.bot.test_admission import fill

NOTICE = 1234.5


class Process:
    """What one process of several does, and the load balancer's way to it."""

    def __init__(self, session, notice_seconds=0.0):
        self._port, self._session = free_port(), session
        self._url = f"http://127.0.0.1:{self._port}"
        self.client, self.leaving = build_client(), asyncio.Event()
        self.door = HttpDoor(PUBLIC_KEY, None, "127.0.0.1", self._port, notice_seconds)
        self.answering = asyncio.create_task(
            self.door.run(self.client.dispatcher, lambda: self.client, self.leaving)
        )

    async def post(self, payload):
        body = json.dumps(payload).encode()
        url, headers = self._url + PATH, signed(body)
        async with self._session.post(url, data=body, headers=headers) as response:
            self.is_kept = response.headers.get("Connection") != "close"
            return response.status

    async def health(self):
        """What the balancer's check gets, over a connection of its own; None when closed."""
        try:
            async with aiohttp.request("GET", f"{self._url}/health") as response:
                return response.status
        except aiohttp.ClientConnectorError:
            return None

    async def until_closed(self):
        """Until nobody can connect any more."""
        with suppress(ConnectionRefusedError):
            while True:
                _, writer = await asyncio.open_connection("127.0.0.1", self._port)
                writer.close()

    async def leave(self):
        self.leaving.set()
        await self.answering


@pytest_asyncio.fixture
async def start(door):
    """Starts processes; `door` takes what they say to Discord."""
    processes = []
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(20)) as session:

        async def another(**how):
            processes.append(Process(session, **how))
            await until_ready(processes[-1].door, processes[-1].client)
            return processes[-1]

        another.session = session
        yield another
        for process in processes:
            await process.leave()


@pytest.fixture
def notice_is_over(monkeypatch):
    """Ends the notice when it is set, whatever the clock says."""
    is_over, sleep = asyncio.Event(), asyncio.sleep

    async def until_over(seconds, *result):
        await (is_over.wait() if seconds == NOTICE else sleep(seconds, *result))

    monkeypatch.setattr(asyncio, "sleep", until_over)
    return is_over


async def test_nobody_is_let_in_before_the_first_pictures_are_drawn(start, monkeypatch):
    drawing, is_drawn = asyncio.Event(), asyncio.Event()
    warm_up = Dispatcher.warm_up

    async def slowly(desk):
        await warm_up(desk)
        drawing.set()
        await is_drawn.wait()

    monkeypatch.setattr(Dispatcher, "warm_up", slowly)
    process = Process(start.session)
    await drawing.wait()
    assert not process.door.is_ready()
    assert await process.health() is None
    is_drawn.set()
    await until_ready(process.door, process.client)
    assert await process.health() == 200
    await process.leave()


async def test_the_balancer_hears_of_it_while_requests_are_still_taken(start, door, notice_is_over):
    process = await start(notice_seconds=NOTICE)
    assert await process.health() == 200
    assert await process.post(selloff()) == 202
    assert process.is_kept
    await door.answer()
    process.leaving.set()
    while await process.health() != 503:
        """The signal is on its way."""
    assert not process.door.is_ready()
    assert await process.post(selloff()) == 202
    # The next request over this connection could come too late.
    assert not process.is_kept
    assert "If Japan sold $200 billion" in text_of(await door.answer())
    # One more, to be drawn first; then the notice is over, and it is answered all the same.
    assert await process.post(selloff("123b")) == 202
    notice_is_over.set()
    await process.answering
    assert "If Japan sold $123 billion" in text_of(await door.answer())
    await process.until_closed()


async def test_what_comes_over_an_old_connection_afterwards_is_left_to_others(start, door):
    process = await start()
    assert await process.post(selloff()) == 202
    await door.answer()
    with fill(process.client.dispatcher.admission, 1):
        process.leaving.set()
        await process.until_closed()
        assert await process.post(selloff("5b")) == 503
    await process.answering
    assert door.answers.empty()


@pytest.mark.fault("F78")
async def test_one_of_two_leaves_under_load_and_everybody_is_answered_once(start, door):
    first, second = await start(), await start()
    payloads = [selloff(f"{100 + number % 3}b") for number in range(60)]

    async def balanced(number, payload):
        preferred, other = (first, second) if number % 2 else (second, first)
        if number == 20:
            first.leaving.set()
        try:
            status = await preferred.post(payload)
        except aiohttp.ClientConnectionError:
            status = 503
        return status if status == 202 else await other.post(payload)

    statuses = [await balanced(*each) for each in enumerate(payloads)]
    assert statuses == [202] * len(payloads)
    await first.answering
    answered = [(await door.answer())["id"] for _ in payloads]
    assert sorted(answered) == sorted(payload["id"] for payload in payloads)
    await second.leave()
    assert door.answers.empty()


async def test_the_same_request_at_two_processes_is_answered_once_and_is_no_error(
    start, door, caplog
):
    first, second = await start(), await start()
    payload = selloff()
    assert await first.post(payload) == 202
    await door.answer()
    assert await second.post(payload) == 202
    await second.leave()
    assert door.answers.empty()
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]
