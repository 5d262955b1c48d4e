"""What Discord's REST interface may do to an answer: the asker gets one all the same."""

import asyncio
import logging
import socket
from types import SimpleNamespace

import discord
import pytest
from yarl import URL

from bot.interactions import retry as sending
from tests.bot.clock import Clock
from tests.bot.http_endpoint.discord_side import press, selloff
from tests.faults.rest import (
    ACK,
    EDIT,
    close,
    hang,
    refuse,
    reset,
    status,
    take_and_name_a_charset,
    take_and_reset,
    take_and_say_nothing,
    words,
)

SERVER_ERRORS = [500, 502, 503, 504, 520]


@pytest.fixture(autouse=True)
def _without_waiting(monkeypatch):
    monkeypatch.setattr(sending, "_EDIT_PAUSES", (0.0, 0.0))
    monkeypatch.setattr(sending, "_UNKNOWN_PAUSES", (0.0, 0.0))


def is_whole(taken):
    return "If Japan sold" in words(taken) and bool(taken.get("files") or taken["data"]["files"])


def lines(caplog, level):
    return [record for record in caplog.records if record.levelno == level]


async def test_all_tries_of_a_first_response_take_two_and_a_half_seconds(monkeypatch):
    clock, real_timeout = Clock(), asyncio.timeout

    def give_up_after(seconds):
        clock.now += seconds
        return real_timeout(0)

    monkeypatch.setattr(sending, "time", SimpleNamespace(monotonic=clock))
    monkeypatch.setattr(asyncio, "timeout", give_up_after)
    asked_at = clock.now
    with pytest.raises(TimeoutError):
        await sending.respond(lambda: asyncio.sleep(60), asked_at)
    assert clock.now - asked_at == 2.5


@pytest.mark.parametrize("code", SERVER_ERRORS)
async def test_a_server_error_on_the_edit_is_waited_out(in_two_steps, rest, code):
    rest.plan[EDIT].append(status(code))
    await in_two_steps.ask(selloff("211b"))
    assert rest.tries == [ACK, EDIT, EDIT]
    assert is_whole(rest.taken[-1])


@pytest.mark.parametrize("code", SERVER_ERRORS)
async def test_two_server_errors_in_a_row_do_not_lose_the_first_response(at_once, rest, code):
    rest.plan[ACK] += [status(code)] * 2
    await at_once.ask(selloff())
    assert rest.tries == [ACK] * 3
    (taken,) = rest.taken
    assert is_whole(taken)


async def test_nor_when_the_answer_is_only_promised(in_two_steps, rest):
    rest.plan[ACK] += [status(502)] * 2
    await in_two_steps.ask(selloff("212b"))
    assert is_whole(rest.taken[-1])


@pytest.mark.parametrize("lose", [reset, close])
async def test_a_connection_lost_on_the_first_response_is_replaced(at_once, rest, lose):
    rest.plan[ACK] += [lose] * 2
    await at_once.ask(selloff())
    assert rest.tries == [ACK] * 3
    assert is_whole(rest.taken[0])


@pytest.mark.parametrize("lose", [reset, close])
async def test_a_connection_lost_on_the_edit_is_replaced_up_to_twice(in_two_steps, rest, lose):
    rest.plan[EDIT] += [lose] * 2
    await in_two_steps.ask(selloff("213b"))
    assert rest.tries == [ACK] + [EDIT] * 3
    assert is_whole(rest.taken[-1])


async def test_a_connection_lost_after_discord_took_the_answer_makes_no_second_one(
    at_once, rest, caplog
):
    rest.plan[ACK].append(take_and_reset)
    await at_once.ask(selloff())
    assert rest.tries == [ACK] * 2
    assert len(rest.taken) == 1
    assert not lines(caplog, logging.ERROR)


async def test_a_lost_promise_is_kept(in_two_steps, rest):
    rest.plan[ACK].append(take_and_reset)
    await in_two_steps.ask(selloff("214b"))
    assert rest.tries == [ACK, ACK, EDIT]
    assert is_whole(rest.taken[-1])


async def test_even_when_nobody_heard_that_it_arrived(in_two_steps, rest, caplog):
    rest.plan[ACK] += [take_and_reset, reset, reset]
    await in_two_steps.ask(selloff("223b"))
    assert rest.tries == [ACK] * 3 + [EDIT]
    assert is_whole(rest.taken[-1])
    assert not lines(caplog, logging.ERROR)


