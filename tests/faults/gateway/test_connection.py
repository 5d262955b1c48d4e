"""What Discord's gateway may do to a connection: the bot stays, or comes back, and answers."""

import asyncio
import errno
import json
import logging
from itertools import pairwise

import aiohttp
import discord
import pytest
from discord.gateway import DiscordWebSocket

from bot.gateway.shard import PatientShard
from tests.faults import payloads
from tests.faults.discord_double import (
    DISPATCH,
    HEARTBEAT,
    HELLO,
    IDENTIFY,
    RECONNECT,
    Connection,
)

UNREADABLE_FRAMES = {
    "no JSON": "{not json",
    "no object": "[1]",
    "nothing": "null",
    "no data": json.dumps({"op": DISPATCH, "t": "RESUMED", "s": 5, "d": None}),
    "bad compression": b"garbage\x00\x00\xff\xff",
    "no text": b"\xff\xfe\x00\x00\xff\xff",
    "a HELLO without its interval": json.dumps({"op": HELLO, "d": {}}),
}


async def answers(double):
    return "If Japan sold $200 billion" in str(await double.answered(await double.ask()))


async def is_back(double, bot, *, resumes, identifies=1):
    """After so many resumes and identifies in all it is connected once more, and answers."""
    await double.until(
        lambda: (len(double.resumes), len(double.identifies)) >= (resumes, identifies)
    )
    await double.until(bot.client.is_connected)
    assert await answers(double)
    assert (len(double.resumes), len(double.identifies)) == (resumes, identifies)


def now():
    return asyncio.get_running_loop().time()


async def test_it_asks_for_no_intent_and_sends_nothing_but_heartbeats(double, bot):
    await bot.start()
    for _ in range(20):
        assert await answers(double)
    (identify,) = [data for _, data in double.identifies]
    assert identify["intents"] == 0
    sent = [frame["op"] for each in double.connections for frame in each.frames]
    assert sent.count(IDENTIFY) == 1
    assert set(sent) == {HEARTBEAT, IDENTIFY}


async def test_told_to_reconnect_it_resumes(double, bot):
    await bot.start()
    began = now()
    await double.connection.send(RECONNECT)
    await is_back(double, bot, resumes=1)
    assert now() - began < 5


async def test_a_lost_session_is_opened_anew(double, bot):
    await bot.start()
    await double.connection.refuse()
    await double.until(lambda: len(double.identifies) == 2)
    assert await answers(double)
    assert not double.resumes


async def test_an_invalid_session_that_can_be_resumed_is(double, bot):
    await bot.start()
    await double.connection.refuse(can_resume=True)
    await is_back(double, bot, resumes=1)


async def test_sessions_refused_for_ever_do_not_burn_the_budget(double, bot, caplog):
    double.on_identify = Connection.refuse
    began = now()
    bot.launch()
    await asyncio.sleep(60)
    assert 2 <= len(double.identifies) <= 6
    await asyncio.sleep(86_400 - 60)
    moments = [at - began for at, _ in double.identifies]
    assert len(moments) <= 500
    for start in moments:
        assert sum(start <= each < start + 3600 for each in moments) <= 13
    assert "a person should look" in caplog.text
    double.on_identify = Connection.ready
    began = now()
    await double.until(bot.client.is_connected, seconds=700)
    assert await answers(double)


@pytest.mark.parametrize("code", [1000, 1001, 4000, 4001, 4002, 4003, 4005, 4008])
async def test_a_close_that_means_come_back_is_resumed(double, bot, code):
    await bot.start()
    await double.connection.close(code)
    await is_back(double, bot, resumes=1)


async def test_a_connection_cut_without_a_word_is_resumed(double, bot):
    await bot.start()
    double.connection.cut()
    await is_back(double, bot, resumes=1)


@pytest.mark.parametrize("code", [1000, 4000, 4007])
async def test_who_is_turned_away_after_each_resume_does_not_knock_on_and_on(double, bot, code):
    async def let_in_and_close(connection):
        await connection.resumed()
        await connection.close(code)

    await bot.start()
    double.on_resume = let_in_and_close
    await double.connection.close(4000)
    await double.until(lambda: len(double.identifies) == 2)
    assert 3 <= len(double.resumes) <= 4
    await double.until(bot.client.is_connected)
    assert await answers(double)


async def test_an_identify_that_is_not_answered_is_sent_again_in_time_but_not_on_and_on(
    double, bot
):
    async def say_nothing(connection):
        pass

    double.on_identify = say_nothing
    bot.launch()
    await asyncio.sleep(3600)
    assert 3 <= len(double.identifies) <= 13
    double.on_identify = Connection.ready
    await double.until(bot.client.is_connected, seconds=700)
    assert await answers(double)


