"""Ctrl-C and SIGTERM at a start, at any moment: an exit code and no traceback."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import pytest

from bot import exit_codes as exits
from tests.bot.http_endpoint.discord_side import PUBLIC_KEY

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals")
SLOW = """
import os, runpy, signal, sys

class Finder:
    def find_spec(self, name, *_):
        if name == {module!r}:
            os.kill(os.getpid(), {number})

sys.meta_path.insert(0, Finder())
sys.argv = ["bot", *{arguments!r}]
runpy.run_module("bot", run_name="__main__", alter_sys=True)
"""
# Each is imported at another moment of the start.
MODULES = ["argparse", "pydantic", "bot.settings", "calc", "discord", "bot.app", "bot.client"]
ENDS = {signal.SIGINT: exits.INTERRUPTED, signal.SIGTERM: exits.OK}


async def started(folder, module, number, *arguments):
    """Exit code and standard error of the program, told to end when it imports a module."""
    text = SLOW.format(module=module, number=int(number), arguments=list(arguments))
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", text,
        cwd=ROOT,
        env=os.environ | {
            "DATA_DIR": str(folder / "data"),
            "DISCORD_TOKEN": "nobody.s.token",
            "DISCORD_PUBLIC_KEY": PUBLIC_KEY,
        },
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    _, err = await process.communicate()
    return process.returncode, err.decode()


@pytest.mark.parametrize("number", ENDS, ids=str)
@pytest.mark.parametrize("module", MODULES)
async def test_told_to_leave_at_its_start_it_leaves_without_a_word(tmp_path, module, number):
    assert await started(tmp_path, module, number, "serve") == (ENDS[number], "")


@pytest.mark.parametrize("number", ENDS, ids=str)
@pytest.mark.parametrize(
    "arguments", [["run"], ["sync"], ["refresh"], ["health"], ["sandbox"], ["ask", "/selloff"]]
)
async def test_signal_ends_every_command(tmp_path, arguments, number):
    assert await started(tmp_path, "pydantic", number, *arguments) == (ENDS[number], "")
