"""The HTTP door answers what Discord signed, once, as through the gateway, and nothing else."""

import asyncio
import json
import time

import pytest
from nacl.signing import SigningKey

from bot.http_endpoint.server import MOST_BYTES
from commands.common.custom_id import build_custom_id
from tests.bot.http_endpoint.discord_side import interaction, press, selloff, signed, text_of

PING = {"id": "1", "type": 1}


async def test_a_ping_is_answered_and_not_counted_as_seen(door):
    for _ in range(2):
        assert await door.post(PING) == (200, '{"type": 1}')


async def test_a_command_is_accepted_at_once_and_answered_by_its_token(door):
    assert await door.post(selloff()) == (202, "")
    answer = await door.answer()
    assert answer["type"] == 4
    assert "If Japan sold $200 billion" in text_of(answer)
    assert len(answer["files"]) == 1
    assert answer["data"]["allowed_mentions"] == {"parse": []}


async def test_suggestions_buttons_and_unknown_commands_are_answered_too(door):
    await door.post(selloff(kind=4))
    assert (await door.answer())["type"] == 8
    await door.post(press("0:old"))
    assert "older version" in text_of(await door.answer())
    await door.post(press(build_custom_id("selloff", "math", "jp", "5000000000", "month", "held")))
    assert (await door.answer())["data"]["flags"] & 64
    await door.post(interaction(2, {"id": "9", "name": "gone", "type": 1}))
    assert "this command changed" in text_of(await door.answer())


async def test_a_group_chat_needs_no_name_of_our_own(door):
    channel = {"id": "3", "type": 3, "recipients": [], "owner_id": "7", "name": None, "icon": None}
    await door.post(selloff(channel=channel, channel_id="3", context=2))
    assert "If Japan sold" in text_of(await door.answer())


@pytest.mark.fault("F77")
async def test_the_same_interaction_is_answered_once(door):
    payload = selloff()
    for _ in range(3):
        assert (await door.post(payload))[0] == 202
    await door.answer()
    await door.client.dispatcher.drain(10)
    assert door.answers.empty()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda headers: headers.pop("X-Signature-Ed25519"),
        lambda headers: headers.pop("X-Signature-Timestamp"),
        lambda headers: headers.update({"X-Signature-Ed25519": "0" * 128}),
        lambda headers: headers.update({"X-Signature-Ed25519": "é" * 128}),
        lambda headers: headers.update({"X-Signature-Ed25519": headers["X-Signature-Ed25519"][2:]}),
        lambda headers: headers.update({"X-Signature-Timestamp": str(int(time.time()) - 1)}),
        lambda headers: headers.update({"X-Signature-Timestamp": "soon"}),
    ],
)
async def test_what_discord_did_not_sign_is_refused(door, spoil):
    body = json.dumps(PING).encode()
    headers = signed(body)
    spoil(headers)
    status, _ = await door.post_raw(body, headers)
    assert status == 401


async def test_another_key_another_body_another_time(door):
    body = json.dumps(PING).encode()
    assert (await door.post(PING, key=SigningKey.generate()))[0] == 401
    assert (await door.post_raw(body + b" ", signed(body)))[0] == 401
    for off, status in ((-301, 401), (301, 401), (-290, 200), (290, 200)):
        assert (await door.post(PING, timestamp=str(int(time.time()) + off)))[0] == status


async def test_digits_cannot_move_from_the_timestamp_into_the_body(door):
    now = str(int(time.time()))
    headers = signed(b"1", timestamp=now)
    for digits in range(1, 10):
        moved = headers | {"X-Signature-Timestamp": now[:-digits]}
        assert (await door.post_raw(now[-digits:].encode() + b"1", moved))[0] == 401


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"{}",
        b"nonsense",
        b"\xff\xfe",
        b'{"type": 2}',
        b'{"type": 9, "id": "1"}',
        b'{"type": true, "id": "1"}',
        b'{"type": 2, "id": 1}',
        b'{"type": 2, "id": "one"}',
        b'{"type": 2, "id": "\xd9\xa1"}',
        b"[" * 100_000,
        b'{"type": 1, "id": ' + b"9" * 5000 + b"}",
    ],
)
async def test_what_is_signed_but_no_interaction_is_a_bad_request(door, body):
    assert (await door.post_raw(body, signed(body)))[0] == 400


@pytest.mark.parametrize("kind", [2, 3, 4, 5])
async def test_an_interaction_that_lacks_what_it_needs_gets_an_apology(door, kind):
    status, text = await door.post({"type": kind, "id": str(10**18 + kind)})
    answer = json.loads(text)
    if kind == 4:
        assert (status, answer) == (200, {"type": 8, "data": {"choices": []}})
    else:
        assert (status, answer["type"], answer["data"]["flags"]) == (200, 4, 64)
        assert "error id" in answer["data"]["content"].lower()


@pytest.mark.parametrize("amount", ["\ud800", "\x00", "1e1000000", "@everyone", "200b\udfff"])
async def test_odd_text_is_answered_like_any_other(door, amount):
    assert (await door.post(selloff(amount)))[0] == 202
    assert text_of(await door.answer())


async def test_a_key_that_is_there_twice_and_a_number_that_is_none_are_answered(door):
    body = json.dumps(selloff()).replace('"200b"', '"5b", "value": "123b"', 1)
    assert (await door.post_raw(body.encode(), signed(body.encode())))[0] == 202
    assert "If Japan sold $123 billion" in text_of(await door.answer())
    body = json.dumps(selloff(float("nan"))).encode()
    assert (await door.post_raw(body, signed(body)))[0] == 202
    assert text_of(await door.answer())


async def test_too_much_too_slow_and_no_json(door, monkeypatch):
    body = b" " * (MOST_BYTES + 1)
    assert (await door.post_raw(body, signed(body)))[0] == 413
    body = json.dumps(PING).encode()
    assert (await door.post_raw(body, signed(body) | {"Content-Type": "text/plain"}))[0] == 415

    async def never():
        yield b"{"
        await asyncio.sleep(60)

    monkeypatch.setattr("bot.http_endpoint.server._READING_SECONDS", 0.05)
    assert (await door.post_raw(never(), signed(b"{")))[0] == 408


@pytest.mark.parametrize(
    "spoilt",
    [
        {"X-Signature-Ed25519": "nonsense"},
        {"X-Signature-Timestamp": "soon"},
        {"X-Signature-Timestamp": str(10**9)},
    ],
    ids=str,
)
async def test_nobody_waits_for_the_body_of_what_cannot_be_believed(door, monkeypatch, spoilt):
    async def never():
        yield b"{"
        await asyncio.sleep(60)

    monkeypatch.setattr("bot.http_endpoint.server._READING_SECONDS", 0.05)
    assert (await door.post_raw(never(), signed(b"{") | spoilt))[0] == 401


async def test_a_load_balancer_sees_that_it_does_not_listen_yet(door):
    assert await door.get("/health") == 503
