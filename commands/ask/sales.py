"""What a question says of a sale, as the options of the commands about one."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from commands.ask.vocabulary import any_matches, vocabulary
from commands.common.parsing.country_table import inverted, names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commands.ask.question import Question
    from commands.common.parsing.holders import KnownHolder

_SHORT_NAMES: Final = {"gb": "uk", "ae": "uae"}
_SHARE_NAMES: Final = {
    Fraction(1): "all",
    Fraction(1, 2): "half",
    Fraction(1, 3): "a third",
    Fraction(2, 3): "two thirds",
    Fraction(1, 4): "a quarter",
    Fraction(3, 4): "three quarters",
}
_MONTHLY: Final = re.compile(r"@usd (?:a|every|each|per) month (?:\S+ ){0,3}?(?:a|@num) year ")
_MONTHS: Final = 12
_UNITS: Final = (("t", 10**12), ("b", 10**9), ("m", 10**6))


def country_name(key: str) -> str:
    """What the country of a key is called in an option."""
    named = names().get(key)
    name = key if named is None else inverted(named.what.name).lower()
    return _SHORT_NAMES.get(key, name)


def seller_of(question: Question, known: Sequence[KnownHolder]) -> str:
    """Who sells, as an option: who holds any before who does not, or the largest holder."""
    keys = {holder.key for holder in known}
    held = (key for key in question.sellers if key in keys)
    return country_name(next(held, (*question.sellers, known[0].key)[0]))


def amount_of(question: Question) -> str | None:
    """How much is sold, as an option; None when that is not said."""
    share = _share_of(question)
    if question.sums and not (question.is_held and share):
        usd = round(question.sums[0])
        is_monthly = _MONTHLY.search(question.marked) is not None
        return None if question.is_held else money_option(_MONTHS * usd if is_monthly else usd)
    return share or _unclear_amount(question)


def _unclear_amount(question: Question) -> str | None:
    """A number right behind "sells" that is no amount yet; the command asks what it counts."""
    if not question.amounts_without_unit or not any_matches(vocabulary().unclear, question.marked):
        return None
    return question.amounts_without_unit[0]


def _share_of(question: Question) -> str | None:
    for fraction in question.shares:
        if 0 < fraction <= 1:
            return _share_option(fraction)
    for name, templates in vocabulary().shares.items():
        if any_matches(templates, question.marked):
            return name
    return None


def _share_option(fraction: float) -> str:
    exact = Fraction(fraction).limit_denominator(4)
    if abs(float(exact) - fraction) < 1e-5 and exact in _SHARE_NAMES:
        return _SHARE_NAMES[exact]
    return percent_option(fraction)


def percent_option(fraction: float) -> str:
    """A decimal as an option: ``5.25%``."""
    return f"{fraction * 100:.6g}%"


def money_option(usd: int) -> str:
    """US dollars as an option, exactly: ``1.2t``, ``618b``."""
    for unit, size in _UNITS:
        if usd >= size and (usd * 10**6) % size == 0:
            return f"{Fraction(usd, size).limit_denominator(10**9).__float__():.12g}{unit}"
    return str(usd)


def paces_of(question: Question) -> tuple[str, ...]:
    """All paces that are said, in order of the vocabulary."""
    found = [
        n for n, templates in vocabulary().over.items() if any_matches(templates, question.marked)
    ]
    if _MONTHLY.search(question.marked):
        return ("year",)
    return tuple(found)


def pace_of(question: Question) -> tuple[tuple[str, str], ...]:
    """The option ``over``; none for a month, which need not be said."""
    paces = paces_of(question)
    return (("over", paces[0]),) if paces and paces[0] != "month" else ()


def chosen_options(question: Question, *wanted: str) -> tuple[tuple[str, str], ...]:
    """Those further options of a sale that are said, of the wanted ones."""
    found = []
    for option in wanted:
        for value, templates in vocabulary().options[option].items():
            if any_matches(templates, question.marked):
                found.append((option, value))
                break
    return tuple(found)