async def test_a_hang_on_the_first_response_is_given_up_in_time(at_once, rest):
    rest.plan[ACK] += [hang] * 2
    await at_once.ask(selloff())
    assert rest.tries == [ACK] * 3
    assert is_whole(rest.taken[0])


async def test_when_discord_never_answers_it_ends_in_one_line(at_once, rest, caplog, monkeypatch):
    monkeypatch.setattr(sending, "_SHORTEST_TRY_SECONDS", 0.01)
    monkeypatch.setattr(sending, "FIRST_RESPONSE_SECONDS", 0.3)
    rest.plan[ACK] += [hang] * 9
    await at_once.ask(selloff())
    assert rest.tries == [ACK] * 3
    assert not lines(caplog, logging.ERROR)
    assert caplog.messages.count("Discord did not take an answer") == 1


async def test_a_hang_on_the_edit_is_given_up_and_tried_again(in_two_steps, rest, monkeypatch):
    assert sending._EDIT_SECONDS == 15
    monkeypatch.setattr(sending, "_EDIT_SECONDS", 0.3)
    rest.plan[EDIT] += [hang] * 2
    await in_two_steps.ask(selloff("215b"))
    assert rest.tries == [ACK] + [EDIT] * 3
    assert is_whole(rest.taken[-1])


@pytest.mark.parametrize(("http_status", "code"), [(404, 10062), (400, 40060)])
async def test_who_is_too_late_or_second_says_one_line_and_no_more(
    either_way, rest, caplog, http_status, code
):
    caplog.set_level(logging.INFO, "selloff")
    rest.plan[ACK].append(refuse(http_status, code))
    await either_way.ask(selloff("216b"))
    assert rest.tries == [ACK]
    assert not rest.taken
    (line,) = (record for record in caplog.records if record.name == "selloff")
    assert line.levelno == logging.INFO
    assert line.exc_info is None


async def test_a_message_that_discord_does_not_know_yet_is_asked_for_again(in_two_steps, rest):
    rest.plan[EDIT] += [refuse(404, 10015)] * 2
    await in_two_steps.ask(selloff("217b"))
    assert rest.tries == [ACK] + [EDIT] * 3
    assert is_whole(rest.taken[-1])


def test_and_all_three_tries_are_within_ten_seconds(monkeypatch):
    monkeypatch.undo()
    assert 2 < sum(sending._UNKNOWN_PAUSES) < 10
    assert len(sending._UNKNOWN_PAUSES) == len(sending._EDIT_PAUSES) == 2


async def test_a_message_that_discord_never_knows_is_let_go(in_two_steps, rest, caplog):
    rest.plan[EDIT] += [refuse(404, 10015)] * 9
    await in_two_steps.ask(selloff("218b"))
    assert rest.tries == [ACK] + [EDIT] * 3
    assert not lines(caplog, logging.ERROR)


FILES_REFUSED = [(403, 50013), (403, 50001), (413, 40005), (413, 0)]


@pytest.mark.parametrize(("http_status", "code"), FILES_REFUSED)
async def test_where_no_picture_is_welcome_the_words_go_alone(at_once, rest, http_status, code):
    rest.plan[ACK].append(refuse(http_status, code))
    await at_once.ask(selloff())
    (taken,) = rest.taken
    assert "If Japan sold" in words(taken)
    assert "files" not in taken


@pytest.mark.parametrize(("http_status", "code"), FILES_REFUSED)
async def test_nor_where_the_answer_was_promised(in_two_steps, rest, http_status, code):
    rest.plan[EDIT].append(refuse(http_status, code))
    await in_two_steps.ask(selloff("219b"))
    assert "If Japan sold" in str(rest.taken[-1])
    assert "files" not in rest.taken[-1]["data"]


async def test_where_nothing_is_welcome_it_does_not_insist(at_once, rest):
    rest.plan[ACK] += [refuse(403, 50013)] * 9
    await at_once.ask(selloff())
    assert not rest.taken
    assert len(rest.tries) <= 3


