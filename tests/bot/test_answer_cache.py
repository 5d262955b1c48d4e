"""The answer cache: computed once, bounded, cleared with new market data."""

import dataclasses

import pytest

from bot.interactions.answer_cache import MAX_ANSWERS, AnswerCache
from commands.common.answer import Answer
from tests.bot.reading import words


def test_answer_is_computed_once_until_evicted():
    cache, asked = AnswerCache(), []

    def compute(question):
        asked.append(question)
        return Answer(str(question))

    for question in (*range(MAX_ANSWERS), 0, MAX_ANSWERS, 0, 1):
        assert cache.get(question, lambda question=question: compute(question)).text == str(
            question
        )
    # The one least recently asked made room.
    assert asked == [*range(MAX_ANSWERS + 1), 1]


def test_failed_computation_is_not_cached():
    cache = AnswerCache()

    def fail():
        raise RuntimeError

    with pytest.raises(RuntimeError):
        cache.get(1, fail)
    assert cache.get(1, lambda: Answer("fine")).text == "fine"


@pytest.mark.simcord(settle_timeout=30)
async def test_new_snapshot_clears_cache(scene, simcord_bot):
    channel, ann = scene

    async def answer():
        reply = await ann.slash(channel, "selloff", country="japan", amount="200b")
        return words(reply.response)

    assert "9 Oct, 7 weeks old" in await answer()
    market = simcord_bot.dispatcher.snapshot
    day = market.curve.as_of.replace(day=1)
    curve = dataclasses.replace(market.curve, as_of=day)
    simcord_bot.dispatcher.set_snapshot(dataclasses.replace(market, curve=curve))
    assert "1 Oct, 8 weeks old" in await answer()
