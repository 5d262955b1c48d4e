"""What a question says of a sale, as the options of the commands about one."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from commands.ask.paces import MONTHLY
from commands.ask.vocabulary import any_matches, vocabulary

if TYPE_CHECKING:
    from commands.ask.question import Question

SHARE_NAMES: Final = {
    Fraction(1): "all",
    Fraction(1, 2): "half",
    Fraction(1, 3): "a third",
    Fraction(2, 3): "two thirds",
    Fraction(1, 4): "a quarter",
    Fraction(3, 4): "three quarters",
}
_ODD: Final = re.compile(
    r"(?<![\w.,])(?P<odd>\$?[0-9]+(?:\.[0-9]+)?(?:e[+-]?[0-9]+| ?(?:\^|\*\*) ?[0-9]+)"
    r"|\$?[0-9.,]+ ?(?:[a-z]*(?:quadr|quint|sext|sept|oct|non|dec|z|gaz|baz)illions?|googols?)"
    r"|(?<![0-9a-z%] )(?<!\S)(?:[-−–] ?|minus |negative )\$?[0-9][0-9.,]* ?(?:[a-z]+|%)?"
    r"|(?<=[a-z] )(?:[-−–]\$?|\$[-−–]|minus \$?|negative \$?)[0-9][0-9.,]* ?"
    r"(?:trillion|billion|million|tn|bn|mn|[tbm]|%)(?![a-z])"
    r"|\$?[1-9][0-9]{0,2}\.[0-9]{3} ?(?:billion|million|bn|mn|[bm])(?![a-z])"
    r"|\$?[0-9]{16,}[0-9.,]*(?: ?(?:trillion|billion|million|[tb]n?))?)"
)
"""What is no one amount: powers, scales beyond a trillion, less than nothing, "1.500 billion"."""
MONTHS_OF_YEAR: Final = 12
_UNITS: Final = (("t", 10**12), ("b", 10**9), ("m", 10**6))


def amount_of(question: Question) -> str | None:
    """How much is sold, as an option; None when that is not said.

    What is no amount is given as it is typed: the command asks what was meant.
    """
    if (odd := _ODD.search(question.text)) and not question.is_held:
        return odd["odd"].strip()
    share = _share_of(question)
    if question.sums and not (question.is_held and share):
        if question.is_held:
            return None
        usd = round(question.sums[0])
        is_monthly = MONTHLY.search(question.marked) is not None
        return money_option(MONTHS_OF_YEAR * usd if is_monthly else usd)
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
    is_share = any_matches(vocabulary().share_sold, question.marked)
    return percent_option(question.shares[0]) if question.shares and is_share else None


def _share_option(fraction: float) -> str:
    exact = Fraction(fraction).limit_denominator(4)
    if abs(float(exact) - fraction) < 1e-5 and exact in SHARE_NAMES:
        return SHARE_NAMES[exact]
    return percent_option(fraction)


def percent_option(fraction: float) -> str:
    """A decimal as an option: ``5.25%``."""
    return f"{fraction * 100:.6g}%"


def money_option(usd: int) -> str:
    """US dollars as an option, exactly: ``1.2t``, ``618b``."""
    for unit, size in _UNITS:
        # Three decimals of a billion would be asked back: they may be thousands.
        finest = 10**6 if unit == "t" else 10**2
        if usd >= size and (usd * finest) % size == 0:
            return f"{Fraction(usd, size).limit_denominator(10**9).__float__():.12g}{unit}"
    return str(usd)


def chosen_options(question: Question, *wanted: str) -> tuple[tuple[str, str], ...]:
    """Those further options of a sale that are said, of the wanted ones."""
    found = []
    for option in wanted:
        for value, templates in vocabulary().options[option].items():
            if any_matches(templates, question.marked):
                found.append((option, value))
                break
    return tuple(found)
