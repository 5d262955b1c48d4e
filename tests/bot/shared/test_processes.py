"""Two processes with one store, as their users meet them."""

import discord
import pytest
import pytest_asyncio

from bot.client import SelloffClient
from bot.renderer import Studio
from bot.settings import Settings
from bot.shared.sharing import Alone
from calc import load_snapshot
from commands.common.answer import Picture
from tests.bot.http_endpoint.discord_side import DiscordSide, selloff
from tests.bot.shared.reaching import PNG, together

SNAPSHOT = load_snapshot()


class Spy(Alone):
    """Notes what the bot would share."""

    def __init__(self):
        self.markets, self.kept, self.users, self.is_closed = [], {}, [], False

    def answer_from(self, snapshot):
        self.markets.append(snapshot)

    def keep_picture(self, key, png):
        self.kept[key] = png

    def count(self, user_id, learn):
        self.users.append(user_id)

    async def close(self):
        self.is_closed = True


@pytest_asyncio.fixture
async def simcord_bot():
    settings = Settings(_env_file=None)
    bot = SelloffClient(settings, SNAPSHOT, shared=Spy(), shard_count=1)
    yield bot
    await bot.close()
    assert bot.shared.is_closed


class Drawer:
    """Draws one picture, and counts how often."""

    def __init__(self, png=PNG):
        self.times = 0
        self._png = png

    def __call__(self):
        self.times += 1
        return self._png

    @property
    def picture(self):
        return Picture(self, "alt", "chart.png")


async def test_a_picture_is_drawn_by_one_process_only(store, url):
    drawer = Drawer()
    shared = [await together(url, SNAPSHOT) for _ in range(2)]
    studios = [Studio(20, each) for each in shared]
    assert await studios[0].draw(drawer.picture) == PNG
    await shared[0]._link.ask("PING")
    assert await studios[1].draw(drawer.picture) == PNG
    assert drawer.times == 1
    for studio, each in zip(studios, shared, strict=True):
        studio.close()
        await each.close()


async def test_without_its_store_a_process_draws_itself(store, url):
    drawer = Drawer()
    shared = await together(url, SNAPSHOT)
    studio = Studio(20, shared)
    await store.kill()
    assert await studio.draw(drawer.picture) == PNG
    assert drawer.times == 1
    studio.close()
    await shared.close()


@pytest.mark.allow_hosts(["127.0.0.1"])
async def test_what_one_door_let_in_another_refuses_as_long_as_there_is_a_store(
    store, url, monkeypatch
):
    async with DiscordSide() as one, DiscordSide() as other:
        monkeypatch.setattr(discord.http.Route, "BASE", one.api)
        for side in (one, other):
            side.client.shared = await together(url, SNAPSHOT)
        received = []
        monkeypatch.setattr(other.client, "receive", received.append)
        question, another = selloff(), selloff()
        assert (await one.post(question))[0] == 202
        await one.answer()
        assert (await other.post(question))[0] == 202
        assert received == []
        assert (await other.post(another))[0] == 202
        assert received == [another]
        await store.kill()
        another = selloff()
        assert (await other.post(another))[0] == 202
        assert received[1:] == [another]


@pytest.mark.simcord(settle_timeout=30)
async def test_the_bot_shares_its_pictures_its_market_and_who_asks(scene, simcord_bot):
    channel, ann = scene
    await ann.slash(channel, "selloff", country="japan", amount="200b")
    spy = simcord_bot.shared
    assert spy.users == [ann.id]
    assert all(png.startswith(PNG[:8]) for png in spy.kept.values())
    assert any(filename.startswith("selloff") for filename, _ in spy.kept)
    simcord_bot.desk.answer_from(SNAPSHOT)
    assert spy.markets == [SNAPSHOT] * 2
