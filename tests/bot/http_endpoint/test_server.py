"""The HTTP endpoint answers what Discord signed, once, and nothing else."""

import asyncio
import json

import pytest

from bot.http_endpoint import server
from commands.common.custom_id import build_custom_id
from tests.bot.http_endpoint.discord_side import interaction, press, selloff, signed, text_of

PING = {"id": "1", "type": 1}
BODY = json.dumps(PING).encode()


async def test_ping_is_answered_every_time(endpoint):
    for _ in range(2):
        assert await endpoint.post(PING) == (200, '{"type": 1}')


async def test_command_is_accepted_then_answered(endpoint):
    assert await endpoint.post(selloff()) == (202, "")
    answer = await endpoint.answer()
    assert answer["type"] == 4
    assert "If Japan sold $200 billion" in text_of(answer)
    assert len(answer["files"]) == 1
    assert answer["data"]["allowed_mentions"] == {"parse": []}


async def test_other_interactions_are_answered(endpoint):
    await endpoint.post(selloff(kind=4))
    assert (await endpoint.answer())["type"] == 8
    await endpoint.post(press("0:old"))
    assert "older version" in text_of(await endpoint.answer())
    await endpoint.post(
        press(build_custom_id("selloff", "math", "jp", "5000000000", "month", "held"))
    )
    assert (await endpoint.answer())["data"]["flags"] & 64
    await endpoint.post(interaction(2, {"id": "9", "name": "gone", "type": 1}))
    assert "this command changed" in text_of(await endpoint.answer())


async def test_group_chat_needs_no_bot_user(endpoint):
    channel = {"id": "3", "type": 3, "recipients": [], "owner_id": "7", "name": None, "icon": None}
    await endpoint.post(selloff(channel=channel, channel_id="3", context=2))
    assert "If Japan sold" in text_of(await endpoint.answer())


@pytest.mark.fault("F73")
@pytest.mark.fault("F77")
async def test_replayed_interaction_is_answered_once(endpoint):
    again = selloff()
    for _ in range(3):
        assert (await endpoint.post(again))[0] == 202
    await endpoint.answer()
    await endpoint.client.dispatcher.drain(10)
    assert endpoint.answers.empty()


@pytest.mark.fault("F72")
@pytest.mark.parametrize(
    "changed",
    [
        {"X-Signature-Ed25519": "0" * 128},
        {"X-Signature-Ed25519": "é" * 128},
        {"X-Signature-Timestamp": "soon"},
        {"X-Signature-Timestamp": str(10**9)},
    ],
    ids=str,
)
async def test_wrong_signature_is_unauthorized(endpoint, changed):
    assert (await endpoint.post_raw(BODY, signed(BODY) | changed))[0] == 401


@pytest.mark.parametrize("value", [b"\x00", b"a\x00b", b"\xff\xfe" * 64, b"\x7f" * 128])
async def test_forbidden_header_bytes_are_refused(endpoint, value):
    headers = signed(BODY) | {"X-Signature-Ed25519": value.decode("utf-8", "surrogateescape")}
    assert await endpoint.post_bytes(BODY, headers.items()) in {400, 401}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"nonsense",
        b"\xff\xfe",
        b'{"type": 2}',
        b'{"type": 9, "id": "1"}',
        b'{"type": true, "id": "1"}',
        b'{"type": 2, "id": 1}',
        b'{"type": 2, "id": "\xd9\xa1"}',
        b"[" * 100_000,
        b'{"type": 1, "id": ' + b"9" * 5000 + b"}",
    ],
)
async def test_signed_nonsense_is_bad_request(endpoint, body):
    assert (await endpoint.post_raw(body, signed(body)))[0] == 400


@pytest.mark.parametrize("kind", [2, 3, 4, 5])
async def test_incomplete_interaction_gets_apology(endpoint, kind):
    status, text = await endpoint.post({"type": kind, "id": str(10**18 + kind)})
    answer = json.loads(text)
    if kind == 4:
        assert (status, answer) == (200, {"type": 8, "data": {"choices": []}})
    else:
        assert (status, answer["type"], answer["data"]["flags"]) == (200, 4, 64)
        assert "error id" in answer["data"]["content"].lower()


@pytest.mark.parametrize("amount", ["\ud800", "\x00", "@everyone", "200b\udfff", float("nan")])
async def test_odd_value_is_answered(endpoint, amount):
    assert (await endpoint.post(selloff(amount)))[0] == 202
    assert text_of(await endpoint.answer())


async def test_oversized_body_is_refused(endpoint):
    body = b" " * (server.MAX_BODY_BYTES + 1)
    assert (await endpoint.post_raw(body, signed(body)))[0] == 413


async def test_other_content_type_is_refused(endpoint):
    headers = signed(BODY) | {"Content-Type": "text/plain"}
    assert (await endpoint.post_raw(BODY, headers))[0] == 415


@pytest.mark.parametrize(("changed", "status"), [({}, 408), ({"X-Signature-Ed25519": "x"}, 401)])
async def test_slow_body_is_awaited_only_if_signed(endpoint, monkeypatch, changed, status):
    async def never():
        yield b"{"
        await asyncio.sleep(60)

    monkeypatch.setattr(server, "READ_TIMEOUT_SECONDS", 0.05)
    assert (await endpoint.post_raw(never(), signed(b"{") | changed))[0] == status


async def test_overload_is_said_to_the_user(endpoint):
    """Accepted over HTTP, then told by the interaction's own token."""
    endpoint.client.dispatcher.admission.is_closing = True
    assert await endpoint.post(selloff()) == (202, "")
    answer = await endpoint.answer()
    assert answer["data"]["flags"] == 64
    assert "files" not in answer or not answer["files"]


async def test_health_is_unavailable_before_listening(endpoint):
    assert await endpoint.get("/health") == 503
