"""The last check of a market: every command answers its own example from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.data_refresh.validation import RefusedError
from commands.common.command import Request
from commands.dispatch import run_command
from commands.registry import COMMANDS, example_of

if TYPE_CHECKING:
    from bot.data_refresh.market_files import Fresh
    from calc import MarketSnapshot


def proved(fresh: Fresh) -> MarketSnapshot:
    """The market of these files.

    Raises:
        ValueError: They do not fit together, or a command cannot answer its own example.
    """
    snapshot = fresh.snapshot()
    for command in COMMANDS.values():
        try:
            answer = run_command(command, Request(snapshot), example_of(command))
        except Exception as error:
            msg = f"/{command.name} cannot answer from it"
            raise RefusedError(msg) from error
        if answer.is_refusal:
            msg = f"/{command.name} refuses its example"
            raise RefusedError(msg)
    return snapshot
