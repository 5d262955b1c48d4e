"""What Discord's REST interface may do to an answer: the user gets one all the same."""

import asyncio
import logging
import socket

import discord
import pytest
from yarl import URL

from bot.interactions import responder
from calc import load_snapshot
from commands.common.command import Request
from commands.dispatch import run_command
from commands.registry import COMMANDS, example_of
from tests.faults.fake_discord import (
    close,
    cloudflare_ban,
    error,
    hang,
    rate_limited,
    reset,
    text_of,
)
from tests.faults.payloads import IN_A_DAY, press, selloff

CALLBACK, EDIT = "POST .*/callback", "PATCH .*@original"


@pytest.fixture(autouse=True)
def _without_waiting(monkeypatch):
    monkeypatch.setattr(responder, "_EDIT_PAUSES", (0.0, 0.0))
    monkeypatch.setattr(responder, "_UNKNOWN_PAUSES", (0.0, 0.0))


@pytest.fixture(scope="module", autouse=True)
def _warm():
    """The first picture of a process takes longest."""
    request = Request(load_snapshot())
    run_command(COMMANDS["selloff"], request, example_of(COMMANDS["selloff"])).picture.draw()


def is_whole(asked):
    shown = asked.edits or asked.responses
    return len(shown) == 1 and "If Japan sold" in text_of(shown[0]) and bool(asked.files)


def levels(caplog):
    """The levels of what the bot logged."""
    return [record.levelname for record in caplog.records if record.name == "selloff"]


RETRIED = [
    pytest.param(CALLBACK, lambda _: error(502), 2, marks=pytest.mark.fault("F34")),
    pytest.param(CALLBACK, reset, 2, marks=pytest.mark.fault("F35")),
    pytest.param(CALLBACK, close, 2, marks=pytest.mark.fault("F36")),
    pytest.param(CALLBACK, hang, 2, marks=pytest.mark.fault("F37")),
    pytest.param(CALLBACK, lambda _: rate_limited(0.05), 1, marks=pytest.mark.fault("F46")),
    pytest.param(EDIT, lambda _: error(503), 1, marks=pytest.mark.fault("F33")),
    pytest.param(EDIT, reset, 2, marks=pytest.mark.fault("F35")),
    pytest.param(EDIT, close, 2, marks=pytest.mark.fault("F36")),
    pytest.param(EDIT, hang, 2, marks=pytest.mark.fault("F37")),
    pytest.param(EDIT, lambda _: error(404, 10015), 2, marks=pytest.mark.fault("F40")),
]


@pytest.mark.parametrize(("request_", "fault", "times"), RETRIED)
async def test_failed_request_is_retried(
    at_once, deferring, fake, monkeypatch, request_, fault, times
):
    if request_ == EDIT:
        monkeypatch.setattr(responder, "_EDIT_SECONDS", 0.3)
    bot = at_once if request_ == CALLBACK else deferring
    fake.fail(request_, *[fault] * times)
    asked = await bot.ask(selloff())
    assert fake.count(request_) == times + 1
    assert is_whole(asked)


@pytest.mark.fault("F35", "F39")
async def test_response_taken_but_unheard_is_not_repeated(either, fake, caplog):
    fake.fail(CALLBACK, fake.take_and_reset)
    asked = await either.ask(selloff())
    assert fake.count(CALLBACK) == 2
    assert len(asked.responses) == 1
    assert "ERROR" not in levels(caplog)


@pytest.mark.fault("F35")
async def test_lost_deferral_is_completed(deferring, fake):
    fake.fail(CALLBACK, fake.take_and_reset, reset, reset)
    assert is_whole(await deferring.ask(selloff()))


# The fault, its request, what is logged, and how many requests at most.
GIVEN_UP = [
    pytest.param(CALLBACK, 404, 10062, ["INFO"], marks=pytest.mark.fault("F38")),
    pytest.param(CALLBACK, 400, 40060, ["INFO"], marks=pytest.mark.fault("F39")),
    pytest.param(EDIT, 404, 10008, ["INFO"], marks=pytest.mark.fault("F81")),
    pytest.param(CALLBACK, 404, 10003, ["INFO"], marks=pytest.mark.fault("F81")),
    pytest.param(CALLBACK, 403, 50083, ["WARNING"], marks=pytest.mark.fault("F82")),
    pytest.param(EDIT, 403, 50083, ["WARNING"], marks=pytest.mark.fault("F82")),
    pytest.param(CALLBACK, 403, 160005, ["WARNING"], marks=pytest.mark.fault("F82")),
]


