"""Captured requests: remembered for as long as their signatures are believed, and no longer."""

from bot.http_endpoint.replay_guard import MOST_REMEMBERED, Seen

from bot.http_endpoint.signature import WINDOW_SECONDS
from tests.bot.clock import Clock


def test_an_id_is_new_once_until_its_signature_is_too_old_either_way():
    clock = Clock()
    seen = Seen(clock)
    assert seen.is_first(1)
    clock.now += 2 * WINDOW_SECONDS
    assert seen.is_first(3)
    assert not seen.is_first(1)
    clock.now += 1
    assert seen.is_first(2)
    assert len(seen) == 2


def test_memory_is_bounded():
    seen = Seen(Clock())
    for number in range(MOST_REMEMBERED + 10):
        seen.is_first(number)
    assert len(seen) == MOST_REMEMBERED
    assert not seen.is_first(MOST_REMEMBERED)
