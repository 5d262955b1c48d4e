"""The gateway: no event ends the process, no trouble burns the budget of identifies."""

import logging

from bot.gateway import IdentifyPace, guard
from tests.bot.clock import Clock
from tests.bot.conftest import build_client


def test_identifying_again_and_again_takes_ever_longer():
    clock = Clock()
    pace = IdentifyPace(clock)
    waits = []
    for _ in range(9):
        waits.append(pace.next_wait(0, is_first=not waits))
        clock.now += waits[-1] + 0.1
    assert waits == [0, 5, 10, 20, 40, 80, 160, 320, 600]


def test_a_shard_that_never_gets_through_stays_far_below_a_thousand_a_day():
    clock, count = Clock(), 0
    pace = IdentifyPace(clock)
    while clock.now < 1000 + 86_400:
        clock.now += pace.next_wait(0, is_first=count == 0) + 0.01
        count += 1
    assert count < 400


def test_shards_wait_for_themselves_only_and_old_trouble_is_forgotten():
    clock = Clock()
    pace = IdentifyPace(clock)
    assert pace.next_wait(0, is_first=True) == 0
    assert pace.next_wait(1, is_first=False) == 5
    assert [pace.next_wait(0, is_first=False) for _ in range(2)] == [5, 10]
    clock.now += 7200
    assert pace.next_wait(0, is_first=False) == 5


def test_an_event_that_cannot_be_read_is_logged_and_survived(caplog):
    def parse(data):
        raise KeyError("type")

    guard(parse)({})
    assert [record.levelno for record in caplog.records] == [logging.ERROR]


async def test_the_client_survives_a_malformed_interaction(caplog):
    client = build_client()
    client._connection.parsers["INTERACTION_CREATE"]({"id": "1"})
    assert "could not be read" in caplog.text
    await client.close()
