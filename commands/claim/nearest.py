"""The official figures nearest to a sentence that is not judged: of its places and things."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from commands.claim.bond_topics import speaks_of_bonds, tell_bond
from commands.claim.reading.vocabulary import UNKNOWN
from commands.claim.topics import (
    Told,
    tell_abroad,
    tell_debt,
    tell_debt_per_household,
    tell_deficit,
    tell_flows,
    tell_interest,
    tell_largest,
    tell_places,
    tell_rating,
    tell_sale,
    tell_trading,
    tell_yen,
    tell_yield,
)
from commands.common.parsing.places_in_text import FED, FOREIGN, FOREIGN_OFFICIAL
from commands.common.text.small_print import Data

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from commands.claim.findings import CheckContext
    from commands.claim.reading.frames import ClaimReading
    from commands.claim.reading.tokenizer import TokenizedText

_OF_THE_US: Final = ("HOME", "OUR", "NATIONAL", "PUBLIC")
# "Sold 1.1 million phones" is not about debt.
_ACTS: Final = ("HOLD", "SELL", "DUMP", "BUY")
_SUBJECT: Final = (
    *("CEILING", "TREAS", "FOREIGNHELD", "INTEREST", "CURVE", "DEFICIT", "AAA", "AGENCY"),
)
_WORDS_OF_THE_SUBJECT: Final = (
    *(*_SUBJECT, "HELDBY", "HOLDINGS", "HOLDER", "NETSELLER", "NETBUYER", "BONDS", "DEBT", "OWE"),
    *("INDEBT", "YIELD", "RATE", "TENOR", "PTS", "USD", "PCT", "COUPON", "DUE", "PRICE"),
    *("TRADING", "TRADED"),
)


@dataclass(frozen=True, slots=True)
class Nearest:
    """Figures for a sentence.

    Args:
        figures: In sentences, nearest first.
        data: What each figure is of, where its age matters.
        link: Command that knows more.
        is_other: It is about other things than US government debt.
    """

    figures: tuple[str, ...]
    data: Mapping[str, Data | None]
    link: str
    is_other: bool


def is_about_us_debt(text: TokenizedText) -> bool:
    """Whether Treasuries, or debt or bonds of the United States, are named."""
    is_home = text.has(*_OF_THE_US) or not {FED, FOREIGN, FOREIGN_OFFICIAL}.isdisjoint(text.who)
    return text.has(*_SUBJECT) or (is_home and text.has("DEBT", "BONDS", "INDEBT", "OWE"))


def nearest_figures(reading: ClaimReading, context: CheckContext) -> Nearest:
    """What is known of the places and things that a text names."""
    text = reading.tokens
    figures: dict[str, Data | None] = {}
    target = ""
    for condition, tell, data in _TOPICS:
        told = tell(text, context) if condition(text) else None
        if told is not None:
            figures |= {each: data for each in told[0] if each not in figures}
            target = target or told[1]
    if not figures and is_about_us_debt(text):
        is_held = text.has("HOLD", "HOLDER", "HELDBY", "HOLDINGS")
        told = (tell_abroad if is_held else tell_yield)(text, context)
        figures, target = dict.fromkeys(told[0] if told else (), Data.YIELDS), "learn treasury"
    return Nearest(tuple(figures), figures, target, _is_of_other_things(text))


def _is_of_other_things(text: TokenizedText) -> bool:
    """Whether other things are named and Treasuries are not, or nothing of the subject is."""
    # "Treasury Wine" is none; "US debt" is, and "US corporate debt" is not.
    for token, after in zip(text.tokens, (*text.tokens[1:], None), strict=False):
        if token.has("TREAS") and not (after and after.is_other):
            return False
        if token.has("HOME", "OUR", "NATIONAL", "GOV") and after and after.has("DEBT", "BONDS"):
            return False
    is_counted = any(
        one.has(*_ACTS) and two.has("BARE") and three.has(UNKNOWN)
        for one, two, three in zip(text.tokens, text.tokens[1:], text.tokens[2:], strict=False)
    )
    is_named = text.has(*_WORDS_OF_THE_SUBJECT, *(() if is_counted else _ACTS))
    return text.names_other or not (is_named or FOREIGN in text.who)


def _may_come(text: TokenizedText) -> bool:
    return text.is_question or text.flagged("IF") or text.flagged("MODAL")


def _has(*names: str) -> Callable[[TokenizedText], bool]:
    return lambda text: text.has(*names)


def _has_alone(*names: str) -> Callable[[TokenizedText], bool]:
    """And no other thing."""
    return lambda text: text.has(*names) and not text.names_other


def _is_traded(text: TokenizedText) -> bool:
    is_said = text.has("SELL", "DUMP", "BUY", "NETSELLER", "NETBUYER") and text.has("USD", "WHO")
    return is_said and not _may_come(text)


def _is_sold(text: TokenizedText) -> bool:
    is_subject = is_about_us_debt(text) or text.has("WHO")
    return text.has("SELL", "DUMP") and is_subject and (_may_come(text) or text.has("USD"))


def _asks_who(text: TokenizedText) -> bool:
    return text.is_question and text.says("asks_who") and text.has("HOLD", "HOLDER")


def _is_of_yields(text: TokenizedText) -> bool:
    has_tenor = any(token.classes == {"TENOR"} for token in text.tokens)
    return has_tenor or text.has("CURVE") or text.says("yields")


def _is_of_debt(text: TokenizedText) -> bool:
    # "The debt" is that of the United States, unless another country is named.
    return text.has("DEBT", "CEILING") and (text.has(*_OF_THE_US) or not text.has("WHO"))


_TOPICS: Final[
    tuple[
        tuple[
            Callable[[TokenizedText], bool],
            Callable[[TokenizedText, CheckContext], Told],
            Data | None,
        ],
        ...,
    ]
] = (
    (lambda text: text.says("yen"), tell_yen, None),
    (speaks_of_bonds, tell_bond, Data.YIELDS),
    (_is_traded, tell_flows, Data.NET_SALES),
    (_is_sold, tell_sale, Data.YIELDS),
    (_has("WHO"), tell_places, Data.HOLDINGS),
    (_asks_who, tell_largest, Data.HOLDINGS),
    (
        lambda text: text.has("DEFICIT") or (text.has("HOME") and text.has("ISSUE")),
        tell_deficit,
        None,
    ),
    (_has_alone("INTEREST", "CBO"), tell_interest, None),
    (_has_alone("AAA", "AGENCY", "AGENCIES"), tell_rating, None),
    (_is_of_yields, tell_yield, Data.YIELDS),
    (_has("FOREIGNHELD", "ABROAD", "FOREIGN"), tell_abroad, Data.HOLDINGS),
    (
        lambda text: text.has("DEBT", "OWE") and text.says("heads"),
        tell_debt_per_household,
        Data.DEBT,
    ),
    (_is_of_debt, tell_debt, Data.DEBT),
    (_has_alone("TRADING", "TRADED"), tell_trading, None),
)
