"""What several checkers need of a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.parsing.places_in_text import FED, FOREIGN, FOREIGN_OFFICIAL
from commands.common.text.names import holder_name

if TYPE_CHECKING:
    from calc.market import Fact, Holder
    from commands.claim.claims import Claim, ClaimedNumber
    from commands.claim.verdicts import CheckContext


def claimed(claim: Claim) -> ClaimedNumber:
    """The number that is checked.

    Raises:
        ValueError: There is none, or it is below zero.
    """
    span = claim.claimed
    if span is None or not 0 <= span.low <= span.high or span.high == 0:
        raise ValueError(claim)
    return span


def given(claim: Claim, count: int) -> tuple[float, ...]:
    """The numbers that the claim starts from, all of them above zero or zero.

    Raises:
        ValueError: One is missing.
    """
    numbers = tuple(each for each in claim.given if each is not None and each >= 0)
    if len(numbers) != count or len(claim.given) != count:
        raise ValueError(claim)
    return numbers


def holder(key: str, context: CheckContext) -> Holder | None:
    """The holder, or sum of holders, of a key; None when the table does not name it."""
    if key in {FOREIGN, FOREIGN_OFFICIAL}:
        return context.snapshot.totals[key]
    return context.snapshot.holders.get(key)


def name(key: str, context: CheckContext) -> str:
    """Who it is, inside a sentence."""
    translator = context.translator
    if key == FED:
        return translator.gettext("the Federal Reserve")
    if key == FOREIGN:
        return translator.gettext("all foreign holders")
    if key == FOREIGN_OFFICIAL:
        return translator.gettext("all foreign officials")
    known = context.snapshot.holders.get(key)
    return translator.country(key, key.upper()) if known is None else holder_name(known, translator)


def names(keys: tuple[str, ...], context: CheckContext) -> str:
    """All of them: "Japan and China"."""
    said = [name(key, context) for key in keys]
    if len(said) == 1:
        return said[0]
    return context.translator.gettext("{some} and {last}", some=", ".join(said[:-1]), last=said[-1])


def fact(key: str, context: CheckContext) -> Fact:
    """One figure of the market."""
    return context.snapshot.facts[key]
