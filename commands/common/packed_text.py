"""Text of any kind as a field of a custom id, packed so that a sentence has room in it."""

from __future__ import annotations

import zlib
from typing import Final

from commands.common.custom_id import FIRST_PACKED, LAST_PACKED, StaleButtonError

_FIRST: Final = ord(FIRST_PACKED)
_BASE: Final = ord(LAST_PACKED) - _FIRST + 1
# A deflate stream without header and checksum.
_RAW: Final = -zlib.MAX_WBITS
_MOST_UNPACKED: Final = 2000


def pack_field(text: str) -> str:
    """Text of any kind as a field: deflated, as a number whose digits are Chinese characters.

    Each of them holds 14 bits, so that a sentence of 150 letters takes some 70 of them.
    """
    deflate = zlib.compressobj(zlib.Z_BEST_COMPRESSION, zlib.DEFLATED, _RAW)
    data = deflate.compress(text.encode()) + deflate.flush()
    # The first byte keeps zeros that follow it.
    number, digits = int.from_bytes(b"\x01" + data), ""
    while number:
        number, digit = divmod(number, _BASE)
        digits = chr(_FIRST + digit) + digits
    return digits


def unpack_field(field: str) -> str:
    """The text that `pack_field` packed.

    Raises:
        StaleButtonError: It packed none.
    """
    number = 0
    for character in field:
        if not FIRST_PACKED <= character <= LAST_PACKED:
            raise StaleButtonError
        number = number * _BASE + ord(character) - _FIRST
    data = number.to_bytes((number.bit_length() + 7) // 8)[1:]
    inflate = zlib.decompressobj(_RAW)
    try:
        text = inflate.decompress(data, _MOST_UNPACKED).decode()
    except (zlib.error, UnicodeDecodeError) as error:
        raise StaleButtonError from error
    if not inflate.eof:
        raise StaleButtonError
    return text
