"""Claims without a number: that a holder sells, stops buying, cuts down or buys."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from commands.claim.claims import Claim, ClaimKind
from commands.common.parsing.places_in_text import FOREIGN
from commands.common.parsing.quantities_in_text import Unit

if TYPE_CHECKING:
    from commands.claim.sentence import Sentence

# In this order: "stopped buying" is no purchase.
_ACTIONS: Final = {
    "stops": re.compile(
        r"\b(?:stop(?:s|ped|ping)?|quit(?:s|ting)?|ceas(?:e[sd]?|ing)|no longer|not|done)"
        r" (?:buy|want|purchas)\w*|n['’]t (?:buy|want)\w*|停止购买"
    ),
    "sells": re.compile(
        r"\b(?:sell(?:s|ing)?|sold|sell-?offs?|sales?|dump\w*|unload\w*|offload\w*|liquidat\w+"
        r"|(?:get(?:s|ting)?|got) rid|divest\w*|shed(?:s|ding)?|ditch\w*|unw(?:ind\w*|ound)"
        r"|flee(?:s|ing)?|fled|exit(?:s|ed|ing)?|abandon\w*|(?:run|walk)\w* away|out of)\b"
        r"|抛售|卖出|出售|抛出|减持|賣|売"
    ),
    "cuts": re.compile(
        r"\b(?:cut(?:s|ting)?|reduc\w+|slash\w*|trim\w*|lower\w*|shr[iau]nk\w*|declin\w+"
        r"|fall(?:s|ing|en)?|fell|dropp?\w*|collaps\w+|decreas\w+|halv\w+|dwindl\w+|fewer|less)\b"
    ),
    "buys": re.compile(
        r"\b(?:buy(?:s|ing)?|bought|purchas\w+|load\w* up|snapp?\w* up|add(?:s|ed|ing)?|pil\w+ into"
        r"|increas\w+|rais(?:es?|ed|ing))\b|买入|购买|增持"
    ),
}
_OF_HOLDINGS: Final = re.compile(
    r"\b(?:holdings?|ownership|stakes?|positions?|exposure|stash|pile|stockpile|reserves)\b"
    r"|\bhold(?:s|ing)? (?:fewer|less)\b"
)
_US_DEBT: Final = re.compile(
    r"\btre?asur(?:y|ys|ies)\b(?! (?:department|secretary))|\busts?\b"
    r"|\b(?:america\w*|u\.?s\.?|united states|federal|our)(?:['’]s)? (?:\w+ ){0,2}?"
    r"(?:bonds?|debts?|notes?|bills|paper|ious?)\b|美债|美国.{0,2}债"
)
# Nobody says "dumping" of the bonds that a country issues itself.
_LOUD: Final = re.compile(r"\b(?:dump|unload|offload)\w*(?: \w+){0,3} (?:bonds|debt)\b")
_OWN: Final = re.compile(r"\bown (?:\w+ )?(?:bonds|debt)\b|\bjgbs?\b|\bbunds?\b|\bgilts?\b")
_NOT_YET: Final = re.compile(
    r"\bif\b|\b(?:would|could|might|may|will|should|can)\b|['’]ll\b|\bwere to\b|\bwhat happens\b"
    r"|\bthreat\w*|\bplans? to\b|\bplanning\b|\bgoing to\b|\babout to\b|\bwants? to\b|\bunless\b"
    r"|如果|假如|若"
)
_EVERYBODY: Final = re.compile(
    r"\bforeign\b|\babroad\b|\boverseas\b|\b(?:everyone|everybody)\b"
    r"|\bthe (?:whole |entire )?world\b"
)
_BY: Final = re.compile(r"\bby (?:the )?$")
_DAY: Final = re.compile(
    r"\bovernight\b|\b(?:last night|today|yesterday|this morning|this week|last week)\b"
)
_YEARS: Final = re.compile(
    r"\bfor (?:\w+ )?(?:years|decades)\b|\bover the years\b|\bsince\b|\bdecades?\b"
)
_MOST: Final = 2


def trends(sentence: Sentence) -> list[Claim]:
    """That holders sell, or buy, with no number to it; at most two of them fit one answer."""
    text = sentence.text
    speaks = _US_DEBT.search(text) or _LOUD.search(text)
    if not speaks or _OWN.search(text) or _NOT_YET.search(text):
        return []
    if sentence.of(Unit.USD, Unit.FOREIGN):
        return []
    found = _action(text)
    if found is None:
        return []
    action, start = found
    who = [
        place.key
        for place in sentence.holders
        if place.start < start or _BY.search(text[: place.start])
    ]
    if not who and not sentence.holders and _EVERYBODY.search(text):
        who = [FOREIGN]
    year = sentence.times.years[-1] if sentence.times.years else None
    what = f"{action}-{sentence.times.period or _span(text)}"
    return [Claim(ClaimKind.HOLDER_TREND, who=(key,), what=what, year=year) for key in who[:_MOST]]


def _action(text: str) -> tuple[str, int] | None:
    """What is done, and where that stands; the first family of verbs that is named has it."""
    for action, verbs in _ACTIONS.items():
        verb = verbs.search(text)
        if verb is None or (action == "cuts" and not _OF_HOLDINGS.search(text)):
            continue
        return action, verb.start()
    return None


def _span(text: str) -> str:
    if _DAY.search(text):
        return "day"
    return "years" if _YEARS.search(text) else "year"
