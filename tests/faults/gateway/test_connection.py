"""What Discord's gateway may do to a connection: the bot stays, or comes back, and answers."""

import asyncio

import discord
import pytest

from tests.faults.connection import HEARTBEAT, IDENTIFY, RECONNECT, Connection
from tests.faults.gateway.watching import answers, is_back, now


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
        # Else the clock of a bot that knocks on and on would never leap to the end of the wait.
        if len(double.resumes) < 50:
            await connection.close(code)

    await bot.start()
    double.on_resume = let_in_and_close
    await double.connection.close(4000)
    await double.until(lambda: len(double.identifies) == 2)
    assert 3 <= len(double.resumes) <= 4
    await double.until(bot.client.is_connected)
    assert await answers(double)


async def test_what_lasts_a_while_now_and_then_is_resumed_soon_however_often_it_is_lost(
    double, bot
):
    await bot.start()
    for lost in range(1, 31):
        await asyncio.sleep(6 if lost % 2 else 3)
        before = now()
        double.connection.cut()
        await double.until(lambda lost=lost: len(double.resumes) == lost)
        assert now() - before < (1 if lost % 2 else 3)
    assert len(double.identifies) == 1


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