@pytest.mark.parametrize(("request_", "status", "code", "logged"), GIVEN_UP)
async def test_refusal_for_good_is_one_line(
    at_once, deferring, fake, caplog, request_, status, code, logged
):
    caplog.set_level(logging.INFO, "selloff")
    fake.fail(request_, *[error(status, code) for _ in range(9)])
    await (at_once if request_ == CALLBACK else deferring).ask(selloff())
    assert levels(caplog) == logged
    assert fake.count(request_) == 1
    assert not any(record.exc_info for record in caplog.records)


@pytest.mark.fault("F81")
async def test_click_on_deleted_message_is_answered_privately(either, fake, caplog):
    fake.fail(CALLBACK, error(404, 10008))
    asked = await either.ask(press(IN_A_DAY))
    (first,) = asked.responses
    assert first["data"]["flags"] & 64
    assert first["type"] in {4, 5}
    assert "in one day" in text_of((asked.edits or asked.responses)[0])
    assert "ERROR" not in levels(caplog)


@pytest.mark.fault("F37", "F46")
@pytest.mark.parametrize("fault", [hang, lambda _: rate_limited(60)], ids=["hang", "limit"])
async def test_unreachable_discord_is_one_line(at_once, fake, caplog, monkeypatch, fault):
    monkeypatch.setattr(responder, "_SHORTEST_TRY_SECONDS", 0.01)
    monkeypatch.setattr(responder, "FIRST_RESPONSE_SECONDS", 0.3)
    fake.fail(CALLBACK, *[fault] * 9)
    await at_once.ask(selloff())
    assert fake.count(CALLBACK) <= 3
    assert "ERROR" not in levels(caplog)
    assert caplog.messages.count("Discord did not take an answer") == 1


@pytest.mark.fault("F40")
def test_edit_retries_stop_after_ten_seconds(monkeypatch):
    monkeypatch.undo()
    assert 2 < sum(responder._UNKNOWN_PAUSES) < 10


@pytest.mark.parametrize(
    ("status", "code"),
    [
        pytest.param(403, 50013, marks=pytest.mark.fault("F41")),
        pytest.param(403, 50001, marks=pytest.mark.fault("F41")),
        pytest.param(413, 40005, marks=pytest.mark.fault("F42")),
    ],
)
async def test_refused_picture_leaves_words(either, deferring, fake, status, code):
    fake.fail(f"{CALLBACK}|{EDIT}" if either is not deferring else EDIT, None, error(status, code))
    asked = await either.ask(selloff())
    assert "If Japan sold" in text_of((asked.edits or asked.responses)[0])


@pytest.mark.fault("F43")
async def test_invalid_form_becomes_apology_with_id(at_once, fake, caplog):
    fake.fail(CALLBACK, error(400, 50035))
    asked = await at_once.ask(selloff())
    (record,) = [each for each in caplog.records if each.levelname == "ERROR"]
    assert record.error_id in text_of(asked.responses[0])
    assert asked.responses[0]["data"]["flags"] & 64


@pytest.mark.fault("F44")
@pytest.mark.parametrize("code", [200000, 240000])
async def test_blocked_words_are_not_sent_again(at_once, fake, caplog, code):
    fake.fail(CALLBACK, error(400, code))
    asked = await at_once.ask(selloff())
    assert "If Japan sold" not in str(asked.responses)
    assert levels(caplog) == ["WARNING"]


@pytest.mark.fault("F47")
async def test_reply_without_body_does_not_matter(either, fake):
    fake.fail(CALLBACK, fake.take_and_say_nothing)
    fake.fail(EDIT, fake.take_and_say_nothing)
    assert is_whole(await either.ask(selloff()))


ONE_REFUSAL = {
    "blocked by name": lambda _: error(403, 40333),
    "403 of Cloudflare's": lambda _: cloudflare_ban(403),
    "429 of Cloudflare's": lambda _: cloudflare_ban(429),
    "429 in JSON, but not of Discord's": lambda _: error(429),
}


@pytest.mark.fault("F30", "F31")
@pytest.mark.parametrize("kind", ONE_REFUSAL)
async def test_one_refusal_silences_nobody_else(at_once, fake, kind):
    fake.fail(CALLBACK, ONE_REFUSAL[kind])
    await at_once.ask(selloff())
    assert not at_once.dispatcher.breaker.is_open
    assert is_whole(await at_once.ask(selloff()))


@pytest.mark.fault("F48")
@pytest.mark.allow_hosts(["127.0.0.1", "::1"])
async def test_failing_name_service_is_retried(at_once, fake, monkeypatch):
    base, lookups = URL(fake.api), []

    async def look_up(_, host, port, **__):
        lookups.append(host)
        if len(lookups) < 3:
            raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
        return [
            (socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("::1", port, 0, 0)),
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port)),
        ]

    monkeypatch.setattr(asyncio.BaseEventLoop, "getaddrinfo", look_up)
    monkeypatch.setattr(discord.http.Route, "BASE", str(base.with_host("discord.example")))
    assert is_whole(await at_once.ask(selloff()))
