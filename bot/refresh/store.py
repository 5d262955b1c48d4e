"""What was fetched, in one file that is only ever replaced as a whole."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

from bot.refresh.fresh import Fresh, packaged


class Store:
    """A folder with the last good data, shared by all processes that are given it.

    Args:
        folder: Made when something is written.
    """

    def __init__(self, folder: Path) -> None:
        self._current = folder / "current.json"
        self._asked = folder / "asked"

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
        folder = self._current.parent
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder, prefix="next-", suffix=".json")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(fresh.model_dump_json(indent=1))
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(self._current)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise

    def stamp(self) -> int:
        """Changes whenever any process replaces the stored data; 0 without any."""
        try:
            return self._current.stat().st_mtime_ns
        except OSError:
            return 0

    def hours_since_asked(self) -> float:
        """Since any process last asked the sources; infinite if none ever did."""
        try:
            hours = (time.time() - self._asked.stat().st_mtime) / 3600
        except OSError:
            return float("inf")
        # After the clock was put back.
        return hours if hours >= 0 else float("inf")

    def note_asking(self) -> None:
        """Remember that the sources are being asked now.

        Raises:
            OSError: The folder cannot be written to.
        """
        self._asked.parent.mkdir(parents=True, exist_ok=True)
        self._asked.touch()
