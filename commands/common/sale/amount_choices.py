"""Amounts offered while somebody types one, each with how it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from commands.common.command import Choice
from commands.common.errors import InputError
from commands.common.locale.formats import round_significant
from commands.common.parsing.amounts import Share, read_amount, resolve_amount

if TYPE_CHECKING:
    from commands.common.command import Request

_USUAL: Final = ("200b", "1t", "10%", "half", "all")
_LONGEST: Final = 40


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
