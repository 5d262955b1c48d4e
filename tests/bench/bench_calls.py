"""How many of our files an uncached /selloff enters: ``python -m tests.bench.bench_calls``.

The real client answers inside SimCord while `sys.setprofile` notes each file whose code runs.
"""

import argparse
import asyncio
import inspect
import sys
import threading
from pathlib import Path

import simcord

from bot.client import SelloffClient
from bot.interactions.dispatcher import Dispatcher
from bot.settings import Settings
from calc import load_snapshot
from commands.common.slash_line import parse_slash_line
from commands.registry import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("bot", "calc", "commands")
MAX_BOT_FILES, MAX_FILES = 6, 45


class Calls:
    """Notes files in the order in which they are entered.

    Args:
        reply: The file of the function at which the command is asked.
    """

    def __init__(self, reply):
        self._reply = reply
        self.files = {}
        self.before_reply = None
        self.is_on = False

    def __call__(self, frame, event, _):
        if not self.is_on or event != "call":
            return
        code = frame.f_code
        path = Path(code.co_filename)
        if not any(path.is_relative_to(ROOT / name) for name in PACKAGES):
            return
        if self.before_reply is None and code.co_filename == self._reply:
            self.before_reply = [each for each in self.files if each.startswith("bot/")]
        self.files.setdefault(path.relative_to(ROOT).as_posix())


async def measure(line):
    """What one question enters."""
    name, options = parse_slash_line(line)
    settings = Settings(_env_file=None)
    dispatcher = Dispatcher(settings, load_snapshot())
    client = SelloffClient(settings, dispatcher, shard_count=1)
    calls = Calls(inspect.getsourcefile(COMMANDS[name].reply))
    # For the thread that draws, which begins with the first picture.
    threading.setprofile(calls)
    async with client, simcord.run(client, settle_timeout=60) as env:
        guild = env.create_guild("Rates")
        channel = guild.create_text_channel("treasuries")
        ann = guild.add_member(env.create_user("ann"))
        sys.setprofile(calls)
        calls.is_on = True
        await ann.slash(channel, name, **options)
        calls.is_on = False
        sys.setprofile(None)
    threading.setprofile(None)
    dispatcher.close()
    return calls


def main():
    parser = argparse.ArgumentParser(prog="python -m tests.bench.bench_calls", description=__doc__)
    parser.add_argument("line", nargs="?", default="/selloff country:norway amount:123b")
    parser.add_argument("--files", action="store_true", help="name the files")
    options = parser.parse_args()
    try:
        known = parse_slash_line(options.line)[0] in COMMANDS
    except ValueError:
        known = False
    if not known:
        parser.error(f"not a command: {options.line}")
    calls = asyncio.run(measure(options.line))
    before = calls.before_reply or []
    print(f"{len(before)} files of bot/ before the command is asked, at most {MAX_BOT_FILES}")
    drawing = sum(each.startswith("commands/common/chart/") for each in calls.files)
    print(f"{len(calls.files)} of our files in all, at most {MAX_FILES}; {drawing} of them draw")
    if options.files:
        print(*before, "", *calls.files, sep="\n")
    return int(len(before) > MAX_BOT_FILES or len(calls.files) > MAX_FILES)


if __name__ == "__main__":
    sys.exit(main())
