"""Numbers by CLDR."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from babel.numbers import format_decimal

from commands.common.locale.rounding import round_significant

if TYPE_CHECKING:
    from babel import Locale


def fixed(value: float, decimals: int, locale: Locale, *, grouped: bool = True) -> str:
    """A number with so many decimals."""
    whole = "#,##0" if grouped else "0"
    pattern = f"{whole}.{'0' * decimals}" if decimals else whole
    return str(format_decimal(value, pattern, locale=locale))


def significant(value: float, figures: int, locale: Locale, *, grouped: bool = True) -> str:
    """A number to so many significant figures, never in exponent form."""
    rounded = round_significant(value, figures)
    if rounded == 0:
        return "0"
    decimals = max(0, figures - 1 - math.floor(math.log10(abs(rounded))))
    return fixed(rounded, decimals, locale, grouped=grouped)


def trimmed(value: float, decimals: int, locale: Locale, *, grouped: bool = True) -> str:
    """A number with at most so many decimals, without trailing zeros."""
    whole = "#,##0" if grouped else "0"
    return str(format_decimal(value, f"{whole}.{'#' * decimals}", locale=locale))


def percent(number: str, locale: Locale) -> str:
    """A number of percent with the sign where the locale puts it: ``18%``, ``18 %``."""
    pattern = locale.percent_formats[None]
    return f"{pattern.prefix[0]}{number}{pattern.suffix[0]}"


def dollar_sign(number: str, locale: Locale) -> str:
    """A number of US dollars with the sign where the locale puts it: ``$98.80``, ``98,80 $``."""
    pattern = locale.currency_formats["standard"]
    return f"{pattern.prefix[0]}{number}{pattern.suffix[0]}".replace("¤", "$")
