"""The last check of new data: every command answers its own example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.data_refresh.validation import RejectedDataError
from calc.market.quarters import Quarter
from commands.common.command import Request
from commands.dispatch import run_command
from commands.registry import COMMANDS, example_of

if TYPE_CHECKING:
    from bot.data_refresh.market_files import MarketFiles
    from calc import MarketSnapshot


def smoke_test(files: MarketFiles) -> MarketSnapshot:
    """Run every command's example on the market of these files.

    Raises:
        ValueError: The files do not fit together, or a command cannot answer its example.
    """
    snapshot = files.snapshot()
    last_year = max(year.fiscal_year for year in snapshot.budget)
    if Quarter.containing(snapshot.curve.as_of).fiscal_year > last_year:
        msg = f"the budget outlook of this version ended with fiscal year {last_year}"
        raise RejectedDataError(msg)
    for command in COMMANDS.values():
        try:
            answer = run_command(command, Request(snapshot), example_of(command))
        except Exception as error:
            msg = f"/{command.name} cannot answer from it"
            raise RejectedDataError(msg) from error
        if answer.is_refusal:
            msg = f"/{command.name} refuses its example"
            raise RejectedDataError(msg)
    return snapshot
