"""What the gateway may send: whatever cannot be read, the next question is answered."""

import json
import logging

import pytest

from tests.faults import payloads
from tests.faults.connection import DISPATCH, HELLO, Connection
from tests.faults.gateway.watching import answers, is_back

UNREADABLE_FRAMES = {
    "no JSON": "{not json",
    "no object": "[1]",
    "nothing": "null",
    "no data": json.dumps({"op": DISPATCH, "t": "RESUMED", "s": 5, "d": None}),
    "bad compression": b"garbage\x00\x00\xff\xff",
    "no text": b"\xff\xfe\x00\x00\xff\xff",
    "a HELLO without its interval": json.dumps({"op": HELLO, "d": {}}),
}


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


async def test_who_can_be_told_that_it_could_not_be_read_is_told(double, bot):
    await bot.start()
    asked = double.expect()
    data = payloads.interaction(asked.id, asked.token, payloads.SELLOFF)
    del data["version"]
    await double.connection.send(DISPATCH, data, "INTERACTION_CREATE")
    message = await double.answered(asked)
    assert message["flags"] == 64
    assert "went wrong" in message["content"]


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
