"""The same question has the same answer, until the market changes."""

import dataclasses

import pytest

from bot.interactions.answer_cache import MOST_KEPT, Recall
from commands.common.answer import Answer
from tests.bot.reading import words


def test_an_answer_is_worked_out_once_and_the_memory_is_bounded():
    recall, asked = Recall(), []

    def work_out(question):
        asked.append(question)
        return Answer(str(question))

    for question in (*range(MOST_KEPT), 0, MOST_KEPT, 0, 1):
        assert recall.answer(question, lambda question=question: work_out(question)).text == str(
            question
        )
    # The one least recently asked made room.
    assert asked == [*range(MOST_KEPT + 1), 1]


def test_what_failed_is_tried_again():
    recall = Recall()

    def fail():
        raise RuntimeError

    with pytest.raises(RuntimeError):
        recall.answer(1, fail)
    assert recall.answer(1, lambda: Answer("fine")).text == "fine"


@pytest.mark.simcord(settle_timeout=30)
async def test_a_newer_market_is_heard_at_once(scene, simcord_bot):
    channel, ann = scene

    async def yields_of():
        reply = await ann.slash(channel, "selloff", country="japan", amount="200b")
        return words(reply.response).partition("Rates of ")[2].partition(".")[0]

    before = await yields_of()
    market = simcord_bot.desk.snapshot
    day = market.curve.as_of.replace(day=1)
    curve = dataclasses.replace(market.curve, as_of=day)
    simcord_bot.desk.answer_from(dataclasses.replace(market, curve=curve))
    assert before != await yields_of()
