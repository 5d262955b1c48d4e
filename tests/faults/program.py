"""``python -m bot`` with its requests sent to a test, and pictures that wait as long as a file is.

The address of Discord's REST interface stands in ``TEST_DISCORD``, the file in ``TEST_HOLD``; all
arguments are the bot's own.
"""

import os
import runpy
import sys
import time
from pathlib import Path

from discord.http import Route

import commands.common.answer

if __name__ == "__main__":
    Route.BASE = os.environ["TEST_DISCORD"]
    answer = vars(commands.common.answer)
    hold, draw = Path(os.environ["TEST_HOLD"]), answer["render_png"]

    def patiently(spec):
        while hold.exists():
            time.sleep(0.02)
        return draw(spec)

    answer["render_png"] = patiently
    sys.argv[0] = "bot"
    runpy.run_module("bot", run_name="__main__", alter_sys=True)
