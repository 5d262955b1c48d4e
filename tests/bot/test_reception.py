"""Who is served when many ask: nobody notices until others would have to wait."""

from contextlib import ExitStack
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.interactions.admission import CROWDED, LEAST_SERVED, MOST_SERVED, Reception
from bot.interactions.latency import Lateness
from bot.interactions.payload import AUTOCOMPLETE, Arrival
from bot.interactions.rate_limit import BURST, MOST_REMEMBERED, Allowance
from bot.observability.metrics import AnswerResult
from tests.bot.clock import Clock
from tests.bot.conftest import build_client
from tests.bot.reading import words

ANN, BOB = 1, 2
NOW = 10**18


def milliseconds(count):
    return count << 22


def fill(reception, served):
    stack = ExitStack()
    for number in range(served):
        stack.enter_context(reception.serving(number))
    return stack


_ids = count(NOW)


def arrival(user_id=ANN, earlier_ms=0, kind=2):
    data = {"name": "selloff"}
    return Arrival(next(_ids) - milliseconds(earlier_ms), "token", kind, user_id, "en-US", data)


def verdict(reception, *args, turned_away=0, **kwargs):
    refusal = reception.refusal(arrival(*args, **kwargs), turned_away)
    return refusal and refusal.reason


def test_five_at_once_then_one_a_second():
    clock = Clock()
    allowance = Allowance(clock)
    assert [allowance.take(ANN) for _ in range(BURST + 1)] == [True] * BURST + [False]
    assert allowance.take(BOB)
    clock.now += 1
    assert [allowance.take(ANN) for _ in range(2)] == [True, False]


@given(st.lists(st.floats(0, 3), max_size=80))
def test_no_more_than_the_burst_and_one_a_second_ever(pauses):
    clock = Clock()
    allowance = Allowance(clock)
    asked = 0
    for pause in pauses:
        clock.now += pause
        asked += allowance.take(ANN)
    assert asked <= BURST + (clock.now - 1000) + 1e-6


@given(st.lists(st.floats(1, 10), max_size=80))
def test_who_asks_once_a_second_never_notices(pauses):
    clock = Clock()
    allowance = Allowance(clock)
    for pause in pauses:
        clock.now += pause
        assert allowance.take(ANN)


def test_people_are_forgotten_within_seconds_and_never_fill_the_memory():
    clock = Clock()
    allowance = Allowance(clock)
    for user_id in range(MOST_REMEMBERED + 500):
        allowance.take(user_id)
    assert len(allowance) <= MOST_REMEMBERED
    clock.now += BURST + 1
    allowance.take(ANN)
    assert len(allowance) == 1


async def test_people_are_forgotten_though_nobody_asks_again():
    client, clock = build_client(), Clock()
    client.desk.reception = Reception(now=clock)
    client.desk.reception.refusal(arrival(ANN))
    client.vitals("gateway", is_ready=True, lag_seconds=0)
    assert client.desk.reception.remembered == 1
    clock.now += BURST + 1
    client.vitals("gateway", is_ready=True, lag_seconds=0)
    assert client.desk.reception.remembered == 0
    await client.close()


@given(st.integers(-(10**9), 10**9))
def test_lateness_does_not_depend_on_how_far_the_clocks_are_apart(offset_ms):
    clock = Clock(2e6)
    lateness = Lateness(clock)
    sent = milliseconds(2 * 10**9 + offset_ms)
    assert lateness.seconds(sent) == 0
    clock.now += 5
    assert lateness.seconds(sent + milliseconds(2000)) == pytest.approx(3, abs=0.01)


def test_the_least_delayed_of_the_minute_before_still_counts():
    clock = Clock()
    lateness = Lateness(clock)
    lateness.seconds(milliseconds(0))
    clock.now += 65
    assert lateness.seconds(milliseconds(62_000)) == pytest.approx(3, abs=0.01)


def test_a_clock_that_is_set_right_is_soon_believed():
    clock = Clock()
    lateness = Lateness(clock)
    lateness.seconds(milliseconds(0))
    clock.now += 130
    assert lateness.seconds(milliseconds(0)) == 0


def test_alone_one_may_ask_as_fast_as_one_can():
    reception = Reception()
    for _ in range(100):
        asked = arrival()
        assert reception.refusal(asked) is None
        with reception.serving(asked.id):
            assert reception.in_flight == 1
    assert reception.in_flight == 0


def test_in_a_crowd_the_hasty_wait_and_the_modest_do_not():
    reception = Reception()
    with fill(reception, CROWDED):
        verdicts = [verdict(reception, ANN) for _ in range(BURST + 1)]
        assert verdicts == [None] * BURST + [AnswerResult.RATE_LIMITED]
        assert verdict(reception, BOB) is None


def test_typing_is_not_asking():
    reception = Reception()
    with fill(reception, CROWDED):
        assert {verdict(reception, ANN, kind=AUTOCOMPLETE) for _ in range(50)} == {None}
    assert reception.in_flight == 0


def test_too_many_at_once_are_told_so_before_the_first_of_them_is_served():
    reception = Reception()
    verdicts = [verdict(reception, user_id) for user_id in range(MOST_SERVED + 3)]
    assert verdicts == [None] * MOST_SERVED + [AnswerResult.OVERLOADED] * 3
    assert verdict(reception, kind=AUTOCOMPLETE) is AnswerResult.OVERLOADED


def test_the_more_are_to_be_told_the_fewer_are_served_but_never_none():
    served = []
    for turned_away in (0, 400, 800, 10_000):
        reception = Reception()
        users = range(MOST_SERVED)
        verdicts = [verdict(reception, user_id, turned_away=turned_away) for user_id in users]
        served.append(verdicts.count(None))
        assert verdicts == [None] * served[-1] + [AnswerResult.OVERLOADED] * (
            MOST_SERVED - served[-1]
        )
    assert served == [MOST_SERVED, MOST_SERVED - 50, MOST_SERVED - 100, LEAST_SERVED]


def test_what_was_let_in_and_never_begins_keeps_nobody_out_for_long():
    clock = Clock()
    reception = Reception(now=clock)
    for user_id in range(MOST_SERVED):
        reception.refusal(arrival(user_id))
    assert reception.in_flight == MOST_SERVED
    clock.now += 6
    assert verdict(reception) is None
    assert reception.in_flight == 1


def test_who_comes_while_it_leaves_is_told_at_once():
    reception = Reception()
    reception.is_closing = True
    assert verdict(reception) is AnswerResult.OVERLOADED
    assert reception.in_flight == 0


def test_in_a_crowd_the_late_are_told_and_else_they_are_served():
    reception = Reception()
    assert verdict(reception) is None
    with fill(reception, CROWDED):
        assert verdict(reception, earlier_ms=900) is AnswerResult.OVERLOADED
    assert verdict(reception, earlier_ms=900) is None


@pytest.mark.simcord(settle_timeout=30)
async def test_the_busy_line_is_private_polite_and_leaves_the_message_alone(scene, simcord_bot):
    channel, ann = scene
    before = await ann.slash(channel, "selloff", country="japan", amount="200b")
    with fill(simcord_bot.desk.reception, MOST_SERVED):
        reply = await ann.slash(channel, "selloff", country="japan", amount="200b")
        pressed = await ann.click(before.response, label="In one day")
    for busy in (reply, pressed):
        assert busy.ephemeral
        assert "try again in a minute" in busy.response.content
    assert "in a month" in words(before.response)
    after = await ann.slash(channel, "selloff", country="japan", amount="200b")
    assert "If Japan sold" in words(after.response)
