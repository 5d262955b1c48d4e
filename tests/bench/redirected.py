"""``python -m bot`` with its requests to Discord sent elsewhere: for benchmarks on loopback."""

import os
import runpy
import sys

import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

API, GATEWAY = "BENCH_DISCORD_API", "BENCH_DISCORD_GATEWAY"

if __name__ == "__main__":
    Route.BASE = os.environ[API]
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(os.environ[GATEWAY])
    sys.argv[0] = "bot"
    runpy.run_module("bot", run_name="__main__", alter_sys=True)
