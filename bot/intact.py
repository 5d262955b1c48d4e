"""Are the packaged figures as they were released? A wrong digit would otherwise be told as fact."""

from __future__ import annotations

import hashlib
from pathlib import Path

FIGURES = Path(__file__).resolve().parents[1] / "calc"
SUMS = "SHA256SUMS"
"""Stands in the folder, as ``sha256sum data/*.json parameters/*.json`` prints it."""


def damaged_files(folder: Path = FIGURES) -> list[str]:
    """Files of the folder that are missing, or not as they were released."""
    try:
        lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return [SUMS]
    released = [line.partition("  ") for line in lines]
    return [name for digest, _, name in released if _digest(folder / name) != digest]


def _digest(path: Path) -> str | None:
    try:
        # A checkout on Windows may have its own line endings.
        content = path.read_bytes().replace(b"\r\n", b"\n")
    except (OSError, ValueError):
        return None
    return hashlib.sha256(content).hexdigest()
