"""Bond arithmetic in words: what is paid, what comes back, and what that is said to earn."""

from __future__ import annotations

import re
from itertools import permutations
from typing import TYPE_CHECKING, Final

from calc.bonds import yield_from_price
from commands.claim.claims import Claim, ClaimedNumber, ClaimKind
from commands.claim.keywords import Cue
from commands.common.parsing.quantities_in_text import Unit

if TYPE_CHECKING:
    from commands.claim.sentence import Sentence
    from commands.common.parsing.quantities_in_text import QuantityInText

_LEAST, _MOST = 10.0, 1000.0
_FACE: Final = 100.0
_NOTE_YEARS: Final = 10.0
_PRICE_FALL: Final = re.compile(
    r"prices? [^.%]{0,20}?(?:fall|fell|drop|lose|lost|slide|slid|sink|decline|plunge|down|off)"
    r"[a-z]*(?: by| about| some| of)*(?: a)? ?$"
)
_LARGEST_COUPON: Final = 0.15
_FITS: Final = 0.006
_LARGEST_YIELD: Final = 2.0
_RATIO: Final = re.compile(r"[/÷=→:]|->|=>|\bfor\b")
_COUPON: Final = re.compile(
    r"(?:coupon|pays|paying|promis\w+|interest)(?: (?:of|rate|a|an|its|about))* ?$"
)
_INTEREST_AFTER: Final = re.compile(r" ?(?:dollars? )?(?:of |in )?(?:interest|coupon)\b")
_COUPON_AFTER: Final = re.compile(r" ?(?:a year )?(?:coupon|interest|bond|note|treasury|paper)\b")


def bond_yields(sentence: Sentence) -> list[Claim]:
    """That a bond bought at one price and paying back another earns so much."""
    if sentence.of(Unit.USD) or any(_is_share(sentence, q) for q in sentence.of(Unit.PERCENT)):
        return []
    rates = [q for q in sentence.of(Unit.PERCENT) if q.low <= _LARGEST_YIELD]
    prices = [q for q in sentence.of(Unit.BARE) if _LEAST <= q.low <= _MOST]
    if not prices or not rates or not _speaks_of_a_bond(sentence, prices, rates):
        return _after_a_fall(sentence, rates)
    years = max(sentence.times.lives, default=1.0) or 1.0
    claimed = _claimed_rate(sentence, rates)
    coupons = [rate.low for rate in rates if rate is not claimed and rate.low <= _LARGEST_COUPON]
    coupons += _in_dollars(sentence)
    numbers = [quantity.low for quantity in prices]
    if min(numbers) < _FACE and set(numbers) <= {min(numbers), _FACE} and not coupons:
        return [_on_a_note(sentence, claimed, min(numbers))]
    reading = _best_reading(numbers, coupons, years, claimed.low)
    if reading is None:
        return []
    price, coupon = reading
    return [Claim(ClaimKind.BOND_YIELD, ClaimedNumber.of(claimed), given=(price, coupon, years))]


def _in_dollars(sentence: Sentence) -> list[float]:
    """Coupons told as dollars a year on a face of 100: "5 dollars of interest"."""
    return [
        quantity.low / _FACE
        for quantity in sentence.of(Unit.BARE)
        if quantity.low <= _FACE * _LARGEST_COUPON
        and _INTEREST_AFTER.match(sentence.text[quantity.end :])
    ]


def _on_a_note(sentence: Sentence, claimed: QuantityInText, price: float) -> Claim:
    """A lone price speaks of what the market trades; "one year" makes it a bill that repays 100."""
    times = sentence.times
    is_bill = times.lives == (1.0,) or (times.says_one_year and not times.lives)
    years = 1.0 if is_bill else max(times.lives, default=_NOTE_YEARS)
    coupon = 0.0 if is_bill else None
    return Claim(ClaimKind.BOND_YIELD, ClaimedNumber.of(claimed), given=(price, coupon, years))


def _after_a_fall(sentence: Sentence, rates: list[QuantityInText]) -> list[Claim]:
    """Prices fall 10%, yields hit 14%: a fall of the price, and where the yield is then."""
    falls = [rate for rate in rates if _PRICE_FALL.search(sentence.text[: rate.start])]
    levels = [rate for rate in rates if rate not in falls]
    if len(falls) != 1 or len(levels) != 1 or falls[0].low >= 1 or sentence.holders:
        return []
    if not sentence.has(Cue.YIELD, Cue.PRICE):
        return []
    return [_on_a_note(sentence, levels[0], _FACE * (1 - falls[0].low))]


