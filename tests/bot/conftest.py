"""The real client inside a simulated Discord, on real discord.py machinery."""

import pytest
import pytest_asyncio

from bot.client import SelloffClient
from bot.interactions.dispatcher import Dispatcher
from bot.settings import Settings
from calc import load_snapshot


def build_client(**settings):
    chosen = Settings(_env_file=None, **settings)
    return SelloffClient(chosen, Dispatcher(chosen, load_snapshot()), shard_count=1)


@pytest_asyncio.fixture
async def simcord_bot():
    bot = build_client()
    yield bot
    bot.dispatcher.close()
    await bot.close()


@pytest.fixture
def guild(simcord_env):
    return simcord_env.create_guild("Rates")


@pytest.fixture
def scene(simcord_env, guild):
    """A text channel and somebody in it."""
    channel = guild.create_text_channel("treasuries")
    return channel, guild.add_member(simcord_env.create_user("ann"))
