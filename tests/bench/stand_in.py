"""The process against a stand-in for Discord, the package ``harness`` in a folder that is given.

See ``tests/end_to_end.py``.
"""

import importlib
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BOT = [sys.executable, "-m", "bot"]
# The packaged data, nothing fetched: this is about this machine only.
ENVIRONMENT = {"REFRESH_HOURS": "0", "DATA_DIR": tempfile.gettempdir() + "/selloff-bench-no-data"}
HEADER = f"{'milliseconds':34}{'p50':>9}{'p95':>9}{'p99':>9}{'max':>9}"


def load_harness(folder):
    """Return the harness and its load module."""
    sys.path.insert(0, str(folder))
    return importlib.import_module("harness"), importlib.import_module("harness.load")


async def start(discord, command=BOT):
    """Start the process and wait until it is ready."""
    return await discord.start_bot(command, cwd=str(ROOT), env=ENVIRONMENT)


def forget(discord):
    """Clear what the stand-in keeps of the past: a long run is not about its memory."""
    world = discord.discord
    for kept in (world.messages, world.files, world.by_id, world.by_token, world.by_interaction):
        kept.clear()
    world.channel_log.clear()


def line(name, spread):
    """Format p50, p95, p99 and the largest of a spread of milliseconds."""
    figures = "".join(f"{spread[key] or 0:9.0f}" for key in ("p50", "p95", "p99", "max"))
    return f"{name:34}{figures}"