def directions(sentence: Sentence) -> list[Claim]:
    """That yields rise, or fall, when prices fall or somebody sells."""
    # Only plain sentences: with a figure in it, the figure is the claim.
    if sentence.quantities or not sentence.has(Cue.YIELD, Cue.TREASURY):
        return _plain_direction(sentence) if not sentence.quantities else []
    return _plain_direction(sentence)


def _plain_direction(sentence: Sentence) -> list[Claim]:
    of_yield = _way(sentence.text, r"(?:yields?|interest rates?|收益率)")
    of_price = _way(sentence.text, r"(?:prices?|价格)")
    if of_price is None and sentence.has(Cue.SELL):
        of_price = "fall"
    if of_yield is None or of_price is None:
        return []
    return [Claim(ClaimKind.DIRECTION, what=f"{of_price}-{of_yield}")]


def _way(text: str, what: str) -> str | None:
    """Which way a thing goes: the verb right after it."""
    after = re.search(what + r"(?: [a-z]+){0,2}? (?P<verb>[a-z]+(?: up| down)?)", text)
    while after is not None:
        for way, cue in (("rise", Cue.RISE), ("fall", Cue.FALL)):
            if cue.pattern.search(text[after.start() : after.end() + 5]):
                return way
        after = re.compile(what + r"(?: [a-z]+){1,3}").search(text, after.end())
    return None


def _speaks_of_a_bond(
    sentence: Sentence, prices: list[QuantityInText], rates: list[QuantityInText]
) -> bool:
    if sentence.has(Cue.BOND):
        return True
    # "$90 for $103 = 14.4%" says all by its figures.
    between = sentence.text[prices[0].end : prices[-1].start] if len(prices) > 1 else ""
    pairs = permutations([each.low for each in prices], 2)
    fits = any(abs(back / paid - 1 - rate.low) < _FITS for paid, back in pairs for rate in rates)
    return fits or bool(_RATIO.search(between))


def _is_share(sentence: Sentence, quantity: QuantityInText) -> bool:
    return bool(re.match(r" ?of (?:its|their|revenue|the)", sentence.text[quantity.end :]))


def _claimed_rate(sentence: Sentence, rates: list[QuantityInText]) -> QuantityInText:
    """The last rate that is not said to be the coupon."""
    text = sentence.text
    claimed = [
        rate
        for rate in rates
        if not _COUPON.search(text[: rate.start]) and not _COUPON_AFTER.match(text[rate.end :])
    ]
    return (claimed or rates)[-1]


def _best_reading(
    numbers: list[float], coupons: list[float], years: float, claimed: float
) -> tuple[float, float] | None:
    """Price per 100 face and coupon: of all that may be meant, what comes nearest to the claim.

    A price above what comes back is not considered: nobody tells of a bond that loses.
    """
    readings = [
        reading
        for reading in _readings(sorted(set(numbers)), coupons)
        if reading[0] > 0 and 0 <= reading[1] <= 1
    ]
    if not readings:
        return None
    return min(readings, key=lambda each: abs(_yield(each[0], each[1], years) - claimed))


def _readings(numbers: list[float], coupons: list[float]) -> list[tuple[float, float]]:
    pairs = [
        (_FACE * price / face, payback / face - 1)
        for price, payback in permutations(numbers, 2)
        if price < payback
        for face in _faces(payback, numbers)
    ]
    with_coupon = [
        (price, coupon) for price in numbers for coupon in coupons if price < _FACE * (1 + coupon)
    ]
    if with_coupon and not any(number > _FACE for number in numbers):
        return with_coupon
    # Without a coupon in words a lone price below 100 is a bond that pays back its face.
    return pairs or with_coupon or [(number, 0.0) for number in numbers if number < _FACE]


def _faces(payback: float, numbers: list[float]) -> list[float]:
    """A bond that pays back 105 has a face of 100; one that pays back 1,030 of 1,000."""
    known = [face for face in (_FACE, 10 * _FACE) if face <= payback <= 1.5 * face]
    return known or [number for number in numbers if number == payback]


def _yield(price: float, coupon: float, years: float) -> float:
    return yield_from_price(coupon, price, years, 1)
