"""What Discord's gateway may do to the connection: the bot comes back, and answers."""

import asyncio
import json
from itertools import pairwise

import discord
import pytest

from bot.exit_codes import TryLaterError
from bot.interactions import circuit_breaker
from bot.observability.metrics import Meter
from tests.faults import payloads
from tests.faults.connection import DISPATCH, HEARTBEAT, HELLO, IDENTIFY, RECONNECT, Connection
from tests.faults.fake_discord import cloudflare_ban, error, rate_limited, text_of

CALLBACK, LOGIN, GATEWAY = "POST .*/callback", "GET /api/users/@me", "GET /api/gateway/bot"


@pytest.fixture(autouse=True)
def _without_drawing(monkeypatch):
    async def draw(_renderer, _picture):
        return b"PNG"

    # Drawing takes real time, which the loop cannot skip.
    monkeypatch.setattr("bot.renderer.Renderer.draw", draw)


async def answers(fake):
    asked = await fake.ask()
    await fake.answered(asked)
    return "If Japan sold $200 billion" in text_of((asked.edits or asked.responses)[-1])


async def is_back(fake, bot, *, resumes=0, identifies=1):
    """After so many resumes and identifies it is connected and answers."""
    await fake.until(
        lambda: (
            (len(fake.resumes), len(fake.identifies)) >= (resumes, identifies) and bot.is_ready()
        )
    )
    assert await answers(fake)


def now():
    return asyncio.get_running_loop().time()


@pytest.mark.fault("F10", "F21")
async def test_connection_has_no_intents_and_sends_heartbeats_only(fake, bot):
    await bot.start()
    for _ in range(5):
        assert await answers(fake)
    (identify,) = [data for _, data in fake.identifies]
    assert identify["intents"] == 0
    sent = [frame["op"] for each in fake.connections for frame in each.frames]
    assert set(sent) <= {HEARTBEAT, IDENTIFY}


async def _reconnect(connection):
    await connection.send(RECONNECT)


async def _invalid_for_now(connection):
    await connection.refuse(can_resume=True)


def _close(code):
    async def close(connection):
        await connection.close(code)

    return close


@pytest.mark.parametrize(
    "interrupt",
    [
        pytest.param(_reconnect, marks=pytest.mark.fault("F01")),
        pytest.param(_invalid_for_now, marks=pytest.mark.fault("F03")),
        pytest.param(_close(4000), marks=pytest.mark.fault("F05")),
        pytest.param(_close(4008), marks=pytest.mark.fault("F05")),
        pytest.param(_close(1001), marks=pytest.mark.fault("F07")),
    ],
)
async def test_interrupted_connection_is_resumed(fake, bot, interrupt):
    await bot.start()
    await interrupt(fake.connection)
    await is_back(fake, bot, resumes=1)
    assert len(fake.identifies) == 1


async def _cut(connection):
    connection.cut()


async def _invalid_for_good(connection):
    connection.fake.sessions.clear()
    await connection.refuse()


async def _forget_session(connection):
    connection.fake.sessions.clear()
    await connection.close(4009)


def _send(text):
    async def send(connection):
        await connection.send_text(text)

    return send


@pytest.mark.parametrize(
    "interrupt",
    [
        pytest.param(_invalid_for_good, marks=pytest.mark.fault("F02")),
        pytest.param(_forget_session, marks=pytest.mark.fault("F06", "F13")),
        pytest.param(_close(1000), marks=pytest.mark.fault("F07")),
        pytest.param(_send("{not json"), marks=pytest.mark.fault("F17")),
        pytest.param(_send("[1]"), marks=pytest.mark.fault("F17")),
        pytest.param(_send(json.dumps({"op": HELLO, "d": {}})), marks=pytest.mark.fault("F16")),
        pytest.param(
            _send(json.dumps({"op": DISPATCH, "t": "INTERACTION_CREATE", "s": 1, "d": {}})),
            marks=pytest.mark.fault("F16"),
        ),
    ],
)
async def test_lost_session_is_started_anew(fake, bot, interrupt):
    await bot.start()
    began = now()
    await interrupt(fake.connection)
    await is_back(fake, bot, identifies=2)
    assert now() - began < 120


@pytest.mark.fault("F07", "F35")
async def test_cut_connection_comes_back(fake, bot):
    await bot.start()
    fake.connection.cut()
    await fake.until(lambda: len(fake.connections) == 2)
    await is_back(fake, bot)


@pytest.mark.fault("F04", "F23")
async def test_sessions_refused_for_ever_leave_a_reserve(fake, bot):
    fake.on_identify = Connection.refuse
    fake.session_start_limit["remaining"] = 110
    bot.launch()
    with pytest.raises(TryLaterError):
        await asyncio.wait_for(bot.task, 86_400)
    assert len(fake.identifies) <= 10


@pytest.mark.fault("F23")
@pytest.mark.parametrize("remaining", [0, 100])
async def test_few_session_starts_prevent_start(fake, bot, remaining):
    fake.session_start_limit["remaining"] = remaining
    bot.launch()
    with pytest.raises(TryLaterError, match=f"only {remaining} of 1000 .* 24.0 hours"):
        await bot.task
    assert not fake.connections


@pytest.mark.parametrize(
    ("code", "error_"),
    [
        pytest.param(4004, discord.ConnectionClosed, marks=pytest.mark.fault("F08")),
        pytest.param(4010, discord.ConnectionClosed, marks=pytest.mark.fault("F09")),
        pytest.param(4014, discord.PrivilegedIntentsRequired, marks=pytest.mark.fault("F10")),
    ],
)
async def test_fatal_close_code_ends_the_run(fake, bot, code, error_):
    await bot.start()
    await fake.connection.close(code)
    with pytest.raises(error_):
        await bot.task
    assert len(fake.identifies) == 1


