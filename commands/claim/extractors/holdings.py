"""Claims about who holds how much."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from commands.claim.claims import Claim, ClaimedNumber, ClaimKind
from commands.claim.extractors.debt import WHOLE_DEBT_USD, share_of
from commands.claim.keywords import Cue
from commands.common.parsing.places_in_text import FED, FOREIGN, FOREIGN_OFFICIAL
from commands.common.parsing.quantities_in_text import QuantityInText, Unit

if TYPE_CHECKING:
    from commands.claim.sentence import Sentence
    from commands.common.parsing.places_in_text import Place

_POSSESSIVE: Final = re.compile(
    r"(?:['’]s|s['’]|\bits|\btheir|\bwith)"
    r"(?: (?:own|entire|whole|about|roughly|some|huge|massive))* \$?$"
)
_LISTED: Final = re.compile(
    r"(?:['’]?s\b)?(?:[ ,:(=–-]+(?:treasur\w+|holdings?|bonds?|debt|notes?|of|in|america|is|are|at"
    r"|now|about|around|roughly|nearly|almost|just|only|with|stands?|worth|amounts?|and|the|its"
    r"|total|to|level|currently|over|under|more|than|less|some)\b)*[ ,:(=–-]*"
)
_OF_THIS_DEBT: Final = re.compile(r"\bamerica|\btre?asur|united states|foreign|美债|美国|\busts?\b")
_OF_FOREIGN: Final = re.compile(r"foreign|overseas|abroad")
_LEAST_USD: Final = 1e6
_SLIPS: Final = (10.0, 100.0, 1000.0)
_CLOSE: Final = 0.15


def holdings(sentence: Sentence) -> list[Claim]:
    """Sizes, shares and ranks of holdings."""
    holders = sentence.holders
    if not holders:
        return []
    found = _sizes(sentence, holders) or _shares(sentence, holders)
    if sentence.has(Cue.LARGEST):
        found.append(Claim(ClaimKind.HOLDING_RANK, who=(holders[0].key,)))
    return found


def is_holding(sentence: Sentence, amount: QuantityInText) -> bool:
    """Whether an amount is what is held rather than what is sold: the nearer cue decides."""
    before, after = sentence.text[: amount.start], sentence.text[amount.end :]
    if _POSSESSIVE.search(before.rstrip("$")):
        return True
    held, sold = _last(before, Cue.HOLD), _last(before, Cue.SELL)
    if held == sold == -1:
        held, sold = -_first(after, Cue.HOLD), -_first(after, Cue.SELL)
    return held > sold


def _sizes(sentence: Sentence, holders: tuple[Place, ...]) -> list[Claim]:
    amounts = [q for q in sentence.of(Unit.USD) if _LEAST_USD <= q.low < WHOLE_DEBT_USD]
    speaks = sentence.has(Cue.HOLD) or sentence.has(Cue.LARGEST)
    if not amounts or not (speaks or _is_listed(sentence, holders[0], amounts[0])):
        return []
    year = sentence.times.years[-1] if sentence.times.years else None
    if len(holders) > 1 and len(amounts) == 1 and _is_joint(sentence, holders):
        everyone = tuple(place.key for place in holders)[:4]
        return [Claim(ClaimKind.HOLDING_SIZE, ClaimedNumber.of(amounts[0]), everyone, year=year)]
    claims = [
        Claim(ClaimKind.HOLDING_SIZE, ClaimedNumber.of(amount), (place.key,), year=year)
        for place, amount in _paired(holders, amounts)
    ]
    if len(holders) == 1 and len(amounts) == 2 and _is_slip(*amounts):
        smaller = min(amounts, key=lambda q: q.low)
        larger = max(amounts, key=lambda q: q.low)
        return [
            Claim(
                ClaimKind.HOLDING_SIZE,
                ClaimedNumber.of(smaller),
                (holders[0].key,),
                (larger.low,),
                year=year,
            )
        ]
    return claims


def _is_listed(sentence: Sentence, place: Place, amount: QuantityInText) -> bool:
    """A name and a sum with no other verb between: "Japan: $1.1tn in Treasuries"."""
    if not sentence.has(Cue.TREASURY) or sentence.has(Cue.BUY):
        return False
    between = sentence.text[place.end : amount.start]
    return amount.start < place.start or _LISTED.fullmatch(between) is not None


def _is_joint(sentence: Sentence, holders: tuple[Place, ...]) -> bool:
    between = sentence.text[holders[0].end : holders[-1].start]
    joined = re.fullmatch(r",? ?(?:and|&|plus|\+|, and)? ?(?:the )?", between) is not None
    return joined or sentence.has(Cue.TOGETHER)


def _paired(
    holders: tuple[Place, ...], amounts: list[QuantityInText]
) -> list[tuple[Place, QuantityInText]]:
    """Each amount with the holder named before it, or with the next one when none was."""
    pairs: dict[str, tuple[Place, QuantityInText]] = {}
    for amount in amounts:
        before = [place for place in holders if place.start < amount.start]
        place = before[-1] if before else holders[0]
        pairs.setdefault(place.key, (place, amount))
    return list(pairs.values())


def _is_slip(one: QuantityInText, other: QuantityInText) -> bool:
    small, large = sorted((one.low, other.low))
    return any(abs(large / small / slip - 1) < _CLOSE for slip in _SLIPS)


def _shares(sentence: Sentence, holders: tuple[Place, ...]) -> list[Claim]:
    shares = sentence.of(Unit.PERCENT)
    if not shares or not sentence.has(Cue.HOLD, Cue.TREASURY) or sentence.has(Cue.SELL):
        return []
    # "Japan has a debt of 250% of GDP" is about another debt.
    if share_of(sentence, shares[0]) is not None or not _OF_THIS_DEBT.search(sentence.text):
        return []
    if holders[0].key in {FOREIGN, FOREIGN_OFFICIAL, FED}:
        of = "all"
    else:
        of = "foreign" if _OF_FOREIGN.search(sentence.text[shares[0].end :]) else "all"
    who = tuple(place.key for place in holders)
    joint = who[:4] if _is_joint(sentence, holders) else who[:1]
    return [Claim(ClaimKind.HOLDING_SHARE, ClaimedNumber.of(shares[0]), joint, what=of)]


def _last(text: str, cue: Cue) -> int:
    return max((match.start() for match in cue.pattern.finditer(text)), default=-1)


def _first(text: str, cue: Cue) -> int:
    match = cue.pattern.search(text)
    return 10_000 if match is None else match.start()
