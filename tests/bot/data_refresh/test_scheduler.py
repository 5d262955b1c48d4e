"""The refresh in the background of a running bot."""

import asyncio
import logging

import pytest
import pytest_asyncio
from aiohttp import web

from bot.data_refresh.scheduler import Schedule, Scheduler
from bot.data_refresh.sources import SOURCES, par_curve
from tests.bot.data_refresh import served
from tests.bot.data_refresh.served import GOOD, KNOWN, TODAY

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])
NAMES = tuple(source.name for source in SOURCES)
CURVE, *OTHERS = NAMES


@pytest_asyncio.fixture
async def looked(monkeypatch):
    """Set when the scheduler goes to sleep."""
    looked, loop = asyncio.Event(), asyncio.get_running_loop()

    class Watched(Schedule):
        def wait_seconds(self):
            loop.call_soon_threadsafe(looked.set)
            return super().wait_seconds()

    monkeypatch.setattr("bot.data_refresh.scheduler.Schedule", Watched)
    return looked


def scheduled(store, set_snapshot, url=None, every_hours=24):
    return Scheduler(store, set_snapshot, every_hours, url, first_wait_seconds=0).running()


@pytest.fixture
def revised(official):
    """Other yields for the packaged date, as this machine's clock may be anywhere; 503 else."""

    async def revise(request):
        return web.Response(text=served.curve(day=KNOWN.par_curve.as_of))

    async def fail(request):
        return web.Response(status=503)

    official.answers = dict.fromkeys(GOOD, fail) | {"daily-treasury-rates.csv": revise}
    return official


async def test_newer_data_are_set_and_stored(revised, store):
    taken = asyncio.get_running_loop().create_future()
    async with scheduled(store, taken.set_result, revised.url):
        snapshot = await taken
    assert snapshot.curve.at(10) == pytest.approx(KNOWN.snapshot().curve.at(10) + 0.0011)
    assert store.load().snapshot() == snapshot


async def test_recent_data_of_an_earlier_process_fetch_nothing(official, store, looked):
    store.save(KNOWN)
    async with scheduled(store, pytest.fail, official.url):
        await looked.wait()
    assert not official.requests


async def test_data_stored_by_another_process_are_set(official, store):
    taken = asyncio.get_running_loop().create_future()
    async with scheduled(store, taken.set_result, official.url):
        store.save(par_curve.update(served.curve(), KNOWN, TODAY))
        snapshot = await taken
    assert snapshot.curve.as_of == served.CURVE_DAY
    assert not official.requests


async def test_damaged_store_is_logged_not_set(official, store, looked, caplog):
    store.save(KNOWN)
    async with scheduled(store, pytest.fail, official.url):
        store.path.write_text("{")
        await looked.wait()
    assert [each.message for each in caplog.records if each.levelno == logging.ERROR] == [
        "refresh: the stored data cannot be used"
    ]


async def test_error_in_the_callback_is_logged(revised, store, looked, caplog):
    def take(snapshot):
        raise ZeroDivisionError

    async with scheduled(store, take, revised.url):
        await looked.wait()
    assert caplog.records[-1].message == "refresh failed"


async def test_failed_sources_are_one_warning_and_pending(revised, store, looked, caplog):
    with caplog.at_level(logging.INFO, "selloff"):
        async with scheduled(store, lambda _: None, revised.url):
            await looked.wait()
    (record,) = [record for record in caplog.records if record.name == "selloff"]
    assert (record.levelno, record.exc_info) == (logging.WARNING, None)
    assert record.failures == dict.fromkeys(OTHERS, "FetchError: HTTP status 503")


async def test_unreachable_network_is_one_warning(store, looked, caplog, unused_tcp_port):
    with caplog.at_level(logging.INFO, "selloff"):
        async with scheduled(store, pytest.fail, f"http://127.0.0.1:{unused_tcp_port}"):
            await looked.wait()
    (record,) = [record for record in caplog.records if record.name == "selloff"]
    assert (record.levelno, record.exc_info) == (logging.WARNING, None)
    assert record.failures.keys() == set(NAMES)


async def test_zero_hours_start_nothing(store, looked):
    before = asyncio.all_tasks()
    async with scheduled(store, pytest.fail, every_hours=0):
        assert asyncio.all_tasks() == before
    assert not looked.is_set()
