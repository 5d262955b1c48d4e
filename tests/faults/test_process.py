"""What may happen to the process: signals, and drawings that hang, fail or find no disk."""

import asyncio
import contextlib
import gc
import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio
from matplotlib.ft2font import FT2Font
from PIL import Image

from bot.descriptors import MOST_CONNECTIONS, NEEDED, allow_enough
from bot.http_endpoint.server import PATH
from calc import load_snapshot
from commands.common.command import Request
from commands.dispatch import run_command
from commands.registry import COMMANDS, example_of
from tests.bot.conftest import build_client
from tests.bot.http_endpoint.discord_side import PUBLIC_KEY, free_port, press, selloff, signed
from tests.faults.payloads import APPLICATION, ME
from tests.faults.rest import ACK, EDIT, Answering, words
from tests.faults.test_interactions import IN_A_DAY

ROOT = Path(__file__).resolve().parents[2]
REQUEST = Request(load_snapshot())
needs_signals = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals")


class Program:
    """The bot in a process of its own, whose door is asked as Discord does."""

    def __init__(self, folder, rest):
        self._port = free_port()
        self.hold = folder / "hold"
        self._environment = os.environ | {
            "DATA_DIR": str(folder / "data"),
            "DISCORD_PUBLIC_KEY": PUBLIC_KEY,
            "NOTICE_SECONDS": "0",
            "PATIENCE_SECONDS": "0",
            "TEST_DISCORD": rest.base,
            "TEST_HOLD": str(self.hold),
        }

    async def start(self):
        self.process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.faults.program", "serve", "--port", str(self._port),
            cwd=ROOT, env=self._environment, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        said = b""
        async with asyncio.timeout(60):
            while b'"ready"' not in said:
                said += (line := await self.process.stderr.readline())
                assert line, f"it ended: {said.decode()}"
        return self

    async def post(self, payload):
        body = json.dumps(payload | {"token": f"token-of-{payload['id']}"}).encode()
        url = f"http://127.0.0.1:{self._port}{PATH}"
        async with (
            aiohttp.ClientSession() as session,
            session.post(url, data=body, headers=signed(body)) as response,
        ):
            assert response.status == 202

    async def end(self, number):
        self.process.send_signal(number)
        async with asyncio.timeout(60):
            _, said = await self.process.communicate()
        return self.process.returncode, said.decode()


@pytest_asyncio.fixture
async def program(tmp_path, rest):
    program = await Program(tmp_path, rest).start()
    yield program
    with contextlib.suppress(ProcessLookupError):
        program.process.kill()
    await program.process.wait()


@needs_signals
@pytest.mark.fault("F58")
async def test_sigterm_while_drawing_loses_nothing(program, rest):
    program.hold.touch()
    await program.post(selloff("241b"))
    await rest.until(lambda: rest.tries == [ACK])
    ending = asyncio.create_task(program.end(signal.SIGTERM))
    async with aiohttp.ClientSession() as session:
        with contextlib.suppress(aiohttp.ClientConnectorError):
            while True:
                """Until it listens no longer."""
                await (await session.get(f"http://127.0.0.1:{program._port}/health")).read()
    program.hold.unlink()
    code, said = await ending
    assert code == 0, said
    assert "If Japan sold $241 billion" in words(rest.taken[-1])
    assert rest.taken[-1]["data"]["files"]


@needs_signals
@pytest.mark.fault("F58")
async def test_sigterm_while_drawing_hangs_loses_picture(program, rest):
    program.hold.touch()
    await program.post(selloff("242b"))
    await rest.until(lambda: rest.tries == [ACK])
    code, said = await program.end(signal.SIGTERM)
    assert code == 0, said
    assert "left some unanswered" not in said
    assert "If Japan sold $242 billion" in words(rest.taken[-1])
    assert "files" not in rest.taken[-1]["data"]


@needs_signals
@pytest.mark.fault("F59")
async def test_sigkill_leaves_nothing_to_repair(program, rest):
    program.hold.touch()
    await program.post(selloff("243b"))
    await rest.until(lambda: rest.tries == [ACK])
    code, _ = await program.end(signal.SIGKILL)
    assert code == -signal.SIGKILL
    program.hold.unlink()
    rest.tries.clear()
    await program.start()
    await program.post(press(IN_A_DAY))
    await rest.until(lambda: rest.tries == [ACK, EDIT])
    assert "in one day" in words(rest.taken[-1])
    code, said = await program.end(signal.SIGTERM)
    assert code == 0, said


@pytest.mark.fault("F62")
async def test_hanging_drawing_costs_its_picture(rest, monkeypatch):
    release = threading.Event()
    monkeypatch.setattr("commands.selloff.command.draw", lambda *_: release.wait(30) and b"")
    async with Answering(rest, patience_seconds=0, drawing_seconds=0.1) as answering:
        try:
            await answering.ask(selloff("244b"))
        finally:
            release.set()
    assert rest.tries == [ACK, EDIT]
    assert "If Japan sold" in words(rest.taken[-1])
    assert "files" not in rest.taken[-1]["data"]


