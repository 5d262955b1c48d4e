"""Slow and failing answers: always one answer, never two, never none."""

import asyncio
import logging
import re
import time

import aiohttp
import discord
import pytest

from tests.bot.conftest import build_client
from tests.bot.reading import words

pytestmark = pytest.mark.simcord(settle_timeout=30)


async def ask(scene, amount="200b"):
    channel, ann = scene
    return await ann.slash(channel, "selloff", country="japan", amount=amount)


async def test_slow_picture_is_deferred_then_delivered(
    scene, simcord_env, simcord_bot, monkeypatch
):
    async def slow(picture):
        await asyncio.sleep(60)
        return b"\x89PNG\r\n\x1a\n"

    monkeypatch.setattr(simcord_bot.dispatcher.renderer, "draw", slow)
    monkeypatch.setattr(simcord_bot.dispatcher._responder, "_defer_after_seconds", 0.01)
    reply = await ask(scene)
    assert reply.deferred
    assert reply.response.flags.loading
    await simcord_env.advance_time(60)
    assert not reply.response.flags.loading
    assert "If Japan sold" in words(reply.response)
    assert len(reply.response.attachments) == 1
    assert not reply.followups


async def test_failing_picture_costs_only_itself(scene, simcord_bot, monkeypatch, caplog):
    def broken(*_):
        raise RuntimeError("no ink")

    monkeypatch.setattr("commands.common.answer.render_png", broken)
    reply = await ask(scene, "201b")
    assert "If Japan sold" in words(reply.response)
    assert not reply.response.attachments
    assert [record.message for record in caplog.records if record.levelno == logging.ERROR] == [
        "a picture could not be drawn"
    ]


async def test_command_error_shows_its_logged_id(scene, monkeypatch, caplog):
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
async def test_lost_connection_is_retried(scene, monkeypatch, lost):
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
async def test_interaction_answered_elsewhere_is_ignored(scene, simcord_env, caplog, code):
    simcord_env.inject_error(
        "POST", "/interactions/*/callback", status=404 if code == 10062 else 400, code=code
    )
    await ask(scene)
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


async def test_refused_answer_becomes_apology(scene, simcord_env):
    simcord_env.inject_error("POST", "/interactions/*/callback", status=400, code=50035)
    reply = await ask(scene)
    assert reply.ephemeral
    assert re.search(r"`[0-9a-f]{6}`", words(reply.response))


async def test_drain_waits_for_answers_in_flight():
    dispatcher = build_client().dispatcher
    with dispatcher.admission.answering:
        draining = asyncio.create_task(dispatcher.drain(60))
        await asyncio.sleep(0.05)
        assert not draining.done()
    await draining


async def test_drain_gives_up_when_time_is_over(caplog):
    dispatcher = build_client().dispatcher
    with dispatcher.admission.answering:
        await dispatcher.drain(0.1)
    assert dispatcher.admission.is_closing
    assert "left some unanswered" in caplog.text
