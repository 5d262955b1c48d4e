"""A question taken apart: who, sums, shares, rates, maturities, moves. Nothing is decided here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from commands.ask.moves import moves_in
from commands.ask.numbers import (
    Years,
    as_typed,
    before,
    is_rate,
    kind_of,
    mark_of,
    with_unit,
    years_in,
)
from commands.ask.terms import term_alone
from commands.ask.vocabulary import any_matches, vocabulary
from commands.common.parsing.places_in_text import (
    FED,
    FOREIGN,
    FOREIGN_OFFICIAL,
    HOME,
    find_groups,
    find_places,
)
from commands.common.parsing.quantities_in_text import QuantityInText, Unit, find_quantities

_YEN_RATES: Final = re.compile(r"\bfrom 1[0-9]{2}(?:\.\d+)? to 1[0-9]{2}\b(?! ?[a-z%])")
_YEN: Final = re.compile(r"yen|jpy|[¥円元]")
_GOAL_PRICES: Final = (10.0, 100.0)
_BOND: Final = re.compile(r"\b(?:bonds?|notes?|price)\b")
_HELD: Final = re.compile(r"\b(?:has|have|holds?|owns?|sitting on|sits on)(?: \S+){0,3} $")
_WHOLE_POINT: Final = re.compile(r"\b(?:a|one|1) (?:full |whole |percentage |percent )*point\b")
_TOKEN: Final = re.compile(r"@[a-z]+|[a-z0-9][a-z0-9'&]*|[^\x00-\x7f]+|401k")
_PLUS: Final = re.compile(r"\s\+(?=\s*@usd)")
_COLON: Final = re.compile(r"[:;](?=\s)")
_STOP: Final = re.compile(r"[.!?;:…](?=\s|$)")
_PAUSE: Final = re.compile(r"[,—–](?=\s|$)| [-—–] ")


@dataclass(frozen=True, slots=True)
class Question:
    """What stands in a question.

    Args:
        text: From `commands.ask.wording.in_words`.
        marked: Its words with a blank behind each, what was read as a mark such as ``@who``; in a
            second line marks for what the whole holds.
        clauses: The same words with ``@stop`` and ``@pause`` between.
        holders: Keys of who could hold Treasuries, in order, with where each begins.
        groups: Several countries under one name.
        sums: US dollars.
        is_held: Whether the first sum is what somebody has.
        loan_usd: A sum that somebody borrows.
        prices: Numbers that can be prices.
        numbers: Numbers of nothing else, and of yen.
        amounts_without_unit: Numbers that could be amounts but for their unit.
        percents: Percentages.
        years: Numbers of years.
        rise: Of a yield, decimal, where a change is spoken of and no move of the market.
        moves: By the name of the option of ``/signal``, as it is written there.
        term: A word that is to be explained.
    """

    text: str
    marked: str
    clauses: str
    holders: tuple[tuple[str, int], ...]
    groups: tuple[str, ...]
    sums: tuple[float, ...]
    is_held: bool
    loan_usd: float | None
    prices: tuple[float, ...]
    numbers: tuple[float, ...]
    amounts_without_unit: tuple[str, ...]
    percents: tuple[QuantityInText, ...]
    years: tuple[Years, ...]
    rise: float | None
    moves: tuple[tuple[str, str], ...]
    term: str | None

    @property
    def sellers(self) -> tuple[str, ...]:
        """The holders, the one named most first."""
        keys = [key for key, _ in self.holders]
        return tuple(sorted(dict.fromkeys(keys), key=lambda key: -keys.count(key)))

    @property
    def rates(self) -> tuple[float, ...]:
        """All percentages, as decimals."""
        return tuple(end for each in self.percents for end in dict.fromkeys((each.low, each.high)))

    @property
    def shares(self) -> tuple[float, ...]:
        """The percentages that can be shares of a holding, as decimals."""
        return tuple(each.high for each in self.percents if not is_rate(each, self.text))

    def part(self, start: int, end: int | None = None) -> Question:
        """A part of it, read alone."""
        return take_apart(self.text[start:end])


def take_apart(text: str) -> Question:
    """Take the words of a question apart."""
    years = tuple(years_in(text))
    blanked = text
    for each in years:
        blanked = blanked[: each.start] + "§" * (each.end - each.start) + blanked[each.end :]
    places, groups = find_places(blanked), find_groups(blanked)
    quantities = [with_unit(quantity, text) for quantity in find_quantities(blanked)]
    speaks_of_loan = any_matches(vocabulary().loan, _marked(text, []))
    kinds = [kind_of(quantity, text, speaks_of_loan=speaks_of_loan) for quantity in quantities]

    def of(*wanted: str) -> tuple[QuantityInText, ...]:
        return tuple(q for q, kind in zip(quantities, kinds, strict=True) if kind in wanted)

    marks = [
        *((q.start, q.end, kind) for q, kind in zip(quantities, kinds, strict=True)),
        *((each.start, each.end, mark_of(each)) for each in years),
        *((place.start, place.end, _PLACES.get(place.key, "who")) for place in places),
        *((start, end, "group") for _, start, end in groups),
    ]
    sums, percents = of("usd"), of("pct")
    moves, term = moves_in(text, quantities), term_alone(text)
    loans = of("loan")
    holders = tuple((p.key, p.start) for p in places if p.key not in _PLACES)
    has_price = any(_GOAL_PRICES[0] <= q.low <= _GOAL_PRICES[1] for q in of("num", "price"))
    has_yen = any(q.unit is Unit.FOREIGN and _YEN.search(text[q.start : q.end]) for q in of("num"))
    marked = _marked(text, marks)
    flags = {
        "@yen": "yen" in marked.split() or has_yen or bool(_YEN_RATES.search(text)),
        "@goal": (bool(sums) and "interest" in text) or (has_price and bool(_BOND.search(text))),
        "@signal": bool(moves),
        "@signals": len(moves) > 1,
        "@term": term is not None,
        "@several": len({key for key, _ in holders}) > 1,
        "@paces": sum(any_matches(each, marked) for each in vocabulary().over.values()) > 1,
    }
    line = "".join(f"{flag} " for flag, is_set in flags.items() if is_set)
    return Question(
        text=text,
        marked=f"{marked}\n{line}",
        clauses=_marked(_PAUSE.sub(" @pause ", _STOP.sub(" @stop ", text)), []),
        holders=holders,
        groups=tuple(name for name, _, _ in groups),
        sums=tuple(q.high for q in sums),
        is_held=bool(sums) and bool(_HELD.search(before(sums[0], text))),
        loan_usd=loans[0].high if loans else None,
        prices=tuple(q.low for q in of("price")),
        numbers=tuple(q.low for q in of("num", "price")),
        amounts_without_unit=tuple(
            as_typed(q, text)
            for q in of("num", "price", "loan", "cash")
            if q.low > 1 or "$" in text[q.start : q.end]
        ),
        percents=percents,
        years=years,
        rise=next((q.high for q in of("pts")), None) or _whole_point(text),
        moves=moves,
        term=term,
    )


def _whole_point(text: str) -> float | None:
    return 0.01 if _WHOLE_POINT.search(text) else None


_PLACES: Final = {HOME: "home", FED: "fed", FOREIGN: "foreign", FOREIGN_OFFICIAL: "foreign"}


def _marked(text: str, marks: list[tuple[int, int, str]]) -> str:
    pieces, at = [], 0
    for start, end, mark in sorted(marks):
        if start >= at:
            pieces += [text[at:start], f" @{mark} "]
            at = end
    whole = "".join((*pieces, text[at:]))
    words = _TOKEN.findall(_COLON.sub(" @colon ", _PLUS.sub(" @plus ", whole)))
    return "".join(f"{word.removesuffix(chr(39) + 's')} " for word in words)
