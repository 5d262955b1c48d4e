"""Discord turns the bot away: it falls silent in time, stays connected, and comes back."""

import asyncio

import pytest

from bot.interactions import circuit_breaker as breaker
from bot.observability.status import trouble
from tests.faults.fake_discord import cloudflare_ban, error, rate_limited
from tests.faults.gateway.watching import answers

CALLBACK = "POST .*/callback"
BANS = {
    "429 without Via": lambda _: cloudflare_ban(429),
    "403 of Cloudflare's": lambda _: cloudflare_ban(403),
    "blocked by name": lambda _: error(403, 40333),
    "429 in JSON, but not of Discord's": lambda _: error(429),
}


def vitals(bot):
    return bot.client.vitals("gateway", is_ready=True, lag_seconds=0.0)


@pytest.mark.parametrize("kind", BANS)
async def test_a_ban_silences_the_bot_for_ten_minutes_and_keeps_the_gateway(
    double, bot, caplog, kind
):
    await bot.start()
    double.fail(CALLBACK, *[BANS[kind]] * 1000)
    for _ in range(50):
        await double.ask()
        await asyncio.sleep(10)
    assert double.count(CALLBACK) == 1
    assert "a person should look" in caplog.text
    assert "turns this address away" in trouble(vitals(bot), 0)
    assert trouble(vitals(bot), 0, only_alive=True) is None
    assert bot.client.is_connected()
    double._faults.clear()
    await asyncio.sleep(100)
    assert await answers(double)
    assert trouble(vitals(bot), 0) is None
    assert len(double.identifies) == 1


async def test_a_ban_lasts_as_long_as_it_says(double, bot):
    await bot.start()
    ban = cloudflare_ban()
    ban.headers["Retry-After"] = "3600"
    double.fail(CALLBACK, ban)
    await double.ask()
    await asyncio.sleep(3500)
    await double.ask()
    await asyncio.sleep(10)
    assert double.count(CALLBACK) == 1
    await asyncio.sleep(200)
    assert await answers(double)


async def test_while_it_is_silent_a_lost_connection_comes_back(double, bot):
    await bot.start()
    double.fail(CALLBACK, cloudflare_ban())
    await double.ask()
    await double.until(lambda: double.count(CALLBACK) == 1)
    await double.connection.close(4000)
    await double.until(lambda: double.resumes)
    await double.until(bot.client.is_connected)


async def test_a_storm_of_refusals_is_stopped_long_before_discord_bans(double, bot, monkeypatch):
    monkeypatch.setattr(breaker, "MOST_INVALID", 50)
    await bot.start()
    double.fail(CALLBACK, *[lambda _: error(403, 50013)] * 10_000)
    for _ in range(200):
        await double.ask()
        await asyncio.sleep(0.5)
    assert double.count(CALLBACK) <= 51
    assert bot.client.is_connected()


def test_the_storm_is_stopped_at_half_of_what_bans():
    assert breaker.MOST_INVALID <= 10_000 / 2


async def test_refusals_of_now_and_then_stop_nothing(double, bot, monkeypatch):
    monkeypatch.setattr(breaker, "MOST_INVALID", 10)
    await bot.start()
    double.fail(CALLBACK, *[lambda _: error(403, 50013)] * 1000)
    for _ in range(20):
        await double.ask()
        await asyncio.sleep(300)
        assert trouble(vitals(bot), 0) is None
    assert double.count(CALLBACK) >= 20


async def test_an_ordinary_limit_is_waited_for_and_counted(double, bot, monkeypatch):
    counted = []
    client = await bot.start()
    monkeypatch.setattr(client.meter, "refuse", counted.append)
    double.fail(CALLBACK, rate_limited(0.5))
    assert await answers(double)
    assert (double.count(CALLBACK), counted) == (2, [429])


async def test_limits_that_others_share_are_not_ours(double, bot, monkeypatch):
    counted = []
    client = await bot.start()
    monkeypatch.setattr(client.meter, "refuse", counted.append)
    limit = rate_limited(0.1)
    limit.headers["X-RateLimit-Scope"] = "shared"
    double.fail(CALLBACK, limit)
    assert await answers(double)
    assert not counted
