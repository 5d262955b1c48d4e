"""Claims about a sale: its size, and what it is said to do to yields and prices."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from commands.claim.claims import Claim, ClaimedNumber, ClaimKind
from commands.claim.extractors.holdings import is_holding
from commands.claim.keywords import Cue
from commands.common.parsing.places_in_text import FED
from commands.common.parsing.quantities_in_text import QuantityInText, Unit

if TYPE_CHECKING:
    from commands.claim.sentence import Sentence

_ALL: Final = re.compile(
    r"\b(?:all|everything|every last|every (?:single )?treasury|the whole|(?:its|their|the) entire"
    r"|the lot|whole)\b|全部"
)
_HALF_OF_IT: Final = re.compile(r" ?(?:of )?(?:its|their|the) ")
_TO: Final = re.compile(
    r"(?:to|hit|at|reach(?:es)?|touch|above|over|past|near|yield|见)(?: \w+)? ?$"
)
_DOWN: Final = re.compile(r"\bprices?\b|\bbonds? (?:fall|lose|drop)|\bvalue\b")
_BARE_YIELD: Final = re.compile(r"_{5,}|\byields?\b|\brates?\b|\bborrowing costs?\b|收益率")
_BILL: Final = re.compile(
    r"\binterest\b(?! rates?)|\bdebt servic|\bservicing (?:cost|the debt)|利息"
)
_MULTIPLES: Final = {
    r"\bdoubl(?:e|es|ed|ing)\b|\btwice\b|\btwofold\b|翻倍": 2.0,
    r"\btripl(?:e|es|ed|ing)\b|\btrebl(?:e|es|ed|ing)\b|\bthreefold\b": 3.0,
    r"\bquadrupl(?:e|es|ed|ing)\b|\bfourfold\b": 4.0,
    r"\btenfold\b": 10.0,
}
_TIMES: Final = re.compile(r"(?<![0-9.$])(?P<times>[0-9]{1,2}(?:\.[0-9])?)(?: ?x| times|-?fold)\b")
_OF_SOMETHING: Final = re.compile(r" ?(?:worth )?of [a-z]+")
_SMALL_WORDS: Final = re.compile(
    r"(?:ed|ing|s)?(?:[ ,]+(?:up|off|out|about|around|some|an?|mere|another|more|than|over|nearly"
    r"|almost|just|only|roughly|worth|was|were|is|being|got|gets|on|the|its|huge|as|much|quickly"
    r"|quietly)\b)*[ ,]*"
)
_DAY: Final = re.compile(
    r"\bovernight\b|\b(?:1|a single|a) day\b|\bat once\b|\bin the morning\b|\blast night\b"
)
_YEAR: Final = re.compile(r"\bover (?:a|1|the) year\b|\bwithin a year\b|\bin a year\b")


def sales(sentence: Sentence) -> list[Claim]:
    """That a holder sells so much, and perhaps what follows."""
    sellers = [place.key for place in sentence.holders if place.key != FED]
    if not sellers or not sentence.has(Cue.SELL):
        return []
    amount, share = _amount(sentence)
    if amount is None and share is None:
        return []
    if amount is not None and not _is_of_treasuries(sentence, amount):
        return []
    effect = _effect(sentence, share)
    given = (
        None if amount is None else amount.low,
        None if share is None else (1.0 if isinstance(share, str) else share.low),
    )
    pace = _pace(sentence)
    if effect is not None:
        claimed, what = effect
        return [Claim(ClaimKind.SALE_EFFECT, claimed, (sellers[0],), given, f"{what}-{pace}")]
    if amount is None or is_holding(sentence, amount):
        return []
    times = sentence.times
    what = f"{times.period}-{pace}" if times.period else pace
    year = times.years[-1] if times.years else None
    return [Claim(ClaimKind.SALE_SIZE, ClaimedNumber.of(amount), (sellers[0],), (), what, year)]


def _is_of_treasuries(sentence: Sentence, amount: QuantityInText) -> bool:
    """Treasuries are named, or nothing else is, as in "sold its factory for $2 billion"."""
    if sentence.has(Cue.TREASURY) or _BARE_YIELD.search(sentence.text):
        return True
    text = sentence.text
    if _OF_SOMETHING.match(text[amount.end :]):
        return False
    verbs = list(Cue.SELL.pattern.finditer(text))
    between = [
        text[verb.end() : amount.start]
        if verb.end() <= amount.start
        else text[amount.end : verb.start()]
        for verb in verbs
    ]
    return any(_SMALL_WORDS.fullmatch(part) for part in between)


def _amount(sentence: Sentence) -> tuple[QuantityInText | None, QuantityInText | str | None]:
    """Dollars, or else the share of what is held: "all" or a percentage of it."""
    dollars = sentence.of(Unit.USD)
    if dollars:
        return dollars[0], None
    for each in sentence.of(Unit.PERCENT):
        if _HALF_OF_IT.match(sentence.text[each.end :]):
            return None, each
    if _ALL.search(sentence.text):
        return None, "all"
    return None, None


def _effect(
    sentence: Sentence, share: QuantityInText | str | None
) -> tuple[ClaimedNumber, str] | None:
    numbers = [q for q in sentence.of(Unit.PERCENT, Unit.POINTS) if q is not share]
    if not numbers:
        return _multiple(sentence)
    if _is_bill(sentence):
        grown = numbers[-1]
        is_share = grown.unit is Unit.PERCENT
        return (ClaimedNumber(1 + grown.low, 1 + grown.high), "bill") if is_share else None
    claimed = numbers[-1]
    before = sentence.text[: claimed.start]
    if claimed.unit is Unit.POINTS:
        return ClaimedNumber.of(claimed), "rise"
    speaks_of_yields = _BARE_YIELD.search(sentence.text)
    if _DOWN.search(sentence.text) and not (speaks_of_yields and _BARE_YIELD.search(before[-40:])):
        return ClaimedNumber.of(claimed), "price"
    if not speaks_of_yields:
        return None
    return ClaimedNumber.of(claimed), "level" if _TO.search(before) else "rise"


def _multiple(sentence: Sentence) -> tuple[ClaimedNumber, str] | None:
    """Yields, or an interest bill, that "double" or "triple"."""
    what = "bill" if _is_bill(sentence) else "times"
    if what == "times" and not _BARE_YIELD.search(sentence.text):
        return None
    found = _TIMES.search(sentence.text)
    if found is not None:
        times = float(found["times"])
        return (ClaimedNumber(times, times), what) if times > 1 else None
    for pattern, times in _MULTIPLES.items():
        if re.search(pattern, sentence.text):
            return ClaimedNumber(times, times), what
    return None


def _is_bill(sentence: Sentence) -> bool:
    """Interest that the United States pay, rather than the rate of new debt."""
    return bool(_BILL.search(sentence.text)) and not _BARE_YIELD.search(sentence.text)


def _pace(sentence: Sentence) -> str:
    if _DAY.search(sentence.text):
        return "day"
    return "year" if _YEAR.search(sentence.text) else "month"
