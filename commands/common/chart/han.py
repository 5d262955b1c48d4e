"""Chinese, Japanese and Korean characters in charts: which they are, how they break, their fonts.

The typeface of the charts has none of them. Each language has its own font beside its catalog, as
the same character has other shapes in each; all of them are as wide as the text is high.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from commands.common.locale import catalog_files

REGULAR: Final = "chart-regular.otf"
BOLD: Final = "chart-bold.otf"
HAN: Final = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"
"""Ranges of a regular expression: from radicals to the unified block, Hangul, full-width forms."""
_OPENING, _CLOSING = "（「", "、。，：；！？）」％"
# What stays together on a line, with the blank before it.
_TOKEN: Final = re.compile(rf"(\s*)([{_OPENING}]*[{HAN}][{_CLOSING}]*|[^\s{HAN}]+[{_CLOSING}]*)")


def unbroken_parts(words: str) -> list[tuple[str, str]]:
    """The parts of a text that a line may end after, each with the gap before it."""
    return [(" " if gap else "", part) for gap, part in _TOKEN.findall(words)]


@lru_cache(16)
def han_font(language: str, *, is_bold: bool) -> str:
    """Path of the font of a language by its catalog's name; empty for one without."""
    if not language:
        return ""
    file = catalog_files.FOLDER / language / (BOLD if is_bold else REGULAR)
    return str(file) if file.is_file() else ""
