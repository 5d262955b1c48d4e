"""One round against a loopback server: the good is kept, the bad changes nothing, none raises."""

import asyncio
import gzip
import logging
import sys

import pytest
from aiohttp import web

from bot.data_refresh.fetcher import Fetcher, FetchError, open_fetcher
from bot.data_refresh.opening import open_newest
from bot.data_refresh.refresh import refresh
from bot.data_refresh.store import Store
from calc import load_snapshot
from tests.bot.data_refresh import served
from tests.bot.data_refresh.served import GOOD, KNOWN, TODAY

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])
PAGE = "<!DOCTYPE html><html><body>We are sorry</body></html>"
MEGABYTE = 1_000_000


async def run(official, store, **options):
    async with open_fetcher(official.url, **options) as fetcher:
        return await refresh(store, fetcher, TODAY)


async def error_404(request):
    return web.Response(status=404, text=GOOD["debt_to_penny"])


async def error_500(request):
    raise RuntimeError("the server's own")


async def html(request):
    return web.Response(text=f"<p>Sorry</p>{PAGE}", content_type="text/html")


async def html_as_text(request):
    return web.Response(text=f"\n  {PAGE}")


async def empty(request):
    return web.Response(text="")


async def script(request):
    return web.Response(text='<script>alert("1")</script>\n' * 20)


async def binary(request):
    return web.Response(body=b"\x89PNG\xff\xfe\x00" * 50)


async def hung_up(request):
    response = web.StreamResponse(headers={"Content-Length": "100000"})
    await response.prepare(request)
    await response.write(b"Date,")
    request.transport.close()
    return response


async def huge(request):
    response = web.StreamResponse()
    await response.prepare(request)
    for _ in range(9):
        try:
            await response.write(b"0" * MEGABYTE)
        except ConnectionError:
            break
    return response


async def packed(request):
    body = gzip.compress(b"0" * 10 * MEGABYTE)
    return web.Response(body=body, headers={"Content-Encoding": "gzip"})


async def never(request):
    await asyncio.Event().wait()


async def elsewhere(request):
    raise web.HTTPFound("http://127.0.0.1:9/data.csv")


async def to_a_file(request):
    raise web.HTTPFound("file:///etc/passwd")


async def in_circles(request):
    raise web.HTTPFound(request.path_qs)


async def nowhere(request):
    return web.Response(status=302)


BAD = {
    error_404: "HTTP status 404",
    error_500: "HTTP status 500",
    html: "a web page",
    html_as_text: "a web page",
    empty: "",
    script: "",
    binary: "UnicodeDecodeError",
    hung_up: "ClientPayloadError",
    huge: "more than",
    packed: "packed",
    elsewhere: "led elsewhere",
    to_a_file: "",
    in_circles: "too many redirects",
    nowhere: "too many redirects",
}
# What a mirror, a captive portal or an outage does not explain.
ODD = {empty, script, binary, to_a_file}


async def test_everything_served_well_is_taken_and_stored(official, store):
    done = await run(official, store)
    assert not any(outcome.failure for outcome in done.outcomes)
    assert done.snapshot.curve.as_of == served.CURVE_DAY
    assert done.snapshot.facts["average_rate"].value == pytest.approx(0.03512)
    opened = open_newest(store)
    assert opened.problem is None
    assert opened.snapshot == done.snapshot
    hosts = {path.split("/")[1] for path in official.asked}
    assert hosts == {
        "home.treasury.gov",
        "ticdata.treasury.gov",
        "api.fiscaldata.treasury.gov",
    }


async def test_a_second_round_finds_nothing_new(official, store):
    await run(official, store)
    stamp = store.stamp()
    done = await run(official, store)
    assert done.snapshot is None
    assert store.stamp() == stamp


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.__name__)
@pytest.mark.fault("F70")
async def test_when_all_serve_badly_the_last_good_data_stay(official, store, bad, caplog):
    await run(official, store)
    good, content = open_newest(store).snapshot, store.path.read_bytes()
    official.answers = dict.fromkeys(GOOD, bad)
    with caplog.at_level(logging.ERROR, "selloff"):
        done = await run(official, store)
    assert all(outcome.failure and BAD[bad] in outcome.failure for outcome in done.outcomes)
    assert done.snapshot is None
    assert store.path.read_bytes() == content
    assert open_newest(store).snapshot == good
    ids = [record.error_id for record in caplog.records if record.name == "selloff"]
    # Where nothing odd was served, no traceback tells more than the outcome.
    expected = len(GOOD) if bad in ODD else 0
    assert len(set(ids)) == len(ids) == expected


