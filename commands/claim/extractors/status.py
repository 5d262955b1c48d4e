"""Claims without a figure that can still be checked: the rating, the dollar, April 2025."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from commands.claim.claims import Claim, ClaimedNumber, ClaimKind
from commands.claim.keywords import Cue
from commands.common.parsing.quantities_in_text import Unit

if TYPE_CHECKING:
    from commands.claim.sentence import Sentence

_AGENCIES: Final = {
    "sp": re.compile(r"\bs ?& ?p\b(?! ?500)|\bs and p\b|standard (?:&|and) poor|标普"),
    "fitch": re.compile(r"\bfitch|惠誉"),
    "moodys": re.compile(r"\bmoody|穆迪"),
}
_CAUSE: Final = re.compile(
    r"\bwas\b|\bwere\b|\bbecause\b|\bcause|\bthat['’]?s why\b|\bbehind\b|\bdue to\b|\bdriven\b"
    r"|\bresponsible|\brevenge\b|\btriggered\b|\bthanks to\b|\bblame|\band\b|\bretaliat|\bto punish"
    r"|\bby\b|因为|导致"
)
_CAUSED: Final = re.compile(
    r"\bcaus|\bbecause\b|\bbehind\b|\btrigger|\bblame|\bdue to\b|\bresponsible|\bdrove\b|导致"
)
_EFFECT: Final = re.compile(
    r"\byields?\b|\brates?\b|\brout\b|\bsell-?off\b|\bcrash|\bbroke\b|\bmarkets?\b|\bturmoil"
    r"|\bspik|\bjump|\bpause\b|\brevenge\b|收益率"
)
_BROAD_DOLLAR: Final = re.compile(
    r"\b(?:the|us|american|america) dollar(?!s)\b|\bdollar['’]s\b|\bgreenback\b|\bof the dollar\b"
    r"|\boff the dollar\b|^dollar\b|[=,] ?dollar\b"
    r"|美元(?=.{0,4}(?:崩|暴跌|完蛋))"
    r"|\bdollar (?:to|will|would|is|collapse|crash|meltdown|crisis)\b"
)


def april_2025(sentence: Sentence) -> list[Claim]:
    """That something was behind the jump of yields in April 2025."""
    text = sentence.text
    if not (sentence.times.is_april_2025 and _EFFECT.search(text)):
        return []
    if not sentence.has(Cue.SELL) and not _CAUSED.search(text):
        return []
    if not _CAUSE.search(text) and not sentence.holders:
        return []
    return [Claim(ClaimKind.APRIL_2025, who=tuple(place.key for place in sentence.holders)[:2])]


def ratings(sentence: Sentence) -> list[Claim]:
    """That the United States have, or lost, the top rating."""
    text = sentence.text
    agencies = [key for key, pattern in _AGENCIES.items() if pattern.search(text)]
    if not sentence.has(Cue.RATING) or (sentence.holders and not sentence.is_about_home):
        return []
    is_lost = sentence.has(Cue.RATING_LOST)
    if not (is_lost or sentence.has(Cue.TOP_RATING)):
        return []
    year = sentence.times.years[0] if sentence.times.years else None
    state = "lost" if is_lost else "kept"
    return [
        Claim(ClaimKind.RATING, what=f"{state}-{agency}", year=year)
        for agency in agencies or ["any"]
    ]


def dollar_collapse(sentence: Sentence) -> list[Claim]:
    """That the dollar collapses, or loses so many percent, when a holder sells."""
    if not (_BROAD_DOLLAR.search(sentence.text) and sentence.has(Cue.COLLAPSE)):
        return []
    fall = next(iter(sentence.of(Unit.PERCENT)), None)
    return [
        Claim(
            ClaimKind.DOLLAR_COLLAPSE,
            None if fall is None else ClaimedNumber.of(fall),
            tuple(place.key for place in sentence.holders)[:2],
        )
    ]
