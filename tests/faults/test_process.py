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
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio
from matplotlib.ft2font import FT2Font
from PIL import Image

from bot.app import FILES_NEEDED, raise_file_limit
from bot.http_endpoint.server import PATH
from calc import load_snapshot
from commands.common.command import Request
from commands.dispatch import run_command
from commands.registry import COMMANDS, example_of
from tests.bot.http_endpoint.discord_side import PUBLIC_KEY, free_port, signed
from tests.faults.fake_discord import text_of as words
from tests.faults.payloads import IN_A_DAY, interaction, press, selloff
from tests.faults.running_bot import AnsweringBot

ROOT = Path(__file__).resolve().parents[2]
REQUEST = Request(load_snapshot())
needs_signals = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals")


class Program:
    """The bot in a process of its own, which is sent requests as Discord sends them."""

    def __init__(self, folder, fake):
        self._fake = fake
        self._port = free_port()
        self.hold = folder / "hold"
        self._environment = os.environ | {
            "DATA_DIR": str(folder / "data"),
            "DISCORD_PUBLIC_KEY": PUBLIC_KEY,
            "SHUTDOWN_DELAY_SECONDS": "0",
            "DEFER_AFTER_SECONDS": "0",
            "TEST_DISCORD": fake.api,
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
        """Post an interaction; what is answered to it."""
        asked = self._fake.expect()
        body = json.dumps(interaction(asked.id, asked.token, payload)).encode()
        url = f"http://127.0.0.1:{self._port}{PATH}"
        async with (
            aiohttp.ClientSession() as session,
            session.post(url, data=body, headers=signed(body)) as response,
        ):
            assert response.status == 202
        return asked

    async def end(self, number):
        self.process.send_signal(number)
        async with asyncio.timeout(60):
            _, said = await self.process.communicate()
        return self.process.returncode, said.decode()


@pytest_asyncio.fixture
async def program(tmp_path, fake):
    program = await Program(tmp_path, fake).start()
    yield program
    with contextlib.suppress(ProcessLookupError):
        program.process.kill()
    await program.process.wait()


@needs_signals
@pytest.mark.fault("F58")
async def test_sigterm_while_drawing_loses_nothing(program, fake):
    program.hold.touch()
    asked = await program.post(selloff(amount="241b"))
    await fake.until(lambda: asked.responses)
    ending = asyncio.create_task(program.end(signal.SIGTERM))
    connector = aiohttp.TCPConnector(force_close=True)
    # A connection that came just before the end may never be answered.
    brief = aiohttp.ClientTimeout(0.5)
    async with aiohttp.ClientSession(connector=connector, timeout=brief) as session:
        with contextlib.suppress(aiohttp.ClientError, TimeoutError):
            while True:
                """Until it listens no longer."""
                await (await session.get(f"http://127.0.0.1:{program._port}/health")).read()
    program.hold.unlink()
    code, said = await ending
    assert code == 0, said
    assert "If Japan sold $241 billion" in words(asked.edits[-1])
    assert asked.files


@needs_signals
@pytest.mark.fault("F58")
async def test_sigterm_while_drawing_hangs_loses_picture(program, fake):
    program.hold.touch()
    asked = await program.post(selloff(amount="242b"))
    await fake.until(lambda: asked.responses)
    code, said = await program.end(signal.SIGTERM)
    assert code == 0, said
    assert "left some unanswered" not in said
    assert "If Japan sold $242 billion" in words(asked.edits[-1])
    assert not asked.files


@needs_signals
@pytest.mark.fault("F59")
async def test_sigkill_leaves_nothing_to_repair(program, fake):
    program.hold.touch()
    asked = await program.post(selloff(amount="243b"))
    await fake.until(lambda: asked.responses)
    code, _ = await program.end(signal.SIGKILL)
    assert code == -signal.SIGKILL
    program.hold.unlink()
    await program.start()
    asked = await program.post(press(IN_A_DAY))
    await fake.until(lambda: asked.edits)
    assert "in one day" in words(asked.edits[-1])
    code, said = await program.end(signal.SIGTERM)
    assert code == 0, said


@pytest.mark.fault("F62")
async def test_hanging_drawing_costs_its_picture(fake, monkeypatch):
    release = threading.Event()
    monkeypatch.setattr("commands.common.answer.render_png", lambda *_: release.wait(30) and b"")
    async with AnsweringBot(fake, defer_after_seconds=0, render_timeout_seconds=0.1) as answering:
        try:
            asked = await answering.ask(selloff(amount="244b"))
        finally:
            release.set()
    assert "If Japan sold" in words(asked.edits[-1])
    assert not asked.files


@pytest.mark.fault("F60")
@pytest.mark.parametrize("error", [MemoryError, RecursionError, OSError, ValueError])
async def test_failing_drawing_costs_its_picture(at_once, monkeypatch, error):
    def die(*_):
        raise error

    with monkeypatch.context() as broken:
        broken.setattr("commands.common.answer.render_png", die)
        first = await at_once.ask(selloff(amount="245b"))
    second = await at_once.ask(selloff(amount="246b"))
    assert "If Japan sold $245 billion" in words(first.responses[0])
    assert not first.files
    assert second.files


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
def test_typed_text_never_reaches_a_picture(typed):
    plain, other = (
        run_command(COMMANDS["selloff"], REQUEST, {"country": name, "amount": "200b"}).picture
        for name in ("japan", typed)
    )
    assert other is None or other.draw() == plain.draw()


@pytest.mark.parametrize("font", ["Inter-Regular.ttf", "Inter-SemiBold.ttf"])
def test_the_fonts_know_every_letter_of_every_name(font):
    known = FT2Font(str(ROOT / "commands" / "common" / "chart" / "fonts" / font)).get_charmap()
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
    assert asked.stdout.startswith("If Japan sold")
    (picture,) = (tmp_path / "out").iterdir()
    with Image.open(picture) as read:
        assert read.format == "PNG"


@needs_signals
@pytest.mark.parametrize(
    ("soft", "hard", "allowed"),
    [(256, 4096, FILES_NEEDED), (1024, 1024, 1024), (4096, 4096, None), (256, -1, FILES_NEEDED)],
)
@pytest.mark.fault("F68")
def test_low_file_limit_is_raised_or_logged(monkeypatch, caplog, soft, hard, allowed):
    import resource

    limits = []
    monkeypatch.setattr(resource, "getrlimit", lambda _: (soft, hard))
    monkeypatch.setattr(resource, "setrlimit", lambda _, pair: limits.append(pair))
    raise_file_limit()
    assert limits == ([] if allowed is None else [(allowed, hard)])
    assert bool(caplog.messages) is (allowed == 1024)


@pytest.mark.fault("F69")
@pytest.mark.parametrize("hours", [-1, 1])
async def test_wrong_clock_is_answered(at_once, fake, hours):
    """Ids hold Discord's time, which may be an hour off ours."""
    fake.lifetime = float("inf")
    asked = await at_once.ask(selloff(), made_seconds_ago=hours * 3600)
    assert "If Japan sold" in words(asked.responses[0])
