"""When things go wrong or slow: always one answer, never two, never none."""

import asyncio
import logging
import re
import time

import aiohttp
import discord
import pytest

from tests.bot.reading import words

pytestmark = pytest.mark.simcord(settle_timeout=30)


async def ask(scene, amount="200b"):
    channel, ann = scene
    return await ann.slash(channel, "selloff", country="japan", amount=amount)


async def test_a_slow_picture_is_announced_and_then_delivered_in_the_same_message(
    scene, simcord_env, simcord_bot, monkeypatch
):
    async def slow(picture):
        await asyncio.sleep(60)
        return b"\x89PNG\r\n\x1a\n"

    monkeypatch.setattr(simcord_bot.desk.studio, "draw", slow)
    monkeypatch.setattr(simcord_bot.desk._delivery, "_patience_seconds", 0.01)
    reply = await ask(scene)
    assert reply.deferred
    assert reply.response.flags.loading
    await simcord_env.advance_time(60)
    assert not reply.response.flags.loading
    assert "If Japan sold" in words(reply.response)
    assert len(reply.response.attachments) == 1
    assert not reply.followups


async def test_a_picture_that_fails_costs_only_the_picture(scene, simcord_bot, monkeypatch, caplog):
    def broken(*_):
        raise RuntimeError("no ink")

    monkeypatch.setattr("commands.selloff.command.draw", broken)
    reply = await ask(scene, "201b")
    assert "If Japan sold" in words(reply.response)
    assert not reply.response.attachments
    assert [record.message for record in caplog.records if record.levelno == logging.ERROR] == [
        "a picture could not be drawn"
    ]


async def test_an_error_of_ours_is_logged_once_with_the_id_the_user_sees(
    scene, monkeypatch, caplog
):
    def broken(*_):
        raise RuntimeError("bug")

    monkeypatch.setattr("commands.selloff.command.run", broken)
    reply = await ask(scene)
    assert reply.ephemeral
    text = words(reply.response)
    assert "bug" not in text
    (shown,) = re.findall(r"`([0-9a-f]{6})`", text)
    errors = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert [record.error_id for record in errors] == [shown]


@pytest.mark.parametrize(
    "lost", [ConnectionResetError(104, "reset"), aiohttp.ServerDisconnectedError()]
)
async def test_a_connection_lost_on_the_first_response_is_tried_once_more(scene, monkeypatch, lost):
    real = discord.InteractionResponse.send_message
    calls = []

    async def flaky(self, *args, **kwargs):
        calls.append(time.perf_counter())
        if len(calls) == 1:
            raise lost
        return await real(self, *args, **kwargs)

    monkeypatch.setattr(discord.InteractionResponse, "send_message", flaky)
    reply = await ask(scene)
    assert len(calls) == 2
    assert "If Japan sold" in words(reply.response)


@pytest.mark.parametrize("code", [40060, 10062])
async def test_an_interaction_that_somebody_else_answered_is_left_in_peace(
    scene, simcord_env, caplog, code
):
    simcord_env.inject_error("POST", "/interactions/*/callback", status=400, code=code)
    await ask(scene)
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


async def test_refused_by_discord_the_user_still_gets_a_sentence_with_an_id(scene, simcord_env):
    simcord_env.inject_error("POST", "/interactions/*/callback", status=400, code=50035)
    reply = await ask(scene)
    assert reply.ephemeral
    assert re.search(r"`[0-9a-f]{6}`", words(reply.response))


async def test_leaving_waits_for_what_is_being_answered(scene, simcord_bot, monkeypatch):
    closed = []
    monkeypatch.setattr(simcord_bot, "close", lambda: _note(closed))
    with simcord_bot.desk.reception.serving(1):
        leaving = asyncio.create_task(simcord_bot.drain_and_close())
        await asyncio.sleep(0)
        assert not closed
    await leaving
    assert closed


async def _note(closed):
    closed.append(True)