async def test_who_never_answers_is_left(official, store):
    official.answers = dict.fromkeys(GOOD, never)
    done = await run(official, store, seconds=0.05)
    assert all("TimeoutError" in outcome.failure for outcome in done.outcomes)
    assert not store.stamp()


@pytest.mark.parametrize("name", GOOD)
async def test_one_bad_source_costs_only_its_own_figures(official, store, name):
    official.answers = {name: html}
    done = await run(official, store)
    failed = [outcome for outcome in done.outcomes if outcome.failure]
    assert len(failed) == 1
    assert failed[0].after == failed[0].before
    for outcome in done.outcomes:
        assert outcome.failure or outcome.after > outcome.before
    assert open_newest(store).snapshot == done.snapshot


async def test_a_redirect_on_the_same_host_is_followed(official, store):
    async def moved(request):
        if "new" in request.query:
            return web.Response(text=GOOD["slt_table5.txt"])
        raise web.HTTPMovedPermanently(f"{request.path}?new=1")

    official.answers = {"slt_table5.txt": moved}
    done = await run(official, store)
    assert not any(outcome.failure for outcome in done.outcomes)


@pytest.mark.parametrize(
    "address",
    [
        "http://home.treasury.gov/data.csv",
        "https://home.treasury.gov.example.org/data.csv",
        "https://nottreasury.gov/data.csv",
        "https://127.0.0.1/data.csv",
        "file:///etc/passwd",
    ],
)
async def test_only_official_hosts_over_https_are_asked(address):
    with pytest.raises(FetchError, match="led elsewhere"):
        await Fetcher(None, None).text(address, MEGABYTE)


async def test_data_that_no_command_can_answer_from_are_refused(official, store, monkeypatch):
    def cannot(command, request, values):
        raise ZeroDivisionError

    monkeypatch.setattr("bot.data_refresh.smoke_test.run_command", cannot)
    done = await run(official, store)
    assert all("cannot answer" in outcome.failure for outcome in done.outcomes)
    assert not store.stamp()


async def test_a_folder_that_cannot_be_written_costs_the_storing_only(official, tmp_path):
    in_the_way = tmp_path / "data"
    in_the_way.write_text("a file")
    done = await run(official, Store(in_the_way))
    assert done.snapshot.curve.as_of == served.CURVE_DAY
    assert done.storing_failure


@pytest.mark.parametrize("content", ["", "{}", "\x00", '{"par_curve": 1}'])
def test_a_damaged_store_means_the_packaged_data(store, content):
    store.save(KNOWN)
    store.path.write_text(content)
    opened = open_newest(store)
    assert opened.snapshot is load_snapshot()
    assert opened.problem is not None


async def test_a_damaged_store_is_replaced_by_the_next_round(official, store):
    store.save(KNOWN)
    store.path.write_text("{")
    done = await run(official, store)
    assert open_newest(store).snapshot == done.snapshot


def test_a_failed_write_leaves_the_old_data_and_nothing_else(store, monkeypatch):
    store.save(KNOWN)
    content = store.path.read_bytes()

    def full(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("bot.data_refresh.atomic_write.os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        store.save(KNOWN)
    assert store.path.read_bytes() == content
    assert [path.name for path in store.path.parent.iterdir()] == ["current.json"]


async def by_hand(official, folder):
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "refresh", "--from", official.url),
        env={"DATA_DIR": str(folder), "NO_PROXY": "*"},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, err = await process.communicate()
    return process.returncode, out.decode(), err.decode()


async def test_by_hand_it_shows_its_progress_and_what_failed(official, tmp_path):
    # Its clock is this machine's: nothing may be dated after the packaged data.
    day = KNOWN.par_curve.as_of

    async def curve(request):
        return web.Response(text=served.curve(day=day))

    official.answers = dict.fromkeys(GOOD, error_404) | {"daily-treasury-rates.csv": curve}
    code, out, err = await by_hand(official, tmp_path / "new")
    assert (code, err) == (1, "")
    lines = out.splitlines()
    assert lines[0].startswith("[1/7] Par yield curve")
    assert lines[2].startswith("[2/7] Holders abroad")
    assert "kept. FetchError: HTTP status 404" in lines[3]
    assert lines[-1].startswith(f"Stored in {tmp_path / 'new' / 'current.json'}")
    assert open_newest(Store(tmp_path / "new")).problem is None
