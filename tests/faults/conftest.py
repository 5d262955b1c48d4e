import discord
import pytest
import pytest_asyncio
from discord.gateway import DiscordWebSocket

from tests.faults.fake_discord import FakeDiscord
from tests.faults.running_bot import AnsweringBot, RunningBot


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.is_relative_to(__file__.removesuffix("conftest.py")):
            item.add_marker(pytest.mark.allow_hosts(["127.0.0.1"]))


@pytest_asyncio.fixture
async def fake(monkeypatch):
    """Discord, as far as the bot can tell."""
    async with FakeDiscord() as fake:
        monkeypatch.setattr(discord.http.Route, "BASE", fake.api)
        monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", fake.gateway)
        yield fake


@pytest_asyncio.fixture
async def bot(fake):
    """A bot on the gateway, to be started."""
    bot = RunningBot(fake)
    yield bot
    await bot.stop()


@pytest_asyncio.fixture
async def at_once(fake):
    """A bot that waits for its pictures."""
    async with AnsweringBot(fake, defer_after_seconds=2) as answering:
        yield answering


@pytest_asyncio.fixture
async def deferring(fake):
    """A bot that defers every answer."""
    async with AnsweringBot(fake, defer_after_seconds=0) as answering:
        yield answering


@pytest_asyncio.fixture(params=[2, 0], ids=["at once", "deferring"])
async def either(request, fake):
    async with AnsweringBot(fake, defer_after_seconds=request.param) as answering:
        yield answering
