"""The official figures nearest to a sentence that is not judged: of its places and things."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from commands.claim.bond_topics import speaks_of_bonds, tell_bond
from commands.claim.reading.vocabulary import OTHER, UNKNOWN, vocabulary
from commands.claim.topics import (
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
    from collections.abc import Callable, Mapping, Sequence

    from commands.claim.findings import CheckContext
    from commands.claim.reading.frames import ClaimReading
    from commands.claim.reading.tokenizer import TokenizedText
    from commands.claim.reading.tokens import Token

_OF_THE_US: Final = ("HOME", "OUR", "NATIONAL", "PUBLIC")
# "Sold 1.1 million phones" is not about debt.
_ACTS: Final = frozenset({"HOLD", "SELL", "DUMP", "BUY"})
_OWNERS: Final = frozenset({"HOME", "OUR", "NATIONAL", "GOV"})
_WORDS_OF_THE_SUBJECT: Final = frozenset(
    (
        *("HOLD", "HELDBY", "HOLDINGS", "HOLDER", "SELL", "DUMP", "BUY", "NETSELLER", "NETBUYER"),
        *("TREAS", "BONDS", "DEBT", "FOREIGNHELD", "OWE", "INDEBT", "INTEREST", "DEFICIT"),
        *("YIELD", "CURVE", "RATE", "TENOR", "PTS", "USD", "PCT", "COUPON", "AAA", "AGENCY"),
        *("CEILING", "DUE", "PRICE", "TRADING", "TRADED"),
    )
)
_SUBJECT: Final = (
    "CEILING",
    "TREAS",
    "FOREIGNHELD",
    "INTEREST",
    "CURVE",
    "DEFICIT",
    "AAA",
    "AGENCY",
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
    tokens = text.tokens
    if any(token.has(name_) for token in tokens for name_ in _SUBJECT):
        return True
    is_home = any(token.has(name_) for token in tokens for name_ in _OF_THE_US) or any(
        key in {FED, FOREIGN, FOREIGN_OFFICIAL} for token in tokens for key in token.who
    )
    return is_home and any(
        token.has(each) for token in tokens for each in ("DEBT", "BONDS", "INDEBT", "OWE")
    )


def nearest_figures(reading: ClaimReading, context: CheckContext) -> Nearest:
    """What is known of the places and things that a text names."""
    text = reading.tokens
    tokens = text.tokens
    is_other = _is_of_other_things(tokens)
    figures: dict[str, Data | None] = {}
    target = ""
    for condition, tell, data in _TOPICS:
        if not condition(text):
            continue
        told = tell(text, context)
        if told is not None:
            figures |= {each: data for each in told[0] if each not in figures}
            target = target or told[1]
    if not figures and is_about_us_debt(text):
        is_held = any(token.classes & {"HOLD", "HOLDER", "HELDBY", "HOLDINGS"} for token in tokens)
        told = (tell_abroad if is_held else tell_yield)(text, context)
        figures, target = dict.fromkeys(told[0] if told else (), Data.YIELDS), "learn treasury"
    return Nearest(tuple(figures), figures, target, is_other)


def _is_of_other_things(tokens: Sequence[Token]) -> bool:
    """Whether other things are named and Treasuries are not, or nothing of the subject is."""
    others = [token.classes == frozenset({OTHER}) for token in tokens]
    pairs = zip(tokens, (*tokens[1:], None), (*others[1:], False), strict=False)
    # "Treasury Wine" is none; "US debt" is, and "US corporate debt" is not.
    is_named = any(
        (token.has("TREAS") and not is_followed)
        or (after and token.classes & _OWNERS and (after.has("DEBT") or after.has("BONDS")))
        for token, after, is_followed in pairs
    )
    if is_named:
        return False
    triples = zip(tokens, tokens[1:], tokens[2:], strict=False)
    is_counted = any(
        one.classes & _ACTS and two.has("BARE") and three.has(UNKNOWN)
        for one, two, three in triples
    )
    words = _WORDS_OF_THE_SUBJECT - (_ACTS if is_counted else frozenset())
    return any(others) or not any(token.classes & words or FOREIGN in token.who for token in tokens)


def _has(*names: str) -> Callable[[TokenizedText], bool]:
    return lambda text: any(token.has(each) for token in text.tokens for each in names)


def _mentions(*words: str) -> Callable[[TokenizedText], bool]:
    return lambda text: any(f" {word}" in f" {text.text}" for word in words)


def _is_other(text: TokenizedText) -> bool:
    return not any(token.classes == frozenset({OTHER}) for token in text.tokens)


def _asks_who(text: TokenizedText) -> bool:
    return text.is_question and re.search(r"\b(?:who|which)\b", text.text) is not None


def _trades(text: TokenizedText) -> bool:
    return _has("SELL", "DUMP", "BUY", "NETSELLER", "NETBUYER")(text) and _has("USD", "WHO")(text)


def _is_of_what_may_come(text: TokenizedText) -> bool:
    return text.is_question or text.flagged("IF") or text.flagged("MODAL")


def _may_come(text: TokenizedText) -> bool:
    if not is_about_us_debt(text) and not _has("WHO")(text):
        return False
    return _is_of_what_may_come(text) or _has("USD")(text)


def _speaks_of_yields(text: TokenizedText) -> bool:
    names_yield = re.search(r"\b(?:yield|mortgage|interest rate)", text.text) is not None
    has_yield = names_yield or _has("CURVE")(text)
    has_tenor = any(token.classes == frozenset({"TENOR"}) for token in text.tokens)
    return has_yield or has_tenor


def _borrows(text: TokenizedText) -> bool:
    return _has("HOME")(text) and _has("ISSUE")(text)


def _speaks_of_debt(text: TokenizedText) -> bool:
    # "The debt" is that of the United States, unless another country is named.
    is_home = any(token.has(each) for token in text.tokens for each in _OF_THE_US)
    return (is_home or not _has("WHO")(text)) and _has("DEBT", "CEILING")(text)


def _speaks_of_heads(text: TokenizedText) -> bool:
    return _has("DEBT", "OWE")(text) and vocabulary().pattern("heads").search(text.text) is not None


_TOPICS: Final[
    tuple[
        tuple[
            Callable[[TokenizedText], bool],
            Callable[[TokenizedText, CheckContext], tuple[list[str], str] | None],
            Data | None,
        ],
        ...,
    ]
] = (
    (_mentions("yen ", "yen.", "yen,", "intervention"), tell_yen, None),
    (speaks_of_bonds, tell_bond, Data.YIELDS),
    (lambda text: _trades(text) and not _is_of_what_may_come(text), tell_flows, Data.NET_SALES),
    (lambda text: _has("SELL", "DUMP")(text) and _may_come(text), tell_sale, Data.YIELDS),
    (_has("WHO"), tell_places, Data.HOLDINGS),
    (lambda text: _asks_who(text) and _has("HOLD", "HOLDER")(text), tell_largest, Data.HOLDINGS),
    (lambda text: _has("DEFICIT")(text) or _borrows(text), tell_deficit, None),
    (lambda text: _is_other(text) and _has("INTEREST", "CBO")(text), tell_interest, None),
    (
        lambda text: _is_other(text) and _has("AAA", "AGENCY", "AGENCIES")(text),
        tell_rating,
        None,
    ),
    (_speaks_of_yields, tell_yield, Data.YIELDS),
    (_has("FOREIGNHELD", "ABROAD", "FOREIGN"), tell_abroad, Data.HOLDINGS),
    (_speaks_of_heads, tell_debt_per_household, Data.DEBT),
    (_speaks_of_debt, tell_debt, Data.DEBT),
    (lambda text: _is_other(text) and _has("TRADING", "TRADED")(text), tell_trading, None),
)
