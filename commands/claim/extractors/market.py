"""Claims about the market: a yield today, a day's trading, what comes due within a year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from commands.claim.claims import Claim, ClaimedNumber, ClaimKind
from commands.claim.keywords import Cue
from commands.common.parsing.quantities_in_text import Unit

if TYPE_CHECKING:
    from commands.claim.sentence import Sentence

_SAME: Final = re.compile(
    r"[(=]|\bi\.?e\b|\bthat['’]?s|\bthat is\b|\binto\b|\bor\b|\bmeaning\b|等于|即"
)
_SLIPS: Final = (10.0, 100.0, 1000.0)
_EXACT: Final = 0.01
_IS: Final = re.compile(
    r"(?:is|are|at|now|hits?|reach\w*|yields?|stands?|above|over|around|about|near|past|tops?|of)"
    r"(?: \w+)? ?$"
)


def market_figures(sentence: Sentence) -> list[Claim]:
    """One figure of the market."""
    return _trading(sentence) or _due(sentence) or _yield_level(sentence)


def unit_slips(sentence: Sentence) -> list[Claim]:
    """One sum told twice, a power of ten apart: "1.2 trillion, that is 120 billion"."""
    amounts = sentence.of(Unit.USD)
    if len(amounts) != 2 or not _SAME.search(sentence.text[amounts[0].end : amounts[1].start]):
        return []
    small, large = sorted(amounts, key=lambda each: each.low)
    slipped = [slip * small.low for slip in _SLIPS]
    if not any(abs(large.low - each) < _EXACT * each for each in slipped):
        return []
    return [Claim(ClaimKind.UNIT_SLIP, ClaimedNumber.of(small), given=(large.low,))]


def _trading(sentence: Sentence) -> list[Claim]:
    amounts = sentence.of(Unit.USD)
    if not amounts or sentence.holders or not sentence.has(Cue.TRADING, Cue.DAILY, Cue.TREASURY):
        return []
    return [Claim(ClaimKind.TRADING_DAY, ClaimedNumber.of(amounts[0]))]


def _due(sentence: Sentence) -> list[Claim]:
    shares, amounts = sentence.of(Unit.PERCENT), sentence.of(Unit.USD)
    if not sentence.has(Cue.DUE, Cue.DEBT, Cue.WITHIN_YEAR) or sentence.holders:
        return []
    if len(shares) == 1 and not amounts:
        return [Claim(ClaimKind.DEBT_DUE, ClaimedNumber.of(shares[0]), what="share")]
    if len(amounts) == 1 and not shares:
        return [Claim(ClaimKind.DEBT_DUE, ClaimedNumber.of(amounts[0]), what="usd")]
    return []


def _yield_level(sentence: Sentence) -> list[Claim]:
    rates = sentence.of(Unit.PERCENT)
    lives = sentence.times.lives
    is_plain = len(rates) == 1 and len(lives) == 1 and not sentence.of(Unit.USD, Unit.POINTS)
    if not is_plain or not sentence.has(Cue.YIELD) or sentence.has(Cue.SELL):
        return []
    if not _IS.search(sentence.text[: rates[0].start].rstrip(" $")):
        return []
    if (
        sentence.has(Cue.PRICE)
        or sentence.of(Unit.BARE)
        or any(place.key != "us" for place in sentence.places)
    ):
        return []
    return [Claim(ClaimKind.YIELD_LEVEL, ClaimedNumber.of(rates[0]), given=(lives[0],))]
