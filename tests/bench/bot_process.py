"""Run the real bot in a process of its own against the tests' own Discord."""

import asyncio
import os
import sys
from contextlib import asynccontextmanager
from pathlib import Path
from time import monotonic

import aiohttp
from nacl.signing import SigningKey

from tests.bench.redirected import API, GATEWAY
from tests.bench.stand_in import ENVIRONMENT, ROOT

KEY = SigningKey(b"only for benchmarks on loopback!")
"""Signs what is sent over HTTP."""
_STARTING_SECONDS = 60


class BotProcess:
    """A running bot, as the system sees it."""

    def __init__(self, pid, url, ready_seconds):
        self.pid = pid
        self.url = url
        self.ready_seconds = ready_seconds

    def cpu_seconds(self):
        fields = Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def resident_mib(self):
        pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


@asynccontextmanager
async def running(discord, transport="gateway", **settings):
    """Start the bot, wait until it is ready, and stop it at the end of the context."""
    port = discord.gateway.port + 1
    environment = os.environ | {
        API: discord.api,
        GATEWAY: str(discord.gateway),
        "DISCORD_TOKEN": "a-token",
        "DISCORD_PUBLIC_KEY": KEY.verify_key.encode().hex(),
        **ENVIRONMENT,
        "LOG_LEVEL": "ERROR",
        **settings,
    }
    action = ["run"] if transport == "gateway" else ["serve", "--port", str(port)]
    command = [sys.executable, "-m", "tests.bench.redirected", *action]
    began = monotonic()
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, env=environment)
    try:
        url = f"http://127.0.0.1:{port}"
        async with asyncio.timeout(_STARTING_SECONDS):
            if transport == "gateway":
                await discord.until(lambda: len(discord.sessions) == discord.shards)
            else:
                await _until_well(url + "/health")
        yield BotProcess(process.pid, url, monotonic() - began)
    finally:
        if process.returncode is None:
            process.terminate()
        print(f"exit code {await process.wait()}")


async def _until_well(url):
    async with aiohttp.ClientSession() as session:
        while True:
            try:
                async with session.get(url) as response:
                    if response.status == 200:
                        return
            except OSError:
                pass
            await asyncio.sleep(0.05)
