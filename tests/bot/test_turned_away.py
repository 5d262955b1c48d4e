"""Who is told to come back later, in which order, and who would be told too late."""

import asyncio
from collections import Counter

import pytest
from discord.webhook.async_ import async_context

from bot.interactions.admission import Refusal
from bot.interactions.overload import MOST_WAITING, TurnedAway
from bot.interactions.payload import Arrival, read_arrival
from bot.observability.metrics import UNKNOWN, AnswerResult, Meter


class Counting(Meter):
    def __init__(self):
        self.outcomes = Counter()

    def count(self, command, outcome):
        self.outcomes[outcome] += 1


class Adapter:
    """Stands where discord.py sends an interaction's requests."""

    def __init__(self):
        self.told = []
        self.gate = asyncio.Event()
        self.error = None

    async def request(self, route, session, *, payload):
        await self.gate.wait()
        if self.error is not None:
            raise self.error
        self.told.append((route.url.rsplit("/", 3)[1], payload))


@pytest.fixture
def adapter():
    adapter = Adapter()
    token = async_context.set(adapter)
    yield adapter
    async_context.reset(token)


def refusal(number, late_seconds=0.0, kind=2):
    arrival = Arrival(number, "token", kind, 1, "en-US", {"name": "selloff"})
    return Refusal(arrival, AnswerResult.OVERLOADED, late_seconds)


async def until_told(turned_away):
    for _ in range(100_000):
        if not len(turned_away):
            return
        await asyncio.sleep(0)
    pytest.fail("somebody is never told")


async def test_everybody_is_told_and_it_is_logged_once(adapter, caplog):
    meter = Counting()
    turned_away = TurnedAway(meter)
    for number in range(500):
        turned_away.tell(None, refusal(number))
    adapter.gate.set()
    await until_told(turned_away)
    assert {int(number) for number, _ in adapter.told} == set(range(500))
    assert {payload["data"]["flags"] for _, payload in adapter.told} == {64}
    assert meter.outcomes == {AnswerResult.OVERLOADED: 500}
    (record,) = caplog.records
    assert vars(record)["busy"] == 500


async def test_the_newest_first_and_who_would_hear_it_too_late_never(adapter):
    meter = Counting()
    turned_away = TurnedAway(meter)
    for number in range(100):
        turned_away.tell(None, refusal(number, late_seconds=2.1 if number < 10 else 0.1))
    adapter.gate.set()
    await until_told(turned_away)
    told = [int(number) for number, _ in adapter.told]
    assert set(told) == set(range(10, 100))
    assert told[0] > told[-1]
    assert meter.outcomes == {AnswerResult.OVERLOADED: 90, AnswerResult.EXPIRED: 10}


async def test_the_queue_is_bounded_and_gives_up_the_oldest(adapter):
    meter = Counting()
    turned_away = TurnedAway(meter)
    for number in range(MOST_WAITING + 50):
        turned_away.tell(None, refusal(number))
    assert meter.outcomes == {AnswerResult.EXPIRED: 50}
    adapter.gate.set()
    await until_told(turned_away)
    assert {int(number) for number, _ in adapter.told} == set(range(50, MOST_WAITING + 50))


async def test_a_discord_that_does_not_listen_costs_no_more_than_that(adapter):
    meter = Counting()
    adapter.error = ConnectionResetError()
    adapter.gate.set()
    turned_away = TurnedAway(meter)
    for number in range(40):
        turned_away.tell(None, refusal(number))
    await until_told(turned_away)
    assert meter.outcomes == {AnswerResult.UNDELIVERED: 40}


async def test_who_typed_gets_no_suggestions_instead(adapter):
    turned_away = TurnedAway(Counting())
    turned_away.tell(None, refusal(1, kind=4))
    adapter.gate.set()
    await until_told(turned_away)
    assert adapter.told[0][1] == {"type": 8, "data": {"choices": []}}


def test_it_is_counted_for_the_command_that_was_asked():
    payload = {"id": "5", "token": "t", "type": 2, "user": {"id": "7"}}
    for data, command in (
        ({"name": "selloff"}, "selloff"),
        ({"name": "Check this claim"}, "claim"),
        ({"name": "no such"}, UNKNOWN),
        ({}, UNKNOWN),
    ):
        assert read_arrival(payload | {"data": data}).command == command
    pressed = payload | {"type": 3, "data": {"custom_id": "never ours"}}
    assert read_arrival(pressed).command == UNKNOWN


@pytest.mark.parametrize("payload", [{}, {"id": "x"}, {"id": "5", "token": "t", "type": 2}, []])
def test_what_is_no_interaction_is_not_read_as_one(payload):
    assert read_arrival(payload) is None
