"""How it ends, and what a supervisor is told: start again, later, or not at all."""

import asyncio
import threading
from contextlib import contextmanager

import discord
import pytest
from discord.gateway import DiscordWebSocket

from bot import exit_codes as exits
from bot.app import register, serve
from bot.gateway_door import GatewayDoor
from bot.renderer import Studio
from bot.settings import Settings
from tests.faults.fake_discord import FakeDiscord, error
from tests.faults.running_bot import LOGIN


@contextmanager
def beside(prepare):
    """A double in a thread of its own: the bot has this one, as it has outside of tests."""
    double, ready, loop = FakeDiscord(), threading.Event(), asyncio.new_event_loop()

    async def play():
        async with double:
            prepare(double)
            ready.set()
            await over.wait()

    over = asyncio.Event()
    thread = threading.Thread(target=lambda: loop.run_until_complete(play()))
    thread.start()
    ready.wait()
    try:
        yield double
    finally:
        loop.call_soon_threadsafe(over.set)
        thread.join()
        loop.close()


@pytest.fixture
def run(monkeypatch, capsys):
    """Run the bot until it ends by itself; its exit code and what it printed."""

    async def draw_nothing(_studio, _picture):
        return b"PNG"

    monkeypatch.setattr(Studio, "draw", draw_nothing)

    def run(prepare, act=lambda settings: serve(settings, GatewayDoor(LOGIN)), **settings):
        with beside(prepare) as double:
            monkeypatch.setattr(discord.http.Route, "BASE", double.api)
            monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", double.gateway)
            code = act(Settings(_env_file=None, **settings))
        return code, capsys.readouterr().err.splitlines()

    return run


def closing(code):
    async def close(connection):
        await connection.ready()
        await connection.close(code)

    def prepare(double):
        double.on_identify = close

    return prepare


def test_a_wrong_token_is_not_worth_a_restart(run):
    code, (line,) = run(lambda double: double.fail("users/@me", error(401)))
    assert code == exits.CONFIGURATION
    assert "DISCORD_TOKEN" in line


@pytest.mark.parametrize("code", [4004, 4012, 4013, 4014])
def test_nor_is_what_the_gateway_never_takes(run, code):
    ended, (line,) = run(closing(code))
    assert ended == exits.CONFIGURATION
    assert "Discord" in line


@pytest.mark.parametrize("code", [4010, 4011])
def test_the_wrong_number_of_shards_is_worth_one_unless_we_chose_it(run, code):
    assert run(closing(code))[0] == exits.FAILED
    assert run(closing(code), shard_count=1)[0] == exits.CONFIGURATION


def test_without_sessions_it_may_start_later(run):
    def use_up(double):
        double.session_start_limit["remaining"] = 0

    code, (line,) = run(use_up)
    assert code == exits.LATER
    assert "only 0 of 1000" in line


def test_registering_by_hand_does_not_wait_for_ever(run, monkeypatch):
    def act(settings):
        return register(settings, LOGIN)

    monkeypatch.setattr("bot.app._REGISTERING_SECONDS", 0)
    with pytest.raises(exits.UnavailableError, match=r"could not be reached .*503"):
        run(lambda double: double.fail("users/@me", error(503)), act)
    assert run(lambda double: None, act)[0] == exits.FINE
