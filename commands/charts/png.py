"""A PNG of what was drawn.

Charts are flat: without the row filters that photographs profit from, they pack smaller and in
half the time. Without an alpha channel no ground of a chat window can shine through.
"""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_BITS_PER_CHANNEL = 8
_RGB = 2


def encode_png(pixels: NDArray[np.uint8]) -> bytes:
    """Pack a picture.

    Args:
        pixels: Rows from the top, columns, and red, green and blue: shape (height, width, 3).

    Returns:
        An opaque PNG as of ISO/IEC 15948 with 8 bits a channel.
    """
    height, width, _ = pixels.shape
    # The leading byte of each row names its filter; zero is none.
    rows = np.zeros((height, 1 + 3 * width), np.uint8)
    rows[:, 1:] = pixels.reshape(height, -1)
    header = struct.pack(">IIBBBBB", width, height, _BITS_PER_CHANNEL, _RGB, 0, 0, 0)
    return b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", header),
            _chunk(b"IDAT", zlib.compress(rows.tobytes(), 6)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
