"""What Discord did not sign, or signed long ago, is refused: always with 401, always at once."""

import json
import time

import pytest

from bot.http_endpoint.signature import WINDOW_SECONDS, Verifier
from tests.bot.clock import Clock
from tests.bot.http_endpoint.discord_side import PUBLIC_KEY, selloff, signed
from tests.bot.http_endpoint.forging import SIGNATURE, STAMP, send_forged


@pytest.mark.fault("F72")
async def test_forged_requests_are_refused_whatever_is_wrong_with_them(door):
    answered = await send_forged(door, 1500, "any")
    assert {status for _, status in answered} == {401}
    assert len(answered) == 16
    assert door.answers.empty()


@pytest.mark.fault("F73")
async def test_a_captured_request_is_worth_nothing_a_little_later_either(door, monkeypatch):
    payload = selloff()
    body = json.dumps(payload).encode()
    headers = signed(body)
    now = time.time()
    clock = Clock()
    monkeypatch.setattr(door.door, "_verifier", Verifier(PUBLIC_KEY, clock))
    statuses = []
    for later in (0, 0, WINDOW_SECONDS - 2, WINDOW_SECONDS + 1, 901):
        clock.now = now + later
        statuses.append((await door.post_raw(body, headers))[0])
    assert statuses == [202, 202, 202, 401, 401]
    await door.answer()
    await door.client.dispatcher.drain(10)
    assert door.answers.empty()


@pytest.mark.parametrize("name", [STAMP, SIGNATURE])
@pytest.mark.parametrize("is_first", [True, False])
async def test_a_header_that_is_there_twice_counts_as_none(door, name, is_first):
    body = b'{"type": 1, "id": "1"}'
    true = list(signed(body).items())
    assert await door.post_bytes(body, true) == 200
    other = (name, "1" * len(dict(true)[name]))
    assert await door.post_bytes(body, [other, *true] if is_first else [*true, other]) == 401


@pytest.mark.parametrize("value", [b"\x00", b"a\x00b", b"\xff\xfe" * 64, b"\x7f" * 128])
async def test_bytes_that_no_header_may_hold_never_reach_an_error_of_ours(door, value):
    signature = value.decode("utf-8", "surrogateescape")
    headers = signed(b"{}") | {SIGNATURE: signature}
    assert await door.post_bytes(b"{}", headers.items()) in {400, 401}
