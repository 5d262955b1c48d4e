"""The store may be away, slow, hostile or killed: whoever asks hears so within a moment."""

import asyncio
import logging
from functools import partial

import pytest
from valkey.asyncio import Valkey

from bot.shared import link as linking
from bot.shared.link import AWAY, REST_SECONDS, Link
from tests.bot.clock import Clock
from tests.bot.shared.reaching import link_to, reached, until


def lines(caplog):
    return [record.message for record in caplog.records if record.name == "selloff"]


def idle(link):
    async def is_idle():
        return link._task is None

    return is_idle


async def test_nobody_waits_for_a_connection(double, url):
    link = Link(partial(Valkey.from_url, url), ("PING",))
    assert await link.ask("PING") is AWAY
    assert double.commands == []
    await until(idle(link))
    assert await link.ask("PING") is True
    await link.close()


async def test_nothing_is_connected_before_something_is_asked(double, url):
    link = Link(partial(Valkey.from_url, url), ("PING",))
    await asyncio.sleep(0)
    await link.close()
    assert double.connections == 0


async def test_without_a_store_every_answer_is_away_and_it_is_said_once(url, caplog):
    clock = Clock()
    link = Link(partial(Valkey.from_url, url), ("PING",), clock)
    for _ in range(3):
        assert await link.ask("PING") is AWAY
        await until(idle(link))
        clock.now += REST_SECONDS
    assert lines(caplog) == ["shared store lost"]
    await link.close()


async def test_what_is_asked_together_goes_over_one_connection_in_order(store, url):
    link = await link_to(url)
    asked = [link.ask("SET", f"k{n}", n, "EX", 60) for n in range(50)]
    assert await asyncio.gather(*asked) == [True] * 50
    found = await asyncio.gather(*(link.ask("GETRANGE", f"k{n}", 0, 9) for n in range(50)))
    assert found == [str(n).encode() for n in range(50)]
    await link.close()


async def test_a_killed_store_is_left_alone_and_then_found_again(store, url, caplog):
    caplog.set_level(logging.INFO)
    clock = Clock()
    link = await link_to(url, now=clock)
    await store.kill()
    assert await asyncio.gather(*(link.ask("PING") for _ in range(40))) == [AWAY] * 40
    await until(idle(link))
    await store.start()
    clock.now += REST_SECONDS - 0.1
    assert await link.ask("PING") is AWAY
    await until(idle(link))
    assert await link.ask("PING") is AWAY
    clock.now += 0.1
    await reached(link)
    await store.kill()
    assert await link.ask("PING") is AWAY
    assert lines(caplog) == ["shared store found", "shared store lost"] * 2
    await link.close()


async def test_a_silent_store_costs_a_moment_once(double, url, monkeypatch, caplog):
    # It is not the client that loses patience.
    link = await link_to(f"{url}?socket_timeout=1000")
    monkeypatch.setattr(linking, "DEFER_AFTER_SECONDS", 0.01)
    double.is_silent = True
    assert await asyncio.gather(*(link.ask("PING") for _ in range(40))) == [AWAY] * 40
    await until(idle(link))
    sent = len(double.commands)
    assert await link.ask("PING") is AWAY
    assert len(double.commands) == sent
    assert lines(caplog) == ["shared store lost"]
    await link.close()


async def test_a_late_answer_is_never_taken_for_another(double, url, monkeypatch):
    clock = Clock()
    link = await link_to(url, now=clock)
    monkeypatch.setattr(linking, "DEFER_AFTER_SECONDS", 0.01)
    double.is_silent = True
    assert await link.ask("GETRANGE", "mine", 0, 9) is AWAY
    await until(idle(link))
    for writer in double._writers:
        writer.write(b"$4\r\nmine\r\n")
    monkeypatch.setattr(linking, "DEFER_AFTER_SECONDS", 30)
    double.is_silent = False
    clock.now += REST_SECONDS
    await reached(link)
    assert await link.ask("GETRANGE", "other", 0, 9) == b""
    await link.close()


@pytest.mark.parametrize(
    "said",
    [
        b"-NOAUTH Authentication required.\r\n",
        b"-OOM command not allowed\r\n",
        b"-LOADING dataset\r\n",
        b"HTTP/1.1 400 Bad Request\r\n\r\n",
        b"$nonsense\r\n",
        b"\xff\xfe\r\n",
        b"\r\n",
    ],
)
async def test_whatever_it_says_nothing_breaks(double, url, said, caplog):
    link = await link_to(url)
    double.says = said
    assert await asyncio.gather(*(link.ask("PING") for _ in range(3))) == [AWAY] * 3
    assert lines(caplog) == ["shared store lost"]
    await link.close()


async def test_a_store_that_lets_us_in_but_not_write_is_not_found(double, url, caplog):
    double.refused = b"SET"
    link = Link(partial(Valkey.from_url, url), ("SET", "probe", "", "EX", 1))
    assert await link.ask("PING") is AWAY
    await until(idle(link))
    assert await link.ask("PING") is AWAY
    assert lines(caplog) == ["shared store lost"]
    await link.close()


async def test_what_came_during_a_pause_of_our_own_is_still_read(double, url, monkeypatch, caplog):
    link = await link_to(url)
    monkeypatch.setattr(linking, "DEFER_AFTER_SECONDS", 0)
    monkeypatch.setattr(linking, "GRACE_SECONDS", 30)
    assert await link.tell("PING") is True
    assert lines(caplog) == []
    await link.close()


async def test_too_much_is_not_sent(double, url, monkeypatch):
    link = await link_to(url)
    monkeypatch.setattr(linking, "MOST_WAITING", 2)
    replies = [link.tell("PING") for _ in range(3)]
    assert await asyncio.gather(*replies) == [True, True, AWAY]
    await link.close()


async def test_whoever_stops_waiting_costs_the_others_nothing(double, url):
    link = await link_to(url)
    gone, other = (asyncio.create_task(link.ask("PING")) for _ in range(2))
    await asyncio.sleep(0)
    gone.cancel()
    assert await other is True
    await link.close()


async def test_a_closed_link_stays_closed(double, url):
    link = await link_to(url)
    asked = asyncio.create_task(link.ask("PING"))
    await asyncio.sleep(0)
    await link.close()
    assert await asked is AWAY
    assert await link.ask("PING") is AWAY
    assert link._task is None
    assert link._client is None


async def test_no_password_is_logged(double, socket_path, caplog):
    url = f"unix://user:s3cr3t-word@{socket_path}"
    double.says = b"-WRONGPASS invalid username-password pair\r\n"
    link = Link(partial(Valkey.from_url, url), ("PING",))
    await link.ask("PING")
    await until(idle(link))
    assert lines(caplog) == ["shared store lost"]
    assert "s3cr3t" not in "".join(str(vars(record)) for record in caplog.records)
    await link.close()
