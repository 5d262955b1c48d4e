"""The answer cache: without failures, cleared with new market data."""

import dataclasses

import pytest

from tests.bot.reading import words


@pytest.mark.simcord(settle_timeout=30)
async def test_failed_computation_is_not_cached(scene):
    channel, ann = scene

    async def answer():
        reply = await ann.slash(channel, "selloff", country="japan", amount="203b")
        return words(reply.response)

    def broken(*_):
        raise RuntimeError

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("commands.selloff.command.run", broken)
        assert "If Japan sold" not in await answer()
    assert "If Japan sold" in await answer()


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
