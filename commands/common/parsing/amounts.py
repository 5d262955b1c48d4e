"""Reading how much is sold: dollars, or a share of what the holder owns.

The whole text must be one amount. Nothing is dropped from either end and nothing is worked out:
what only looks like an amount is asked back, or refused with a reason.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from commands.common.errors import InputError
from commands.common.parsing.amount_errors import diagnose_amount
from commands.common.parsing.amount_grammar import FLOOR_USD, Dollars, Share, parse
from commands.common.parsing.local_amounts import parse_in_locale, read_alike
from commands.common.parsing.local_words import ENGLISH_LOCALE
from commands.common.parsing.sanitize import ParseError, clean, lower_ascii

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["FLOOR_USD", "Dollars", "Share", "read_amount", "resolve_amount"]

ARGUMENT: Final = "amount"


def read_amount(
    text: str,
    *,
    argument: str = ARGUMENT,
    locale: str = ENGLISH_LOCALE,
    is_offered: Callable[[Dollars | Share], bool] = lambda _: True,
) -> Dollars | Share:
    """Read an amount such as ``200b``, ``$1.2 trillion``, ``10%``, ``half`` or ``2000亿美元``.

    Numbers are read exactly, by the words and separators of the asker's locale and the American
    way; where these differ, both readings are asked back. Below a whole dollar they are rounded
    half to even. A bare number from `FLOOR_USD` up is whole dollars.

    Args:
        text: What was typed, raw.
        argument: The option it came from.
        locale: The asker's, as Discord writes it.
        is_offered: Whether an amount can be used there, so that no other is suggested.

    Returns:
        Dollars, not yet held against any ceiling, or a share of the holding in (0, 1].

    Raises:
        InputError: With code ``amount.`` and one of ``too_long``, ``characters``,
            ``not_a_number``, ``negative``, ``zero``, ``too_small``, ``share_over_all``,
            ``not_dollars``, ``expression``, ``unreadable``; as a question ``no_unit``, ``format``
            or ``two_values``.
    """
    cleaned = lower_ascii(clean(text, argument, prefix=ARGUMENT))
    reading = parse_in_locale(cleaned, locale)
    if isinstance(reading, Dollars | Share):
        return reading
    error = reading or diagnose_amount(cleaned, locale)
    offered = tuple(
        each
        for suggestion in error.suggestions
        for each in read_alike(suggestion, cleaned, locale)
        if isinstance(amount := parse(each), Dollars | Share) and is_offered(amount)
    )
    raise _input_error(replace(error, suggestions=offered), text, argument)


def resolve_amount(
    amount: Dollars | Share,
    *,
    holding_usd: int,
    ceiling_usd: int,
    echo: str,
    argument: str = ARGUMENT,
) -> int:
    """Turn an amount into dollars.

    Selling more than the holder owns is no error here: the answer says so and goes on.

    Args:
        amount: From `read_amount`.
        holding_usd: What the holder owns, in dollars; a share is taken of it. 0 for nobody's.
        ceiling_usd: All marketable Treasuries outstanding, in dollars.
        echo: What was typed, raw, for the problem.
        argument: The option it came from.

    Returns:
        Whole dollars from `FLOOR_USD` to ``ceiling_usd``; a share is rounded half to even.

    Raises:
        InputError: ``amount.too_small`` or ``amount.too_big``.
    """
    usd = amount.usd if isinstance(amount, Dollars) else round(amount.fraction * holding_usd)
    if usd < FLOOR_USD:
        raise _input_error(ParseError("too_small", ("1m",)), echo, argument)
    if usd > ceiling_usd:
        raise InputError(
            f"{ARGUMENT}.too_big",
            argument,
            echo,
            suggestions=("all",) if holding_usd else (),
            facts={"ceiling_usd": float(ceiling_usd)},
        )
    return usd


def _input_error(error: ParseError, echo: str, argument: str) -> InputError:
    return InputError(
        f"{ARGUMENT}.{error.code}",
        argument,
        echo,
        suggestions=error.suggestions,
        is_question=error.is_question,
        facts={"floor_usd": float(FLOOR_USD)} if error.code == "too_small" else {},
    )
