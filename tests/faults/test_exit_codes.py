"""How a run ends, and what a supervisor is told: start again, later, or not at all."""

import asyncio
import re
import threading
from contextlib import contextmanager

import discord
import pytest
from discord.gateway import DiscordWebSocket

from bot import exit_codes as exits
from bot.app import register, serve
from bot.gateway import GatewayTransport
from bot.settings import Settings
from tests.faults.fake_discord import FakeDiscord, error
from tests.faults.running_bot import TOKEN


@contextmanager
def in_thread(prepare):
    """A fake Discord in a thread of its own: the bot has the main one."""
    fake, ready, loop = FakeDiscord(), threading.Event(), asyncio.new_event_loop()

    async def play():
        async with fake:
            prepare(fake)
            ready.set()
            await over.wait()

    over = asyncio.Event()
    thread = threading.Thread(target=lambda: loop.run_until_complete(play()))
    thread.start()
    ready.wait()
    try:
        yield fake
    finally:
        loop.call_soon_threadsafe(over.set)
        thread.join()
        loop.close()


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    """Run the bot until it ends by itself; its exit code and what it printed."""

    async def draw(_renderer, _picture):
        return b"PNG"

    monkeypatch.setattr("bot.renderer.Renderer.draw", draw)
    monkeypatch.setattr("bot.app.start_logging", lambda level: None)

    def run(prepare, act=lambda settings: serve(settings, GatewayTransport(TOKEN)), **settings):
        with in_thread(prepare) as fake:
            monkeypatch.setattr(discord.http.Route, "BASE", fake.api)
            monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", fake.gateway)
            chosen = Settings(_env_file=None, data_dir=tmp_path, refresh_hours=0, **settings)
            try:
                code, said = act(chosen), []
            except exits.ExitError as error:
                code, said = error.code, [str(error)]
        return code, said + capsys.readouterr().err.splitlines()

    return run


def closing(code):
    async def close(connection):
        await connection.ready()
        await connection.close(code)

    def prepare(fake):
        fake.on_identify = close

    return prepare


@pytest.mark.fault("F08")
def test_rejected_token_exits_78(run):
    code, (line,) = run(lambda fake: fake.fail("users/@me", error(401)))
    assert code == exits.CONFIG
    assert "DISCORD_TOKEN" in line


@pytest.mark.fault("F08", "F10")
@pytest.mark.parametrize("code", [4004, 4012, 4013, 4014])
def test_fatal_close_code_exits_78(run, code):
    ended, (line,) = run(closing(code))
    assert ended == exits.CONFIG
    assert "Discord" in line


@pytest.mark.fault("F09")
def test_wrong_shard_count_exits_1_unless_configured(run):
    assert run(closing(4011))[0] == exits.FAILED
    assert run(closing(4011), shard_count=1)[0] == exits.CONFIG


@pytest.mark.fault("F23")
def test_no_session_starts_exits_75(run):
    def use_up(fake):
        fake.session_start_limit["remaining"] = 0

    code, (line,) = run(use_up)
    assert code == exits.TEMP_FAILURE
    assert "only 0 of 1000" in line


def test_sync_gives_up_during_outage(run, monkeypatch):
    def act(settings):
        return register(settings, TOKEN)

    monkeypatch.setattr("bot.app._REGISTERING_SECONDS", 0)
    code, (line,) = run(lambda fake: fake.fail("users/@me", error(503)), act)
    assert code == exits.FAILED
    assert re.search(r"could not be reached .*503", line)
    assert run(lambda fake: None, act)[0] == exits.OK