@pytest.mark.parametrize("code", [4007, 4009])
async def test_a_session_that_cannot_be_resumed_is_opened_anew(double, bot, code):
    await bot.start()
    double.sessions.clear()
    await double.connection.close(code)
    await double.until(lambda: len(double.identifies) == 2)
    assert len(double.resumes) == 1
    await double.until(bot.client.is_connected)
    assert await answers(double)


@pytest.mark.parametrize("code", [4004, 4010, 4011, 4012, 4013])
async def test_a_close_for_good_ends_it(double, bot, code):
    await bot.start()
    await double.connection.close(code)
    with pytest.raises(discord.ConnectionClosed) as caught:
        await bot.task
    assert caught.value.code == code
    assert len(double.identifies) == 1


async def test_a_close_for_good_before_the_first_word_ends_it(double, bot):
    async def close(connection):
        await connection.close(4004)

    double.on_hello = close
    bot.launch()
    with pytest.raises(discord.ConnectionClosed):
        await bot.task


@pytest.mark.parametrize("seconds", [3, 8, 100])
async def test_told_to_leave_at_any_time_it_leaves_nothing_running(double, bot, seconds):
    before = asyncio.all_tasks()
    double.on_identify = Connection.refuse if seconds == 100 else Connection.ready
    bot.launch(shard_count=3)
    await asyncio.sleep(seconds)
    await bot.stop()
    for each in double.connections:
        await double.until(lambda each=each: each.socket.closed)
    await double.until(lambda: asyncio.all_tasks() - before <= {bot.task}, seconds=0.5)


async def test_an_intent_that_is_not_granted_ends_it(double, bot):
    await bot.start()
    await double.connection.close(4014)
    with pytest.raises(discord.PrivilegedIntentsRequired):
        await bot.task


async def test_a_gateway_that_falls_silent_is_left_and_resumed(double, bot):
    await bot.start()
    began = now()
    await double.until(lambda: double.resumes)
    assert now() - began <= 90
    await double.until(bot.client.is_connected)
    assert await answers(double)


@pytest.mark.parametrize("kind", UNREADABLE_FRAMES)
async def test_a_frame_that_cannot_be_read_costs_a_resume(double, bot, kind):
    await bot.start()
    frame = UNREADABLE_FRAMES[kind]
    send = double.connection.send_bytes if isinstance(frame, bytes) else double.connection.send_text
    first = double.connection
    await send(frame)
    await is_back(double, bot, resumes=1)
    assert first.socket.closed
    assert not bot.task.done()


async def test_a_frame_that_is_unreadable_at_each_resume_costs_the_session(double, bot):
    async def broken_again(connection):
        await connection.send_text("{")

    await bot.start()
    double.on_resume = broken_again
    await double.connection.send_text("{")
    await double.until(lambda: len(double.identifies) == 2)
    assert len(double.resumes) == 3
    await double.until(bot.client.is_connected)
    assert await answers(double)


async def test_an_unreadable_greeting_is_tried_again(double, bot):
    greet = double.on_hello

    async def mumble(connection):
        double.on_hello = greet
        await connection.send_text("{")

    double.on_hello = mumble
    await bot.start()
    assert await answers(double)
    double.on_hello = mumble
    await double.connection.close(4000)
    await is_back(double, bot, resumes=1)


@pytest.mark.parametrize("missing", ["user", "session_id", "guilds", "shard", "resume_gateway_url"])
async def test_a_session_that_begins_unreadably_begins_again(double, bot, missing):
    async def begin_badly(connection):
        double.on_identify = Connection.ready
        double.sessions.add("bad")
        data = payloads.ready(connection.shard, "bad", str(double.gateway))
        del data[missing]
        await connection.send(DISPATCH, data, "READY")

    double.on_identify = begin_badly
    await bot.start()
    assert await answers(double)
    (first, _), (second, _) = double.identifies
    assert second - first < 30
    assert double.connections[0].socket.closed


def each_without_a_field():
    whole = payloads.interaction("1", "token", payloads.SELLOFF)
    for key in whole:
        yield f"no {key}", {name: value for name, value in whole.items() if name != key}
        yield f"{key} null", whole | {key: None}
    for key in whole["data"]:
        rest = {name: value for name, value in whole["data"].items() if name != key}
        yield f"no data.{key}", whole | {"data": rest}
        yield f"data.{key} null", whole | {"data": rest | {key: None}}
    for options in ([None], [{}], [{"name": "country"}], "x", {"a": 1}):
        yield f"options {options}", whole | {"data": whole["data"] | {"options": options}}
    for kind in (0, 9, "2", -1, 2.5):
        yield f"type {kind}", whole | {"type": kind}
    yield "a list", [whole]
    yield "nothing", None


