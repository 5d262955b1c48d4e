"""Number words of running text written as digits, so that one pattern reads every number."""

from __future__ import annotations

import re
from typing import Final

from commands.common.parsing.cjk_numerals import read_myriads
from commands.common.parsing.number_words import read_cardinal, read_fraction, split_words

_ONES: Final = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    "|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
_PARTS: Final = (
    "half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?"
)
_RUN: Final = re.compile(
    rf"\b(?:{_ONES})(?:[ -](?:{_ONES}|hundred|thousand|point|zero)|(?<=hundred) and (?:{_ONES}))*\b"
    rf"|\b(?:a )?hundred(?: and (?:{_ONES}))?(?= (?:million|billion|trillion|percent))"
)
_OF_SCALE: Final = re.compile(
    r"\b(?P<part>(?:a )?half|(?:a|one) quarter|(?:a|one) third)(?: of)? a (?=[mbt]r?illion)"
)
_A_SCALE: Final = re.compile(r"\ba (?=(?:few )?(?:million|billion|trillion)\b)")
_SHARE: Final = re.compile(
    rf"\b(?P<count>a|an|one|two|three|four|1|2|3|4)[ -](?P<part>{_PARTS})\b"
    r"(?! (?:percent|per cent|point|ago|later))"
)
_HALF_OF: Final = re.compile(r"\bhalf(?= (?:of|the|its|their|all|every)\b)")
_ONE_IN: Final = re.compile(r"\b1 (?:[a-z]+ )?(?:in|out of)(?: every)? (?P<of>[2-9]|10)\b")
_MYRIADS: Final = re.compile(r"[0-9][0-9.,]*[万萬亿億兆千百十만억조][0-9.万萬亿億兆千百十만억조]*")
_PERCENT_WORDS: Final = re.compile(r"百分之(?=[0-9])([0-9.]+)")


def with_digits(text: str) -> str:
    """The text with ``thirty-six trillion`` as ``36 trillion`` and ``a fifth`` as ``20%``.

    Args:
        text: Lower case.
    """
    text = _OF_SCALE.sub(_part_of_scale, text)
    text = _A_SCALE.sub("1 ", text)
    text = _SHARE.sub(_share, text)
    text = _HALF_OF.sub("50%", text)
    text = _RUN.sub(_cardinal, text)
    text = _ONE_IN.sub(lambda match: f"{100 / int(match['of']):.6g}%", text)
    text = _PERCENT_WORDS.sub(r"\1%", text)
    return _MYRIADS.sub(_in_billions, text)


def _part_of_scale(match: re.Match[str]) -> str:
    value = read_fraction(split_words(match["part"].replace("a half", "half")))
    return match[0] if value is None else f"{float(value):.6g} "


def _share(match: re.Match[str]) -> str:
    words = {"1": "one", "2": "two", "3": "three", "4": "four"}
    value = read_fraction([words.get(match["count"], match["count"]), match["part"]])
    return match[0] if value is None else f"{float(value) * 100:.6g}%"


def _cardinal(match: re.Match[str]) -> str:
    value = read_cardinal(split_words(match[0].removeprefix("a ")))
    if value is None and match[0].removeprefix("a ") == "hundred":
        return "100"
    return match[0] if value is None else f"{float(value):.12g}"


def _in_billions(match: re.Match[str]) -> str:
    value = read_myriads(match[0].replace(",", ""))
    if value is None or value < 10**6:
        return match[0]
    return f"{float(value) / 1e9:.12g} billion "
