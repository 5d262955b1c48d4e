"""Number words of running text written as digits, so that one pattern reads every number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from commands.common.parsing.cjk_numerals import read_myriads
from commands.common.parsing.currencies import MYRIAD_CHARACTERS, ONES, PARTS, SCALE_WORDS, TENS
from commands.common.parsing.numbers import read_cardinal, read_fraction, split_words

if TYPE_CHECKING:
    from fractions import Fraction

_BELOW_HUNDRED: Final = "|".join((*ONES, *TENS))
_PART_WORDS: Final = "|".join(
    word if value == 2 else f"{word}s?" for word, value in PARTS.items() if value <= 10
)
_LARGE: Final = "|".join(word for word in SCALE_WORDS if word != "thousand")
_CARDINAL: Final = re.compile(
    rf"\b(?:{_BELOW_HUNDRED})(?:[ -](?:{_BELOW_HUNDRED}|hundred|thousand|point|zero)"
    rf"|(?<=hundred) and (?:{_BELOW_HUNDRED}))*\b"
    rf"|\b(?:a )?hundred(?: and (?:{_BELOW_HUNDRED}))?(?= (?:{_LARGE}|percent))"
)
_PART_OF_SCALE: Final = re.compile(
    rf"\b(?P<part>(?:a )?half|(?:a|one) quarter|(?:a|one) third)(?: of)? a (?={_LARGE})"
)
_A_SCALE: Final = re.compile(rf"\ba (?=(?:few )?(?:{_LARGE})\b)")
_FRACTION: Final = re.compile(
    rf"\b(?P<count>a|an|one|two|three|four|1|2|3|4)[ -](?P<part>{_PART_WORDS})\b"
    r"(?! (?:percent|per cent|point|ago|later))"
)
_HALF_OF: Final = re.compile(r"\bhalf(?= (?:of|the|its|their|all|every)\b)")
_ONE_IN: Final = re.compile(
    r"\b1 (?:[a-z]+ )?(?:in|out of|of(?= every))(?: every)? (?P<of>[2-9]|10)\b"
)
_MYRIADS: Final = re.compile(rf"[0-9][0-9.,]*[{MYRIAD_CHARACTERS}][0-9.{MYRIAD_CHARACTERS}]*")
_MOST: Final = 1e18
_PERCENT_WORDS: Final = re.compile(r"百分之(?=[0-9])([0-9.]+)")


def write_digits(text: str) -> str:
    """Write ``thirty-six trillion`` as ``36 trillion`` and ``a fifth`` as ``20%``."""
    text = _PART_OF_SCALE.sub(_part_of_scale, text)
    text = _A_SCALE.sub("1 ", text)
    text = _FRACTION.sub(_fraction, text)
    text = _HALF_OF.sub("50%", text)
    text = _CARDINAL.sub(_cardinal, text)
    text = _ONE_IN.sub(lambda match: f"{100 / int(match['of']):.6g}%", text)
    text = _PERCENT_WORDS.sub(r"\1%", text)
    return _MYRIADS.sub(_in_billions, text)


def _part_of_scale(match: re.Match[str]) -> str:
    value = read_fraction(split_words(match["part"].replace("a half", "half")))
    return match[0] if value is None else f"{float(value):.6g} "


def _fraction(match: re.Match[str]) -> str:
    value = read_fraction([match["count"], match["part"]])
    return match[0] if value is None else f"{float(value) * 100:.6g}%"


def _bounded(value: int | Fraction) -> float:
    return float(value) if value < _MOST else _MOST


def _cardinal(match: re.Match[str]) -> str:
    words = match[0].removeprefix("a ")
    value = 100 if words == "hundred" else read_cardinal(split_words(words))
    return match[0] if value is None else f"{_bounded(value):.12g}"


def _in_billions(match: re.Match[str]) -> str:
    value = read_myriads(match[0].replace(",", ""))
    if value is None or value < 10**6:
        return match[0]
    return f"{_bounded(value) / 1e9:.12g} billion "