@pytest.mark.parametrize("error", [MemoryError, RecursionError, OSError, ValueError])
@pytest.mark.fault("F60")
async def test_failing_drawing_costs_its_picture(at_once, rest, monkeypatch, error):
    def die(*_):
        raise error

    with monkeypatch.context() as broken:
        broken.setattr("commands.selloff.command.draw", die)
        await at_once.ask(selloff("245b"))
    await at_once.ask(selloff("246b"))
    first, second = rest.taken
    assert "If Japan sold $245 billion" in words(first)
    assert "files" not in first
    assert second["files"]


def test_pictures_leave_nothing_behind():
    def draw_all():
        for command in COMMANDS.values():
            picture = run_command(command, REQUEST, example_of(command)).picture
            if picture is not None:
                picture.draw()
        gc.collect()
        return sum(type(each).__name__ in {"Canvas", "Figure"} for each in gc.get_objects())

    assert draw_all() == 0
    assert "matplotlib.pyplot" not in sys.modules


@pytest.mark.parametrize("typed", ["日本", "🇯🇵", "ＪＡＰＡＮ", "япония", "$x_{$", "JP"])
def test_what_was_typed_never_reaches_a_picture(typed):
    plain, other = (
        run_command(COMMANDS["selloff"], REQUEST, {"country": name, "amount": "200b"}).picture
        for name in ("japan", typed)
    )
    assert other is None or other.draw() == plain.draw()


@pytest.mark.parametrize("font", ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"])
def test_the_fonts_know_every_letter_of_every_name(font):
    known = FT2Font(str(ROOT / "commands" / "charts" / "fonts" / font)).get_charmap()
    names = "".join(holder.name for holder in REQUEST.snapshot.holders.values())
    assert {letter for letter in names if ord(letter) not in known} == set()


@pytest.mark.fault("F66")
def test_read_only_disk_is_answered(tmp_path):
    """Nobody, not even root, can make a folder below a file."""
    (tmp_path / "file").touch()
    nowhere = str(tmp_path / "file" / "below")
    places = ("HOME", "DATA_DIR", "MPLCONFIGDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME")
    asked = subprocess.run(
        [sys.executable, "-m", "bot", "ask", "/selloff country:japan amount:200b", "--save", "out"],
        cwd=tmp_path, check=False, capture_output=True, text=True,
        env=os.environ | dict.fromkeys(places, nowhere) | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert asked.returncode == 0, asked.stderr
    assert asked.stdout.startswith("### If Japan sold")
    (picture,) = (tmp_path / "out").iterdir()
    with Image.open(picture) as read:
        assert read.format == "PNG"


async def test_connections_to_discord_are_bounded_whichever_way_it_starts(rest, monkeypatch):
    async with Answering(rest) as answering:
        assert session_of(answering.client).connector.limit == MOST_CONNECTIONS
    client = build_client()

    async def request(route, **_):
        return APPLICATION if "oauth2" in route.path else ME

    async def nothing():
        pass

    monkeypatch.setattr(client.http, "request", request)
    monkeypatch.setattr(client, "setup_hook", nothing)
    await client.login("a-token")
    assert session_of(client).connector.limit == MOST_CONNECTIONS
    await client.close()


def session_of(client):
    return vars(client.http)["_HTTPClient__session"]


@needs_signals
@pytest.mark.parametrize(
    ("soft", "hard", "allowed"),
    [(256, 4096, NEEDED), (1024, 1024, 1024), (4096, 4096, None), (256, -1, NEEDED)],
)
@pytest.mark.fault("F68")
def test_low_file_limit_is_raised_or_logged(monkeypatch, caplog, soft, hard, allowed):
    import resource

    limits = []
    monkeypatch.setattr(resource, "getrlimit", lambda _: (soft, hard))
    monkeypatch.setattr(resource, "setrlimit", lambda _, pair: limits.append(pair))
    allow_enough()
    assert limits == ([] if allowed is None else [(allowed, hard)])
    assert bool(caplog.messages) is (allowed == 1024)


@pytest.mark.fault("F69")
async def test_wrong_clock_is_answered(at_once, rest):
    """Ids hold Discord's time: what comes an hour early or late by ours is answered, too."""
    for hours in (-1, 1):
        made_ms = int((time.time() + hours * 3600) * 1000) - 1_420_070_400_000
        await at_once.ask(selloff() | {"id": str(made_ms << 22)})
    assert len(rest.taken) == 2
    assert all("If Japan sold" in words(taken) for taken in rest.taken)
