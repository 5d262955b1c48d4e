"""What failed is asked again within the hour, and nobody is ever asked often."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.data_refresh.schedule import MOST_EXTRA_A_DAY, Agenda
from tests.bot.clock import Clock

NAMES = ("curve", "holders", "debt")
HOUR = 3600
DAY = 24 * HOUR


@pytest.fixture
def clock():
    return Clock(1e9)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "asked"


def started(path, clock, every_hours=24):
    """As after a restart."""
    return Agenda(path, NAMES, every_hours, clock)


def test_what_went_well_is_asked_again_as_planned(path, clock):
    agenda = started(path, clock)
    assert agenda.begin() == NAMES
    agenda.end(())
    for _ in range(23):
        clock.now += HOUR
        assert started(path, clock).begin() == ()
        assert agenda.wait_seconds() == HOUR
    clock.now += HOUR
    assert started(path, clock).begin() == NAMES


def test_what_failed_is_asked_again_within_the_hour_though_restarted(path, clock):
    agenda = started(path, clock)
    agenda.begin()
    agenda.end(("holders",))
    assert started(path, clock).begin() == ()
    wait = started(path, clock).wait_seconds()
    assert HOUR / 2 <= wait <= HOUR
    clock.now += wait
    again = started(path, clock)
    assert again.begin() == ("holders",)
    again.end(())
    clock.now += 10 * HOUR
    assert started(path, clock).begin() == ()


def test_a_round_that_was_cut_off_counts_as_failed(path, clock):
    started(path, clock).begin()
    assert started(path, clock).begin() == ()
    clock.now += HOUR
    assert started(path, clock).begin() == NAMES


@pytest.mark.parametrize("every_hours", [1, 24, 8760])
@pytest.mark.parametrize("is_cut_off", [True, False])
def test_a_loop_of_restarts_asks_a_few_times_a_day_beyond_the_plan(
    path, clock, every_hours, is_cut_off
):
    rounds = []
    for _ in range(3 * DAY // 300):
        agenda = started(path, clock, every_hours)
        if names := agenda.begin():
            rounds.append(clock.now)
            if not is_cut_off:
                agenda.end(names)
        clock.now += 300
    planned = 3 * 24 / every_hours
    for start in rounds:
        in_a_day = sum(start <= moment < start + DAY for moment in rounds)
        assert in_a_day <= max(24 / every_hours, 1) / 0.99 + 1 + MOST_EXTRA_A_DAY
    assert len(rounds) > planned


@given(pauses=st.lists(st.floats(0, 30 * HOUR), max_size=60))
def test_in_any_day_there_are_a_few_rounds_beyond_the_plan(tmp_path_factory, pauses):
    clock, path = Clock(1e9), tmp_path_factory.mktemp("agenda") / "asked"
    extra = []
    for pause in pauses:
        clock.now += pause
        agenda = started(path, clock, every_hours=10 * 24)
        if agenda.begin():
            extra.append(clock.now)
            agenda.end(("debt",))
    for start in extra:
        # The planned one is among them.
        assert sum(start <= moment < start + DAY for moment in extra) <= MOST_EXTRA_A_DAY + 1


def test_two_processes_of_one_folder_do_not_ask_twice(path, clock):
    one, two = started(path, clock), started(path, clock)
    assert one.begin() == NAMES
    assert two.begin() == ()
    one.end(NAMES)
    clock.now += HOUR
    assert two.begin() == NAMES
    assert one.begin() == ()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"planned": "then"}', "\x00"])
def test_what_an_older_version_or_an_accident_left_is_as_good_as_nothing(path, clock, content):
    path.parent.mkdir()
    path.write_text(content)
    assert started(path, clock).begin() == NAMES


def test_a_clock_that_is_put_back_does_not_silence_it(path, clock):
    started(path, clock).begin()
    clock.now -= 1000 * DAY
    assert started(path, clock).begin() == NAMES


def test_a_folder_that_cannot_be_written_costs_one_line_and_no_hammering(tmp_path, clock, caplog):
    (tmp_path / "file").touch()
    agenda = started(tmp_path / "file" / "asked", clock)
    assert agenda.begin() == NAMES
    agenda.end(())
    clock.now += HOUR
    assert agenda.begin() == ()
    (record,) = caplog.records
    assert record.message == "refresh: the data folder cannot be written to"
