"""Numbers with Chinese, Japanese and Korean scales: 2000亿, 1兆2000億, 2천억."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from commands.arguments.numbers import read_number

if TYPE_CHECKING:
    from fractions import Fraction

_SPELLINGS: Final = str.maketrans("萬億만억조천백", "万亿万亿兆千百")
_SCALES: Final = {
    "兆": 10**12,
    "亿": 10**8,
    "万": 10**4,
    "千": 1000,
    "百": 100,
    "十": 10,
}
_SPACE_BESIDE_SCALE: Final = re.compile(rf" ?([{''.join(_SCALES)}]) ?")


def read_myriads(text: str) -> Fraction | None:
    """Read digits with East Asian scales; 兆 is 10¹² as in Japan, Korea and Taiwan.

    Args:
        text: Clean text without a currency.

    Returns:
        The exact value, or None when there is no such scale or anything is left over.
    """
    unified = _SPACE_BESIDE_SCALE.sub(r"\1", text.translate(_SPELLINGS))
    return _read(unified) if any(scale in unified for scale in _SCALES) else None


def _read(text: str, *, is_multiplier: bool = False) -> Fraction | None:
    for symbol, scale in _SCALES.items():
        left, found, right = text.partition(symbol)
        if not found:
            continue
        multiplier = _read(left, is_multiplier=True)
        if multiplier is None or (not left.isascii() and multiplier >= scale):
            return None
        if not right:
            return multiplier * scale
        # "1亿2" is said for 120 million by some: what follows must carry a scale of its own.
        rest = None if right.isascii() and not is_multiplier else _read(right)
        whole = multiplier.denominator == 1
        return multiplier * scale + rest if whole and rest is not None and rest < scale else None
    return read_number(text)
