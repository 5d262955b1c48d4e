import discord
import pytest
import pytest_asyncio

from tests.bot.http_endpoint.discord_side import DiscordSide


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.is_relative_to(__file__.removesuffix("conftest.py")):
            item.add_marker(pytest.mark.allow_hosts(["127.0.0.1"]))


@pytest_asyncio.fixture
async def endpoint(monkeypatch):
    async with DiscordSide() as side:
        monkeypatch.setattr(discord.http.Route, "BASE", side.api)
        yield side