async def test_no_malformed_interaction_ends_the_session(double, bot):
    await bot.start()
    for _, data in each_without_a_field():
        await double.connection.send(DISPATCH, data, "INTERACTION_CREATE")
    assert await answers(double)
    assert (len(double.connections), len(double.identifies)) == (1, 1)


async def test_unknown_events_opcodes_and_servers_that_come_and_go_are_nothing(double, bot):
    await bot.start()
    await double.connection.send(DISPATCH, {"new": 1}, "SOMETHING_NEW")
    await double.connection.send(77, {"new": 1})
    for _ in range(50):
        guild = {"id": "11", "unavailable": True}
        await double.connection.send(DISPATCH, guild, "GUILD_DELETE")
        await double.connection.send(DISPATCH, guild, "GUILD_CREATE")
    assert await answers(double)
    assert (len(double.connections), len(double.identifies)) == (1, 1)


async def test_what_is_replayed_too_late_is_one_quiet_line(double, bot, caplog):
    await bot.start()
    await double.connection.close(4000)
    await double.until(lambda: double.resumes)
    with caplog.at_level(logging.INFO):
        late = await double.ask(made_seconds_ago=10)
        assert await answers(double)
    assert not late.responses
    assert not [record for record in caplog.records if record.exc_info]


async def test_the_same_interaction_twice_is_answered_once_and_quietly(double, bot, caplog):
    await bot.start()
    asked = double.expect()
    data = payloads.interaction(asked.id, asked.token, payloads.SELLOFF)
    for _ in range(2):
        await double.connection.send(DISPATCH, data, "INTERACTION_CREATE")
    assert await answers(double)
    assert len(asked.responses) == 1
    assert not [record for record in caplog.records if record.exc_info]


async def test_a_lone_surrogate_is_answered(double, bot):
    await bot.start()
    for place in ("country", "amount"):
        asked = await double.ask(payloads.selloff(**{place: "\ud800$x_{$"}))
        assert await double.answered(asked)
    assert await answers(double)


async def test_after_an_hour_without_discord_it_is_back_within_a_minute(double, bot):
    await bot.start()
    double.is_reachable = False
    double.connection.cut()
    await asyncio.sleep(3600)
    assert not bot.client.is_connected()
    double.is_reachable = True
    began = now()
    await double.until(bot.client.is_connected)
    assert now() - began <= 60
    assert len(double.identifies) <= 2
    assert await answers(double)


async def test_started_without_discord_it_is_there_within_a_minute_of_it(double, bot):
    double.is_reachable = False
    bot.launch()
    await asyncio.sleep(7200)
    double.is_reachable = True
    began = now()
    await double.until(bot.client.is_connected)
    assert now() - began <= 60
    assert len(double.identifies) == 1


async def test_the_gateway_alone_away_at_the_start_is_waited_for(double, bot):
    greet = double.on_hello

    async def hang_up(connection):
        connection.cut()

    double.on_hello = hang_up
    bot.launch()
    await asyncio.sleep(7200)
    double.on_hello = greet
    began = now()
    await double.until(bot.client.is_connected)
    assert now() - began <= 60
    assert len(double.identifies) == 1


async def test_an_address_to_resume_at_that_is_gone_is_given_up(double, bot):
    async def elsewhere(connection):
        data = payloads.ready(connection.shard, "s", "ws://127.0.0.1:9")
        await connection.send(DISPATCH, data, "READY")

    double.on_identify = elsewhere
    await bot.start()
    double.on_identify = Connection.ready
    await double.connection.close(4000)
    await double.until(lambda: len(double.identifies) == 2)
    await double.until(bot.client.is_connected)
    assert await answers(double)


@pytest.mark.parametrize(
    "trouble",
    [
        aiohttp.ClientConnectorDNSError(None, OSError(-2, "no such host")),
        OSError(errno.ENETUNREACH, "no way there"),
        ConnectionResetError(errno.ECONNRESET, "reset"),
        TimeoutError(),
    ],
    ids=repr,
)
async def test_a_name_or_network_that_is_gone_is_waited_for(double, bot, monkeypatch, trouble):
    client = await bot.start()
    reach, left = client.http.ws_connect, [trouble] * 2

    async def ws_connect(*args, **kwargs):
        if left:
            raise left.pop()
        return await reach(*args, **kwargs)

    monkeypatch.setattr(client.http, "ws_connect", ws_connect)
    await double.connection.close(4000)
    await is_back(double, bot, resumes=1)


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
