"""Plain text as a field of a custom id."""

from __future__ import annotations

import re
import sys
from typing import Final

# What a custom id cannot hold is written as its number between two dashes.
_OTHER: Final = re.compile(r"[^a-z0-9.]")
_WRITTEN: Final = re.compile(r"-([0-9a-f]{2,6})-")


def write_field(text: str) -> str:
    """Lower-case text as a field: blanks as ``_``, other marks as their numbers."""
    return _OTHER.sub(lambda match: "_" if match[0] == " " else f"-{ord(match[0]):02x}-", text)


def read_field(field: str) -> str:
    """The text of a field; a number that is no character stays as it is."""
    return _WRITTEN.sub(_character, field.replace("_", " "))


def _character(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return chr(code) if code <= sys.maxunicode else match[0]
