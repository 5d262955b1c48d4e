"""``python -m bot`` with its requests to Discord sent elsewhere: for benchmarks on loopback.

The address stands in ``BENCH_DISCORD``; all further arguments are the bot's own.
"""

import os
import runpy
import sys

import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

ADDRESS = "BENCH_DISCORD"

if __name__ == "__main__":
    address = os.environ[ADDRESS]
    Route.BASE = f"http://{address}/api/v10"
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(f"ws://{address}/gateway")
    sys.argv[0] = "bot"
    runpy.run_module("bot", run_name="__main__", alter_sys=True)
