"""One refresh against a loopback server, the store, the fetcher and the command line."""

import asyncio
import gzip
import logging
import os
import stat
import sys

import pytest
from aiohttp import web
from yarl import URL

from bot.data_refresh.fetcher import Fetcher, FetchError, open_fetcher
from bot.data_refresh.refresh import refresh
from bot.data_refresh.sources import SOURCES
from bot.data_refresh.store import Store, load_latest
from calc import load_snapshot
from tests.bot.data_refresh import served
from tests.bot.data_refresh.served import GOOD, KNOWN, TODAY

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])
PAGE = "<!DOCTYPE html><html><body>We are sorry</body></html>"
MEGABYTE = 1_000_000


async def run(official, store, **options):
    async with open_fetcher(official.url, **options) as fetcher:
        return await refresh(store, fetcher, TODAY)


def serving(**options):
    async def serve(request):
        return web.Response(**options)

    return serve


def redirecting(target):
    return serving(status=302, headers={"Location": target})


async def hang_up(request):
    response = web.StreamResponse(headers={"Content-Length": "100000"})
    await response.prepare(request)
    await response.write(b"Date,")
    request.transport.close()
    return response


async def never(request):
    await asyncio.Event().wait()


async def circle(request):
    raise web.HTTPFound(request.path_qs)


PACKED = {"body": gzip.compress(b"0" * MEGABYTE), "headers": {"Content-Encoding": "gzip"}}
BAD = {
    "404": (serving(status=404, text=GOOD["debt_to_penny"]), "HTTP status 404"),
    "500": (serving(status=500), "HTTP status 500"),
    "html": (serving(text="<p>Sorry</p>", content_type="text/html"), "a web page"),
    "html as text": (serving(text=f"\n  {PAGE}"), "a web page"),
    "hang up": (hang_up, "ClientPayloadError"),
    "huge": (serving(body=b"0" * 9 * MEGABYTE), "more than"),
    "compressed": (serving(**PACKED), "compressed"),
    "elsewhere": (redirecting("http://127.0.0.1:9/data.csv"), "no official host"),
    "circle": (circle, "too many redirects"),
    "nowhere": (serving(status=302), "too many redirects"),
}
# A mirror, a captive portal or an outage does not explain these: they are logged with a traceback.
ODD = {
    "empty": serving(text=""),
    "script": serving(text='<script>alert("1")</script>\n' * 20),
    "binary": serving(body=b"\x89PNG\xff\xfe\x00" * 50),
    "file": redirecting("file:///etc/passwd"),
}


async def test_good_responses_are_stored(official, store):
    done = await run(official, store)
    assert not any(result.failure or result.notes for result in done.sources)
    assert done.snapshot.curve.as_of == served.CURVE_DAY
    assert done.snapshot.facts["average_rate"].value == pytest.approx(0.03512)
    assert load_latest(store).problem is None
    assert load_latest(store).snapshot == done.snapshot
    hosts = [path.split("/")[1] for path in official.requests]
    treasury, fiscal_data = "ticdata.treasury.gov", "api.fiscaldata.treasury.gov"
    assert hosts == [
        "home.treasury.gov",
        *[treasury] * 2,
        *[fiscal_data] * 4,
        "fred.stlouisfed.org",
    ]


async def test_second_refresh_changes_nothing(official, store):
    await run(official, store)
    stamp = store.stamp()
    assert (await run(official, store)).snapshot is None
    assert store.stamp() == stamp


@pytest.mark.fault("F70")
@pytest.mark.parametrize("bad", [*BAD, *ODD])
async def test_bad_responses_keep_the_last_good_data(official, store, bad, caplog):
    await run(official, store)
    content = store.path.read_bytes()
    handler, message = BAD.get(bad) or (ODD[bad], "")
    official.answers = dict.fromkeys(GOOD, handler)
    with caplog.at_level(logging.ERROR, "selloff"):
        done = await run(official, store)
    assert all(result.failure and message in result.failure for result in done.sources)
    assert done.snapshot is None
    assert store.path.read_bytes() == content
    ids = {record.error_id for record in caplog.records if record.name == "selloff"}
    assert len(ids) == (len(GOOD) if bad in ODD else 0)


async def test_slow_responses_time_out(official, store):
    official.answers = dict.fromkeys(GOOD, never)
    done = await run(official, store, seconds=0.05)
    assert all("TimeoutError" in result.failure for result in done.sources)
    assert not store.stamp()


@pytest.mark.parametrize("name", GOOD)
async def test_one_bad_source_keeps_only_its_own_figures(official, store, name):
    official.answers = {name: BAD["html"][0]}
    done = await run(official, store)
    (failed,) = [result for result in done.sources if result.failure]
    assert failed.after == failed.before
    assert all(result.failure or result.after > result.before for result in done.sources)
    assert load_latest(store).snapshot == done.snapshot


class StubSession:
    """Responses by URL, for official hosts, which a loopback server cannot be."""

    def __init__(self, responses):
        self.responses = responses

    def get(self, url, *, allow_redirects):
        self.response = self.responses[str(url)]
        return self

    async def __aenter__(self):
        return self.response

    async def __aexit__(self, *error):
        return None


class StubResponse:
    def __init__(self, body=b"", location=None, status=200):
        self.status = 302 if location else status
        self.headers = {"Location": location} if location else {}
        self.content, self.content_type, self.body = self, "text/plain", body

    async def iter_chunked(self, size):
        yield self.body


START = "https://ticdata.treasury.gov/table.txt"


