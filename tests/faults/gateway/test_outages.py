"""Nobody is there, or no way to them: the bot is back soon after Discord is."""

import asyncio
import errno

import aiohttp
import pytest

from tests.faults import payloads
from tests.faults.connection import DISPATCH, Connection
from tests.faults.gateway.watching import answers, is_back, now


async def test_after_an_hour_without_discord_it_is_back_within_a_minute(double, bot):
    await bot.start()
    double.is_reachable = False
    double.connection.cut()
    await asyncio.sleep(3600)
    assert not bot.client.is_connected()
    double.is_reachable = True
    began = now()
    await double.until(bot.client.is_connected)
    assert now() - began <= 60
    assert len(double.identifies) <= 2
    assert await answers(double)


async def test_started_without_discord_it_is_there_within_a_minute_of_it(double, bot):
    double.is_reachable = False
    bot.launch()
    await asyncio.sleep(7200)
    double.is_reachable = True
    began = now()
    await double.until(bot.client.is_connected)
    assert now() - began <= 60
    assert len(double.identifies) == 1


async def test_the_gateway_alone_away_at_the_start_is_waited_for(double, bot):
    greet = double.on_hello

    async def hang_up(connection):
        connection.cut()

    double.on_hello = hang_up
    bot.launch()
    await asyncio.sleep(7200)
    double.on_hello = greet
    began = now()
    await double.until(bot.client.is_connected)
    assert now() - began <= 60
    assert len(double.identifies) == 1


async def test_an_address_to_resume_at_that_is_gone_is_given_up(double, bot):
    async def elsewhere(connection):
        data = payloads.ready(connection.shard, "s", "ws://127.0.0.1:9")
        await connection.send(DISPATCH, data, "READY")

    double.on_identify = elsewhere
    await bot.start()
    double.on_identify = Connection.ready
    await double.connection.close(4000)
    await double.until(lambda: len(double.identifies) == 2)
    await double.until(bot.client.is_connected)
    assert await answers(double)


@pytest.mark.parametrize(
    "trouble",
    [
        aiohttp.ClientConnectorDNSError(None, OSError(-2, "no such host")),
        OSError(errno.ENETUNREACH, "no way there"),
        ConnectionResetError(errno.ECONNRESET, "reset"),
        TimeoutError(),
    ],
    ids=repr,
)
async def test_a_name_or_network_that_is_gone_is_waited_for(double, bot, monkeypatch, trouble):
    client = await bot.start()
    reach, left = client.http.ws_connect, [trouble] * 2

    async def ws_connect(*args, **kwargs):
        if left:
            raise left.pop()
        return await reach(*args, **kwargs)

    monkeypatch.setattr(client.http, "ws_connect", ws_connect)
    await double.connection.close(4000)
    await is_back(double, bot, resumes=1)


async def test_a_gateway_that_falls_silent_is_left_and_resumed(double, bot):
    await bot.start()
    began = now()
    await double.until(lambda: double.resumes)
    assert now() - began <= 90
    await double.until(bot.client.is_connected)
    assert await answers(double)
