"""Measure the time from start to ready, CPU and memory: ``python -m tests.bench.start``."""

import argparse
import asyncio

from tests.bench.bot_process import running
from tests.faults import payloads
from tests.faults.fake_discord import DISPATCH, FakeDiscord

_A_SHARD = 2500
"""Servers on one shard, at most."""


class Crowded(FakeDiscord):
    """Discord with a bot in many servers."""

    def __init__(self, guilds):
        super().__init__()
        self.shards = max(1, -(-guilds // _A_SHARD))
        self._guilds = guilds
        self.on_identify = self._ready

    async def _ready(self, connection):
        number, count = connection.shard
        connection.session = f"session-{number}"
        data = payloads.ready(connection.shard, connection.session, str(self.gateway))
        data["guilds"] = [
            {"id": str(10**18 + guild), "unavailable": True}
            for guild in range(number, self._guilds, count)
        ]
        await connection.send(DISPATCH, data, "READY")
        self.sessions.add(connection.session)


async def main(options):
    """Start one process for each number of servers and print what it took."""
    for guilds in options.guilds:
        async with Crowded(guilds) as discord, running(discord) as bot:
            await asyncio.sleep(options.settle)
            print(
                f"{guilds:,} servers on {discord.shards} shards: ready after "
                f"{bot.ready_seconds:.1f} s with {bot.cpu_seconds():.1f} CPU s, "
                f"{bot.resident_mib():.0f} MiB, {len(discord.identifies)} identifies",
                flush=True,
            )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.bench.start", description=__doc__)
    parser.add_argument("--guilds", type=int, nargs="*", default=[0, 10_000])
    parser.add_argument("--settle", type=float, default=3.0, help="seconds to wait, then look")
    asyncio.run(main(parser.parse_args()))