@pytest.mark.fault("F08")
async def test_rejected_token_ends_the_run(fake, bot):
    fake.fail(LOGIN, error(401))
    bot.launch()
    with pytest.raises(discord.LoginFailure):
        await bot.task
    assert fake.count(".") == 1


@pytest.mark.fault("F24")
async def test_outage_of_ten_minutes_costs_less_than_one_more(fake, bot):
    await bot.start()
    fake.is_reachable = False
    fake.connection.cut()
    await asyncio.sleep(600)
    assert not bot.is_ready()
    fake.is_reachable = True
    began = now()
    await is_back(fake, bot)
    assert now() - began <= 60
    assert len(fake.identifies) <= 3


@pytest.mark.fault("F11", "F12")
async def test_silent_gateway_is_left(fake, bot):
    await bot.start()
    began = now()
    await fake.until(lambda: fake.resumes)
    assert now() - began <= 120
    await is_back(fake, bot, resumes=1)


@pytest.mark.fault("F26", "F27")
@pytest.mark.parametrize("request_", [LOGIN, "GET /api/oauth2", "GET .*/commands", GATEWAY])
async def test_server_errors_at_start_are_waited_out(fake, bot, request_):
    fake.fail(request_, *[lambda _: error(503)] * 12)
    await bot.start()
    assert await answers(fake)
    assert len(fake.identifies) == 1


@pytest.mark.fault("F26")
async def test_shutdown_ends_waiting_at_start(fake, bot):
    fake.fail(LOGIN, *[lambda _: error(503)] * 100)
    bot.launch()
    await fake.until(lambda: fake.count(LOGIN) > 3)
    await asyncio.wait_for(bot.stop(), 5)


@pytest.mark.fault("F28")
async def test_unchanged_commands_are_registered_once(fake, bot):
    for _ in range(3):
        await bot.start()
        await bot.stop()
    assert fake.count("PUT .*/commands") == 1


@pytest.mark.fault("F22")
async def test_shards_identify_one_after_another(fake, bot):
    fake.shards = 3
    await bot.start()
    moments = [at for at, _ in fake.identifies]
    assert [data["shard"] for _, data in fake.identifies] == [[0, 3], [1, 3], [2, 3]]
    assert all(later - earlier >= 4.9 for earlier, later in pairwise(moments))


@pytest.mark.fault("F18", "F25")
async def test_unknown_events_are_ignored(fake, bot):
    await bot.start()
    await fake.connection.send(DISPATCH, {"new": 1}, "SOMETHING_NEW")
    await fake.connection.send(77, {"new": 1})
    await fake.connection.send(DISPATCH, {"id": "11", "unavailable": True}, "GUILD_DELETE")
    assert await answers(fake)
    assert len(fake.connections) == 1


@pytest.mark.fault("F14", "F15")
async def test_late_or_doubled_interaction_is_quiet(fake, bot, caplog):
    await bot.start()
    await fake.ask(made_seconds_ago=10)
    asked = await fake.ask()
    doubled = payloads.interaction(asked.id, asked.token, payloads.SELLOFF)
    await fake.connection.send(DISPATCH, doubled, "INTERACTION_CREATE")
    assert await answers(fake)
    assert len(asked.responses) == 1
    assert not [each for each in caplog.records if each.levelname == "ERROR"]


@pytest.mark.fault("F19")
async def test_lone_surrogate_is_answered(fake, bot):
    await bot.start()
    assert await fake.answered(await fake.ask(payloads.selloff(amount="\ud800$x_{$")))
    assert await answers(fake)


@pytest.mark.fault("F30", "F31")
async def test_ban_pauses_requests_and_keeps_the_gateway(fake, bot, caplog):
    await bot.start()
    bans = (lambda _: cloudflare_ban(403), lambda _: cloudflare_ban(), lambda _: error(403, 40333))
    fake.fail(CALLBACK, *bans * 1000)
    for _ in range(40):
        await fake.ask()
        await asyncio.sleep(10)
    assert fake.count(CALLBACK) <= circuit_breaker.BANS_IN_A_ROW + 2
    assert bot.dispatcher.breaker.is_open
    assert "a person should look" in caplog.text
    fake.forgive()
    await asyncio.sleep(600)
    assert await answers(fake)
    assert len(fake.identifies) == 1


@pytest.mark.fault("F32")
async def test_storm_of_refusals_pauses_requests(fake, bot, monkeypatch):
    assert circuit_breaker.MOST_INVALID <= 10_000 / 2
    monkeypatch.setattr(circuit_breaker, "MOST_INVALID", 50)
    bot.launch()
    await fake.until(bot.is_ready)
    fake.fail(CALLBACK, *[lambda _: error(403, 50013)] * 10_000)
    for _ in range(100):
        await fake.ask()
        await asyncio.sleep(0.5)
    assert fake.count(CALLBACK) <= 51


@pytest.mark.fault("F29")
async def test_rate_limit_is_waited_for_and_counted(fake, bot, monkeypatch):
    counted = []
    monkeypatch.setattr(Meter, "refuse", lambda _, status: counted.append(status))
    await bot.start()
    shared = rate_limited(0.1)
    shared.headers["X-RateLimit-Scope"] = "shared"
    fake.fail(CALLBACK, rate_limited(0.5), shared)
    assert await answers(fake)
    assert (fake.count(CALLBACK), counted) == (3, [429])
