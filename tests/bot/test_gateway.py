"""The gateway's rules, without a gateway: when to identify, what one more start may cost."""

import logging
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.exit_codes import TryLaterError
from bot.gateway.backoff import LONGEST_SECONDS, Backoff
from bot.gateway.budget import SessionStarts
from bot.gateway.guard import guard
from bot.gateway.pace import BETWEEN_SECONDS, IdentifyPace
from tests.bot.clock import Clock
from tests.bot.conftest import build_client

DAY = 86_400
PLENTY = 10_000


def starts(remaining=1000, total=1000, hours=12, lanes=1):
    return SessionStarts(total, remaining, hours * 3600, lanes)


def test_identifying_again_and_again_takes_ever_longer():
    clock = Clock()
    pace = IdentifyPace(PLENTY, now=clock)
    waits = []
    for _ in range(9):
        waits.append(pace.wait_before(0))
        clock.now += waits[-1] + 0.1
    assert waits == pytest.approx([0, *(BETWEEN_SECONDS * 2**n for n in range(7)), 600])


def test_old_trouble_is_forgotten():
    clock = Clock()
    pace = IdentifyPace(PLENTY, now=clock)
    for _ in range(5):
        clock.now += pace.wait_before(0)
    clock.now += 7201
    assert pace.wait_before(0) == 0


@given(shards=st.integers(1, 40), of_all=st.integers(1, 40), lanes=st.sampled_from([1, 16]))
def test_refused_for_a_day_all_processes_together_use_half_of_what_is_allowed(
    shards, of_all, lanes
):
    of_all *= shards
    clock = Clock()
    limit = starts(lanes=lanes)
    pace = IdentifyPace(limit.most_a_day(shards, of_all), lanes, now=clock)
    for shard in range(shards):
        pace.wait_before(shard)
    due = {shard: clock.now + pace.wait_before(shard) for shard in range(shards)}
    again = 0
    while (shard := min(due, key=due.get)) is not None and due[shard] < 1000 + DAY:
        clock.now = due[shard]
        due[shard] += pace.wait_before(shard)
        again += 1
    assert again <= max(500 * shards / of_all, 1)


@given(st.lists(st.tuples(st.integers(0, 5), st.floats(0, 700)), max_size=60), st.integers(1, 3))
def test_no_two_identifies_of_one_lane_are_close(asked, lanes):
    clock = Clock()
    pace = IdentifyPace(PLENTY, lanes, now=clock)
    moments = {}
    for shard, pause in asked:
        clock.now += pause
        moments.setdefault(shard % lanes, []).append(clock.now + pace.wait_before(shard))
    for lane in moments.values():
        lane.sort()
        assert all(b - a > BETWEEN_SECONDS - 1e-6 for a, b in pairwise(lane))


def test_one_shard_in_trouble_does_not_make_another_wait():
    clock = Clock()
    pace = IdentifyPace(PLENTY, now=clock)
    for _ in range(8):
        clock.now += pace.wait_before(0)
    assert pace.wait_before(0) > 300
    assert pace.wait_before(1) <= 2 * BETWEEN_SECONDS


def test_trouble_without_end_asks_for_a_person(caplog):
    clock = Clock()
    pace = IdentifyPace(PLENTY, now=clock)
    with caplog.at_level(logging.INFO):
        for _ in range(7):
            clock.now += pace.wait_before(0)
    assert [record.levelno for record in caplog.records] == [logging.INFO] * 4 + [logging.ERROR] * 2
    assert "a person should look" in caplog.text


@pytest.mark.parametrize("remaining", [0, 1, 99])
def test_below_a_tenth_nothing_starts(remaining):
    with pytest.raises(
        TryLaterError, match=rf"only {remaining} of 1000 new sessions.* 12\.0 hours"
    ):
        starts(remaining).wait_before_start(1, 1)


def test_nor_with_too_few_for_its_shards():
    with pytest.raises(TryLaterError):
        starts(150).wait_before_start(151, 151)


@given(shards=st.integers(1, 8), pods=st.integers(1, 8), used=st.integers(0, 900))
def test_processes_that_crash_over_and_over_do_not_use_up_the_day(shards, pods, used):
    """Each pod starts again at once whenever it may; the reset is twelve hours away."""
    until_reset, of_all = 12 * 3600, shards * pods
    remaining = scarce = min(1000 - used, 500)
    pending = [(0.0, pod) for pod in range(pods)]
    while (now := min(pending)[0]) < until_reset - 60:
        limit = SessionStarts(1000, remaining, until_reset - now, 1)
        try:
            wait = limit.wait_before_start(shards, of_all)
        except TryLaterError:
            assert remaining < max(100, shards)
            return
        remaining -= shards
        assert scarce - remaining <= scarce * now / until_reset + 2 * of_all
        pending.remove(min(pending))
        pending.append((now + wait + 1, pods))


async def test_waits_stay_below_half_a_minute_and_begin_anew_after_a_while():
    backoff = Backoff()
    waits = [backoff.next_wait() for _ in range(2000)]
    assert max(waits) <= LONGEST_SECONDS
    assert waits[0] <= 2
    assert len(set(waits[10:])) > 1000
    backoff._last -= 1e9
    assert backoff.next_wait() <= 2


def test_an_event_that_cannot_be_read_is_logged_and_survived(caplog):
    def parse(data):
        raise KeyError("type")

    guard(parse)({})
    assert [record.levelno for record in caplog.records] == [logging.ERROR]


async def test_the_client_survives_any_malformed_event(caplog):
    client = build_client()
    for event, parse in client._connection.parsers.items():
        if event != "READY":
            parse(None)
            parse({"id": "1"})
    assert "could not be read" in caplog.text
    await client.close()
