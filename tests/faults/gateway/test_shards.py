"""Several shards, several processes: they take turns, and keep out of each other's way."""

import asyncio
from itertools import pairwise

import discord
from discord.gateway import DiscordWebSocket

from bot.gateway.shard import PatientShard
from tests.faults.gateway.watching import now


async def test_shards_identify_one_after_another_and_one_in_trouble_keeps_none_waiting(double, bot):
    await bot.start(shard_count=3)
    moments = [at for at, _ in double.identifies]
    assert [data["shard"] for _, data in double.identifies] == [[0, 3], [1, 3], [2, 3]]
    assert all(later - earlier >= 5 for earlier, later in pairwise(moments))
    by_shard = {each.shard[0]: each for each in double.connections}

    async def refuse_the_first(connection):
        await (connection.refuse() if connection.shard[0] == 0 else connection.ready())

    double.on_identify = refuse_the_first
    await by_shard[0].refuse()
    await asyncio.sleep(100)
    began = now()
    await by_shard[2].close(4000)
    await double.until(lambda: double.resumes)
    assert now() - began < 5


async def test_a_process_with_later_shards_lets_the_one_before_it_go_first(double, bot):
    bot.launch(shard_count=4, shard_ids="0-1")
    await double.until(lambda: len(double.identifies) == 2)
    before = bot.client
    await double.until(before.is_connected)
    bot.launch(shard_count=4, shard_ids="2-3")
    await double.until(bot.client.is_connected)
    moments = [at for at, _ in double.identifies]
    assert [data["shard"][0] for _, data in double.identifies] == [0, 1, 2, 3]
    assert all(later - earlier >= 5 for earlier, later in pairwise(moments))


async def test_processes_that_lose_all_sessions_at_once_do_not_get_in_each_others_way(double, bot):
    for index in range(3):
        await bot.start(shard_count=6, shards_per_process=2, process_index=index)
    started = len(double.identifies)
    for each in list(double.connections):
        await each.refuse()
    await double.until(lambda: len(double.identifies) == started + 6)
    moments = [at for at, _ in double.identifies[started:]]
    assert all(later - earlier >= 5 for earlier, later in pairwise(moments))
    assert moments[-1] - moments[0] < 60


def test_what_it_builds_on_in_discord_py_is_there():
    names = vars(discord.AutoShardedClient)["_async_setup_hook"].__code__.co_names
    assert "_AutoShardedClient__queue" in names
    assert issubclass(PatientShard, discord.shard.Shard)
    assert hasattr(DiscordWebSocket, "DEFAULT_GATEWAY")
