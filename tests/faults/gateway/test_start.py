"""What Discord may do to a bot that starts: it waits, unless waiting cannot cure it."""

import asyncio

import discord
import pytest

from bot.client import SelloffClient
from bot.exit_codes import TryLaterError
from bot.http_endpoint.server import HttpDoor
from bot.settings import Settings
from calc import load_snapshot
from tests.faults.fake_discord import cloudflare_ban, error, rate_limited
from tests.faults.gateway.watching import answers, now
from tests.faults.running_bot import LOGIN

FIRST = "GET /api/users/@me"
GATEWAY = "GET /api/gateway/bot"


@pytest.mark.parametrize("what", [FIRST, "GET /api/oauth2", "GET .*/commands", GATEWAY])
@pytest.mark.parametrize("status", [500, 502, 503, 504, 520])
async def test_server_errors_at_the_start_are_waited_out(double, bot, what, status):
    double.fail(what, *[error(status) for _ in range(12)])
    await bot.start()
    assert await answers(double)
    assert len(double.identifies) == 1


async def test_an_outage_at_the_start_is_over_half_a_minute_after_it_is_over(double, bot):
    double.fail(FIRST, *[lambda _: error(503)] * 100_000)
    bot.launch()
    await asyncio.sleep(3600)
    assert double.count(FIRST) < 250
    double._faults.clear()
    began = now()
    await double.until(bot.client.is_connected)
    assert now() - began <= 35


@pytest.mark.parametrize("ends", [True, False])
async def test_the_http_door_waits_as_well_but_not_once_told_to_leave(double, ends):
    double.fail(FIRST, *[lambda _: error(503)] * (5 if ends else 100_000))
    client = SelloffClient(Settings(_env_file=None), load_snapshot())
    door = HttpDoor("0" * 64, LOGIN, "127.0.0.1", 0, notice_seconds=0)
    leaving = asyncio.Event()
    async with client:
        answering = asyncio.create_task(door.answer(client, leaving))
        await double.until(lambda: double.count(FIRST) >= 5)
        if ends:
            await double.until(lambda: door.is_ready(client))
        leaving.set()
        await asyncio.wait_for(answering, 1)
        assert client.is_closed() is ends


async def test_a_reset_at_the_start_is_waited_out(double, bot):
    def reset(request):
        request.transport.abort()
        return error(500)

    double.fail(FIRST, reset, reset)
    await bot.start()
    assert await answers(double)


async def test_replies_with_a_charset_are_read(double, bot):
    double.amend = lambda response: setattr(response, "charset", "utf-8")
    await bot.start()
    assert await answers(double)


async def test_a_token_that_is_not_accepted_ends_the_start(double, bot):
    double.fail(FIRST, error(401))
    bot.launch()
    with pytest.raises(discord.LoginFailure):
        await bot.task
    assert double.count(".") == 1


@pytest.mark.parametrize("remaining", [0, 99])
async def test_with_hardly_a_session_left_it_does_not_start(double, bot, remaining):
    double.session_start_limit["remaining"] = remaining
    bot.launch()
    with pytest.raises(TryLaterError, match=f"only {remaining} of 1000"):
        await bot.task
    assert not double.connections


async def test_with_few_sessions_left_it_waits_first(double, bot, caplog):
    double.session_start_limit |= {"remaining": 400, "reset_after": 40_000_000}
    double.shards = 2
    began = now()
    await bot.start()
    first, second = [at - began for at, _ in double.identifies]
    assert 200 <= first <= 201
    assert "a person should look" in caplog.text
    assert bot.client.sessions_left == 400


async def test_the_number_of_shards_is_read_at_each_start(double, bot):
    await bot.start()
    await bot.stop()
    double.shards = 2
    await bot.start()
    assert [data["shard"] for _, data in double.identifies] == [[0, 1], [0, 2], [1, 2]]


async def test_twenty_starts_register_the_commands_once(double, bot):
    for _ in range(20):
        await bot.start()
        await bot.stop()
    assert double.count("PUT .*/commands") == 1
    assert double.count("(POST|PATCH|DELETE) .*/commands") == 0


async def test_told_to_leave_while_it_waits_it_leaves(double, bot):
    double.fail(FIRST, *[lambda _: error(503)] * 100)
    bot.launch()
    await double.until(lambda: double.count(FIRST) > 3)
    await bot.stop()
    assert bot.task.done()


async def test_an_ordinary_limit_is_waited_for(double, bot):
    double.fail(FIRST, rate_limited(0.5))
    await bot.start()
    assert double.count(FIRST) == 2


async def test_a_ban_at_the_start_is_waited_out_without_a_request(double, bot):
    double.fail(FIRST, cloudflare_ban())
    began = now()
    await bot.start()
    first, second = [each.at - began for each in double.requests if each.path == "/api/users/@me"]
    assert second - first >= 600
    assert await answers(double)
