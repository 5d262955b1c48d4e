"""The words of money: scales such as billion, currencies."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Annotated, Final, NamedTuple

from pydantic import BaseModel, ConfigDict, Field


class _ScaleTable(BaseModel):
    """Number words, and scales by power of ten.

    Attributes:
        source: Where they are from.
        ones: English, one to nineteen.
        tens: Twenty to ninety.
        parts: Words for fractions, by what they divide by.
        american: Read; the first spelling is the word.
        elsewhere: Asked back in an option: a "mil" is a million or a thousand.
        unambiguous_elsewhere: Those of them that are read in running text.
        east_asian: Characters; the first is the one that the others are replaced by.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    source: str
    ones: list[str]
    tens: list[str]
    parts: dict[int, list[str]]
    american: dict[int, list[str]]
    elsewhere: dict[int, list[str]]
    unambiguous_elsewhere: list[str]
    east_asian: dict[int, str]


_TABLE: Final = _ScaleTable.model_validate_json(
    (files("commands.common.parsing") / "data" / "scales.json").read_bytes()
)

ONES: Final[dict[str, int]] = {word: value for value, word in enumerate(_TABLE.ones, start=1)}
TENS: Final[dict[str, int]] = {word: 10 * value for value, word in enumerate(_TABLE.tens, start=2)}
PARTS: Final = {word: value for value, words in _TABLE.parts.items() for word in words}

SCALE_WORDS: Final[dict[str, int]] = {
    names[0]: 10**power for power, names in _TABLE.american.items()
}
"""The English words, smallest first."""

SCALES: Final[dict[str, int]] = {
    name: 10**power for power, names in _TABLE.american.items() for name in names
} | {f"{word}s": value for word, value in SCALE_WORDS.items()}
"""Every American spelling."""

SHORT_SCALES: Final = [name for name in SCALES if name.removesuffix("s") not in SCALE_WORDS]
"""Those that are no words, such as "bn"."""

SCALES_ELSEWHERE: Final[dict[str, int]] = {
    name: 10**power for power, names in _TABLE.elsewhere.items() for name in names
}
"""Spellings of other languages."""

SCALES_IN_TEXT: Final = SCALES | {
    name: SCALES_ELSEWHERE[name] for name in _TABLE.unambiguous_elsewhere
}
"""What is read in running text."""

MYRIADS: Final[dict[str, int]] = {
    characters[0]: 10**power for power, characters in _TABLE.east_asian.items()
}
"""East Asian scales, largest first."""

MYRIAD_SPELLINGS: Final = str.maketrans(
    {other: chars[0] for chars in _TABLE.east_asian.values() for other in chars[1:]}
)
"""From each other way to write an East Asian scale to the key of `MYRIADS`."""

MYRIAD_CHARACTERS: Final = "".join(_TABLE.east_asian.values())


DOLLAR_MARK: Final = r"us ?\$|u\.s\. ?\$|usd|\$"
"""A pattern for the signs of the US dollar."""

_DOLLAR_BEFORE: Final = re.compile(r"(?:us ?\$|u\.s\. ?\$|usd ?\$?|\$ ?usd?(?![a-z])|\$) ?")
_DOLLAR_AFTER: Final = re.compile(
    r" ?(?:us ?\$|\$|usd|(?P<spelled>(?:(?:us|u\.s\.|american) )?dollars?|bucks"
    r"|美元|美金|米ドル|ドル|미국 ?달러|달러))$"
)

_OTHER_DOLLARS: Final = re.compile(
    r"\b(?:canadian|australian|aussie|hong ?kong|hk|singapore|new zealand|nz|taiwan|jamaican|"
    r"cayman|bahamian|can|cdn|au|sg) (?:dollars?|\$)"
    # Named one by one: "to $200b" and "of $1t" are US dollars. "a $200b sale" and "ca $200b" too,
    # so these two must touch the sign.
    r"|(?<![a-z0-9])(?:(?:a|ca)\$|(?:ar|au|aus|aud|bb|bds|bm|bz|c|cad|can|cdn|ci|cl|cn|col|cu|ec"
    r"|f|fj|g|gy|hk|j|ja|ky|l|mex|mop|mx|n|na|nt|nz|r|rd|s|sg|si|sr|tt|uy|wd|ws|xc|z|zw) ?\$)"
)
_EAST_ASIAN: Final = re.compile(
    "(?:香港|豪|加拿大|カナダ|シンガポール|홍콩 ?|호주 ?)(?:ドル|달러)"
    "|[元圆圓円塊块]|人民币|人民幣|英镑|英鎊|[港台加澳][币幣]|卢布|卢比|ユーロ|ポンド|フラン|ウォン"
    "|[원엔]|위안|유로|파운드"
)
_SCALE_BEFORE_CODE: Final = re.compile(r"^(?:mm|[kmbt]n?)(?=[a-z]{3})")


class InDollars(NamedTuple):
    """An amount's text without its currency marks.

    Attributes:
        text: What is left.
        is_spelled: True when the word "dollars" stood there, which makes even "5 dollars" a full
            statement; a mere sign does not ("$5" is often short for five billion).
    """

    text: str
    is_spelled: bool


def strip_dollars(text: str) -> InDollars | None:
    """Take one US-dollar mark off either end.

    Returns:
        The rest, or None when the marks contradict each other (``$200b$``).
    """
    before, after = _DOLLAR_BEFORE.match(text), _DOLLAR_AFTER.search(text)
    if before and after and after[0].strip() == "$":
        return None
    start = before.end() if before else 0
    end = after.start() if after and after.start() >= start else len(text)
    return InDollars(text[start:end], is_spelled=bool(after and after["spelled"]))


def names_other_currency(text: str) -> bool:
    """Whether any money but the US dollar is named."""
    without_us = re.sub("美元|美金|米ドル", "", text)
    if any(c not in "$¢" and unicodedata.category(c) == "Sc" for c in without_us):
        return True
    if _OTHER_DOLLARS.search(without_us) or _EAST_ASIAN.search(without_us):
        return True
    words = re.findall("[a-z]+", without_us)
    bare = (_SCALE_BEFORE_CODE.sub("", word) for word in words)
    return not _other_moneys().isdisjoint([*words, *bare])


class _Currencies(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    source: str
    codes: frozenset[Annotated[str, Field(pattern="^[a-z]{3}$")]]
    names: frozenset[Annotated[str, Field(pattern="^[a-z]+$")]]


@cache
def _other_moneys() -> frozenset[str]:
    file = files("commands.common.parsing") / "data" / "currencies.json"
    table = _Currencies.model_validate_json(file.read_bytes())
    return table.codes | table.names
