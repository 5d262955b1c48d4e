"""What may be meant by a sale as typed: amounts, and a country and an amount mixed up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from commands.common.command import Choice
from commands.common.errors import InputError
from commands.common.locale.formats import round_significant
from commands.common.parsing.amounts import Share, read_amount, resolve_amount
from commands.common.parsing.countries import read_country

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from commands.common.command import Request
    from commands.common.parsing.countries import KnownHolder

_USUAL: Final = ("200b", "1t", "10%", "half", "all")
_LONGEST: Final = 40
# A question mark of any writing, or English words that ask for a sum.
_QUESTION: Final = re.compile(r"[?？؟;]\s*$|^\s*(?:how (?:much|many)|what|which)\b", re.IGNORECASE)
_MOST_WORDS: Final = 8
_MOST: Final = 2


def suggest_amount(request: Request, typed: str) -> list[Choice]:
    """What was typed as it is read; what else it may be; or usual amounts.

    The country, and so what it holds, is not known here.
    """
    text = typed.strip()
    if not text or len(text) > _LONGEST:
        return [_choice(each, request) for each in _USUAL]
    try:
        return [_choice(text, request)]
    except InputError as problem:
        return [_choice(each, request) for each in problem.suggestions or _USUAL]


def _choice(text: str, request: Request) -> Choice:
    """A choice of an amount.

    Raises:
        InputError: It is none.
    """
    amount, translator = read_amount(text, locale=request.locale), request.translator
    most = int(request.snapshot.marketable_usd)
    resolve_amount(amount, holding_usd=most, ceiling_usd=most, echo=text)
    if isinstance(amount, Share):
        share = translator.bare_percent(round_significant(float(amount.fraction) * 100, 3))
        return Choice(translator.gettext("{share} of what it holds", share=share), text)
    return Choice(translator.exact_money(amount.usd), text)


def sort_out(country: str, amount: str, known: Sequence[KnownHolder], locale: str) -> list[str]:
    """Options that hold the same words in the right places, as they are typed.

    Args:
        country: What was typed for the country.
        amount: What was typed for the amount.
        known: The holders to choose from.
        locale: The asker's, by which amounts are read.
    """
    found: dict[str, None] = {}
    for who, how_much in _arrangements(country, amount):
        try:
            match = read_country(who, known)
            read_amount(how_much, locale=locale)
        except InputError:
            continue
        # Words that only resemble a country are rather words.
        if match.corrected_from is None:
            found.setdefault(f"country:{' '.join(who.split())} amount:{' '.join(how_much.split())}")
    return list(found)[:_MOST]


def is_question(amount: str) -> bool:
    """Whether somebody asks for the amount instead of giving it."""
    return _QUESTION.search(amount) is not None


def _arrangements(country: str, amount: str) -> Iterator[tuple[str, str]]:
    """The country and the amount: swapped, then cut out of one of the two."""
    yield amount, country
    for text in (country, amount):
        words = text.split()[:_MOST_WORDS]
        for at in range(1, len(words)):
            head, tail = " ".join(words[:at]), " ".join(words[at:])
            yield head, tail
            yield tail, head
