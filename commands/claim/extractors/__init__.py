"""One extractor per family of claims: a `Sentence` in, the claims of that family out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from commands.claim.extractors.bonds import bond_yields, directions
from commands.claim.extractors.debt import debt_figures, interest_figures
from commands.claim.extractors.holdings import holdings
from commands.claim.extractors.market import market_figures, unit_slips
from commands.claim.extractors.sales import sales
from commands.claim.extractors.status import april_2025, dollar_collapse, ratings
from commands.claim.extractors.trends import trends
from commands.claim.sentence import read_sentence, split_sentences

if TYPE_CHECKING:
    from collections.abc import Callable

    from commands.claim.claims import Claim
    from commands.claim.sentence import Sentence

_MOST: Final = 4

# The first family that recognises the sentence has it: a story about April 2025 names a seller and
# perhaps an amount, and is still about April 2025.
_FAMILIES: Final[tuple[Callable[[Sentence], list[Claim]], ...]] = (
    april_2025,
    ratings,
    dollar_collapse,
    interest_figures,
    bond_yields,
    market_figures,
    sales,
    holdings,
    unit_slips,
    debt_figures,
    directions,
    trends,
)


@dataclass(frozen=True, slots=True)
class ExtractedClaims:
    """What a text claims.

    Args:
        stated: To be checked.
        denied: Said not to be so, or mocked: to be asked back.
        whole: The text taken apart as one sentence.
    """

    stated: tuple[Claim, ...]
    denied: tuple[Claim, ...]
    whole: Sentence


def read_text(raw: str) -> ExtractedClaims:
    """The claims of a text, sentence by sentence, or as a whole where that tells more.

    "You pay 95. A year later you get 105. That is 10.5%" makes one claim in three sentences.
    """
    whole = read_sentence(raw)
    if whole.is_mocked:
        return ExtractedClaims((), claims_in(whole), whole)
    parts = [read_sentence(part) for part in split_sentences(raw)]
    by_part = [(claims_in(part), part.is_denied) for part in parts]
    # "Japan holds it all? Fake news." denies what stands beside it.
    if any(is_denied and not claims for claims, is_denied in by_part):
        by_part = [(claims, True) for claims, _ in by_part]
    if sum(len(claims) for claims, _ in by_part) <= len(claims_in(whole)):
        by_part = [(claims_in(whole), whole.is_denied)]
    stated = [claim for claims, is_denied in by_part if not is_denied for claim in claims]
    denied = [claim for claims, is_denied in by_part if is_denied for claim in claims]
    return ExtractedClaims(_distinct(stated), _distinct(denied), whole)


def claims_in(sentence: Sentence) -> tuple[Claim, ...]:
    """What one sentence claims; nothing when it holds no claim that can be checked."""
    for extract in _FAMILIES:
        if found := extract(sentence):
            return tuple(found[:_MOST])
    return ()


def _distinct(claims: list[Claim]) -> tuple[Claim, ...]:
    return tuple(dict.fromkeys(claims))[:_MOST]
