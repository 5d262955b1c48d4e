"""What the numbers of a question count: sums, rates, prices, loans, years, dates."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from commands.common.parsing.quantities_in_text import QuantityInText, Unit

_YEARS: Final = re.compile(
    r"(?<![\w.,])(?:(?P<years>[1-9]\d?)[ -]?(?:y|yr|yrs|year|years)(?:[ -]fixed)?"
    r"|(?P<plural>2|3|5|7|10|20|30)s)(?!\w)"
)
_LASTING: Final = re.compile(
    r"\b(?:over|within|in|for|last|next|every|of|inside|after|than|past) $"
)
_OF_BOND: Final = re.compile(r" ?(?:bond|note|bill|treasur|paper|iou|coupon)")
_LONG_YEARS: Final = 20
_SUM_WITHOUT_SCALE_USD: Final = 1e8
_LOANS_USD: Final = (1e4, 2e7)
_PRICES: Final = (1.0, 1000.0)
_BEFORE_PRICE: Final = re.compile(
    r"\b(?:at|paid|pay|for|price(?: of| is| was)?|priced(?: at)?|costs?|trades?|trading|to|worth) $"
)
_BEFORE_RATE: Final = re.compile(
    r"\b(?:to|at|hits?|reach|reaches|from|yields?|yielding|rates?|coupon|interest|than|for) $"
)
_AFTER_RATE: Final = re.compile(
    r" ?(?:yields?\b|coupon|interest|rates?\b|on the|ten-year|10|mortgage|issue)"
)
_DATES: Final = (1950, 2035)
_BARE_RATES: Final = (1.0, 20.0)
_BEFORE_BARE_RATE: Final = re.compile(
    r"\b(?:to|at|hits?|reach|reaches|above|past|until|til|till|for|target(?: of)?"
    r"|yields?(?: are| is| of| go to)?|rates?(?: are| is| of)?) $"
)
_SUM_BEFORE: Final = re.compile(r"\d ?(?:tn?|trillion|bn?|billion) at $")
_YIELD: Final = re.compile(r"\byields?\b|\brates?\b|\b(?:10|30)[ -]?y(?:r|ears?)?\b|\b10s\b")
_DOLLARS: Final = " dollars"
_LOOKED_BACK: Final = 60
_THOUSAND: Final = 1000
_LEAST_FOREIGN_SUM: Final = 1e4
_MARKS: Final = {Unit.USD: "usd", Unit.PERCENT: "pct", Unit.POINTS: "pts"}


@dataclass(frozen=True, slots=True)
class Years:
    """A number of years in a question.

    Args:
        years: How many.
        is_maturity: "10-year", not "over 10 years".
        start: Where it begins.
        end: Where it ends.
    """

    years: int
    is_maturity: bool
    start: int
    end: int


def years_in(text: str) -> list[Years]:
    """The numbers of years in a text."""
    found = []
    for match in _YEARS.finditer(text):
        years = int(match["years"] or match["plural"])
        words = text[max(match.start() - _LOOKED_BACK, 0) : match.start()]
        is_bond = match["plural"] or _OF_BOND.match(text, match.end())
        lasting = not is_bond and bool(_LASTING.search(words))
        if years == 1 and not _OF_BOND.match(text, match.end()):
            continue
        found.append(Years(years, not lasting, match.start(), match.end()))
    return found


def mark_of(years: Years) -> str:
    """The mark of a number of years."""
    if not years.is_maturity:
        return "years"
    return "long" if years.years >= _LONG_YEARS else "tenor"


def kind_of(quantity: QuantityInText, text: str, *, speaks_of_loan: bool) -> str:
    """What a number is, as its mark.

    Args:
        quantity: The number.
        text: Where it stands.
        speaks_of_loan: Somebody borrows, or has a mortgage.
    """
    low, high = quantity.low, quantity.high
    if quantity.unit in _MARKS:
        is_loan = quantity.unit is Unit.USD and high <= _LOANS_USD[1]
        return "loan" if is_loan and speaks_of_loan else _MARKS[quantity.unit]
    if quantity.unit is Unit.FOREIGN:
        return "cash" if low >= _LEAST_FOREIGN_SUM else "num"
    if (
        _DATES[0] <= low <= _DATES[1]
        and low == high
        and text[quantity.start :].strip()[:4].isdigit()
    ):
        return "date"
    if low >= _SUM_WITHOUT_SCALE_USD:
        return "usd"
    if _LOANS_USD[0] <= low <= _LOANS_USD[1]:
        return "loan"
    is_marked = "$" in text[quantity.start : quantity.end]
    is_price = is_marked or bool(_BEFORE_PRICE.search(before(quantity, text)))
    return "price" if is_price and _PRICES[0] <= low <= _PRICES[1] else "num"


def before(quantity: QuantityInText, text: str) -> str:
    """What stands before a number, as far as it matters, with one blank at the end."""
    return text[max(quantity.start - _LOOKED_BACK, 0) : quantity.start].rstrip() + " "


def as_typed(quantity: QuantityInText, text: str) -> str:
    """A number that is no amount, for the reader of amounts to say why."""
    if quantity.unit is Unit.FOREIGN:
        return text[quantity.start : quantity.end].strip()
    around = text[quantity.start : quantity.end + len(_DOLLARS)]
    is_money = "$" in around or _DOLLARS.strip() in around or quantity.low >= _THOUSAND
    return f"{quantity.low:.12g}{_DOLLARS if is_money else ''}"


def with_unit(quantity: QuantityInText, text: str) -> QuantityInText:
    """A bare number as a rate where it is one: "for the ten-year to hit 7"."""
    is_small = _BARE_RATES[0] <= quantity.low <= _BARE_RATES[1]
    is_reached = _BEFORE_BARE_RATE.search(before(quantity, text))
    is_rate_of_debt = bool(_SUM_BEFORE.search(before(quantity, text)))
    is_goal = is_reached and _YIELD.search(text)
    if quantity.unit is not Unit.BARE or not (is_small and (is_goal or is_rate_of_debt)):
        return quantity
    low, high = quantity.low / 100, quantity.high / 100
    return replace(quantity, unit=Unit.PERCENT, low=low, high=high)


def is_rate(quantity: QuantityInText, text: str) -> bool:
    """Whether a percentage is a rate and no share of a holding."""
    return bool(
        _BEFORE_RATE.search(before(quantity, text)) or _AFTER_RATE.match(text, quantity.end)
    )
