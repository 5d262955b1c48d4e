"""Admission control: nobody notices it until others would have to wait."""

from contextlib import ExitStack
from types import SimpleNamespace

import discord
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.interactions.admission import (
    BURST,
    CAPACITY,
    MAX_USERS,
    SOFT_LIMIT,
    AdmissionControl,
    TokenBuckets,
)
from bot.observability.metrics import AnswerResult
from tests.bot.clock import Clock
from tests.bot.conftest import build_client
from tests.bot.reading import tap, words

ANN, BOB = 1, 2


def fill(admission, count):
    """So many answers in flight."""
    stack = ExitStack()
    for _ in range(count):
        stack.enter_context(admission.answering)
    return stack


@given(st.lists(st.floats(0, 3), max_size=80))
def test_token_bucket_never_exceeds_burst_and_rate(pauses):
    clock = Clock()
    buckets = TokenBuckets(clock)
    asked = 0
    for pause in pauses:
        clock.now += pause
        asked += buckets.acquire(ANN)
    assert asked <= BURST + (clock.now - 1000) + 1e-6


@given(st.lists(st.floats(1, 10), max_size=80))
def test_token_bucket_admits_one_question_a_second(pauses):
    clock = Clock()
    buckets = TokenBuckets(clock)
    for pause in pauses:
        clock.now += pause
        assert buckets.acquire(ANN)


def test_token_buckets_are_bounded_and_expire():
    clock = Clock()
    buckets = TokenBuckets(clock)
    for user_id in range(MAX_USERS + 500):
        buckets.acquire(user_id)
    assert len(buckets) <= MAX_USERS
    clock.now += BURST + 1
    buckets.expire()
    assert len(buckets) == 0


def test_user_alone_is_never_limited():
    admission = AdmissionControl()
    assert {admission.rejection(ANN) for _ in range(100)} == {None}


def test_user_above_rate_is_slowed_while_busy():
    admission = AdmissionControl(Clock())
    with fill(admission, SOFT_LIMIT):
        verdicts = [admission.rejection(ANN) for _ in range(BURST + 1)]
        assert verdicts == [None] * BURST + [AnswerResult.RATE_LIMITED]
        assert admission.rejection(BOB) is None


def test_everybody_is_rejected_at_capacity():
    admission = AdmissionControl()
    with fill(admission, CAPACITY):
        assert admission.rejection(BOB) is AnswerResult.OVERLOADED
    assert admission.rejection(BOB) is None


def test_everybody_is_rejected_while_closing():
    admission = AdmissionControl()
    admission.is_closing = True
    assert admission.rejection(ANN) is AnswerResult.OVERLOADED


@pytest.mark.fault("F67")
@pytest.mark.simcord(settle_timeout=30)
async def test_busy_reply_is_private_for_commands_and_buttons(scene, simcord_bot):
    channel, ann = scene
    before = await ann.slash(channel, "selloff", country="japan", amount="200b")
    with fill(simcord_bot.dispatcher.admission, CAPACITY):
        reply = await ann.slash(channel, "selloff", country="japan", amount="200b")
        pressed = await tap(ann, before.response, "$200 billion in one day")
    for busy in (reply, pressed):
        assert busy.ephemeral
        assert "try again in a minute" in busy.response.content
    assert "in a month" in words(before.response)
    after = await ann.slash(channel, "selloff", country="japan", amount="200b")
    assert "If Japan sold" in words(after.response)


async def test_suggestions_stop_at_capacity():
    dispatcher = build_client().dispatcher
    typing = SimpleNamespace(type=discord.InteractionType.autocomplete)
    assert await dispatcher.admit(typing)
    with fill(dispatcher.admission, CAPACITY):
        assert not await dispatcher.admit(typing)
    dispatcher.close()
