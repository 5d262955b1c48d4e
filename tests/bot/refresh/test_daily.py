"""In the background of a running bot: newer data are taken over, and nothing ends it."""

import asyncio
import logging

import pytest
from aiohttp import web

from bot.refresh import curve
from bot.refresh.daily import refreshing
from bot.refresh.store import Store
from commands.tongue import ENGLISH
from tests.bot.reading import words
from tests.bot.refresh import served
from tests.bot.refresh.served import GOOD, KNOWN, TODAY

loopback = pytest.mark.allow_hosts(["127.0.0.1"])
NEWER = curve.update(served.curve(), KNOWN, TODAY)


class WatchedStore(Store):
    """Tells when the background has looked at it."""

    def __init__(self, folder):
        super().__init__(folder)
        self.looked = asyncio.Event()

    def hours_since_asked(self):
        self.looked.set()
        return super().hours_since_asked()


@pytest.fixture
def watched(tmp_path):
    return WatchedStore(tmp_path / "data")


@pytest.fixture
def revised(official):
    """The curve with other yields for the day that is known: this machine's clock decides."""

    async def revise(request):
        return web.Response(text=served.curve(day=KNOWN.par_curve.as_of))

    async def fail(request):
        return web.Response(status=503)

    official.answers = dict.fromkeys(GOOD, fail) | {"daily-treasury-rates.csv": revise}
    return official


@loopback
async def test_what_is_newer_is_taken_and_kept(revised, watched):
    taken = asyncio.get_running_loop().create_future()
    async with refreshing(
        watched, taken.set_result, every_hours=24, mirror=revised.url, first_wait_seconds=0
    ):
        snapshot = await taken
    assert snapshot.curve.at(10) == pytest.approx(KNOWN.snapshot().curve.at(10) + 0.0011)
    assert watched.load().snapshot() == snapshot
    assert watched.hours_since_asked() < 1


@loopback
async def test_who_was_asked_lately_is_left_in_peace(official, watched):
    watched.note_asking()
    async with refreshing(
        watched, pytest.fail, every_hours=24, mirror=official.url, first_wait_seconds=0
    ):
        await watched.looked.wait()
        await asyncio.sleep(0)
    assert not official.asked


async def test_what_another_process_stored_is_taken_without_asking(watched):
    taken = asyncio.get_running_loop().create_future()
    async with refreshing(watched, taken.set_result, every_hours=24, first_wait_seconds=0):
        watched.note_asking()
        watched.save(NEWER)
        snapshot = await taken
    assert snapshot.curve.as_of == served.CURVE_DAY


async def test_what_another_process_damaged_is_not_taken(watched, caplog):
    with caplog.at_level(logging.ERROR, "selloff"):
        async with refreshing(watched, pytest.fail, every_hours=24, first_wait_seconds=0):
            watched.note_asking()
            watched.path.write_text("{")
            await watched.looked.wait()
    assert [record.message for record in caplog.records] == [
        "refresh: the stored data cannot be used"
    ]


@loopback
async def test_an_error_of_ours_ends_neither_the_bot_nor_the_refresh(revised, watched, caplog):
    def take(snapshot):
        failed.set()
        raise ZeroDivisionError

    failed = asyncio.Event()
    with caplog.at_level(logging.ERROR, "selloff"):
        async with refreshing(
            watched, take, every_hours=24, mirror=revised.url, first_wait_seconds=0
        ):
            await failed.wait()
            await asyncio.sleep(0)
    assert caplog.records[-1].message == "refresh failed"


async def test_zero_hours_mean_never(watched):
    before = asyncio.all_tasks()
    async with refreshing(watched, pytest.fail, every_hours=0, first_wait_seconds=0):
        assert asyncio.all_tasks() == before
    assert not watched.looked.is_set()


@pytest.mark.simcord(settle_timeout=30)
async def test_a_running_bot_answers_from_the_newer_market(simcord_bot, scene):
    channel, ann = scene
    before = await ann.slash(channel, "selloff", country="japan", amount="200b")
    simcord_bot.desk.answer_from(NEWER.snapshot())
    after = await ann.slash(channel, "selloff", country="japan", amount="200b")
    assert f"Rates of {ENGLISH.day(KNOWN.par_curve.as_of)}" in words(before.response)
    assert f"Rates of {ENGLISH.day(served.CURVE_DAY)}" in words(after.response)
