"""What was fetched, in one file that is only ever replaced as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.data_refresh.atomic_write import write_whole
from bot.data_refresh.market_files import Fresh, packaged

if TYPE_CHECKING:
    from pathlib import Path


class Store:
    """A folder with the last good data, shared by all processes that are given it.

    Args:
        folder: Made when something is written.
    """

    def __init__(self, folder: Path) -> None:
        self._current = folder / "current.json"

    @property
    def path(self) -> Path:
        """The file with the last good data."""
        return self._current

    def load(self) -> Fresh:
        """The packaged data with whatever is stored that is newer.

        Raises:
            OSError: The file cannot be read.
            ValueError: It is not what was written.
        """
        try:
            text = self._current.read_bytes()
        except FileNotFoundError:
            return packaged()
        return packaged().updated_by(Fresh.model_validate_json(text))

    def save(self, fresh: Fresh) -> None:
        """Replace the stored data in one step.

        Raises:
            OSError: The folder cannot be written to; what was stored is untouched.
        """
        write_whole(self._current, fresh.model_dump_json(indent=1))

    def stamp(self) -> int:
        """Changes whenever any process replaces the stored data; 0 without any."""
        try:
            return self._current.stat().st_mtime_ns
        except OSError:
            return 0
