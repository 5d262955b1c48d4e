"""The fetched data in one file, shared by all processes that use the same folder; their test."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.data_refresh.market_files import MarketFiles, packaged_files
from bot.data_refresh.validation import RejectedDataError
from calc import load_snapshot
from calc.market.snapshot import Quarter
from commands.common.command import Request
from commands.dispatch import run_command
from commands.registry import COMMANDS, example_of

if TYPE_CHECKING:
    from calc import MarketSnapshot

# The refresh may run as another user than the bot. Nothing in the files is secret.
_MODE = 0o644


class Store:
    """The file with the last good data, in a folder that the first `save` creates."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "current.json"

    def load(self) -> MarketFiles:
        """Read the packaged data, updated by the stored ones; raise `ValueError` for damage."""
        try:
            text = self.path.read_bytes()
        except FileNotFoundError:
            return packaged_files()
        return packaged_files().updated_by(MarketFiles.model_validate_json(text))

    def save(self, files: MarketFiles) -> None:
        """Replace the stored data; raise `OSError` with no change."""
        atomic_write(self.path, files.model_dump_json(indent=1))

    def stamp(self) -> int:
        """Return a number that changes when any process replaces the file; 0 without a file."""
        try:
            return self.path.stat().st_mtime_ns
        except OSError:
            return 0


@dataclass(frozen=True, slots=True)
class LoadedSnapshot:
    """The stored market if it is usable, else the packaged one and why the stored one is not."""

    snapshot: MarketSnapshot
    problem: Exception | None = None


def load_latest(store: Store) -> LoadedSnapshot:
    """Load the newest usable market; never fails."""
    if not store.stamp():
        return LoadedSnapshot(load_snapshot())
    try:
        return LoadedSnapshot(smoke_test(store.load()))
    except (OSError, ValueError) as error:
        return LoadedSnapshot(load_snapshot(), error)


def atomic_write(path: Path, text: str) -> None:
    """Replace a file in one step, readable for every user; raise `OSError` with no change."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix="next-", suffix=path.suffix)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_MODE)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


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
