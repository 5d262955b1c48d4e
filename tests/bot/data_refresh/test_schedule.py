"""The schedule: the planned interval, retries, restarts, several processes."""

import json

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
def path(tmp_path):
    return tmp_path / "data" / "asked"


def restarted(path, clock, every_hours=24):
    return Schedule(path, NAMES, every_hours, clock)


def test_success_waits_for_the_planned_interval(path, clock):
    schedule = restarted(path, clock)
    assert schedule.start_round() == NAMES
    schedule.finish_round(NAMES)
    for _ in range(23):
        clock.now += HOUR
        assert restarted(path, clock).start_round() == ()
        assert schedule.wait_seconds() <= HOUR
    clock.now += HOUR
    assert restarted(path, clock).start_round() == NAMES


def test_failure_is_retried_alone_within_the_hour(path, clock):
    schedule = restarted(path, clock)
    schedule.start_round()
    schedule.finish_round(("curve", "debt"))
    assert restarted(path, clock).start_round() == ()
    wait = restarted(path, clock).wait_seconds()
    assert HOUR / 2 <= wait <= HOUR
    clock.now += wait
    assert restarted(path, clock).start_round() == ("holders",)
    restarted(path, clock).finish_round(("holders",))
    clock.now += 10 * HOUR
    assert restarted(path, clock).start_round() == ()


def test_interrupted_round_is_retried_within_the_hour(path, clock):
    restarted(path, clock).start_round()
    assert restarted(path, clock).start_round() == ()
    clock.now += HOUR
    assert restarted(path, clock).start_round() == NAMES


def test_second_process_leaves_a_started_round_alone(path, clock):
    one, two = restarted(path, clock), restarted(path, clock)
    assert one.start_round() == NAMES
    assert two.start_round() == ()
    one.finish_round(())
    clock.now += HOUR
    assert two.start_round() == NAMES
    assert one.start_round() == ()


@given(
    pauses=st.lists(st.floats(60, 30 * HOUR), max_size=60),
    outcomes=st.lists(st.sampled_from([None, (), ("curve",), NAMES]), min_size=60, max_size=60),
)
def test_any_restarts_fetch_a_source_few_times_a_day(tmp_path_factory, pauses, outcomes):
    clock, path = Clock(1e9), tmp_path_factory.mktemp("schedule") / "asked"
    fetched = {name: [] for name in NAMES}
    for pause, succeeded in zip(pauses, outcomes, strict=False):
        clock.now += pause
        schedule = restarted(path, clock)
        for name in schedule.start_round():
            fetched[name].append(clock.now)
        if succeeded is not None:
            schedule.finish_round(succeeded)
    for moments in fetched.values():
        for start in moments:
            assert sum(start <= moment < start + DAY for moment in moments) <= MAX_PER_DAY


@pytest.mark.parametrize("every_hours", [1, 24, 8760])
def test_restart_loop_is_not_a_fetch_loop(path, clock, every_hours):
    rounds = 0
    for _ in range(3 * DAY // 300):
        rounds += bool(restarted(path, clock, every_hours).start_round())
        clock.now += 300
    assert 4 <= rounds <= 3 * max(MAX_PER_DAY, 25)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"planned": 1.0}', '{"curve": [1]}', "\x00"])
def test_unreadable_file_fetches_all(path, clock, content):
    path.parent.mkdir()
    path.write_text(content)
    assert restarted(path, clock).start_round() == NAMES


def test_unknown_names_in_the_file_are_ignored(path, clock):
    path.parent.mkdir()
    path.write_text(json.dumps({"a source of another version": [0, 3]}))
    assert restarted(path, clock).start_round() == NAMES


def test_clock_set_back_fetches_all(path, clock):
    restarted(path, clock).start_round()
    clock.now -= 1000 * DAY
    assert restarted(path, clock).start_round() == NAMES


def test_unwritable_folder_logs_once_keeps_the_interval(tmp_path, clock, caplog):
    (tmp_path / "file").touch()
    schedule = restarted(tmp_path / "file" / "asked", clock)
    assert schedule.start_round() == NAMES
    schedule.finish_round(NAMES)
    clock.now += HOUR
    assert schedule.start_round() == ()
    (record,) = caplog.records
    assert record.message == "refresh: the data folder cannot be written to"
