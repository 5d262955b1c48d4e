"""Standard output and error that are closed, cannot hold every character, or lose their reader."""

from __future__ import annotations

import codecs
import io
import os
import sys
import unicodedata
from typing import TextIO

# What no Unicode decomposition makes ASCII of.
_PLAIN = {
    **dict.fromkeys("−–—", "-"),
    **dict.fromkeys("“”„", '"'),
    **dict.fromkeys("‘’", "'"),
    **dict.fromkeys("⁄÷", "/"),
    **dict.fromkeys("•×·", "*"),
    "→": "->",
    "√": "sqrt",
    "¥": "yen ",
    "≈": "~",
}


def prepare_streams() -> None:
    """Make both streams safe to print any text to."""
    # Otherwise the first file or socket to be opened would take the place of a closed stream.
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    codecs.register_error("plain", _replace_by_plain)
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            # As pythonw leaves it.
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="plain")


def write_line(text: object = "", stream: TextIO | None = None) -> None:
    """Print a line at once; where nobody reads any more, go on without."""
    stream = stream or sys.stdout
    try:
        print(text, file=stream, flush=True)
    except OSError:
        discard(stream)


def write_error(text: object) -> None:
    """Print a line on standard error."""
    write_line(text, sys.stderr)


def discard(stream: TextIO) -> None:
    """Send what a stream still holds, and all that follows, to nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def flush_streams() -> None:
    """Write out what both streams still hold, if anybody reads it."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            discard(stream)


def _replace_by_plain(error: UnicodeError) -> tuple[str, int]:
    """Replace what an encoding lacks by the nearest ASCII text: ``−`` by ``-``."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    plain = ""
    for character in error.object[error.start : error.end]:
        parts = (_PLAIN.get(each, each) for each in unicodedata.normalize("NFKD", character))
        plain += "".join(parts).encode("ascii", "ignore").decode() or "?"
    return plain, error.end
