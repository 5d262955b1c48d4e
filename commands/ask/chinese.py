"""Questions in Chinese, written as the English ones that templates read."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from pydantic import BaseModel, ConfigDict

from commands.common.parsing.cjk_numerals import read_myriads, read_part
from commands.common.parsing.country_table import names

if TYPE_CHECKING:
    from fractions import Fraction

_HAN: Final = re.compile("[\u3400-\u9fff]")
_KANA_OR_HANGUL: Final = re.compile("[\u3040-\u30ff\uac00-\ud7af]")
_NUMERALS: Final = "0-9.〇零一二两三四五六七八九十百千"
_SUM: Final = re.compile(
    rf"((?:[0-9],[0-9]|[{_NUMERALS}万亿兆])*[亿兆][{_NUMERALS}万]*)(?:美元|美金)?"
)
_PART: Final = re.compile(f"[{_NUMERALS}]+分之[{_NUMERALS}]+")
_HOME: Final = "美"
_BILLION: Final = 10**9


class _File(BaseModel):
    """What is read.

    Attributes:
        source: Where the words are from.
        traditional: Characters that are read as those of ``simplified`` at the same place.
        simplified: See there.
        phrases: Patterns and the English for them, in the order of replacing.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    source: str
    traditional: str
    simplified: str
    phrases: tuple[tuple[str, str], ...]


def in_english(text: str) -> str:
    """A Chinese question in English words; unchanged when some of it cannot be read.

    Args:
        text: One line; of any language.
    """
    if _HAN.search(text) is None or _KANA_OR_HANGUL.search(text):
        return text
    characters, phrases, countries = _words()
    read = text.translate(characters)
    read = _SUM.sub(lambda match: _sum(match[1], match[0]), read)
    read = _PART.sub(lambda match: _share(match[0]), read)
    read = countries.sub(lambda match: f" {names()[match[0]].what.name} ", read)
    for pattern, english in phrases:
        read = pattern.sub(english, read)
    return text if _HAN.search(read) else " ".join(read.split())


def _sum(number: str, whole: str) -> str:
    value = read_myriads(number)
    return whole if value is None else f" ${_plain(value / _BILLION)} billion "


def _share(text: str) -> str:
    value = read_part(text)
    return text if value is None else f" {_plain(100 * value)}% "


def _is_abroad(name: str) -> bool:
    """Whether a name is Chinese and not of the US, which the phrases read with its debt."""
    return bool(_HAN.match(name)) and not name.startswith(_HOME)


def _plain(value: Fraction) -> str:
    return f"{float(value):.6g}"


@cache
def _words() -> tuple[dict[int, str], tuple[tuple[re.Pattern[str], str], ...], re.Pattern[str]]:
    file = files("commands.ask") / "data" / "zh.json"
    read = _File.model_validate_json(file.read_bytes())
    characters = dict(zip(map(ord, read.traditional), read.simplified, strict=True))
    known = sorted((name for name in names() if _is_abroad(name)), key=len, reverse=True)
    phrases = tuple((re.compile(pattern), english) for pattern, english in read.phrases)
    return characters, phrases, re.compile("|".join(map(re.escape, known)))
