import discord
import pytest
import pytest_asyncio
from discord.gateway import DiscordWebSocket

from bot.renderer import Studio
from tests.faults.fake_discord import FakeDiscord
from tests.faults.fast_forward_loop import FastForwardLoop
from tests.faults.running_bot import RunningBot


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.is_relative_to(__file__.removesuffix("conftest.py")):
            item.add_marker(pytest.mark.allow_hosts(["127.0.0.1"]))


def pytest_asyncio_loop_factories():
    return {"fast forward": FastForwardLoop}


@pytest_asyncio.fixture
async def double(monkeypatch):
    """Discord, as far as our bot can tell."""
    async with FakeDiscord() as double:
        monkeypatch.setattr(discord.http.Route, "BASE", double.api)
        monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", double.gateway)
        yield double


@pytest_asyncio.fixture
async def bot(double, tmp_path, monkeypatch):
    """Our bot, to be started; whatever runs is stopped after the test."""

    async def draw_nothing(_studio, _picture):
        return b"PNG"

    # Drawing takes as long as it takes, and this is not about pictures.
    monkeypatch.setattr(Studio, "draw", draw_nothing)
    async with RunningBot(double, tmp_path) as bot:
        yield bot
