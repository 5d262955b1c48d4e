"""The schedule: the planned interval, retries, restarts, what others store."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.data_refresh.scheduler import Schedule
from tests.bot.clock import Clock

NAMES = ("curve", "holders", "debt")
HOUR = 3600
DAY = 24 * HOUR
# The planned fetch and the retries after 0.5 to 0.9 hours, three times that, nine times, …
MAX_PER_DAY = 5


@pytest.fixture
def clock():
    return Clock(1e9)


@pytest.fixture
def schedule(clock):
    return Schedule(NAMES, 24, now=clock)


def test_success_waits_for_the_planned_interval(schedule, clock):
    assert schedule.due() == NAMES
    schedule.note_fetched(NAMES, ())
    for _ in range(23):
        clock.now += HOUR
        assert schedule.due() == ()
        assert schedule.wait_seconds() <= HOUR
    clock.now += HOUR
    assert schedule.due() == NAMES


def test_failure_is_retried_alone_within_the_hour(schedule, clock):
    schedule.note_fetched(NAMES, ("holders",))
    assert schedule.due() == ()
    wait = schedule.wait_seconds()
    assert HOUR / 2 <= wait <= HOUR
    clock.now += wait
    assert schedule.due() == ("holders",)
    schedule.note_fetched(("holders",), ())
    clock.now += 10 * HOUR
    assert schedule.due() == ()


@given(
    pauses=st.lists(st.floats(60, 30 * HOUR), max_size=60),
    outcomes=st.lists(st.sampled_from([(), ("curve",), NAMES]), min_size=60, max_size=60),
)
def test_any_outcomes_fetch_a_source_few_times_a_day(pauses, outcomes):
    clock = Clock(1e9)
    schedule = Schedule(NAMES, 24, now=clock)
    fetched = {name: [] for name in NAMES}
    for pause, failed in zip(pauses, outcomes, strict=False):
        clock.now += pause
        for name in (due := schedule.due()):
            fetched[name].append(clock.now)
        schedule.note_fetched(due, failed)
    for moments in fetched.values():
        for start in moments:
            assert sum(start <= moment < start + DAY for moment in moments) <= MAX_PER_DAY


def test_restart_after_a_refresh_waits_for_the_planned_interval(clock):
    restarted = Schedule(NAMES, 24, stored_at=clock.now - HOUR, now=clock)
    assert restarted.due() == ()
    clock.now += 23 * HOUR
    assert restarted.due() == NAMES


def test_data_stored_by_another_process_postpone_all_but_retries(schedule, clock):
    schedule.note_fetched(NAMES, ("holders",))
    clock.now += 23 * HOUR
    schedule.note_stored(clock.now)
    clock.now += 2 * HOUR
    assert schedule.due() == ("holders",)


def test_clock_set_back_fetches_all(schedule, clock):
    schedule.note_fetched(NAMES, ())
    clock.now -= 1000 * DAY
    assert schedule.due() == NAMES
