"""Numbers of a text as tokens: sums, shares, maturities, periods of flows, ordinals."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from commands.claim.reading.tokens import Token
from commands.claim.reading.vocabulary import UNKNOWN, vocabulary
from commands.common.parsing.quantities_in_text import QuantityInText, Unit, find_quantities

if TYPE_CHECKING:
    from collections.abc import Iterator

_BILLION: Final = 1e9
_LEAST_SUM: Final = 1e6
_BELOW_ZERO: Final = re.compile(
    r"(?:^|(?<=[\s(:,]))(?:[-−–](?:us)?\$?|(?:us)?\$ ?[-−–]|(?:minus|negative) (?:us ?)?\$? ?)$"
)
_TENOR: Final = re.compile(
    r"(?<![0-9.,$])(?P<n>[0-9]{1,3}(?:\.[0-9])?)(?: |- ?)?(?P<unit>years?|yrs?|y|months?|mos?)\b"
)
_A_YEAR: Final = re.compile(r"\b(?:in|within|after) (?:a|1|one) year\b|\ba year later\b")
_ORDINAL: Final = re.compile(
    r"\b(?:(?P<n>[0-9]{1,2})(?:st|nd|rd|th)|(?:no\.?|number|nr\.?) ?(?P<m>[0-9]{1,2}))\b"
    r"|#(?P<k>[0-9]{1,2})\b"
)


def find_times_and_places(text: str) -> list[Token]:
    """Maturities, lives, periods of flows and places in an order: their numbers are no sums."""
    found: list[Token] = []
    taken: set[int] = set()
    for token in (*_periods(text), *_lives(text), *_ordinals(text)):
        if not taken.intersection(range(token.start, token.end)):
            taken.update(range(token.start, token.end))
            found.append(token)
    return found


def _periods(text: str) -> Iterator[Token]:
    for match in _per_pattern().finditer(text):
        name = match["unit"] or vocabulary().raw["period_words"][match["word"]]
        a_year = vocabulary().raw["periods"][name] / float(match["n"] or 1)
        yield Token(frozenset({"PER"}), *match.span(), value=a_year)


def _lives(text: str) -> Iterator[Token]:
    for match in _A_YEAR.finditer(text):
        yield Token(frozenset({"DUR"}), *match.span(), value=1.0)
    for match in _TENOR.finditer(text):
        years = float(match["n"]) / (12 if match["unit"].startswith("m") else 1)
        is_plural = match["unit"].endswith("s") and float(match["n"]) != 1
        is_adjective = "-" in match[0] or not match["unit"].startswith(("year", "month"))
        is_adjective |= text[: match.start()].endswith((" the ", "^the "))
        classes = {"DUR"} if is_plural else {"TENOR"} if is_adjective else {"TENOR", "DUR"}
        yield Token(frozenset(classes), *match.span(), value=years)


def _ordinals(text: str) -> Iterator[Token]:
    for match in _ORDINAL.finditer(text):
        digits = match["n"] or match["m"] or match["k"]
        yield Token(frozenset({"ORD"}), *match.span(), value=float(digits))
    for number, word in enumerate(vocabulary().words("ordinals"), start=1):
        for match in re.finditer(rf"\b{word}\b", text):
            yield Token(frozenset({"ORD"}), *match.span(), value=float(number))


@cache
def _per_pattern() -> re.Pattern[str]:
    raw, words = vocabulary().raw, vocabulary().words
    per = "|".join(re.escape(word) for word in words("dates", "per"))
    not_per = "".join(rf"(?<!\b{re.escape(word)} )" for word in words("dates", "not_per"))
    units = "|".join(raw["periods"])
    named = "|".join(raw["period_words"])
    return re.compile(
        rf"(?:(?<![a-z]){not_per}(?:{per}) ?(?:single )?"
        rf"(?:(?P<n>[0-9]{{1,3}}) )?(?P<unit>{units})s?\b)"
        rf"(?! ago| later| earlier| before| bond| note| bill)|\b(?P<word>{named})\b"
    )


def find_sums(text: str) -> list[Token]:
    """Sums, shares and other numbers."""
    return [_number(each, text) for each in find_quantities(text.replace("\x00", "_"))]


def _number(quantity: QuantityInText, text: str) -> Token:
    start, end = quantity.start, quantity.end
    has_dollar = "$" in text[start:end] or bool(re.match(r" ?(?:dollars?|bucks|usd)\b", text[end:]))
    if quantity.unit is Unit.USD and (signed := _BELOW_ZERO.search(_before_digits(start, text))):
        # A sum below zero is no holding; whether it is a change, the sign alone does not tell.
        return Token(frozenset({UNKNOWN}), signed.start(), end)
    match quantity.unit:
        case Unit.USD:
            classes = {"USD", "MON"}
        case Unit.PERCENT:
            classes = {"PCT"}
        case Unit.POINTS:
            classes = {"PTS"}
        case Unit.FOREIGN:
            classes = {"CUR"}
        case _:
            is_sum = quantity.low >= (_LEAST_SUM if has_dollar else _BILLION)
            classes = {"USD", "MON"} if is_sum else {"BARE", "MON"} if has_dollar else {"BARE"}
    return Token(frozenset(classes), start, end, quantity)


def _before_digits(start: int, text: str) -> str:
    digit = re.compile(r"[0-9.]").search(text, start)
    return text[: digit.start()] if digit else ""
