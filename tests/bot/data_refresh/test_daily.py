"""In the background of a running bot: newer data are taken over, and nothing ends it."""

import asyncio
import logging

import pytest
import pytest_asyncio
from aiohttp import web

from bot.data_refresh.registry import SOURCES
from bot.data_refresh.schedule import Agenda, Asked
from bot.data_refresh.scheduler import refreshing
from bot.data_refresh.sources import par_curve as curve
from commands.common.translator import ENGLISH
from tests.bot.data_refresh import served
from tests.bot.data_refresh.served import GOOD, KNOWN, TODAY
from tests.bot.http_endpoint.discord_side import free_port
from tests.bot.reading import words

loopback = pytest.mark.allow_hosts(["127.0.0.1"])
NEWER = curve.update(served.curve(), KNOWN, TODAY)


@pytest_asyncio.fixture
async def looked(monkeypatch):
    """Set when the background has looked for something to do."""
    looked = asyncio.Event()

    class Watched(Agenda):
        def wait_seconds(self):
            loop.call_soon_threadsafe(looked.set)
            return super().wait_seconds()

    loop = asyncio.get_running_loop()
    monkeypatch.setattr("bot.data_refresh.scheduler.Agenda", Watched)
    return looked


def agenda(store):
    return Agenda(store.path.with_name("asked"), tuple(each.name for each in SOURCES), 24)


def note_asking(store):
    agenda(store).begin()
    agenda(store).end(())


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
async def test_what_is_newer_is_taken_and_kept(revised, store):
    taken = asyncio.get_running_loop().create_future()
    async with refreshing(
        store, taken.set_result, every_hours=24, mirror=revised.url, first_wait_seconds=0
    ):
        snapshot = await taken
    assert snapshot.curve.at(10) == pytest.approx(KNOWN.snapshot().curve.at(10) + 0.0011)
    assert store.load().snapshot() == snapshot
    assert agenda(store).begin() == ()


@loopback
async def test_who_was_asked_lately_is_left_in_peace(official, store, looked):
    note_asking(store)
    async with refreshing(
        store, pytest.fail, every_hours=24, mirror=official.url, first_wait_seconds=0
    ):
        await looked.wait()
        await asyncio.sleep(0)
    assert not official.asked


async def test_what_another_process_stored_is_taken_without_asking(store):
    taken = asyncio.get_running_loop().create_future()
    async with refreshing(store, taken.set_result, every_hours=24, first_wait_seconds=0):
        note_asking(store)
        store.save(NEWER)
        snapshot = await taken
    assert snapshot.curve.as_of == served.CURVE_DAY


async def test_what_another_process_damaged_is_not_taken(store, looked, caplog):
    with caplog.at_level(logging.ERROR, "selloff"):
        async with refreshing(store, pytest.fail, every_hours=24, first_wait_seconds=0):
            note_asking(store)
            store.path.write_text("{")
            await looked.wait()
    assert [record.message for record in caplog.records] == [
        "refresh: the stored data cannot be used"
    ]


@loopback
async def test_an_error_of_ours_ends_neither_the_bot_nor_the_refresh(revised, store, caplog):
    def take(snapshot):
        failed.set()
        raise ZeroDivisionError

    failed = asyncio.Event()
    with caplog.at_level(logging.ERROR, "selloff"):
        async with refreshing(
            store, take, every_hours=24, mirror=revised.url, first_wait_seconds=0
        ):
            await failed.wait()
            await asyncio.sleep(0)
    assert caplog.records[-1].message == "refresh failed"


@loopback
async def test_what_failed_is_one_quiet_line_and_alone_is_asked_again(
    revised, store, looked, caplog
):
    with caplog.at_level(logging.INFO, "selloff"):
        async with refreshing(
            store, lambda _: None, every_hours=24, mirror=revised.url, first_wait_seconds=0
        ):
            await looked.wait()
    (record,) = [record for record in caplog.records if record.name == "selloff"]
    assert (record.levelno, record.exc_info) == (logging.WARNING, None)
    failing = tuple(each.name for each in SOURCES if each.name != "Par yield curve")
    assert record.failures == dict.fromkeys(failing, "FetchError: HTTP status 503")

    # A restart an hour later.
    asked = store.path.with_name("asked")
    state = Asked.model_validate_json(asked.read_bytes())
    assert state.pending == failing
    asked.write_text(state.model_copy(update={"due": state.planned}).model_dump_json())
    revised.asked.clear()
    looked.clear()
    async with refreshing(
        store, pytest.fail, every_hours=24, mirror=revised.url, first_wait_seconds=0
    ):
        await looked.wait()
    assert len(revised.asked) == len(failing)
    assert not any("daily-treasury-rates" in path for path in revised.asked)


@loopback
async def test_without_a_network_there_is_one_quiet_line(store, looked, caplog):
    nobody = f"http://127.0.0.1:{free_port()}"
    with caplog.at_level(logging.INFO, "selloff"):
        async with refreshing(
            store, pytest.fail, every_hours=24, mirror=nobody, first_wait_seconds=0
        ):
            await looked.wait()
    (record,) = [record for record in caplog.records if record.name == "selloff"]
    assert (record.levelno, record.exc_info) == (logging.WARNING, None)
    assert record.failures.keys() == {each.name for each in SOURCES}


async def test_zero_hours_mean_never(store, looked):
    before = asyncio.all_tasks()
    async with refreshing(store, pytest.fail, every_hours=0, first_wait_seconds=0):
        assert asyncio.all_tasks() == before
    assert not looked.is_set()


@pytest.mark.simcord(settle_timeout=30)
async def test_a_running_bot_answers_from_the_newer_market(simcord_bot, scene):
    channel, ann = scene
    before = await ann.slash(channel, "selloff", country="japan", amount="200b")
    simcord_bot.dispatcher.set_snapshot(NEWER.snapshot())
    after = await ann.slash(channel, "selloff", country="japan", amount="200b")
    assert f"Rates of {ENGLISH.day(KNOWN.par_curve.as_of)}" in words(before.response)
    assert f"Rates of {ENGLISH.day(served.CURVE_DAY)}" in words(after.response)