@pytest.mark.parametrize("target", ["https://treasury.gov/t", "https://www.treasury.gov/t", "/t"])
async def test_redirect_within_the_domain_is_followed(target):
    final = target if "://" in target else f"https://ticdata.treasury.gov{target}"
    session = StubSession({START: StubResponse(location=target), final: StubResponse(b"data")})
    assert await Fetcher(session, None).fetch_text(START, MEGABYTE) == "data"


async def test_every_source_is_asked_at_its_official_address():
    addresses = [source.url(TODAY) for source in SOURCES]
    session = StubSession({str(URL(each)): StubResponse(b"data") for each in addresses})
    for address in addresses:
        assert await Fetcher(session, None).fetch_text(address, MEGABYTE) == "data"


@pytest.mark.parametrize(
    "target",
    [
        "http://home.treasury.gov/data.csv",
        "http://treasury.gov/data.csv",
        "https://home.treasury.gov.example.org/data.csv",
        "https://nottreasury.gov/data.csv",
        "https://127.0.0.1/data.csv",
        "file:///etc/passwd",
    ],
)
async def test_redirect_out_of_the_domain_is_refused(target):
    session = StubSession({START: StubResponse(location=target)})
    with pytest.raises(FetchError, match="no official host"):
        await Fetcher(session, None).fetch_text(START, MEGABYTE)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (b"Notes: a \x96 b", "Notes: a – b"),
        (b"C\xf4te d\x92Ivoire\t1.0", "Côte d’Ivoire\t1.0"),
        ("\ufeffDate – €".encode(), "Date – €"),
        (b"\xef\xbb\xbfDate \x96", "Date –"),
        (b"a \x81 b", "a \ufffd b"),
    ],
)
async def test_windows_1252_is_decoded(body, text):
    session = StubSession({START: StubResponse(body)})
    assert await Fetcher(session, None).fetch_text(START, MEGABYTE) == text


async def test_https_proxy_of_the_environment_is_used(monkeypatch):
    requests = []

    async def serve(reader, writer):
        requests.append(await reader.readline())
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{port}")
    async with server, open_fetcher() as fetcher:
        with pytest.raises(Exception, match="Server disconnected"):
            await fetcher.fetch_text(START, MEGABYTE)
    assert set(requests) == {b"CONNECT ticdata.treasury.gov:443 HTTP/1.1\r\n"}


async def test_failed_smoke_test_rejects_the_data(official, store, monkeypatch):
    def fail(command, request, values):
        raise ZeroDivisionError

    monkeypatch.setattr("bot.data_refresh.store.run_command", fail)
    done = await run(official, store)
    assert all("cannot answer" in result.failure for result in done.sources)
    assert not store.stamp()


async def test_unwritable_folder_still_gives_the_snapshot(official, tmp_path):
    (tmp_path / "data").write_text("a file")
    done = await run(official, Store(tmp_path / "data"))
    assert done.snapshot.curve.as_of == served.CURVE_DAY
    assert done.storing_failure


@pytest.mark.parametrize("content", ["", "{}", "\x00", '{"par_curve": 1}'])
async def test_damaged_store_gives_packaged_data_until_refreshed(official, store, content):
    store.save(KNOWN)
    store.path.write_text(content)
    assert load_latest(store).snapshot is load_snapshot()
    assert load_latest(store).problem is not None
    done = await run(official, store)
    assert load_latest(store).snapshot == done.snapshot


def test_failed_write_leaves_the_old_file(store, monkeypatch):
    store.save(KNOWN)
    content = store.path.read_bytes()

    def full(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("bot.data_refresh.store.os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        store.save(KNOWN)
    assert store.path.read_bytes() == content
    assert [path.name for path in store.path.parent.iterdir()] == ["current.json"]


def test_stored_file_is_readable_for_other_users(store):
    before = os.umask(0o077)
    try:
        store.save(KNOWN)
    finally:
        os.umask(before)
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o644


@pytest.fixture
def same_day(official):
    """A revised curve of the packaged date, for this machine's clock; 404 else."""
    curve = serving(text=served.curve(day=KNOWN.par_curve.as_of))
    official.answers = dict.fromkeys(GOOD, BAD["404"][0]) | {"daily-treasury-rates.csv": curve}
    return official


async def refresh_by_hand(official, folder, stdout=asyncio.subprocess.PIPE):
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "refresh", "--from", official.url),
        env={"DATA_DIR": str(folder), "NO_PROXY": "*"},
        stdout=stdout,
        stderr=asyncio.subprocess.PIPE,
    )
    out, err = await process.communicate()
    return process.returncode, (out or b"").decode(), err.decode()


async def test_command_shows_one_line_per_source(same_day, tmp_path):
    code, out, err = await refresh_by_hand(same_day, tmp_path)
    assert (code, err) == (1, "")
    first, second, *_, last = out.splitlines()
    assert first.startswith("[1/8] Par yield curve: ")
    assert second.startswith("[2/8] Holders abroad: ")
    assert "kept. FetchError: HTTP status 404" in second
    assert len(out.splitlines()) == 9
    assert last.startswith(f"Stored in {tmp_path / 'current.json'}")


async def test_command_stores_after_its_pipe_is_closed(same_day, tmp_path):
    reader, writer = os.pipe()
    os.close(reader)
    _, _, err = await refresh_by_hand(same_day, tmp_path, stdout=writer)
    os.close(writer)
    assert err == ""
    assert load_latest(Store(tmp_path)).problem is None
    assert Store(tmp_path).stamp()
