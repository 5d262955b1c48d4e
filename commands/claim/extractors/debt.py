"""Claims about the debt and its interest: how much, at what rate, what share of the budget."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from commands.claim.claims import Claim, ClaimedNumber, ClaimKind
from commands.claim.keywords import Cue
from commands.common.parsing.quantities_in_text import QuantityInText, Unit

if TYPE_CHECKING:
    from commands.claim.sentence import Sentence

WHOLE_DEBT_USD: Final = 1.5e13
"""From here on an amount that is paid interest on is the debt, not an issue."""
_LEAST_BILL_USD: Final = 1e9
_FITS: Final = 0.02
_DAYS, _MONTHS = 365, 12
_FILLER: Final = (
    r"(?: ?(?:of|in|all|the|its|their|our|every|each|federal|america's|america|us|united states"
    r"|government|washington's|state|total|annual|yearly|tax|dollar|dollars|money|goes|public))*"
)
_OF: Final = {
    "revenue": re.compile(
        _FILLER + r" ?(?:revenues?|receipts?|taxe?s?\b|income|intake|takings|(?<=tax )dollars?)"
        r"|(?: of)? what [a-z ]{0,25}?(?:takes? in|collects?|earns?|brings? in)\b"
    ),
    "outlays": re.compile(_FILLER + r" ?(?:budget|spending|outlays?|expenditures?|spends?)"),
    "gdp": re.compile(_FILLER + r" ?(?:gdp|gross domestic|economy|economic output)"),
}
_BASES: Final = {
    "revenue": re.compile(r"\brevenues?\b|\breceipts\b|\btax income\b|税收|财政收入"),
    "outlays": re.compile(r"\bbudget\b|\bspending\b|\boutlays\b|预算|财政支出"),
    "gdp": re.compile(r"\bgdp\b|国内生产总值"),
}
_TAX_DOLLAR: Final = re.compile(
    r"tax (?:dollar|revenue|income|money)|revenue|in taxes|税收|财政收入"
)


def interest_figures(sentence: Sentence) -> list[Claim]:
    """What debt at a rate costs; interest as a sum or as a share of the budget."""
    amounts = [q for q in sentence.of(Unit.USD) if q.low >= _LEAST_BILL_USD]
    rates = list(sentence.of(Unit.PERCENT))
    shares = [(q, of) for q in rates if (of := share_of(sentence, q)) is not None]
    if not shares and len(rates) == 1 and not amounts and (of := _only_base(sentence)):
        shares = [(rates[0], of)]
    plain = [q for q in rates if q not in [each for each, _ in shares]]
    if amounts and plain and not sentence.holders:
        return _cost_of(sentence, amounts, plain, shares)
    if not sentence.has(Cue.INTEREST):
        return []
    year = sentence.times.years[-1] if sentence.times.years else None
    if shares:
        return [
            Claim(ClaimKind.INTEREST_SHARE, ClaimedNumber.of(quantity), what=of, year=year)
            for quantity, of in shares
        ]
    if amounts and not sentence.holders:
        return [Claim(ClaimKind.INTEREST_PAID, _a_year(sentence, amounts[-1]), year=year)]
    return []


def _a_year(sentence: Sentence, amount: QuantityInText) -> ClaimedNumber:
    """Interest "a day" or "a month" as interest a year."""
    times = _DAYS if sentence.has(Cue.DAILY) else _MONTHS if sentence.has(Cue.MONTHLY) else 1
    span = ClaimedNumber.of(amount)
    return ClaimedNumber(span.low * times, span.high * times, span.sense, span.step * times)


def _only_base(sentence: Sentence) -> str | None:
    """What a lone percentage of a sentence about interest is a share of, wherever it is named."""
    named = [of for of, word in _BASES.items() if word.search(sentence.text)]
    return named[0] if len(named) == 1 and sentence.has(Cue.INTEREST) else None


def debt_figures(sentence: Sentence) -> list[Claim]:
    """How much the United States owe."""
    amounts = [q for q in sentence.of(Unit.USD) if q.low >= _LEAST_BILL_USD]
    if not amounts or not sentence.has(Cue.DEBT) or sentence.holders:
        return []
    if max(q.high for q in amounts) < WHOLE_DEBT_USD and not sentence.has(Cue.IN_DEBT):
        return []
    text = sentence.text
    is_public = "held by the public" in text or "publicly held" in text
    of = "public" if is_public else "marketable" if "marketable" in text else "total"
    return [
        Claim(ClaimKind.DEBT_TOTAL, ClaimedNumber.of(max(amounts, key=lambda q: q.high)), what=of)
    ]


def share_of(sentence: Sentence, quantity: QuantityInText) -> str | None:
    """What a percentage is said to be a share of: revenue, outlays or GDP."""
    rest = sentence.text[quantity.end :]
    for of, pattern in _OF.items():
        if pattern.match(rest):
            return of
    fraction = re.match(
        r" ?(?:of|in|from)? ?(?:every |each |all |the |its |america )*(?:tax )?dollar", rest
    )
    if fraction and quantity.unit is Unit.PERCENT:
        return "revenue" if _TAX_DOLLAR.search(sentence.text) else "outlays"
    cents = sentence.text[quantity.start : quantity.end]
    if "cents" in cents:
        return "revenue" if _TAX_DOLLAR.search(sentence.text) else "outlays"
    return None


def _cost_of(
    sentence: Sentence,
    amounts: list[QuantityInText],
    rates: list[QuantityInText],
    shares: list[tuple[QuantityInText, str]],
) -> list[Claim]:
    base = max(amounts, key=lambda q: q.high)
    bills = [q for q in amounts if q is not base]
    if base.low >= WHOLE_DEBT_USD:
        if shares:
            share, of = shares[0]
            return [
                Claim(
                    ClaimKind.DEBT_INTEREST,
                    ClaimedNumber.of(share),
                    (),
                    (base.low, rates[0].low),
                    of,
                )
            ]
        if bills:
            return [_nearest(ClaimKind.DEBT_INTEREST, base, rates, bills)]
        return []
    if not bills:
        return []
    claim = _nearest(ClaimKind.ISSUE_COST, base, rates, bills)
    speaks = sentence.has(Cue.INTEREST) or sentence.has(Cue.ISSUE)
    return [claim] if speaks or _fits(claim) else []


def _fits(claim: Claim) -> bool:
    """The figures say by themselves that one is the other's interest."""
    base, rate = claim.given
    if claim.claimed is None or base is None or rate is None:
        return False
    return abs(base * rate / claim.claimed.low - 1) < _FITS


def _nearest(
    kind: ClaimKind, base: QuantityInText, rates: list[QuantityInText], bills: list[QuantityInText]
) -> Claim:
    """The pair of rate and bill that fits best: a sentence may name two of each."""
    rate, bill = min(
        ((rate, bill) for rate in rates for bill in bills),
        key=lambda pair: abs(pair[0].low * base.low / pair[1].low - 1),
    )
    return Claim(kind, ClaimedNumber.of(bill), (), (base.low, rate.low), "usd")