async def test_a_form_that_discord_refuses_becomes_an_apology_with_an_id(at_once, rest, caplog):
    rest.plan[ACK].append(refuse(400, 50035))
    await at_once.ask(selloff())
    (error,) = lines(caplog, logging.ERROR)
    assert error.error_id in words(rest.taken[0])
    assert rest.taken[0]["data"]["flags"] & 64


@pytest.mark.parametrize("code", [200000, 240000])
async def test_words_that_a_filter_blocks_are_logged_and_not_sent_again(
    at_once, rest, caplog, code
):
    rest.plan[ACK].append(refuse(400, code))
    await at_once.ask(selloff())
    assert "If Japan sold" not in str(rest.taken)
    assert not lines(caplog, logging.ERROR)
    (line,) = lines(caplog, logging.WARNING)
    assert str(code) in line.reason


async def test_no_answer_needs_a_follow_up(at_once, in_two_steps, rest):
    """The stand-in has no place for one: a POST to a webhook would be a 404."""
    await at_once.ask(selloff())
    await in_two_steps.ask(selloff("220b"))
    await in_two_steps.ask(press("0:old"))
    assert rest.tries == [ACK, ACK, EDIT, ACK]


async def test_a_rate_limit_is_waited_for(at_once, rest):
    slow_down = {"retry_after": 0.05, "message": "", "global": False}
    rest.plan[ACK].append(status(429, slow_down, Via="1.1"))
    await at_once.ask(selloff())
    assert rest.tries == [ACK] * 2
    assert is_whole(rest.taken[0])


async def test_a_limit_longer_than_discord_waits_ends_in_one_line(
    at_once, rest, caplog, monkeypatch
):
    monkeypatch.setattr(sending, "_SHORTEST_TRY_SECONDS", 0.01)
    monkeypatch.setattr(sending, "FIRST_RESPONSE_SECONDS", 0.3)
    slow_down = {"retry_after": 60, "message": "", "global": False}
    rest.plan[ACK] += [status(429, slow_down, Via="1.1")] * 9
    await at_once.ask(selloff())
    assert len(rest.tries) <= 3
    assert not lines(caplog, logging.ERROR)
    assert caplog.messages.count("Discord did not take an answer") == 1


async def test_a_ban_is_not_argued_with(either_way, rest, caplog):
    rest.plan[ACK] += [status(429, "<html>")] * 9
    await either_way.ask(selloff("224b"))
    assert rest.tries == [ACK]
    assert "nor could the apology" not in {line.message for line in lines(caplog, logging.ERROR)}
    caplog.clear()
    await either_way.ask(selloff("225b"))
    assert rest.tries == [ACK]
    assert not lines(caplog, logging.ERROR)
    assert "sending again" not in caplog.text
    assert caplog.messages.count("Discord did not take an answer") == 1


async def test_an_edit_is_not_insisted_on_during_a_ban(in_two_steps, rest, caplog):
    rest.plan[EDIT] += [status(429, "<html>")] * 9
    await in_two_steps.ask(selloff("226b"))
    assert rest.tries == [ACK, EDIT]
    assert "sending again" not in caplog.text


async def test_what_discord_says_of_an_answer_it_took_does_not_matter(either_way, rest):
    rest.plan[ACK].append(take_and_say_nothing)
    rest.plan[EDIT].append(take_and_say_nothing)
    await either_way.ask(selloff("221b"))
    assert rest.tries in ([ACK], [ACK, EDIT])
    assert is_whole(rest.taken[-1])


async def test_a_charset_in_a_reply_is_nothing_odd(either_way, rest, caplog):
    rest.plan[ACK].append(take_and_name_a_charset)
    rest.plan[EDIT].append(take_and_name_a_charset)
    await either_way.ask(selloff("222b"))
    assert is_whole(rest.taken[-1])
    assert not lines(caplog, logging.ERROR)


@pytest.mark.allow_hosts(["127.0.0.1", "::1"])
async def test_names_that_are_not_found_for_a_moment_and_a_broken_way_are_survived(
    at_once, rest, monkeypatch
):
    """The name fails twice; then it has two addresses, of which one leads nowhere."""
    base, lookups = URL(rest.base), []

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
    await at_once.ask(selloff())
    assert lookups[:3] == ["discord.example"] * 3
    assert is_whole(rest.taken[0])
